package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** The way a demand came in (渠道). */
public enum Channel implements Coded {
    /** A call. */
    PHONE("电话", "phone"),
    /** A web form. */
    WEB("网站", "web"),
    /** A mobile application. */
    APP("移动应用", "app"),
    /** WeChat. */
    WECHAT("微信", "wechat"),
    /** A letter, on paper or by e-mail. */
    LETTER("信件", "letter"),
    /** A visit in person. */
    VISIT("来访", "visit"),
    /** Another platform, or staff on their rounds. */
    PLATFORM("其他平台", "platform");

    private final Label label;

    Channel(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
