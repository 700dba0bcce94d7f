package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What may be said of a figure against an earlier one. */
public enum Movement implements Coded {
    /** Higher than before, by more than chance explains at the confidence asked for. */
    UP("上升", "up"),
    /** Lower than before, by more than chance explains at the confidence asked for. */
    DOWN("下降", "down"),
    /** The same, or different by no more than chance explains. */
    NO_CLEAR_CHANGE("无明显变化", "no clear change"),
    /** There were none before and there are some now: no rate of growth exists. */
    NEW("新增", "new"),
    /** One of the two has no data. */
    NO_DATA("无数据", "no data");

    private final Label label;

    Movement(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /** By where an interval lies against the value that stands for no change. */
    static Movement of(Interval interval, double noChange) {
        if (interval.lower() > noChange) {
            return UP;
        }
        return interval.upper() < noChange ? DOWN : NO_CLEAR_CHANGE;
    }
}
