package io.github.hotlinekit.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.metric.FactFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Compares what came of parts with what a single process finds in all facts. */
final class Qualities {

    private Qualities() {}

    static void assertSame(PartQuality parts, DataQuality single) {
        assertThat(parts.facts()).isEqualTo(single.facts());
        assertThat(parts.faulty()).isEqualTo(single.faulty());
        for (FactFault fault : FactFault.values()) {
            assertThat(parts.count(fault)).as(fault.name()).isEqualTo(single.count(fault));
            assertThat(parts.examples(fault)).as(fault.name()).isEqualTo(numbers(single, fault));
        }
    }

    /** The document tells all that was found, and names what nobody looked for. */
    static void assertTold(Path json, DataQuality single, FactFault... notLookedFor) {
        JsonNode told = read(json);
        assertThat(told.get("format").asText()).isEqualTo("hotline-quality/1");
        assertThat(told.get("checked").asLong()).isEqualTo(single.facts());
        assertThat(told.get("faulty").asLong()).isEqualTo(single.faulty());
        for (JsonNode fault : told.get("faults")) {
            FactFault of = List.of(FactFault.values()).stream()
                    .filter(f -> f.code().equals(fault.get("code").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(fault.at("/name/zh").asText()).isEqualTo(of.label().zh());
            assertThat(fault.at("/name/en").asText()).isEqualTo(of.label().en());
            assertThat(fault.get("count").asLong()).as(of.name()).isEqualTo(single.count(of));
            assertThat(fault.get("examples")).extracting(JsonNode::asText).isEqualTo(numbers(single, of));
        }
        assertThat(told.get("notLookedFor"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        List.of(notLookedFor).stream().map(FactFault::code).toArray(String[]::new));
        assertThat(told.get("faults")).hasSize(FactFault.values().length - notLookedFor.length);
    }

    private static List<String> numbers(DataQuality single, FactFault fault) {
        return single.examples(fault).stream().map(number -> number.value()).toList();
    }

    static JsonNode read(Path json) {
        try {
            return new ObjectMapper().readTree(json.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
