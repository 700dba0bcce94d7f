package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** A step of a case that a source may record or not. */
public enum Step implements Coded {
    /** Whether the case was answered in the call. */
    ANSWER_AT_DESK("直接答复", "answer at the desk"),
    /** Who was given the case, and when. */
    DISPATCH("派单", "dispatch"),
    /** Whether a department gave it back. */
    RETURN("退单", "return"),
    /** When the department signed for it. */
    SIGN_FOR("签收", "sign-for"),
    /** When the department contacted the citizen, and whether it reached one. */
    FIRST_CONTACT("首次联系", "first contact"),
    /** Whether a department was granted more time. */
    EXTENSION("延期", "extension"),
    /** Whether and when its clock was stopped. */
    SUSPENSION("挂起", "suspension"),
    /** Whether the citizen or the hotline urged it. */
    URGING("催办", "urging"),
    /** Whether it was put under supervision. */
    SUPERVISION("督办", "supervision"),
    /** When the department said it was done. */
    REPLY("办结反馈", "reply"),
    /** Whether that was accepted or sent back. */
    REVIEW("反馈审核", "review of the reply"),
    /** What the citizen said afterwards. */
    CALLBACK("回访", "callback"),
    /** Whether it went back to the department, or was opened again. */
    REOPENING("重办", "reopening");

    private final Label label;

    Step(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
