package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why an attempt to call back brought no answer. */
public enum CallbackFailure implements Coded {
    /** Not reached; the source does not say why. */
    UNREACHABLE("未接通", "unreachable"),
    /** The telephone rang and nobody answered. */
    NO_ANSWER("无人接听", "no answer"),
    /** The line was engaged. */
    BUSY("占线", "busy"),
    /** The number is not the citizen's. */
    WRONG_NUMBER("号码有误", "wrong number"),
    /** The citizen did not want to be asked. */
    REFUSED("拒绝回访", "refused");

    private final Label label;

    CallbackFailure(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
