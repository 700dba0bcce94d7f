package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.document.CsvText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the rules of a section as a decision table. */
final class RuleTableWriter {

    private RuleTableWriter() {}

    static String text(RuleSet.Section section) {
        StringBuilder text = new StringBuilder();
        line(RuleTableReader.COLUMNS, text);
        for (Rule rule : section.rules()) {
            Map<String, String> cells = cells(rule);
            line(
                    RuleTableReader.COLUMNS.stream()
                            .map(column -> cells.getOrDefault(column, RuleTableReader.ANY))
                            .toList(),
                    text);
        }
        return text.toString();
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append(CsvText.row(cells)).append("\r\n");
    }

    private static Map<String, String> cells(Rule rule) {
        if (!rule.extensions().isEmpty()) {
            throw new IllegalArgumentException("a table has no place for the extensions of rule " + rule.id());
        }
        Map<String, String> cells = new HashMap<>();
        cells.put("rule", code(rule, rule.id()));
        rule.title().ifPresent(t -> cells.put("title", prose(t)));
        for (Cell cell : Cell.values()) {
            if (cell.listsValues()) {
                list(RuleTableReader.columnOf(cell), RuleSetWriter.values(rule.when(), cell).stream(), cells);
            }
        }
        words("keywords", rule.when().keywords().any(), cells);
        words("keywords_all", rule.when().keywords().all(), cells);
        words("keywords_none", rule.when().keywords().none(), cells);
        list("time", rule.when().times().stream().map(TimeWindow::toString), cells);
        if (rule.then() instanceof Directive.Assign assign) {
            cells.put("lead", target(rule, assign.lead()));
            list("assist", assign.assisting().stream().map(t -> target(rule, t)), cells);
        } else if (rule.then() instanceof Directive.Assist assist) {
            list("assist", assist.assisting().stream().map(t -> target(rule, t)), cells);
        } else {
            cells.put("outcome", outcome(rule.then()));
        }
        rule.effective().from().ifPresent(d -> cells.put("from", prose(d.toString())));
        rule.effective().toExclusive().ifPresent(d -> cells.put("to", prose(d.toString())));
        rule.basis().ifPresent(t -> cells.put("basis", prose(t)));
        return cells;
    }

    private static void list(String column, Stream<String> texts, Map<String, String> cells) {
        List<String> list = texts.toList();
        if (!list.isEmpty()) {
            cells.put(column, String.join("|", list));
        }
    }

    private static void words(String column, List<String> words, Map<String, String> cells) {
        if (!words.isEmpty()) {
            cells.put(column, prose(String.join("|", words)));
        }
    }

    /** Text, with a quote before what a spreadsheet would take for a formula. */
    private static String prose(String text) {
        return (RuleTableReader.needsQuote(text.charAt(0)) ? "'" : "") + text;
    }

    private static String code(Rule rule, String code) {
        if ("=+@#".indexOf(code.charAt(0)) >= 0 || code.equals(RuleTableReader.ANY)) {
            throw new IllegalArgumentException("a table cannot hold the code \"" + code + "\" of rule " + rule.id()
                    + ", which means something else");
        }
        return code;
    }

    private static String target(Rule rule, Target target) {
        if (target instanceof Target.Department department) {
            return code(rule, department.code().value());
        }
        Target.Jurisdiction jurisdiction = (Target.Jurisdiction) target;
        return "@" + jurisdiction.level().orElse(Target.Jurisdiction.NEAREST_LEVEL)
                + jurisdiction.function().map(f -> "/" + f).orElse("");
    }

    private static String outcome(Directive then) {
        if (then instanceof Outcome.Refer refer) {
            return "refer:" + refer.number();
        } else if (then instanceof Outcome.Statutory statutory) {
            return "statutory:" + statutory.channel();
        } else if (then instanceof Outcome.Triage triage) {
            return "triage:" + triage.reason();
        }
        return "desk";
    }
}
