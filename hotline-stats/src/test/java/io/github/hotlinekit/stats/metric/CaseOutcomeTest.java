package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An outcome in its 64 bits. */
class CaseOutcomeTest {

    private static final CaseOutcome FIRST_OF_ALL = CaseOutcome.builder()
            .kind(CaseKind.CONSULTATION)
            .state(CaseState.REGISTERED)
            .callback(CallbackOutcome.NOT_RECORDED)
            .recorded(Set.of())
            .build();

    private static final CaseOutcome LAST_OF_ALL = CaseOutcome.builder()
            .kind(last(CaseKind.values()))
            .state(last(CaseState.values()))
            .ending(last(Ending.values()))
            .answeredAtDesk(true)
            .complete(last(Verdict.values()))
            .signFor(last(Verdict.values()))
            .firstContact(last(Verdict.values()))
            .promise(last(Verdict.values()))
            .callback(last(CallbackOutcome.values()))
            .resolution(last(Resolution.values()))
            .satisfaction(last(Satisfaction.values()))
            .traits(EnumSet.allOf(Trait.class))
            .recorded(EnumSet.allOf(Step.class))
            .build();

    /** How to give an outcome one part of another. */
    private static final List<BinaryOperator<CaseOutcome>> PARTS = List.of(
            (o, other) -> o.withKind(other.kind()),
            CaseOutcomeTest::withStateOf,
            (o, other) -> o.withAnsweredAtDesk(other.answeredAtDesk()),
            (o, other) -> o.withComplete(other.complete()),
            (o, other) -> o.withSignFor(other.signFor()),
            (o, other) -> o.withFirstContact(other.firstContact()),
            (o, other) -> o.withPromise(other.promise()),
            (o, other) -> o.withCallback(other.callback()),
            (o, other) -> o.withResolution(other.resolution()),
            (o, other) -> o.withSatisfaction(other.satisfaction()),
            (o, other) -> o.withTraits(other.traits()),
            (o, other) -> o.withRecorded(other.recorded()));

    private static <E> E last(E[] values) {
        return values[values.length - 1];
    }

    /** State and ending go together, and neither is changed without the other. */
    private static CaseOutcome withStateOf(CaseOutcome outcome, CaseOutcome other) {
        return CaseOutcome.builder()
                .from(outcome)
                .state(other.state())
                .ending(other.ending())
                .build();
    }

    private static CaseOutcome in(CaseOutcome outcome, CaseState state, Optional<Ending> ending) {
        return CaseOutcome.builder().from(outcome).state(state).ending(ending).build();
    }

    private static <E> List<Optional<E>> orNone(E[] values) {
        return Stream.concat(Stream.of(Optional.<E>empty()), Stream.of(values).map(Optional::of))
                .toList();
    }

    /** An outcome with every value of every part that it may have, one at a time. */
    private static List<CaseOutcome> changedInOne(CaseOutcome outcome) {
        List<CaseOutcome> changed = new ArrayList<>();
        for (CaseKind kind : CaseKind.values()) {
            changed.add(outcome.withKind(kind));
        }
        for (CaseState state : CaseState.values()) {
            if (state != CaseState.ENDED) {
                changed.add(in(outcome, state, Optional.empty()));
            }
        }
        for (Ending ending : Ending.values()) {
            changed.add(in(outcome, CaseState.ENDED, Optional.of(ending)));
            changed.add(in(outcome, CaseState.ARCHIVED, Optional.of(ending)));
        }
        changed.add(outcome.withAnsweredAtDesk(!outcome.answeredAtDesk()));
        for (Verdict verdict : Verdict.values()) {
            changed.add(outcome.withComplete(verdict));
            changed.add(outcome.withSignFor(verdict));
            changed.add(outcome.withFirstContact(verdict));
            changed.add(outcome.withPromise(verdict));
        }
        for (CallbackOutcome callback : CallbackOutcome.values()) {
            changed.add(outcome.withCallback(callback));
        }
        orNone(Resolution.values()).forEach(r -> changed.add(outcome.withResolution(r)));
        orNone(Satisfaction.values()).forEach(s -> changed.add(outcome.withSatisfaction(s)));
        changed.add(outcome.withTraits(Set.of()));
        for (Trait trait : Trait.values()) {
            changed.add(outcome.withTraits(alone(trait)));
        }
        changed.add(outcome.withTraits(EnumSet.allOf(Trait.class)));
        changed.add(outcome.withRecorded(Set.of()));
        for (Step step : Step.values()) {
            changed.add(outcome.withRecorded(Set.of(step)));
            changed.add(outcome.withRecorded(EnumSet.complementOf(EnumSet.of(step))));
        }
        changed.add(outcome.withRecorded(EnumSet.allOf(Step.class)));
        return changed;
    }

    /** A trait with what it cannot be without. */
    private static Set<Trait> alone(Trait trait) {
        Set<Trait> alone = EnumSet.of(trait);
        trait.judgement().ifPresent(alone::add);
        return alone;
    }

    private static void comeBackFromDifferentCodes(Collection<CaseOutcome> outcomes) {
        Map<Long, CaseOutcome> byCode = new HashMap<>();
        for (CaseOutcome outcome : outcomes) {
            long code = outcome.pack();
            assertThat(CaseOutcome.unpack(code)).isEqualTo(outcome);
            assertThat(CaseOutcome.kind(code)).isEqualTo(outcome.kind());
            CaseOutcome there = byCode.putIfAbsent(code, outcome);
            assertThat(there == null ? outcome : there).isEqualTo(outcome);
        }
        assertThat(byCode).hasSize(new LinkedHashSet<>(outcomes).size());
    }

    @Test
    void all_that_outcomes_may_be_fits_in_64_bits() {
        BigInteger answers = Stream.of(
                        CaseState.values().length,
                        1 + Ending.values().length,
                        2,
                        Verdict.values().length,
                        Verdict.values().length,
                        Verdict.values().length,
                        Verdict.values().length,
                        CallbackOutcome.values().length,
                        1 + Resolution.values().length,
                        1 + Satisfaction.values().length)
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
        int answerBits = answers.subtract(BigInteger.ONE).bitLength();
        // They are worked out in an int.
        assertThat(answerBits).isLessThan(Integer.SIZE);
        assertThat(CaseKind.values()).hasSizeLessThanOrEqualTo(1 << 3);
        int needed = 3 + answerBits + Trait.values().length + Step.values().length;
        assertThat(needed)
                .isLessThanOrEqualTo(Long.SIZE)
                .as("what CaseOutcome.pack says is left")
                .isEqualTo(Long.SIZE - 2);
        assertThat(LAST_OF_ALL.pack()).isBetween(1L << (needed - 1), (1L << needed) - 1);
        assertThat(FIRST_OF_ALL.pack()).isZero();
    }

    @Test
    void every_value_of_every_part_comes_back_and_has_a_code_of_its_own() {
        Set<CaseOutcome> outcomes = new LinkedHashSet<>();
        for (CaseOutcome outcome : List.of(FIRST_OF_ALL, LAST_OF_ALL)) {
            outcomes.add(outcome);
            // Of a second part too, so that what one gives to its neighbour is seen.
            for (CaseOutcome changed : changedInOne(outcome)) {
                outcomes.addAll(changedInOne(changed));
            }
        }
        comeBackFromDifferentCodes(outcomes);
    }

    @Property
    void an_outcome_comes_back_from_its_64_bits_as_it_was_given(@ForAll Random random) {
        CaseOutcome outcome = Facts.outcome(random);
        CaseOutcome full = outcome.withTraits(EnumSet.allOf(Trait.class)).withRecorded(EnumSet.allOf(Step.class));
        CaseOutcome other = Facts.outcome(random);
        List<CaseOutcome> outcomes = new ArrayList<>(List.of(outcome, full, other));
        PARTS.forEach(part -> outcomes.add(part.apply(outcome, other)));
        comeBackFromDifferentCodes(outcomes);
    }
}
