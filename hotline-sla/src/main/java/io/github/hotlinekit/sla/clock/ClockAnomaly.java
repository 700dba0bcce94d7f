package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.language.Label;
import java.util.Objects;

/**
 * Something in a timeline that cannot be quite as it is told. The clock goes on as its code says.
 *
 * @param code what it is
 * @param sequence the event's place in the timeline
 */
public record ClockAnomaly(Code code, int sequence) {

    /** What is odd, and what is done about it. */
    public enum Code {
        /** The same event stands twice: it counts once. */
        DUPLICATE_EVENT("重复事件，只计一次", "the same event twice: counted once"),
        /** Two different events have one sequence number: both count, in the order of their instants. */
        SAME_SEQUENCE("序号重复", "two events with one sequence number"),
        /** It is said to have happened before the receipt: clocks do not count below zero for it. */
        BEFORE_RECEIPT("早于受理时间", "before the receipt"),
        /** What ends a clock is said to have happened before what started it: it is in time, and took no time. */
        DONE_BEFORE_START("早于起算时间", "done before its clock started"),
        /** A suspension while one goes on: they count as one. */
        PAUSED_TWICE("重复挂起，合并计算", "suspended while suspended: counted as one"),
        /** A resumption of what was not suspended: it is left out. */
        RESUMED_WITHOUT_PAUSE("未挂起而恢复，不计", "resumed while not suspended: left out"),
        /** An extension asked for when it was too late already: it does not count. */
        EXTENSION_LATE("延期申请已逾期，不计", "extension asked for after the deadline: not counted"),
        /** One extension more than the policy allows: it does not count. */
        EXTENSION_OVER_NUMBER("延期次数超限，不计", "more extensions than allowed: not counted"),
        /** A longer extension than the policy allows: it counts as long as allowed. */
        EXTENSION_TOO_LONG("延期时长超限，按上限计", "longer extension than allowed: counted up to that"),
        /** An extension granted by somebody who may not: it does not count. */
        EXTENSION_BY_OTHER("延期批准人无权，不计", "extension granted by who may not: not counted"),
        /** An extension in time of a limit in days, or the reverse: it does not count. */
        EXTENSION_UNIT("延期单位不符，不计", "extension in a unit that does not fit: not counted"),
        /** A recalculation by a calendar that the clock was not given: it is left out. */
        UNKNOWN_CALENDAR("未知日历版本，不计", "recalculated by a calendar not at hand: left out");

        private final Label label;

        Code(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        /**
         * What it says in both languages.
         *
         * @return the label
         */
        public Label label() {
            return label;
        }
    }

    /** Checks the part. */
    public ClockAnomaly {
        Objects.requireNonNull(code, "code");
    }
}
