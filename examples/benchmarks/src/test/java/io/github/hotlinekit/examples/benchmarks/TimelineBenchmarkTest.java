package io.github.hotlinekit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.json.ReadOptions;
import io.github.hotlinekit.core.json.TimelineReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both sides of the comparison read the same events, and all of each. */
class TimelineBenchmarkTest {

    @Test
    void the_sdk_reads_the_lives_that_were_written() throws Exception {
        TimelineBenchmark benchmark = new TimelineBenchmark();
        benchmark.setUp();
        List<Case> read = new ArrayList<>();
        TimelineReader.of(ReadOptions.of("test")).forEachCase(new StringReader(benchmark.text()), read::add);
        assertThat(read).hasSize(50);
        assertThat(read.get(7)).isEqualTo(Lives.ofTwenty(7));
    }

    @Test
    void plain_records_have_every_property_of_the_events() throws Exception {
        TimelineBenchmark benchmark = new TimelineBenchmark();
        benchmark.setUp();
        JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        // An unknown property would be refused.
        try (MappingIterator<PlainEvent> events =
                mapper.readerFor(PlainEvent.class).readValues(benchmark.text())) {
            assertThat(events.readAll()).hasSize(1_000);
        }
    }
}
