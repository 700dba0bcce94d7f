package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.style.DefaultingStyle;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What became of a case, as far as rates ask: one of few values for each question. Metrics are tests of it, so
 * that a ledger asks each metric once for each outcome that occurs, not once for each case.
 *
 * @param kind the kind of demand, when the figures were made
 * @param state where the case stands
 * @param ending how it ended without handling, if it did
 * @param answeredAtDesk whether it was answered in the call
 * @param complete whether it was completed in time, by the policy; late if any round was
 * @param signFor whether the lead signed for it in time, by the policy
 * @param firstContact whether the citizen was contacted in time, by the policy
 * @param promise whether what its source promised was kept
 * @param callback what came of the callback
 * @param resolution what the citizen said of the result; empty without an answer
 * @param satisfaction the citizen's grade; empty without one
 * @param traits what else is so of it
 * @param recorded the steps that its source records
 */
@Value.Builder
@DefaultingStyle
@SuppressWarnings("EnumOrdinal") // the packed form lives no longer than the program
public record CaseOutcome(
        CaseKind kind,
        CaseState state,
        Optional<Ending> ending,
        boolean answeredAtDesk,
        Verdict complete,
        Verdict signFor,
        Verdict firstContact,
        Verdict promise,
        CallbackOutcome callback,
        Optional<Resolution> resolution,
        Optional<Satisfaction> satisfaction,
        Set<Trait> traits,
        Set<Step> recorded)
        implements WithCaseOutcome {

    private static final CaseKind[] KINDS = CaseKind.values();
    private static final CaseState[] STATES = CaseState.values();
    private static final Ending[] ENDINGS = Ending.values();
    private static final Verdict[] VERDICTS = Verdict.values();
    private static final CallbackOutcome[] CALLBACKS = CallbackOutcome.values();
    private static final Resolution[] RESOLUTIONS = Resolution.values();
    private static final Satisfaction[] GRADES = Satisfaction.values();
    private static final Trait[] TRAITS = Trait.values();
    private static final Step[] STEPS = Step.values();

    private static final int KIND_BITS = 3;

    /** Bits enough for every number that the answers of a case can make. */
    private static final int ANSWER_BITS = Integer.SIZE
            - Integer.numberOfLeadingZeros(STATES.length
                            * (1 + ENDINGS.length)
                            * 2
                            * VERDICTS.length
                            * VERDICTS.length
                            * VERDICTS.length
                            * VERDICTS.length
                            * CALLBACKS.length
                            * (1 + RESOLUTIONS.length)
                            * (1 + GRADES.length)
                    - 1);

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if {@link CaseState#ENDED} has no ending, or a state other than that and
     *     {@link CaseState#ARCHIVED} has one; or if it is {@link Trait#REPEATED} without
     *     {@link Trait#REPEATED_JUDGED}, {@link Trait#RAISED_AGAIN} without {@link Trait#RAISED_AGAIN_JUDGED}, or
     *     {@link Trait#CHRONIC} without {@link Trait#CHRONIC_JUDGED}
     */
    public CaseOutcome {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(complete, "complete");
        Objects.requireNonNull(signFor, "signFor");
        Objects.requireNonNull(firstContact, "firstContact");
        Objects.requireNonNull(promise, "promise");
        Objects.requireNonNull(callback, "callback");
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(satisfaction, "satisfaction");
        traits = Set.copyOf(Objects.requireNonNull(traits, "traits"));
        recorded = Set.copyOf(Objects.requireNonNull(recorded, "recorded"));
        if (state == CaseState.ENDED ? ending.isEmpty() : ending.isPresent() && state != CaseState.ARCHIVED) {
            throw new IllegalArgumentException(
                    "ending must be given for the state ENDED, and else for none but ARCHIVED, but was " + ending
                            + " for " + state);
        }
        for (Trait trait : traits) {
            if (lacksJudgement(trait, traits)) {
                throw new IllegalArgumentException(unjudged(traits));
            }
        }
    }

    private static boolean lacksJudgement(Trait trait, Set<Trait> traits) {
        return trait.judgement().filter(j -> !traits.contains(j)).isPresent();
    }

    /** What is said of traits of which one or more were not judged: all of them at once. */
    private static String unjudged(Set<Trait> traits) {
        Set<Trait> ordered = new TreeSet<>(traits);
        return ordered.stream()
                .filter(t -> lacksJudgement(t, traits))
                .map(t -> t.judgement().orElseThrow() + " where they have " + t)
                .collect(Collectors.joining(
                        " and ",
                        "traits must have ",
                        ", since a rate of them counts only cases that were judged, but were " + ordered));
    }

    /**
     * Whether something is so of the case.
     *
     * @param trait what
     * @return whether it is
     */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /**
     * Whether its source records a step.
     *
     * @param step which
     * @return whether it does
     */
    public boolean records(Step step) {
        return recorded.contains(step);
    }

    /**
     * Whether it ended in a given way.
     *
     * @param way the way
     * @return whether it did
     */
    public boolean endedAs(Ending way) {
        return ending.isPresent() && ending.get() == way;
    }

    /**
     * All of it in 64 bits: equal just if the outcomes are. From the low end: 3 bits for the kind, 25 for the answers, a bit
     * for each of 21 traits and for each of 13 steps. 2 are left.
     */
    long pack() {
        // Each answer is a digit to the base of how many values it has, since whole bits for each would not fit.
        int answers = place(satisfaction);
        answers = answers * (1 + RESOLUTIONS.length) + place(resolution);
        answers = answers * CALLBACKS.length + callback.ordinal();
        answers = answers * VERDICTS.length + promise.ordinal();
        answers = answers * VERDICTS.length + firstContact.ordinal();
        answers = answers * VERDICTS.length + signFor.ordinal();
        answers = answers * VERDICTS.length + complete.ordinal();
        answers = answers * 2 + (answeredAtDesk ? 1 : 0);
        answers = answers * (1 + ENDINGS.length) + place(ending);
        answers = answers * STATES.length + state.ordinal();
        long bits = bitsOf(recorded);
        bits = (bits << TRAITS.length) | bitsOf(traits);
        bits = (bits << ANSWER_BITS) | answers;
        return (bits << KIND_BITS) | kind.ordinal();
    }

    /** The outcome of what {@link #pack} gave. */
    static CaseOutcome unpack(long packed) {
        Digits answers = new Digits(new int[] {bits(packed, KIND_BITS, ANSWER_BITS)});
        CaseState state = answers.next(STATES);
        Optional<Ending> ending = answers.nextOrNone(ENDINGS);
        boolean answeredAtDesk = answers.next(2) == 1;
        Verdict complete = answers.next(VERDICTS);
        Verdict signFor = answers.next(VERDICTS);
        Verdict firstContact = answers.next(VERDICTS);
        Verdict promise = answers.next(VERDICTS);
        CallbackOutcome callback = answers.next(CALLBACKS);
        Optional<Resolution> resolution = answers.nextOrNone(RESOLUTIONS);
        Optional<Satisfaction> satisfaction = answers.nextOrNone(GRADES);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        addAll(traits, TRAITS, bits(packed, KIND_BITS + ANSWER_BITS, TRAITS.length));
        Set<Step> recorded = EnumSet.noneOf(Step.class);
        addAll(recorded, STEPS, bits(packed, KIND_BITS + ANSWER_BITS + TRAITS.length, STEPS.length));
        return new CaseOutcome(
                kind(packed),
                state,
                ending,
                answeredAtDesk,
                complete,
                signFor,
                firstContact,
                promise,
                callback,
                resolution,
                satisfaction,
                traits,
                recorded);
    }

    /** The kind of the outcome of what {@link #pack} gave, without an object for it. */
    static CaseKind kind(long packed) {
        return KINDS[bits(packed, 0, KIND_BITS)];
    }

    private static int bits(long packed, int from, int width) {
        return (int) (packed >>> from) & ((1 << width) - 1);
    }

    /** Takes digits from the low end. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Digits(int[] rest) {
        int next(int base) {
            int digit = rest[0] % base;
            rest[0] /= base;
            return digit;
        }

        <E> E next(E[] values) {
            return values[next(values.length)];
        }

        <E> Optional<E> nextOrNone(E[] values) {
            int place = next(1 + values.length);
            return place == 0 ? Optional.empty() : Optional.of(values[place - 1]);
        }
    }

    private static long bitsOf(Set<? extends Enum<?>> values) {
        long bits = 0;
        for (Enum<?> value : values) {
            bits |= 1L << value.ordinal();
        }
        return bits;
    }

    private static <E extends Enum<E>> void addAll(Set<E> into, E[] values, int bits) {
        for (E value : values) {
            if ((bits & (1 << value.ordinal())) != 0) {
                into.add(value);
            }
        }
    }

    /** 0 for none. */
    private static int place(Optional<? extends Enum<?>> value) {
        return value.isPresent() ? value.get().ordinal() + 1 : 0;
    }

    /**
     * A builder; kind and state must be given. Without more, the case has no target, its source records every step
     * but nobody was asked.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder()
                .answeredAtDesk(false)
                .complete(Verdict.NO_TARGET)
                .signFor(Verdict.NO_TARGET)
                .firstContact(Verdict.NO_TARGET)
                .promise(Verdict.NO_TARGET)
                .callback(CallbackOutcome.NOT_ASKED)
                .addRecorded(Step.values());
    }

    /** Builds an outcome. */
    public static final class Builder extends CaseOutcomeBuilder {
        Builder() {}
    }
}
