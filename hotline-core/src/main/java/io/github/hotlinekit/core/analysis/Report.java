package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes findings, and of questions that were not settled makes one finding each. */
final class Report {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<FindingCode, Set<String>> undecided = new LinkedHashMap<>();

    static Finding finding(FindingCode code, Rule rule, List<String> others, Label message, Optional<Witness> witness) {
        return new Finding(code, code.severity(), List.of(rule.id()), others, message, witness);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** A question was not settled for some rules; of none if it is about all of them. */
    void undecided(FindingCode question, List<String> rules) {
        undecided.computeIfAbsent(question, q -> new LinkedHashSet<>()).addAll(rules);
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        undecided.forEach((question, rules) -> {
            int count = rules.size();
            all.add(new Finding(
                    FindingCode.UNDECIDED,
                    FindingCode.UNDECIDED.severity(),
                    List.copyOf(rules),
                    List.of(),
                    Label.of(
                            "预算内未能判定:" + question.label().zh() + (count == 0 ? "" : "(" + count + " 条规则)"),
                            "Not settled within the budget: " + question.label().en()
                                    + (count == 0 ? "" : " (rules: " + count + ")")),
                    Optional.empty()));
        });
        return all;
    }
}
