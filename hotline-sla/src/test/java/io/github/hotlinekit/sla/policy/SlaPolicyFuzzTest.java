package io.github.hotlinekit.sla.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Any bytes give a whole policy or problems. Replays its inputs; fuzzes where JAZZER_FUZZ=1 is in the environment. */
@Tag("fuzz")
class SlaPolicyFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void any_bytes_give_a_whole_policy_or_problems(byte[] bytes) throws IOException {
        PolicyDocuments.assertAllOrNothing(bytes);
    }
}
