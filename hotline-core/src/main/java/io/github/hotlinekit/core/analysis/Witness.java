package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.RuleTest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A case that shows what a finding says: route it, and see. It is made up and nobody's.
 *
 * @param facts the case
 * @param at when it is decided
 * @param text its text in clear, which is also among the facts
 * @param excluded the departments that were relieved of it, for a finding about cases that come back
 */
public record Witness(RoutingFacts facts, Instant at, Optional<String> text, List<DepartmentCode> excluded) {

    /** Checks and copies the parts. */
    public Witness {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
        excluded = List.copyOf(Objects.requireNonNull(excluded, "excluded"));
    }

    /**
     * The objections of the departments that were relieved, as a router takes them.
     *
     * @return one for each, without a ground
     */
    public List<Objection> objections() {
        return excluded.stream().map(d -> new Objection(d, "")).toList();
    }

    /**
     * A test to stand beside the rules.
     *
     * @param id the test's name
     * @param expectation how the case must be decided
     * @return the test
     * @throws IllegalArgumentException if the id is blank or too long
     */
    public RuleTest toTest(String id, RuleTest.Expectation expectation) {
        return RuleTest.builder()
                .id(id)
                .at(at)
                .facts(facts)
                .text(text)
                .addAllExcluded(excluded)
                .expect(expectation)
                .build();
    }
}
