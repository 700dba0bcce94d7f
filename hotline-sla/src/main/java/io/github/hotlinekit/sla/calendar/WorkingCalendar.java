package io.github.hotlinekit.sla.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which days are working days: those of a base week, Monday to Friday unless said otherwise, less the holidays and
 * plus the make-up workdays (调休上班) that published arrangements name. Immutable.
 *
 * <p>A calendar knows a range of days and, within it, until when its days are settled. Outside the range
 * it goes on with the base week and says that it does not know ({@link #certainty}, {@link #project}), or refuses
 * ({@link #strict}). Working days are added and counted in constant time, and within the known range without
 * making an object. Dates reach from the year {@value #MIN_YEAR} to {@value #MAX_YEAR}.
 *
 * <p>Regions and offices put their own days on top of a country's with a {@link CalendarOverlay}; {@link
 * CalendarChange} says which deadlines a new calendar moves.
 *
 * <p>Two calendars are equal if their ids, versions, ranges, base weeks and special days are, names and sources
 * included, and if both are strict or neither is. {@link #contentHash} is of what they say and not of what they
 * are called.
 */
public final class WorkingCalendar {

    /** The first year that dates may be in. */
    public static final int MIN_YEAR = 1900;
    /** The last year that dates may be in. */
    public static final int MAX_YEAR = 2200;
    /** The most working days that can be added or taken away at once: more than all the years have days. */
    public static final int MAX_DAYS = 110_000;

    private final String id;
    private final String version;
    /** Id and version: every reading of a clock carries it. */
    private final String identity;

    private final LocalDate first;
    private final LocalDate last;
    private final LocalDate settledUntil;
    private final boolean strict;
    private final BaseWeek week;
    private final Map<LocalDate, SpecialDay> special;

    /** Answers what is asked most: of the whole months of the known range, or in a strict calendar the settled ones. */
    private final MonthIndex fast;
    /** All months that the known range touches. */
    private final MonthIndex index;

    private final SpanHistory history;
    private final LocalDate indexFirst;
    private final LocalDate indexLast;
    /** The base week's rank of the index's first day, and what the index has more than the base week. */
    private final long firstRank;

    private final long surplus;

    private WorkingCalendar(Builder builder, LocalDate first, LocalDate last, LocalDate settledUntil) {
        this.id = builder.id;
        this.version = builder.version;
        this.identity = id + "@" + version;
        this.first = first;
        this.last = last;
        this.settledUntil = settledUntil;
        this.strict = false;
        this.week = new BaseWeek(builder.worked);
        this.special = Map.copyOf(builder.special);
        this.index = MonthIndex.of(first, last, works(special, week));
        this.fast = index;
        this.history = SpanHistory.of(
                index,
                index.before(first),
                index.through(settledUntil),
                first.toEpochDay(),
                settledUntil.toEpochDay(),
                week);
        this.indexFirst = first.withDayOfMonth(1);
        this.indexLast = last.withDayOfMonth(last.lengthOfMonth());
        this.firstRank = week.rank(indexFirst.toEpochDay());
        this.surplus = firstRank + index.size() - week.rank(indexLast.toEpochDay() + 1);
    }

    /** The same days, refused where they are not settled. */
    private WorkingCalendar(WorkingCalendar days) {
        this.id = days.id;
        this.version = days.version;
        this.identity = days.identity;
        this.first = days.first;
        this.last = days.last;
        this.settledUntil = days.settledUntil;
        this.strict = true;
        this.week = days.week;
        this.special = days.special;
        this.index = days.index;
        this.fast = days.index.within(first, settledUntil);
        this.history = days.history;
        this.indexFirst = days.indexFirst;
        this.indexLast = days.indexLast;
        this.firstRank = days.firstRank;
        this.surplus = days.surplus;
    }

    private static Predicate<LocalDate> works(Map<LocalDate, SpecialDay> special, BaseWeek week) {
        return date -> {
            SpecialDay day = special.get(date);
            return day == null ? week.works(date) : day.kind() == DayKind.WORKDAY;
        };
    }

    static boolean isInRange(LocalDate date) {
        return date.getYear() >= MIN_YEAR && date.getYear() <= MAX_YEAR;
    }

    /**
     * China's national arrangements of 2004 to 2026 by the notices of the General Office of the State
     * Council (国务院办公厅), settled until 28 December 2026. Regional holidays are not in it: put them over it
     * ({@link #with}). The notice of a further year is put into it by {@link #toBuilder}.
     *
     * @return the calendar
     */
    public static WorkingCalendar china() {
        return ChinaNotices.LATEST;
    }

    /**
     * China's national arrangements as far as they were published on a day, to judge a deadline by what could
     * be known then. What a later notice changed is as it was before: until 26 January 2020 Saturday, 1 February
     * 2020 is a make-up workday. The range ends with the last year that a notice was out for, the settled
     * days on 28 December of it. A notice counts from its day of publication; the notices of 2024 and 2025, of which only
     * the month is recorded, from the last day of that month.
     *
     * @param date the day, inclusive: not before 22 December 2005, as it is not recorded when the notices of 2004
     *     and 2005 were published
     * @return the calendar; its version is the year of its last notice, with {@code .2} after a supplementary one
     * @throws DateTimeException if the day is before 22 December 2005
     */
    public static WorkingCalendar chinaAsKnownOn(LocalDate date) {
        return ChinaNotices.asKnownOn(date);
    }

    /**
     * A builder.
     *
     * @param id the calendar's id, such as {@code china}
     * @param version its version, such as {@code 2026}
     * @return a new builder
     */
    public static Builder builder(String id, String version) {
        return new Builder(id, version);
    }

    /**
     * A builder that starts from this calendar: for the next year's notice, move the last and the settled day
     * and add the days of the notice.
     *
     * @param version the new calendar's version
     * @return a new builder with this calendar's id, range, base week and days
     */
    public Builder toBuilder(String version) {
        return new Builder(id, version)
                .first(first)
                .last(last)
                .settledUntil(settledUntil)
                .week(week.worked())
                .days(special.values());
    }

    /**
     * This calendar under an overlay: the days that the overlay names are as it says, all others as they are
     * here. The new calendar's identity names both, such as {@code china+fujian@2026+1}. The same overlay
     * put on twice changes nothing the second time. {@code with(a).with(b)} equals {@code with(b.over(a))}.
     *
     * @param overlay the overlay
     * @return the calendar, strict if this one is
     * @throws IllegalArgumentException if the overlay names days outside the known range, all of which are listed, or
     *     leaves a year without a working day
     */
    public WorkingCalendar with(CalendarOverlay overlay) {
        List<LocalDate> outside = overlay.days().stream()
                .map(SpecialDay::date)
                .filter(date -> date.isBefore(first) || date.isAfter(last))
                .toList();
        if (!outside.isEmpty()) {
            throw new IllegalArgumentException("overlay " + overlay.identity() + " must name days from " + first
                    + " to " + last + ", the range of calendar " + identity() + ", but named " + outside);
        }
        LayerNames names = LayerNames.of(id, version).under(LayerNames.of(overlay.id(), overlay.version()));
        WorkingCalendar composed = new Builder(names.id(), names.version())
                .first(first)
                .last(last)
                .settledUntil(settledUntil)
                .week(week.worked())
                .days(special.values())
                .days(overlay.days())
                .build();
        return strict ? composed.strict() : composed;
    }

    /**
     * The same days, with a refusal instead of any answer that depends on a day before the first known or after
     * the last settled one.
     *
     * @return a calendar whose questions about days throw {@link CalendarHorizonException} there; this one if it
     *     is strict
     */
    public WorkingCalendar strict() {
        return strict ? this : new WorkingCalendar(this);
    }

    /**
     * Whether answers that depend on days that are not settled are refused.
     *
     * @return whether it came from {@link #strict}
     */
    public boolean isStrict() {
        return strict;
    }

    /**
     * The id: of a calendar with overlays all their ids, as in {@code china+fujian}.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The version: of a calendar with overlays all their versions, as in {@code 2026+1}.
     *
     * @return the version
     */
    public String version() {
        return version;
    }

    /**
     * Id and version.
     *
     * @return such as {@code china@2026}
     */
    public String identity() {
        return identity;
    }

    /**
     * The SHA-256 of what this calendar says, whatever it is called and in whatever order its days were given. It is
     * that of a text in UTF-8, each line ended by a line feed:
     *
     * <pre>
     * hotline-calendar-content/1
     * first 2026-01-01
     * last 2026-12-31
     * settled 2026-12-28
     * week 1 2 3 4 5
     * 2026-01-01 HOLIDAY 元旦 | New Year's Day | 国办发明电〔2025〕7号
     * </pre>
     *
     * where the days of the week are those worked, 1 being Monday, and the special days are in order; in names and
     * sources {@code \}, {@code |} and line feed are written {@code \\}, {@code \p} and {@code \n}. The time it
     * takes grows with the number of special days.
     *
     * @return 64 hexadecimal digits, in lower case
     */
    public String contentHash() {
        return CalendarContent.hash(this);
    }

    /**
     * The days of the week that are worked where no arrangement says otherwise.
     *
     * @return an unmodifiable set, in order, of at least one day
     */
    public Set<DayOfWeek> week() {
        return week.worked();
    }

    /**
     * The days that an arrangement or an overlay names.
     *
     * @return an unmodifiable list, in order
     */
    public List<SpecialDay> specialDays() {
        return List.copyOf(new TreeMap<>(special).values());
    }

    /**
     * The first day known.
     *
     * @return the day, inclusive
     */
    public LocalDate first() {
        return first;
    }

    /**
     * The last day known.
     *
     * @return the day, inclusive
     */
    public LocalDate last() {
        return last;
    }

    /**
     * The last day that no coming notice is expected to change.
     *
     * @return the day, inclusive
     */
    public LocalDate settledUntil() {
        return settledUntil;
    }

    /**
     * How sure the calendar is of a day. This is never refused.
     *
     * @param date the day
     * @return settled, provisional or unknown
     */
    public Certainty certainty(LocalDate date) {
        if (date.isBefore(first) || date.isAfter(last)) {
            return Certainty.UNKNOWN;
        }
        return date.isAfter(settledUntil) ? Certainty.PROVISIONAL : Certainty.SETTLED;
    }

    /**
     * Whether a day is a working day. O(1).
     *
     * @param date the day
     * @return whether it is; outside the known range, whether the base week works it
     * @throws DateTimeException if the date is out of range
     * @throws CalendarHorizonException if this calendar is strict and the day is not settled
     */
    public boolean isWorkingDay(LocalDate date) {
        int worked = fast.worked(date);
        return worked < 0 ? worksSlowly(date) : worked > 0;
    }

    /** Whether a day is taken for a working day, settled or not: for what is compiled ahead and asked about later. */
    boolean isTakenAsWorking(LocalDate date) {
        int worked = index.worked(date);
        return worked < 0 ? week.works(date) : worked > 0;
    }

    private boolean worksSlowly(LocalDate date) {
        requireInRange(date);
        requireSettled(date, date, date);
        int worked = index.worked(date);
        return worked < 0 ? week.works(date) : worked > 0;
    }

    /**
     * The day and why it is a working day or not.
     *
     * @param date the day
     * @return the day as this calendar sees it
     * @throws DateTimeException if the date is out of range
     * @throws CalendarHorizonException if this calendar is strict and the day is not settled
     */
    public CalendarDay day(LocalDate date) {
        requireInRange(date);
        requireSettled(date, date, date);
        SpecialDay named = special.get(date);
        DayReason reason;
        if (named == null) {
            boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            if (week.works(date)) {
                reason = weekend ? DayReason.WORKED_WEEKEND : DayReason.WEEKDAY;
            } else {
                reason = weekend ? DayReason.WEEKEND : DayReason.WEEKLY_REST;
            }
        } else {
            reason = named.kind() == DayKind.WORKDAY ? DayReason.MAKE_UP_WORKDAY : DayReason.HOLIDAY;
        }
        return new CalendarDay(date, reason, Optional.ofNullable(named), certainty(date));
    }

    /**
     * The days from one to another, each with its status and reason.
     *
     * @param firstInclusive the first of them
     * @param lastInclusive the last of them
     * @return the days in order; none if the last is before the first
     * @throws DateTimeException if a date is out of range
     * @throws CalendarHorizonException if this calendar is strict and a day of them is not settled, before any is given
     */
    public Stream<CalendarDay> days(LocalDate firstInclusive, LocalDate lastInclusive) {
        requireInRange(firstInclusive);
        requireInRange(lastInclusive);
        if (lastInclusive.isBefore(firstInclusive)) {
            return Stream.empty();
        }
        requireSettled(firstInclusive, firstInclusive, firstInclusive);
        requireSettled(lastInclusive, lastInclusive, lastInclusive);
        return firstInclusive.datesUntil(lastInclusive.plusDays(1)).map(this::day);
    }

    /**
     * The n-th working day strictly after a day, or for negative n strictly before it. O(1).
     *
     * @param date the day to count from, a working day or not; it is not counted
     * @param workingDays n; 0 gives the date itself, so that offsets add up
     * @return the day
     * @throws DateTimeException if the date or the result is out of range
     * @throws IllegalArgumentException if n is beyond plus or minus {@value #MAX_DAYS}
     * @throws CalendarHorizonException if this calendar is strict and a day between, or the result, is not settled
     */
    public LocalDate plusWorkingDays(LocalDate date, int workingDays) {
        if (workingDays == 0) {
            return requireInRange(date);
        }
        LocalDate found = fast.plus(date, workingDays);
        return found == null ? plusSlowly(date, workingDays) : found;
    }

    private LocalDate plusSlowly(LocalDate date, int workingDays) {
        requireInRange(date);
        if (workingDays > MAX_DAYS || workingDays < -MAX_DAYS) {
            throw new IllegalArgumentException(
                    "workingDays must be from -" + MAX_DAYS + " to " + MAX_DAYS + ", but was " + workingDays);
        }
        boolean forward = workingDays > 0;
        long rank = forward ? through(date) + workingDays - 1 : before(date) + workingDays;
        LocalDate result = requireInRange(select(rank));
        if (forward) {
            requireSettled(date.plusDays(1), result, date);
        } else {
            requireSettled(result, date.minusDays(1), date);
        }
        return result;
    }

    /**
     * The day itself if it is a working day, else the next one that is.
     *
     * @param date the day
     * @return the day, not before {@code date}
     * @throws DateTimeException if the date or the result is out of range
     * @throws CalendarHorizonException if this calendar is strict and a day from the date to the result is not settled
     */
    public LocalDate nextOrSame(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, 1);
    }

    /**
     * The day itself if it is a working day, else the last one before it that is.
     *
     * @param date the day
     * @return the day, not after {@code date}
     * @throws DateTimeException if the date or the result is out of range
     * @throws CalendarHorizonException if this calendar is strict and a day from the result to the date is not settled
     */
    public LocalDate previousOrSame(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, -1);
    }

    /**
     * The number of working days after one day and up to another, {@code (start, end]}; negative if the second is
     * before the first, so that the counts from a to b and from b to a add up to 0. O(1). This is the count
     * of {@link #plusWorkingDays}: the n-th working day after a day is n working days from it.
     *
     * @param startExclusive the day to count from, not counted
     * @param endInclusive the day to count to, counted
     * @return the number
     * @throws DateTimeException if a date is out of range
     * @throws CalendarHorizonException if this calendar is strict and a day that is counted or skipped is not settled
     */
    public long workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
        int end = fast.through(endInclusive);
        int start = fast.through(startExclusive);
        return end < 0 || start < 0 ? countSlowly(startExclusive, endInclusive, 1) : end - start;
    }

    /**
     * The number of working days from one day on and before another, {@code [start, end)}; negative if the second
     * is before the first, so that the counts from a to b and from b to a add up to 0. O(1). It
     * differs from {@link #workingDaysBetween} by the first day, which it counts, and the last, which it does not.
     *
     * @param startInclusive the day to count from, counted
     * @param endExclusive the day to count to, not counted
     * @return the number
     * @throws DateTimeException if a date is out of range
     * @throws CalendarHorizonException if this calendar is strict and a day that is counted or skipped is not settled
     */
    public long workingDaysFrom(LocalDate startInclusive, LocalDate endExclusive) {
        int end = fast.before(endExclusive);
        int start = fast.before(startInclusive);
        return end < 0 || start < 0 ? countSlowly(startInclusive, endExclusive, 0) : end - start;
    }

    /** Counts the days from start to end, without the last, all moved by so many days. */
    private long countSlowly(LocalDate start, LocalDate end, int moved) {
        requireInRange(start);
        requireInRange(end);
        if (!start.equals(end)) {
            LocalDate low = start.isBefore(end) ? start : end;
            LocalDate high = start.isBefore(end) ? end : start;
            requireSettled(low.plusDays(moved), high.plusDays(moved - 1L), end);
        }
        return moved == 0 ? before(end) - before(start) : through(end) - through(start);
    }

    /**
     * The n-th working day after or before a day as {@link #plusWorkingDays} has it, with how sure it is and
     * between which days it must be expected.
     *
     * <p>Where every day looked at is settled, earliest and latest are that day. Else the bounds are taken from the
     * settled past. Counting forward, let h be the last settled day, or the start if that is later, and m the
     * working days still needed after h: the earliest is h plus the fewest days in which m working days ever went
     * by in the settled range, and the latest h plus the most that m working days took there; of more than it
     * has, bounds of its parts are added up. The earliest is so never before h plus m days, on which every day after h would
     * be worked. Counting backward from behind h, as many working days are taken to lie between h and the start
     * as so many days ever had at least and at most in the settled range. Where the count looks at days before
     * the first known, all of it is bounded as if nothing were known. The range always has {@code date} in it. A
     * year unlike all before it can still fall outside: bounds by experience are no promise. O(1) up
     * to 60 working days, else the time grows with the settled range.
     *
     * @param date the day to count from; it is not counted
     * @param workingDays n; 0 gives the date itself, which is settled
     * @return the day with its bounds
     * @throws DateTimeException if the date or a result is out of range
     * @throws IllegalArgumentException if n is beyond plus or minus {@value #MAX_DAYS}
     * @throws CalendarHorizonException if this calendar is strict and the result would not be settled
     */
    public Projection project(LocalDate date, int workingDays) {
        LocalDate result = plusWorkingDays(date, workingDays);
        if (workingDays == 0) {
            return new Projection(result, Certainty.SETTLED, result, result);
        }
        boolean forward = workingDays > 0;
        boolean blind = forward ? date.isBefore(first) && date.plusDays(1).isBefore(first) : result.isBefore(first);
        LocalDate lastSeen = forward ? result : date.minusDays(1);
        Certainty certainty = blind ? Certainty.UNKNOWN : certainty(lastSeen);
        if (certainty == Certainty.SETTLED) {
            return new Projection(result, certainty, result, result);
        }
        int n = Math.abs(workingDays);
        LocalDate earliest;
        LocalDate latest;
        if (forward) {
            LocalDate known = blind || date.isAfter(settledUntil) ? date : settledUntil;
            int needed = n - Math.toIntExact(workingDaysBetween(date, known));
            earliest = known.plusDays(history.shortest(needed));
            latest = known.plusDays(history.longest(needed));
        } else {
            earliest = backward(date, n, blind, true);
            latest = backward(date, n, blind, false);
        }
        return new Projection(
                result,
                certainty,
                earliest.isBefore(result) ? earliest : result,
                latest.isAfter(result) ? latest : result);
    }

    private LocalDate backward(LocalDate date, int n, boolean blind, boolean earliest) {
        long open = ChronoUnit.DAYS.between(settledUntil, date) - 1;
        long took = earliest ? history.longest(n) : history.shortest(n);
        if (blind || took <= open) {
            return date.minusDays(took);
        }
        int worked = earliest ? history.alwaysIn(open, n) : history.everIn(open, n);
        return plusWorkingDays(settledUntil.plusDays(1), worked - n);
    }

    private static LocalDate requireInRange(LocalDate date) {
        if (!isInRange(date)) {
            throw new DateTimeException(
                    "date must be in the years " + MIN_YEAR + " to " + MAX_YEAR + ", but was " + date);
        }
        return date;
    }

    private void requireSettled(LocalDate from, LocalDate to, LocalDate asked) {
        if (strict && from.isBefore(first)) {
            throw new CalendarHorizonException(this, asked, from);
        }
        if (strict && to.isAfter(settledUntil)) {
            throw new CalendarHorizonException(
                    this, asked, from.isAfter(settledUntil) ? from : settledUntil.plusDays(1));
        }
    }

    /** The working days before a day, counted from a fixed day long ago. */
    private long before(LocalDate date) {
        int inIndex = index.before(date);
        return inIndex < 0 ? outside(date, 0) : firstRank + inIndex;
    }

    private long through(LocalDate date) {
        int inIndex = index.through(date);
        return inIndex < 0 ? outside(date, 1) : firstRank + inIndex;
    }

    private long outside(LocalDate date, int moved) {
        return week.rank(date.toEpochDay() + moved) + (date.isBefore(indexFirst) ? 0 : surplus);
    }

    /** The working day that has just so many before it. */
    private LocalDate select(long rank) {
        long inIndex = rank - firstRank;
        if (inIndex >= 0 && inIndex < index.size()) {
            return index.day((int) inIndex);
        }
        return LocalDate.ofEpochDay(week.select(inIndex < 0 ? rank : rank - surplus));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingCalendar that
                && id.equals(that.id)
                && version.equals(that.version)
                && strict == that.strict
                && first.equals(that.first)
                && last.equals(that.last)
                && settledUntil.equals(that.settledUntil)
                && week.worked().equals(that.week.worked())
                && special.equals(that.special);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version, strict, first, last, settledUntil, special.size());
    }

    @Override
    public String toString() {
        return "WorkingCalendar " + identity() + ", " + first + " to " + last + ", settled until " + settledUntil
                + (strict ? ", strict" : "");
    }

    /** Builds a calendar from its range, base week and layers of special days. */
    public static final class Builder {
        private final String id;
        private final String version;
        private final Map<String, LocalDate> bounds = new HashMap<>();
        private final Map<LocalDate, SpecialDay> special = new HashMap<>();
        private final Set<DayOfWeek> worked = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

        private Builder(String id, String version) {
            this.id = Objects.requireNonNull(id, "id");
            this.version = Objects.requireNonNull(version, "version");
        }

        /**
         * Sets the first day known.
         *
         * @param firstInclusive the day
         * @return this builder
         */
        public Builder first(LocalDate firstInclusive) {
            return bound("first", firstInclusive);
        }

        /**
         * Sets the last day known.
         *
         * @param lastInclusive the day
         * @return this builder
         */
        public Builder last(LocalDate lastInclusive) {
            return bound("last", lastInclusive);
        }

        /**
         * Sets the last day that no coming notice is expected to change.
         *
         * @param settledInclusive the day, in the known range
         * @return this builder
         */
        public Builder settledUntil(LocalDate settledInclusive) {
            return bound("settledUntil", settledInclusive);
        }

        /**
         * Sets the days of the week that are worked where no arrangement says otherwise; without it Monday to Friday.
         *
         * @param worked at least one day
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder week(Set<DayOfWeek> worked) {
            if (worked.isEmpty()) {
                throw new IllegalArgumentException("week must have at least one working day, but had none");
            }
            Set<DayOfWeek> days = EnumSet.copyOf(worked);
            this.worked.clear();
            this.worked.addAll(days);
            return this;
        }

        private Builder bound(String name, LocalDate date) {
            bounds.put(name, Objects.requireNonNull(date, name));
            return this;
        }

        /**
         * Adds a layer of special days: a province over the country, a city over the province. Where two
         * layers name a day, the one added later wins; a day that it makes {@link DayKind#INHERIT} is as below.
         *
         * @param layer the days, each once
         * @return this builder
         * @throws IllegalArgumentException if the layer names a day twice
         */
        public Builder days(Collection<SpecialDay> layer) {
            for (SpecialDay day : CalendarOverlay.once(layer)) {
                if (day.kind() != DayKind.INHERIT) {
                    special.put(day.date(), day);
                }
            }
            return this;
        }

        /**
         * The calendar.
         *
         * @return the calendar
         * @throws IllegalArgumentException if a bound is missing or out of range, the bounds are not in
         *     order (first, settledUntil, last), a special day lies outside them, or a year that is in the range
         *     from its first to its last day has no working day
         */
        public WorkingCalendar build() {
            LocalDate first = required("first");
            LocalDate last = required("last");
            LocalDate settled = required("settledUntil");
            if (first.isAfter(settled) || settled.isAfter(last)) {
                throw new IllegalArgumentException("first, settledUntil and last must be in order, but were " + first
                        + ", " + settled + " and " + last);
            }
            for (LocalDate date : special.keySet()) {
                if (date.isBefore(first) || date.isAfter(last)) {
                    throw new IllegalArgumentException(
                            "special days must be from " + first + " to " + last + ", but one was " + date);
                }
            }
            WorkingCalendar calendar = new WorkingCalendar(this, first, last, settled);
            for (int year = first.getYear(); year <= last.getYear(); year++) {
                LocalDate newYear = LocalDate.of(year, 1, 1);
                LocalDate end = LocalDate.of(year, 12, 31);
                if (!newYear.isBefore(first)
                        && !end.isAfter(last)
                        && calendar.through(end) == calendar.before(newYear)) {
                    throw new IllegalArgumentException("calendar " + calendar.identity()
                            + " must have a working day in each year, but had none in " + year);
                }
            }
            return calendar;
        }

        private LocalDate required(String name) {
            LocalDate date = bounds.get(name);
            if (date == null) {
                throw new IllegalArgumentException(name + " must be given");
            }
            if (!isInRange(date)) {
                throw new IllegalArgumentException(
                        name + " must be in the years " + MIN_YEAR + " to " + MAX_YEAR + ", but was " + date);
            }
            return date;
        }
    }
}
