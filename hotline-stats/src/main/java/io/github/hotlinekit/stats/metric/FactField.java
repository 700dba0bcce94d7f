package io.github.hotlinekit.stats.metric;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A field of a {@link CaseFact}. Dimensions, metrics, measures and specifications of ledgers tell which of them they read, so
 * that a source of facts need not fetch the others.
 */
public enum FactField {
    /** {@link CaseFact#number}, and with the revision the hash. */
    NUMBER,
    /** {@link CaseFact#revision}, and with the number the hash. */
    REVISION,
    /** {@link CaseFact#received}. */
    RECEIVED,
    /** {@link CaseFact#due}. */
    DUE,
    /** {@link CaseFact#completed}. */
    COMPLETED,
    /** {@link CaseFact#calledBack}. */
    CALLED_BACK,
    /** {@link CaseFact#channel}. */
    CHANNEL,
    /** {@link CaseFact#priority}. */
    PRIORITY,
    /** {@link CaseFact#requesterType}. */
    REQUESTER_TYPE,
    /** {@link CaseFact#category}. */
    CATEGORY,
    /** {@link CaseFact#area}. */
    AREA,
    /** {@link CaseFact#lead}. */
    LEAD,
    /** {@link CaseFact#assisting}. */
    ASSISTING,
    /** {@link CaseFact#respondent}. */
    RESPONDENT,
    /** {@link CaseFact#attribution}. */
    ATTRIBUTION,
    /** {@link CaseFact#outcome}, of which the kind is a part. */
    OUTCOME,
    /** The minutes of {@link Phase#TO_SIGN_FOR} and whether they are running; so for the next three. */
    TO_SIGN_FOR,
    /** The minutes of {@link Phase#TO_FIRST_CONTACT}. */
    TO_FIRST_CONTACT,
    /** The minutes of {@link Phase#TO_REPLY}. */
    TO_REPLY,
    /** The minutes of {@link Phase#TO_COMPLETION}. */
    TO_COMPLETION;

    private static final Set<FactField> ALL = Collections.unmodifiableSet(EnumSet.allOf(FactField.class));

    /**
     * Every field: what is read as far as can be told, where a user's own function reads the fact.
     *
     * @return all of them
     */
    public static Set<FactField> all() {
        return ALL;
    }

    /**
     * The field of the instant that puts a case into a period.
     *
     * @param basis which instant
     * @return its field
     */
    public static FactField of(TimeBasis basis) {
        return switch (basis) {
            case RECEIVED -> RECEIVED;
            case DUE -> DUE;
            case COMPLETED -> COMPLETED;
            case CALLED_BACK -> CALLED_BACK;
        };
    }

    /**
     * The field of the minutes of a phase.
     *
     * @param phase which
     * @return its field
     */
    public static FactField of(Phase phase) {
        return switch (phase) {
            case TO_SIGN_FOR -> TO_SIGN_FOR;
            case TO_FIRST_CONTACT -> TO_FIRST_CONTACT;
            case TO_REPLY -> TO_REPLY;
            case TO_COMPLETION -> TO_COMPLETION;
        };
    }
}
