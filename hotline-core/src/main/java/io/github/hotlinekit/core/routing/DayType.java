package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What kind of day a case came in on (日期类型). The host says it, from a working-day calendar. */
public enum DayType implements Coded {
    /** A working day, make-up workdays (调休上班) among them. */
    WORKING("工作日", "working day"),
    /** A day of the weekend that is neither a make-up workday nor a public holiday. */
    WEEKEND("周末", "weekend"),
    /** A day of a public holiday (节假日). */
    HOLIDAY("节假日", "holiday");

    private final Label label;

    DayType(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
