package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.language.Label;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A strict calendar was asked for an answer that depends on a day that is not settled. */
public final class CalendarHorizonException extends DateTimeException {

    private static final long serialVersionUID = 1L;

    private final String calendar;
    private final LocalDate firstSettled;
    private final LocalDate lastSettled;
    private final LocalDate asked;
    private final LocalDate unsettled;

    CalendarHorizonException(WorkingCalendar calendar, LocalDate asked, LocalDate unsettled) {
        super(english(calendar.identity(), calendar.first(), calendar.settledUntil(), asked, unsettled));
        this.calendar = calendar.identity();
        this.firstSettled = calendar.first();
        this.lastSettled = calendar.settledUntil();
        this.asked = asked;
        this.unsettled = unsettled;
    }

    private static String english(
            String calendar, LocalDate first, LocalDate last, LocalDate asked, LocalDate unsettled) {
        return "calendar " + calendar + " is settled from " + first + " to " + last + ", but an answer about " + asked
                + " depends on " + unsettled;
    }

    /**
     * The calendar's identity.
     *
     * @return id and version
     */
    public String calendar() {
        return calendar;
    }

    /**
     * The last settled day.
     *
     * @return the day, inclusive
     */
    public LocalDate lastSettled() {
        return lastSettled;
    }

    /**
     * The date that was asked about.
     *
     * @return the date, as the caller gave it
     */
    public LocalDate asked() {
        return asked;
    }

    /**
     * A day that the answer depends on and that is not settled.
     *
     * @return the day, before the first known or after the last settled
     */
    public LocalDate unsettled() {
        return unsettled;
    }

    /**
     * What is wrong, for officials.
     *
     * @return the message in both languages
     */
    public Label label() {
        return Label.of(
                "日历 " + calendar + " 仅 " + firstSettled + " 至 " + lastSettled + " 已确定，关于 " + asked + " 的结果取决于 "
                        + unsettled,
                english(calendar, firstSettled, lastSettled, asked, unsettled));
    }
}
