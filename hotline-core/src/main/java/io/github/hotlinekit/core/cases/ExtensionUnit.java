package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** The unit of an extension. */
public enum ExtensionUnit implements Coded {
    /** Working days. */
    WORKING_DAYS("工作日", "working days"),
    /** Calendar days. */
    CALENDAR_DAYS("自然日", "calendar days"),
    /** Hours. */
    HOURS("小时", "hours");

    private final Label label;

    ExtensionUnit(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
