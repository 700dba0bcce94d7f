package io.github.hotlinekit.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.ResumeCause;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaReading.State;
import io.github.hotlinekit.sla.policy.DueMoment;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.PolicyRow;
import io.github.hotlinekit.sla.policy.Reclassification;
import io.github.hotlinekit.sla.policy.RowCondition;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import io.github.hotlinekit.sla.policy.Warning;
import io.github.hotlinekit.sla.testkit.Timelines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Laws of the clocks over random timelines, on whole minutes, in the Chinese calendar around Spring Festival. */
class SlaClockLawsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CHINA = WorkingCalendar.china();
    private static final OpeningHours OFFICE = OpeningHours.of("08:30-12:00", "14:30-17:30");
    private static final Instant FIRST = Instant.parse("2026-01-20T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-03-01T00:00:00Z");
    private static final FreeText TEXT = FreeText.of("x");
    private static final List<Warning> WARNINGS = List.of(
            new Warning(Light.YELLOW, new Warning.Used(50)),
            new Warning(Light.RED, new Warning.Left(TimeLimit.of(Duration.ofHours(6)))));

    private static SlaPolicy policy(SlaTarget... targets) {
        return new SlaPolicy(
                "p",
                "1",
                ZONE,
                "test",
                Map.of("office", OFFICE),
                Reclassification.KEEPS_LATE,
                List.of(new PolicyRow("r", RowCondition.ALWAYS, List.of(targets))));
    }

    private static SlaClock clock(SlaTarget... targets) {
        return SlaClock.of(policy(targets), CHINA);
    }

    private static SlaReading complete(SlaTarget target, List<CaseEvent> events, Instant now) {
        return clock(target).read(SlaTimeline.of(events), now).get(0);
    }

    /** A case that is suspended from the first to the second minute after the receipt, from the third to the fourth. */
    private static List<CaseEvent> suspended(Instant receipt, List<Integer> minutes) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(Timelines.registered(CaseKind.HELP, receipt));
        List<Integer> sorted = minutes.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            Instant at = receipt.plusSeconds(60L * sorted.get(i));
            events.add(i % 2 == 0 ? suspended(events.size() + 1, at) : resumed(events.size() + 1, at));
        }
        return events;
    }

    private static CaseEvent suspended(int sequence, Instant at) {
        return new CaseEvent.Suspended(
                Stamp.of(sequence, at, Actor.SYSTEM),
                SuspensionGround.COURT,
                TEXT,
                at.plusSeconds(86_400),
                Optional.empty());
    }

    private static CaseEvent resumed(int sequence, Instant at) {
        return new CaseEvent.Resumed(Stamp.of(sequence, at, Actor.SYSTEM), ResumeCause.GROUND_OVER);
    }

    private static CaseEvent extended(int sequence, Instant at, int days) {
        return new CaseEvent.ExtensionGranted(
                Stamp.of(sequence, at, Actor.of(Role.SUPERVISOR)),
                ExtensionAmount.ofWorkingDays(days),
                Optional.empty());
    }

    @Property
    void the_deadline_is_that_of_walking_minute_by_minute_and_day_by_day(
            @ForAll("receipts") Instant receipt,
            @ForAll("pauses") List<Integer> pauses,
            @ForAll("targets") SlaTarget target,
            @ForAll @IntRange(max = 30_000) int nowAfter) {
        Instant now = receipt.plusSeconds(60L * nowAfter);
        List<CaseEvent> events = new ArrayList<>(suspended(receipt, pauses));
        events.removeIf(e -> e.at().isAfter(now));
        SlaReading reading = complete(target, events, now);
        Instant naive = new NaiveClock(target, hours(target), CHINA, ZONE, events, now).lateFrom(0);
        if (reading.state() == State.OVERDUE) {
            // A pause that began when it was late already plays no part.
            assertThat(reading.lateFrom().orElseThrow()).isBeforeOrEqualTo(now).isBeforeOrEqualTo(naive);
        } else {
            assertThat(reading.lateFrom()).contains(naive);
        }
    }

    private static @Nullable OpeningHours hours(SlaTarget target) {
        return target.hours().isPresent() ? OFFICE : null;
    }

    @Property
    void the_explanation_of_a_paused_and_extended_case_walks_to_its_deadline(
            @ForAll("receipts") Instant receipt,
            @ForAll("pauses") List<Integer> pauses,
            @ForAll("targets") SlaTarget target,
            @ForAll @IntRange(max = 30_000) int nowAfter) {
        Instant now = receipt.plusSeconds(60L * nowAfter);
        List<CaseEvent> events = new ArrayList<>(suspended(receipt, pauses));
        events.add(extended(events.size() + 1, receipt.plusSeconds(60), 2));
        SlaTimeline timeline = SlaTimeline.of(events);
        SlaClock clock = clock(target);
        SlaReading reading = clock.read(timeline, now).stream().findFirst().orElseThrow();
        DeadlineExplanation why = clock.explain(timeline, reading, now);
        assertThat(why.lateFrom()).isEqualTo(reading.lateFrom().orElseThrow());
        assertThat(why.dueDate()).isEqualTo(reading.dueDate());
        if (target.limit() instanceof TimeLimit.WorkingTime time) {
            Duration counted =
                    why.days().stream().map(d -> d.time().orElseThrow()).reduce(Duration.ZERO, Duration::plus);
            assertThat(counted).isEqualTo(time.duration());
        }
        if (target.limit() instanceof TimeLimit.WorkingDays days) {
            long counted = why.days().stream().filter(d -> d.counted() > 0).count();
            assertThat(counted)
                    .isEqualTo(days.days() + 2L * reading.extensions().size());
            assertThat(why.days())
                    .allSatisfy(
                            d -> assertThat(d.counted() > 0).isEqualTo(d.count() == DeadlineExplanation.Count.COUNTED));
        }
    }

    @Property
    void events_in_any_order_and_twice_read_the_same(
            @ForAll("timelines") List<CaseEvent> events,
            @ForAll("targets") SlaTarget target,
            @ForAll Random random,
            @ForAll @IntRange(max = 40_000) int nowAfter) {
        Instant now = events.get(0).at().plusSeconds(60L * nowAfter);
        SlaClock clock = clock(target, SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.ofWorkingDays(1)));
        List<CaseEvent> shuffled = new ArrayList<>(events);
        CaseEvent twice = events.get(random.nextInt(events.size()));
        shuffled.add(twice);
        Collections.shuffle(shuffled, random);
        SlaTimeline timeline = SlaTimeline.of(shuffled);
        assertThat(clock.read(timeline, now)).isEqualTo(clock.read(SlaTimeline.of(events), now));
        assertThat(timeline.anomalies())
                .containsExactly(new ClockAnomaly(ClockAnomaly.Code.DUPLICATE_EVENT, twice.sequence()));
    }

    @Property
    void an_event_after_the_instant_changes_nothing(
            @ForAll("timelines") List<CaseEvent> events,
            @ForAll("targets") SlaTarget target,
            @ForAll @IntRange(max = 40_000) int nowAfter) {
        Instant now = events.get(0).at().plusSeconds(60L * nowAfter);
        List<CaseEvent> known =
                events.stream().filter(e -> !e.at().isAfter(now)).toList();
        SlaClock clock = clock(target, SlaTarget.of(TargetKind.RETURN, TimeLimit.ofWorkingDays(1)));
        assertThat(clock.read(SlaTimeline.of(events), now)).isEqualTo(clock.read(SlaTimeline.of(known), now));
    }

    @Property
    void no_timeline_gives_a_negative_time_and_each_reading_hangs_together(
            @ForAll("timelines") List<CaseEvent> events,
            @ForAll("targets") SlaTarget target,
            @ForAll @IntRange(max = 60_000) int nowAfter) {
        Instant now = events.get(0).at().plusSeconds(60L * nowAfter);
        SlaClock clock = clock(
                target,
                SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.ofWorkingDays(1)),
                SlaTarget.of(TargetKind.RETURN, TimeLimit.of(Duration.ofHours(30))),
                SlaTarget.of(TargetKind.FIRST_CONTACT, TimeLimit.ofDays(1)),
                SlaTarget.of(TargetKind.CALLBACK, TimeLimit.ofWorkingDays(2)));
        for (SlaReading r : clock.read(SlaTimeline.of(events), now)) {
            assertThat(r.used()).isNotNegative();
            assertThat(r.left()).isNotNegative();
            Instant lateFrom = r.lateFrom().orElse(Instant.MAX);
            switch (r.state()) {
                case MET -> assertThat(r.finished().orElseThrow()).isBefore(lateFrom);
                case RUNNING -> {
                    assertThat(now).isBefore(lateFrom);
                    assertThat(r.nextChange().orElseThrow()).isAfter(now).isBeforeOrEqualTo(lateFrom);
                }
                case PAUSED -> assertThat(lateFrom).isAfter(now);
                case OVERDUE -> {
                    assertThat(now).isAfterOrEqualTo(lateFrom);
                    assertThat(r.light()).isEqualTo(Light.RED);
                    assertThat(r.left()).isZero();
                }
                case MISSED -> assertThat(r.finished().orElse(now)).isAfterOrEqualTo(lateFrom);
                default -> assertThat(r.isLate()).isFalse();
            }
        }
    }

    @Property
    void state_and_light_stay_until_the_next_change_and_only_move_forward(
            @ForAll("timelines") List<CaseEvent> events,
            @ForAll("targets") SlaTarget target,
            @ForAll @IntRange(max = 60_000) int nowAfter,
            @ForAll @IntRange(max = 10_000) int share) {
        SlaTarget warned = target.withWarnings(WARNINGS);
        Instant now = events.get(0).at().plusSeconds(60L * nowAfter);
        SlaTimeline known =
                SlaTimeline.of(events.stream().filter(e -> !e.at().isAfter(now)).toList());
        SlaClock clock = clock(warned);
        for (int i = 0; i < clock.read(known, now).size(); i++) {
            SlaReading reading = clock.read(known, now).get(i);
            Instant next = reading.nextChange().orElse(now.plus(Duration.ofDays(40)));
            Instant between =
                    now.plus(Duration.between(now, next).multipliedBy(share).dividedBy(10_001));
            SlaReading later = clock.read(known, between).get(i);
            assertThat(later.state()).isEqualTo(reading.state());
            assertThat(later.light()).isEqualTo(reading.light());
            if (reading.nextChange().isPresent()) {
                SlaReading then = clock.read(known, next).get(i);
                boolean turned = then.light().compareTo(reading.light()) > 0;
                assertThat(turned || (reading.state() == State.RUNNING && then.state() != State.RUNNING))
                        .isTrue();
            }
        }
    }

    @Property
    void only_the_union_of_the_pauses_counts(
            @ForAll("receipts") Instant receipt,
            @ForAll("targets") SlaTarget target,
            @ForAll @IntRange(min = 1, max = 9_000) int start,
            @ForAll @IntRange(min = 2, max = 9_000) int length,
            @ForAll @IntRange(min = 1, max = 8_999) int cut) {
        Instant now = receipt.plusSeconds(60L * 40_000);
        int end = start + length;
        int middle = start + Math.max(1, Math.min(length - 1, cut));
        SlaReading whole = complete(target, suspended(receipt, List.of(start, end)), now);
        SlaReading split = complete(target, suspended(receipt, List.of(start, middle, middle, end)), now);
        assertThat(split.lateFrom()).isEqualTo(whole.lateFrom());
        assertThat(split.state()).isEqualTo(whole.state());
        assertThat(split.used()).isEqualTo(whole.used());
    }

    @Property
    void a_longer_pause_never_makes_it_due_earlier(
            @ForAll("receipts") Instant receipt,
            @ForAll("targets") SlaTarget target,
            @ForAll @IntRange(min = 1, max = 9_000) int start,
            @ForAll @IntRange(max = 9_000) int length,
            @ForAll @IntRange(max = 3_000) int before,
            @ForAll @IntRange(max = 3_000) int after) {
        Instant now = receipt.plusSeconds(60L * 40_000);
        SlaReading shorter = complete(target, suspended(receipt, List.of(start, start + length)), now);
        SlaReading longer =
                complete(target, suspended(receipt, List.of(Math.max(0, start - before), start + length + after)), now);
        assertThat(longer.lateFrom().orElseThrow())
                .isAfterOrEqualTo(shorter.lateFrom().orElseThrow());
    }

    @Property
    void the_day_on_which_an_extension_is_granted_makes_no_difference(
            @ForAll("receipts") Instant receipt,
            @ForAll("pauses") List<Integer> pauses,
            @ForAll @IntRange(min = 1, max = 10) int days,
            @ForAll @IntRange(min = 1, max = 10) int more,
            @ForAll @IntRange(min = 1, max = 1_000) int first,
            @ForAll @IntRange(min = 1, max = 1_000) int second) {
        // Both are asked for within the first day, and so in time.
        Instant now = receipt.plusSeconds(60L * 40_000);
        SlaTarget target = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(days));
        SlaTarget longer = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(days + more));
        List<CaseEvent> plain = suspended(receipt, pauses);
        Optional<Instant> wanted = complete(longer, plain, now).lateFrom();
        for (int minute : List.of(first, second)) {
            List<CaseEvent> extended = new ArrayList<>(plain);
            extended.add(extended(plain.size() + 1, receipt.plusSeconds(60L * minute), more));
            assertThat(complete(target, extended, now).lateFrom()).isEqualTo(wanted);
        }
    }

    @Property
    void a_queue_is_the_same_for_the_same_cases_in_any_order_and_looks_again_at_the_first_change(
            @ForAll("receipts") Instant receipt, @ForAll @IntRange(max = 9_000) int nowAfter, @ForAll Random random) {
        Instant now = receipt.plusSeconds(60L * nowAfter);
        SlaClock clock = clock(
                SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(5)).withWarnings(WARNINGS));
        List<SlaQueue.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant at = receipt.plusSeconds(3_600L * random.nextInt(200) - 400_000);
            List<CaseEvent> events = random.nextBoolean()
                    ? suspended(at, List.of(random.nextInt(4_000), 4_000 + random.nextInt(4_000)))
                    : suspended(at, List.of());
            for (SlaReading reading : clock.read(SlaTimeline.of(events), now)) {
                if (reading.state().isRunning()) {
                    entries.add(new SlaQueue.Entry(io.github.hotlinekit.core.cases.CaseNumber.of("C" + i), reading));
                }
            }
        }
        SlaQueue queue = new SlaQueue(now, entries);
        Collections.shuffle(entries, random);
        assertThat(new SlaQueue(now, entries)).isEqualTo(queue);
        assertThat(queue.withLight(Light.RED)).containsAll(queue.overdue());
        assertThat(queue.nextChange())
                .isEqualTo(entries.stream()
                        .map(e -> e.reading().nextChange())
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
        LocalDate today = now.atZone(ZONE).toLocalDate();
        assertThat(queue.dueOn(today, ZONE))
                .allSatisfy(e -> assertThat(e.reading().dueDate()).contains(today));
    }

    @Provide
    Arbitrary<Instant> receipts() {
        return Timelines.minutes(FIRST, LAST);
    }

    @Provide
    Arbitrary<List<Integer>> pauses() {
        return Arbitraries.integers().between(1, 14_000).list().ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<CaseEvent>> timelines() {
        return Timelines.any(FIRST, LAST, Duration.ofDays(25), 12);
    }

    @Provide
    Arbitrary<SlaTarget> targets() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 9);
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 3_000);
        Arbitrary<SlaTarget> inDays = Combinators.combine(
                        days, Arbitraries.of(true, false), Arbitraries.of(DueMoment.class), Arbitraries.of(true, false))
                .as((n, working, due, open) -> {
                    TimeLimit limit = working ? TimeLimit.ofWorkingDays(n) : TimeLimit.ofDays(n);
                    boolean named = open || due == DueMoment.CLOSE_OF_BUSINESS;
                    SlaTarget target = named
                            ? SlaTarget.of(TargetKind.COMPLETE, limit, "office")
                            : SlaTarget.of(TargetKind.COMPLETE, limit);
                    return target.withDue(due);
                });
        return Arbitraries.oneOf(
                inDays,
                minutes.map(m -> SlaTarget.of(TargetKind.COMPLETE, TimeLimit.of(Duration.ofMinutes(m)))),
                minutes.map(m ->
                        SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingTime(Duration.ofMinutes(m)), "office")));
    }
}
