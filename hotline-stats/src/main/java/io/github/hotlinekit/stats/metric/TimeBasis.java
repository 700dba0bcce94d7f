package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Label;

/** Which instant of a case puts it into a period. */
public enum TimeBasis {
    /** The receipt: a period's figures are those of the cases received in it, as they stand at the as-of instant. */
    RECEIVED("受理时间", "cases received in the period");

    private final Label label;

    TimeBasis(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    /**
     * Its name in both languages.
     *
     * @return the label
     */
    public Label label() {
        return label;
    }
}
