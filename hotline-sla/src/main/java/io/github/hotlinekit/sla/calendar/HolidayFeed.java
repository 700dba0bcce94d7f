package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/**
 * Reads the special days of an iCalendar feed (RFC 5545), as public holidays are published: all-day events. What a
 * feed says is taken exactly or refused: a property that would make other days of an event than those it names, such
 * as a recurrence, is a problem.
 *
 * <ul>
 *   <li>Each {@code VEVENT} has a {@code UID} of its own, {@code DTSTART;VALUE=DATE}, and a {@code SUMMARY}. It
 *       lasts to the day before {@code DTEND;VALUE=DATE}, or for a {@code DURATION} in days or weeks, or for one day;
 *       {@value #MAX_SPAN} days at most.
 *   <li>The summary is the name in both languages. Several, each with another {@code LANGUAGE}, give those that begin
 *       with {@code zh} and {@code en}; a language that is not there has the other's name.
 *   <li>The kind is that of {@code X-HOTLINE-KIND:HOLIDAY} or {@code X-HOTLINE-KIND:WORKDAY}. Without it a summary
 *       that ends with {@code （班）}, {@code (班)} or {@code (make-up workday)} is of a make-up workday; one that ends
 *       with {@code （休）} or {@code (休)}, or with none of these, of a holiday. The ending is not part of the name.
 *   <li>{@code URL} is the source.
 *   <li>Events of the same kind on the same date are one day with both names; of different kinds, a problem.
 *   <li>What says nothing of the days is skipped: {@code VTIMEZONE}, {@code VALARM}, all that begins with {@code X-},
 *       {@code CATEGORIES}, {@code DESCRIPTION} and other texts, stamps and people. Everything else is a problem:
 *       times of day, {@code RRULE}, {@code RDATE}, {@code EXDATE}, {@code RECURRENCE-ID}, events that are cancelled
 *       or tentative, and properties that are not known.
 * </ul>
 *
 * <p>Lines may end with CRLF or LF and be folded, also within a character. Limits: {@value #MAX_BYTES} bytes,
 * {@value #MAX_LINES} lines, {@value #MAX_LINE} bytes a line when unfolded, {@value SpecialDay#MAX_ROWS} events.
 */
public final class HolidayFeed {

    /** The most bytes of a feed. */
    public static final int MAX_BYTES = 16 << 20;
    /** The most lines of a feed, folded ones counted each. */
    public static final int MAX_LINES = 1_000_000;
    /** The most bytes of a line when unfolded. */
    public static final int MAX_LINE = 1 << 16;
    /** The most days of an event. */
    public static final int MAX_SPAN = 366;

    private HolidayFeed() {}

    /**
     * Reads an arrangement for a week of Monday to Friday: a make-up workday must fall on a day of rest, and no year
     * between the first and the last may be without a day.
     *
     * @param source the feed's name, for problems
     * @param in its bytes, UTF-8; not closed
     * @return the days, in the order of the feed, each once
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public static List<SpecialDay> read(String source, InputStream in) throws IOException {
        return read(source, in, ArrangementReading.MONDAY_TO_FRIDAY);
    }

    /**
     * Reads an arrangement as {@link #read(String, InputStream)} does, for another week.
     *
     * @param source the feed's name, for problems
     * @param in its bytes, UTF-8; not closed
     * @param week the days of the week that are worked where no arrangement names them
     * @return the days, in the order of the feed, each once
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public static List<SpecialDay> read(String source, InputStream in, Set<DayOfWeek> week) throws IOException {
        Problems problems = Problems.of(source);
        List<SpecialDay> days = new FeedReading(ArrangementReading.of(week, problems)).read(in);
        problems.throwIfAny();
        return days;
    }

    /**
     * Reads an overlay, which may take holidays of others back and leave years out.
     *
     * @param source the feed's name, for problems
     * @param in its bytes, UTF-8; not closed
     * @return the days, in the order of the feed, each once
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public static List<SpecialDay> readOverlay(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        List<SpecialDay> days = new FeedReading(ArrangementReading.ofOverlay(problems)).read(in);
        problems.throwIfAny();
        return days;
    }

    /**
     * Says what is wrong with an arrangement for a week of Monday to Friday, without loading it.
     *
     * @param source the feed's name, for problems
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
}
