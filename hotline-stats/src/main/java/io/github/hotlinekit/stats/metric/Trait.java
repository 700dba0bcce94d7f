package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, or is so of it, and that figures ask for.
 *
 * <p>Three of them one case cannot tell, and the host says them: {@link #REPEATED}, {@link #RAISED_AGAIN} and
 * {@link #CHRONIC}. Each has a judgement (判定) that the host has looked, given to every case that it looked at, also where
 * nothing was found: without it nothing is known, and what it judges may not be so. They are three, as they are made at
 * different times: what came before is known at once, what came afterwards only when time has passed.
 */
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
    /** The host has looked whether it is {@link #REPEATED} (重复判定): it looks back, so this can be judged at once. */
    REPEATED_JUDGED("已判定是否重复诉求", "judged whether repeated"),
    /** The same requester had raised the same before; the host says so (重复诉求). */
    REPEATED("重复诉求", "repeated", REPEATED_JUDGED),
    /**
     * The host has looked whether it was {@link #RAISED_AGAIN} (再次反映判定): when as much time has passed as the host looks
     * at; a case that is younger is not judged yet.
     */
    RAISED_AGAIN_JUDGED("已判定是否再次反映", "judged whether raised again"),
    /** The same requester raised the same again afterwards; the host says so (再次反映). */
    RAISED_AGAIN("再次反映", "raised again", RAISED_AGAIN_JUDGED),
    /** The host has looked whether it is {@link #CHRONIC} (难题判定): when the host goes through what was raised of late. */
    CHRONIC_JUDGED("已判定是否属反映多次的难题", "judged whether chronic"),
    /** It belongs to a problem that many raise again and again; the host says so (反映多次的难题). */
    CHRONIC("反映多次的难题", "chronic", CHRONIC_JUDGED),
    /** One of its times would end before it begins: {@link FactFault#TIME_RUNS_BACKWARDS}. */
    IMPLAUSIBLE("数据存疑", "implausible");

    private final Label label;
    private final @Nullable Trait judgement;

    Trait(String zh, String en) {
        this(zh, en, null);
    }

    Trait(String zh, String en, @Nullable Trait judgement) {
        this.label = Label.of(zh, en);
        this.judgement = judgement;
    }

    /** The trait without which this one may not be so: that the host has looked whether it is. Empty where none is needed. */
    Optional<Trait> judgement() {
        return Optional.ofNullable(judgement);
    }

    @Override
    public Label label() {
        return label;
    }
}
