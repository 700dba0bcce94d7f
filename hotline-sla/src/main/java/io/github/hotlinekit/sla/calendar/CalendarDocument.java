package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A whole calendar as a JSON document of the format {@value #FORMAT}, with the name that people know it by:
 *
 * <pre>{@code
 * {
 *   "format": "hotline-calendar/1",
 *   "id": "fuzhou", "version": "2026.1",
 *   "name": {"zh": "福州市工作日历", "en": "Working days of Fuzhou"},
 *   "week": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
 *   "first": "2026-01-01", "last": "2026-12-31", "settledUntil": "2026-12-28",
 *   "days": [
 *     {"date": "2026-02-17", "kind": "HOLIDAY", "name": {"zh": "春节", "en": "Spring Festival"}, "source": "…"}
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code week}, the days of the week that are worked where no day is named, is Monday to Friday if absent. {@code
 * en} and {@code source} may be absent, other properties only if they begin with {@code x-}.
 *
 * <p>What is likely to be a slip must be said twice to be meant. A {@code WORKDAY} on a day that the week works
 * anyway has {@code "insteadOf": "HOLIDAY"}: it takes back a holiday of others. A year that lies wholly in the range
 * and of which no day is named stands in {@code plainYears}, a list of texts such as {@code "2011"}.
 *
 * @param name what it is called
 * @param calendar the calendar
 */
public record CalendarDocument(Label name, WorkingCalendar calendar) {

    /** The format's name and version. */
    public static final String FORMAT = "hotline-calendar/1";
    /** The most characters of an id and of a version. */
    public static final int MAX_ID = 256;
    /** The most characters of a name. */
    public static final int MAX_NAME = 1_000;
    /** The most characters of a source. */
    public static final int MAX_SOURCE = 4_000;

    private static final String SCHEMA = "schema/hotline-calendar-1.schema.json";

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public CalendarDocument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(calendar, "calendar");
        CalendarWriter.requireText("name", name.zh(), MAX_NAME);
        CalendarWriter.requireText("name", name.en(), MAX_NAME);
    }

    /**
     * Reads a calendar.
     *
     * @param source the document's name, for problems
     * @param in its bytes, UTF-8; not closed
     * @return the document
     * @throws InvalidDocumentException with every problem, if there is one: what is malformed, a date twice or outside
     *     the range, bounds out of order, a make-up workday on a day that is worked anyway, a year without days
     * @throws IOException if {@code in} throws it
     */
    public static CalendarDocument read(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        CalendarDocument document = JsonPart.read(Utf8.reader(in), problems)
                .flatMap(CalendarReader::read)
                .orElse(null);
        problems.throwIfAny();
        return Objects.requireNonNull(document);
    }

    /**
     * Says what is wrong with a calendar, without loading it.
     *
     * @param source the document's name, for problems
     * @param in its bytes, UTF-8; not closed
     * @return every problem; empty if there is none
     * @throws IOException if {@code in} throws it
     */
    public static List<Problem> check(String source, InputStream in) throws IOException {
        try {
            read(source, in);
            return List.of();
        } catch (InvalidDocumentException e) {
            return e.problems();
        }
    }

    /**
     * Writes the calendar. Equal calendars give the same text, and reading the text an equal calendar.
     *
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IllegalArgumentException if a text of the calendar is blank or longer than the document may hold;
     *     nothing is written
     * @throws IOException if {@code out} throws it
     */
    public void write(Writer out) throws IOException {
        Objects.requireNonNull(out, "out");
        out.append(CalendarWriter.text(this));
    }

    /**
     * The JSON Schema (draft 2020-12) of the format. It allows what it does not know; the reader checks more than a
     * schema can say. In the jar it lies beside this class, in the folder {@code schema}.
     *
     * @return its text
     */
    public static String schema() {
        try (InputStream in = CalendarDocument.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(in, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCHEMA, e);
        }
    }
}
