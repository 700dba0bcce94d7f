package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** How a case ends without being handled; each is counted on its own and left out of the rates. */
public enum Ending implements Coded {
    /** Out of scope. */
    REJECTED("不予受理", "rejected"),
    /** Sent to an emergency number or a statutory channel. */
    REFERRED("转出", "referred"),
    /** Silent, nuisance or test call. */
    INVALID("无效", "invalid"),
    /** Taken back by the citizen. */
    WITHDRAWN("撤诉", "withdrawn"),
    /** Follows another case on the same matter. */
    MERGED("并单", "merged");

    private final Label label;

    Ending(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
