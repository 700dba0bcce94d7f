package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Whether a reply may be published. */
public enum Publicity implements Coded {
    /** For the requester alone. */
    REQUESTER_ONLY("仅答复诉求人", "requester only"),
    /** May be published. */
    PUBLIC("公开", "public");

    private final Label label;

    Publicity(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
