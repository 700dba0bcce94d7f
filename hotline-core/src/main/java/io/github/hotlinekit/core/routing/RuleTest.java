package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A test that stands beside the rules: a case, and how it must be decided.
 *
 * @param id its name, unique in its rule set; not blank, at most {@value Rule#MAX_ID} characters
 * @param title what it shows, at most {@value Rule#MAX_TITLE} characters
 * @param at when it is decided; empty for when the case came in or, if that is not said, the first day on which the
 *     rule set is in force or, if that has no first day, {@link #EPOCH}
 * @param facts the case
 * @param text its text in clear, since a test is made up, at most {@value CaseText#MAX_CHARACTERS} characters; also
 *     among the facts
 * @param excluded the departments that were relieved of it
 * @param expect how it must be decided
 */
@Value.Builder
public record RuleTest(
        String id,
        Optional<String> title,
        Optional<Instant> at,
        RoutingFacts facts,
        Optional<String> text,
        List<DepartmentCode> excluded,
        Expectation expect) {

    /** When a test is decided of which nothing says when. */
    public static final Instant EPOCH = Instant.EPOCH;

    /**
     * What a test asks of a decision; whatever is given must hold. A dispatch is asked for by its lead and its
     * assistants, and becomes that when it is given as the outcome.
     *
     * @param rule the rule that decides
     * @param lead the department that leads
     * @param assist the departments that assist, in order
     * @param outcome where the case goes if it is not dispatched
     */
    public record Expectation(
            Optional<String> rule,
            Optional<DepartmentCode> lead,
            Optional<List<DepartmentCode>> assist,
            Optional<Outcome> outcome) {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if nothing is asked for, or both a department and an outcome
         */
        public Expectation {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(lead, "lead");
            assist = Objects.requireNonNull(assist, "assist").map(List::copyOf);
            if (Objects.requireNonNull(outcome, "outcome").isPresent() && (lead.isPresent() || assist.isPresent())) {
                throw new IllegalArgumentException("a test must expect either departments or another outcome");
            }
            if (outcome.isPresent() && outcome.get() instanceof Outcome.Dispatch dispatch) {
                lead = Optional.of(dispatch.lead());
                assist = Optional.of(dispatch.assisting());
                outcome = Optional.empty();
            }
            if (rule.isEmpty() && lead.isEmpty() && assist.isEmpty() && outcome.isEmpty()) {
                throw new IllegalArgumentException("a test must expect something");
            }
        }
    }

    /** Checks and copies the parts. */
    public RuleTest {
        Rule.requireId("test id", id);
        Rule.requireText("title", title, Rule.MAX_TITLE);
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(text, "text");
        excluded = List.copyOf(Objects.requireNonNull(excluded, "excluded"));
        Objects.requireNonNull(expect, "expect");
        if (text.isEmpty() && facts.text().isPresent()) {
            throw new IllegalArgumentException("the text of a test must be given in clear");
        }
        Rule.requireLength("text", text.orElse(""), CaseText.MAX_CHARACTERS);
        facts = text.isPresent() ? facts.withText(CaseText.of(text.get())) : facts;
    }

    /**
     * A builder; id, facts and expect must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a test. */
    public static final class Builder extends RuleTestBuilder {
        Builder() {}
    }
}
