package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** How another case has to do with one. */
public enum Relation implements Coded {
    /** On the same matter. */
    SAME_MATTER("同一事项", "same matter"),
    /** By the same requester; withheld from departments where the requester is. */
    SAME_REQUESTER("同一诉求人", "same requester"),
    /** Takes up what the other left. */
    FOLLOW_UP("后续诉求", "follow-up"),
    /** May be the same demand. */
    SUSPECTED_DUPLICATE("疑似重复", "suspected duplicate"),
    /** In another way. */
    OTHER("其他", "other");

    private final Label label;

    Relation(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
