package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Something that somebody wants to do with a case; {@link CaseLifecycle#decide} says whether it may be. */
public sealed interface CaseCommand {

    /**
     * What is to be done.
     *
     * @return the act
     */
    Act act();

    /**
     * Says what the case is about, or says it anew.
     *
     * @param category what it is about
     * @param taxonomy id and version of the taxonomy the code belongs to
     * @param reason why; due where another category stood before
     */
    record Classify(CategoryCode category, String taxonomy, Optional<FreeText> reason) implements CaseCommand {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if {@code taxonomy} is not 1 to 200 characters without blanks at
         *     the ends and without control characters
         */
        public Classify {
            Objects.requireNonNull(category, "category");
            Checks.identity(taxonomy, "taxonomy");
            Objects.requireNonNull(reason, "reason");
        }

        /**
         * The command with nothing optional.
         *
         * @param category what it is about
         * @param taxonomy id and version of the taxonomy the code belongs to
         * @return the command
         * @throws IllegalArgumentException if the taxonomy is not of the form above
         */
        public static Classify of(CategoryCode category, String taxonomy) {
            return new Classify(category, taxonomy, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.CLASSIFY;
        }
    }

    /**
     * Says that the case is of another kind.
     *
     * @param kind the kind it is
     * @param reason why
     */
    record ChangeKind(CaseKind kind, FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public ChangeKind {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.CHANGE_KIND;
        }
    }

    /**
     * Says how urgent the case is.
     *
     * @param priority the priority
     * @param reason why
     */
    record Prioritize(Priority priority, Optional<FreeText> reason) implements CaseCommand {
        /** Checks the parts. */
        public Prioritize {
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(reason, "reason");
        }

        /**
         * The command with nothing optional.
         *
         * @param priority the priority
         * @return the command
         */
        public static Prioritize of(Priority priority) {
            return new Prioritize(priority, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.PRIORITIZE;
        }
    }

    /**
     * Puts tags on the case, in place of those it has.
     *
     * @param tags all its tags from now on
     */
    record SetTags(Set<Tag> tags) implements CaseCommand {
        /** Checks and copies the parts. */
        public SetTags {
            tags = Checks.set(tags, "tags");
        }

        @Override
        public Act act() {
            return Act.TAG;
        }
    }

    /**
     * Answers in the call.
     *
     * @param answer what was said
     * @param article the article of the knowledge base it was said from
     */
    record AnswerAtDesk(Optional<FreeText> answer, Optional<Reference> article) implements CaseCommand {
        /** Checks the parts. */
        public AnswerAtDesk {
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(article, "article");
        }

        /**
         * The command with nothing optional.
         *
         * @return the command
         */
        public static AnswerAtDesk of() {
            return new AnswerAtDesk(Optional.empty(), Optional.empty());
        }

        @Override
        public Act act() {
            return Act.ANSWER_AT_DESK;
        }
    }

    /**
     * Leaves it to a person to say who is responsible.
     *
     * @param reason why it could not be sent on
     */
    record QueueForTriage(FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public QueueForTriage {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.QUEUE_FOR_TRIAGE;
        }
    }

    /**
     * Refuses the case as out of scope.
     *
     * @param ground why
     * @param told what the citizen was told
     */
    record Reject(RejectionGround ground, FreeText told) implements CaseCommand {
        /** Checks the parts. */
        public Reject {
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(told, "told");
        }

        @Override
        public Act act() {
            return Act.REJECT;
        }
    }

    /**
     * Hands the call to an emergency number.
     *
     * @param number which
     * @param transfer whether the call was passed on
     */
    record ReferToEmergency(EmergencyNumber number, Transfer transfer) implements CaseCommand {
        /** Checks the parts. */
        public ReferToEmergency {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(transfer, "transfer");
        }

        @Override
        public Act act() {
            return Act.REFER_EMERGENCY;
        }
    }

    /**
     * Sends the citizen to a channel the law sets for the demand.
     *
     * @param channel which
     * @param basis the legal ground, and how to apply there
     */
    record ReferToStatutory(StatutoryChannel channel, FreeText basis) implements CaseCommand {
        /** Checks the parts. */
        public ReferToStatutory {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(basis, "basis");
        }

        @Override
        public Act act() {
            return Act.REFER_STATUTORY;
        }
    }

    /**
     * Says that it is no demand.
     *
     * @param ground why
     * @param confirmedBy the second person who looked at it
     */
    record MarkInvalid(InvalidGround ground, Actor confirmedBy) implements CaseCommand {
        /** Checks the parts. */
        public MarkInvalid {
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(confirmedBy, "confirmedBy");
        }

        @Override
        public Act act() {
            return Act.MARK_INVALID;
        }
    }

    /**
     * Takes the demand back, by the citizen's wish.
     *
     * @param reason why, and how the wish was made known
     */
    record Withdraw(FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public Withdraw {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.WITHDRAW;
        }
    }

    /**
     * Ends an imported case as its source says.
     *
     * @param ending how
     * @param ground what the source says of it
     */
    record End(Ending ending, FreeText ground) implements CaseCommand {
        /** Checks the parts. */
        public End {
            Objects.requireNonNull(ending, "ending");
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public Act act() {
            return Act.END;
        }
    }

    /**
     * Sends the case to its departments.
     *
     * @param lead the one that leads
     * @param assisting those that assist, in order, without the lead
     * @param rule the routing rule that said so, where one did
     */
    record Dispatch(DepartmentCode lead, List<DepartmentCode> assisting, Optional<String> rule) implements CaseCommand {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if {@code rule} is not 1 to 200 characters without blanks at
         *     the ends and without control characters
         */
        public Dispatch {
            Objects.requireNonNull(lead, "lead");
            assisting = Checks.list(assisting, "assisting");
            Checks.identity(rule, "rule");
        }

        /**
         * The command with nothing optional.
         *
         * @param lead the one that leads
         * @return the command
         */
        public static Dispatch of(DepartmentCode lead) {
            return new Dispatch(lead, List.of(), Optional.empty());
        }

        @Override
        public Act act() {
            return Act.DISPATCH;
        }
    }

    /**
     * Sends the case to another lead department; the former one is released.
     *
     * @param lead the one that leads now
     * @param assisting those that assist now, in order, without the lead
     * @param reason why
     */
    record Redispatch(DepartmentCode lead, List<DepartmentCode> assisting, FreeText reason) implements CaseCommand {
        /** Checks and copies the parts. */
        public Redispatch {
            Objects.requireNonNull(lead, "lead");
            assisting = Checks.list(assisting, "assisting");
            Objects.requireNonNull(reason, "reason");
        }

        /**
         * The command with nothing optional.
         *
         * @param lead the one that leads now
         * @param reason why
         * @return the command
         */
        public static Redispatch of(DepartmentCode lead, FreeText reason) {
            return new Redispatch(lead, List.of(), reason);
        }

        @Override
        public Act act() {
            return Act.REDISPATCH;
        }
    }

    /**
     * Adds or releases assisting departments.
     *
     * @param added those that assist from now on
     * @param released those that no longer do
     * @param reason why
     */
    record ChangeAssisting(List<DepartmentCode> added, List<DepartmentCode> released, FreeText reason)
            implements CaseCommand {
        /** Checks and copies the parts. */
        public ChangeAssisting {
            added = Checks.list(added, "added");
            released = Checks.list(released, "released");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.CHANGE_ASSISTING;
        }
    }

    /** Takes the case on, as its lead. */
    record SignFor() implements CaseCommand {
        @Override
        public Act act() {
            return Act.SIGN_FOR;
        }
    }

    /**
     * Takes a share on as an assisting department.
     *
     * @param department which
     */
    record SignForAssisting(DepartmentCode department) implements CaseCommand {
        /** Checks the parts. */
        public SignForAssisting {
            Objects.requireNonNull(department, "department");
        }

        @Override
        public Act act() {
            return Act.SIGN_FOR_ASSISTING;
        }
    }

    /**
     * Hands the case back.
     *
     * @param ground why it says it is not responsible
     * @param explanation in its own words
     * @param basis the rule or law it relies on
     * @param suggested the department it says is responsible
     */
    record Return(
            ReturnGround ground, FreeText explanation, Optional<FreeText> basis, Optional<DepartmentCode> suggested)
            implements CaseCommand {
        /** Checks the parts. */
        public Return {
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(explanation, "explanation");
            Objects.requireNonNull(basis, "basis");
            Objects.requireNonNull(suggested, "suggested");
        }

        /**
         * The command with nothing optional.
         *
         * @param ground why it says it is not responsible
         * @param explanation in its own words
         * @return the command
         */
        public static Return of(ReturnGround ground, FreeText explanation) {
            return new Return(ground, explanation, Optional.empty(), Optional.empty());
        }

        @Override
        public Act act() {
            return Act.RETURN;
        }
    }

    /**
     * Hands a share back as an assisting department.
     *
     * @param department which
     * @param ground why
     * @param explanation in its own words
     */
    record ReturnAssisting(DepartmentCode department, ReturnGround ground, FreeText explanation)
            implements CaseCommand {
        /** Checks the parts. */
        public ReturnAssisting {
            Objects.requireNonNull(department, "department");
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(explanation, "explanation");
        }

        @Override
        public Act act() {
            return Act.RETURN_ASSISTING;
        }
    }

    /**
     * Finds the return without ground: the department that had the case has it again.
     *
     * @param reason why
     */
    record RefuseReturn(FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public RefuseReturn {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.REFUSE_RETURN;
        }
    }

    /**
     * Brings it before the arbiter who is responsible.
     *
     * @param parties the departments that disagree
     * @param statement what each says
     */
    record OpenDispute(List<DepartmentCode> parties, FreeText statement) implements CaseCommand {
        /** Checks and copies the parts. */
        public OpenDispute {
            parties = Checks.list(parties, "parties");
            Objects.requireNonNull(statement, "statement");
        }

        @Override
        public Act act() {
            return Act.OPEN_DISPUTE;
        }
    }

    /**
     * Says who is responsible; the department cannot return the case after that.
     *
     * @param lead the one that leads
     * @param assisting those that assist, in order, without the lead
     * @param reason why
     */
    record Rule(DepartmentCode lead, List<DepartmentCode> assisting, FreeText reason) implements CaseCommand {
        /** Checks and copies the parts. */
        public Rule {
            Objects.requireNonNull(lead, "lead");
            assisting = Checks.list(assisting, "assisting");
            Objects.requireNonNull(reason, "reason");
        }

        /**
         * The command with nothing optional.
         *
         * @param lead the one that leads
         * @param reason why
         * @return the command
         */
        public static Rule of(DepartmentCode lead, FreeText reason) {
            return new Rule(lead, List.of(), reason);
        }

        @Override
        public Act act() {
            return Act.RULE;
        }
    }

    /**
     * Gives a piece of the case to a post and a person (分解到岗到人).
     *
     * @param task its number in the case, from 1 without gaps
     * @param assignee to whom
     * @param what what is to be done
     * @param due the last instant, inclusive, to have it done
     */
    record AssignTask(int task, Assignee assignee, FreeText what, Optional<Instant> due) implements CaseCommand {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public AssignTask {
            Checks.atLeastOne(task, "task");
            Objects.requireNonNull(assignee, "assignee");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(due, "due");
        }

        /**
         * The command with nothing optional.
         *
         * @param task its number in the case, from 1 without gaps
         * @param assignee to whom
         * @param what what is to be done
         * @return the command
         * @throws IllegalArgumentException if the task is below 1
         */
        public static AssignTask of(int task, Assignee assignee, FreeText what) {
            return new AssignTask(task, assignee, what, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.ASSIGN_TASK;
        }
    }

    /**
     * Says that a task is done.
     *
     * @param task its number
     * @param result what was done
     * @param evidence what shows it
     */
    record ReportTask(int task, FreeText result, List<Attachment> evidence) implements CaseCommand {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public ReportTask {
            Checks.atLeastOne(task, "task");
            Objects.requireNonNull(result, "result");
            evidence = Checks.list(evidence, "evidence");
        }

        /**
         * The command with nothing optional.
         *
         * @param task its number
         * @param result what was done
         * @return the command
         * @throws IllegalArgumentException if the task is below 1
         */
        public static ReportTask of(int task, FreeText result) {
            return new ReportTask(task, result, List.of());
        }

        @Override
        public Act act() {
            return Act.REPORT_TASK;
        }
    }

    /**
     * Finds a task done well enough.
     *
     * @param task its number
     */
    record AcceptTask(int task) implements CaseCommand {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public AcceptTask {
            Checks.atLeastOne(task, "task");
        }

        @Override
        public Act act() {
            return Act.ACCEPT_TASK;
        }
    }

    /**
     * Finds a task not done well enough.
     *
     * @param task its number
     * @param reason why
     */
    record SendBackTask(int task, FreeText reason) implements CaseCommand {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public SendBackTask {
            Checks.atLeastOne(task, "task");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.SEND_BACK_TASK;
        }
    }

    /**
     * Finds a task no longer needed.
     *
     * @param task its number
     * @param reason why
     */
    record CancelTask(int task, FreeText reason) implements CaseCommand {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public CancelTask {
            Checks.atLeastOne(task, "task");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.CANCEL_TASK;
        }
    }

    /**
     * Records an attempt to get in touch with the citizen.
     *
     * @param means how
     * @param outcome whether the citizen was reached
     * @param note what was said
     */
    record Contact(ContactMeans means, ContactOutcome outcome, Optional<FreeText> note) implements CaseCommand {
        /** Checks the parts. */
        public Contact {
            Objects.requireNonNull(means, "means");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(note, "note");
        }

        /**
         * The command with nothing optional.
         *
         * @param means how
         * @param outcome whether the citizen was reached
         * @return the command
         */
        public static Contact of(ContactMeans means, ContactOutcome outcome) {
            return new Contact(means, outcome, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.CONTACT;
        }
    }

    /**
     * Stops the clock with a ground.
     *
     * @param ground why
     * @param explanation in the department's own words
     * @param until when it ends at the latest, exclusive
     * @param approvedBy who gave leave
     */
    record Suspend(SuspensionGround ground, FreeText explanation, Instant until, Optional<Actor> approvedBy)
            implements CaseCommand {
        /** Checks the parts. */
        public Suspend {
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(explanation, "explanation");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(approvedBy, "approvedBy");
        }

        /**
         * The command with nothing optional.
         *
         * @param ground why
         * @param explanation in the department's own words
         * @param until when it ends at the latest, exclusive
         * @return the command
         */
        public static Suspend of(SuspensionGround ground, FreeText explanation, Instant until) {
            return new Suspend(ground, explanation, until, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.SUSPEND;
        }
    }

    /**
     * Starts the clock again.
     *
     * @param cause why
     */
    record Resume(ResumeCause cause) implements CaseCommand {
        /** Checks the parts. */
        public Resume {
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public Act act() {
            return Act.RESUME;
        }
    }

    /**
     * Asks for more time.
     *
     * @param amount how much
     * @param reason why
     */
    record AskExtension(ExtensionAmount amount, FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public AskExtension {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.ASK_EXTENSION;
        }
    }

    /**
     * Grants what was asked for, or less.
     *
     * @param amount how much; at most what was asked for, in the same unit
     * @param told when the citizen was told
     */
    record GrantExtension(ExtensionAmount amount, Optional<Instant> told) implements CaseCommand {
        /** Checks the parts. */
        public GrantExtension {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(told, "told");
        }

        /**
         * The command with nothing optional.
         *
         * @param amount how much; at most what was asked for, in the same unit
         * @return the command
         */
        public static GrantExtension of(ExtensionAmount amount) {
            return new GrantExtension(amount, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.GRANT_EXTENSION;
        }
    }

    /**
     * Refuses more time.
     *
     * @param reason why
     */
    record RefuseExtension(FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public RefuseExtension {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.REFUSE_EXTENSION;
        }
    }

    /**
     * Says that a share is done, as an assisting department.
     *
     * @param department which
     * @param result what was done
     */
    record ReplyAssisting(DepartmentCode department, FreeText result) implements CaseCommand {
        /** Checks the parts. */
        public ReplyAssisting {
            Objects.requireNonNull(department, "department");
            Objects.requireNonNull(result, "result");
        }

        @Override
        public Act act() {
            return Act.REPLY_ASSISTING;
        }
    }

    /**
     * Says that the case is done, with the result.
     *
     * @param result what came of it
     */
    record Reply(ReplyResult result) implements CaseCommand {
        /** Checks the parts. */
        public Reply {
            Objects.requireNonNull(result, "result");
        }

        @Override
        public Act act() {
            return Act.REPLY;
        }
    }

    /**
     * Sends the reply back for rework.
     *
     * @param ground what is wrong with it
     * @param reason in the reviewer's own words
     */
    record SendBack(ReworkGround ground, FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public SendBack {
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.SEND_BACK;
        }
    }

    /** Finds the reply good enough to ask the citizen. */
    record AcceptReply() implements CaseCommand {
        @Override
        public Act act() {
            return Act.ACCEPT_REPLY;
        }
    }

    /**
     * Closes the case without asking the citizen, where there is nobody to ask.
     *
     * @param exemption why nobody was asked
     */
    record WaiveCallback(CallbackExemption exemption) implements CaseCommand {
        /** Checks the parts. */
        public WaiveCallback {
            Objects.requireNonNull(exemption, "exemption");
        }

        @Override
        public Act act() {
            return Act.WAIVE_CALLBACK;
        }
    }

    /**
     * Records a call to the citizen without an answer.
     *
     * @param failure why there was none
     */
    record AttemptCallback(CallbackFailure failure) implements CaseCommand {
        /** Checks the parts. */
        public AttemptCallback {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public Act act() {
            return Act.ATTEMPT_CALLBACK;
        }
    }

    /**
     * Records what the citizen said.
     *
     * @param answer what the citizen said
     */
    record RecordCallback(CallbackAnswer answer) implements CaseCommand {
        /** Checks the parts. */
        public RecordCallback {
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public Act act() {
            return Act.RECORD_CALLBACK;
        }
    }

    /**
     * Closes the case.
     *
     * @param ground why
     */
    record Close(ClosingGround ground) implements CaseCommand {
        /** Checks the parts. */
        public Close {
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public Act act() {
            return Act.CLOSE;
        }
    }

    /**
     * Sends the case back to the department after a bad callback.
     *
     * @param reason why
     */
    record Reopen(FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public Reopen {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.REOPEN;
        }
    }

    /**
     * Takes a closed case up again, for a new fact or a wrong closing.
     *
     * @param reason the new fact, or what was wrong
     */
    record ReopenClosed(FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public ReopenClosed {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.REOPEN_CLOSED;
        }
    }

    /**
     * Says whether the demand is reasonable.
     *
     * @param finding what was found
     * @param reason why, and on what evidence
     * @param confirmedBy the second person who looked at it
     */
    record RecordFinding(Finding finding, FreeText reason, Actor confirmedBy) implements CaseCommand {
        /** Checks the parts. */
        public RecordFinding {
            Objects.requireNonNull(finding, "finding");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(confirmedBy, "confirmedBy");
        }

        @Override
        public Act act() {
            return Act.RECORD_FINDING;
        }
    }

    /**
     * Says what the demand comes from.
     *
     * @param attribution what it comes from
     * @param reason why
     */
    record Attribute(Attribution attribution, Optional<FreeText> reason) implements CaseCommand {
        /** Checks the parts. */
        public Attribute {
            Objects.requireNonNull(attribution, "attribution");
            Objects.requireNonNull(reason, "reason");
        }

        /**
         * The command with nothing optional.
         *
         * @param attribution what it comes from
         * @return the command
         */
        public static Attribute of(Attribution attribution) {
            return new Attribute(attribution, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.ATTRIBUTE;
        }
    }

    /**
     * Lets the case follow a master case on the same matter.
     *
     * @param master the case it follows
     * @param evidence why both are on the same matter
     */
    record Merge(CaseNumber master, FreeText evidence) implements CaseCommand {
        /** Checks the parts. */
        public Merge {
            Objects.requireNonNull(master, "master");
            Objects.requireNonNull(evidence, "evidence");
        }

        @Override
        public Act act() {
            return Act.MERGE;
        }
    }

    /**
     * Takes the case out of the case it follows.
     *
     * @param reason why
     */
    record Unmerge(FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public Unmerge {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.UNMERGE;
        }
    }

    /**
     * Lets another case follow this one.
     *
     * @param follower the case that follows
     */
    record AddFollower(CaseNumber follower) implements CaseCommand {
        /** Checks the parts. */
        public AddFollower {
            Objects.requireNonNull(follower, "follower");
        }

        @Override
        public Act act() {
            return Act.ADD_FOLLOWER;
        }
    }

    /**
     * Lets another case no longer follow this one.
     *
     * @param follower the case that followed
     */
    record RemoveFollower(CaseNumber follower) implements CaseCommand {
        /** Checks the parts. */
        public RemoveFollower {
            Objects.requireNonNull(follower, "follower");
        }

        @Override
        public Act act() {
            return Act.REMOVE_FOLLOWER;
        }
    }

    /**
     * Takes parts of the case out into cases of their own.
     *
     * @param children the new cases
     * @param reason why
     */
    record Split(List<CaseNumber> children, FreeText reason) implements CaseCommand {
        /** Checks and copies the parts. */
        public Split {
            children = Checks.list(children, "children");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.SPLIT;
        }
    }

    /**
     * Reminds the department.
     *
     * @param note what was said
     */
    record Urge(Optional<FreeText> note) implements CaseCommand {
        /** Checks the parts. */
        public Urge {
            Objects.requireNonNull(note, "note");
        }

        /**
         * The command with nothing optional.
         *
         * @return the command
         */
        public static Urge of() {
            return new Urge(Optional.empty());
        }

        @Override
        public Act act() {
            return Act.URGE;
        }
    }

    /**
     * Watches over the case formally.
     *
     * @param level how high, 1 to 9, higher is graver
     * @param ground why
     * @param by the last instant, inclusive, set for it
     */
    record Supervise(int level, SupervisionGround ground, Optional<Instant> by) implements CaseCommand {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the level is not 1 to 9
         */
        public Supervise {
            Checks.level(level);
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(by, "by");
        }

        /**
         * The command with nothing optional.
         *
         * @param level how high, 1 to 9, higher is graver
         * @param ground why
         * @return the command
         * @throws IllegalArgumentException if the level is not 1 to 9
         */
        public static Supervise of(int level, SupervisionGround ground) {
            return new Supervise(level, ground, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.SUPERVISE;
        }
    }

    /**
     * Ends the supervision.
     *
     * @param reason why
     */
    record LiftSupervision(FreeText reason) implements CaseCommand {
        /** Checks the parts. */
        public LiftSupervision {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.LIFT_SUPERVISION;
        }
    }

    /**
     * Brings the case before a higher level.
     *
     * @param level the level from now on, 1 to 9, higher than before
     * @param reason why
     */
    record Escalate(int level, FreeText reason) implements CaseCommand {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the level is not 1 to 9
         */
        public Escalate {
            Checks.level(level);
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.ESCALATE;
        }
    }

    /**
     * Writes something down about the case.
     *
     * @param visibility who may read it
     * @param text the note
     * @param attachments what belongs to it
     */
    record AddNote(Visibility visibility, FreeText text, List<Attachment> attachments) implements CaseCommand {
        /** Checks and copies the parts. */
        public AddNote {
            Objects.requireNonNull(visibility, "visibility");
            Objects.requireNonNull(text, "text");
            attachments = Checks.list(attachments, "attachments");
        }

        /**
         * The command with nothing optional.
         *
         * @param visibility who may read it
         * @param text the note
         * @return the command
         */
        public static AddNote of(Visibility visibility, FreeText text) {
            return new AddNote(visibility, text, List.of());
        }

        @Override
        public Act act() {
            return Act.ADD_NOTE;
        }
    }

    /**
     * Says that another case has to do with this one.
     *
     * @param related which, and how
     */
    record Link(RelatedCase related) implements CaseCommand {
        /** Checks the parts. */
        public Link {
            Objects.requireNonNull(related, "related");
        }

        @Override
        public Act act() {
            return Act.LINK;
        }
    }

    /**
     * Freezes the case.
     *
     * @param retention how long its personal data may be kept
     */
    record Archive(Optional<RetentionClass> retention) implements CaseCommand {
        /** Checks the parts. */
        public Archive {
            Objects.requireNonNull(retention, "retention");
        }

        /**
         * The command with nothing optional.
         *
         * @return the command
         */
        public static Archive of() {
            return new Archive(Optional.empty());
        }

        @Override
        public Act act() {
            return Act.ARCHIVE;
        }
    }

    /**
     * Puts right what an event says; the event stays as it was recorded.
     *
     * @param right the event as it should have been: the same act, sequence, recording instant and actor
     * @param reason why
     * @param confirmedBy the second person; due where the instant changes, or the case would no longer be
     *     confidential
     */
    record Correct(CaseEvent right, FreeText reason, Optional<Actor> confirmedBy) implements CaseCommand {
        /** Checks the parts. */
        public Correct {
            Objects.requireNonNull(right, "right");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(confirmedBy, "confirmedBy");
        }

        /**
         * The command with nothing optional.
         *
         * @param right the event as it should have been: the same act, sequence, recording instant and actor
         * @param reason why
         * @return the command
         */
        public static Correct of(CaseEvent right, FreeText reason) {
            return new Correct(right, reason, Optional.empty());
        }

        @Override
        public Act act() {
            return Act.CORRECT;
        }
    }

    /**
     * Takes personal data out of the timeline; the counts stay.
     *
     * @param fields which fields
     * @param ground why
     */
    record Erase(Set<PersonalField> fields, ErasureGround ground) implements CaseCommand {
        /** Checks and copies the parts. */
        public Erase {
            fields = Checks.set(fields, "fields");
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public Act act() {
            return Act.ERASE;
        }
    }

    /**
     * Says that a calendar changed and the deadline with it.
     *
     * @param calendar identity of the calendar in force from now on
     * @param dueBefore the first instant that was too late before
     * @param dueAfter the first instant that is too late now
     */
    record Recalculate(String calendar, Optional<Instant> dueBefore, Optional<Instant> dueAfter)
            implements CaseCommand {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if {@code calendar} is not 1 to 200 characters without blanks at
         *     the ends and without control characters
         */
        public Recalculate {
            Checks.identity(calendar, "calendar");
            Objects.requireNonNull(dueBefore, "dueBefore");
            Objects.requireNonNull(dueAfter, "dueAfter");
        }

        /**
         * The command with nothing optional.
         *
         * @param calendar identity of the calendar in force from now on
         * @return the command
         * @throws IllegalArgumentException if the calendar is not of the form above
         */
        public static Recalculate of(String calendar) {
            return new Recalculate(calendar, Optional.empty(), Optional.empty());
        }

        @Override
        public Act act() {
            return Act.RECALCULATE;
        }
    }
}
