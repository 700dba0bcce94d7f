package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Whether a demand is reasonable (诉求合理性). */
public enum Finding implements Coded {
    /** Reasonable. */
    REASONABLE("合理", "reasonable"),
    /** Unreasonable. */
    UNREASONABLE("不合理", "unreasonable");

    private final Label label;

    Finding(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
