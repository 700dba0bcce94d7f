package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;

/** Why an attempt to call back brought no answer. */
public enum CallbackFailure {
    /** No answer, busy, or a wrong number. */
    UNREACHABLE("未接通", "unreachable"),
    /** The citizen did not want to be asked. */
    REFUSED("拒绝回访", "refused");

    private final Label label;
    private final String code;

    CallbackFailure(String zh, String en) {
        this.label = Label.of(zh, en);
        this.code = Codes.of(this);
    }

    /**
     * Its name in both languages.
     *
     * @return the label
     */
    public Label label() {
        return label;
    }

    /**
     * Its name in documents, in lower camel case: such as {@code unreachable}.
     *
     * @return the name
     */
    public String code() {
        return code;
    }
}
