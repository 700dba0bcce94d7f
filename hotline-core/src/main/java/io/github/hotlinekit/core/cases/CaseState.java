package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Where a case stands. */
public enum CaseState implements Coded {
    /** Recorded, not yet answered or sent on. */
    REGISTERED("已登记", "registered"),
    /** Waits for a person to say who is responsible. */
    TRIAGE("待派", "triage"),
    /** Sent to a lead department that has not signed for it. */
    DISPATCHED("待签收", "dispatched"),
    /** Signed for and being handled. */
    HANDLING("办理中", "handling"),
    /** The clock stands still with a ground. */
    SUSPENDED("已挂起", "suspended"),
    /** The arbiter is to say who is responsible. */
    DISPUTED("争议中", "disputed"),
    /** The department says it is done; its reply waits for review. */
    REPLIED("待审核", "replied"),
    /** The citizen is to be asked. */
    CALLBACK("待回访", "callback"),
    /** Closed; may be reopened. */
    CLOSED("已结案", "closed"),
    /** Ended without handling: see {@link Ending}. */
    ENDED("未办终止", "ended"),
    /** Frozen. */
    ARCHIVED("已归档", "archived");

    private final Label label;

    CaseState(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /**
     * Whether the case still waits for somebody: every state but {@link #CLOSED}, {@link #ENDED} and
     * {@link #ARCHIVED}.
     *
     * @return whether it is open
     */
    public boolean isOpen() {
        return this != CLOSED && this != ENDED && this != ARCHIVED;
    }
}
