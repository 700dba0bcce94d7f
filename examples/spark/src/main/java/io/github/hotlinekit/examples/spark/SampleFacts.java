package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.core.cases.Attribution;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Made-up facts for trials: the fact of a place in the row depends on the seed and the place only, so that many tasks can
 * make them. They are of one year, 300 departments and 7 kinds, with skew; their figures are no city's.
 */
final class SampleFacts {

    private static final Instant FIRST = Instant.parse("2025-12-31T16:00:00Z");
    private static final int SECONDS_A_YEAR = 365 * 86_400;
    private static final int DEPARTMENTS = 300;
    private static final CaseKind[] KINDS = CaseKind.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final RequesterType[] REQUESTERS = RequesterType.values();
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();
    private static final Satisfaction[] GRADES = Satisfaction.values();
    private static final Resolution[] RESOLUTIONS = Resolution.values();

    // One object a code, as of a city's directory and taxonomy: facts share them.
    private static final List<DepartmentCode> LEADS = IntStream.rangeClosed(1_000, 1_000 + DEPARTMENTS)
            .mapToObj(number -> DepartmentCode.of("D" + number))
            .toList();
    private static final List<AreaCode> AREAS = IntStream.range(10_000, 10_000 + 120)
            .mapToObj(number -> AreaCode.of("3505810" + number))
            .toList();
    private static final int GROUPS = 12;
    private static final int SUBGROUPS = 7;
    private static final int SUBJECTS = 5;
    private static final List<CategoryCode> CATEGORIES = IntStream.range(0, GROUPS * SUBGROUPS * SUBJECTS)
            .mapToObj(at -> CategoryCode.of(two(1 + at / (SUBGROUPS * SUBJECTS)) + "."
                    + two(1 + at / SUBJECTS % SUBGROUPS) + "." + two(1 + at % SUBJECTS)))
            .toList();

    private final long seed;

    SampleFacts(long seed) {
        this.seed = seed;
    }

    /** The fact of a place, as it stood when it was last changed. */
    CaseFact fact(long place) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + place);
        boolean done = random.nextInt(10) < 9;
        return fact(place, random.nextInt(3, 20), done, random);
    }

    /** The fact of a place soon after its receipt: of a lower revision than {@link #fact(long)}, and open. */
    CaseFact early(long place) {
        return fact(place, 1, false, new SplittableRandom(seed * 0x9E3779B97F4A7C15L + place + 1));
    }

    private static CaseFact fact(long place, int revision, boolean done, SplittableRandom random) {
        // Two draws multiplied: some departments have many cases and many have few.
        int department = random.nextInt(1, DEPARTMENTS + 1) * random.nextInt(1, DEPARTMENTS + 1) / (DEPARTMENTS + 1);
        int group = random.nextInt(GROUPS);
        Instant received = FIRST.plusSeconds(random.nextInt(SECONDS_A_YEAR));
        int minutes = (int) Math.min(200_000, 30 / (1.0 - random.nextDouble() * 0.9998));
        boolean late = random.nextInt(20) == 0;
        CaseFact.Builder fact = CaseFact.builder()
                .number(CaseNumber.of("20260" + (1_000_000_000L + place)))
                .revision(revision)
                .received(received)
                .due(received.plusSeconds(5 * 86_400))
                .channel(CHANNELS[random.nextInt(CHANNELS.length)])
                .priority(random.nextInt(10) == 0 ? Priority.URGENT : Priority.NORMAL)
                .requesterType(REQUESTERS[random.nextInt(REQUESTERS.length)])
                .category(CATEGORIES.get(
                        (group * SUBGROUPS + random.nextInt(SUBGROUPS)) * SUBJECTS + random.nextInt(SUBJECTS)))
                .area(AREAS.get(random.nextInt(AREAS.size())))
                .lead(LEADS.get(department))
                .assisting(random.nextInt(20) == 0 ? List.of(LEADS.get(1)) : List.of())
                .outcome(outcome(done, late, random));
        if (random.nextInt(10) == 0) {
            fact.attribution(ATTRIBUTIONS[random.nextInt(ATTRIBUTIONS.length)]);
        }
        if (done) {
            fact.completed(received.plusSeconds(minutes * 60L))
                    .took(Phase.TO_SIGN_FOR, 1 + minutes / 50)
                    .took(Phase.TO_COMPLETION, minutes);
        } else {
            fact.running(Phase.TO_COMPLETION, minutes);
        }
        return fact.build();
    }

    private static CaseOutcome outcome(boolean done, boolean late, SplittableRandom random) {
        CaseOutcome.Builder outcome = CaseOutcome.builder()
                .kind(KINDS[Math.min(random.nextInt(KINDS.length), random.nextInt(KINDS.length))])
                .state(done ? CaseState.CLOSED : CaseState.HANDLING)
                .complete(done ? (late ? Verdict.LATE : Verdict.ON_TIME) : (late ? Verdict.LATE : Verdict.PENDING))
                .signFor(late ? Verdict.LATE : Verdict.ON_TIME);
        Set<Trait> traits = EnumSet.of(Trait.DISPATCHED);
        if (random.nextInt(15) == 0) {
            traits.add(Trait.RETURNED);
        }
        if (random.nextInt(25) == 0) {
            traits.add(Trait.REOPENED);
        }
        outcome.traits(traits);
        if (done && random.nextInt(4) > 0) {
            outcome.callback(CallbackOutcome.ANSWERED)
                    .satisfaction(GRADES[Math.min(random.nextInt(GRADES.length), random.nextInt(GRADES.length))])
                    .resolution(RESOLUTIONS[
                            Math.min(random.nextInt(RESOLUTIONS.length), random.nextInt(RESOLUTIONS.length))]);
        }
        return outcome.build();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
