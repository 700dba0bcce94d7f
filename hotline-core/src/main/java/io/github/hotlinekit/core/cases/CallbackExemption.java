package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why a case is closed without asking the citizen. */
public enum CallbackExemption implements Coded {
    /** Nobody knows whom to ask. */
    ANONYMOUS("匿名", "anonymous"),
    /** There was nothing to solve. */
    PRAISE("表扬", "praise"),
    /** The citizen asked not to be called. */
    DECLINED("事先谢绝回访", "declined beforehand");

    private final Label label;

    CallbackExemption(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
