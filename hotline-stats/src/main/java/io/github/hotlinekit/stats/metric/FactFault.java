package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Something about a fact that cannot be so. Such facts are counted like others, and told of. */
public enum FactFault implements Coded {
    /** It was received after the instant of the figures. */
    RECEIVED_IN_FUTURE("受理时间晚于统计时点", "received after the as-of instant"),
    /** It was completed after the instant of the figures. */
    COMPLETED_IN_FUTURE("办结时间晚于统计时点", "completed after the as-of instant"),
    /** It was completed before it was received. */
    COMPLETED_BEFORE_RECEIVED("办结早于受理", "completed before it was received"),
    /** It was due before it was received. */
    DUE_BEFORE_RECEIVED("到期早于受理", "due before it was received"),
    /** The citizen was called back before the case was received. */
    CALLED_BACK_BEFORE_RECEIVED("回访早于受理", "called back before it was received"),
    /** The citizen was called back after the instant of the figures. */
    CALLED_BACK_IN_FUTURE("回访时间晚于统计时点", "called back after the as-of instant"),
    /** One of its times ends before it begins, and so is not measured. */
    TIME_RUNS_BACKWARDS("用时为负", "a time that runs backwards"),
    /** It is open, and has an instant of completion. */
    COMPLETED_AND_UNHANDLED("未办理却有办结时间", "completed, but nobody has handled it"),
    /** It is closed, and has no instant of completion though its source records replies. */
    CLOSED_WITHOUT_COMPLETION("已结案却无办结时间", "closed without an instant of completion"),
    /** There is a grade or an answer, and no callback was answered. */
    ANSWER_WITHOUT_CALLBACK("无回访却有评价", "an answer without a callback"),
    /** It is completed and nobody leads it, though it was not answered at the desk. */
    NO_LEAD("已办结却无主办单位", "completed without a lead"),
    /** Its taxonomy has no such category. */
    UNKNOWN_CATEGORY("分类代码不存在", "unknown category"),
    /** Its directory has no such department. */
    UNKNOWN_DEPARTMENT("单位代码不存在", "unknown department"),
    /** Its directory has no such area. */
    UNKNOWN_AREA("区域代码不存在", "unknown area");

    private final Label label;

    FactFault(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
