package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.List;
import java.util.Objects;

/** Where a case goes. */
public sealed interface Outcome {

    /** The reason where no rule matches. */
    String UNROUTED = "UNROUTED";
    /** The reason where a rule asks for the department of an area, and there is none or no area. */
    String NO_JURISDICTION = "NO_JURISDICTION";
    /** The reason where more than one department answers to what a rule asks for. */
    String SEVERAL_JURISDICTIONS = "SEVERAL_JURISDICTIONS";
    /** The reason where a rule names a department that was abolished without one successor. */
    String DEPARTMENT_ABOLISHED = "DEPARTMENT_ABOLISHED";
    /** The reason where departments have objected and no other is left, or too many have. */
    String DISPUTED = "DISPUTED";
    /** The reason where no rule is in force. */
    String NOT_IN_FORCE = "NOT_IN_FORCE";
    /** The reason where a strict router is given a code that it does not know. */
    String UNKNOWN_CODE = "UNKNOWN_CODE";
    /** The most characters of a number, a channel and a reason. */
    int MAX_LENGTH = 64;

    /**
     * To a department (派单).
     *
     * @param lead the department that leads (主办)
     * @param assisting the departments that assist (协办), in order; codes differ and the lead is not among them
     */
    record Dispatch(DepartmentCode lead, List<DepartmentCode> assisting) implements Outcome {
        /** Checks and copies the parts. */
        public Dispatch {
            Objects.requireNonNull(lead, "lead");
            assisting = Assisting.checked(assisting);
            if (assisting.contains(lead)) {
                throw new IllegalArgumentException("the lead " + lead + " must not assist as well");
            }
        }
    }

    /** The agent answers it in the call (直接办结). */
    record AnswerAtDesk() implements Outcome, Directive {}

    /**
     * To another number at once (即时转办), such as 119.
     *
     * @param number the number: digits and hyphens
     */
    record Refer(String number) implements Outcome, Directive {
        /** Checks the parts. */
        public Refer {
            requireText("number", number);
            if (!isNumber(number)) {
                throw new IllegalArgumentException("number must be digits and hyphens, but was \"" + number + "\"");
            }
        }
    }

    /**
     * The citizen is told of a statutory channel (法定途径): letters and visits, arbitration, a court.
     *
     * @param channel the channel's name
     */
    record Statutory(String channel) implements Outcome, Directive {
        /** Checks the parts. */
        public Statutory {
            requireText("channel", channel);
        }
    }

    /**
     * People decide (人工会商).
     *
     * @param reason a stable code: capitals, digits and {@code _}
     */
    record Triage(String reason) implements Outcome, Directive {
        /** Checks the parts. */
        public Triage {
            requireText("reason", reason);
            if (!isReason(reason)) {
                throw new IllegalArgumentException("reason must be capitals, digits and _, but was \"" + reason + "\"");
            }
        }
    }

    private static void requireText(String name, String value) {
        if (Objects.requireNonNull(value, name).isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    name + " must be 1 to " + MAX_LENGTH + " characters and not blank, but was \"" + value + "\"");
        }
        if (Spelling.idFlaw(value).isPresent()) {
            throw new IllegalArgumentException(
                    name + " must have no character that looks like another, but was \"" + value + "\"");
        }
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
    }

    private static boolean isReason(String text) {
        return text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
    }
}
