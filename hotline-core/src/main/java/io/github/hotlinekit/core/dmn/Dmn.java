package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.routing.Cell;
import java.util.List;
import java.util.stream.Stream;

/** The names of the standard and of our tables. */
final class Dmn {

    static final String NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/";
    /** Of our extension elements. */
    static final String HOTLINE = "urn:hotlinekit:routing-dmn:1";

    static final String ROUTE = "route";
    static final String ASSIST = "assist";
    static final String CURRENT_CATEGORY = "currentCategory";

    static final String DISPATCH = "dispatch";
    static final String DESK = "desk";
    static final String REFER = "refer";
    static final String STATUTORY = "statutory";
    static final String TRIAGE = "triage";
    static final List<String> OUTCOMES = List.of(DISPATCH, DESK, REFER, STATUTORY, TRIAGE);

    /** The level that stands for the nearest area which names a department. */
    static final String NEAREST = "area";

    static final List<Cell> INPUTS =
            Stream.of(Cell.values()).filter(Cell::listsValues).toList();
    static final List<String> ROUTE_OUTPUTS =
            List.of("section", "rule", "outcome", "detail", "lead", "jurisdiction", "assist");
    static final List<String> ASSIST_OUTPUTS = List.of("section", "rule", "assist");
    static final List<String> ANNOTATIONS = List.of("title", "basis");

    private Dmn() {}
}
