package io.github.hotlinekit.core.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Finds the rules that explanations speak of, as {@link Definition} does, without trying the others. Immutable. */
final class CandidateIndex {

    private static final long[] NONE = {};

    private final RuleSet ruleSet;
    private final RuleTable deciding;
    private final RuleTable collecting;
    private final NearRules near;

    CandidateIndex(RuleSet ruleSet, RuleTable deciding, RuleTable collecting, NearRules near) {
        this.ruleSet = ruleSet;
        this.deciding = deciding;
        this.collecting = collecting;
        this.near = near;
    }

    Candidates find(Definition.Situation situation, MatchQuery query) {
        MatchQuery anyDay = query.onAnyDay();
        int[] holding = IntStream.concat(places(deciding, anyDay), places(collecting, anyDay))
                .sorted()
                .toArray();
        List<List<Rule>> matching = new ArrayList<>();
        List<Rule> notInForce = new ArrayList<>();
        int start = 0;
        int next = 0;
        for (RuleSet.Section section : ruleSet.sections()) {
            int end = start + section.rules().size();
            List<Rule> own = new ArrayList<>();
            while (next < holding.length && holding[next] < end) {
                Rule rule = section.rules().get(holding[next++] - start);
                (situation.isInForce(rule) ? own : notInForce).add(rule);
            }
            matching.add(own);
            start = end;
        }
        long[] misses = situation.inForce() ? misses(query) : NONE;
        List<Rule> listed = Arrays.stream(misses)
                .limit(RoutingExplanation.MAX_LISTED)
                .mapToObj(miss -> rule(Candidates.place(miss)))
                .toList();
        return new Candidates(matching, notInForce, listed, misses.length);
    }

    private static IntStream places(RuleTable table, MatchQuery query) {
        return IntStream.of(table.all(query, 0, table.size())).map(table::place);
    }

    private long[] misses(MatchQuery query) {
        LongStream.Builder found = LongStream.builder();
        for (RuleTable table : List.of(deciding, collecting)) {
            near.find(table, query, rank -> found.add(Candidates.order(table.filledCells(rank), table.place(rank))));
        }
        return found.build().sorted().distinct().toArray();
    }

    private Rule rule(int place) {
        int left = place;
        for (RuleSet.Section section : ruleSet.sections()) {
            if (left < section.rules().size()) {
                return section.rules().get(left);
            }
            left -= section.rules().size();
        }
        throw new IllegalArgumentException("no rule at " + place);
    }
}
