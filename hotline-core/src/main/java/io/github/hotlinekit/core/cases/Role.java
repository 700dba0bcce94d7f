package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;

/** Who acts on a case. */
public enum Role {
    /** The citizen. */
    CITIZEN("市民", "citizen"),
    /** Takes the call. */
    AGENT("话务员", "agent"),
    /** Sends cases to departments. */
    DISPATCHER("派单员", "dispatcher"),
    /** Signs for and replies. */
    DEPARTMENT_CLERK("承办单位经办人", "department clerk"),
    /** Checks replies. */
    REVIEWER("审核员", "reviewer"),
    /** Asks the citizen whether it is solved. */
    CALLBACK_AGENT("回访员", "callback agent"),
    /** Supervises. */
    SUPERVISOR("督办员", "supervisor"),
    /** A program. */
    SYSTEM("系统", "system");

    private final Label label;
    private final String code;

    Role(String zh, String en) {
        this.label = Label.of(zh, en);
        this.code = Codes.of(this);
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
     * Its name in documents, in lower camel case: such as {@code citizen}.
     *
     * @return the name
     */
    public String code() {
        return code;
    }
}
