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
    /** The rule is in force only on days on which the rule set is not. */
    RULE_OUTSIDE_SET(Severity.ERROR, "规则施行期间在规则集之外", "the rule is never in force while the rule set is"),
    /** Between two versions of a rule are days on which none is in force and the rule set is. */
    VERSION_GAP(Severity.WARNING, "规则版本之间有空档", "days lie between two versions of a rule"),
    /** A word of one character is found in many others that mean something else. */
    ONE_CHARACTER_WORD(Severity.WARNING, "单字关键词", "a keyword of one character"),
    /** A word of a list changes nothing, for it is within another of the list, or another within it. */
    CONTAINED_WORD(Severity.INFO, "关键词多余", "a keyword that changes nothing"),
    /** A rule dispatches by words alone, whatever the category, the area and all else. */
    KEYWORDS_ONLY(Severity.WARNING, "仅凭关键词派单", "the rule dispatches by keywords alone"),
    /**
     * The rule decides cases that a row of a later section would decide otherwise, of a section whose rows do not
     * depend on their order: {@code mostSpecific} or {@code unique}. As a ruling is meant to.
     */
    OVERRIDES(Severity.INFO, "规则优先于后续分区的条目", "the rule overrides rows of a later section"),
    /** A department that the rule names has ended or ends while the rule is in force. */
    DEPARTMENT_ABOLISHED(Severity.WARNING, "规则施行期间部门已撤销", "a department ends while the rule is in force"),
    /** In some areas nobody has the charge that the rule asks for. */
    JURISDICTION_NONE(Severity.WARNING, "部分区域无属地单位", "nobody has charge of some areas"),
    /** Nobody has the charge that rules ask for in areas of which somebody has it in a part: of cases too coarse. */
    COARSE_AREA(Severity.INFO, "区域过粗,下级区域才有属地单位", "areas are too coarse: only parts of them have somebody in charge"),
    /** In some areas more than one department has the charge that the rule asks for. */
    JURISDICTION_SEVERAL(Severity.WARNING, "部分区域有多个属地单位", "several departments have charge of some areas"),
    /** The budget did not do: one finding for each question, with the rules for which it did not. */
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
