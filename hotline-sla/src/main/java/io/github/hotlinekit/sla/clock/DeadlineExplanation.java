package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.sla.calendar.CalendarDay;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a deadline is the one it is.
 *
 * @param number the case
 * @param target what is due, and how long it may take
 * @param start when the clock started, in the policy's zone
 * @param days every day after the start up to the due day; empty for elapsed time
 * @param dueDate the due day; empty for elapsed time
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
        ZonedDateTime start,
        List<Day> days,
        Optional<LocalDate> dueDate,
        Instant lateFrom,
        String row,
        String policy,
        String policySource,
        String calendar,
        Certainty certainty) {

    /**
     * A day of the count.
     *
     * @param day the day
     * @param counted which counted day it is, from 1; 0 if it was skipped
     */
    public record Day(CalendarDay day, int counted) {
        /** Checks the parts. */
        public Day {
            Objects.requireNonNull(day, "day");
        }
    }

    /** Checks and copies the parts. */
    public DeadlineExplanation {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(start, "start");
        days = List.copyOf(Objects.requireNonNull(days, "days"));
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(lateFrom, "lateFrom");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(policySource, "policySource");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(certainty, "certainty");
    }

    static DeadlineExplanation of(
            CaseNumber number,
            SlaTarget target,
            String row,
            ZonedDateTime start,
            SlaPolicy policy,
            WorkingCalendar calendar) {
        List<Day> days = new ArrayList<>();
        Optional<LocalDate> due = Optional.empty();
        Instant lateFrom;
        Certainty certainty = Certainty.SETTLED;
        if (target.limit() instanceof TimeLimit.Elapsed elapsed) {
            lateFrom = start.toInstant().plus(elapsed.duration());
        } else {
            LocalDate last = walk(target.limit(), start.toLocalDate(), calendar, days);
            due = Optional.of(last);
            lateFrom = SlaClock.lateFrom(last, start, target.due(), policy.zone());
            certainty = calendar.certainty(start.toLocalDate()).or(calendar.certainty(last));
        }
        return new DeadlineExplanation(
                number,
                target,
                start,
                days,
                due,
                lateFrom,
                row,
                policy.identity(),
                policy.source(),
                calendar.identity(),
                certainty);
    }

    /** The definition: walk day by day until enough are counted and, for calendar days, the last one is worked. */
    private static LocalDate walk(TimeLimit limit, LocalDate start, WorkingCalendar calendar, List<Day> days) {
        boolean workingDays = limit instanceof TimeLimit.WorkingDays;
        int wanted = limit instanceof TimeLimit.WorkingDays w ? w.days() : ((TimeLimit.CalendarDays) limit).days();
        LocalDate date = start;
        int counted = 0;
        while (counted < wanted || (!workingDays && !calendar.day(date).isWorking())) {
            date = date.plusDays(1);
            CalendarDay day = calendar.day(date);
            boolean counts = counted < wanted && (!workingDays || day.isWorking());
            counted += counts ? 1 : 0;
            days.add(new Day(day, counts ? counted : 0));
        }
        return date;
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
        text.append(target.limit()).append('\n');
        line(text, zh ? "起算" : "clock starts", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start));
        dueDate.ifPresent(d -> line(text, zh ? "截止日" : "due", weekday(d, language)));
        line(
                text,
                zh ? "超期始于" : "late from",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(lateFrom.atZone(start.getZone())));
        if (!days.isEmpty()) {
            line(text, weekday(start.toLocalDate(), language), zh ? "当日不计" : "the first day is not counted");
        }
        for (Day day : days) {
            line(text, weekday(day.day().date(), language), describe(day, language));
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
        if (day.counted() > 0) {
            return (zh ? "第 " + day.counted() + " 日：" : "day " + day.counted() + ": ") + reason;
        }
        return (zh ? "不计：" : "not counted: ") + reason;
    }

    private static String weekday(LocalDate date, Language language) {
        Locale locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return date + " " + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append("  ").append(value).append('\n');
    }
}
