package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Whether a call was passed on to an emergency number. */
public enum Transfer implements Coded {
    /** The caller was put through. */
    TRANSFERRED("已转接", "transferred"),
    /** The caller was told where to call. */
    TOLD("已告知", "told"),
    /** Putting through failed. */
    FAILED("转接失败", "failed");

    private final Label label;

    Transfer(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
