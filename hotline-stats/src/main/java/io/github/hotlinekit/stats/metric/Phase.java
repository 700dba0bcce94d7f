package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** A stretch of a case's life that is measured in minutes. */
public enum Phase implements Coded {
    /** From the last dispatch to its sign-for (签收), in working time. */
    TO_SIGN_FOR("签收用时", "time to sign for"),
    /** From the receipt to the first talk of the department with the citizen (首次联系), in working time. */
    TO_FIRST_CONTACT("首次联系用时", "time to first contact"),
    /** From the receipt to the reply (办结反馈), in working time, less suspensions. */
    TO_REPLY("回复用时", "time to reply"),
    /** From the receipt to the completion (办结), as the citizen waits: all hours of all days. */
    TO_COMPLETION("办理用时", "handling time");

    private final Label label;

    Phase(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
