package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;

/** Why a case was closed. */
public enum ClosingGround {
    /** The citizen was asked and answered. */
    CALLBACK_DONE("已回访", "callback done"),
    /** The citizen was called and did not answer or did not want to. */
    CALLBACK_FAILED("回访未果", "callback failed"),
    /** Answered in the call. */
    ANSWERED_AT_DESK("直接办结", "answered at the desk"),
    /** The source of an imported case does not say. */
    UNKNOWN("来源未载明", "unknown");

    private final Label label;
    private final String code;

    ClosingGround(String zh, String en) {
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
     * Its name in documents, in lower camel case: such as {@code callback_done}.
     *
     * @return the name
     */
    public String code() {
        return code;
    }
}
