package io.github.hotlinekit.stats.metric;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * A test of a case, a pure function. A test of the outcome is run once for each outcome that occurs, a test of the whole
 * fact once for each case.
 */
public sealed interface FactTest {

    /**
     * A test of what became of a case.
     *
     * @param predicate the test
     */
    record OfOutcome(Predicate<CaseOutcome> predicate) implements FactTest {
        /** Checks the parts. */
        public OfOutcome {
            Objects.requireNonNull(predicate, "predicate");
        }

        @Override
        public boolean test(CaseFact fact, CaseOutcome outcome) {
            return predicate.test(outcome);
        }
    }

    /**
     * A test of all of a case.
     *
     * @param predicate the test
     */
    record OfFact(Predicate<CaseFact> predicate) implements FactTest {
        /** Checks the parts. */
        public OfFact {
            Objects.requireNonNull(predicate, "predicate");
        }

        @Override
        public boolean test(CaseFact fact, CaseOutcome outcome) {
            return predicate.test(fact);
        }
    }

    /**
     * Tests a case.
     *
     * @param fact the case
     * @return whether it passes
     */
    default boolean test(CaseFact fact) {
        return test(fact, fact.outcome());
    }

    /**
     * Tests a case whose outcome is at hand, so that it need not be made for each of many tests.
     *
     * @param fact the case
     * @param outcome its outcome
     * @return whether it passes
     */
    boolean test(CaseFact fact, CaseOutcome outcome);

    /**
     * A test of what became of a case.
     *
     * @param predicate the test
     * @return the test
     */
    static FactTest ofOutcome(Predicate<CaseOutcome> predicate) {
        return new OfOutcome(predicate);
    }

    /**
     * A test of all of a case.
     *
     * @param predicate the test
     * @return the test
     */
    static FactTest ofFact(Predicate<CaseFact> predicate) {
        return new OfFact(predicate);
    }
}
