package io.github.hotlinekit.examples.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.routing.Norm;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.OutcomePattern;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.RuleTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample city is what its README says. */
class SampleCityTest {

    private static City city() throws IOException {
        return new DocumentOptions().read(Path.of("rules.json"), Program.CITY);
    }

    @Test
    void every_test_passes_with_exit_code_0() {
        Program.Ran ran = Program.run(Program.CITY, "test", "rules.json");

        assertThat(ran.out()).isEqualTo("72 of 72 tests passed\n");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void nothing_is_found_in_the_rules() {
        Program.Ran ran = Program.run(Program.CITY, "check", "rules.json", "--fail-on", "info");

        assertThat(ran.out()).endsWith("\n0 findings\n");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void every_norm_is_proved() {
        Program.Ran ran = Program.run(Program.CITY, "norms", "rules.json");

        assertThat(ran.out()).endsWith("\n11 of 11 norms proved\n");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void the_set_has_the_size_that_the_readme_says() throws IOException {
        RuleSet rules = city().rules();

        assertThat(rules.sections().stream().map(RuleSet.Section::id))
                .containsExactly("emergency", "rulings", "catalogue", "also", "territorial", "fallback");
        assertThat(rules.sections().get(2).rules()).hasSize(226);
        assertThat(rules.norms()).hasSize(11).allMatch(n -> n.basis().isPresent());
        assertThat(rules.sections().stream().flatMap(s -> s.rules().stream()))
                .allMatch(r -> r.basis().isPresent() && r.title().isPresent());
    }

    @Test
    void tests_reach_every_section_and_every_rule_outside_the_catalogue() throws IOException {
        City city = city();
        Router router = city.router();
        Set<String> reached = new HashSet<>();
        for (RuleTest test : city.rules().tests()) {
            RoutingDecision decision =
                    router.route(test.facts(), TestCommand.objections(test), TestCommand.at(city.rules(), test));
            decision.rule().ifPresent(reached::add);
            reached.addAll(decision.collected());
        }

        for (RuleSet.Section section : city.rules().sections()) {
            List<String> ids = section.rules().stream().map(r -> r.id()).toList();
            if (section.id().equals("catalogue")) {
                assertThat(ids).containsAnyElementsOf(reached);
            } else {
                assertThat(reached).as(section.id()).containsAll(ids);
            }
        }
    }

    @Test
    void no_test_of_a_case_that_no_department_returned_breaks_a_norm() throws IOException {
        City city = city();
        Router router = city.router();
        int spokenOf = 0;
        for (Norm norm : city.rules().norms()) {
            Router bounds = boundsOf(norm, city);
            for (RuleTest test : city.rules().tests()) {
                boolean speaks = bounds.route(test.facts(), TestCommand.at(city.rules(), test))
                        .rule()
                        .isPresent();
                RoutingDecision decision = router.route(test.facts(), TestCommand.at(city.rules(), test));
                boolean excepted =
                        decision.rule().filter(norm.except()::contains).isPresent();
                if (speaks && test.excluded().isEmpty() && !excepted) {
                    spokenOf++;
                    assertThat(fits(norm.then(), decision.outcome(), city))
                            .as(norm.id() + " " + test.id())
                            .isEqualTo(norm.mode() == Norm.Mode.ALWAYS);
                }
            }
        }
        assertThat(spokenOf).isGreaterThan(city.rules().norms().size());
    }

    /** A router with one rule, which matches the cases that the norm speaks of. */
    private static Router boundsOf(Norm norm, City city) {
        RuleSet one = RuleSet.builder()
                .id("bounds")
                .version("1")
                .zone(city.rules().zone())
                .taxonomy(city.rules().taxonomy())
                .directory(city.rules().directory())
                .addSections(RuleSet.Section.first(
                        "bounds",
                        Rule.builder()
                                .id("speaks")
                                .when(norm.when())
                                .then(new Outcome.AnswerAtDesk())
                                .build()))
                .build();
        return Router.of(one, city.taxonomy(), city.directory());
    }

    private static boolean fits(OutcomePattern pattern, Outcome outcome, City city) {
        Optional<Outcome.Dispatch> dispatch = outcome instanceof Outcome.Dispatch d ? Optional.of(d) : Optional.empty();
        Optional<String> type =
                dispatch.flatMap(d -> city.directory().find(d.lead())).map(d -> d.type());
        Set<Object> involved = dispatch.stream()
                .flatMap(d -> Stream.concat(Stream.of(d.lead()), d.assisting().stream()))
                .collect(Collectors.toSet());
        return (pattern.outcomes().isEmpty() || pattern.outcomes().contains(OutcomePattern.Sort.of(outcome)))
                && (pattern.leads().isEmpty()
                        || dispatch.filter(d -> pattern.leads().contains(d.lead()))
                                .isPresent())
                && (pattern.involves().isEmpty() || pattern.involves().stream().anyMatch(involved::contains))
                && (pattern.leadType().isEmpty() || pattern.leadType().equals(type));
    }

    @Test
    void documents_are_laid_out_as_the_program_lays_them_out() {
        assertThat(Program.run(Program.CITY, "format", "--check", "rules.json").exit())
                .isZero();
    }
}
