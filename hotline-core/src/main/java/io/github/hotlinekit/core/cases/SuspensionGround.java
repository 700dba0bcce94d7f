package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why a clock may stand still (挂起理由). */
public enum SuspensionGround implements Coded {
    /** A court or another authority has to decide first. */
    COURT("司法程序", "court"),
    /** The work waits for the weather. */
    WEATHER("天气原因", "weather"),
    /** The citizen has to bring something. */
    CITIZEN_DOCUMENTS("待诉求人补充材料", "citizen’s documents"),
    /** An expert or a laboratory has to report. */
    EXPERT_REPORT("待检测鉴定", "expert report"),
    /** Works take their time. */
    WORKS("工程施工", "works"),
    /** Another ground, told in the explanation. */
    OTHER("其他", "other");

    private final Label label;

    SuspensionGround(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
