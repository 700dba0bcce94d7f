package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Notice;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every table of three rows over two categories and two areas, one within the other, held against every case: what the
 * analyser says of them is so, and all that is so it says.
 */
@Tag("large")
class SmallWorldsTest {

    private static final Instant AT =
            RoutingArbitraries.DAYS.get(1).atStartOfDay(RoutingArbitraries.ZONE).toInstant();

    private static final List<Optional<CategoryCode>> CATEGORIES = Stream.of("01.01", "01", "99")
            .map(c -> Optional.of(CategoryCode.of(c)))
            .collect(Collectors.collectingAndThen(Collectors.toList(), SmallWorldsTest::orMissing));

    private static final List<Optional<AreaCode>> AREAS = Stream.of("11", "1", "9")
            .map(a -> Optional.of(AreaCode.of(a)))
            .collect(Collectors.collectingAndThen(Collectors.toList(), SmallWorldsTest::orMissing));

    /** Known, coarse, unknown or missing, with a kind that no rule asks for. */
    private static final List<RoutingFacts> CASES = CATEGORIES.stream()
            .flatMap(category -> AREAS.stream()
                    .map(area -> RoutingFacts.builder()
                            .category(category)
                            .area(area)
                            .kind(CaseKind.HELP)
                            .build()))
            .toList();

    private static final List<List<Objection>> OBJECTIONS =
            List.of(List.of(), List.of(Objection.of("A", "")), List.of(Objection.of("B", "")));

    private static <T> List<Optional<T>> orMissing(List<Optional<T>> values) {
        List<Optional<T>> all = new ArrayList<>(values);
        all.add(Optional.empty());
        return all;
    }

    private static List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (String category : List.of("", "01", "01.01", "(none)")) {
            for (String area : List.of("", "1", "11")) {
                Condition.Builder builder = Condition.builder();
                if (category.equals("(none)")) {
                    builder.addMissing(Cell.CATEGORY);
                } else if (!category.isEmpty()) {
                    builder.addCategories(CategoryCode.of(category));
                }
                if (!area.isEmpty()) {
                    builder.addAreas(AreaCode.of(area));
                }
                conditions.add(builder.build());
            }
        }
        return conditions;
    }

    private static Rule rule(String id, Condition when, String lead) {
        return Rule.builder().id(id).when(when).then(Directive.Assign.of(lead)).build();
    }

    private static RuleSet set(RuleSet.Section... sections) {
        return RoutingArbitraries.ruleSet(List.of(sections));
    }

    private static Router router(RuleSet set) {
        return Router.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static Optional<RuleSet> without(RuleSet set, String id) {
        List<RuleSet.Section> sections = new ArrayList<>();
        for (RuleSet.Section section : set.sections()) {
            List<Rule> rest =
                    section.rules().stream().filter(r -> !r.id().equals(id)).toList();
            if (!rest.isEmpty()) {
                sections.add(new RuleSet.Section(section.id(), section.policy(), rest));
            }
        }
        return sections.isEmpty() ? Optional.empty() : Optional.of(set.withSections(sections));
    }

    /** A set, what is said of it, and what becomes of every case, objections and all. */
    private record World(RuleSet set, Analysis analysis, List<List<RoutingDecision>> decisions) {

        static World of(RuleSet set) {
            Analysis analysis = RuleSetAnalyzer.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory())
                    .analyze(Budget.standard());
            Router router = router(set);
            return new World(
                    set,
                    analysis,
                    OBJECTIONS.stream()
                            .map(objections -> CASES.stream()
                                    .map(c -> router.route(c, objections, AT))
                                    .toList())
                            .toList());
        }

        List<RoutingDecision> first() {
            return decisions.get(0);
        }

        Set<String> told(FindingCode code) {
            return analysis.of(code).stream().flatMap(f -> f.rules().stream()).collect(Collectors.toSet());
        }

        Set<String> rules(Predicate<String> law) {
            return set.sections().stream()
                    .flatMap(s -> s.rules().stream())
                    .map(Rule::id)
                    .filter(law)
                    .collect(Collectors.toSet());
        }

        boolean decides(String rule, List<RoutingDecision> in) {
            return in.stream().anyMatch(d -> d.rule().filter(rule::equals).isPresent());
        }

        /** The rule decides, yet never a case of which all is known that it does not ask to be missing. */
        boolean onlyWhereMissing(String rule) {
            boolean asksNone = set.sections().stream()
                    .flatMap(s -> s.rules().stream())
                    .anyMatch(r -> r.id().equals(rule) && r.when().missing().contains(Cell.CATEGORY));
            boolean full = false;
            for (int i = 0; i < CASES.size(); i++) {
                RoutingFacts facts = CASES.get(i);
                full |= first().get(i).rule().filter(rule::equals).isPresent()
                        && facts.area().isPresent()
                        && (asksNone || facts.category().isPresent());
            }
            return decides(rule, first()) && !full;
        }

        boolean changesNothing(String rule) {
            Optional<Router> rest = without(set, rule).map(SmallWorldsTest::router);
            for (int i = 0; i < CASES.size(); i++) {
                RoutingFacts facts = CASES.get(i);
                Outcome outcome =
                        rest.map(r -> r.route(facts, AT).outcome()).orElse(new Outcome.Triage(Outcome.UNROUTED));
                if (!outcome.equals(first().get(i).outcome())) {
                    return false;
                }
            }
            return true;
        }

        RoutingDecision witnessed(Finding finding) {
            Witness witness = finding.witness().orElseThrow();
            return router(set).route(witness.facts(), witness.objections(), witness.at());
        }
    }

    private static void holds(World world) {
        Set<String> first = world.rules(r -> world.decides(r, world.decisions().get(0)));
        Set<String> ever = world.rules(r -> world.decisions().stream().anyMatch(d -> world.decides(r, d)));
        assertThat(world.analysis().undecided()).isEmpty();
        assertThat(world.told(FindingCode.UNREACHABLE)).isEqualTo(world.rules(r -> !ever.contains(r)));
        assertThat(world.told(FindingCode.ONLY_AFTER_RETURN))
                .isEqualTo(world.rules(r -> ever.contains(r) && !first.contains(r)));
        assertThat(world.told(FindingCode.REDUNDANT))
                .isEqualTo(world.rules(r -> first.contains(r) && world.changesNothing(r)));
        assertThat(world.told(FindingCode.ONLY_WHEN_MISSING)).isEqualTo(world.rules(world::onlyWhereMissing));
        assertThat(world.analysis().of(FindingCode.GAP).isEmpty())
                .isEqualTo(world.first().stream().allMatch(d -> d.rule().isPresent()));
        Set<String> ambiguous = world.first().stream()
                .filter(d -> d.notices().contains(Notice.AMBIGUOUS))
                .flatMap(d -> d.rule().stream())
                .collect(Collectors.toSet());
        Set<String> told = world.told(FindingCode.AMBIGUOUS);
        assertThat(told.isEmpty() ? world.told(FindingCode.UNIQUE_OVERLAP) : told)
                .isEqualTo(ambiguous);
        world.analysis().findings().forEach(finding -> shown(world, finding));
    }

    private static void shown(World world, Finding finding) {
        switch (finding.code()) {
            case GAP -> assertThat(world.witnessed(finding).rule()).isEmpty();
            case AMBIGUOUS, UNIQUE_OVERLAP ->
                assertThat(world.witnessed(finding).notices()).contains(Notice.AMBIGUOUS);
            case ONLY_AFTER_RETURN, ONLY_WHEN_MISSING, OVERRIDES ->
                assertThat(world.witnessed(finding).rule())
                        .hasValue(finding.rules().get(0));
            case UNREACHABLE -> assertThat(world.witnessed(finding).rule()).isPresent();
            case REDUNDANT -> assertThat(finding.witness()).isEmpty();
            default -> throw new AssertionError(finding);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "MOST_SPECIFIC", "UNIQUE"})
    void of_every_table_of_three_rows_the_analyser_says_what_is_so_and_all_of_it(SectionPolicy policy) {
        List<Condition> conditions = conditions();
        int tables = 0;
        for (Condition one : conditions) {
            for (Condition two : conditions) {
                for (Condition three : conditions) {
                    holds(World.of(set(new RuleSet.Section(
                            "s", policy, List.of(rule("1", one, "A"), rule("2", two, "B"), rule("3", three, "A"))))));
                    tables++;
                }
            }
        }
        assertThat(tables).isEqualTo(1_728);
    }

    @Test
    void of_every_ruling_before_every_catalogue_of_two_rows_the_rows_that_it_overrides_are_told_and_no_others() {
        List<Condition> conditions = conditions();
        int overriding = 0;
        for (Condition ruling : conditions) {
            for (Condition one : conditions) {
                for (Condition two : conditions) {
                    World world = World.of(set(
                            RuleSet.Section.first("rulings", rule("1", ruling, "A")),
                            new RuleSet.Section(
                                    "catalogue",
                                    SectionPolicy.MOST_SPECIFIC,
                                    List.of(rule("2", one, "B"), rule("3", two, "A")))));
                    Router rest = router(without(world.set(), "S0R0").orElseThrow());
                    Set<String> rows = CASES.stream()
                            .filter(c -> router(world.set())
                                    .route(c, AT)
                                    .rule()
                                    .filter("S0R0"::equals)
                                    .isPresent())
                            .map(c -> rest.route(c, AT))
                            .filter(d -> d.outcome() instanceof Outcome.Dispatch dispatch
                                    && !dispatch.lead().value().equals("A"))
                            .flatMap(d -> d.rule().stream())
                            .collect(Collectors.toSet());
                    assertThat(world.analysis().of(FindingCode.OVERRIDES).stream()
                                    .flatMap(f -> f.others().stream())
                                    .collect(Collectors.toSet()))
                            .isEqualTo(rows);
                    overriding += rows.isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(overriding).isGreaterThan(500);
    }
}
