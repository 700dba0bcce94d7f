package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaClock;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What is known of the same cases at one instant and at a later one. */
class AsOfLawsTest {

    /** Every suspension stops it, any extension counts, and what is late stays so when the case becomes another. */
    private static final SlaClock CLOCK = SlaClock.of(policy(), WorkingCalendar.china());

    private static final Instant FIRST = Instant.parse("2026-09-18T02:00:00Z");
    private static final Grouping BY_DAY = Grouping.of(Dimension.period(PeriodUnit.DAY, ZoneId.of("Asia/Shanghai")));
    private static final LedgerSpec SPEC = LedgerSpec.of(Metric.catalogue(), List.of(BY_DAY, Grouping.total()));

    private static SlaPolicy policy() {
        String document = """
                {
                  "format": "hotline-sla-policy/1",
                  "id": "as-of",
                  "version": "1",
                  "zone": "Asia/Shanghai",
                  "source": "test",
                  "reclassification": "keepsLate",
                  "rows": [
                    {
                      "id": "short",
                      "when": { "kind": ["consultation", "help"] },
                      "targets": {
                        "complete": {
                          "limit": "3wd",
                          "extensions": { "most": 9, "each": "10wd", "asked": "anyTime" }
                        }
                      }
                    },
                    {
                      "id": "long",
                      "when": { "kind": ["complaint", "report", "suggestion", "praise", "other"] },
                      "targets": {
                        "complete": {
                          "limit": "5wd",
                          "extensions": { "most": 9, "each": "10wd", "asked": "anyTime" }
                        }
                      }
                    }
                  ]
                }
                """;
        try {
            return SlaPolicy.read("as-of", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing here corrects when a case was received: that may move it to another day, though not out of the total. */
    @Property(tries = 25)
    void cases_once_received_stay_so_that_the_volume_of_no_day_falls(@ForAll long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cases.add(Lives.life(CaseNumber.of("T" + i), FIRST.plusSeconds(random.nextInt(20 * 86_400)), random));
        }
        Map<CaseNumber, CaseFact> before = new TreeMap<>();
        LedgerSnapshot ledgerBefore = Ledger.of(SPEC).snapshot();
        for (Instant instant : instants(cases, random)) {
            Map<CaseNumber, CaseFact> after = new TreeMap<>();
            Ledger ledger = Ledger.of(SPEC);
            for (Case subject : cases) {
                if (subject.asOf(instant).isPresent()) {
                    CaseFact fact = fact(subject, instant);
                    after.put(subject.number(), fact);
                    ledger.add(fact);
                }
            }
            LedgerSnapshot ledgerAfter = ledger.snapshot();
            assertThat(after.keySet()).containsAll(before.keySet());
            before.forEach((number, fact) -> assertThat(
                            Objects.requireNonNull(after.get(number)).revision())
                    .isGreaterThanOrEqualTo(fact.revision()));
            for (LedgerRow row : ledgerBefore.rows(BY_DAY)) {
                assertThat(ledgerAfter.row(BY_DAY, row.key()).volume()).isGreaterThanOrEqualTo(row.volume());
            }
            assertThat(ledgerAfter.row(Grouping.total(), List.of()).volume()).isEqualTo(after.size());
            before = after;
            ledgerBefore = ledgerAfter;
        }
        assertThat(before).hasSameSizeAs(cases);
    }

    @Property(tries = 200)
    void the_minutes_of_a_case_that_is_not_completed_grow_with_the_instant(@ForAll long seed) {
        Random random = new Random(seed);
        Case subject = Lives.life(CaseNumber.of("T1"), FIRST, random);
        int running = -1;
        for (Instant instant : instants(List.of(subject), random)) {
            CaseFact fact = fact(subject, instant);
            if (fact.isRunning(Phase.TO_COMPLETION)) {
                int minutes = fact.minutes(Phase.TO_COMPLETION).orElseThrow();
                assertThat(minutes).isGreaterThanOrEqualTo(running);
                running = minutes;
            }
        }
        assertThat(running).isNotNegative();
    }

    /**
     * A correction or what is recorded late changes what is known of the past, an extension adds to the limit whenever
     * it was granted, and of a case that ends without handling nothing is asked for any more. Whatever else happens,
     * suspensions, reopenings and another kind too, what was late by then stays late.
     */
    @Property(tries = 400)
    void late_is_late_until_the_past_becomes_another_or_the_limit_is_extended_or_the_case_ends_unhandled(
            @ForAll long seed) {
        Random random = new Random(seed);
        Case whole = Lives.life(CaseNumber.of("T1"), FIRST, random);
        List<Instant> instants = instants(List.of(whole), random);
        for (int i = 0; i + 1 < instants.size(); i++) {
            Case before = whole.asOf(instants.get(i)).orElseThrow();
            Case after = whole.asOf(instants.get(i + 1)).orElseThrow();
            List<CaseEvent> between = after.events().subList(before.version(), after.version());
            if (fact(whole, instants.get(i)).outcome().complete() == Verdict.LATE
                    && between.stream().noneMatch(AsOfLawsTest::excuses)
                    && (after.ending().isEmpty() || before.ending().isPresent())) {
                assertThat(fact(whole, instants.get(i + 1)).outcome().complete())
                        .as("at %s with %s", instants.get(i + 1), acts(after))
                        .isEqualTo(Verdict.LATE);
                between.forEach(event -> Statistics.label("late").collect(event.act()));
            }
        }
        Statistics.label("late").coverage(acts -> {
            acts.check(Act.CHANGE_KIND).count(n -> n > 0);
            acts.check(Act.REPLY).count(n -> n > 0);
        });
    }

    private static boolean excuses(CaseEvent event) {
        return event instanceof CaseEvent.Corrected
                || event instanceof CaseEvent.ExtensionGranted
                || event.at().isBefore(event.stamp().recorded());
    }

    private static List<String> acts(Case subject) {
        return subject.events().stream().map(e -> e.act() + " " + e.at()).toList();
    }

    /** Those at which something was recorded, and some between and after them, in order. */
    private static List<Instant> instants(List<Case> cases, Random random) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (Case subject : cases) {
            subject.events().forEach(event -> {
                instants.add(event.stamp().recorded());
                instants.add(event.stamp().recorded().plusSeconds(random.nextInt(100_000)));
            });
        }
        instants.add(instants.last().plusSeconds(30 * 86_400));
        return List.copyOf(instants);
    }

    private static CaseFact fact(Case subject, Instant instant) {
        return CaseFact.from(subject.asOf(instant).orElseThrow(), CLOCK.read(subject, instant), instant);
    }
}
