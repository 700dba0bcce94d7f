package io.github.hotlinekit.sla.policy;

/** What a change of kind, category or priority does to a target that is late or done already. */
public enum Reclassification {
    /** It stays late: the deadline that was missed stands. And what is done keeps its verdict, late or not. */
    KEEPS_LATE("keepsLate"),
    /** The new limit counts, from the first start, as if it had always been that. */
    COUNTS_ANEW("countsAnew");

    private final String code;

    Reclassification(String code) {
        this.code = code;
    }

    /**
     * Its name in documents.
     *
     * @return such as {@code keepsLate}
     */
    public String code() {
        return code;
    }
}
