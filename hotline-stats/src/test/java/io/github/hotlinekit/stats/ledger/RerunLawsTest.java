package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Facts;
import io.github.hotlinekit.stats.metric.Phase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A day that is counted again, since its cases have changed: the former facts go, those of now come. */
class RerunLawsTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAYS = 4;

    @Property(tries = 60)
    void a_day_counted_again_leaves_the_ledger_as_if_it_had_always_been_so_and_once_more_changes_nothing(
            @ForAll @IntRange(min = 1, max = 60) int cases, @ForAll Random random) throws IOException {
        assertRerun(Rerun.of(cases, random), random);
    }

    /** So many that they are counted in several batches, and some of them wait. */
    @Property(tries = 2)
    void a_day_of_many_cases_too(@ForAll Random random) throws IOException {
        assertRerun(Rerun.of(1_500, random), random);
    }

    private static void assertRerun(Rerun rerun, Random random) throws IOException {
        assertThat(Specs.WIDE.isInvertible()).isTrue();
        byte[] expected =
                Specs.ledger(Specs.WIDE, rerun.factsAfter()).snapshot().bytes();
        Ledger running = Specs.ledger(Specs.WIDE, rerun.factsBefore());
        LedgerSnapshot before = Specs.ledger(Specs.WIDE, rerun.factsBefore()).snapshot();
        Ledger resumed = Ledger.from(before);
        Ledger readBack =
                Ledger.from(LedgerSnapshot.readBinary(new ByteArrayInputStream(before.bytes()), "before", Specs.WIDE));
        for (Ledger ledger : List.of(running, resumed, readBack)) {
            replace(ledger, rerun.was(), rerun.is(), random);
            assertThat(ledger.snapshot().bytes()).isEqualTo(expected);
            replace(ledger, rerun.is(), rerun.is(), random);
            assertThat(ledger.snapshot().bytes()).isEqualTo(expected);
        }
        replace(running, rerun.is(), rerun.was(), random);
        assertThat(running.snapshot().bytes()).isEqualTo(before.bytes());
    }

    /** In any order, since a case is counted that is taken out. */
    private static void replace(Ledger ledger, List<CaseFact> out, List<CaseFact> in, Random random) {
        List<Runnable> changes = new ArrayList<>();
        out.forEach(fact -> changes.add(() -> ledger.subtract(fact)));
        in.forEach(fact -> changes.add(() -> ledger.add(fact)));
        Collections.shuffle(changes, random);
        changes.forEach(Runnable::run);
    }

    /**
     * @param kept the facts of the other days
     * @param was those of the day
     * @param is what became of them
     */
    private record Rerun(List<CaseFact> kept, List<CaseFact> was, List<CaseFact> is) {

        static Rerun of(int cases, Random random) {
            List<CaseFact> facts = new ArrayList<>();
            for (int i = 0; i < cases; i++) {
                CaseFact fact = Facts.fact(random);
                facts.add(fact.toBuilder().received(received(random)).build());
            }
            LocalDate day = day(facts.get(random.nextInt(cases)));
            List<CaseFact> kept =
                    facts.stream().filter(f -> !day(f).equals(day)).toList();
            List<CaseFact> was = facts.stream().filter(f -> day(f).equals(day)).toList();
            List<CaseFact> is =
                    was.stream().flatMap(fact -> changed(fact, random).stream()).toList();
            return new Rerun(kept, was, is);
        }

        List<CaseFact> factsBefore() {
            return together(kept, was);
        }

        List<CaseFact> factsAfter() {
            return together(is, kept);
        }

        private static List<CaseFact> together(List<CaseFact> some, List<CaseFact> others) {
            List<CaseFact> all = new ArrayList<>(some);
            all.addAll(others);
            return all;
        }

        private static Instant received(Random random) {
            return FIRST.plusSeconds(random.nextInt(DAYS * 86_400));
        }

        private static LocalDate day(CaseFact fact) {
            return fact.received().atZone(Specs.ZONE).toLocalDate();
        }

        /** The fact of the case now; none if it is dropped. */
        private static Optional<CaseFact> changed(CaseFact was, Random random) {
            CaseFact.Builder is = was.toBuilder().revision(was.revision() + 1);
            switch (random.nextInt(8)) {
                case 0 -> {
                    return Optional.empty();
                }
                case 1 -> {
                    return Optional.of(was);
                }
                case 2 -> is.received(was.received().plus(Duration.ofDays(1 + random.nextInt(DAYS))));
                case 3 -> is.outcome(Facts.fact(random).outcome());
                case 4 -> is.category(CategoryCode.of("0" + (1 + random.nextInt(4)) + ".07"));
                case 5 ->
                    is.due(was.received().plusSeconds(random.nextInt(60 * 86_400)))
                            .completed(was.received().plusSeconds(random.nextInt(60 * 86_400)))
                            .took(Phase.TO_COMPLETION, random.nextInt(20_000));
                case 6 -> {
                    // Another fact of the case altogether, of any day.
                    return Optional.of(Facts.fact(random).toBuilder()
                            .number(was.number())
                            .revision(was.revision() + 1)
                            .received(received(random))
                            .build());
                }
                default -> {
                    // It has got events that change no figure.
                }
            }
            return Optional.of(is.build());
        }
    }
}
