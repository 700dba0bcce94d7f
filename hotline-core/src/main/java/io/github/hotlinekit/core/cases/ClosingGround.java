package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why a case was closed. */
public enum ClosingGround implements Coded {
    /** The citizen was asked and answered. */
    CALLBACK_DONE("已回访", "callback done"),
    /** The citizen was called and did not answer or did not want to. */
    CALLBACK_FAILED("回访未果", "callback failed"),
    /** Answered in the call. */
    ANSWERED_AT_DESK("直接办结", "answered at the desk"),
    /** Nobody was to be asked: see {@link CallbackExemption}. */
    CALLBACK_WAIVED("免回访", "callback waived"),
    /** The source of an imported case does not say. */
    UNKNOWN("来源未载明", "unknown");

    private final Label label;

    ClosingGround(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
