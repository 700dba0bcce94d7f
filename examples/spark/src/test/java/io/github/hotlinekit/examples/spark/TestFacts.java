package io.github.hotlinekit.examples.spark;

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
import io.github.hotlinekit.stats.metric.CallbackOutcome;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.Trait;
import io.github.hotlinekit.stats.metric.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Random facts in which every column takes every value, and may be absent where it may. */
final class TestFacts {

    private TestFacts() {}

    static List<CaseFact> facts(int count, long seed) {
        Random random = new Random(seed);
        List<CaseFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(fact("工单-" + i, random.nextInt(5), random));
        }
        return facts;
    }

    /** Some, and that each was judged that must be. */
    private static Set<Trait> traits(Random random) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(some(random, List.of(Trait.values())));
        addJudged(traits, Trait.REPEATED, Trait.REPEATED_JUDGED);
        addJudged(traits, Trait.RAISED_AGAIN, Trait.RAISED_AGAIN_JUDGED);
        addJudged(traits, Trait.CHRONIC, Trait.CHRONIC_JUDGED);
        return traits;
    }

    private static void addJudged(Set<Trait> traits, Trait trait, Trait judgement) {
        if (traits.contains(trait)) {
            traits.add(judgement);
        }
    }

    static CaseFact fact(String number, int revision, Random random) {
        CaseState state = any(random, CaseState.values());
        CaseOutcome.Builder outcome = CaseOutcome.builder()
                .kind(any(random, CaseKind.values()))
                .state(state)
                .answeredAtDesk(random.nextBoolean())
                .complete(any(random, Verdict.values()))
                .signFor(any(random, Verdict.values()))
                .firstContact(any(random, Verdict.values()))
                .promise(any(random, Verdict.values()))
                .callback(any(random, CallbackOutcome.values()))
                .traits(traits(random))
                .recorded(some(random, List.of(Step.values())));
        if (state == CaseState.ENDED || (state == CaseState.ARCHIVED && random.nextBoolean())) {
            outcome.ending(any(random, Ending.values()));
        }
        if (random.nextBoolean()) {
            outcome.resolution(any(random, Resolution.values()));
        }
        if (random.nextBoolean()) {
            outcome.satisfaction(any(random, Satisfaction.values()));
        }
        Instant received = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100 * 86_400));
        CaseFact.Builder fact = CaseFact.builder()
                .number(CaseNumber.of(number))
                .revision(revision)
                .received(received)
                .channel(any(random, Channel.values()))
                .priority(any(random, Priority.values()))
                .requesterType(any(random, RequesterType.values()))
                .assisting(some(
                        random, List.of(DepartmentCode.of("D1"), DepartmentCode.of("D2"), DepartmentCode.of("D3"))))
                .outcome(outcome.build());
        if (random.nextBoolean()) {
            // A code that a reader who infers types takes for a date, and one that it takes for a number.
            fact.category(CategoryCode.of("0" + (1 + random.nextInt(9)) + ".05.06"))
                    .area(AreaCode.of("0350581" + random.nextInt(3)))
                    .lead(DepartmentCode.of("D" + random.nextInt(5)))
                    .respondent("公司 \"" + random.nextInt(3) + "\"\n")
                    .attribution(any(random, Attribution.values()));
        }
        if (random.nextBoolean()) {
            fact.due(received.plusSeconds(random.nextInt(1_000_000)))
                    .completed(received.plusSeconds(random.nextInt(1_000_000)))
                    .calledBack(received.plusSeconds(random.nextInt(1_000_000)));
        }
        for (Phase phase : Phase.values()) {
            switch (random.nextInt(3)) {
                case 0 -> fact.took(phase, random.nextInt(50_000));
                case 1 -> fact.running(phase, random.nextInt(50_000));
                default -> {
                    // It is not measured.
                }
            }
        }
        return fact.build();
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Set<T> some(Random random, List<T> values) {
        return values.stream().filter(v -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }
}
