package io.github.hotlinekit.core.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;

/** Any bytes give rules or problems. Replays its inputs; fuzzes where JAZZER_FUZZ=1 is in the environment. */
@Tag("fuzz")
class RoutingDmnFuzzTest {

    private static RuleSet read(byte[] document) throws IOException {
        return RoutingDmn.read(
                "rules.dmn",
                new ByteArrayInputStream(document),
                RoutingArbitraries.taxonomy(),
                RoutingArbitraries.directory());
    }

    private static String written(RuleSet rules, LocalDate day) throws IOException {
        StringWriter out = new StringWriter();
        assertThat(RoutingDmn.write(rules, day, RoutingArbitraries.taxonomy(), out))
                .isEmpty();
        return out.toString();
    }

    @FuzzTest(maxDuration = "100s")
    void any_bytes_are_tables_that_can_be_written_and_read_again_or_problems(byte[] bytes) throws IOException {
        RuleSet rules;
        try {
            rules = read(bytes);
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        LocalDate day = rules.effective()
                .from()
                .orElseGet(() -> rules.effective()
                        .toExclusive()
                        .orElse(LocalDate.of(2026, 1, 1))
                        .minusDays(1));
        String text = written(rules, day);
        assertThat(written(read(text.getBytes(StandardCharsets.UTF_8)), day)).isEqualTo(text);
    }
}
