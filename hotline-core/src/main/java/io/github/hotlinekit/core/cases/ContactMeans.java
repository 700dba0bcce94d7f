package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** How a citizen is reached. */
public enum ContactMeans implements Coded {
    /** A call. */
    PHONE("电话", "phone"),
    /** A visit. */
    VISIT("上门", "visit"),
    /** A text message or chat. */
    MESSAGE("短信或消息", "message"),
    /** A letter or e-mail. */
    LETTER("信函", "letter");

    private final Label label;

    ContactMeans(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
