package io.github.hotlinekit.sla.policy;

/** From which moment a clock counts, when it is started at any time of any day. */
public enum StartMoment {
    /** From the very instant (Civil Code of China, article 201: days begin with the next day). */
    AS_RECORDED("asRecorded"),
    /** From the next opening, if that instant is outside opening hours: an office's own rule, not the law's. */
    NEXT_OPENING("nextOpening"),
    /**
     * From the same time of day of the next working day, if that instant is on a day of rest; at any time of a
     * working day from the very instant. A cut-off is looked at after this move: Saturday 18:00 is Monday 18:00
     * and so, with a cut-off at 17:00, Tuesday.
     */
    NEXT_WORKING_DAY("nextWorkingDay");

    private final String code;

    StartMoment(String code) {
        this.code = code;
    }

    /**
     * Its name in documents.
     *
     * @return such as {@code asRecorded}
     */
    public String code() {
        return code;
    }
}
