package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How past cases are decided by one of the rule sets of a replay.
 *
 * @param ruleSet the identity of the rule set
 * @param hash the rule set's {@link RuleSet#hash() hash}
 * @param decidedAt when all cases are decided; empty if each is at its own instant
 * @param cases how many cases there are, 0 or more
 * @param triaged how many people decide, by a rule or for want of one
 * @param notInForce of those, how many since the rule set is not in force when they are decided
 * @param sections how many cases each section decides, in the order of the document, those that decide only
 */
public record ReplaySide(
        String ruleSet,
        String hash,
        Optional<Instant> decidedAt,
        long cases,
        long triaged,
        long notInForce,
        List<SectionCount> sections) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if some are more than all
     */
    public ReplaySide {
        Objects.requireNonNull(ruleSet, "ruleSet");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(decidedAt, "decidedAt");
        sections = List.copyOf(Objects.requireNonNull(sections, "sections"));
        long decided = sum(sections);
        if (notInForce < 0 || triaged < notInForce || cases < triaged || cases - notInForce < decided) {
            throw new IllegalArgumentException(
                    "numbers must be 0 <= not in force <= triaged <= cases, and sections must"
                            + " decide no more than the cases for which the set is in force, but were not in force "
                            + notInForce
                            + ", triaged " + triaged + ", cases " + cases + ", decided by sections " + decided);
        }
    }

    private static long sum(List<SectionCount> sections) {
        return sections.stream().mapToLong(SectionCount::cases).sum();
    }

    /**
     * How many of the cases people decide (人工会商).
     *
     * @return the share; 0 of 0 if there is no case
     */
    public Share triageShare() {
        return Share.of(triaged, cases);
    }

    /**
     * How many of the cases are left to the last section that decides (兜底): the fallback, by whatever name. Of a set with
     * one such section, that is every case that a rule decides.
     *
     * @return the share; 0 of 0 if there is no case
     */
    public Share fallbackShare() {
        return Share.of(
                sections.isEmpty() ? 0 : sections.get(sections.size() - 1).cases(), cases);
    }

    /**
     * How many of the cases a section decides.
     *
     * @param section its id
     * @return the share; 0 of 0 if there is no case
     * @throws IllegalArgumentException if the rule set has no such section, or it does not decide
     */
    public Share sectionShare(String section) {
        long decided = sections.stream()
                .filter(s -> s.section().equals(section))
                .mapToLong(SectionCount::cases)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("section must be one of rule set " + ruleSet
                        + " that decides, "
                        + sections.stream().map(SectionCount::section).toList() + ", but was \""
                        + section + "\""));
        return Share.of(decided, cases);
    }

    /**
     * How many cases no rule decides.
     *
     * @return their number
     */
    public long withoutRule() {
        return cases - sum(sections);
    }

    /** Whether the cases of both are decided by the same rules at the same time. */
    boolean isOfOneKind(ReplaySide other) {
        return ruleSet.equals(other.ruleSet) && hash.equals(other.hash) && decidedAt.equals(other.decidedAt);
    }
}
