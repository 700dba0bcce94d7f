package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.Attribution;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
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

    /** Some, and that each was judged that must be. */
    private static Set<Trait> traits(Random random) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(some(random, Trait.values()));
        for (Trait trait : Trait.values()) {
            if (traits.contains(trait)) {
                trait.judgement().ifPresent(traits::add);
            }
        }
        return traits;
    }

    /** A random outcome. */
    static CaseOutcome outcome(Random random) {
        CaseState state = any(random, CaseState.values());
        return CaseOutcome.builder()
                .kind(any(random, CaseKind.values()))
                .state(state)
                .ending(
                        state == CaseState.ENDED || (state == CaseState.ARCHIVED && random.nextBoolean())
                                ? Optional.of(any(random, Ending.values()))
                                : Optional.empty())
                .answeredAtDesk(random.nextInt(4) == 0)
                .complete(any(random, Verdict.values()))
                .signFor(any(random, Verdict.values()))
                .firstContact(any(random, Verdict.values()))
                .promise(any(random, Verdict.values()))
                .callback(any(random, CallbackOutcome.values()))
                .resolution(maybe(random, any(random, Resolution.values())))
                .satisfaction(maybe(random, any(random, Satisfaction.values())))
                .traits(traits(random))
                .recorded(random.nextBoolean() ? Set.of(Step.values()) : Set.copyOf(some(random, Step.values())))
                .build();
    }

    /** A random fact over small sets. */
    public static CaseFact fact(Random random) {
        CaseOutcome outcome = outcome(random);
        Instant received = Instant.ofEpochSecond(1_400_000_000L + random.nextInt(200 * 86_400));
        CaseFact.Builder fact = CaseFact.builder()
                .number(CaseNumber.of("N" + random.nextInt(1_000_000)))
                .revision(random.nextInt(30))
                .received(received)
                .channel(any(random, Channel.values()))
                .priority(any(random, Priority.values()))
                .requesterType(any(random, RequesterType.values()))
                .assisting(some(random, DepartmentCode.of("D0"), DepartmentCode.of("D1"), DepartmentCode.of("D7")))
                .outcome(outcome);
        maybe(random, CategoryCode.of("0" + (1 + random.nextInt(3)) + ".0" + (1 + random.nextInt(3))))
                .ifPresent(fact::category);
        maybe(random, AreaCode.of("35058100" + random.nextInt(5))).ifPresent(fact::area);
        maybe(random, DepartmentCode.of("D" + random.nextInt(4))).ifPresent(fact::lead);
        maybe(random, any(random, Attribution.values())).ifPresent(fact::attribution);
        maybe(random, "公司" + random.nextInt(3)).ifPresent(fact::respondent);
        maybe(random, later(random, received)).ifPresent(fact::due);
        maybe(random, later(random, received)).ifPresent(fact::completed);
        maybe(random, later(random, received)).ifPresent(fact::calledBack);
        for (Phase phase : Phase.values()) {
            int minutes = random.nextInt(random.nextBoolean() ? 200 : 20_000);
            switch (random.nextInt(3)) {
                case 0 -> fact.took(phase, minutes);
                case 1 -> fact.running(phase, minutes);
                default -> {
                    // It is not measured.
                }
            }
        }
        return fact.build();
    }

    private static Instant later(Random random, Instant received) {
        return received.plusSeconds(random.nextInt(60 * 86_400));
    }

    @SafeVarargs
    private static <T> Set<T> some(Random random, T... values) {
        Set<T> some = new HashSet<>();
        for (T value : values) {
            if (random.nextInt(3) == 0) {
                some.add(value);
            }
        }
        return some;
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(value);
    }
}
