package io.github.hotlinekit.core.json;

/** What a reader makes of an event of a type that this version does not know. */
public enum UnknownEvents {
    /** A problem: nobody can tell what it does to the case. */
    REFUSE,
    /**
     * A {@link io.github.hotlinekit.core.cases.CaseEvent.Opaque} with all it says, to be written back as it
     * was. It changes nothing that is known of the case, which may be wrong.
     */
    CARRY
}
