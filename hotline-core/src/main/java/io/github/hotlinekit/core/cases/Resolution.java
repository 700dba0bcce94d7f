package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What the citizen says of the result in the callback. */
public enum Resolution implements Coded {
    /** Resolved. */
    YES("已解决", "resolved"),
    /** Resolved in part. */
    PARTLY("部分解决", "partly resolved"),
    /** Not resolved. */
    NO("未解决", "not resolved"),
    /** The citizen was asked and the demand stands found unreasonable (诉求不合理); no view of the result. */
    UNREASONABLE("诉求不合理", "unreasonable demand"),
    /** Gives no view. */
    NO_VIEW("不表态", "no view");

    private final Label label;

    Resolution(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
