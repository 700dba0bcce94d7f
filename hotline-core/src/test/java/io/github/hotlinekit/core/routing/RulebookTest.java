package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulebookTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

    private static RuleSet set(String version, Effective effective, Rule... rules) {
        return RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first("s", rules)))
                .withVersion(version)
                .withEffective(effective);
    }

    private static Rule refer(String number) {
        return Rule.builder().id(number).then(new Outcome.Refer(number)).build();
    }

    private static Router router(RuleSet rules) {
        return Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static Router router(String version, Effective effective) {
        return router(set(version, effective, refer("119")));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(RoutingArbitraries.ZONE).toInstant();
    }

    @Test
    void every_case_is_decided_by_the_set_of_its_day() {
        Router first = router("1", Effective.until(JULY));
        Router second = router("2", Effective.between(JULY, AUGUST));
        Rulebook book = Rulebook.of(List.of(second, first));
        assertThat(book.routers()).containsExactly(first, second);
        assertThat(book.inForce(start(JULY).minusNanos(1))).contains(first);
        assertThat(book.inForce(start(JULY))).contains(second);
        assertThat(book.inForce(start(AUGUST))).isEmpty();
        assertThat(book.route(RoutingFacts.NONE, start(JULY).minusNanos(1)).ruleSet())
                .isEqualTo("r@1");
        assertThat(book.route(RoutingFacts.NONE, start(JULY)).ruleSet()).isEqualTo("r@2");
        assertThat(book.route(RoutingFacts.NONE, start(AUGUST)).outcome())
                .isEqualTo(new Outcome.Triage(Outcome.NOT_IN_FORCE));
        assertThat(book.gaps()).isEmpty();
    }

    @Test
    void days_without_a_set_are_reported_and_nothing_is_decided_on_them() {
        Router first = router("1", Effective.until(JULY));
        Router second = router("2", Effective.from(AUGUST));
        Rulebook book = Rulebook.of(List.of(first, second));
        assertThat(book.gaps()).containsExactly(Effective.between(JULY, AUGUST));
        assertThat(book.route(RoutingFacts.NONE, start(JULY)).notices()).containsExactly(Notice.NOT_IN_FORCE);
        assertThat(Rulebook.of(List.of(second)).inForce(start(JULY))).isEmpty();
    }

    @Test
    void sets_that_overlap_or_are_of_different_zones_make_no_rulebook() {
        Router first = router("1", Effective.until(AUGUST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rulebook.of(List.of(first, router("2", Effective.from(JULY)))))
                .withMessage("the sets of a rulebook must not overlap in time, but r@1 is in force [, 2026-08-01)"
                        + " and r@2 [2026-07-01, )");
        RuleSet elsewhere = set("2", Effective.from(AUGUST), refer("119")).withZone(ZoneId.of("Asia/Tokyo"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rulebook.of(List.of(first, router(elsewhere))))
                .withMessage("the sets of a rulebook must have one zone, but r@1 has Asia/Shanghai and r@2 Asia/Tokyo");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rulebook.of(List.of()))
                .withMessage("a rulebook must have at least one rule set");
    }

    @Test
    void the_timeline_names_the_rules_that_begin_and_end_on_each_day() {
        RuleSet rules = set(
                "1",
                Effective.ALWAYS,
                refer("110").withEffective(Effective.until(JULY)),
                refer("119").withEffective(Effective.between(JULY, AUGUST)),
                refer("120").withEffective(Effective.from(JULY)));
        assertThat(router(rules).timeline())
                .containsExactly(
                        new RuleChange(JULY, List.of("S0R0", "S0R2"), List.of("S0R0")),
                        new RuleChange(AUGUST, List.of(), List.of("S0R0")));
    }

    @Test
    void a_router_names_everything_that_its_rules_name_and_that_is_not_there() {
        Rule rule = Rule.builder()
                .id("R")
                .when(Condition.builder()
                        .addCategories(CategoryCode.of("09"))
                        .addAreas(AreaCode.of("9"))
                        .build())
                .then(new Directive.Assign(Target.department("X"), List.of(Target.Jurisdiction.of("moon", "cheese"))))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router(set("1", Effective.ALWAYS, rule)))
                .withMessage("rule set r@1 names what is not there: rule S0R0: category 09 is not in t@1; "
                        + "rule S0R0: area 9 is not in d@1; rule S0R0: department X is not in d@1; "
                        + "rule S0R0: no area is of level moon; rule S0R0: no department has the function cheese");
        Rule[] many = IntStream.range(0, 25)
                .mapToObj(i -> refer("1").withThen(Directive.Assign.of("X" + i)))
                .toArray(Rule[]::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router(set("1", Effective.ALWAYS, many)))
                .withMessageContaining("department X19 is not")
                .withMessageEndingWith("; and 5 more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router(set("1", Effective.ALWAYS, Arrays.copyOf(many, 20))))
                .withMessageEndingWith("rule S0R19: department X19 is not in d@1");
    }

    @Test
    void a_strict_router_gives_cases_with_unknown_codes_to_people() {
        Router router = router("1", Effective.ALWAYS);
        RoutingFacts facts = RoutingFacts.NONE.withArea(AreaCode.of("9"));
        assertThat(router.route(facts, start(JULY)).outcome()).isEqualTo(new Outcome.Refer("119"));
        RoutingDecision strict = router.strict().route(facts, start(JULY));
        assertThat(strict.outcome()).isEqualTo(new Outcome.Triage(Outcome.UNKNOWN_CODE));
        assertThat(strict.rule()).isEqualTo(Optional.empty());
        assertThat(router.strict().route(RoutingFacts.NONE, start(JULY)).outcome())
                .isEqualTo(new Outcome.Refer("119"));
    }
}
