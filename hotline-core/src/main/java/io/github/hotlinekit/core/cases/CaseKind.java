package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** The kind of a demand (诉求类型). */
public enum CaseKind implements Coded {
    /** A question. */
    CONSULTATION("咨询", "consultation"),
    /** A request for help. */
    HELP("求助", "help"),
    /** A complaint. */
    COMPLAINT("投诉", "complaint"),
    /** A report of wrongdoing; its requester is kept from the departments. */
    REPORT("举报", "report"),
    /** A suggestion. */
    SUGGESTION("建议", "suggestion"),
    /** Praise. */
    PRAISE("表扬", "praise"),
    /** Any other kind, and a kind that the source does not tell. */
    OTHER("其他", "other");

    private final Label label;

    CaseKind(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
