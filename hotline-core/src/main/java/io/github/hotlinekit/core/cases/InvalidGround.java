package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why a call is no demand (无效情形). */
public enum InvalidGround implements Coded {
    /** Nobody spoke. */
    SILENT("无声", "silent"),
    /** Made to disturb. */
    NUISANCE("骚扰", "nuisance"),
    /** A test. */
    TEST("测试", "test"),
    /** Another number was meant. */
    WRONG_NUMBER("误拨", "misdialled");

    private final Label label;

    InvalidGround(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
