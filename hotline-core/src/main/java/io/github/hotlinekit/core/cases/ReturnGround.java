package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why a department hands a case back (退单理由). */
public enum ReturnGround implements Coded {
    /** The matter is not within its duties. */
    NOT_ITS_DUTY("不属职责范围", "not its duty"),
    /** The place is not within its area. */
    NOT_ITS_AREA("不属辖区", "not its area"),
    /** What is needed to handle it is missing. */
    INCOMPLETE("要素不全", "incomplete"),
    /** It has another case on the same matter. */
    DUPLICATE("重复工单", "duplicate"),
    /** Another ground, told in the explanation. */
    OTHER("其他", "other");

    private final Label label;

    ReturnGround(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
