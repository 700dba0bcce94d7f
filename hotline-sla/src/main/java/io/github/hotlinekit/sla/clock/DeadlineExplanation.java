package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.sla.calendar.CalendarDay;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.policy.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a deadline is the one it is.
 *
 * @param number the case
 * @param target what is due, and how long it may take
 * @param leg the department's leg, on a department's clock
 * @param start the instant that was counted from, in the policy's zone
 * @param days every day after the start up to the due day; for working time every day with some of it, the first
 *     one too; empty for elapsed time
 * @param notes what else moved the deadline: an extension, a pause, a recalculation, a cut-off
 * @param dueDate the due day; empty for a limit in time
 * @param lateFrom the first instant that is too late
 * @param row the policy's row
 * @param policy id and version of the policy
 * @param policySource where the policy's rules are published
 * @param calendar id and version of the calendar
 * @param certainty how sure the calendar is of the days
 */
public record DeadlineExplanation(
        CaseNumber number,
        SlaTarget target,
        Optional<Leg> leg,
        ZonedDateTime start,
        List<Day> days,
        List<Label> notes,
        Optional<LocalDate> dueDate,
        Instant lateFrom,
        String row,
        String policy,
        String policySource,
        String calendar,
        Certainty certainty) {

    /** What became of a day. */
    public enum Count {
        /** It counts. */
        COUNTED,
        /** It is no working day. */
        NOT_WORKING,
        /** The clock stood still all through it. */
        PAUSED,
        /** The count was over; the deadline moved on over it. */
        MOVED_OVER
    }

    /**
     * A day of the count.
     *
     * @param day the day
     * @param count what became of it
     * @param counted which counted day it is, from 1; 0 if it was not counted
     * @param time the working time counted on it; empty for a limit in days
     */
    public record Day(CalendarDay day, Count count, int counted, Optional<Duration> time) {
        /** Checks the parts. */
        public Day {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(count, "count");
            Objects.requireNonNull(time, "time");
        }
    }

    /** Checks and copies the parts. */
    public DeadlineExplanation {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(start, "start");
        days = List.copyOf(Objects.requireNonNull(days, "days"));
        notes = List.copyOf(Objects.requireNonNull(notes, "notes"));
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(lateFrom, "lateFrom");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(policySource, "policySource");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(certainty, "certainty");
    }

    /**
     * The explanation as text, several lines.
     *
     * @param language which language
     * @return the text, ended by a line feed
     */
    public String render(Language language) {
        boolean zh = language == Language.ZH;
        StringBuilder text = new StringBuilder();
        Label what = target.kind().label();
        text.append(zh ? "工单 " : "Case ").append(number);
        text.append(zh ? "：" : ": ").append(what.in(language)).append(zh ? "时限 " : " within ");
        text.append(target.limit());
        leg.ifPresent(l -> text.append(zh ? "，" : ", ")
                .append(l.department())
                .append(zh ? "（" : " (")
                .append(l.part().label().in(language))
                .append(zh ? "）" : ")"));
        text.append('\n');
        line(text, zh ? "起算" : "clock starts", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start));
        dueDate.ifPresent(d -> line(text, zh ? "截止日" : "due", weekday(d, language)));
        line(
                text,
                zh ? "超期始于" : "late from",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(lateFrom.atZone(start.getZone())));
        if (!days.isEmpty() && dueDate.isPresent()) {
            line(text, weekday(start.toLocalDate(), language), zh ? "当日不计" : "the first day is not counted");
        }
        for (Day day : days) {
            line(text, weekday(day.day().date(), language), describe(day, language));
        }
        for (Label note : notes) {
            line(text, zh ? "说明" : "note", note.in(language));
        }
        line(text, zh ? "政策" : "policy", policy + (zh ? "，第 " : ", row ") + row + (zh ? " 行；" : "; ") + policySource);
        line(text, zh ? "日历" : "calendar", calendar + (certainty == Certainty.SETTLED ? "" : doubt(language)));
        return text.toString();
    }

    private String doubt(Language language) {
        if (certainty == Certainty.PROVISIONAL) {
            return language == Language.ZH ? "，暂定：来年放假通知可能更改" : ", provisional: the next notice may change it";
        }
        return language == Language.ZH
                ? "，未知：超出已公布年份，按周一至周五推算"
                : ", unknown: beyond the published years, Monday to Friday assumed";
    }

    private String describe(Day day, Language language) {
        boolean zh = language == Language.ZH;
        String reason = day.day().reason().label().in(language)
                + day.day()
                        .special()
                        .map(s -> (zh
                                        ? "（" + s.name().zh() + "）"
                                        : " (" + s.name().en() + ")")
                                + (s.source().isEmpty() ? "" : (zh ? "，" : ", ") + s.source()))
                        .orElse("");
        if (day.time().isPresent()) {
            long minutes = day.time().get().toMinutes();
            return (zh ? minutes + " 分钟：" : minutes + " min: ") + reason;
        }
        return switch (day.count()) {
            case COUNTED -> (zh ? "第 " + day.counted() + " 日：" : "day " + day.counted() + ": ") + reason;
            case NOT_WORKING, MOVED_OVER -> (zh ? "不计：" : "not counted: ") + reason;
            case PAUSED -> (zh ? "不计，全日挂起：" : "not counted, suspended all day: ") + reason;
        };
    }

    private static String weekday(LocalDate date, Language language) {
        Locale locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return date + " " + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append("  ").append(value).append('\n');
    }
}
