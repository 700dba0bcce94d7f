package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Language;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the transition table for people. */
final class LifecycleText {

    private LifecycleText() {}

    static String table(List<Transition> rows, Language language) {
        StringBuilder out = new StringBuilder(
                language == Language.EN
                        ? "| act | in states | leads to | who may | rules |\n| --- | --- | --- | --- | --- |\n"
                        : "| 行为 | 允许的状态 | 转到 | 谁可以 | 规则 |\n| --- | --- | --- | --- | --- |\n");
        for (Transition row : rows) {
            out.append("| ")
                    .append(row.act().label().in(language))
                    .append(" `")
                    .append(row.act().code())
                    .append("` | ")
                    .append(states(row, language))
                    .append(" | ")
                    .append(row.to()
                            .map(s -> s.label().in(language))
                            .orElse(language == Language.EN ? "the same" : "不变"))
                    .append(" | ")
                    .append(
                            row.roles().size() == Role.values().length
                                    ? language == Language.EN ? "everybody" : "任何角色"
                                    : labels(row.roles(), language))
                    .append(" | ")
                    .append(row.rules().stream().map(LifecycleText::rule).collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        return out.toString();
    }

    private static String states(Transition row, Language language) {
        boolean en = language == Language.EN;
        long open = row.from().stream().filter(CaseState::isOpen).count();
        long all =
                List.of(CaseState.values()).stream().filter(CaseState::isOpen).count();
        if (row.from().isEmpty()) {
            return en ? "none yet" : "尚无";
        } else if (row.from().size() == CaseState.values().length) {
            return en ? "any" : "任何";
        } else if (open == all && row.from().size() == CaseState.values().length - 1) {
            return en ? "any but archived" : "除已归档外任何";
        } else if (open == all && row.from().size() == all) {
            return en ? "open" : "在办";
        }
        return labels(row.from(), language);
    }

    private static String rule(LifecycleRule rule) {
        return "`" + rule.code() + "`" + (rule.isOptional() ? "?" : "");
    }

    private static String labels(Collection<? extends Coded> values, Language language) {
        return values.stream()
                .map(v -> v.label().in(language))
                .collect(Collectors.joining(language == Language.EN ? ", " : "、"));
    }

    /**
     * One arrow for each pair of states, with all acts that lead along it; but the ways to an end without
     * handling, of which nearly every open state has some, begin at one box for them all.
     */
    static String diagram(List<Transition> rows, Language language) {
        StringBuilder out = new StringBuilder("stateDiagram-v2\n");
        for (CaseState state : CaseState.values()) {
            out.append("    state \"")
                    .append(state.label().in(language))
                    .append("\" as ")
                    .append(state.code())
                    .append('\n');
        }
        out.append("    state \"")
                .append(language == Language.EN ? "an open state" : "在办状态")
                .append("\" as open\n");
        Map<String, String> arrows = new LinkedHashMap<>();
        for (Transition row : rows) {
            if (row.to().isEmpty()) {
                continue;
            }
            CaseState to = row.to().get();
            Set<String> from = new LinkedHashSet<>();
            if (row.from().isEmpty()) {
                from.add("[*]");
            } else if (to == CaseState.ENDED) {
                from.add("open");
            } else {
                row.from().stream().filter(f -> f != to).forEach(f -> from.add(f.code()));
            }
            from.forEach(f -> arrows.merge(
                    f + " --> " + to.code(), row.act().label().in(language), (one, more) -> one + " / " + more));
        }
        arrows.forEach((arrow, acts) ->
                out.append("    ").append(arrow).append(" : ").append(acts).append('\n'));
        return out.append("    archived --> [*]\n").toString();
    }
}
