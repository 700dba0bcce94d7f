package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where single cases go, whose ways laws seldom draw. */
class RouterTest {

    private static final Instant AT = Instant.parse("2026-05-01T01:00:00Z");

    private static Rule refer(String number, Condition.Builder when) {
        return Rule.builder()
                .id(number)
                .when(when.build())
                .then(new Outcome.Refer(number))
                .build();
    }

    private static RuleSet set(Rule... rules) {
        return RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first("s", rules)));
    }

    private static RoutingFacts in(String area) {
        return RoutingFacts.NONE.withArea(AreaCode.of(area));
    }

    @Test
    void a_router_is_made_of_the_taxonomy_and_the_directory_that_its_rules_name_and_of_no_others() {
        RuleSet rules = set(refer("1", Condition.builder()));
        Taxonomy taxonomy = RoutingArbitraries.taxonomy();
        Directory directory = RoutingArbitraries.directory();
        assertThatThrownBy(() -> Router.of(rules, Taxonomy.of("t", "2", taxonomy.categories()), directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("taxonomy must be t@1, which rule set " + rules.identity() + " names, but was t@2");
        assertThatThrownBy(() -> Router.of(
                        rules, taxonomy, Directory.of("other", "1", directory.departments(), directory.areas())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("directory must be d@1, which rule set " + rules.identity() + " names, but was other@1");
    }

    @Test
    void a_directory_may_list_its_areas_in_any_order() {
        Directory given = RoutingArbitraries.directory();
        List<Area> backwards = new ArrayList<>(given.areas());
        Collections.reverse(backwards);
        Directory directory = Directory.of("d", "1", given.departments(), backwards);
        RuleSet rules = set(
                refer("11", Condition.builder().addAreas(AreaCode.of("11"))),
                refer("1", Condition.builder().addAreas(AreaCode.of("1"))));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), directory);
        assertThat(router.route(in("111"), AT).outcome()).isEqualTo(new Outcome.Refer("11"));
        assertThat(router.route(in("12"), AT).outcome()).isEqualTo(new Outcome.Refer("1"));
        assertThat(router.route(in("2"), AT).outcome()).isEqualTo(new Outcome.Triage(Outcome.UNROUTED));
    }

    @Test
    void a_code_that_is_not_known_is_routed_by_the_nearest_known_one_above_it() {
        RuleSet rules = set(
                refer("1", Condition.builder().addCategories(CategoryCode.of("01"))),
                refer("2", Condition.builder().addAreas(AreaCode.of("1"))));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        assertThat(router.route(RoutingFacts.NONE.withCategory(CategoryCode.of("01.99.01")), AT)
                        .outcome())
                .isEqualTo(new Outcome.Refer("1"));
        RoutingDecision decision = router.route(in("1999"), AT);
        assertThat(decision.outcome()).isEqualTo(new Outcome.Refer("2"));
        assertThat(decision.notices()).containsExactly(Notice.UNKNOWN_AREA);
        assertThat(router.route(RoutingFacts.NONE.withCategory(CategoryCode.of("99.01")), AT)
                        .outcome())
                .isEqualTo(new Outcome.Triage(Outcome.UNROUTED));
    }

    @Test
    void a_rule_is_in_force_from_its_first_day_until_the_day_before_its_end_by_the_clock_of_the_set() {
        LocalDate first = LocalDate.of(2026, 7, 1);
        Rule rule = refer("1", Condition.builder()).withEffective(Effective.between(first, first.plusDays(1)));
        Router router = Router.of(set(rule), RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        Instant begin = first.atStartOfDay(RoutingArbitraries.ZONE).toInstant();
        Instant end = first.plusDays(1).atStartOfDay(RoutingArbitraries.ZONE).toInstant();
        for (Instant at : List.of(begin, end.minusNanos(1))) {
            assertThat(router.route(RoutingFacts.NONE, at).outcome()).isEqualTo(new Outcome.Refer("1"));
            assertThat(router.explain(RoutingFacts.NONE, at).notInForce()).isEmpty();
        }
        for (Instant at : List.of(begin.minusNanos(1), end)) {
            assertThat(router.route(RoutingFacts.NONE, at).outcome()).isEqualTo(new Outcome.Triage(Outcome.UNROUTED));
            assertThat(router.explain(RoutingFacts.NONE, at).notInForce()).hasSize(1);
        }
    }

    @Test
    void a_department_that_ends_gives_way_to_its_successor_or_to_people() {
        Rule rule =
                Rule.builder().id("r").then(Directive.Assign.of("OLD", "GONE")).build();
        Router router = router(rule);
        RoutingDecision before = router.route(in("1"), on(RoutingArbitraries.DAYS.get(0)));
        assertThat(before.outcome())
                .isEqualTo(new Outcome.Dispatch(DepartmentCode.of("OLD"), List.of(DepartmentCode.of("GONE"))));
        assertThat(before.notices()).isEmpty();
        RoutingDecision after = router.route(in("1"), on(RoutingArbitraries.DAYS.get(2)));
        assertThat(after.outcome()).isEqualTo(new Outcome.Dispatch(DepartmentCode.of("A"), List.of()));
        assertThat(after.notices()).containsExactly(Notice.DEPARTMENT_SUCCEEDED);
        assertThat(router(rule.withThen(Directive.Assign.of("GONE")))
                        .route(in("1"), on(RoutingArbitraries.DAYS.get(2)))
                        .outcome())
                .isEqualTo(new Outcome.Triage(Outcome.DEPARTMENT_ABOLISHED));
    }

    private static Router router(Rule... rules) {
        return Router.of(set(rules), RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static Instant on(LocalDate day) {
        return day.atTime(12, 0).atZone(RoutingArbitraries.ZONE).toInstant();
    }

    @Test
    void who_has_charge_in_a_directory_too_large_to_ask_beforehand_is_asked_case_by_case() {
        List<Department> departments = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        for (int i = 1_000; i < 6_000; i++) {
            departments.add(Department.builder()
                    .code(DepartmentCode.of("D" + i))
                    .name(Label.of("单位" + i, "Unit " + i))
                    .type("bureau")
                    .addFunctions("housing")
                    .addAreas(AreaCode.of("" + i))
                    .build());
            areas.add(area("" + i, "street", ""));
        }
        Rule rule = Rule.builder()
                .id("r")
                .then(new Directive.Assign(Target.Jurisdiction.of("street", "housing"), List.of()))
                .build();
        Router router = Router.of(set(rule), RoutingArbitraries.taxonomy(), Directory.of("d", "1", departments, areas));
        assertThat(router.route(in("3456"), AT).outcome())
                .isEqualTo(new Outcome.Dispatch(DepartmentCode.of("D3456"), List.of()));
        assertThat(router.route(RoutingFacts.NONE, AT).outcome())
                .isEqualTo(new Outcome.Triage(Outcome.NO_JURISDICTION));
    }

    @Test
    void whoever_has_charge_alone_has_it_until_the_day_on_which_another_has_it_too() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        Department.Builder second = housing("SECOND").effective(Effective.from(day));
        Rule rule = Rule.builder()
                .id("r")
                .then(new Directive.Assign(Target.Jurisdiction.of("street", "housing"), List.of()))
                .build();
        Router router = Router.of(
                set(rule),
                RoutingArbitraries.taxonomy(),
                Directory.of(
                        "d",
                        "1",
                        List.of(housing("FIRST").build(), second.build()),
                        List.of(area("12", "street", ""))));
        Instant begin = day.atStartOfDay(RoutingArbitraries.ZONE).toInstant();
        assertThat(router.route(in("12"), begin.minusNanos(1)).outcome())
                .isEqualTo(new Outcome.Dispatch(DepartmentCode.of("FIRST"), List.of()));
        assertThat(router.route(in("12"), begin).outcome())
                .isEqualTo(router.routeByDefinition(in("12"), List.of(), begin).outcome())
                .isInstanceOf(Outcome.Triage.class);
    }

    private static Department.Builder housing(String code) {
        return Department.builder()
                .code(DepartmentCode.of(code))
                .name(Label.of("单位" + code, "Unit " + code))
                .type("bureau")
                .addFunctions("housing")
                .addAreas(AreaCode.of("12"));
    }

    @Test
    void of_hundreds_of_rules_with_words_each_is_found_by_any_of_its_words() {
        Rule[] rules = IntStream.range(0, 200)
                .mapToObj(i -> refer(
                        "" + i,
                        Condition.builder()
                                .keywords(new Keywords(
                                        List.of("a" + i + "x", "b" + i + "x"), List.of("both"), List.of()))))
                .toArray(Rule[]::new);
        Router router = router(rules);
        for (int i = 0; i < rules.length; i++) {
            for (String word : List.of("a" + i + "x", "b" + i + "x")) {
                assertThat(router.route(RoutingFacts.NONE.withText(CaseText.of(word + " both")), AT)
                                .outcome())
                        .isEqualTo(new Outcome.Refer("" + i));
                assertThat(router.route(RoutingFacts.NONE.withText(CaseText.of(word)), AT)
                                .outcome())
                        .isEqualTo(new Outcome.Triage(Outcome.UNROUTED));
            }
        }
    }

    @Test
    void a_retired_category_is_decided_as_its_only_successor_from_the_day_of_its_end() {
        LocalDate end = LocalDate.of(2026, 7, 1);
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "1",
                List.of(
                        category("01").build(),
                        category("02").build(),
                        category("03")
                                .effective(Effective.until(end))
                                .addSuccessors(CategoryCode.of("01"))
                                .build(),
                        category("04")
                                .effective(Effective.until(end))
                                .addSuccessors(CategoryCode.of("01"), CategoryCode.of("02"))
                                .build(),
                        category("05").effective(Effective.until(end)).build()));
        Rule[] rules = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> refer("" + i, of(List.of(CategoryCode.of("0" + i)))))
                .toArray(Rule[]::new);
        Router router = Router.of(set(rules), taxonomy, RoutingArbitraries.directory());
        Instant before = end.atStartOfDay(RoutingArbitraries.ZONE).toInstant().minusNanos(1);
        for (String code : List.of("03", "04", "05")) {
            RoutingDecision decision = router.route(of(code), before);
            assertThat(decision.outcome()).isEqualTo(new Outcome.Refer(code.substring(1)));
            assertThat(decision.notices()).isEmpty();
        }
        Instant from = before.plusNanos(1);
        assertThat(router.route(of("03"), from).outcome()).isEqualTo(new Outcome.Refer("1"));
        assertThat(router.route(of("03"), from).notices()).containsExactly(Notice.CATEGORY_SUCCEEDED);
        assertThat(router.route(of("04"), from).outcome()).isEqualTo(new Outcome.Refer("4"));
        assertThat(router.route(of("04"), from).notices()).containsExactly(Notice.CATEGORY_SPLIT);
        assertThat(router.route(of("05"), from).outcome()).isEqualTo(new Outcome.Refer("5"));
        assertThat(router.route(of("05"), from).notices()).isEmpty();
        for (String code : List.of("03", "04", "05")) {
            for (Instant at : List.of(before, from)) {
                assertThat(router.route(of(code), at)).isEqualTo(router.routeByDefinition(of(code), List.of(), at));
            }
        }
    }

    private static Category.Builder category(String code) {
        return Category.builder().code(CategoryCode.of(code)).name(Label.of("事" + code, "Matter " + code));
    }

    private static RoutingFacts of(String category) {
        return RoutingFacts.NONE.withCategory(CategoryCode.of(category));
    }

    @Test
    void who_has_charge_leads_and_whoever_assists_is_not_the_lead_and_there_once() {
        Rule rule = Rule.builder()
                .id("r")
                .then(new Directive.Assign(
                        Target.Jurisdiction.NEAREST,
                        List.of(
                                Target.department("C"),
                                Target.Jurisdiction.of("district", "housing"),
                                Target.department("B"),
                                Target.department("OLD"))))
                .build();
        RuleSet rules = RoutingArbitraries.ruleSet(List.of(
                RuleSet.Section.first("s", rule),
                new RuleSet.Section(
                        "c",
                        SectionPolicy.COLLECT,
                        List.of(Rule.builder()
                                .id("x")
                                .then(new Directive.Assist(List.of(Target.department("A"), Target.department("LATER"))))
                                .build()))));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        RoutingDecision decision = router.route(in("12"), on(RoutingArbitraries.DAYS.get(0)));
        assertThat(decision.outcome()).isEqualTo(dispatch("C", "B", "OLD", "A"));
        assertThat(decision.collected()).containsExactly("S1R0");
        assertThat(router.route(in("12"), on(RoutingArbitraries.DAYS.get(2))).outcome())
                .isEqualTo(dispatch("C", "B", "A", "LATER"));
        assertThat(router.route(in("12"), on(RoutingArbitraries.DAYS.get(2))).notices())
                .containsExactly(Notice.DEPARTMENT_SUCCEEDED);
        assertDecidesAsDefined(router);
        // Nobody here comes or goes.
        Router lasting = router(rule.withThen(new Directive.Assign(
                Target.Jurisdiction.NEAREST,
                List.of(
                        Target.department("C"),
                        Target.Jurisdiction.of("district", "housing"),
                        Target.department("B")))));
        assertThat(lasting.route(in("12"), AT).outcome()).isEqualTo(dispatch("C", "B"));
        assertDecidesAsDefined(lasting);
        Router fixed = router(rule.withThen(Directive.Assign.of("A", "B", "C")));
        assertThat(fixed.route(in("12"), List.of(Objection.of("B", "")), AT).outcome())
                .isEqualTo(dispatch("A", "C"));
        assertDecidesAsDefined(fixed);
    }

    private static void assertDecidesAsDefined(Router router) {
        for (String area : List.of("1", "11", "111", "12", "2", "21", "3")) {
            for (LocalDate day : RoutingArbitraries.DAYS) {
                for (List<Objection> objections : List.of(List.<Objection>of(), List.of(Objection.of("B", "")))) {
                    assertThat(router.route(in(area), objections, on(day)))
                            .isEqualTo(router.routeByDefinition(in(area), objections, on(day)));
                }
            }
        }
    }

    @Test
    void two_rules_that_say_as_much_and_differ_are_ambiguous_and_the_first_decides() {
        Condition.Builder one = Condition.builder().addKinds(CaseKind.HELP);
        Condition.Builder other = Condition.builder().addChannels(Channel.WEB);
        RoutingFacts facts = RoutingFacts.NONE.withKind(CaseKind.HELP).withChannel(Channel.WEB);
        for (SectionPolicy policy : List.of(SectionPolicy.MOST_SPECIFIC, SectionPolicy.UNIQUE)) {
            RuleSet rules = RoutingArbitraries.ruleSet(
                    List.of(new RuleSet.Section("s", policy, List.of(refer("1", one), refer("2", other)))));
            Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
            RoutingDecision decision = router.route(facts, AT);
            assertThat(decision.outcome()).isEqualTo(new Outcome.Refer("1"));
            assertThat(decision.notices()).containsExactly(Notice.AMBIGUOUS);
            assertThat(decision).isEqualTo(router.routeByDefinition(facts, List.of(), AT));
        }
    }

    @Test
    void all_rules_that_match_are_found_in_whichever_sections_they_collect() {
        RuleSet.Section deciding = RuleSet.Section.first("s", refer("1", Condition.builder()));
        Rule assist = Rule.builder()
                .id("x")
                .then(new Directive.Assist(List.of(Target.department("A"))))
                .build();
        RuleSet rules = RoutingArbitraries.ruleSet(List.of(
                new RuleSet.Section("a", SectionPolicy.COLLECT, List.of(assist, assist)),
                deciding,
                new RuleSet.Section("b", SectionPolicy.COLLECT, List.of(assist, assist, assist))));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        assertThat(router.allMatches(RoutingFacts.NONE, AT))
                .extracting(Rule::id)
                .containsExactly("S0R0", "S0R1", "S1R0", "S2R0", "S2R1", "S2R2");
    }

    @Test
    void a_text_that_is_cut_is_told_of_where_a_rule_asks_for_words() {
        RoutingFacts facts = RoutingFacts.NONE.withText(CaseText.of("x".repeat(CaseText.MAX_CHARACTERS + 1)));
        Router deaf = router(refer("1", Condition.builder()));
        Router hearing = router(refer("1", Condition.builder().keywords(Keywords.anyOf("y"))));
        assertThat(deaf.route(facts, AT).notices()).isEmpty();
        assertThat(hearing.route(facts, AT).notices()).containsExactly(Notice.TEXT_CUT);
        for (Router router : List.of(deaf, hearing)) {
            assertThat(router.route(facts, AT)).isEqualTo(router.routeByDefinition(facts, List.of(), AT));
        }
    }

    @Test
    void a_rule_that_its_time_keeps_from_matching_is_near_and_one_whose_time_holds_may_be_near_by_another_cell() {
        // The first minute of a week.
        Instant monday =
                LocalDate.of(2026, 5, 4).atStartOfDay(RoutingArbitraries.ZONE).toInstant();
        TimeWindow begin = TimeWindow.parse("Mon 00:00-01:00");
        CategoryCode category = CategoryCode.of("01");
        Router router = router(
                refer("1", of(List.of(category)).addTimes(TimeWindow.parse("Tue 00:00-01:00"))),
                refer("2", of(List.of(category)).addTimes(begin).addKinds(CaseKind.HELP)),
                refer("3", of(List.of(category)).addTimes(begin)));
        RoutingFacts facts = of("01").withKind(CaseKind.REPORT).withReceivedAt(monday);
        assertThat(router.route(facts, AT).outcome()).isEqualTo(new Outcome.Refer("3"));
        for (RoutingExplanation explanation :
                List.of(router.explain(facts, AT), router.explainByDefinition(facts, List.of(), AT))) {
            assertThat(explanation.nearMisses())
                    .extracting(miss -> miss.rule().id() + " " + miss.failing().cell())
                    .containsExactly("S0R1 KIND", "S0R0 TIME");
        }
    }

    @Test
    void each_word_that_must_be_absent_keeps_a_rule_from_matching() {
        Router router = router(
                refer("1", Condition.builder().keywords(new Keywords(List.of(), List.of(), List.of("水果", "煤气")))),
                refer("2", Condition.builder().keywords(new Keywords(List.of(), List.of(), List.of("gas")))));
        assertThat(router.route(RoutingFacts.NONE.withText(CaseText.of("x")), AT)
                        .outcome())
                .isEqualTo(new Outcome.Refer("1"));
        for (String text : List.of("水果", "煤气")) {
            assertThat(router.route(RoutingFacts.NONE.withText(CaseText.of(text)), AT)
                            .outcome())
                    .isEqualTo(new Outcome.Refer("2"));
        }
        assertThat(router.route(RoutingFacts.NONE.withText(CaseText.of("水果 gas")), AT)
                        .outcome())
                .isEqualTo(new Outcome.Triage(Outcome.UNROUTED));
    }

    private static Outcome dispatch(String lead, String... assisting) {
        return new Outcome.Dispatch(
                DepartmentCode.of(lead),
                Stream.of(assisting).map(DepartmentCode::of).toList());
    }

    @Test
    void a_set_decides_and_matches_from_its_first_day_until_the_day_before_its_end() {
        LocalDate first = LocalDate.of(2026, 7, 1);
        Router router = Router.of(
                set(refer("1", Condition.builder())).withEffective(Effective.between(first, first.plusDays(1))),
                RoutingArbitraries.taxonomy(),
                RoutingArbitraries.directory());
        Instant begin = first.atStartOfDay(RoutingArbitraries.ZONE).toInstant();
        Instant end = first.plusDays(1).atStartOfDay(RoutingArbitraries.ZONE).toInstant();
        for (Instant at : List.of(begin, end.minusNanos(1))) {
            assertThat(router.allMatches(RoutingFacts.NONE, at)).hasSize(1);
            assertThat(router.route(RoutingFacts.NONE, at).outcome()).isEqualTo(new Outcome.Refer("1"));
        }
        for (Instant at : List.of(begin.minusNanos(1), end)) {
            assertThat(router.allMatches(RoutingFacts.NONE, at)).isEmpty();
            assertThat(router.route(RoutingFacts.NONE, at).outcome())
                    .isEqualTo(new Outcome.Triage(Outcome.NOT_IN_FORCE));
        }
    }

    @Test
    void an_objection_leads_to_the_next_rule_and_as_many_as_are_allowed_to_people() {
        Router router = router(
                Rule.builder().id("1").then(Directive.Assign.of("A")).build(),
                Rule.builder().id("2").then(Directive.Assign.of("B")).build());
        assertThat(router.route(RoutingFacts.NONE, List.of(Objection.of("A", "")), AT)
                        .outcome())
                .isEqualTo(new Outcome.Dispatch(DepartmentCode.of("B"), List.of()));
        assertThat(router.route(RoutingFacts.NONE, List.of(Objection.of("A", ""), Objection.of("C", "")), AT)
                        .outcome())
                .isEqualTo(ReturnPolicy.STANDARD.then());
        assertThat(router.routeByDefinition(
                                RoutingFacts.NONE, List.of(Objection.of("A", ""), Objection.of("C", "")), AT)
                        .outcome())
                .isEqualTo(ReturnPolicy.STANDARD.then());
        assertThat(ReturnPolicy.STANDARD.maxReturns()).isEqualTo(2);
    }

    @Test
    void more_rules_match_than_are_first_made_room_for() {
        Rule[] rules = IntStream.range(0, 40)
                .mapToObj(i -> refer("" + i, Condition.builder()))
                .toArray(Rule[]::new);
        Router router = Router.of(set(rules), RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        assertThat(router.allMatches(RoutingFacts.NONE, AT)).hasSize(40);
        RoutingExplanation explanation = router.explain(RoutingFacts.NONE, AT);
        assertThat(explanation.passedOverCount()).isEqualTo(39);
        assertThat(explanation.passedOver())
                .hasSize(RoutingExplanation.MAX_LISTED)
                .allMatch(p -> p.reason() == RoutingExplanation.Reason.EARLIER_RULE);
    }

    @Test
    void an_explanation_says_what_kept_each_rule_from_deciding() {
        CategoryCode top = CategoryCode.of("01");
        CategoryCode below = CategoryCode.of("01.01");
        Rule.Builder first = Rule.builder();
        first.id("0").then(Directive.Assign.of("A"));
        RuleSet rules = RoutingArbitraries.ruleSet(List.of(
                RuleSet.Section.first("r", first.build()),
                new RuleSet.Section(
                        "s",
                        SectionPolicy.MOST_SPECIFIC,
                        List.of(
                                refer("1", of(List.of(top))),
                                refer("2", of(List.of(below))),
                                refer("3", of(List.of(below))))),
                RuleSet.Section.first("t", refer("4", Condition.builder()))));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        RoutingFacts facts = of("01.01");
        assertThat(reasons(router.explain(facts, AT)))
                .containsExactly(
                        "S1R1 EARLIER_SECTION", "S1R2 EARLIER_SECTION", "S1R0 EARLIER_SECTION", "S2R0 EARLIER_SECTION");
        List<Objection> one = List.of(Objection.of("A", ""));
        assertThat(reasons(router.explain(facts, one, AT)))
                .containsExactly("S0R0 RELIEVED 1", "S1R2 EARLIER_RULE", "S1R0 LESS_SPECIFIC", "S2R0 EARLIER_SECTION");
        List<Objection> two = List.of(Objection.of("C", ""), Objection.of("A", ""));
        assertThat(reasons(router.explain(facts, two, AT)))
                .containsExactly(
                        "S0R0 RELIEVED 2",
                        "S1R1 PEOPLE_DECIDE",
                        "S1R2 PEOPLE_DECIDE",
                        "S1R0 PEOPLE_DECIDE",
                        "S2R0 PEOPLE_DECIDE");
    }

    private static List<String> reasons(RoutingExplanation explanation) {
        return explanation.passedOver().stream()
                .map(p -> p.rule().id() + " " + p.reason()
                        + p.objection().map(n -> " " + n).orElse(""))
                .toList();
    }

    /** A rule of so many categories stands under them alone, whatever its areas; see {@link RuleTable}. */
    @Test
    void rules_of_many_categories_decide_and_are_explained_as_defined_whatever_area_they_ask_for() throws IOException {
        StringBuilder table = new StringBuilder("code,parent,name_zh,name_en\n");
        for (int i = 10; i < 90; i++) {
            table.append(i + ",,事" + i + ",Matter " + i + "\n");
        }
        Taxonomy taxonomy = Taxonomy.readCsv("t", "1", "t.csv", Documents.in(table.toString()));
        List<CategoryCode> most =
                taxonomy.categories().stream().map(Category::code).limit(70).toList();
        AreaCode one = AreaCode.of("1");
        AreaCode street = AreaCode.of("21");
        for (SectionPolicy policy : List.of(SectionPolicy.FIRST, SectionPolicy.MOST_SPECIFIC, SectionPolicy.UNIQUE)) {
            RuleSet rules = RoutingArbitraries.ruleSet(List.of(new RuleSet.Section(
                    "s",
                    policy,
                    List.of(
                            refer("1", of(most).addAreas(street)),
                            refer("2", of(most).addAreas(one, street).addKinds(CaseKind.HELP)),
                            refer("3", of(most).addMissing(Cell.AREA)),
                            refer("4", of(most).addAreas(one).addMissing(Cell.AREA, Cell.CATEGORY)),
                            refer("5", of(most).addKinds(CaseKind.REPORT)),
                            refer("6", of(most.subList(0, 64)))))));
            Router router = Router.of(rules, taxonomy, RoutingArbitraries.directory());
            for (RoutingFacts facts : facts()) {
                assertThat(router.route(facts, AT)).isEqualTo(router.routeByDefinition(facts, List.of(), AT));
                assertThat(router.allMatches(facts, AT)).isEqualTo(router.allMatchesByDefinition(facts, AT));
                RoutingExplanation explanation = router.explain(facts, AT);
                RoutingExplanation defined = router.explainByDefinition(facts, List.of(), AT);
                assertThat(explanation.nearMisses()).isEqualTo(defined.nearMisses());
                assertThat(explanation.passedOver()).isEqualTo(defined.passedOver());
            }
        }
    }

    /** Rules that many rules beside them ask for are kept in bitmaps; see {@link RuleTable}. */
    @Test
    void sections_of_many_rules_for_one_category_do_not_run_into_each_other() {
        List<RuleSet.Section> sections = new ArrayList<>();
        for (SectionPolicy policy : List.of(SectionPolicy.MOST_SPECIFIC, SectionPolicy.UNIQUE, SectionPolicy.FIRST)) {
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i < 70; i++) {
                Condition.Builder when = of(List.of(CategoryCode.of("01")));
                if (i % 4 == 0 || i % 4 == 3) {
                    when.keywords(Keywords.anyOf(RoutingArbitraries.WORDS.get(i % 5)));
                }
                if (i % 4 != 0) {
                    when.addKinds(i % 4 == 1 ? CaseKind.HELP : CaseKind.REPORT);
                }
                rules.add(Rule.builder()
                        .id("" + i)
                        .when(when.build())
                        .then(Directive.Assign.of(RoutingArbitraries.DEPARTMENTS.get(i % 3)))
                        .build());
            }
            sections.add(new RuleSet.Section("s" + sections.size(), policy, rules));
        }
        RuleSet all = RoutingArbitraries.ruleSet(sections);
        for (RuleSet rules : List.of(all, all.withSections(all.sections().get(0)))) {
            Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
            for (CaseKind kind : List.of(CaseKind.HELP, CaseKind.REPORT, CaseKind.COMPLAINT)) {
                for (String text : List.of("煤气味", "gas", "水果", "x")) {
                    RoutingFacts facts = RoutingFacts.builder()
                            .category(CategoryCode.of("01.01"))
                            .kind(kind)
                            .text(CaseText.of(text))
                            .build();
                    for (List<Objection> objections : List.of(
                            List.<Objection>of(), List.of(Objection.of("A", "")), List.of(Objection.of("B", "")))) {
                        assertThat(router.route(facts, objections, AT))
                                .isEqualTo(router.routeByDefinition(facts, objections, AT));
                    }
                    assertThat(router.allMatches(facts, AT)).isEqualTo(router.allMatchesByDefinition(facts, AT));
                }
            }
        }
    }

    @Test
    void a_full_bitmap_ends_where_its_rules_end() {
        Rule[] rules = IntStream.range(0, 128)
                .mapToObj(i -> refer("" + i, Condition.builder().addKinds(CaseKind.HELP)))
                .toArray(Rule[]::new);
        Router router = Router.of(set(rules), RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        assertThat(router.route(RoutingFacts.NONE.withKind(CaseKind.REPORT), AT).outcome())
                .isEqualTo(new Outcome.Triage(Outcome.UNROUTED));
        assertThat(router.allMatches(RoutingFacts.NONE.withKind(CaseKind.HELP), AT))
                .hasSize(128);
    }

    @Test
    void a_rule_of_many_areas_and_nothing_else_is_no_near_miss() {
        List<Area> areas = new ArrayList<>();
        areas.add(area("1", "district", ""));
        for (int i = 10; i < 80; i++) {
            areas.add(area("1" + i, "street", "1"));
        }
        Directory directory = Directory.of(
                "d", "1", RoutingArbitraries.directory().departments().subList(0, 1), areas);
        List<AreaCode> streets = areas.stream()
                .map(Area::code)
                .filter(c -> c.value().length() > 1)
                .toList();
        RuleSet rules = set(
                refer("1", Condition.builder().addAllAreas(streets)),
                refer("2", Condition.builder().addAllAreas(streets).addKinds(CaseKind.HELP)),
                refer("3", Condition.builder().addAllAreas(streets).addKinds(CaseKind.REPORT)));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), directory);
        RoutingFacts facts = in("1").withKind(CaseKind.HELP);
        assertThat(router.explain(facts, AT).nearMisses())
                .extracting(miss -> miss.rule().id())
                .containsExactly("S0R1");
        assertThat(router.explain(facts, AT).nearMisses())
                .isEqualTo(router.explainByDefinition(facts, List.of(), AT).nearMisses());
    }

    private static Area area(String code, String level, String parent) {
        return Area.builder()
                .code(AreaCode.of(code))
                .name(Label.of("区" + code, "Area " + code))
                .parent(Optional.of(parent).filter(p -> !p.isEmpty()).map(AreaCode::of))
                .level(level)
                .build();
    }

    private static Condition.Builder of(List<CategoryCode> categories) {
        return Condition.builder().addAllCategories(categories);
    }

    private static List<RoutingFacts> facts() {
        List<RoutingFacts> all = new ArrayList<>();
        for (String category : List.of("10", "73", "74", "79", "80", "99", "")) {
            for (String area : List.of("1", "11", "2", "21", "3", "")) {
                for (CaseKind kind : List.of(CaseKind.HELP, CaseKind.REPORT, CaseKind.COMPLAINT)) {
                    RoutingFacts.Builder facts = RoutingFacts.builder().kind(kind);
                    all.add(facts.category(Optional.of(category)
                                    .filter(c -> !c.isEmpty())
                                    .map(CategoryCode::of))
                            .area(Optional.of(area).filter(a -> !a.isEmpty()).map(AreaCode::of))
                            .build());
                }
            }
        }
        return all;
    }
}
