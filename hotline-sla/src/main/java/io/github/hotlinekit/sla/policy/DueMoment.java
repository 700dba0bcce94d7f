package io.github.hotlinekit.sla.policy;

/** The moment of the due day at which a limit in days runs out. */
public enum DueMoment {
    /** The end of the due day: late from 00:00 of the next, in the policy's zone (Civil Code of China, article 203). */
    END_OF_DAY("endOfDay"),
    /** The end of the last opening period of the due day: late from that moment on (article 203, second clause). */
    CLOSE_OF_BUSINESS("closeOfBusiness"),
    /** The time of day at which the clock started: late from that moment on. */
    SAME_TIME("sameTime");

    private final String code;

    DueMoment(String code) {
        this.code = code;
    }

    /**
     * Its name in documents.
     *
     * @return such as {@code endOfDay}
     */
    public String code() {
        return code;
    }
}
