package io.github.hotlinekit.sla.policy;

/** What starts the clock of a target, and so whose clock it is. */
public enum ClockStart {
    /** The receipt: the citizen's clock, which never starts anew when a case changes hands. */
    RECEIPT("receipt"),
    /** The dispatch to a department: that department's leg, a new one with each department. */
    DISPATCH("dispatch"),
    /** The reply: for the callback. */
    REPLY("reply");

    private final String code;

    ClockStart(String code) {
        this.code = code;
    }

    /**
     * Its name in documents.
     *
     * @return such as {@code receipt}
     */
    public String code() {
        return code;
    }
}
