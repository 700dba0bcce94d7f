package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.report.ReportKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as they are written on a command line. */
final class Periods {

    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");

    private Periods() {}

    /** What a period of a kind looks like. */
    static String expected(ReportKind kind) {
        return switch (kind) {
            case WEEKLY -> "a week such as 2015-W23, or a day in it such as 2015-06-01";
            case MONTHLY -> "a month such as 2015-06, or a day in it such as 2015-06-01";
            case QUARTERLY -> "a quarter such as 2015-Q2, or a day in it such as 2015-06-01";
            case ANNUAL -> "a year such as 2015, or a day in it such as 2015-06-01";
            case SPECIAL -> "a first and a last day such as 2015-03-01/2015-04-30";
        };
    }

    /** The days of a text; empty if it is no period of the kind. */
    static Optional<Window> parse(ReportKind kind, String text) {
        try {
            Optional<PeriodUnit> unit = kind.unit();
            if (unit.isEmpty()) {
                int slash = text.indexOf('/');
                LocalDate first = day(text.substring(0, Math.max(0, slash)));
                return Optional.of(
                                Window.of(first, day(text.substring(slash + 1)).plusDays(1)))
                        .filter(w -> w.days() > 0);
            }
            Optional<LocalDate> first = first(unit.get(), text);
            return Optional.of(Window.of(unit.get(), first.isPresent() ? first.get() : day(text)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> first(PeriodUnit unit, String text) {
        Optional<LocalDate> day = switch (unit) {
            case ISO_WEEK ->
                matched(WEEK, text)
                        .map(m ->
                                LocalDate.of(number(m, 1), 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(m, 2)));
            case MONTH -> matched(MONTH, text).map(m -> LocalDate.of(number(m, 1), number(m, 2), 1));
            case QUARTER -> matched(QUARTER, text).map(m -> LocalDate.of(number(m, 1), 3 * number(m, 2) - 2, 1));
            case YEAR -> matched(YEAR, text).map(m -> LocalDate.of(number(m, 1), 1, 1));
            case DAY -> Optional.empty();
        };
        day.filter(d -> !unit.keyOf(d).equals(text)).ifPresent(d -> {
            throw new DateTimeException("no such period: " + text);
        });
        return day;
    }

    private static Optional<Matcher> matched(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static LocalDate day(String text) throws DateTimeParseException {
        return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    /** The last period of a kind that is over on a day. */
    static Window lastBefore(PeriodUnit unit, LocalDate today) {
        Window window = Window.of(unit, today);
        return Window.of(unit, window.from().minusDays(1));
    }
}
