package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What may be found in rules. The names are stable. */
public enum FindingCode implements Coded {
    /** The rules that come first take every case of the rule, even of those that come back from departments. */
    UNREACHABLE(Severity.ERROR, "规则永远不会生效", "the rule never decides"),
    /** The rules that come first take every case of the rule, except of those that departments objected to. */
    ONLY_AFTER_RETURN(Severity.INFO, "规则仅在退单后生效", "the rule decides only after an objection"),
    /** Without the rule every case would go where it goes with it; objections left aside. */
    REDUNDANT(Severity.WARNING, "规则多余", "the rule changes nothing"),
    /** Two rules of a {@code mostSpecific} section say equally much of a case, and differ. */
    AMBIGUOUS(Severity.ERROR, "同等具体的规则结果不同", "rules that say equally much differ"),
    /** Two rules of a {@code unique} section match one case, and differ. */
    UNIQUE_OVERLAP(Severity.ERROR, "唯一性分区内规则重叠且结果不同", "rules of a unique section overlap and differ"),
    /** No case can meet the rule's condition while the rule set is in force. */
    EMPTY_CONDITION(Severity.ERROR, "条件不可能成立", "no case can meet the condition"),
    /** The rule decides only cases of which a fact is missing that it does not ask to be missing. */
    ONLY_WHEN_MISSING(Severity.INFO, "规则仅在要素缺失时生效", "the rule decides only where a fact is missing"),
    /** No rule decides these cases. */
    GAP(Severity.WARNING, "存在无规则覆盖的工单", "no rule decides some cases"),
    /** The budget did not do. */
    UNDECIDED(Severity.WARNING, "预算内未能判定", "not settled within the budget");

    private final Severity severity;
    private final Label label;

    FindingCode(Severity severity, String zh, String en) {
        this.severity = severity;
        this.label = Label.of(zh, en);
    }

    /**
     * How grave it is.
     *
     * @return the severity of every finding of this code
     */
    public Severity severity() {
        return severity;
    }

    @Override
    public Label label() {
        return label;
    }
}
