package io.github.hotlinekit.sla.calendar;

/** How sure a calendar is of a day; later constants are less sure. */
public enum Certainty {
    /** Published, and past the reach of the next notice. */
    SETTLED,
    /** In the published range, but a coming notice may still change it. */
    PROVISIONAL,
    /** Outside the published range: the plain week is assumed. */
    UNKNOWN;

    /**
     * The less sure of two.
     *
     * @param other the other
     * @return the less sure
     */
    public Certainty or(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
