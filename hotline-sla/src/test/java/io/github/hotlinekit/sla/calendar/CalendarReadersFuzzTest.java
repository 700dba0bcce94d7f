package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Any bytes give days or problems. Replays its inputs; fuzzes where JAZZER_FUZZ=1 is in the environment. */
@Tag("fuzz")
class CalendarReadersFuzzTest {

    private interface Reading {
        List<SpecialDay> read(InputStream in) throws IOException;
    }

    private static void daysOnceOrProblems(Reading reading, byte[] bytes) throws IOException {
        try {
            List<SpecialDay> days = reading.read(new ByteArrayInputStream(bytes));
            assertThat(days.stream().map(SpecialDay::date).distinct().count()).isEqualTo(days.size());
            WorkingCalendar.builder("a", "1")
                    .first(LocalDate.of(1900, 1, 1))
                    .last(LocalDate.of(2200, 12, 31))
                    .settledUntil(LocalDate.of(2200, 12, 31))
                    .days(days);
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = "200s")
    void any_bytes_are_an_arrangement_in_csv_or_problems(byte[] bytes) throws IOException {
        daysOnceOrProblems(in -> SpecialDay.readCsv("a.csv", in), bytes);
    }

    @FuzzTest(maxDuration = "200s")
    void any_bytes_are_a_feed_or_problems(byte[] bytes) throws IOException {
        daysOnceOrProblems(in -> HolidayFeed.read("a.ics", in), bytes);
    }

    @FuzzTest(maxDuration = "200s")
    void any_bytes_are_a_calendar_that_can_be_written_and_read_again_or_problems(byte[] bytes) throws IOException {
        CalendarDocument document;
        try {
            document = CalendarDocument.read("a.json", new ByteArrayInputStream(bytes));
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        StringWriter text = new StringWriter();
        document.write(text);
        StringWriter again = new StringWriter();
        CalendarDocument.read("b.json", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)))
                .write(again);
        assertThat(again).hasToString(text.toString());
    }
}
