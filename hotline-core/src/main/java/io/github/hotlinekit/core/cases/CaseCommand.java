package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Something that somebody wants to do with a case; {@link CaseLifecycle#decide} says whether it may be. */
public sealed interface CaseCommand {

    /**
     * What is to be done.
     *
     * @return the act
     */
    Act act();

    /**
     * Says what the case is about.
     *
     * @param category its category
     * @param taxonomy id and version of the taxonomy the code belongs to
     */
    record Classify(CategoryCode category, String taxonomy) implements CaseCommand {
        /** Checks the parts. */
        public Classify {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(taxonomy, "taxonomy");
        }

        @Override
        public Act act() {
            return Act.CLASSIFY;
        }
    }

    /** Answers in the call. */
    record AnswerAtDesk() implements CaseCommand {
        @Override
        public Act act() {
            return Act.ANSWER_AT_DESK;
        }
    }

    /**
     * Leaves it to a person to say who is responsible.
     *
     * @param reason why it cannot be sent on
     */
    record QueueForTriage(String reason) implements CaseCommand {
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
     * Sends the case to its departments.
     *
     * @param lead the one that leads
     * @param assisting those that assist
     * @param rule the routing rule that said so, where one did
     */
    record Dispatch(DepartmentCode lead, List<DepartmentCode> assisting, Optional<String> rule) implements CaseCommand {
        /** Checks and copies the parts. */
        public Dispatch {
            Objects.requireNonNull(lead, "lead");
            Objects.requireNonNull(rule, "rule");
            assisting = List.copyOf(Objects.requireNonNull(assisting, "assisting"));
        }

        @Override
        public Act act() {
            return Act.DISPATCH;
        }
    }

    /** Takes the case on. */
    record SignFor() implements CaseCommand {
        @Override
        public Act act() {
            return Act.SIGN_FOR;
        }
    }

    /**
     * Hands the case back.
     *
     * @param ground why the department is not responsible
     */
    record Return(String ground) implements CaseCommand {
        /** Checks the parts. */
        public Return {
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public Act act() {
            return Act.RETURN;
        }
    }

    /** Says it is done. */
    record Reply() implements CaseCommand {
        @Override
        public Act act() {
            return Act.REPLY;
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
     * Sends the reply back for rework.
     *
     * @param reason what is wrong with it
     */
    record SendBack(String reason) implements CaseCommand {
        /** Checks the parts. */
        public SendBack {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Act act() {
            return Act.SEND_BACK;
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
     * Sends the case back to the department after a bad callback.
     *
     * @param reason why
     */
    record Reopen(String reason) implements CaseCommand {
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
     * Ends the case without handling.
     *
     * @param ending how
     * @param ground why
     */
    record End(Ending ending, String ground) implements CaseCommand {
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
}
