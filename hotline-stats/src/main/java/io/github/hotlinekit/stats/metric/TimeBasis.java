package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Label;

/** Which instant of a case puts it into a period. A case without that instant belongs to no period. */
public enum TimeBasis {
    /** The receipt: a period's figures are those of the cases received in it, as they stand at the as-of instant. */
    RECEIVED("受理时间", "cases received in the period"),
    /** The deadline for completion: a case that is open and late counts in the period in which it fell due. */
    DUE("到期时间", "cases due in the period"),
    /** The completion: the reply, or the closing without one. */
    COMPLETED("办结时间", "cases completed in the period"),
    /** The callback, or the last attempt at one. */
    CALLED_BACK("回访时间", "cases called back in the period");

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
