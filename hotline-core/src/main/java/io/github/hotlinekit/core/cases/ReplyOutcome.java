package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What the department says came of a case (办理结果). */
public enum ReplyOutcome implements Coded {
    /** Done as asked. */
    RESOLVED("已解决", "resolved"),
    /** Done in part. */
    PARTLY_RESOLVED("部分解决", "partly resolved"),
    /** Nothing to be done; the rules were explained. */
    EXPLAINED("解释说明", "explained"),
    /** To be done later, by a plan. */
    PLANNED("列入计划", "planned"),
    /** Cannot be done. */
    NOT_POSSIBLE("无法解决", "not possible");

    private final Label label;

    ReplyOutcome(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
