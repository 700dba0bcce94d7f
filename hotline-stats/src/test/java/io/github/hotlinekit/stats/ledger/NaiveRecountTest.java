package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.stats.metric.Bounds;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.Distribution;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger against plain streams over the facts. */
class NaiveRecountTest {

    @Test
    @Tag("large")
    void over_100_000_cases_every_cell_equals_a_recount_by_plain_streams() {
        List<CaseFact> facts = Specs.facts(100_000, 12_345);
        List<Grouping> groupings = List.of(
                Grouping.of(Dimension.period(PeriodUnit.MONTH, Specs.ZONE), Dimension.department()),
                Grouping.of(Dimension.category(), Dimension.kind()),
                Grouping.of(Dimension.participant()));
        LedgerSnapshot snapshot = Specs.ledger(
                        LedgerSpec.of(Specs.WIDE.metrics(), Specs.WIDE.measures(), groupings), facts)
                .snapshot();
        for (Grouping grouping : groupings) {
            for (TimeBasis basis :
                    List.of(TimeBasis.RECEIVED, TimeBasis.DUE, TimeBasis.COMPLETED, TimeBasis.CALLED_BACK)) {
                Map<List<String>, List<CaseFact>> cells = facts.stream()
                        .filter(f -> f.hasInstant(basis))
                        .flatMap(f -> keys(grouping, f, basis).map(k -> Map.entry(k, f)))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                () -> new TreeMap<>(LedgerSnapshot::compareKeys),
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
                for (LedgerRow row : snapshot.rows(grouping)) {
                    assertRecount(row, cells.getOrDefault(row.key(), List.of()), basis);
                    cells.remove(row.key());
                }
                assertThat(cells).isEmpty();
            }
        }
    }

    private static Stream<List<String>> keys(Grouping grouping, CaseFact fact, TimeBasis basis) {
        List<List<String>> keys = List.of(List.of());
        for (Dimension dimension : grouping.dimensions()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> key : keys) {
                for (String next : dimension.keys(fact, basis)) {
                    longer.add(Stream.concat(key.stream(), Stream.of(next)).toList());
                }
            }
            keys = longer;
        }
        return keys.stream();
    }

    private static void assertRecount(LedgerRow row, List<CaseFact> cell, TimeBasis basis) {
        assertThat(row.volumeBy(basis)).isEqualTo(cell.size());
        List<CaseOutcome> outcomes = cell.stream().map(CaseFact::outcome).toList();
        for (Metric metric : Specs.WIDE.metrics()) {
            if (metric.basis() == basis) {
                long[] counts = new long[2 + metric.exclusions().size()];
                for (int i = 0; i < cell.size(); i++) {
                    int found = metric.classify(cell.get(i), outcomes.get(i));
                    counts[found < 0 ? -1 - found : 2 + found]++;
                }
                Figure figure = row.figure(metric.id());
                assertThat(figure.ratio().numerator()).isEqualTo(counts[0]);
                assertThat(figure.ratio().denominator()).isEqualTo(counts[0] + counts[1]);
                for (int e = 0; e < metric.exclusions().size(); e++) {
                    assertThat(figure.excluded())
                            .containsEntry(metric.exclusions().get(e).id(), counts[2 + e]);
                }
            }
        }
        for (Measure measure : Specs.WIDE.measures()) {
            if (measure.basis() == basis) {
                Times times = row.times(measure.id());
                assertBounds(times.ended(), naive(cell, measure, 0));
                assertBounds(times.running(), naive(cell, measure, 1));
            }
        }
    }

    private static Distribution naive(List<CaseFact> cell, Measure measure, int running) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        for (CaseFact fact : cell) {
            int coded = measure.coded().applyAsInt(fact);
            if (coded >= 0 && (coded & 1) == running) {
                counts.merge((long) (coded >> 1), 1L, Long::sum);
            }
        }
        return Distribution.ofExact(
                counts.keySet().stream().mapToLong(Long::longValue).toArray(),
                counts.values().stream().mapToLong(Long::longValue).toArray());
    }

    private static void assertBounds(Distribution binned, Distribution exact) {
        assertThat(binned.n()).isEqualTo(exact.n());
        assertThat(binned.sum()).isEqualTo(exact.sum());
        for (double p : new double[] {0, 0.5, 0.9, 1}) {
            assertThat(binned.quantile(p).isPresent()).isEqualTo(exact.n() > 0);
            if (exact.n() > 0) {
                Bounds of = binned.quantile(p).orElseThrow();
                Bounds value = exact.quantile(p).orElseThrow();
                assertThat(value.lower()).isBetween(of.lower(), of.upper());
                // A bin is never wider than 1/64 of its values.
                assertThat(of.upper().subtract(of.lower()).longValue() * 64)
                        .isLessThanOrEqualTo(of.lower().longValue());
            }
        }
    }

    @Property(tries = 60)
    void times_are_exact_in_cells_of_few_different_ones_and_in_bins_in_others_whatever_the_history(
            @ForAll long seed, @ForAll @IntRange(max = 60) int count, @ForAll @IntRange(min = 1, max = 40) int few) {
        List<CaseFact> facts = Specs.facts(count, seed);
        Grouping grouping = Grouping.of(Dimension.kind());
        LedgerSpec spec = LedgerSpec.of(List.of(), List.of(Measure.handlingTime()), List.of(grouping))
                .withExactUpTo(few);
        Ledger parts = Ledger.of(spec);
        for (int i = 0; i < facts.size(); i += 7) {
            parts.merge(Specs.ledger(spec, facts.subList(i, Math.min(i + 7, facts.size()))));
        }
        LedgerSnapshot snapshot = Specs.ledger(spec, facts).snapshot();
        assertThat(parts.snapshot()).isEqualTo(snapshot);
        for (LedgerRow row : snapshot.rows(grouping)) {
            List<CaseFact> cell = facts.stream()
                    .filter(f -> f.kind().code().equals(row.key().get(0)))
                    .toList();
            Distribution exact = naive(cell, Measure.handlingTime(), 0);
            Distribution kept = row.times("handlingTime").ended();
            if (exact.size() <= few) {
                assertThat(kept.quantile(0.5)).isEqualTo(exact.quantile(0.5));
                assertThat(kept.size()).isEqualTo(exact.size());
            } else {
                assertBounds(kept, exact);
            }
        }
    }

    @Property
    void every_time_is_within_the_bounds_of_its_bin_and_bins_touch(
            @ForAll @IntRange(max = CaseFact.MAX_MINUTES) int minutes) {
        int bin = Bins.of(minutes);
        assertThat(minutes).isBetween(Bins.lower(bin), Bins.upper(bin));
        assertThat(bin == 0 ? -1 : Bins.upper(bin - 1)).isEqualTo(Bins.lower(bin) - 1);
        assertThat(bin).isLessThan(PackedList.VALUES);
        assertThat((long) (Bins.upper(bin) - Bins.lower(bin)) * Bins.STEPS).isLessThanOrEqualTo(Bins.lower(bin));
    }
}
