package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** The channels that the law sets for some demands (法定渠道). */
public enum StatutoryChannel implements Coded {
    /** Letters and visits. */
    PETITION("信访", "petition"),
    /** Review by a higher authority. */
    RECONSIDERATION("行政复议", "administrative reconsideration"),
    /** Labour or other arbitration. */
    ARBITRATION("仲裁", "arbitration"),
    /** A court. */
    LITIGATION("诉讼", "litigation"),
    /** Discipline inspection. */
    DISCIPLINE("纪检监察", "discipline inspection"),
    /** A request for information. */
    DISCLOSURE("政府信息公开", "disclosure of government information"),
    /** Another, told in the basis. */
    OTHER("其他法定渠道", "another statutory channel");

    private final Label label;

    StatutoryChannel(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
