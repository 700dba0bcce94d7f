package io.github.hotlinekit.sla.policy;

/** From which moment a clock counts, when it is started at any time of any day. */
public enum StartMoment {
    /** From the very instant (Civil Code of China, article 201: days begin with the next day). */
    AS_RECORDED("asRecorded"),
    /** From the next opening, if that instant is outside opening hours: an office's own rule, not the law's. */
    NEXT_OPENING("nextOpening");

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
