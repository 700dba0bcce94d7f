package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.CsvTable;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A day that an arrangement names.
 *
 * @param date the day
 * @param kind what it is made
 * @param name the festival or occasion
 * @param source where that is published; empty if not said
 */
public record SpecialDay(LocalDate date, DayKind kind, Label name, String source) {

    /** The most rows of a document, and more than there are days in the years of calendars. */
    public static final int MAX_ROWS = 110_000;

    private static final List<String> REQUIRED = List.of("date", "kind", "name_zh");
    private static final List<String> OPTIONAL = List.of("name_en", "year_of_notice", "source");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the date is outside the years {@value WorkingCalendar#MIN_YEAR} to
     *     {@value WorkingCalendar#MAX_YEAR}
     */
    public SpecialDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        if (!WorkingCalendar.isInRange(date)) {
            throw new IllegalArgumentException("date must be in the years " + WorkingCalendar.MIN_YEAR + " to "
                    + WorkingCalendar.MAX_YEAR + ", but was " + date);
        }
    }

    /**
     * Reads an arrangement for a week of Monday to Friday: CSV in UTF-8 with the columns {@code date} (ISO 8601),
     * {@code kind} ({@code HOLIDAY}, {@code WORKDAY} or {@code INHERIT}) and {@code name_zh}, and perhaps {@code name_en}, {@code
     * year_of_notice} and {@code source}; at most {@value #MAX_ROWS} rows.
     *
     * <p>Each date may stand once. A {@code HOLIDAY} may fall on any day, as notices name whole spans; a {@code
     * WORKDAY} must fall on a day of rest. In each year from the first to the last some day must be named: a year
     * without any is a year that was forgotten.
     *
     * @param source the document's name, for problems
     * @param in its bytes; not closed
     * @return the days, in the order of the file
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public static List<SpecialDay> readCsv(String source, InputStream in) throws IOException {
        return readCsv(source, in, ArrangementReading.MONDAY_TO_FRIDAY);
    }

    /**
     * Reads an arrangement as {@link #readCsv(String, InputStream)} does, for another week.
     *
     * @param source the document's name, for problems
     * @param in its bytes; not closed
     * @param week the days of the week that are worked where no arrangement names them
     * @return the days, in the order of the file
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public static List<SpecialDay> readCsv(String source, InputStream in, Set<DayOfWeek> week) throws IOException {
        Problems problems = Problems.of(source);
        List<SpecialDay> days = read(in, ArrangementReading.of(week, problems));
        problems.throwIfAny();
        return days;
    }

    /**
     * Reads an overlay, which a province, a city or a unit lays over the arrangement of others: the same columns as
     * {@link #readCsv(String, InputStream)} has, but a {@code WORKDAY} may fall on any day, as it may take a
     * holiday back, and years may be left out.
     *
     * @param source the document's name, for problems
     * @param in its bytes; not closed
     * @return the days, in the order of the file
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public static List<SpecialDay> readOverlayCsv(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        List<SpecialDay> days = read(in, ArrangementReading.ofOverlay(problems));
        problems.throwIfAny();
        return days;
    }

    /**
     * Says what is wrong with an arrangement for a week of Monday to Friday, without loading it.
     *
     * @param source the document's name, for problems
     * @param in its bytes; not closed
     * @return every problem; empty if there is none
     * @throws IOException if {@code in} throws it
     */
    public static List<Problem> checkCsv(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        try {
            read(in, ArrangementReading.of(ArrangementReading.MONDAY_TO_FRIDAY, problems));
        } catch (InvalidDocumentException tooMany) {
            return tooMany.problems();
        }
        return problems.toList();
    }

    private static List<SpecialDay> read(InputStream in, ArrangementReading days) throws IOException {
        CsvTable table = CsvTable.read(Utf8.reader(in), REQUIRED, OPTIONAL, MAX_ROWS, days.problems());
        for (CsvTable.Row row : table.rows()) {
            Optional<LocalDate> date = date(row);
            Optional<DayKind> kind = kind(row);
            Optional<String> zh = row.required("name_zh");
            if (date.isPresent() && days.isFirst(date.get(), row.place("date")) && kind.isPresent() && zh.isPresent()) {
                String en = row.text("name_en");
                Label name = Label.of(zh.get(), en.isEmpty() ? zh.get() : en);
                days.add(new SpecialDay(date.get(), kind.get(), name, row.text("source")), row.place("date"));
            }
        }
        return days.finish();
    }

    private static Optional<LocalDate> date(CsvTable.Row row) {
        Optional<String> text = row.required("date");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text.get());
            if (WorkingCalendar.isInRange(date)) {
                return Optional.of(date);
            }
        } catch (DateTimeParseException notADate) {
            // falls through to the problem, as a date out of range does
        }
        row.problem(
                "date",
                "BAD_DATE",
                "a date such as 2026-02-14, in the years " + WorkingCalendar.MIN_YEAR + " to "
                        + WorkingCalendar.MAX_YEAR);
        return Optional.empty();
    }

    private static Optional<DayKind> kind(CsvTable.Row row) {
        Optional<String> text = row.required("kind");
        for (DayKind kind : DayKind.values()) {
            if (text.filter(kind.name()::equals).isPresent()) {
                return Optional.of(kind);
            }
        }
        if (text.isPresent()) {
            row.problem("kind", "UNKNOWN_VALUE", "HOLIDAY, WORKDAY or INHERIT");
        }
        return Optional.empty();
    }
}
