package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why personal data is erased. */
public enum ErasureGround implements Coded {
    /** It may be kept no longer. */
    RETENTION_OVER("保存期届满", "retention over"),
    /** The person asked for it. */
    REQUEST("本人请求", "request of the person"),
    /** An authority ordered it. */
    ORDER("主管机关要求", "order of an authority");

    private final Label label;

    ErasureGround(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
