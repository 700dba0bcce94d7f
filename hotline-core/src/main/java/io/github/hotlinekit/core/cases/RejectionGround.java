package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why a demand is out of scope (不予受理情形). */
public enum RejectionGround implements Coded {
    /** A court, arbiter or reviewing body has it or decided it. */
    UNDER_LITIGATION("已进入诉讼仲裁", "under litigation"),
    /** It belongs to the discipline inspection. */
    UNDER_DISCIPLINE("纪检监察事项", "discipline"),
    /** It touches secrets. */
    STATE_SECRET("涉密事项", "state secret"),
    /** It asks for what the law forbids. */
    AGAINST_LAW("违反法律法规", "against the law"),
    /** No government duty. */
    NOT_GOVERNMENT("非政府职责", "not a government matter"),
    /** It was answered for good and nothing is new. */
    FINAL_ANSWER_GIVEN("已有终结意见", "final answer given"),
    /** Another ground. */
    OTHER("其他", "other");

    private final Label label;

    RejectionGround(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
