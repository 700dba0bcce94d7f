package io.github.hotlinekit.core.cases;

/**
 * Two decisions were made on the same version of a case, and the other one was stored first; or a decision was
 * made on a version that is not stored. The message names the event that is stored and the one that was to be.
 * The loser reads the case again and decides anew.
 */
public final class VersionConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int expected;
    private final int found;

    VersionConflictException(Case stored, int expected, CaseEvent ours) {
        super("case " + stored.number() + " is at version " + stored.version() + ", not " + expected + ": "
                + (expected < stored.version()
                        ? "event " + describe(stored.events().get(expected)) + " was stored before event "
                        : "event " + describe(stored.events().get(stored.version() - 1)) + " is the last before event ")
                + describe(ours));
        this.expected = expected;
        this.found = stored.version();
    }

    private static String describe(CaseEvent event) {
        return event.sequence() + " " + event.act() + " recorded "
                + event.stamp().recorded();
    }

    /**
     * The version the decision was made on.
     *
     * @return the version
     */
    public int expected() {
        return expected;
    }

    /**
     * The version the case is at.
     *
     * @return the version
     */
    public int found() {
        return found;
    }
}
