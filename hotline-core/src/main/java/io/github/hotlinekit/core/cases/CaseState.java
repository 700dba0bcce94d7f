package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;

/** Where a case stands. */
public enum CaseState {
    /** Recorded, not yet answered or sent on. */
    REGISTERED("已登记", "registered"),
    /** Waits for a person to say who is responsible. */
    TRIAGE("待派", "triage"),
    /** Sent to a lead department that has not signed for it. */
    DISPATCHED("待签收", "dispatched"),
    /** Signed for and being handled. */
    HANDLING("办理中", "handling"),
    /** The department says it is done; its reply waits for review. */
    REPLIED("待审核", "replied"),
    /** The citizen is to be asked. */
    CALLBACK("待回访", "callback"),
    /** Closed; may be reopened. */
    CLOSED("已结案", "closed"),
    /** Ended without handling: see {@link Ending}. */
    ENDED("未办终止", "ended");

    private final Label label;
    private final String code;

    CaseState(String zh, String en) {
        this.label = Label.of(zh, en);
        this.code = Codes.of(this);
    }

    /**
     * Its name in both languages.
     *
     * @return the label
     */
    public Label label() {
        return label;
    }

    /**
     * Whether the case still waits for somebody: every state but {@link #CLOSED} and {@link #ENDED}.
     *
     * @return whether it is open
     */
    public boolean isOpen() {
        return this != CLOSED && this != ENDED;
    }

    /**
     * Its name in documents, in lower camel case: such as {@code registered}.
     *
     * @return the name
     */
    public String code() {
        return code;
    }
}
