package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Who may read a note or see an attachment; each includes those before it. */
public enum Visibility implements Coded {
    /** The hotline alone. */
    HOTLINE("仅热线", "hotline only"),
    /** The departments that have the case as well. */
    DEPARTMENTS("承办单位", "departments"),
    /** The citizen as well. */
    CITIZEN("诉求人", "citizen"),
    /** Everybody. */
    PUBLIC("公开", "public");

    private final Label label;

    Visibility(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
