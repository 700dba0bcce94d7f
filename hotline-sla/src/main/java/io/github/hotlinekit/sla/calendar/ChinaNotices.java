package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.CsvTable;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** China's national arrangements, notice by notice. */
final class ChinaNotices {
    private static final int FIRST_YEAR = 2004;
    private static final int MONTH_ONLY = "2026-01".length();
    private static final int DECEMBER = 12;
    /** A coming notice may reach back to the 29th, as that of 2019 did. */
    private static final int LAST_SETTLED = 28;

    /** What a later notice changed is in no row of the holidays, as each day is there once. */
    private static final List<SpecialDay> SUPERSEDED = days("china-superseded-days.csv");

    private static final List<SpecialDay> DAYS = days("china-public-holidays.csv");
    private static final List<Notice> NOTICES = notices("china-holiday-notices.csv");

    static final WorkingCalendar LATEST = calendar(notice -> true);

    private ChinaNotices() {}

    /** A notice: published on the day or, of a month, by its last day; if it is not recorded, long ago. */
    private record Notice(int year, int number, LocalDate published, String address) {
        boolean names(SpecialDay day) {
            return day.source().equals(address) || day.source().startsWith(address + " ");
        }

        String version() {
            return number == 1 ? String.valueOf(year) : year + "." + number;
        }
    }

    static WorkingCalendar asKnownOn(LocalDate date) {
        LocalDate since = NOTICES.stream()
                .map(Notice::published)
                .filter(published -> !published.equals(LocalDate.MIN))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (date.isBefore(since)) {
            throw new DateTimeException("what was known is recorded from " + since + " on, but the date was " + date);
        }
        return calendar(notice -> !notice.published().isAfter(date));
    }

    private static WorkingCalendar calendar(Predicate<Notice> isOut) {
        List<Notice> out = NOTICES.stream().filter(isOut).toList();
        Notice latest = out.get(out.size() - 1);
        Predicate<SpecialDay> isNamed = day -> out.stream().anyMatch(notice -> notice.names(day));
        List<SpecialDay> days = new ArrayList<>(DAYS.stream().filter(isNamed).toList());
        Set<LocalDate> named = new HashSet<>();
        days.forEach(day -> named.add(day.date()));
        SUPERSEDED.stream()
                .filter(isNamed)
                .filter(day -> !named.contains(day.date()))
                .forEach(days::add);
        return WorkingCalendar.builder("china", latest.version())
                .first(LocalDate.of(FIRST_YEAR, 1, 1))
                .last(LocalDate.of(latest.year(), DECEMBER, 31))
                .settledUntil(LocalDate.of(latest.year(), DECEMBER, LAST_SETTLED))
                .days(days)
                .build();
    }

    private static List<SpecialDay> days(String name) {
        try (InputStream in = open(name)) {
            return SpecialDay.readCsv(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Notice> notices(String name) {
        Problems problems = Problems.of(name);
        try (InputStream in = open(name)) {
            CsvTable table = CsvTable.read(
                    Utf8.reader(in),
                    List.of("year_of_notice", "seq", "published", "document_number", "source"),
                    List.of("corroborating_source", "effect"),
                    problems);
            problems.throwIfAny();
            return table.rows().stream()
                    .map(row -> new Notice(
                            Integer.parseInt(row.text("year_of_notice")),
                            Integer.parseInt(row.text("seq")),
                            published(row.text("published")),
                            row.text("source")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate published(String text) {
        if (text.isEmpty()) {
            return LocalDate.MIN;
        }
        return text.length() == MONTH_ONLY ? YearMonth.parse(text).atEndOfMonth() : LocalDate.parse(text);
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream(name), name);
    }
}
