package io.github.hotlinekit.stats.metric;

/** What a clock says of a case, as far as figures need it. */
public enum Verdict {
    /** The case has no such target. */
    NO_TARGET,
    /** The case's source does not record what the target is about. */
    NOT_RECORDED,
    /** Not done and not late: the clock of an open case is running or has not started. */
    PENDING,
    /** Done in time. */
    ON_TIME,
    /** Done too late, or not done and too late already. */
    LATE,
    /** No longer asked for, or never: such as the sign-for of a case answered at the desk. */
    CANCELLED
}
