package io.github.hotlinekit.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A week without end: ranks count its working days from Monday, 29 December 1969. */
final class BaseWeek {
    private static final int MONDAY = -3;
    private static final int DAYS = 7;

    private final Set<DayOfWeek> worked;
    /** By day of the week from Monday: the working days of the week before it. */
    private final int[] before = new int[DAYS];
    /** The working days, as days since Monday. */
    private final int[] working;

    /** Of at least one day. */
    BaseWeek(Set<DayOfWeek> worked) {
        this.worked = Collections.unmodifiableSet(EnumSet.copyOf(worked));
        this.working = this.worked.stream().mapToInt(day -> day.getValue() - 1).toArray();
        int found = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            before[day.getValue() - 1] = found;
            found += this.worked.contains(day) ? 1 : 0;
        }
    }

    Set<DayOfWeek> worked() {
        return worked;
    }

    boolean works(LocalDate date) {
        return worked.contains(date.getDayOfWeek());
    }

    /** The working days before a day, given since 1970-01-01. */
    long rank(long day) {
        long sinceMonday = day - MONDAY;
        return Math.floorDiv(sinceMonday, DAYS) * working.length + before[Math.floorMod(sinceMonday, DAYS)];
    }

    /** The working day that has just so many before it, since 1970-01-01. */
    long select(long rank) {
        return Math.floorDiv(rank, working.length) * DAYS + working[Math.floorMod(rank, working.length)] + MONDAY;
    }
}
