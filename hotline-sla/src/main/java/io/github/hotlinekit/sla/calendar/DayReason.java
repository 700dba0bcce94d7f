package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.language.Label;

/** Why a day is a working day or not. */
public enum DayReason {
    /** A day from Monday to Friday that no arrangement names. */
    WEEKDAY("周一至周五", "weekday"),
    /** A Saturday or Sunday that no arrangement names. */
    WEEKEND("周末", "weekend"),
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
}
