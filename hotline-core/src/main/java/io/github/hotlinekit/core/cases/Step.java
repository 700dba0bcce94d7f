package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** A step of a case that a source may record or not. */
public enum Step implements Coded {
    /** Whether the case was answered in the call. */
    ANSWER_AT_DESK("直接答复", "answer at the desk"),
    /** Who was given the case, and when. */
    DISPATCH("派单", "dispatch"),
    /** When the department signed for it. */
    SIGN_FOR("签收", "sign-for"),
    /** When the department contacted the citizen, and whether it reached one. */
    FIRST_CONTACT("首次联系", "first contact"),
    /** When the department said it was done. */
    REPLY("办结反馈", "reply"),
    /** What the citizen said afterwards. */
    CALLBACK("回访", "callback");

    private final Label label;

    Step(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
