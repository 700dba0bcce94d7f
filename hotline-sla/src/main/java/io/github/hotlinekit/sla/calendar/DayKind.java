package io.github.hotlinekit.sla.calendar;

/** What an arrangement makes of a day. */
public enum DayKind {
    /** A day off, whatever day of the week it is. */
    HOLIDAY,
    /** A working day, whatever day of the week it is: a make-up workday (调休上班). */
    WORKDAY,
    /** What the layers below make of it (沿用下层安排): the same as not to name the day at all. */
    INHERIT
}
