package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Something that happened to a case, or is so of it, and that figures ask for. */
public enum Trait implements Coded {
    /** It was given to a department. */
    DISPATCHED("已派单", "dispatched"),
    /** Its first lead is its last lead (派单准确). */
    FIRST_LEAD_KEPT("首派即准", "first lead kept"),
    /** A lead gave it back to the hotline (退单). */
    RETURNED("退单", "returned"),
    /** A department was granted more time (延期). */
    EXTENDED("延期", "extended"),
    /** Its clock was stopped (挂起). */
    SUSPENDED("挂起", "suspended"),
    /** Its clock was stopped for long, as {@link FactRules#longSuspension} says. */
    SUSPENDED_LONG("长期挂起", "suspended for long"),
    /** It was completed in time with little time left, as {@link FactRules#justBefore} says. */
    JUST_BEFORE_DUE("临期办结", "completed just before due"),
    /** It went back to the department after a callback or after closing (重办). */
    REOPENED("重办", "reopened"),
    /** It was closed and opened again. */
    REOPENED_AFTER_CLOSING("结案后重办", "reopened after closing"),
    /** A reply to it was sent back in review. */
    REWORKED("审核退回", "sent back in review"),
    /** The citizen or the hotline urged it (催办). */
    URGED("催办", "urged"),
    /** It was put under supervision (督办). */
    SUPERVISED("督办", "supervised"),
    /** The citizen was reached by the department before the reply. */
    CONTACTED("已联系", "contacted"),
    /** Who raised it is known, so that repetition can be told. */
    REQUESTER_KNOWN("诉求人可识别", "requester known"),
    /**
     * The host has looked whether it repeats, was raised again or belongs to a chronic problem: without it nothing of that is
     * known, and none of these may be so. Whether a case was raised again is judged when as much time has passed as the host
     * looks at; one that is younger is not judged yet.
     */
    REPEATS_JUDGED("已作重复判定", "judged for repeats"),
    /** The same requester had raised the same before; the host says so. */
    REPEATED("重复诉求", "repeated"),
    /** The same requester raised the same again afterwards; the host says so. */
    RAISED_AGAIN("再次反映", "raised again"),
    /** It belongs to a problem that many raise again and again; the host says so. */
    CHRONIC("反映多次的难题", "chronic"),
    /** One of its times would end before it begins: {@link FactFault#TIME_RUNS_BACKWARDS}. */
    IMPLAUSIBLE("数据存疑", "implausible");

    private final Label label;

    Trait(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
