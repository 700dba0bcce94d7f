package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;

/** What the citizen says of the result in the callback. */
public enum Resolution {
    /** Resolved. */
    YES("已解决", "resolved"),
    /** Resolved in part. */
    PARTLY("部分解决", "partly resolved"),
    /** Not resolved. */
    NO("未解决", "not resolved"),
    /** Gives no view. */
    NO_VIEW("不表态", "no view");

    private final Label label;
    private final String code;

    Resolution(String zh, String en) {
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
     * Its name in documents, in lower camel case: such as {@code yes}.
     *
     * @return the name
     */
    public String code() {
        return code;
    }
}
