package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Facts drawn from a seed: a year of a province with 300 departments. */
@SuppressWarnings("EnumOrdinal") // places in arrays that live no longer than the program
final class LedgerFacts {

    private static final int DEPARTMENTS = 300;
    private static final int CATEGORIES = 300;
    private static final int AREAS = 100;
    private static final int OUTCOMES = 400;
    private static final long START = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
    private static final int YEAR = 365 * 86_400;

    private LedgerFacts() {}

    static CaseFact[] draw(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DepartmentCode> departments = new ArrayList<>();
        for (int i = 0; i < DEPARTMENTS; i++) {
            departments.add(DepartmentCode.of("D" + (1_000 + i)));
        }
        List<CategoryCode> categories = new ArrayList<>();
        for (int i = 0; i < CATEGORIES; i++) {
            categories.add(CategoryCode.of(String.format("%02d.%02d", 1 + i / 20, 1 + i % 20)));
        }
        List<AreaCode> areas = new ArrayList<>();
        for (int i = 0; i < AREAS; i++) {
            areas.add(AreaCode.of("350581" + (100 + i)));
        }
        List<CaseOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < OUTCOMES; i++) {
            outcomes.add(outcome(random));
        }
        CaseFact[] facts = new CaseFact[count];
        for (int i = 0; i < count; i++) {
            CaseOutcome outcome = outcomes.get(random.nextInt(OUTCOMES));
            int minutes = (int) Math.exp(3 + 7 * random.nextDouble());
            long received = START + random.nextInt(YEAR);
            CaseFact.Builder fact = CaseFact.builder()
                    .number(CaseNumber.of("2025" + i))
                    .received(Instant.ofEpochSecond(received))
                    .channel(Channel.PHONE)
                    .category(categories.get(random.nextInt(CATEGORIES)))
                    .area(areas.get(random.nextInt(AREAS)))
                    .lead(departments.get(random.nextInt(DEPARTMENTS)))
                    .outcome(outcome);
            if (outcome.state() == CaseState.CLOSED) {
                fact.took(Phase.TO_COMPLETION, minutes).completed(Instant.ofEpochSecond(received + 60L * minutes));
            } else {
                fact.running(Phase.TO_COMPLETION, minutes);
            }
            facts[i] = fact.build();
        }
        return facts;
    }

    private static CaseOutcome outcome(SplittableRandom random) {
        boolean closed = random.nextInt(10) > 0;
        boolean asked = closed && random.nextInt(10) < 8;
        boolean answered = asked && random.nextInt(10) < 8;
        return CaseOutcome.builder()
                .kind(CaseKind.values()[random.nextInt(CaseKind.values().length)])
                .state(closed ? CaseState.CLOSED : CaseState.HANDLING)
                .complete(closed ? random.nextInt(10) < 9 ? Verdict.ON_TIME : Verdict.LATE : Verdict.PENDING)
                .signFor(Verdict.ON_TIME)
                .callback(
                        answered
                                ? CallbackOutcome.ANSWERED
                                : asked ? CallbackOutcome.UNREACHABLE : CallbackOutcome.NOT_ASKED)
                .resolution(answered ? Optional.of(Resolution.values()[random.nextInt(4)]) : Optional.empty())
                .satisfaction(
                        answered && random.nextInt(5) > 0
                                ? Optional.of(Satisfaction.values()[random.nextInt(5)])
                                : Optional.empty())
                .traits(Set.of(Trait.DISPATCHED))
                .build();
    }
}
