package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why a clock runs again. */
public enum ResumeCause implements Coded {
    /** What it waited for is there. */
    GROUND_OVER("事由消除", "ground over"),
    /** The last day of the suspension came. */
    UNTIL_PASSED("期限届满", "time over"),
    /** The suspension was found without ground. */
    REVOKED("撤销挂起", "revoked");

    private final Label label;

    ResumeCause(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
