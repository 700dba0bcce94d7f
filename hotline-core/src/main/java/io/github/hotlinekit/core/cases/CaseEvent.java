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

/**
 * Something that happened to a case. A case is nothing but its events, in order. What a person wrote or
 * said stands in types that mask themselves; everything else is a code, a number or an instant.
 */
public sealed interface CaseEvent {

    /**
     * Place in the timeline, instants and actor.
     *
     * @return the stamp
     */
    Stamp stamp();

    /**
     * What was done.
     *
     * @return the act
     */
    Act act();

    /**
     * When it happened.
     *
     * @return the stamp's instant
     */
    default Instant at() {
        return stamp().at();
    }

    /**
     * Its place in the timeline.
     *
     * @return the stamp's sequence, from 1
     */
    default int sequence() {
        return stamp().sequence();
    }

    /**
     * The demand was recorded. Its instant is the receipt that the citizen's clock starts from.
     *
     * @param stamp when and by whom
     * @param registration what was recorded
     */
    record Registered(Stamp stamp, Registration registration) implements CaseEvent {
        /** Checks the parts. */
        public Registered {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(registration, "registration");
        }

        @Override
        public Act act() {
            return Act.REGISTER;
        }
    }

    /**
     * The case was classified, or classified anew.
     *
     * @param stamp when and by whom
     * @param category what it is about
     * @param taxonomy id and version of the taxonomy the code belongs to
     * @param reason why; due where another category stood before
     */
    record Classified(Stamp stamp, CategoryCode category, String taxonomy, Optional<FreeText> reason)
            implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if {@code taxonomy} is not 1 to 200 characters without blanks at
         *     the ends and without control characters
         */
        public Classified {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(category, "category");
            Checks.identity(taxonomy, "taxonomy");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.CLASSIFY;
        }
    }

    /**
     * The case was found to be of another kind.
     *
     * @param stamp when and by whom
     * @param kind the kind it is
     * @param reason why
     */
    record KindChanged(Stamp stamp, CaseKind kind, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public KindChanged {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.CHANGE_KIND;
        }
    }

    /**
     * It was said how urgent the case is.
     *
     * @param stamp when and by whom
     * @param priority the priority
     * @param reason why
     */
    record Prioritized(Stamp stamp, Priority priority, Optional<FreeText> reason) implements CaseEvent {
        /** Checks the parts. */
        public Prioritized {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.PRIORITIZE;
        }
    }

    /**
     * The case was given tags, in place of those it had.
     *
     * @param stamp when and by whom
     * @param tags all its tags from now on
     */
    record Tagged(Stamp stamp, Set<Tag> tags) implements CaseEvent {
        /** Checks and copies the parts. */
        public Tagged {
            Objects.requireNonNull(stamp, "stamp");
            tags = Checks.set(tags, "tags");
        }

        @Override
        public Act act() {
            return Act.TAG;
        }
    }

    /**
     * The case was answered in the call and so closed (直接办结).
     *
     * @param stamp when and by whom
     * @param answer what was said
     * @param article the article of the knowledge base it was said from
     */
    record AnsweredAtDesk(Stamp stamp, Optional<FreeText> answer, Optional<Reference> article) implements CaseEvent {
        /** Checks the parts. */
        public AnsweredAtDesk {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(article, "article");
        }

        @Override
        public Act act() {
            return Act.ANSWER_AT_DESK;
        }
    }

    /**
     * The case was left to a person to say who is responsible.
     *
     * @param stamp when and by whom
     * @param reason why it could not be sent on
     */
    record QueuedForTriage(Stamp stamp, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public QueuedForTriage {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.QUEUE_FOR_TRIAGE;
        }
    }

    /**
     * The case was refused as out of scope (不予受理).
     *
     * @param stamp when and by whom
     * @param ground why
     * @param told what the citizen was told
     */
    record Rejected(Stamp stamp, RejectionGround ground, FreeText told) implements CaseEvent {
        /** Checks the parts. */
        public Rejected {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(told, "told");
        }

        @Override
        public Act act() {
            return Act.REJECT;
        }
    }

    /**
     * The call was handed to an emergency number.
     *
     * @param stamp when and by whom
     * @param number which
     * @param transfer whether the call was passed on
     */
    record ReferredToEmergency(Stamp stamp, EmergencyNumber number, Transfer transfer) implements CaseEvent {
        /** Checks the parts. */
        public ReferredToEmergency {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(transfer, "transfer");
        }

        @Override
        public Act act() {
            return Act.REFER_EMERGENCY;
        }
    }

    /**
     * The citizen was sent to a channel the law sets for the demand.
     *
     * @param stamp when and by whom
     * @param channel which
     * @param basis the legal ground, and how to apply there
     */
    record ReferredToStatutory(Stamp stamp, StatutoryChannel channel, FreeText basis) implements CaseEvent {
        /** Checks the parts. */
        public ReferredToStatutory {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(basis, "basis");
        }

        @Override
        public Act act() {
            return Act.REFER_STATUTORY;
        }
    }

    /**
     * It was found to be no demand.
     *
     * @param stamp when and by whom
     * @param ground why
     * @param confirmedBy the second person who looked at it
     */
    record MarkedInvalid(Stamp stamp, InvalidGround ground, Actor confirmedBy) implements CaseEvent {
        /** Checks the parts. */
        public MarkedInvalid {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(confirmedBy, "confirmedBy");
        }

        @Override
        public Act act() {
            return Act.MARK_INVALID;
        }
    }

    /**
     * The citizen took the demand back (撤诉).
     *
     * @param stamp when and by whom
     * @param reason why, and how the wish was made known
     */
    record Withdrawn(Stamp stamp, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public Withdrawn {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.WITHDRAW;
        }
    }

    /**
     * The source of an imported case says that it ended without being handled.
     *
     * @param stamp when and by whom
     * @param ending how
     * @param ground what the source says of it
     */
    record Ended(Stamp stamp, Ending ending, FreeText ground) implements CaseEvent {
        /** Checks the parts. */
        public Ended {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(ending, "ending");
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public Act act() {
            return Act.END;
        }
    }

    /**
     * The case was sent to a lead department (主办) and any assisting ones (协办).
     *
     * @param stamp when and by whom
     * @param lead the one that leads
     * @param assisting those that assist, in order, without the lead
     * @param rule the routing rule that said so, where one did
     */
    record Dispatched(Stamp stamp, DepartmentCode lead, List<DepartmentCode> assisting, Optional<String> rule)
            implements CaseEvent {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if the lead is also assisting, or {@code rule} is not 1 to 200
         *     characters without blanks at the ends and without control characters
         */
        public Dispatched {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(lead, "lead");
            assisting = Checks.list(assisting, "assisting");
            Checks.identity(rule, "rule");
            Checks.leadDoesNotAssist(lead, assisting);
        }

        @Override
        public Act act() {
            return Act.DISPATCH;
        }
    }

    /**
     * The case was sent to another lead department; the former one was released.
     *
     * @param stamp when and by whom
     * @param lead the one that leads now
     * @param assisting those that assist now, in order, without the lead
     * @param reason why
     */
    record Redispatched(Stamp stamp, DepartmentCode lead, List<DepartmentCode> assisting, FreeText reason)
            implements CaseEvent {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if the lead is also assisting
         */
        public Redispatched {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(lead, "lead");
            assisting = Checks.list(assisting, "assisting");
            Objects.requireNonNull(reason, "reason");
            Checks.leadDoesNotAssist(lead, assisting);
        }

        @Override
        public Act act() {
            return Act.REDISPATCH;
        }
    }

    /**
     * Assisting departments were added or released.
     *
     * @param stamp when and by whom
     * @param added those that assist from now on
     * @param released those that no longer do
     * @param reason why
     */
    record AssistingChanged(Stamp stamp, List<DepartmentCode> added, List<DepartmentCode> released, FreeText reason)
            implements CaseEvent {
        /** Checks and copies the parts. */
        public AssistingChanged {
            Objects.requireNonNull(stamp, "stamp");
            added = Checks.list(added, "added");
            released = Checks.list(released, "released");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.CHANGE_ASSISTING;
        }
    }

    /**
     * The lead department took the case on.
     *
     * @param stamp when and by whom
     */
    record SignedFor(Stamp stamp) implements CaseEvent {
        /** Checks the parts. */
        public SignedFor {
            Objects.requireNonNull(stamp, "stamp");
        }

        @Override
        public Act act() {
            return Act.SIGN_FOR;
        }
    }

    /**
     * An assisting department took its share on.
     *
     * @param stamp when and by whom
     * @param department which
     */
    record AssistingSignedFor(Stamp stamp, DepartmentCode department) implements CaseEvent {
        /** Checks the parts. */
        public AssistingSignedFor {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(department, "department");
        }

        @Override
        public Act act() {
            return Act.SIGN_FOR_ASSISTING;
        }
    }

    /**
     * The lead department handed the case back (退单).
     *
     * @param stamp when and by whom
     * @param ground why it says it is not responsible
     * @param explanation in its own words
     * @param basis the rule or law it relies on
     * @param suggested the department it says is responsible
     */
    record Returned(
            Stamp stamp,
            ReturnGround ground,
            FreeText explanation,
            Optional<FreeText> basis,
            Optional<DepartmentCode> suggested)
            implements CaseEvent {
        /** Checks the parts. */
        public Returned {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(explanation, "explanation");
            Objects.requireNonNull(basis, "basis");
            Objects.requireNonNull(suggested, "suggested");
        }

        @Override
        public Act act() {
            return Act.RETURN;
        }
    }

    /**
     * An assisting department handed its share back.
     *
     * @param stamp when and by whom
     * @param department which
     * @param ground why
     * @param explanation in its own words
     */
    record AssistingReturned(Stamp stamp, DepartmentCode department, ReturnGround ground, FreeText explanation)
            implements CaseEvent {
        /** Checks the parts. */
        public AssistingReturned {
            Objects.requireNonNull(stamp, "stamp");
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
     * The return was found without ground: the department that had the case has it again.
     *
     * @param stamp when and by whom
     * @param reason why
     */
    record ReturnRefused(Stamp stamp, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public ReturnRefused {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.REFUSE_RETURN;
        }
    }

    /**
     * It was brought before the arbiter who is responsible.
     *
     * @param stamp when and by whom
     * @param parties the departments that disagree
     * @param statement what each says
     */
    record DisputeOpened(Stamp stamp, List<DepartmentCode> parties, FreeText statement) implements CaseEvent {
        /** Checks and copies the parts. */
        public DisputeOpened {
            Objects.requireNonNull(stamp, "stamp");
            parties = Checks.list(parties, "parties");
            Objects.requireNonNull(statement, "statement");
        }

        @Override
        public Act act() {
            return Act.OPEN_DISPUTE;
        }
    }

    /**
     * The arbiter said who is responsible; that department cannot return the case.
     *
     * @param stamp when and by whom
     * @param lead the one that leads
     * @param assisting those that assist, in order, without the lead
     * @param reason why
     */
    record Ruled(Stamp stamp, DepartmentCode lead, List<DepartmentCode> assisting, FreeText reason)
            implements CaseEvent {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if the lead is also assisting
         */
        public Ruled {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(lead, "lead");
            assisting = Checks.list(assisting, "assisting");
            Objects.requireNonNull(reason, "reason");
            Checks.leadDoesNotAssist(lead, assisting);
        }

        @Override
        public Act act() {
            return Act.RULE;
        }
    }

    /**
     * A piece of the case was given to a post and a person (分解到岗到人).
     *
     * @param stamp when and by whom
     * @param task its number in the case, from 1 without gaps
     * @param assignee to whom
     * @param what what is to be done
     * @param due the last instant, inclusive, to have it done
     */
    record TaskAssigned(Stamp stamp, int task, Assignee assignee, FreeText what, Optional<Instant> due)
            implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public TaskAssigned {
            Objects.requireNonNull(stamp, "stamp");
            Checks.atLeastOne(task, "task");
            Objects.requireNonNull(assignee, "assignee");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(due, "due");
        }

        @Override
        public Act act() {
            return Act.ASSIGN_TASK;
        }
    }

    /**
     * A task was reported done.
     *
     * @param stamp when and by whom
     * @param task its number
     * @param result what was done
     * @param evidence what shows it
     */
    record TaskReported(Stamp stamp, int task, FreeText result, List<Attachment> evidence) implements CaseEvent {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public TaskReported {
            Objects.requireNonNull(stamp, "stamp");
            Checks.atLeastOne(task, "task");
            Objects.requireNonNull(result, "result");
            evidence = Checks.list(evidence, "evidence");
        }

        @Override
        public Act act() {
            return Act.REPORT_TASK;
        }
    }

    /**
     * A task was found done well enough.
     *
     * @param stamp when and by whom
     * @param task its number
     */
    record TaskAccepted(Stamp stamp, int task) implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public TaskAccepted {
            Objects.requireNonNull(stamp, "stamp");
            Checks.atLeastOne(task, "task");
        }

        @Override
        public Act act() {
            return Act.ACCEPT_TASK;
        }
    }

    /**
     * A task was found not done well enough.
     *
     * @param stamp when and by whom
     * @param task its number
     * @param reason why
     */
    record TaskSentBack(Stamp stamp, int task, FreeText reason) implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public TaskSentBack {
            Objects.requireNonNull(stamp, "stamp");
            Checks.atLeastOne(task, "task");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.SEND_BACK_TASK;
        }
    }

    /**
     * A task was found no longer needed.
     *
     * @param stamp when and by whom
     * @param task its number
     * @param reason why
     */
    record TaskCancelled(Stamp stamp, int task, FreeText reason) implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the task is below 1
         */
        public TaskCancelled {
            Objects.requireNonNull(stamp, "stamp");
            Checks.atLeastOne(task, "task");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.CANCEL_TASK;
        }
    }

    /**
     * A department tried to get in touch with the citizen.
     *
     * @param stamp when and by whom
     * @param means how
     * @param outcome whether the citizen was reached
     * @param note what was said
     */
    record Contacted(Stamp stamp, ContactMeans means, ContactOutcome outcome, Optional<FreeText> note)
            implements CaseEvent {
        /** Checks the parts. */
        public Contacted {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(means, "means");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(note, "note");
        }

        @Override
        public Act act() {
            return Act.CONTACT;
        }
    }

    /**
     * The clock was stopped with a ground (挂起).
     *
     * @param stamp when and by whom
     * @param ground why
     * @param explanation in the department's own words
     * @param until when it ends at the latest, exclusive
     * @param approvedBy who gave leave
     */
    record Suspended(
            Stamp stamp, SuspensionGround ground, FreeText explanation, Instant until, Optional<Actor> approvedBy)
            implements CaseEvent {
        /** Checks the parts. */
        public Suspended {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(explanation, "explanation");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(approvedBy, "approvedBy");
        }

        @Override
        public Act act() {
            return Act.SUSPEND;
        }
    }

    /**
     * The clock was started again.
     *
     * @param stamp when and by whom
     * @param cause why
     */
    record Resumed(Stamp stamp, ResumeCause cause) implements CaseEvent {
        /** Checks the parts. */
        public Resumed {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public Act act() {
            return Act.RESUME;
        }
    }

    /**
     * More time was asked for.
     *
     * @param stamp when and by whom
     * @param amount how much
     * @param reason why
     */
    record ExtensionAsked(Stamp stamp, ExtensionAmount amount, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public ExtensionAsked {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.ASK_EXTENSION;
        }
    }

    /**
     * More time was granted.
     *
     * @param stamp when and by whom
     * @param amount how much; at most what was asked for, in the same unit
     * @param told when the citizen was told
     */
    record ExtensionGranted(Stamp stamp, ExtensionAmount amount, Optional<Instant> told) implements CaseEvent {
        /** Checks the parts. */
        public ExtensionGranted {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(told, "told");
        }

        @Override
        public Act act() {
            return Act.GRANT_EXTENSION;
        }
    }

    /**
     * More time was refused.
     *
     * @param stamp when and by whom
     * @param reason why
     */
    record ExtensionRefused(Stamp stamp, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public ExtensionRefused {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.REFUSE_EXTENSION;
        }
    }

    /**
     * An assisting department said that its share was done.
     *
     * @param stamp when and by whom
     * @param department which
     * @param result what was done
     */
    record AssistingReplied(Stamp stamp, DepartmentCode department, FreeText result) implements CaseEvent {
        /** Checks the parts. */
        public AssistingReplied {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(department, "department");
            Objects.requireNonNull(result, "result");
        }

        @Override
        public Act act() {
            return Act.REPLY_ASSISTING;
        }
    }

    /**
     * The lead department said it was done (办结反馈).
     *
     * @param stamp when and by whom
     * @param result what came of it
     */
    record Replied(Stamp stamp, ReplyResult result) implements CaseEvent {
        /** Checks the parts. */
        public Replied {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(result, "result");
        }

        @Override
        public Act act() {
            return Act.REPLY;
        }
    }

    /**
     * The reply was sent back for rework; it no longer counts as a reply.
     *
     * @param stamp when and by whom
     * @param ground what is wrong with it
     * @param reason in the reviewer's own words
     */
    record ReplySentBack(Stamp stamp, ReworkGround ground, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public ReplySentBack {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.SEND_BACK;
        }
    }

    /**
     * The reply was found good enough to ask the citizen.
     *
     * @param stamp when and by whom
     */
    record ReplyAccepted(Stamp stamp) implements CaseEvent {
        /** Checks the parts. */
        public ReplyAccepted {
            Objects.requireNonNull(stamp, "stamp");
        }

        @Override
        public Act act() {
            return Act.ACCEPT_REPLY;
        }
    }

    /**
     * The case was closed without asking the citizen.
     *
     * @param stamp when and by whom
     * @param exemption why nobody was asked
     */
    record CallbackWaived(Stamp stamp, CallbackExemption exemption) implements CaseEvent {
        /** Checks the parts. */
        public CallbackWaived {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(exemption, "exemption");
        }

        @Override
        public Act act() {
            return Act.WAIVE_CALLBACK;
        }
    }

    /**
     * The citizen was called and gave no answer.
     *
     * @param stamp when and by whom
     * @param failure why there was none
     */
    record CallbackAttempted(Stamp stamp, CallbackFailure failure) implements CaseEvent {
        /** Checks the parts. */
        public CallbackAttempted {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public Act act() {
            return Act.ATTEMPT_CALLBACK;
        }
    }

    /**
     * The citizen was asked, and answered (回访).
     *
     * @param stamp when and by whom
     * @param answer what the citizen said
     */
    record CallbackDone(Stamp stamp, CallbackAnswer answer) implements CaseEvent {
        /** Checks the parts. */
        public CallbackDone {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public Act act() {
            return Act.RECORD_CALLBACK;
        }
    }

    /**
     * The case was closed (结案).
     *
     * @param stamp when and by whom
     * @param ground why
     */
    record Closed(Stamp stamp, ClosingGround ground) implements CaseEvent {
        /** Checks the parts. */
        public Closed {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public Act act() {
            return Act.CLOSE;
        }
    }

    /**
     * The case went back to the department after a bad callback (重办).
     *
     * @param stamp when and by whom
     * @param reason why
     */
    record Reopened(Stamp stamp, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public Reopened {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.REOPEN;
        }
    }

    /**
     * A closed case was taken up again; the earlier closing stays on record.
     *
     * @param stamp when and by whom
     * @param reason the new fact, or what was wrong
     */
    record ClosedReopened(Stamp stamp, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public ClosedReopened {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.REOPEN_CLOSED;
        }
    }

    /**
     * It was found whether the demand is reasonable.
     *
     * @param stamp when and by whom
     * @param finding what was found
     * @param reason why, and on what evidence
     * @param confirmedBy the second person who looked at it
     */
    record FindingRecorded(Stamp stamp, Finding finding, FreeText reason, Actor confirmedBy) implements CaseEvent {
        /** Checks the parts. */
        public FindingRecorded {
            Objects.requireNonNull(stamp, "stamp");
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
     * It was said what the demand comes from.
     *
     * @param stamp when and by whom
     * @param attribution what it comes from
     * @param reason why
     */
    record Attributed(Stamp stamp, Attribution attribution, Optional<FreeText> reason) implements CaseEvent {
        /** Checks the parts. */
        public Attributed {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(attribution, "attribution");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.ATTRIBUTE;
        }
    }

    /**
     * The case follows a master case on the same matter (并单); its timeline stays its own.
     *
     * @param stamp when and by whom
     * @param master the case it follows
     * @param evidence why both are on the same matter
     */
    record Merged(Stamp stamp, CaseNumber master, FreeText evidence) implements CaseEvent {
        /** Checks the parts. */
        public Merged {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(master, "master");
            Objects.requireNonNull(evidence, "evidence");
        }

        @Override
        public Act act() {
            return Act.MERGE;
        }
    }

    /**
     * The case no longer follows another.
     *
     * @param stamp when and by whom
     * @param reason why
     */
    record Unmerged(Stamp stamp, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public Unmerged {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.UNMERGE;
        }
    }

    /**
     * Another case follows this one.
     *
     * @param stamp when and by whom
     * @param follower the case that follows
     */
    record FollowerAdded(Stamp stamp, CaseNumber follower) implements CaseEvent {
        /** Checks the parts. */
        public FollowerAdded {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(follower, "follower");
        }

        @Override
        public Act act() {
            return Act.ADD_FOLLOWER;
        }
    }

    /**
     * Another case no longer follows this one.
     *
     * @param stamp when and by whom
     * @param follower the case that followed
     */
    record FollowerRemoved(Stamp stamp, CaseNumber follower) implements CaseEvent {
        /** Checks the parts. */
        public FollowerRemoved {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(follower, "follower");
        }

        @Override
        public Act act() {
            return Act.REMOVE_FOLLOWER;
        }
    }

    /**
     * Parts of the case became cases of their own (拆单).
     *
     * @param stamp when and by whom
     * @param children the new cases
     * @param reason why
     */
    record SplitOff(Stamp stamp, List<CaseNumber> children, FreeText reason) implements CaseEvent {
        /** Checks and copies the parts. */
        public SplitOff {
            Objects.requireNonNull(stamp, "stamp");
            children = Checks.list(children, "children");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.SPLIT;
        }
    }

    /**
     * The department was reminded (催办).
     *
     * @param stamp when and by whom
     * @param note what was said
     */
    record Urged(Stamp stamp, Optional<FreeText> note) implements CaseEvent {
        /** Checks the parts. */
        public Urged {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(note, "note");
        }

        @Override
        public Act act() {
            return Act.URGE;
        }
    }

    /**
     * The case was put under formal supervision (督办).
     *
     * @param stamp when and by whom
     * @param level how high, 1 to 9, higher is graver
     * @param ground why
     * @param by the last instant, inclusive, set for it
     */
    record PutUnderSupervision(Stamp stamp, int level, SupervisionGround ground, Optional<Instant> by)
            implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the level is not 1 to 9
         */
        public PutUnderSupervision {
            Objects.requireNonNull(stamp, "stamp");
            Checks.level(level);
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(by, "by");
        }

        @Override
        public Act act() {
            return Act.SUPERVISE;
        }
    }

    /**
     * The supervision was ended.
     *
     * @param stamp when and by whom
     * @param reason why
     */
    record SupervisionLifted(Stamp stamp, FreeText reason) implements CaseEvent {
        /** Checks the parts. */
        public SupervisionLifted {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.LIFT_SUPERVISION;
        }
    }

    /**
     * The case was brought before a higher level.
     *
     * @param stamp when and by whom
     * @param level the level from now on, 1 to 9, higher than before
     * @param reason why
     */
    record Escalated(Stamp stamp, int level, FreeText reason) implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the level is not 1 to 9
         */
        public Escalated {
            Objects.requireNonNull(stamp, "stamp");
            Checks.level(level);
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.ESCALATE;
        }
    }

    /**
     * Something was written down about the case.
     *
     * @param stamp when and by whom
     * @param visibility who may read it
     * @param text the note
     * @param attachments what belongs to it
     */
    record NoteAdded(Stamp stamp, Visibility visibility, FreeText text, List<Attachment> attachments)
            implements CaseEvent {
        /** Checks and copies the parts. */
        public NoteAdded {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(visibility, "visibility");
            Objects.requireNonNull(text, "text");
            attachments = Checks.list(attachments, "attachments");
        }

        @Override
        public Act act() {
            return Act.ADD_NOTE;
        }
    }

    /**
     * It was said that another case has to do with this one.
     *
     * @param stamp when and by whom
     * @param related which, and how
     */
    record Linked(Stamp stamp, RelatedCase related) implements CaseEvent {
        /** Checks the parts. */
        public Linked {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(related, "related");
        }

        @Override
        public Act act() {
            return Act.LINK;
        }
    }

    /**
     * The case was frozen (归档).
     *
     * @param stamp when and by whom
     * @param retention how long its personal data may be kept
     */
    record Archived(Stamp stamp, Optional<RetentionClass> retention) implements CaseEvent {
        /** Checks the parts. */
        public Archived {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(retention, "retention");
        }

        @Override
        public Act act() {
            return Act.ARCHIVE;
        }
    }

    /**
     * What an event says was put right; the event stays as it was recorded (更正).
     *
     * @param stamp when and by whom
     * @param right the event as it should have been: the same act, sequence, recording instant and actor. An
     *     event may be corrected again and again, and each time says all of it; a correction itself may not
     * @param reason why
     * @param confirmedBy the second person; due where the instant changes, or the case would no longer be
     *     confidential
     */
    record Corrected(Stamp stamp, CaseEvent right, FreeText reason, Optional<Actor> confirmedBy) implements CaseEvent {
        /** Checks the parts. */
        public Corrected {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(right, "right");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(confirmedBy, "confirmedBy");
        }

        @Override
        public Act act() {
            return Act.CORRECT;
        }
    }

    /**
     * Personal data was taken out of the timeline; the counts stay.
     *
     * @param stamp when and by whom
     * @param fields which fields
     * @param ground why
     */
    record PersonalDataErased(Stamp stamp, Set<PersonalField> fields, ErasureGround ground) implements CaseEvent {
        /** Checks and copies the parts. */
        public PersonalDataErased {
            Objects.requireNonNull(stamp, "stamp");
            fields = Checks.set(fields, "fields");
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public Act act() {
            return Act.ERASE;
        }
    }

    /**
     * A calendar changed, and the deadline with it.
     *
     * @param stamp when and by whom
     * @param calendar identity of the calendar in force from now on
     * @param dueBefore the first instant that was too late before
     * @param dueAfter the first instant that is too late now
     */
    record CalendarRecalculated(Stamp stamp, String calendar, Optional<Instant> dueBefore, Optional<Instant> dueAfter)
            implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if {@code calendar} is not 1 to 200 characters without blanks at
         *     the ends and without control characters
         */
        public CalendarRecalculated {
            Objects.requireNonNull(stamp, "stamp");
            Checks.identity(calendar, "calendar");
            Objects.requireNonNull(dueBefore, "dueBefore");
            Objects.requireNonNull(dueAfter, "dueAfter");
        }

        @Override
        public Act act() {
            return Act.RECALCULATE;
        }
    }

    /**
     * An event of a type that this version does not know, as a newer writer left it. It changes nothing
     * that is known of the case, and is written back as it was.
     *
     * @param stamp when and by whom; what else the event says is in its {@link Stamp#extras}
     * @param type its type tag
     */
    record Opaque(Stamp stamp, String type) implements CaseEvent {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if {@code type} is not a letter and up to 199 ASCII letters, digits,
         *     {@code . - _ :} and {@code /}; the message does not hold it
         */
        public Opaque {
            Objects.requireNonNull(stamp, "stamp");
            Checks.tag(type);
        }

        @Override
        public Act act() {
            return Act.UNKNOWN;
        }
    }
}
