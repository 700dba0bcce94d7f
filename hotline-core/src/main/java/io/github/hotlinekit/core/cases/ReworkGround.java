package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What is wrong with a reply (审核退回理由). */
public enum ReworkGround implements Coded {
    /** It does not answer the demand. */
    NOT_ON_POINT("答非所问", "not on point"),
    /** Nothing shows what was done. */
    NO_EVIDENCE("缺少佐证", "no evidence"),
    /** The citizen was not spoken to. */
    NOT_CONTACTED("未联系诉求人", "citizen not contacted"),
    /** Something is missing. */
    INCOMPLETE("内容不完整", "incomplete"),
    /** Something else, told in the reason. */
    OTHER("其他", "other");

    private final Label label;

    ReworkGround(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
