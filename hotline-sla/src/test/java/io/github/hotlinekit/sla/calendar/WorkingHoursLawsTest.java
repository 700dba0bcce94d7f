package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.language.Label;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Laws of working time over random opening hours, calendars and zones, around the days on which the zones change their
 * clocks, within the days that the calendar knows and beyond.
 */
class WorkingHoursLawsTest {

    /** The days around a change of the clock, so that they are met often. */
    enum Around {
        NEW_YORK_SPRING("America/New_York", "2026-03-08"),
        NEW_YORK_AUTUMN("America/New_York", "2026-11-01"),
        BERLIN_SPRING("Europe/Berlin", "2026-03-29"),
        BERLIN_AUTUMN("Europe/Berlin", "2026-10-25"),
        LORD_HOWE_SPRING("Australia/Lord_Howe", "2026-10-04"),
        LORD_HOWE_AUTUMN("Australia/Lord_Howe", "2026-04-05"),
        SHANGHAI("Asia/Shanghai", "2026-02-16"),
        SHANGHAI_SPRING("Asia/Shanghai", "1987-04-12"),
        SHANGHAI_AUTUMN("Asia/Shanghai", "1987-09-13"),
        /** Which left out 30 December. */
        APIA("Pacific/Apia", "2011-12-30"),
        /** Where the clock was put back at 00:01, to the day before. */
        ST_JOHNS_AUTUMN("America/St_Johns", "2010-11-07"),
        /** Where midnight was left out. */
        SAO_PAULO_SPRING("America/Sao_Paulo", "2017-10-15");

        final ZoneId zone;
        final LocalDate middle;

        Around(String zone, String middle) {
            this.zone = ZoneId.of(zone);
            this.middle = LocalDate.parse(middle);
        }
    }

    private static final int WALK = 12;

    /** Some days before and after the middle can be asked of, and four times as many are walked. */
    record Sample(WorkingHours hours, NaiveHours naive, Instant middle) {
        Instant at(long second) {
            return middle.plusSeconds(second);
        }
    }

    @Property(tries = 300)
    void measuring_equals_walking_minute_by_minute(
            @ForAll("samples") Sample s, @ForAll("instants") Duration a, @ForAll("instants") Duration b) {
        Instant from = s.middle.plus(a);
        Instant to = s.middle.plus(b);
        Duration measured = s.hours.between(from, to);
        assertThat(measured).isEqualTo(s.hours.between(to, from).negated());
        assertThat(measured)
                .isEqualTo(
                        from.isBefore(to)
                                ? s.naive.between(from, to)
                                : s.naive.between(to, from).negated());
        assertThat(measured.abs())
                .isLessThanOrEqualTo(Duration.between(from, to).abs());
    }

    @Property(tries = 300)
    void adding_and_taking_away_equal_walking_minute_by_minute(
            @ForAll("samples") Sample s, @ForAll("instants") Duration a, @ForAll("amounts") Duration x) {
        Instant t = s.middle.plus(a);
        assertThat(s.hours.plus(t, x)).isEqualTo(s.naive.plus(t, x));
        assertThat(s.hours.minus(t, x)).isEqualTo(s.naive.minus(t, x));
    }

    @Property(tries = 300)
    void open_is_what_the_definition_says_and_the_next_opening_is_the_first_open_instant(
            @ForAll("samples") Sample s, @ForAll("instants") Duration a) {
        Instant t = s.middle.plus(a);
        assertThat(s.hours.isOpen(t)).isEqualTo(s.naive.isOpen(t));
        Instant next = s.hours.nextOpening(t);
        assertThat(next).isEqualTo(s.naive.nextOpening(t));
        assertThat(s.hours.isOpen(next)).isTrue();
        assertThat(s.hours.between(t, next)).isZero();
        assertThat(next.equals(t)).isEqualTo(s.hours.isOpen(t));
    }

    @Property(tries = 300)
    void due_is_not_later_just_if_so_much_time_has_passed(
            @ForAll("samples") Sample s,
            @ForAll("instants") Duration a,
            @ForAll("instants") Duration b,
            @ForAll("amounts") Duration x) {
        Instant t = s.middle.plus(a.compareTo(b) < 0 ? a : b);
        Instant u = s.middle.plus(a.compareTo(b) < 0 ? b : a);
        WorkingHours h = s.hours;
        assertThat(!h.plus(t, x).isAfter(u)).isEqualTo(x.compareTo(h.between(t, u)) <= 0);
        assertThat(!h.minus(u, x).isBefore(t)).isEqualTo(x.compareTo(h.between(t, u)) <= 0);
    }

    @Property(tries = 300)
    void amounts_add_up_and_nothing_changes_nothing(
            @ForAll("samples") Sample s,
            @ForAll("instants") Duration a,
            @ForAll("amounts") Duration x,
            @ForAll("amounts") Duration y) {
        Instant t = s.middle.plus(a);
        WorkingHours h = s.hours;
        assertThat(h.plus(h.plus(t, x), y)).isEqualTo(h.plus(t, x.plus(y)));
        assertThat(h.minus(h.minus(t, x), y)).isEqualTo(h.minus(t, x.plus(y)));
        assertThat(h.plus(t, Duration.ZERO)).isEqualTo(t).isEqualTo(h.minus(t, Duration.ZERO));
    }

    @Property(tries = 300)
    void what_was_added_is_measured(
            @ForAll("samples") Sample s, @ForAll("instants") Duration a, @ForAll("amounts") Duration x) {
        Instant t = s.middle.plus(a);
        assertThat(s.hours.between(t, s.hours.plus(t, x))).isEqualTo(x);
        assertThat(s.hours.between(s.hours.minus(t, x), t)).isEqualTo(x);
        assertThat(s.hours.plus(t, x)).isAfterOrEqualTo(t.plus(x));
        assertThat(s.hours.minus(t, x)).isBeforeOrEqualTo(t.minus(x));
    }

    @Property(tries = 300)
    void measures_add_up_in_any_order(
            @ForAll("samples") Sample s,
            @ForAll("instants") Duration a,
            @ForAll("instants") Duration b,
            @ForAll("instants") Duration c) {
        WorkingHours h = s.hours;
        Instant t = s.middle.plus(a);
        Instant u = s.middle.plus(b);
        Instant v = s.middle.plus(c);
        assertThat(h.between(t, u).plus(h.between(u, v))).isEqualTo(h.between(t, v));
        assertThat(h.between(t, t)).isZero();
    }

    @Property(tries = 300)
    void a_later_start_is_never_due_earlier_and_more_time_is_due_later(
            @ForAll("samples") Sample s,
            @ForAll("instants") Duration a,
            @ForAll("amounts") Duration later,
            @ForAll("amounts") Duration x) {
        WorkingHours h = s.hours;
        Instant t = s.middle.plus(a);
        assertThat(h.plus(t.plus(later), x)).isAfterOrEqualTo(h.plus(t, x));
        assertThat(h.plus(t, x.plusNanos(1))).isAfter(h.plus(t, x));
        assertThat(h.minus(t, x.plusNanos(1))).isBefore(h.minus(t, x));
    }

    /** Law 17 of pauses: an interval lost on the way to the due moment moves it by what of it was open. */
    @Property(tries = 300)
    void a_pause_before_it_is_due_moves_what_is_due_by_the_open_time_of_the_pause(
            @ForAll("samples") Sample s,
            @ForAll("instants") Duration a,
            @ForAll("amounts") Duration before,
            @ForAll("amounts") Duration pause,
            @ForAll("amounts") Duration after) {
        WorkingHours h = s.hours;
        Instant t = s.middle.plus(a);
        Duration x = before.plus(after).plusNanos(1);
        Instant paused = h.plus(t, before);
        Instant resumed = paused.plus(pause);
        Instant due = h.plus(resumed, x.minus(h.between(t, paused)));
        assertThat(due).isEqualTo(h.plus(h.plus(t, x), h.between(paused, resumed)));
    }

    @Property(tries = 200)
    void the_intervals_of_a_day_lie_in_open_time_between_opening_and_close(
            @ForAll("samples") Sample s, @ForAll("instants") Duration a) {
        LocalDate date = s.middle.plus(a).atZone(s.hours.zone()).toLocalDate();
        List<OpenInterval> intervals = s.hours.intervals(date);
        Instant last = Instant.MIN;
        for (OpenInterval i : intervals) {
            assertThat(i.start()).isAfter(last);
            assertThat(s.hours.between(i.start(), i.end())).isEqualTo(i.length());
            assertThat(i.contains(i.start())).isTrue();
            assertThat(i.contains(i.end())).isFalse();
            last = i.end();
        }
        assertThat(s.hours.opening(date).isPresent())
                .isEqualTo(!intervals.isEmpty())
                .isEqualTo(s.hours.close(date).isPresent());
        if (!intervals.isEmpty()) {
            assertThat(s.hours.opening(date)).contains(intervals.get(0).start());
            assertThat(s.hours.close(date)).contains(last);
        }
    }

    @Property(tries = 100)
    void open_time_is_the_union_of_the_intervals_of_all_days(@ForAll("samples") Sample s) {
        LocalDate middle = s.middle.atZone(s.hours.zone()).toLocalDate();
        List<OpenInterval> all = new ArrayList<>();
        for (int day = -WALK - 3; day <= WALK; day++) {
            all.addAll(s.hours.intervals(middle.plusDays(day)));
        }
        Instant from = middle.minusDays(WALK).atStartOfDay(s.hours.zone()).toInstant();
        Instant until = middle.plusDays(WALK).atStartOfDay(s.hours.zone()).toInstant();
        TreeSet<Instant> ends = new TreeSet<>(List.of(from, until));
        all.forEach(i -> ends.addAll(List.of(i.start(), i.end())));
        Duration sum = Duration.ZERO;
        for (Instant at = from; at.isBefore(until); at = ends.higher(at)) {
            Instant start = at;
            boolean open = all.stream().anyMatch(i -> i.contains(start));
            assertThat(s.hours.isOpen(at)).isEqualTo(open);
            sum = open ? sum.plus(Duration.between(at, ends.higher(at))) : sum;
        }
        assertThat(s.hours.between(from, until)).isEqualTo(sum);
    }

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<Integer> away = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just(0)),
                // so that some samples lie at the ends of what the calendar knows, and of what hours prepare
                net.jqwik.api.Tuple.of(
                        4, Arbitraries.of(-900, -790, -745, -735, -725, -12, -2, 20, 28, 34, 36, 60, 70, 100, 300)));
        return Combinators.combine(Arbitraries.of(Around.class), hours(), kinds(), away)
                .as(WorkingHoursLawsTest::sample);
    }

    private static Sample sample(Around around, OpeningHours hours, List<DayKind> kinds, int away) {
        LocalDate known = around.middle.plusDays(away);
        LocalDate first = around.middle.minusDays(4L * WALK);
        Map<LocalDate, DayKind> special = new java.util.HashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            special.put(known.plusDays(i * 3L % 25 - 12), kinds.get(i));
        }
        WorkingCalendar calendar = WorkingCalendar.builder("random", "1")
                .first(known.minusDays(15))
                .settledUntil(known)
                .last(known.plusDays(15))
                .days(special.entrySet().stream()
                        .map(e -> new SpecialDay(e.getKey(), e.getValue(), Label.of("日", "day"), ""))
                        .toList())
                .build();
        return new Sample(
                WorkingHours.of(hours, calendar, around.zone),
                new NaiveHours(
                        hours, new NaiveCalendar(special), around.zone, first, around.middle.plusDays(20L * WALK)),
                around.middle.atTime(2, 0).atZone(around.zone).toInstant());
    }

    private static Arbitrary<List<DayKind>> kinds() {
        return Arbitraries.of(DayKind.class).list().ofMaxSize(12);
    }

    /** Hours that are open for an hour of each working day at least. */
    private static Arbitrary<OpeningHours> hours() {
        Arbitrary<List<OpeningPeriod>> some = periods();
        Arbitrary<List<OpeningPeriod>> working =
                some.filter(p -> p.stream().mapToInt(o -> o.to() - o.from()).sum() >= 60);
        Arbitrary<OpeningHours.Season> season = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 28),
                        working)
                .as((m, n, day, p) -> new OpeningHours.Season(MonthDay.of(m, day), MonthDay.of(n, day), p));
        Arbitrary<Map<LocalDate, List<OpeningPeriod>>> dates = Combinators.combine(
                        Arbitraries.of(Around.class), Arbitraries.integers().between(-3, 3), some)
                .as((a, d, p) -> Map.entry(a.middle.plusDays(d), p))
                .list()
                .ofMaxSize(3)
                .map(l -> {
                    Map<LocalDate, List<OpeningPeriod>> map = new java.util.HashMap<>();
                    l.forEach(e -> map.put(e.getKey(), e.getValue()));
                    return map;
                });
        Arbitrary<Map<DayOfWeek, List<OpeningPeriod>>> weekdays =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), working).ofMaxSize(2);
        Arbitrary<List<OpeningPeriod>> rest = Arbitraries.oneOf(Arbitraries.just(List.of()), some);
        return Combinators.combine(working, rest, weekdays, season.list().ofMaxSize(1), dates)
                .as(OpeningHours::new);
    }

    /** Periods that do not overlap; the last may go over midnight. */
    private static Arbitrary<List<OpeningPeriod>> periods() {
        Arbitrary<Integer> minute = Arbitraries.oneOf(
                Arbitraries.integers().between(0, OpeningPeriod.DAY), Arbitraries.of(0, 60, 90, 120, 150, 180, 1440));
        return Combinators.combine(
                        minute.set().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.integers().between(1, OpeningPeriod.DAY))
                .as((minutes, length) -> {
                    List<Integer> sorted = minutes.stream().sorted().toList();
                    List<OpeningPeriod> periods = new ArrayList<>();
                    for (int i = 0; i < sorted.size(); i += 2) {
                        int from = sorted.get(i);
                        int to = i + 1 < sorted.size() ? sorted.get(i + 1) : from + length;
                        if (from < OpeningPeriod.DAY) {
                            periods.add(new OpeningPeriod(from, to));
                        }
                    }
                    return periods;
                });
    }

    /** Durations from the middle, often at full minutes and often with fractions of a second. */
    @Provide
    Arbitrary<Duration> instants() {
        long most = WALK * 86_400L;
        Arbitrary<Duration> fine = Arbitraries.longs()
                .between(-most, most)
                .flatMap(s -> Arbitraries.integers().between(0, 999_999_999).map(n -> Duration.ofSeconds(s, n)));
        Arbitrary<Duration> full =
                Arbitraries.longs().between(-WALK * 1_440L, WALK * 1_440L).map(Duration::ofMinutes);
        Arbitrary<Duration> near = Arbitraries.longs().between(-8, 8).map(n -> Duration.ofMinutes(30 * n));
        return Arbitraries.oneOf(fine, full, near);
    }

    @Provide
    Arbitrary<Duration> amounts() {
        Arbitrary<Duration> fine = Arbitraries.longs()
                .between(0, 12 * 3_600L)
                .flatMap(s -> Arbitraries.integers().between(0, 999_999_999).map(n -> Duration.ofSeconds(s, n)));
        Arbitrary<Duration> full = Arbitraries.longs().between(0, 12 * 60L).map(Duration::ofMinutes);
        return Arbitraries.oneOf(fine, full);
    }
}
