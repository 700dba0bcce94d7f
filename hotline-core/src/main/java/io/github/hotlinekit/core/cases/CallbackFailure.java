package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;
import java.util.Locale;

/** Why an attempt to call back brought no answer. */
public enum CallbackFailure {
    /** No answer, busy, or a wrong number. */
    UNREACHABLE("未接通", "unreachable"),
    /** The citizen did not want to be asked. */
    REFUSED("拒绝回访", "refused");

    private final Label label;

    CallbackFailure(String zh, String en) {
        this.label = Label.of(zh, en);
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
     * Its name in documents: lower case, such as {@code unreachable}.
     *
     * @return the name
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
