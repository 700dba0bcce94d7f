package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Any bytes give events or problems. Replays its inputs; fuzzes where JAZZER_FUZZ=1 is in the environment. */
@Tag("fuzz")
class TimelineReaderFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void any_bytes_give_events_or_problems(byte[] bytes) throws IOException {
        List<CaseEvent> read = new ArrayList<>();
        ReadOptions options = Texts.OPTIONS.carryingUnknownEvents();
        try {
            TimelineReader.of(options)
                    .forEachEvent(Utf8.reader(new ByteArrayInputStream(bytes)), (n, e) -> read.add(e));
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
        }
        for (CaseEvent event : read) {
            assertThat(Texts.events(Texts.line(event), options)).containsExactly(event);
        }
    }
}
