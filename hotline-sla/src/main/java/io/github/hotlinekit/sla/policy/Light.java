package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.language.Label;

/** How near a running clock is to its deadline (预警等级), as a traffic light; later constants are nearer. */
public enum Light {
    /** Far from it. */
    GREEN("绿灯", "green", "green"),
    /** Near it. */
    YELLOW("黄灯", "yellow", "yellow"),
    /** Very near it, or past it. */
    RED("红灯", "red", "red");

    private final Label label;
    private final String code;

    Light(String zh, String en, String code) {
        this.label = Label.of(zh, en);
        this.code = code;
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
     * Its name in documents.
     *
     * @return such as {@code yellow}
     */
    public String code() {
        return code;
    }
}
