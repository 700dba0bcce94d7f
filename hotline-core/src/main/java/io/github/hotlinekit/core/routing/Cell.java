package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What a condition may ask of a case: the columns of a dispatch catalogue. */
public enum Cell implements Coded {
    /** What the case is about. */
    CATEGORY("事项", "category"),
    /** Where. */
    AREA("区域", "area"),
    /** Its kind. */
    KIND("类型", "kind"),
    /** The way it came in. */
    CHANNEL("渠道", "channel"),
    /** How urgent it is. */
    PRIORITY("紧急程度", "priority"),
    /** What kind of requester raised it. */
    REQUESTER("诉求人类型", "requester"),
    /** What kind of day it came in on. */
    DAY_TYPE("日期类型", "day type"),
    /** Which words its text has. */
    KEYWORDS("关键词", "keywords"),
    /** At which time of the week it came in. */
    TIME("受理时段", "time");

    private final Label label;

    Cell(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /**
     * Whether the cell lists values, and so may also ask that the fact be missing.
     *
     * @return whether it is none of {@link #KEYWORDS} and {@link #TIME}
     */
    public boolean listsValues() {
        return this != KEYWORDS && this != TIME;
    }
}
