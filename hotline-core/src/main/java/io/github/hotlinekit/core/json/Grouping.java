package io.github.hotlinekit.core.json;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the events of lines that follow each other together to cases. */
final class Grouping implements TimelineReader.LineHandler {

    private final Problems problems;
    private final Consumer<Case> handler;
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<CaseNumber> current = new ArrayList<>(1);
    private final boolean[] broken = new boolean[1];

    Grouping(Problems problems, Consumer<Case> handler) {
        this.problems = problems;
        this.handler = handler;
    }

    @Override
    public void line(long line, @Nullable CaseNumber number, @Nullable CaseEvent event) {
        if (number != null && (current.isEmpty() || !current.get(0).equals(number))) {
            finish();
            current.add(number);
        }
        if (event == null) {
            broken[0] = true;
        } else if (events.size() == Timelines.MAX_EVENTS) {
            if (!broken[0]) {
                problems.add(
                        new Place.LinePointer(line, ""),
                        "LIMIT_EXCEEDED",
                        "",
                        "at most " + Timelines.MAX_EVENTS + " events a case");
            }
            broken[0] = true;
        } else {
            events.add(event);
            lines.add(line);
        }
    }

    /** The case is over. */
    void finish() {
        if (!current.isEmpty() && !broken[0]) {
            Optional<Case> whole = Timelines.replay(events, i -> new Place.LinePointer(lines.get(i), ""), problems);
            whole.ifPresent(handler);
        }
        events.clear();
        lines.clear();
        current.clear();
        broken[0] = false;
    }
}
