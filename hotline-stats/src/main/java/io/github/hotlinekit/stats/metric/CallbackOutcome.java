package io.github.hotlinekit.stats.metric;

/** What came of calling the citizen back (回访). */
public enum CallbackOutcome {
    /** The case's source does not record callbacks. */
    NOT_RECORDED,
    /** No callback was made: not yet, or the case needs none. */
    NOT_ASKED,
    /** The citizen was called and not reached. */
    UNREACHABLE,
    /** The citizen did not want to be asked. */
    REFUSED,
    /** The citizen answered. */
    ANSWERED
}
