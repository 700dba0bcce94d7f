package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the definition says of single cells, with words and without. */
class ReferenceMatcherTest {

    private static final CategoryCode TOP = CategoryCode.of("01");

    private static void assertHolds(Cell cell, Condition.Builder when, RoutingFacts facts, boolean holds) {
        Condition condition = when.build();
        assertThat(ReferenceMatcher.evidence(condition, facts, RoutingArbitraries.ZONE))
                .filteredOn(evidence -> evidence.cell() == cell)
                .extracting(Evidence::holds)
                .containsExactly(holds);
        assertThat(ReferenceMatcher.holds(cell, condition, facts, Optional.empty()))
                .isEqualTo(holds);
    }

    private static RoutingFacts of(String category) {
        return RoutingFacts.NONE.withCategory(CategoryCode.of(category));
    }

    @Test
    void a_fact_may_be_missing_where_its_own_cell_says_so() {
        Condition.Builder missing = Condition.builder().addMissing(Cell.CATEGORY);
        assertHolds(Cell.CATEGORY, missing, RoutingFacts.NONE, true);
        assertHolds(Cell.CATEGORY, missing, of("01"), false);
        Condition.Builder either = Condition.builder().addMissing(Cell.CATEGORY).addCategories(TOP);
        assertHolds(Cell.CATEGORY, either, RoutingFacts.NONE, true);
        assertHolds(Cell.CATEGORY, either, of("01.01"), true);
        assertHolds(Cell.CATEGORY, either, of("02"), false);
        Condition.Builder elsewhere = Condition.builder().addMissing(Cell.AREA).addCategories(TOP);
        assertHolds(Cell.CATEGORY, elsewhere, RoutingFacts.NONE, false);
        assertHolds(Cell.CATEGORY, elsewhere, of("01"), true);
        assertHolds(Cell.AREA, elsewhere, RoutingFacts.NONE, true);
        assertHolds(Cell.KIND, elsewhere, RoutingFacts.NONE.withKind(CaseKind.HELP), true);
        assertHolds(Cell.KIND, elsewhere, RoutingFacts.NONE, true);
    }

    @Test
    void one_of_any_all_of_all_and_none_of_none_of_the_words_are_there() {
        assertWords(new Keywords(List.of("水", "气"), List.of("电"), List.of("煤")), "水电", "水", "电", "水电煤", "煤", "");
        assertWords(new Keywords(List.of(), List.of("电", "灯"), List.of()), "电灯", "电", "灯", "水");
        assertWords(new Keywords(List.of(), List.of(), List.of("煤", "灯")), "水", "煤", "灯水");
        assertWords(Keywords.anyOf("水", "气"), "气", "电", "");
    }

    private static void assertWords(Keywords keywords, String holds, String... others) {
        Condition.Builder when = Condition.builder().keywords(keywords);
        assertHolds(Cell.KEYWORDS, when, RoutingFacts.NONE.withText(CaseText.of(holds)), true);
        for (String other : others) {
            assertHolds(Cell.KEYWORDS, when, RoutingFacts.NONE.withText(CaseText.of(other)), false);
        }
        assertHolds(Cell.KEYWORDS, when, RoutingFacts.NONE, false);
    }

    @Test
    void the_failure_is_the_first_cell_that_does_not_hold_and_there_must_be_one() {
        RoutingFacts facts = of("02").withReceivedAt(Instant.parse("2026-05-01T01:00:00Z"));
        TimeWindow there = TimeWindow.parse("Fri 08:00-10:00");
        Condition.Builder time = Condition.builder().addTimes(TimeWindow.parse("Sat 08:00-10:00"));
        assertThat(ReferenceMatcher.failure(time.build(), facts, RoutingArbitraries.ZONE)
                        .cell())
                .isEqualTo(Cell.TIME);
        assertThat(ReferenceMatcher.failure(time.addCategories(TOP).build(), facts, RoutingArbitraries.ZONE)
                        .cell())
                .isEqualTo(Cell.CATEGORY);
        Condition none = Condition.builder().addTimes(there).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceMatcher.failure(none, facts, RoutingArbitraries.ZONE))
                .withMessageStartingWith("every cell holds of ");
    }

    @Test
    void a_cell_that_asks_for_a_missing_fact_says_as_much_as_one_that_asks_for_a_top_level_and_more_than_none() {
        Condition both = Condition.builder()
                .addMissing(Cell.CATEGORY, Cell.AREA)
                .addCategories(TOP, CategoryCode.of("01.01"))
                .addAreas(AreaCode.of("1"), AreaCode.of("112"))
                .build();
        assertThat(ReferenceMatcher.specificity(both, RoutingFacts.NONE)).isEqualTo(new Specificity(1, 1, 0));
        assertThat(ReferenceMatcher.specificity(both, of("01.01.02").withArea(AreaCode.of("112"))))
                .isEqualTo(new Specificity(2, 3, 0));
        assertThat(ReferenceMatcher.specificity(Condition.ANY, RoutingFacts.NONE))
                .isEqualTo(new Specificity(0, 0, 0));
        assertThat(ReferenceMatcher.specificity(Condition.ANY, of("01"))).isEqualTo(new Specificity(0, 0, 0));
        RuleSet rules = RoutingArbitraries.ruleSet(List.of(new RuleSet.Section(
                "s",
                SectionPolicy.MOST_SPECIFIC,
                List.of(
                        Rule.builder().id("1").then(new Outcome.Refer("1")).build(),
                        Rule.builder()
                                .id("2")
                                .when(Condition.builder()
                                        .addMissing(Cell.CATEGORY)
                                        .build())
                                .then(new Outcome.Refer("2"))
                                .build()))));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        Instant at = Instant.parse("2026-05-01T01:00:00Z");
        assertThat(router.routeByDefinition(RoutingFacts.NONE, List.of(), at).outcome())
                .isEqualTo(new Outcome.Refer("2"));
        assertThat(router.routeByDefinition(of("01"), List.of(), at).outcome()).isEqualTo(new Outcome.Refer("1"));
        assertThat(router.route(RoutingFacts.NONE, at).outcome()).isEqualTo(new Outcome.Refer("2"));
        assertThat(router.route(of("01"), at).outcome()).isEqualTo(new Outcome.Refer("1"));
    }
}
