package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * Which rules cases hit, and which none: the tests beside the rules, or past cases. Whichever way the cases are
 * ordered and divided, the coverage of the parts {@link #merge merged} is that of all.
 *
 * @param ruleSet the identity of the rule set
 * @param hash the rule set's {@link RuleSet#hash() hash}
 * @param cases how many cases were decided, 0 or more
 * @param rules how often each rule was hit, one for each id, in the order of the document
 */
public record RuleCoverage(String ruleSet, String hash, long cases, List<RuleHits> rules) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the rules that decide were hit more often than there were cases
     */
    public RuleCoverage {
        Objects.requireNonNull(ruleSet, "ruleSet");
        Objects.requireNonNull(hash, "hash");
        rules = List.copyOf(Objects.requireNonNull(rules, "rules"));
        if (cases < decided(rules)) {
            throw new IllegalArgumentException(
                    "cases must be at least as many as rules decided, " + decided(rules) + ", but were " + cases);
        }
    }

    /**
     * What the tests beside the rules hit.
     *
     * @param router a router by the rule set
     * @return the coverage
     */
    public static RuleCoverage of(Router router) {
        Tally tally = new Tally(router);
        RuleTestRunner.run(router).results().forEach(r -> tally.add(r.decision()));
        return tally.coverage();
    }

    /**
     * What past cases hit. Takes them one by one and keeps none.
     *
     * @param router a router by the rule set
     * @param cases the cases
     * @return the coverage
     */
    public static RuleCoverage of(Router router, Stream<PastCase> cases) {
        return cases.collect(collector(router));
    }

    /**
     * Collects what past cases hit, for streams of any kind.
     *
     * @param router a router by the rule set
     * @return the collector
     */
    public static Collector<PastCase, ?, RuleCoverage> collector(Router router) {
        Tally none = new Tally(router);
        return Collector.of(
                none::copy,
                (tally, past) -> tally.add(router.route(past.facts(), past.at())),
                Tally::absorb,
                Tally::coverage,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * The coverage of the cases of both.
     *
     * @param other what other cases hit
     * @return the coverage
     * @throws IllegalArgumentException if it is not of the same rules
     */
    public RuleCoverage merge(RuleCoverage other) {
        if (!hash.equals(other.hash) || !ruleSet.equals(other.ruleSet)) {
            throw new IllegalArgumentException("coverage merged must be of one rule set, but was of " + ruleSet
                    + " with hash " + hash + " and " + other.ruleSet + " with hash " + other.hash);
        }
        return new Tally(this).absorb(new Tally(other)).coverage();
    }

    /**
     * The rules that no case hit.
     *
     * @return their ids, in the order of the document
     */
    public List<String> neverHit() {
        return rules.stream().filter(r -> r.hits() == 0).map(RuleHits::rule).toList();
    }

    /**
     * How many of the rules were hit.
     *
     * @return the share of the ids; 0 of 0 is not possible, since a rule set has rules
     */
    public Share hitShare() {
        return Share.of(rules.size() - neverHit().size(), rules.size());
    }

    /**
     * How many cases no rule decided.
     *
     * @return their number
     */
    public long withoutRule() {
        return cases - decided(rules);
    }

    private static long decided(List<RuleHits> rules) {
        return rules.stream()
                .filter(RuleHits::decides)
                .mapToLong(RuleHits::hits)
                .sum();
    }

    /**
     * The coverage as text: how many rules were hit, how often each, and which never.
     *
     * @param language its language
     * @return lines, each ended by a line feed
     */
    public String render(Language language) {
        boolean zh = language == Language.ZH;
        StringBuilder text = new StringBuilder();
        text.append(
                zh
                        ? "规则集 " + ruleSet + " 工单 " + cases + " 件,无规则决定 " + withoutRule() + " 件,命中规则 " + hitShare()
                                + "\n"
                        : "Rule set " + ruleSet + ", cases: " + cases + ", decided by no rule: " + withoutRule()
                                + ", rules hit: " + hitShare() + "\n");
        for (RuleHits rule : rules) {
            text.append(rule.section()).append(' ').append(rule.rule()).append(' ');
            text.append(rule.hits() > 0 ? String.valueOf(rule.hits()) : zh ? "从未命中" : "never hit");
            text.append('\n');
        }
        return text.toString();
    }

    /** Counts. Belongs to one thread. */
    private static final class Tally {

        private static final int CASES = 0;

        private final String ruleSet;
        private final String hash;
        private final long[] totals;
        private final List<RuleHits> rules;
        private final Map<String, long[]> hits;

        private Tally(String ruleSet, String hash, List<RuleHits> rules, long cases) {
            this.ruleSet = ruleSet;
            this.hash = hash;
            this.rules = rules;
            this.totals = new long[] {cases};
            this.hits = new LinkedHashMap<>();
            rules.forEach(r -> hits.put(r.rule(), new long[] {r.hits()}));
        }

        Tally(Router router) {
            this(router.ruleSet().identity(), router.ruleSet().hash(), none(router.ruleSet()), 0);
        }

        Tally(RuleCoverage coverage) {
            this(coverage.ruleSet, coverage.hash, coverage.rules, coverage.cases);
        }

        /** The rules unhit; versions of one rule lie in one section. */
        private static List<RuleHits> none(RuleSet set) {
            List<RuleHits> found = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (RuleSet.Section section : set.sections()) {
                for (Rule rule : section.rules()) {
                    if (seen.add(rule.id())) {
                        found.add(new RuleHits(rule.id(), section.id(), section.policy(), 0));
                    }
                }
            }
            return List.copyOf(found);
        }

        /** A tally of its own, as it stood when made. */
        Tally copy() {
            return new Tally(ruleSet, hash, rules, totals[CASES]);
        }

        void add(RoutingDecision decision) {
            totals[CASES]++;
            decision.rule().ifPresent(this::hit);
            decision.collected().forEach(this::hit);
        }

        private void hit(String rule) {
            // A decision names rules of the set that decided, and of no other.
            Objects.requireNonNull(hits.get(rule))[0]++;
        }

        Tally absorb(Tally other) {
            totals[CASES] += other.totals[CASES];
            other.hits.forEach((rule, count) -> Objects.requireNonNull(hits.get(rule))[0] += count[0]);
            return this;
        }

        RuleCoverage coverage() {
            return new RuleCoverage(
                    ruleSet,
                    hash,
                    totals[CASES],
                    rules.stream()
                            .map(r -> new RuleHits(
                                    r.rule(), r.section(), r.policy(), Objects.requireNonNull(hits.get(r.rule()))[0]))
                            .toList());
        }
    }
}
