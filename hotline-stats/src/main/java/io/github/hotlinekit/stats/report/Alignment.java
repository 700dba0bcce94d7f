package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** How the days that a period is compared with are found. */
public enum Alignment implements Coded {
    /** The period just before: the last week, month, quarter or year, or as many days. */
    PERIOD_BEFORE("前一周期", "the period before"),
    /** 52 weeks earlier, so that Monday is compared with Monday. */
    WEEKS("前推52周", "52 weeks earlier"),
    /** The same dates of the year before. */
    DATE("上年同期日期", "the same dates of the year before"),
    /** The days that are as far from the first day of the lunar year of the year before. */
    LUNAR_NEW_YEAR("按农历正月初一对齐", "the same distance from the lunar new year");

    private final Label label;

    Alignment(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
