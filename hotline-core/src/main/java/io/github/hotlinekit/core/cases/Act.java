package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What can be done with a case. */
public enum Act implements Coded {
    /** Record the demand. */
    REGISTER("登记", "register"),
    /** Say what it is about. */
    CLASSIFY("分类", "classify"),
    /** Say that it is of another kind; a limit hangs on the kind, so only a reviewer or supervisor may. */
    CHANGE_KIND("改诉求类型", "change the kind"),
    /** Say how urgent it is. */
    PRIORITIZE("定优先级", "set the priority"),
    /** Put tags on it. */
    TAG("标记", "tag"),
    /** Answer in the call (直接办结). */
    ANSWER_AT_DESK("直接答复", "answer at the desk"),
    /** Leave it to a person to say who is responsible. */
    QUEUE_FOR_TRIAGE("转待派", "queue for triage"),
    /** Refuse it as out of scope. */
    REJECT("不予受理", "reject"),
    /** Hand the call to an emergency number. */
    REFER_EMERGENCY("转紧急热线", "refer to an emergency number"),
    /** Send it to a channel the law sets for it. */
    REFER_STATUTORY("转法定渠道", "refer to a statutory channel"),
    /** Say that it is no demand. */
    MARK_INVALID("判为无效", "mark invalid"),
    /** Take it back, by the citizen's wish. */
    WITHDRAW("撤诉", "withdraw"),
    /** End an imported case as its source says. */
    END("来源终止", "end as the source says"),
    /** Send it to a lead department and any assisting ones. */
    DISPATCH("派单", "dispatch"),
    /** Send it to another lead department; the former one is released. */
    REDISPATCH("改派", "redispatch"),
    /** Add or release assisting departments. */
    CHANGE_ASSISTING("调整协办", "change the assisting departments"),
    /** Take it on. */
    SIGN_FOR("签收", "sign for"),
    /** Take a share on as an assisting department. */
    SIGN_FOR_ASSISTING("协办签收", "sign for as assisting"),
    /** Hand it back with a ground. */
    RETURN("退单", "return"),
    /** Hand a share back as an assisting department. */
    RETURN_ASSISTING("协办退单", "return as assisting"),
    /** Find a return without ground: the department that had it has it again. */
    REFUSE_RETURN("驳回退单", "refuse the return"),
    /** Bring it before the arbiter. */
    OPEN_DISPUTE("提交争议", "open a dispute"),
    /** Say who is responsible, for good. */
    RULE("裁定", "rule"),
    /** Give a piece of it to a post and a person (分解到岗到人). */
    ASSIGN_TASK("分派子任务", "assign a task"),
    /** Say that a task is done. */
    REPORT_TASK("子任务回报", "report a task"),
    /** Find a task done well enough. */
    ACCEPT_TASK("子任务通过", "accept a task"),
    /** Find a task not done well enough. */
    SEND_BACK_TASK("子任务退回", "send back a task"),
    /** Find a task no longer needed. */
    CANCEL_TASK("取消子任务", "cancel a task"),
    /** Get in touch with the citizen (首次联系 the first time). */
    CONTACT("联系诉求人", "contact the citizen"),
    /** Stop the clock with a ground. */
    SUSPEND("挂起", "suspend"),
    /** Start the clock again. */
    RESUME("恢复", "resume"),
    /** Ask for more time. */
    ASK_EXTENSION("申请延期", "ask for an extension"),
    /** Grant what was asked for, or less. */
    GRANT_EXTENSION("同意延期", "grant an extension"),
    /** Refuse more time. */
    REFUSE_EXTENSION("不同意延期", "refuse an extension"),
    /** Say that a share is done, as an assisting department. */
    REPLY_ASSISTING("协办反馈", "reply as assisting"),
    /** Say it is done. */
    REPLY("办结反馈", "reply"),
    /** Find the reply not good enough. */
    SEND_BACK("审核退回", "send back the reply"),
    /** Find the reply good enough to ask the citizen. */
    ACCEPT_REPLY("审核通过", "accept the reply"),
    /** Close it without asking the citizen, where there is nobody to ask. */
    WAIVE_CALLBACK("免回访结案", "close without a callback"),
    /** Call the citizen without an answer. */
    ATTEMPT_CALLBACK("尝试回访", "attempt a callback"),
    /** Record what the citizen said. */
    RECORD_CALLBACK("回访", "record a callback"),
    /** Close it. */
    CLOSE("结案", "close"),
    /** Send it back to the department after a bad callback. */
    REOPEN("重办", "reopen"),
    /** Take a closed case up again, for a new fact or a wrong closing. */
    REOPEN_CLOSED("结案后重办", "reopen a closed case"),
    /** Say whether the demand is reasonable. */
    RECORD_FINDING("认定诉求合理性", "record a finding"),
    /** Say what the demand comes from. */
    ATTRIBUTE("归因", "attribute"),
    /** Let it follow another case on the same matter. */
    MERGE("并单", "merge"),
    /** Take it out of the case it follows. */
    UNMERGE("撤销并单", "unmerge"),
    /** Let another case follow it. */
    ADD_FOLLOWER("并入", "add a follower"),
    /** Let another case no longer follow it. */
    REMOVE_FOLLOWER("移出并单", "remove a follower"),
    /** Take parts of it out into cases of their own. */
    SPLIT("拆单", "split"),
    /** Remind the department. */
    URGE("催办", "urge"),
    /** Watch over it formally. */
    SUPERVISE("督办", "put under supervision"),
    /** End the supervision. */
    LIFT_SUPERVISION("解除督办", "lift supervision"),
    /** Bring it before a higher level. */
    ESCALATE("升级", "escalate"),
    /** Write something down about it. */
    ADD_NOTE("备注", "add a note"),
    /** Say that another case has to do with it. */
    LINK("关联", "link"),
    /** Freeze it. */
    ARCHIVE("归档", "archive"),
    /** Put right what an event says; the event stays as it was recorded. */
    CORRECT("更正", "correct"),
    /** Take personal data out of the timeline; the counts stay. */
    ERASE("删除个人信息", "erase personal data"),
    /** Say that a calendar changed and which deadline moved. */
    RECALCULATE("历法重算", "recalculate"),
    /** What an event of an unknown type tells of; nobody can do it here. */
    UNKNOWN("未知", "unknown act");

    private final Label label;

    Act(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
