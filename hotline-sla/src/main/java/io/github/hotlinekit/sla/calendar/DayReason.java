package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.language.Label;

/** Why a day is a working day or not. */
public enum DayReason {
    /** A day from Monday to Friday that the base week works and no arrangement names. */
    WEEKDAY("周一至周五", "weekday"),
    /** A Saturday or Sunday that the base week rests and no arrangement names. */
    WEEKEND("周末", "weekend"),
    /** A Saturday or Sunday that the base week works and no arrangement names. */
    WORKED_WEEKEND("每周照常上班的周末", "weekend day worked every week"),
    /** A day from Monday to Friday that the base week rests and no arrangement names. */
    WEEKLY_REST("每周休息日", "weekly day of rest"),
    /** An arrangement names it a day off. */
    HOLIDAY("放假", "holiday"),
    /** An arrangement names it a working day. */
    MAKE_UP_WORKDAY("调休上班", "make-up workday");

    private final Label label;

    DayReason(String zh, String en) {
        this.label = Label.of(zh, en);
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
     * Whether a day of this reason is a working day.
     *
     * @return whether it is
     */
    public boolean isWorking() {
        return this == WEEKDAY || this == WORKED_WEEKEND || this == MAKE_UP_WORKDAY;
    }
}
