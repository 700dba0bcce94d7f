package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Where a task stands. */
public enum TaskState implements Coded {
    /** Given, nothing reported. */
    GIVEN("已分派", "given"),
    /** Reported done. */
    REPORTED("已回报", "reported"),
    /** Found done well enough. */
    ACCEPTED("已通过", "accepted"),
    /** Found not done well enough. */
    SENT_BACK("已退回", "sent back"),
    /** No longer needed. */
    CANCELLED("已取消", "cancelled");

    private final Label label;

    TaskState(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /**
     * Whether it still keeps the department from replying.
     *
     * @return whether it is neither accepted nor cancelled
     */
    public boolean isOpen() {
        return this != ACCEPTED && this != CANCELLED;
    }
}
