package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Where the assignment of one department stands. */
public enum AssignmentState implements Coded {
    /** Given, not yet signed for. */
    OFFERED("待签收", "offered"),
    /** Signed for. */
    SIGNED("已签收", "signed"),
    /** Handed back. */
    RETURNED("已退单", "returned"),
    /** Said to be done. */
    REPLIED("已反馈", "replied"),
    /** Taken away: sent to another, or the case came to an end. */
    RELEASED("已解除", "released");

    private final Label label;

    AssignmentState(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /**
     * Whether the department still has to do something.
     *
     * @return whether it is offered or signed
     */
    public boolean isOpen() {
        return this == OFFERED || this == SIGNED;
    }
}
