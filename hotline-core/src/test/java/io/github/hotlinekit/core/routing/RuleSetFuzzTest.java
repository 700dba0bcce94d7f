package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** Any bytes give rules or problems. Replays its inputs; fuzzes where JAZZER_FUZZ=1 is in the environment. */
@Tag("fuzz")
class RuleSetFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void any_bytes_give_a_rule_set_or_problems(byte[] bytes) throws IOException {
        RuleSet rules;
        try {
            rules = RuleSet.read(
                    Documents.SOURCE,
                    new ByteArrayInputStream(bytes),
                    RoutingArbitraries.taxonomy(),
                    RoutingArbitraries.directory(),
                    name -> Optional.of(Documents.in("rule,lead\nT1,A\n")));
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        assertThat(Documents.read(Documents.write(rules))).isEqualTo(rules);
    }

    @FuzzTest(maxDuration = "60s")
    void any_bytes_give_a_table_or_problems(byte[] bytes) {
        RuleSet.Section section;
        try {
            section = Documents.readTable(bytes, SectionPolicy.MOST_SPECIFIC);
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        String text = Documents.writeTable(section);
        assertThat(Documents.readTable(text.getBytes(StandardCharsets.UTF_8), section.policy()))
                .isEqualTo(section);
    }
}
