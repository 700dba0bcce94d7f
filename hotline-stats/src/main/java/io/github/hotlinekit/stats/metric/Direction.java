package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Which way a figure is better. */
public enum Direction implements Coded {
    /** The higher the better. */
    HIGHER("越高越好", "higher is better"),
    /** The lower the better. */
    LOWER("越低越好", "lower is better"),
    /** It says something, but no way is better. */
    NEITHER("不分优劣", "neither is better");

    private final Label label;

    Direction(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
