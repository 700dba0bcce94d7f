package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Exclusion;
import io.github.hotlinekit.stats.metric.FactTest;
import io.github.hotlinekit.stats.metric.Facts;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LedgerLawsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Grouping TOTAL = Grouping.total();
    private static final Grouping BY_DAY = Grouping.of(Dimension.period(PeriodUnit.DAY, ZONE));
    private static final Grouping BY_MONTH = Grouping.of(Dimension.period(PeriodUnit.MONTH, ZONE));
    private static final Grouping BY_CLASS = Grouping.of(Dimension.category(1));
    private static final Grouping BY_CATEGORY = Grouping.of(Dimension.category(2));
    private static final Grouping BY_DEPARTMENT_AND_KIND = Grouping.of(Dimension.department(), Dimension.kind());
    private static final List<Grouping> GROUPINGS =
            List.of(TOTAL, BY_DAY, BY_MONTH, BY_CLASS, BY_CATEGORY, BY_DEPARTMENT_AND_KIND);
    private static final LedgerSpec SPEC = LedgerSpec.of(Metric.catalogue(), Measure.standard(), GROUPINGS);

    @Provide
    Arbitrary<List<CaseFact>> facts() {
        return Facts.facts().list().ofMaxSize(60);
    }

    private static Ledger ledger(List<CaseFact> facts) {
        Ledger ledger = Ledger.of(SPEC);
        facts.forEach(ledger::add);
        return ledger;
    }

    @Property(tries = 100)
    void any_split_order_and_tree_of_merges_gives_the_same_snapshot(
            @ForAll("facts") List<CaseFact> facts, @ForAll Random random) {
        List<CaseFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        List<Ledger> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            parts.add(Ledger.of(SPEC));
        }
        shuffled.forEach(f -> parts.get(random.nextInt(parts.size())).add(f));
        while (parts.size() > 1) {
            Ledger one = parts.remove(random.nextInt(parts.size()));
            Ledger other = parts.remove(random.nextInt(parts.size()));
            LedgerSnapshot before = other.snapshot();
            parts.add(one.merge(other));
            assertThat(other.snapshot()).isEqualTo(before);
        }
        LedgerSnapshot whole = ledger(facts).snapshot();
        assertThat(parts.get(0).snapshot()).isEqualTo(whole).hasSameHashCodeAs(whole);
    }

    @Property(tries = 100)
    void what_is_added_and_subtracted_leaves_no_trace(
            @ForAll("facts") List<CaseFact> facts, @ForAll("facts") List<CaseFact> more, @ForAll Random random) {
        Ledger ledger = ledger(facts);
        LedgerSnapshot before = ledger.snapshot();
        more.forEach(ledger::add);
        List<CaseFact> shuffled = new ArrayList<>(more);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(ledger::subtract);
        assertThat(ledger.snapshot()).isEqualTo(before);
    }

    @Property(tries = 100)
    void the_ledger_equals_counting_by_hand(@ForAll("facts") List<CaseFact> facts) {
        LedgerSnapshot snapshot = ledger(facts).snapshot();
        for (Grouping grouping : GROUPINGS) {
            Map<String, List<CaseFact>> grouped = facts.stream()
                    .collect(Collectors.groupingBy(f -> byHand(grouping, f), TreeMap::new, Collectors.toList()));
            List<LedgerRow> rows = snapshot.rows(grouping);
            assertThat(rows.stream().map(r -> String.join("|", r.key())).sorted())
                    .containsExactlyElementsOf(grouped.keySet());
            for (LedgerRow row : rows) {
                List<CaseFact> cell = grouped.getOrDefault(String.join("|", row.key()), List.of());
                assertThat(row.volume()).isEqualTo(cell.size());
                for (Metric metric : Metric.catalogue()) {
                    assertThat(row.figure(metric.id())).isEqualTo(byHand(metric, cell));
                }
            }
        }
    }

    private static String byHand(Grouping grouping, CaseFact f) {
        LocalDate date = f.received().atZone(ZONE).toLocalDate();
        if (grouping.equals(BY_DAY)) {
            return date.toString();
        } else if (grouping.equals(BY_MONTH)) {
            return date.toString().substring(0, 7);
        } else if (grouping.equals(BY_CLASS)) {
            return f.category().map(c -> c.value().substring(0, 2)).orElse("");
        } else if (grouping.equals(BY_CATEGORY)) {
            return f.category().map(c -> c.value()).orElse("");
        } else if (grouping.equals(BY_DEPARTMENT_AND_KIND)) {
            return f.lead().map(d -> d.value()).orElse("") + "|" + f.kind().code();
        }
        return "";
    }

    private static Figure byHand(Metric metric, List<CaseFact> cell) {
        Map<String, Long> excluded = new LinkedHashMap<>();
        metric.exclusions().forEach(e -> excluded.put(e.id(), 0L));
        long hits = 0;
        long all = 0;
        for (CaseFact fact : cell) {
            int found = metric.classify(fact);
            if (found >= 0) {
                excluded.merge(metric.exclusions().get(found).id(), 1L, Long::sum);
            } else {
                all++;
                hits += found == Metric.HIT ? 1 : 0;
            }
        }
        return new Figure(metric, Ratio.of(hits, all), excluded);
    }

    @Property(tries = 100)
    void hits_misses_and_exclusions_add_up_to_the_volume(@ForAll("facts") List<CaseFact> facts) {
        LedgerSnapshot snapshot = ledger(facts).snapshot();
        for (Grouping grouping : GROUPINGS) {
            for (LedgerRow row : snapshot.rows(grouping)) {
                row.figures()
                        .forEach((id, figure) -> assertThat(figure.ratio().denominator()
                                        + figure.excluded().values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum())
                                .as(id)
                                .isEqualTo(row.volume()));
            }
        }
    }

    @Property(tries = 100)
    void the_cells_of_a_grouping_add_up_to_the_total_days_to_months_and_categories_to_classes(
            @ForAll("facts") List<CaseFact> facts) {
        LedgerSnapshot snapshot = ledger(facts).snapshot();
        LedgerRow total = snapshot.row(TOTAL, List.of());
        assertThat(total.volume()).isEqualTo(facts.size());
        for (Grouping grouping : GROUPINGS) {
            assertAddUp(snapshot.rows(grouping), total);
        }
        assertAddUp(snapshot, BY_DAY, BY_MONTH, 7);
        assertAddUp(snapshot, BY_CATEGORY, BY_CLASS, 2);
    }

    private static void assertAddUp(LedgerSnapshot snapshot, Grouping fine, Grouping coarse, int digits) {
        for (LedgerRow row : snapshot.rows(coarse)) {
            assertAddUp(
                    snapshot.rows(fine).stream()
                            .filter(r ->
                                    cut(r.key().get(0), digits).equals(row.key().get(0)))
                            .toList(),
                    row);
        }
    }

    private static void assertAddUp(List<LedgerRow> parts, LedgerRow whole) {
        assertThat(parts.stream().mapToLong(LedgerRow::volume).sum()).isEqualTo(whole.volume());
        whole.figures().forEach((id, figure) -> {
            List<Figure> added = parts.stream().map(r -> r.figure(id)).toList();
            long hits = added.stream().mapToLong(f -> f.ratio().numerator()).sum();
            long all = added.stream().mapToLong(f -> f.ratio().denominator()).sum();
            Map<String, Long> excluded = new LinkedHashMap<>();
            figure.excluded().keySet().forEach(reason -> excluded.put(reason, 0L));
            added.forEach(f -> f.excluded().forEach((reason, count) -> excluded.merge(reason, count, Long::sum)));
            assertThat(new Figure(figure.metric(), Ratio.of(hits, all), excluded))
                    .as(id)
                    .isEqualTo(figure);
        });
    }

    @Property(tries = 100)
    void departments_of_other_codes_have_the_same_figures_under_their_codes(@ForAll("facts") List<CaseFact> facts) {
        Map<String, String> codes = Map.of("D0", "Z9", "D1", "M5", "D2", "A1", "D3", "B7", "", "");
        LedgerSnapshot before = ledger(facts).snapshot();
        LedgerSnapshot after = ledger(facts.stream()
                        .map(f -> f.lead()
                                .map(d -> f.ledBy(DepartmentCode.of(codes.getOrDefault(d.value(), ""))))
                                .orElse(f))
                        .toList())
                .snapshot();
        assertThat(after.rows(BY_DAY)).isEqualTo(before.rows(BY_DAY));
        assertThat(after.rows(BY_DEPARTMENT_AND_KIND))
                .isSortedAccordingTo(
                        Comparator.<LedgerRow, String>comparing(r -> r.key().get(0))
                                .thenComparing(r -> r.key().get(1)))
                .hasSameSizeAs(before.rows(BY_DEPARTMENT_AND_KIND));
        for (LedgerRow row : before.rows(BY_DEPARTMENT_AND_KIND)) {
            LedgerRow moved = after.row(
                    BY_DEPARTMENT_AND_KIND,
                    List.of(codes.getOrDefault(row.key().get(0), ""), row.key().get(1)));
            assertThat(moved.volume()).isEqualTo(row.volume());
            assertThat(moved.figures()).isEqualTo(row.figures());
            assertThat(moved.fingerprint()).isEqualTo(row.fingerprint());
        }
    }

    @Test
    void a_count_that_would_overflow_is_refused_and_the_ledger_stays_as_it_was() {
        Grouping byKind = Grouping.of(Dimension.kind());
        LedgerSpec spec = LedgerSpec.of(Metric.standard(), List.of(byKind, TOTAL));
        CaseFact fact = ofKind(Facts.facts().sample(), CaseKind.COMPLAINT);
        Ledger ledger = Ledger.of(spec).add(fact).add(ofKind(fact, CaseKind.PRAISE));
        for (int i = 1; i < 30; i++) {
            ledger.merge(ledger);
        }
        assertOverflows(ledger, 1L << 30, () -> ledger.merge(ledger));
        Ledger rest = Ledger.of(spec).merge(ledger).subtract(fact);
        ledger.merge(rest);
        assertOverflows(ledger, Ledger.MAX_CASES, () -> ledger.add(fact));
        LedgerSnapshot full = ledger.snapshot();
        assertThat(ledger.subtract(fact).add(fact).snapshot()).isEqualTo(full);
        assertOverflows(ledger, Ledger.MAX_CASES, () -> ledger.add(fact));
    }

    private static CaseFact ofKind(CaseFact fact, CaseKind kind) {
        return fact.toBuilder().outcome(fact.outcome().withKind(kind)).build();
    }

    private static void assertOverflows(Ledger ledger, long total, ThrowingCallable change) {
        LedgerSnapshot before = ledger.snapshot();
        assertThat(before.row(TOTAL, List.of()).volume()).isEqualTo(total);
        assertThatThrownBy(change).isInstanceOf(ArithmeticException.class);
        assertThat(ledger.snapshot()).isEqualTo(before);
    }

    @Test
    @SuppressWarnings("NullAway") // a host without null checks can hand in such a dimension
    void a_metric_measure_or_dimension_of_ones_own_that_fails_leaves_the_ledger_as_it_was() {
        CaseFact fact = ofKind(Facts.facts().sample(), CaseKind.COMPLAINT);
        CaseFact bad = ofKind(fact, CaseKind.PRAISE);
        Dimension failing = Dimension.of("failing", Label.of("失败", "failing"), f -> {
            if (f.kind() == CaseKind.PRAISE) {
                throw new UnsupportedOperationException("no key for praise");
            }
            return "key";
        });
        assertStays(fact, bad, spec(Metric.standard(), Grouping.of(failing)), "no key for praise");
        Dimension missing = Dimension.of(
                "missing",
                Label.of("缺失", "missing"),
                f -> Map.of(CaseKind.COMPLAINT, "key").get(f.kind()));
        String message = "key of case " + bad.number() + " by dimension missing";
        assertStays(fact, bad, spec(Metric.standard(), Grouping.of(missing)), message);
        assertStays(fact, bad, spec(Metric.standard(), Grouping.of(Dimension.channel(), missing)), message);
        for (FactTest test : List.of(
                FactTest.ofFact(f -> isNoPraise(f.kind())),
                FactTest.ofOutcome(outcome -> isNoPraise(outcome.kind())))) {
            Metric metric = Metric.builder("failing")
                    .name("失败", "failing")
                    .numerator("全部", "all", test)
                    .denominator("全部", "all")
                    .build();
            assertStays(fact, bad, spec(List.of(metric), BY_DAY), "no test of praise");
        }
        Measure measure = new Measure(
                "failing",
                Label.of("失败", "failing"),
                Label.of("失败", "failing"),
                TimeBasis.RECEIVED,
                Label.of("试", "test"),
                f -> isNoPraise(f.kind()) ? 2 : 0);
        assertStays(fact, bad, LedgerSpec.of(Metric.standard(), List.of(measure), List.of(TOTAL)), "no test of praise");
    }

    private static LedgerSpec spec(List<Metric> metrics, Grouping grouping) {
        return LedgerSpec.of(metrics, List.of(TOTAL, grouping));
    }

    private static boolean isNoPraise(CaseKind kind) {
        if (kind == CaseKind.PRAISE) {
            throw new UnsupportedOperationException("no test of praise");
        }
        return true;
    }

    private static void assertStays(CaseFact fact, CaseFact bad, LedgerSpec spec, String message) {
        Ledger waits = Ledger.of(spec).add(fact);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> waits.add(bad)).hasMessage(message);
        }
        waits.add(fact);
        assertThatThrownBy(() -> waits.add(bad)).hasMessage(message);
        assertThat(waits.snapshot())
                .isEqualTo(Ledger.of(spec).add(fact).add(fact).snapshot());
        Ledger ledger = Ledger.of(spec).add(fact);
        LedgerSnapshot before = ledger.snapshot();
        assertThatThrownBy(() -> ledger.add(bad)).hasMessage(message);
        assertThat(ledger.snapshot()).isEqualTo(before);
        assertThat(ledger.add(fact).snapshot().row(TOTAL, List.of()).volume()).isEqualTo(2);
    }

    /** So many that they are counted in several batches, and some of them wait. */
    @Property(tries = 4)
    void a_ledger_of_many_cases_is_that_of_few_at_a_time_and_those_taken_out_leave_no_trace(@ForAll Random random) {
        List<CaseFact> facts = Specs.facts(2_500, random.nextLong());
        Ledger whole = ledger(facts);
        Ledger merged = Ledger.of(SPEC);
        for (int from = 0; from < facts.size(); ) {
            int until = Math.min(facts.size(), from + 1 + random.nextInt(60));
            merged.merge(ledger(facts.subList(from, until)));
            from = until;
        }
        assertThat(whole.snapshot().bytes()).isEqualTo(merged.snapshot().bytes());
        int out = random.nextInt(1, 300);
        facts.subList(0, out).forEach(whole::subtract);
        Ledger again = ledger(facts.subList(0, 1_500));
        facts.subList(0, out).forEach(again::subtract);
        again.merge(ledger(facts.subList(1_500, facts.size())));
        assertThat(whole.snapshot().bytes())
                .isEqualTo(again.snapshot().bytes())
                .isEqualTo(ledger(facts.subList(out, facts.size())).snapshot().bytes());
    }

    private static String cut(String key, int digits) {
        return key.length() <= digits ? key : key.substring(0, digits);
    }

    @Test
    void a_ledger_that_has_counted_nothing_has_no_data_and_no_zero_percent() {
        LedgerSnapshot snapshot = Ledger.of(SPEC).snapshot();
        assertThat(snapshot.rows(BY_DAY)).isEmpty();
        LedgerRow row = snapshot.row(BY_DEPARTMENT_AND_KIND, List.of("ZJJ", "help"));
        assertThat(row.volume()).isZero();
        assertThat(row.figure("completion").ratio().percent(1)).isEmpty();
        assertThat(row.figure("completion").excluded()).containsEntry("merged", 0L);
    }

    @Test
    void what_was_not_counted_cannot_be_subtracted_and_the_ledger_stays_as_it_was() {
        List<CaseFact> two = Facts.facts().list().ofSize(2).sample();
        CaseFact kept = two.get(0);
        Ledger ledger = ledger(List.of(kept));
        LedgerSnapshot before = ledger.snapshot();
        CaseFact other = kept.toBuilder()
                .received(kept.received().plusSeconds(400 * 86_400L))
                .build();
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.subtract(other))
                .withMessageContaining(other.number().value())
                .withMessageContaining("period/DAY");
        assertThat(ledger.snapshot()).isEqualTo(before);
    }

    @Test
    void ledgers_of_different_definitions_are_not_merged_and_the_message_names_the_difference() {
        List<Metric> standard = Metric.standard();
        assertNotMerged(
                LedgerSpec.of(standard, List.of(BY_DAY)),
                LedgerSpec.of(standard.subList(0, 8), List.of(BY_DAY)),
                "line 9 was metric reopened/1/received[",
                "] and grouping [period/DAY/Asia/Shanghai]");
        assertNotMerged(
                LedgerSpec.of(List.of(standard.get(0), standard.get(1)), List.of(BY_DAY)),
                LedgerSpec.of(List.of(standard.get(1), standard.get(0)), List.of(BY_DAY)),
                "line 1 was metric completion/1/received[",
                "] and metric onTime/1/received[");
        assertNotMerged(
                LedgerSpec.of(List.of(share(true)), List.of(BY_DAY)),
                LedgerSpec.of(List.of(share(false)), List.of(BY_DAY)),
                "line 1 was metric share/1/received[never] and metric share/1/received[]");
        assertNotMerged(
                LedgerSpec.of(
                        standard,
                        List.of(TOTAL, Grouping.of(Dimension.period(PeriodUnit.DAY, ZoneId.of("America/New_York"))))),
                LedgerSpec.of(standard, List.of(TOTAL, BY_DAY)),
                "line 11 was grouping [period/DAY/America/New_York] and grouping [period/DAY/Asia/Shanghai]");
    }

    private static Metric share(boolean excluding) {
        Metric.Builder builder = Metric.builder("share")
                .name("占比", "share")
                .numerator("全部", "all", f -> true)
                .denominator("全部", "all");
        if (excluding) {
            builder.exclude(Exclusion.of("never", Label.of("无", "never"), f -> false));
        }
        return builder.build();
    }

    private static void assertNotMerged(LedgerSpec one, LedgerSpec other, String... difference) {
        Ledger ledger = Ledger.of(one).add(Facts.facts().sample());
        LedgerSnapshot before = ledger.snapshot();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.merge(Ledger.of(other)))
                .withMessageContainingAll(difference);
        assertThat(ledger.snapshot()).isEqualTo(before);
    }

    @Test
    void a_specification_refuses_what_stands_twice_and_too_many_groupings() {
        Metric metric = Metric.standard().get(0);
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerSpec.of(List.of(metric, metric), GROUPINGS));
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerSpec.of(List.of(metric), List.of(BY_DAY, BY_DAY)));
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerSpec.of(List.of(metric), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Grouping.of(Dimension.kind(), Dimension.kind()));
        List<Grouping> many = new ArrayList<>();
        for (int i = 1; i <= LedgerSpec.MAX_GROUPINGS; i++) {
            many.add(Grouping.of(Dimension.area(i)));
        }
        assertThat(LedgerSpec.of(List.of(metric), many).groupings()).hasSize(LedgerSpec.MAX_GROUPINGS);
        many.add(TOTAL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerSpec.of(List.of(metric), many))
                .withMessageContaining("65");
        assertThatIllegalArgumentException().isThrownBy(() -> Dimension.category(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Dimension.area(0));
        LedgerSnapshot snapshot = Ledger.of(SPEC).snapshot();
        assertThatIllegalArgumentException().isThrownBy(() -> snapshot.rows(Grouping.of(Dimension.channel())));
        assertThatIllegalArgumentException().isThrownBy(() -> snapshot.row(BY_DAY, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.row(TOTAL, List.of()).figure("nothing"))
                .withMessageContaining("nothing");
    }

    @Test
    void a_specification_refuses_numbers_out_of_range_and_too_many_metrics_and_measures() {
        List<Measure> many = IntStream.rangeClosed(1, LedgerSpec.MAX_METRICS)
                .mapToObj(LedgerLawsTest::measure)
                .toList();
        LedgerSpec spec = LedgerSpec.of(List.of(), many, List.of(TOTAL));
        assertThat(spec.measures()).hasSize(LedgerSpec.MAX_METRICS);
        List<Measure> tooMany = new ArrayList<>(many);
        tooMany.add(measure(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerSpec.of(List.of(), tooMany, List.of(TOTAL)))
                .withMessage("measures must be at most 1000, but were 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerSpec.of(List.of(), List.of(measure(1), measure(1)), List.of(TOTAL)))
                .withMessage("measures must have different ids, but were [m1, m1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPEC.withExactUpTo(LedgerSpec.MAX_EXACT + 1))
                .withMessage("exactUpTo must be from 0 to 4096, but was 4097");
        assertThatIllegalArgumentException().isThrownBy(() -> SPEC.withExactUpTo(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPEC.withExamples(LedgerSpec.MAX_EXAMPLES + 1))
                .withMessage("examples must be from 0 to 1000, but was 1001");
        assertThatIllegalArgumentException().isThrownBy(() -> SPEC.withExamples(-1));
        LedgerSpec most = SPEC.withExactUpTo(LedgerSpec.MAX_EXACT).withExamples(LedgerSpec.MAX_EXAMPLES);
        assertThat(most.exactUpTo()).isEqualTo(LedgerSpec.MAX_EXACT);
        assertThat(most.examples()).isEqualTo(LedgerSpec.MAX_EXAMPLES);
        assertThat(most.definition()).endsWith("exactUpTo 4096", "examples 1000");
        assertThat(SPEC.isInvertible()).isTrue();
        assertThat(SPEC.withExactUpTo(1).isInvertible()).isFalse();
        assertThat(SPEC.withExamples(1).isInvertible()).isFalse();
    }

    private static Measure measure(int number) {
        Label name = Label.of("时长", "time");
        return new Measure("m" + number, name, name, TimeBasis.RECEIVED, Label.of("试", "test"), fact -> 2);
    }

    @Property(tries = 60)
    void a_ledger_of_snapshots_tells_its_size_and_specification_and_goes_on_as_if_it_had_never_stopped(
            @ForAll("facts") List<CaseFact> facts, @ForAll("facts") List<CaseFact> more) {
        Ledger ledger = ledger(facts);
        assertThat(ledger.size()).isEqualTo(facts.size());
        assertThat(ledger.spec()).isEqualTo(SPEC);
        Ledger on = Ledger.from(ledger.snapshot());
        assertThat(on.size()).isEqualTo(facts.size());
        more.forEach(fact -> {
            ledger.add(fact);
            on.add(fact);
        });
        assertThat(on.size()).isEqualTo(facts.size() + more.size());
        assertThat(on.snapshot()).isEqualTo(ledger.snapshot());
        assertThat(on.snapshot().size()).isEqualTo(on.size());
        facts.forEach(on::subtract);
        assertThat(on.size()).isEqualTo(more.size());
        assertThat(on.snapshot()).isEqualTo(ledger(more).snapshot());
    }

    @Test
    void snapshots_that_differ_in_a_cell_or_in_the_definition_are_not_equal() {
        List<CaseFact> facts = Specs.facts(3, 1);
        LedgerSnapshot snapshot = Specs.ledger(SPEC, facts).snapshot();
        assertThat(snapshot)
                .hasToString("LedgerSnapshot of 3 cases by " + GROUPINGS)
                .isEqualTo(Specs.ledger(SPEC, facts).snapshot())
                .isNotEqualTo(Specs.ledger(SPEC, facts.subList(0, 2)).snapshot())
                .isNotEqualTo(Specs.ledger(SPEC.withExamples(1), facts).snapshot())
                .isNotEqualTo(Specs.ledger(
                                SPEC,
                                List.of(
                                        facts.get(0),
                                        facts.get(1),
                                        facts.get(2).toBuilder().revision(99).build()))
                        .snapshot())
                .isNotEqualTo("snapshot");
        assertThat(Ledger.of(SPEC).snapshot())
                .isNotEqualTo(Ledger.of(SPEC.withExactUpTo(1)).snapshot());
    }

    @Test
    void a_definition_has_a_line_for_all_that_figures_depend_on_and_the_first_that_differs_is_told() {
        Metric metric = Metric.standard().get(0);
        Measure measure = Measure.handlingTime();
        LedgerSpec spec = LedgerSpec.of(List.of(metric), List.of(measure), List.of(BY_DAY, TOTAL));
        List<String> lines = List.of(
                "metric " + metric.definition(),
                "measure " + measure.definition(),
                "grouping " + BY_DAY,
                "grouping []",
                "exactUpTo 0",
                "examples 0");
        assertThat(spec.definition()).isEqualTo(lines);
        assertThat(spec.difference(lines)).isEmpty();
        List<String> longer = new ArrayList<>(lines);
        longer.add("colour 1");
        assertThat(spec.difference(longer)).contains("line 7 was nothing and colour 1");
        assertThat(spec.difference(lines.subList(0, 5))).contains("line 6 was examples 0 and nothing");
    }

    @Test
    void cases_that_wait_in_either_of_two_ledgers_are_merged_and_the_message_of_one_not_counted_names_its_cell() {
        List<CaseFact> facts = Specs.facts(4, 1);
        Ledger ledger = ledger(facts.subList(0, 2));
        Ledger other = ledger(facts.subList(2, 4));
        assertThat(ledger.merge(other)).isSameAs(ledger);
        assertThat(ledger.size()).isEqualTo(4);
        assertThat(ledger.snapshot()).isEqualTo(ledger(facts).snapshot());
        Ledger waiting = ledger(facts.subList(0, 2));
        assertThat(waiting.merge(other.snapshot())).isSameAs(waiting);
        assertThat(waiting.snapshot()).isEqualTo(ledger(facts).snapshot());
        assertThat(other.merge(other)).isSameAs(other);
        assertThat(other.size()).isEqualTo(4);
        LedgerSpec byDepartment = LedgerSpec.of(List.of(), List.of(TOTAL, BY_DEPARTMENT_AND_KIND));
        CaseFact fact = ofKind(facts.get(0), CaseKind.HELP).ledBy(DepartmentCode.of("D8"));
        Ledger departments = Ledger.of(byDepartment).add(fact.ledBy(DepartmentCode.of("D9")));
        assertThatIllegalStateException()
                .isThrownBy(() -> departments.subtract(fact))
                .withMessage("case " + fact.number() + " was not counted in cell [D8, help] of [department, kind]");
    }

    @Test
    void periods_have_keys_that_sort_as_the_periods_do() {
        LocalDate date = LocalDate.of(2027, 1, 1);
        assertThat(PeriodUnit.DAY.keyOf(date)).isEqualTo("2027-01-01");
        assertThat(PeriodUnit.ISO_WEEK.keyOf(date)).isEqualTo("2026-W53");
        assertThat(PeriodUnit.MONTH.keyOf(date)).isEqualTo("2027-01");
        assertThat(PeriodUnit.QUARTER.keyOf(date)).isEqualTo("2027-Q1");
        assertThat(PeriodUnit.YEAR.keyOf(date)).isEqualTo("2027");
        for (PeriodUnit unit : PeriodUnit.values()) {
            List<String> keys = LocalDate.of(2019, 12, 25)
                    .datesUntil(LocalDate.of(2027, 2, 1))
                    .map(unit::keyOf)
                    .toList();
            assertThat(keys).isSorted();
        }
    }

    @Test
    void periods_of_years_of_other_than_four_digits_have_keys_of_their_own() {
        LocalDate late = LocalDate.of(10_000, 2, 3);
        assertThat(PeriodUnit.MONTH.keyOf(late)).isEqualTo("+10000-02");
        assertThat(PeriodUnit.QUARTER.keyOf(late)).isEqualTo("+10000-Q1");
        assertThat(PeriodUnit.YEAR.keyOf(late)).isEqualTo("+10000");
        LocalDate early = LocalDate.of(-1, 12, 3);
        assertThat(PeriodUnit.MONTH.keyOf(early)).isEqualTo("-0001-12");
        assertThat(PeriodUnit.QUARTER.keyOf(early)).isEqualTo("-0001-Q4");
        assertThat(PeriodUnit.YEAR.keyOf(early)).isEqualTo("-0001");
    }

    @Test
    void the_farthest_instants_have_keys_in_each_unit_that_are_read_back() throws IOException {
        ZoneId zone = ZoneId.of("America/New_York");
        LedgerSpec spec = LedgerSpec.of(
                Metric.catalogue().subList(0, 1),
                List.of(),
                Stream.of(PeriodUnit.values())
                        .map(unit -> Grouping.of(Dimension.period(unit, zone)))
                        .toList());
        CaseFact fact = Specs.facts(1, 1).get(0);
        Ledger ledger = Ledger.of(spec);
        long farthest = 100_000_000L * 31_556_952L;
        List<Instant> instants = List.of(
                Instant.ofEpochSecond(-farthest),
                Instant.parse("2026-07-06T04:30:00Z"),
                Instant.parse("2026-07-06T04:30:00Z"),
                Instant.parse("2026-07-10T04:30:00Z"),
                Instant.ofEpochSecond(farthest));
        instants.forEach(instant -> ledger.add(received(fact, instant)));
        LedgerSnapshot snapshot = ledger.snapshot();
        for (PeriodUnit unit : PeriodUnit.values()) {
            Map<String, Long> expected = instants.stream()
                    .collect(Collectors.groupingBy(
                            instant -> unit.keyOf(instant.atZone(zone).toLocalDate()), Collectors.counting()));
            Grouping grouping = Grouping.of(Dimension.period(unit, zone));
            assertThat(snapshot.rows(grouping))
                    .hasSize(expected.size())
                    .allMatch(row -> expected.getOrDefault(row.key().get(0), 0L) == row.volume());
        }
        assertThat(LedgerSnapshot.readBinary(new ByteArrayInputStream(snapshot.bytes()), "far", spec))
                .isEqualTo(snapshot);
    }

    private static CaseFact received(CaseFact fact, Instant at) {
        return CaseFact.builder()
                .number(fact.number())
                .received(at)
                .channel(fact.channel())
                .outcome(fact.outcome())
                .build();
    }
}
