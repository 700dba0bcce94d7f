package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random facts over small sets, so that cells and reasons meet often. */
public final class Facts {

    private Facts() {}

    /** A random fact. */
    public static Arbitrary<CaseFact> facts() {
        return Arbitraries.randoms().map(Facts::fact);
    }

    private static CaseFact fact(Random random) {
        CaseState state = any(random, CaseState.values());
        return CaseFact.builder()
                .number(CaseNumber.of("N" + random.nextInt(1_000_000)))
                .kind(any(random, CaseKind.values()))
                .channel(any(random, Channel.values()))
                .category(
                        maybe(random, CategoryCode.of("0" + (1 + random.nextInt(3)) + ".0" + (1 + random.nextInt(3)))))
                .area(maybe(random, AreaCode.of("35058100" + random.nextInt(5))))
                .lead(maybe(random, DepartmentCode.of("D" + random.nextInt(4))))
                .received(Instant.ofEpochSecond(1_400_000_000L + random.nextInt(200 * 86_400)))
                .state(state)
                .ending(
                        state == CaseState.ENDED || (state == CaseState.ARCHIVED && random.nextBoolean())
                                ? Optional.of(any(random, Ending.values()))
                                : Optional.empty())
                .answeredAtDesk(random.nextInt(4) == 0)
                .complete(any(random, Verdict.values()))
                .signFor(any(random, Verdict.values()))
                .promise(any(random, Verdict.values()))
                .callback(any(random, CallbackOutcome.values()))
                .resolution(maybe(random, any(random, Resolution.values())))
                .satisfaction(maybe(random, any(random, Satisfaction.values())))
                .reopenings(random.nextInt(2))
                .addAllRecorded(random.nextBoolean() ? Set.of(Step.values()) : Set.of())
                .build();
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(value);
    }
}
