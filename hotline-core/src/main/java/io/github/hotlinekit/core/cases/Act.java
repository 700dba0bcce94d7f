package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;

/** What can be done with a case. */
public enum Act {
    /** Record the demand. */
    REGISTER("登记", "register"),
    /** Say what it is about. */
    CLASSIFY("分类", "classify"),
    /** Answer in the call (直接办结). */
    ANSWER_AT_DESK("直接答复", "answer at the desk"),
    /** Leave it to a person to say who is responsible. */
    QUEUE_FOR_TRIAGE("转待派", "queue for triage"),
    /** Send it to a lead department and any assisting ones. */
    DISPATCH("派单", "dispatch"),
    /** Take it on. */
    SIGN_FOR("签收", "sign for"),
    /** Hand it back with a ground. */
    RETURN("退单", "return"),
    /** Say it is done. */
    REPLY("办结反馈", "reply"),
    /** Find the reply good enough to ask the citizen. */
    ACCEPT_REPLY("审核通过", "accept the reply"),
    /** Find it not good enough. */
    SEND_BACK("审核退回", "send back the reply"),
    /** Call the citizen without an answer. */
    ATTEMPT_CALLBACK("尝试回访", "attempt a callback"),
    /** Record what the citizen said. */
    RECORD_CALLBACK("回访", "record a callback"),
    /** Send it back to the department after a bad callback. */
    REOPEN("重办", "reopen"),
    /** Close it. */
    CLOSE("结案", "close"),
    /** End it without handling. */
    END("终止", "end");

    private final Label label;
    private final String code;

    Act(String zh, String en) {
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
     * Its name in documents, in lower camel case: such as {@code register}.
     *
     * @return the name
     */
    public String code() {
        return code;
    }
}
