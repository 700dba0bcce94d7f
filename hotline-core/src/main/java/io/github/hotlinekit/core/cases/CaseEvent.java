package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Something that happened to a case. A case is nothing but its events, in order. */
public sealed interface CaseEvent {

    /**
     * Place in the timeline, instant and actor.
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
     * The demand was recorded.
     *
     * @param stamp when and by whom; its instant is the receipt that the citizen's clock starts from
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
     */
    record Classified(Stamp stamp, CategoryCode category, String taxonomy) implements CaseEvent {
        /** Checks the parts. */
        public Classified {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(taxonomy, "taxonomy");
        }

        @Override
        public Act act() {
            return Act.CLASSIFY;
        }
    }

    /**
     * The case was answered in the call and so closed (直接办结).
     *
     * @param stamp when and by whom
     */
    record AnsweredAtDesk(Stamp stamp) implements CaseEvent {
        /** Checks the parts. */
        public AnsweredAtDesk {
            Objects.requireNonNull(stamp, "stamp");
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
    record QueuedForTriage(Stamp stamp, String reason) implements CaseEvent {
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
         * @throws IllegalArgumentException if the lead is also assisting
         */
        public Dispatched {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(lead, "lead");
            Objects.requireNonNull(rule, "rule");
            assisting = List.copyOf(Objects.requireNonNull(assisting, "assisting"));
            if (assisting.contains(lead)) {
                throw new IllegalArgumentException("assisting must not contain the lead " + lead);
            }
        }

        @Override
        public Act act() {
            return Act.DISPATCH;
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
     * The lead department handed the case back.
     *
     * @param stamp when and by whom
     * @param ground why it says it is not responsible
     */
    record Returned(Stamp stamp, String ground) implements CaseEvent {
        /** Checks the parts. */
        public Returned {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public Act act() {
            return Act.RETURN;
        }
    }

    /**
     * The lead department said it was done.
     *
     * @param stamp when and by whom
     */
    record Replied(Stamp stamp) implements CaseEvent {
        /** Checks the parts. */
        public Replied {
            Objects.requireNonNull(stamp, "stamp");
        }

        @Override
        public Act act() {
            return Act.REPLY;
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
     * The reply was sent back for rework; it no longer counts as a reply.
     *
     * @param stamp when and by whom
     * @param reason what is wrong with it
     */
    record ReplySentBack(Stamp stamp, String reason) implements CaseEvent {
        /** Checks the parts. */
        public ReplySentBack {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.SEND_BACK;
        }
    }

    /**
     * The citizen was called and gave no answer.
     *
     * @param stamp when and by whom
     * @param failure why
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
     * The citizen was asked, and answered.
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
     * The case went back to the department after a bad callback.
     *
     * @param stamp when and by whom
     * @param reason why
     */
    record Reopened(Stamp stamp, String reason) implements CaseEvent {
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
     * The case was closed.
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
     * The case ended without being handled.
     *
     * @param stamp when and by whom
     * @param ending how
     * @param ground why
     */
    record Ended(Stamp stamp, Ending ending, String ground) implements CaseEvent {
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
}
