package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Who acts on a case. */
public enum Role implements Coded {
    /** The citizen. */
    CITIZEN("市民", "citizen"),
    /** Takes the call. */
    AGENT("话务员", "agent"),
    /** Sends cases to departments. */
    DISPATCHER("派单员", "dispatcher"),
    /** Signs for and replies. */
    DEPARTMENT_CLERK("承办单位经办人", "department clerk"),
    /** Answers for a department: approves what its clerks do. */
    DEPARTMENT_LEAD("承办单位负责人", "department lead"),
    /** Does the work at a post. */
    HANDLER("岗位人员", "handler"),
    /** Checks replies. */
    REVIEWER("审核员", "reviewer"),
    /** Asks the citizen whether it is solved. */
    CALLBACK_AGENT("回访员", "callback agent"),
    /** Supervises. */
    SUPERVISOR("督办员", "supervisor"),
    /** Rules who is responsible. */
    ARBITER("裁定人", "arbiter"),
    /** Keeps what is closed. */
    ARCHIVIST("档案员", "archivist"),
    /** A program. */
    SYSTEM("系统", "system");

    private final Label label;

    Role(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    /**
     * Whether it acts for a department.
     *
     * @return whether it is a clerk, lead or handler of one
     */
    public boolean isOfDepartment() {
        return this == DEPARTMENT_CLERK || this == DEPARTMENT_LEAD || this == HANDLER;
    }

    @Override
    public Label label() {
        return label;
    }
}
