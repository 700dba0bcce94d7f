package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Why a case is put under supervision (督办理由). */
public enum SupervisionGround implements Coded {
    /** It is late. */
    OVERDUE("超期", "overdue"),
    /** It was raised again and again. */
    REPEATED("反复反映", "repeated"),
    /** It weighs much. */
    IMPORTANT("重要事项", "important"),
    /** The media watch. */
    MEDIA("媒体关注", "media"),
    /** A superior asked for it. */
    INSTRUCTION("领导批示", "instruction");

    private final Label label;

    SupervisionGround(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
