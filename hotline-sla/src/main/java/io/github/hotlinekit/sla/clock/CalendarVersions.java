package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The versions of a calendar and from when each is in force. A case is judged by the version in force at its
 * receipt, until a recalculation, which is an event of its timeline, names another: what a closed case was judged
 * by stays, however often the calendar changes after it.
 */
public final class CalendarVersions {

    private record Version(Instant from, WorkingCalendar calendar) {}

    private final List<Version> versions;

    private CalendarVersions(List<Version> versions) {
        this.versions = versions;
    }

    /**
     * One version that is always in force.
     *
     * @param calendar the calendar
     * @return the versions
     */
    public static CalendarVersions of(WorkingCalendar calendar) {
        return new CalendarVersions(List.of(new Version(Instant.MIN, Objects.requireNonNull(calendar, "calendar"))));
    }

    /**
     * The same with a further version.
     *
     * @param from from when it is in force, inclusive; after that of the version before it
     * @param calendar the calendar
     * @return the versions with it
     * @throws IllegalArgumentException if the instant is not later, or the calendar's identity is there already
     */
    public CalendarVersions with(Instant from, WorkingCalendar calendar) {
        Version last = versions.get(versions.size() - 1);
        if (!from.isAfter(last.from)) {
            throw new IllegalArgumentException("from must be after " + last.from + ", but was " + from);
        }
        if (named(calendar.identity()).isPresent()) {
            throw new IllegalArgumentException(
                    "a calendar's identity must be there once, but was twice: " + calendar.identity());
        }
        List<Version> more = new ArrayList<>(versions);
        more.add(new Version(from, calendar));
        return new CalendarVersions(List.copyOf(more));
    }

    /**
     * The calendar in force at an instant.
     *
     * @param instant the instant
     * @return the calendar
     */
    public WorkingCalendar at(Instant instant) {
        int i = versions.size() - 1;
        while (i > 0 && instant.isBefore(versions.get(i).from)) {
            i--;
        }
        return versions.get(i).calendar;
    }

    /**
     * The calendar of an identity.
     *
     * @param identity such as {@code china@2026}
     * @return the calendar, if it is one of these
     */
    public Optional<WorkingCalendar> named(String identity) {
        for (Version version : versions) {
            if (version.calendar.identity().equals(identity)) {
                return Optional.of(version.calendar);
            }
        }
        return Optional.empty();
    }

    /**
     * All of them.
     *
     * @return the calendars, in the order of coming into force
     */
    public List<WorkingCalendar> all() {
        return versions.stream().map(Version::calendar).toList();
    }

    @Override
    public String toString() {
        return "CalendarVersions "
                + all().stream().map(WorkingCalendar::identity).toList();
    }
}
