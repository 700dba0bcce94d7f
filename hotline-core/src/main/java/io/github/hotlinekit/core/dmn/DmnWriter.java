package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.Target;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes tables as XML. Elements have ids where people and engines point at them; cells have none, to keep rows short. */
final class DmnWriter {

    private final StringBuilder xml = new StringBuilder(1 << 16);

    private DmnWriter() {}

    static String document(RuleSet ruleSet, LocalDate day, Taxonomy taxonomy) {
        DmnWriter writer = new DmnWriter();
        writer.write(ruleSet, day, DmnRows.successors(taxonomy, day));
        return writer.xml.toString();
    }

    private void write(RuleSet ruleSet, LocalDate day, Map<CategoryCode, CategoryCode> successors) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open(
                "definitions",
                "xmlns",
                Dmn.NAMESPACE,
                "xmlns:hotline",
                Dmn.HOTLINE,
                "id",
                "routing",
                "name",
                ruleSet.id(),
                "namespace",
                "urn:hotlinekit:routing:" + ruleSet.id());
        line();
        extension(ruleSet, day);
        for (Cell cell : Dmn.INPUTS) {
            open("inputData", "id", "input_" + cell.code(), "name", cell.code());
            empty("variable", "id", "variable_" + cell.code(), "name", cell.code(), "typeRef", "string");
            close("inputData");
            line();
        }
        if (!successors.isEmpty()) {
            forward(successors);
        }
        String category = successors.isEmpty() ? Cell.CATEGORY.code() : Dmn.CURRENT_CATEGORY;
        table(Dmn.ROUTE, "FIRST", category, Dmn.ROUTE_OUTPUTS, DmnRows.deciding(ruleSet, day));
        List<DmnRows.Row> collecting = DmnRows.collecting(ruleSet, day);
        if (!collecting.isEmpty()) {
            table(Dmn.ASSIST, "RULE ORDER", category, Dmn.ASSIST_OUTPUTS, collecting);
        }
        close("definitions");
        line();
    }

    private void extension(RuleSet ruleSet, LocalDate day) {
        Effective unchanged = DmnRows.unchanged(ruleSet, day);
        List<String> attributes = new ArrayList<>(List.of(
                "id", ruleSet.id(),
                "version", ruleSet.version(),
                "zone", ruleSet.zone().getId(),
                "taxonomy", ruleSet.taxonomy(),
                "directory", ruleSet.directory(),
                "day", day.toString()));
        unchanged.from().ifPresent(d -> attributes.addAll(List.of("from", d.toString())));
        unchanged.toExclusive().ifPresent(d -> attributes.addAll(List.of("to", d.toString())));
        attributes.addAll(List.of(
                "onReturn", ruleSet.onReturn().next().code(),
                "maxReturns", Integer.toString(ruleSet.onReturn().maxReturns()),
                "triage", ruleSet.onReturn().then().reason()));
        open("extensionElements");
        empty("hotline:ruleSet", attributes.toArray(new String[0]));
        close("extensionElements");
        line();
    }

    /** The decision that forwards retired categories; every other, and none, stays as it is. */
    private void forward(Map<CategoryCode, CategoryCode> successors) {
        openDecision(Dmn.CURRENT_CATEGORY);
        requirement(Dmn.CURRENT_CATEGORY, Cell.CATEGORY.code(), "requiredInput", "input_" + Cell.CATEGORY.code());
        open("decisionTable", "id", "table_" + Dmn.CURRENT_CATEGORY, "hitPolicy", "FIRST");
        line();
        input(Dmn.CURRENT_CATEGORY, Cell.CATEGORY, Cell.CATEGORY.code());
        output(Dmn.CURRENT_CATEGORY, Dmn.CURRENT_CATEGORY);
        int number = 0;
        for (Map.Entry<CategoryCode, CategoryCode> successor : successors.entrySet()) {
            number++;
            forwardRow(
                    number,
                    Feel.quoted(successor.getKey().value()),
                    Feel.quoted(successor.getValue().value()));
        }
        forwardRow(number + 1, Feel.ANY, Cell.CATEGORY.code());
        close("decisionTable");
        close("decision");
        line();
    }

    private void forwardRow(int number, String from, String to) {
        open("rule", "id", "rule_" + Dmn.CURRENT_CATEGORY + "_" + number);
        entry("inputEntry", from);
        entry("outputEntry", to);
        close("rule");
        line();
    }

    private void table(String name, String hitPolicy, String category, List<String> outputs, List<DmnRows.Row> rows) {
        openDecision(name);
        for (Cell cell : Dmn.INPUTS) {
            boolean forwarded = cell == Cell.CATEGORY && category.equals(Dmn.CURRENT_CATEGORY);
            requirement(
                    name,
                    cell.code(),
                    forwarded ? "requiredDecision" : "requiredInput",
                    forwarded ? "decision_" + category : "input_" + cell.code());
        }
        open("decisionTable", "id", "table_" + name, "hitPolicy", hitPolicy);
        line();
        for (Cell cell : Dmn.INPUTS) {
            input(name, cell, cell == Cell.CATEGORY ? category : cell.code());
        }
        outputs.forEach(output -> output(name, output));
        Dmn.ANNOTATIONS.forEach(annotation -> {
            empty("annotation", "name", annotation);
            line();
        });
        for (int i = 0; i < rows.size(); i++) {
            row("rule_" + name + "_" + (i + 1), rows.get(i), outputs);
        }
        close("decisionTable");
        close("decision");
        line();
    }

    private void openDecision(String name) {
        open("decision", "id", "decision_" + name, "name", name);
        line();
        empty("variable", "id", "variable_" + name, "name", name);
        line();
    }

    private void requirement(String decision, String input, String kind, String href) {
        open("informationRequirement", "id", "requirement_" + decision + "_" + input);
        empty(kind, "href", "#" + href);
        close("informationRequirement");
        line();
    }

    private void input(String table, Cell cell, String expression) {
        open(
                "input",
                "id",
                "in_" + table + "_" + cell.code(),
                "label",
                cell.label().zh() + " " + cell.label().en());
        open("inputExpression", "id", "expression_" + table + "_" + cell.code(), "typeRef", "string");
        text(expression);
        close("inputExpression");
        close("input");
        line();
    }

    private void output(String table, String name) {
        empty("output", "id", "out_" + table + "_" + name, "name", name, "typeRef", "string");
        line();
    }

    private void row(String id, DmnRows.Row row, List<String> outputs) {
        open("rule", "id", id);
        Dmn.INPUTS.forEach(cell -> entry("inputEntry", cell(cell, row.when())));
        Map<String, String> said = said(row);
        outputs.forEach(
                output -> entry("outputEntry", said.containsKey(output) ? Feel.quoted(said.get(output)) : Feel.NULL));
        entry("annotationEntry", row.rule().title().orElse(""));
        entry("annotationEntry", row.rule().basis().orElse(""));
        close("rule");
        line();
    }

    private static String cell(Cell cell, Condition when) {
        boolean missing = when.missing().contains(cell);
        return switch (cell) {
            case CATEGORY ->
                Feel.test(
                        when.categories().stream()
                                .flatMap(c -> Stream.of(Feel.equalTo(c.value()), Feel.startsWith(c.value() + ".")))
                                .toList(),
                        missing);
            case AREA ->
                Feel.test(
                        when.areas().stream()
                                .map(a -> Feel.startsWith(a.value()))
                                .toList(),
                        missing);
            case KIND -> Feel.oneOf(codes(when.kinds()), missing);
            case CHANNEL -> Feel.oneOf(codes(when.channels()), missing);
            case PRIORITY -> Feel.oneOf(codes(when.priorities()), missing);
            case REQUESTER -> Feel.oneOf(codes(when.requesters()), missing);
            case DAY_TYPE -> Feel.oneOf(codes(when.dayTypes()), missing);
            case KEYWORDS, TIME -> throw new IllegalArgumentException("no column: " + cell);
        };
    }

    private static List<String> codes(List<? extends Coded> values) {
        return values.stream().map(Coded::code).toList();
    }

    private static Map<String, String> said(DmnRows.Row row) {
        Map<String, String> said = new java.util.HashMap<>();
        said.put("section", row.section());
        said.put("rule", row.rule().id());
        Directive then = row.rule().then();
        List<Target> assisting = List.of();
        if (then instanceof Directive.Assign assign) {
            said.put("outcome", Dmn.DISPATCH);
            if (assign.lead() instanceof Target.Jurisdiction jurisdiction) {
                said.put("jurisdiction", jurisdiction(jurisdiction));
            } else {
                said.put("lead", target(assign.lead()));
            }
            assisting = assign.assisting();
        } else if (then instanceof Directive.Assist assist) {
            assisting = assist.assisting();
        } else if (then instanceof Outcome.AnswerAtDesk) {
            said.put("outcome", Dmn.DESK);
        } else if (then instanceof Outcome.Refer refer) {
            said.put("outcome", Dmn.REFER);
            said.put("detail", refer.number());
        } else if (then instanceof Outcome.Statutory statutory) {
            said.put("outcome", Dmn.STATUTORY);
            said.put("detail", statutory.channel());
        } else if (then instanceof Outcome.Triage triage) {
            said.put("outcome", Dmn.TRIAGE);
            said.put("detail", triage.reason());
        }
        if (!assisting.isEmpty()) {
            said.put("assist", assisting.stream().map(DmnWriter::target).collect(Collectors.joining("|")));
        }
        return said;
    }

    private static String target(Target target) {
        return target instanceof Target.Jurisdiction jurisdiction
                ? "@" + jurisdiction(jurisdiction)
                : ((Target.Department) target).code().value();
    }

    private static String jurisdiction(Target.Jurisdiction jurisdiction) {
        Optional<String> function = jurisdiction.function().map(f -> "/" + f);
        return jurisdiction.level().orElse(Dmn.NEAREST) + function.orElse("");
    }

    private void entry(String name, String text) {
        open(name);
        text(text);
        close(name);
    }

    private void text(String text) {
        open("text");
        xml.append(XmlElement.escaped(text));
        close("text");
    }

    private void open(String name, String... attributes) {
        xml.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(XmlElement.escaped(attributes[i + 1]))
                    .append('"');
        }
        xml.append('>');
    }

    private void empty(String name, String... attributes) {
        open(name, attributes);
        xml.insert(xml.length() - 1, '/');
    }

    private void close(String name) {
        xml.append("</").append(name).append('>');
    }

    private void line() {
        xml.append('\n');
    }
}
