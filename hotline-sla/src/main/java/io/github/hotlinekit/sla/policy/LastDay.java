package io.github.hotlinekit.sla.policy;

/** What becomes of the last day of a limit in calendar days or months that is no working day. */
public enum LastDay {
    /** It moves on to the next working day (Civil Code of China, article 203). */
    NEXT_WORKING_DAY("nextWorkingDay"),
    /** It stays. */
    AS_COUNTED("asCounted");

    private final String code;

    LastDay(String code) {
        this.code = code;
    }

    /**
     * Its name in documents.
     *
     * @return such as {@code nextWorkingDay}
     */
    public String code() {
        return code;
    }
}
