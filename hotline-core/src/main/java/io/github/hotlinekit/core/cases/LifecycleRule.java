package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/**
 * The rules that stand between a command and its events. A refusal names one. Those that are optional
 * hold only where a {@link LifecyclePolicy} asks for them.
 */
public enum LifecycleRule implements Coded {
    /** Another role is needed. */
    WRONG_ROLE("角色不可为此", "this role may not do this", Force.ALWAYS),
    /** Another state is needed. */
    WRONG_STATE("当前状态不可为此", "the state does not allow it", Force.ALWAYS),
    /** The host's policy forbids it in this state or for this kind. */
    FORBIDDEN("本地规则不允许", "the lifecycle policy forbids it", Force.ALWAYS),
    /** The host's policy limits how often it may be done. */
    LIMIT_REACHED("次数已达上限", "the lifecycle policy allows no more of it", Force.ALWAYS),
    /** Recording instants never go back. */
    RECORDED_OUT_OF_ORDER("记录时间早于前一事件", "recorded before the event before it", Force.ALWAYS),
    /** Nothing happens to a case before it was received. */
    BEFORE_RECEIPT("发生时间早于受理", "happened before the receipt", Force.ALWAYS),
    /** Changes of state happen in the order in which they are recorded. */
    BEFORE_LAST_CHANGE("发生时间早于上一次流转", "happened before the last change of state", Force.ALWAYS),
    /** A category that replaces another needs a reason. */
    REASON_TO_RECLASSIFY("改分类须说明理由", "a reason is due to classify anew", Force.ALWAYS),
    /** The new kind is another one. */
    KIND_DIFFERS("诉求类型未变", "the kind is the same already", Force.ALWAYS),
    /** A report of wrongdoing is looked into. */
    NOT_A_REPORT("举报不可直接答复", "a report of wrongdoing is not answered at the desk", Force.ALWAYS),
    /**
     * Another reviewer or supervisor confirms, who is not of a department that has the case. Of corrections it is
     * asked for those that move an instant, or after which a case would no longer be confidential.
     */
    SECOND_PERSON("须由第二人确认", "a second person has to confirm it", Force.ALWAYS),
    /** Only what a source system says. */
    IMPORTED_ONLY("仅适用于导入的工单", "only for an imported case", Force.ALWAYS),
    /** One department takes one part, once. */
    LEAD_ASSISTS("主办单位不可同时协办", "the lead department cannot assist as well", Force.ALWAYS),
    /** To redispatch is to change the lead. */
    OTHER_LEAD("改派须更换主办单位", "another lead is needed", Force.ALWAYS),
    /** After a ruling the lead it named neither returns the case nor loses it but by another ruling. */
    BOUND_BY_RULING("裁定后不可退单或改派", "the ruling binds", Force.ALWAYS),
    /** Guards against passing the parcel. */
    ARBITER_AFTER_RETURN(
            "退过单的单位须经裁定方可再派", "a department that returned the case gets it again only by a ruling", Force.OPTIONAL),
    /** Added ones do not assist yet and do not lead; released ones assist. */
    ASSISTING_CHANGES("协办单位未变或有误", "the assisting departments must change, and be other than the lead", Force.ALWAYS),
    /** The actor is of the department that leads and has the case. */
    NOT_THE_LEAD("只有主办单位可以办理", "only the lead department may do this", Force.ALWAYS),
    /** The actor is of a department that has the case. */
    NOT_ASSIGNED("只有承办单位可以办理", "only a department that has the case may do this", Force.ALWAYS),
    /** The department assists, its share is in the state for it, and the actor is of it. */
    OWN_SHARE("只有该协办单位可以办理", "only the assisting department itself may do this", Force.ALWAYS),
    /** A return names the rule or law it relies on. */
    BASIS_TO_RETURN("退单须有依据", "a return needs a legal basis", Force.OPTIONAL),
    /** There was a return. */
    RETURNED_BEFORE("没有退单", "no department returned the case", Force.ALWAYS),
    /** The last lead returned the case and nobody has had it since. */
    RETURN_STANDS("没有待处理的退单", "no return waits for a decision", Force.ALWAYS),
    /** Tasks are numbered from 1 without gaps. */
    NEXT_TASK("子任务编号须连续", "the number must be the next of the case", Force.ALWAYS),
    /** The task is there, of the actor’s department, and in the state for it. */
    TASK_KNOWN("没有该子任务或其状态不符", "no such task of this department in the state for it", Force.ALWAYS),
    /** A suspension has a length. */
    UNTIL_LATER("挂起期限须在挂起之后", "the end of a suspension lies after its start", Force.ALWAYS),
    /** A dispatcher or supervisor gives leave. */
    APPROVAL_TO_SUSPEND("挂起须经批准", "a suspension needs leave of the hotline", Force.OPTIONAL),
    /** One request at a time. */
    NO_EXTENSION_PENDING("已有待批的延期申请", "a request is waiting already", Force.ALWAYS),
    /** There is a request. */
    EXTENSION_PENDING("没有待批的延期申请", "no request is waiting", Force.ALWAYS),
    /** The due instant is given in the context and has not come. */
    EXTENSION_BEFORE_DUE("延期须在到期前申请", "an extension is asked for before the due instant", Force.OPTIONAL),
    /** A grant is the request or less. */
    AT_MOST_ASKED("批准的延期不可多于申请", "no more is granted than was asked for, in the same unit", Force.ALWAYS),
    /** All tasks are accepted or cancelled; those of an assisting department before its own reply. */
    NO_OPEN_TASK("仍有未完成的子任务", "a task is open", Force.ALWAYS),
    /**
     * The citizen was reached, or tried in vain as often as the policy asks, or there is no number to reach, or the case's
     * source does not record it.
     */
    CONTACT_BEFORE_REPLY("反馈前须联系诉求人", "the citizen has to be reached before the reply", Force.OPTIONAL),
    /** Every assisting department replied, returned its share or was released. */
    ASSISTS_BEFORE_REPLY("协办单位尚未反馈", "an assisting department has not replied", Force.OPTIONAL),
    /** Anonymous: no number is known. Praise: the case is praise. Declined: as recorded. */
    EXEMPT("不符合免回访情形", "the exemption does not fit the case", Force.ALWAYS),
    /** No case is closed without a callback or attempts at one. */
    NO_EXEMPTION("须回访，不可免", "a callback is demanded of every case", Force.OPTIONAL),
    /** The caller is of no department that has or had the case. */
    INDEPENDENT_CALLER("承办单位不可回访", "a department that had the case may not call back", Force.ALWAYS),
    /** The citizen answered, or was called in vain as often as the policy asks. */
    NO_CALLBACK("未经回访不可结案", "a case is closed only after a callback or an attempt", Force.ALWAYS),
    /** The ground says what the timeline says. */
    GROUND_MATCHES("结案理由与回访不符", "the ground does not match what came of the callback", Force.ALWAYS),
    /** The last answer since the reply is bad. */
    NO_BAD_CALLBACK(
            "须有未解决或不满意的回访方可重办", "only a callback that says not resolved or not satisfied reopens a case", Force.ALWAYS),
    /** A demand found unreasonable is not handled again. */
    FOUND_UNREASONABLE("诉求已认定不合理", "the demand was found unreasonable", Force.ALWAYS),
    /** The context holds the case that the command names. */
    MASTER_GIVEN("须提供主单", "the master case has to be given", Force.ALWAYS),
    /** The forest of merged cases is of depth 1. */
    MASTER_OPEN("主单须在办且未被并入其他工单", "the master is open and follows no other case", Force.ALWAYS),
    /** Two different cases. */
    NOT_ITSELF("不可并入自身", "a case cannot follow itself", Force.ALWAYS),
    /** A merge must not tell who raised a confidential case. */
    SAME_CONFIDENTIALITY("保密程度不同的工单不可并单", "cases of different confidentiality are not merged", Force.ALWAYS),
    /** A case that follows has no followers. */
    NO_FOLLOWERS("须先移出并入的工单", "its followers have to move first", Force.ALWAYS),
    /** The case ended by a merge. */
    MERGED_BEFORE("该工单未并单", "the case follows no other", Force.ALWAYS),
    /** The case is open, or follows another that it leaves for this one. */
    OPEN_OR_MERGED("该工单已终止", "the case ended in another way", Force.ALWAYS),
    /** Added ones do not follow yet, removed ones do. */
    FOLLOWER_KNOWN("并入关系不符", "the follower is not as the command says", Force.ALWAYS),
    /** At least one new case, each named once. */
    CHILDREN_DIFFER("拆出的工单须不同且不为自身", "the new cases must differ and be other than this one", Force.ALWAYS),
    /** There is a supervision to lift. */
    SUPERVISED("该工单未被督办", "the case is not under supervision", Force.ALWAYS),
    /** Escalation goes up. */
    LEVEL_RISES("升级须高于现有级别", "the level must be higher than before", Force.ALWAYS),
    /**
     * It is of the same act, sequence, recording instant and actor, changes something, and the case keeps its number,
     * and the master and followers that know of it: those are merged and parted on both sides at once.
     */
    CORRECTION_FITS("更正与原事件不符", "the correction does not fit the event", Force.ALWAYS),
    /**
     * Every later event is still allowed where it stands, and no event comes to contradict those before it: by its
     * instant, its departments and tasks, an extension beyond the request, or the ground of a
     * closing.
     */
    TIMELINE_HOLDS("更正后时间线不成立", "the timeline would not hold with the correction", Force.ALWAYS);

    private enum Force {
        ALWAYS,
        OPTIONAL
    }

    private final Label label;
    private final Force force;

    LifecycleRule(String zh, String en, Force force) {
        this.label = Label.of(zh, en);
        this.force = force;
    }

    /** What is wrong where the rule does not hold, in both languages. */
    @Override
    public Label label() {
        return label;
    }

    /**
     * Whether the rule holds only where a policy asks for it.
     *
     * @return whether it is optional
     */
    public boolean isOptional() {
        return force == Force.OPTIONAL;
    }
}
