package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a change of rules does to past cases (新旧规则回放比对). Whichever way the cases are ordered and divided, the report of
 * the parts {@link #merge merged} is that of all.
 *
 * @param before how the rules before decide
 * @param after how the rules after decide
 * @param examples how many examples are kept of each pair of places at most, 0 to {@value RuleSetReplay#MAX_EXAMPLES}
 * @param matrix how many cases go where before and where after, ordered by the place before, then by the one after;
 *     pairs without a case are left out
 */
public record ReplayReport(ReplaySide before, ReplaySide after, int examples, List<ReplayCell> matrix) {

    private static final int SHOWN_PAIRS = 20;

    /** By the places. */
    static final Comparator<ReplayCell> ORDER =
            Comparator.comparing(ReplayCell::before).thenComparing(ReplayCell::after);

    private static final Comparator<ReplayCell> MOST_CHANGED =
            Comparator.comparingLong(ReplayCell::changed).reversed().thenComparing(ORDER);

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the matrix does not add up to the cases of both sides, is out of order, or has
     *     more examples than are kept
     */
    public ReplayReport {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        RuleSetReplay.requireExamples(examples);
        matrix = List.copyOf(Objects.requireNonNull(matrix, "matrix"));
        long sum = matrix.stream().mapToLong(ReplayCell::cases).sum();
        if (sum != before.cases() || sum != after.cases()) {
            throw new IllegalArgumentException("the matrix must add up to the cases before and after, " + before.cases()
                    + " and " + after.cases() + ", but adds up to " + sum);
        }
        for (int i = 0; i < matrix.size(); i++) {
            if (i > 0 && ORDER.compare(matrix.get(i - 1), matrix.get(i)) >= 0) {
                throw new IllegalArgumentException("the matrix must be in order, each pair once, but "
                        + matrix.get(i).before() + " and " + matrix.get(i).after() + " were at " + i);
            }
            if (matrix.get(i).examples().size() > examples) {
                throw new IllegalArgumentException("a pair must have at most " + examples + " examples, but had "
                        + matrix.get(i).examples().size());
            }
        }
    }

    /**
     * How many cases there are.
     *
     * @return their number
     */
    public long cases() {
        return before.cases();
    }

    /**
     * The pairs of places between which, or at which, an outcome changes.
     *
     * @return their cells, those with the most changed cases first, then as in the matrix; none if every case has the
     *     same outcome before and after
     */
    public List<ReplayCell> changes() {
        return matrix.stream().filter(c -> c.changed() > 0).sorted(MOST_CHANGED).toList();
    }

    /**
     * Of how many cases the outcome changes: where they go, or who assists.
     *
     * @return the share; 0 of 0 if there is no case
     */
    public Share changedShare() {
        return Share.of(matrix.stream().mapToLong(ReplayCell::changed).sum(), cases());
    }

    /**
     * How many cases go elsewhere: another lead, or another outcome than a dispatch.
     *
     * @return the share; 0 of 0 if there is no case
     */
    public Share movedShare() {
        return Share.of(
                matrix.stream()
                        .filter(ReplayCell::moves)
                        .mapToLong(ReplayCell::cases)
                        .sum(),
                cases());
    }

    /**
     * Whether the change stays within a limit, for a host to let a change of rules through.
     *
     * @param limit of how many cases the outcome may change, such as 1 of 100
     * @return whether it changes of no more; never if there is no case
     * @throws IllegalArgumentException if the limit is 0 of 0
     */
    public boolean changedShareAtMost(Share limit) {
        return changedShare().atMost(limit);
    }

    /**
     * Whether the rules after leave no more to people than a limit.
     *
     * @param limit how many cases people may decide, such as 5 of 100
     * @return whether they decide no more; never if there is no case
     * @throws IllegalArgumentException if the limit is 0 of 0
     */
    public boolean triageShareAtMost(Share limit) {
        return after.triageShare().atMost(limit);
    }

    /**
     * Whether the rules after leave no more to their last section than a limit.
     *
     * @param limit how many cases may be decided by it, such as 5 of 100
     * @return whether it decides no more; never if there is no case
     * @throws IllegalArgumentException if the limit is 0 of 0
     */
    public boolean fallbackShareAtMost(Share limit) {
        return after.fallbackShare().atMost(limit);
    }

    /**
     * The report of the cases of both.
     *
     * @param other the report of other cases
     * @return the report
     * @throws IllegalArgumentException if it is not of the same rules, instants and number of examples
     */
    public ReplayReport merge(ReplayReport other) {
        if (!before.isOfOneKind(other.before) || !after.isOfOneKind(other.after) || examples != other.examples) {
            throw new IllegalArgumentException(
                    "reports merged must be of one replay, but were of " + kind() + " and " + other.kind());
        }
        return new ReplayTally(before, after, examples)
                .absorb(this)
                .absorb(other)
                .report();
    }

    private String kind() {
        return before.ruleSet() + " (" + before.hash() + ", decided at " + before.decidedAt() + ") to "
                + after.ruleSet() + " (" + after.hash() + ", decided at " + after.decidedAt() + ") with " + examples
                + " examples";
    }

    /**
     * The report of the change back: the same that a replay with the rule sets exchanged gives, if the ids of the cases
     * differ.
     *
     * @return the report
     */
    public ReplayReport transposed() {
        return new ReplayReport(
                after,
                before,
                examples,
                matrix.stream().map(ReplayCell::transposed).sorted(ORDER).toList());
    }

    /**
     * The report as text: what changes in all, the shares left to people and to the last section, and the pairs of places
     * with the most changed cases, at most {@value #SHOWN_PAIRS}, with their examples.
     *
     * @param language its language
     * @return lines, each ended by a line feed
     */
    public String render(Language language) {
        boolean zh = language == Language.ZH;
        StringBuilder text = new StringBuilder();
        text.append(before.ruleSet()).append(" -> ").append(after.ruleSet()).append('\n');
        line(text, zh ? "工单" : "Cases", String.valueOf(cases()));
        line(text, zh ? "结果改变" : "Outcome changed", changedShare().toString());
        line(text, zh ? "去向改变" : "Goes elsewhere", movedShare().toString());
        line(text, zh ? "人工会商" : "Triage by people", before.triageShare() + " -> " + after.triageShare());
        line(text, zh ? "兜底" : "Last section", before.fallbackShare() + " -> " + after.fallbackShare());
        if (before.notInForce() > 0 || after.notInForce() > 0) {
            line(
                    text,
                    zh ? "其中规则集未施行" : "Of the triage, rule set not in force",
                    before.notInForce() + " -> " + after.notInForce());
        }
        List<ReplayCell> changes = changes();
        for (ReplayCell cell : changes.subList(0, Math.min(SHOWN_PAIRS, changes.size()))) {
            line(
                    text,
                    cell.before().label().in(language) + " -> "
                            + cell.after().label().in(language),
                    String.valueOf(cell.changed()));
            for (ReplayExample example : cell.examples()) {
                line(text, "  " + example.id(), example.message().in(language));
            }
        }
        if (changes.size() > SHOWN_PAIRS) {
            int more = changes.size() - SHOWN_PAIRS;
            text.append(zh ? "另有 " + more + " 对去向\n" : "and " + more + " other pairs\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
