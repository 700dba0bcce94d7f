package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Over small trees, so that rules meet often. */
class RouterLawsTest {

    private static final Instant NOW = LocalDate.of(2026, 5, 1)
            .atTime(9, 0)
            .atZone(RoutingArbitraries.ZONE)
            .toInstant();

    private static Router router(RuleSet rules) {
        return Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static Router router(List<RuleSet.Section> sections) {
        return router(RoutingArbitraries.ruleSet(sections));
    }

    @Property(tries = 3_000)
    void the_index_decides_as_the_definition_does(
            @ForAll("ruleSets") RuleSet rules,
            @ForAll("facts") RoutingFacts facts,
            @ForAll("objections") List<Objection> objections,
            @ForAll("instants") Instant at) {
        Router router = router(rules);
        assertThat(router.route(facts, objections, at)).isEqualTo(router.routeByDefinition(facts, objections, at));
        assertThat(router.route(facts, at)).isEqualTo(router.routeByDefinition(facts, List.of(), at));
        Router strict = router.strict();
        assertThat(strict.route(facts, objections, at)).isEqualTo(strict.routeByDefinition(facts, objections, at));
        assertThat(router.allMatches(facts, at)).isEqualTo(router.allMatchesByDefinition(facts, at));
    }

    /** As above, where categories and departments come, go, and succeed each other; that they do is counted. */
    @Property(tries = 600)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void the_index_decides_as_the_definition_does_where_categories_and_departments_succeed_each_other(
            @ForAll("plainSets") RuleSet rules,
            @ForAll("taxonomies") Taxonomy taxonomy,
            @ForAll("directories") Directory directory,
            @ForAll @Size(10) List<@From("facts") RoutingFacts> cases,
            @ForAll("objections") List<Objection> objections,
            @ForAll("instants") Instant at) {
        Router router = Router.of(rules, taxonomy, directory);
        for (RoutingFacts facts : cases) {
            RoutingDecision decision = router.route(facts, at);
            assertThat(decision).isEqualTo(router.routeByDefinition(facts, List.of(), at));
            assertThat(router.explain(facts, at).decision()).isEqualTo(decision);
            assertThat(router.route(facts, objections, at)).isEqualTo(router.routeByDefinition(facts, objections, at));
            assertThat(router.allMatches(facts, at)).isEqualTo(router.allMatchesByDefinition(facts, at));
            count(rules, decision);
        }
    }

    private static void count(RuleSet rules, RoutingDecision decision) {
        boolean byCategory = rules.sections().stream()
                .flatMap(s -> s.rules().stream())
                .filter(r -> decision.rule().filter(r.id()::equals).isPresent())
                .anyMatch(r -> !r.when().categories().isEmpty());
        for (Notice notice : REACHED) {
            boolean noticed = decision.notices().contains(notice);
            count(notice.name(), noticed, 20);
            count(notice.name() + " and a rule for a category", noticed && byCategory, 1);
        }
        Outcome abolished = new Outcome.Triage(Outcome.DEPARTMENT_ABOLISHED);
        count(Outcome.DEPARTMENT_ABOLISHED, decision.outcome().equals(abolished), 20);
    }

    private static final List<Notice> REACHED = List.of(
            Notice.CATEGORY_SUCCEEDED, Notice.CATEGORY_SPLIT, Notice.DEPARTMENT_SUCCEEDED, Notice.UNKNOWN_CATEGORY);

    private static void count(String what, boolean seen, int atLeast) {
        Statistics.label(what).collect(seen);
        Statistics.label(what).coverage(coverage -> coverage.check(true).count(count -> count >= atLeast));
    }

    @Property(tries = 100)
    void the_index_decides_as_the_definition_does_where_hundreds_of_rules_ask_for_one_place(
            @ForAll("largeSets") RuleSet rules,
            @ForAll("facts") RoutingFacts facts,
            @ForAll("objections") List<Objection> objections,
            @ForAll("instants") Instant at) {
        Router router = router(rules);
        assertThat(router.route(facts, objections, at)).isEqualTo(router.routeByDefinition(facts, objections, at));
        assertThat(router.allMatches(facts, at)).isEqualTo(router.allMatchesByDefinition(facts, at));
    }

    @Property(tries = 300)
    void the_index_decides_as_the_definition_does_where_rules_name_more_pairs_than_it_keeps(
            @ForAll("facts") RoutingFacts facts, @ForAll("policies") SectionPolicy policy, @ForAll Random random) {
        List<CategoryCode> categories = RoutingArbitraries.taxonomy().categories().stream()
                .map(c -> c.code())
                .toList();
        List<AreaCode> areas = new ArrayList<>(
                RoutingArbitraries.directory().areas().stream().map(Area::code).toList());
        // Eight categories by nine areas are more pairs than 64.
        List<Area> more = new ArrayList<>(RoutingArbitraries.directory().areas());
        for (String code : List.of("112", "121", "122", "211")) {
            more.add(area(code));
            areas.add(AreaCode.of(code));
        }
        Directory directory =
                Directory.of("d", "1", RoutingArbitraries.directory().departments(), more);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boolean wide = random.nextBoolean();
            rules.add(Rule.builder()
                    .id("R" + i)
                    .when(Condition.builder()
                            .addAllCategories(wide ? categories : categories.subList(i, i + 1))
                            .addAllAreas(wide ? areas : areas.subList(i, i + 1))
                            .addAllKinds(random.nextBoolean() ? List.of(CaseKind.HELP) : List.of())
                            .build())
                    .then(Directive.Assign.of(RoutingArbitraries.DEPARTMENTS.get(random.nextInt(3))))
                    .build());
        }
        RuleSet set = RoutingArbitraries.ruleSet(List.of(new RuleSet.Section("s", policy, rules)));
        Router router = Router.of(set, RoutingArbitraries.taxonomy(), directory);
        assertThat(router.route(facts, NOW)).isEqualTo(router.routeByDefinition(facts, List.of(), NOW));
        assertThat(router.allMatches(facts, NOW)).isEqualTo(router.allMatchesByDefinition(facts, NOW));
        RoutingExplanation explanation = router.explain(facts, NOW);
        RoutingExplanation defined = router.explainByDefinition(facts, List.of(), NOW);
        assertThat(explanation.nearMisses()).isEqualTo(defined.nearMisses());
        assertThat(explanation.passedOver()).isEqualTo(defined.passedOver());
    }

    private static Area area(String code) {
        return Area.builder()
                .code(AreaCode.of(code))
                .name(Label.of("区" + code, "Area " + code))
                .parent(AreaCode.of(code.substring(0, 2)))
                .level("community")
                .build();
    }

    @Property
    void swapping_neighbours_with_equal_outcomes_or_that_no_case_meets_both_changes_no_outcome(
            @ForAll("sections") RuleSet.Section section, @ForAll("facts") RoutingFacts facts, @ForAll Random random) {
        Assume.that(section.rules().size() > 1);
        int i = random.nextInt(section.rules().size() - 1);
        Rule a = section.rules().get(i);
        Rule b = section.rules().get(i + 1);
        boolean bothMatch = matches(a, facts) && matches(b, facts);
        Assume.that(!bothMatch || a.then().equals(b.then()));
        List<Rule> swapped = new ArrayList<>(section.rules());
        Collections.swap(swapped, i, i + 1);
        assertThat(outcome(new RuleSet.Section("s", section.policy(), swapped), facts))
                .isEqualTo(outcome(section, facts));
    }

    @Property
    void in_a_section_where_not_the_order_decides_no_order_changes_an_outcome_that_is_not_ambiguous(
            @ForAll("sections") RuleSet.Section section, @ForAll("facts") RoutingFacts facts, @ForAll Random random) {
        Assume.that(section.policy() != SectionPolicy.FIRST);
        RoutingDecision decision = router(List.of(section)).route(facts, NOW);
        List<Rule> shuffled = new ArrayList<>(section.rules());
        Collections.shuffle(shuffled, random);
        RoutingDecision other = router(List.of(new RuleSet.Section("s", section.policy(), shuffled)))
                .route(facts, NOW);
        assertThat(other.notices().contains(Notice.AMBIGUOUS))
                .isEqualTo(decision.notices().contains(Notice.AMBIGUOUS));
        if (!decision.notices().contains(Notice.AMBIGUOUS)) {
            assertThat(other.outcome()).isEqualTo(decision.outcome());
        }
    }

    @Property
    void a_list_of_categories_is_the_same_as_a_rule_for_each(
            @ForAll("sections") RuleSet.Section section, @ForAll("facts") RoutingFacts facts) {
        List<Rule> split = new ArrayList<>();
        for (Rule rule : section.rules()) {
            if (rule.when().categories().size() < 2 || rule.when().missing().contains(Cell.CATEGORY)) {
                split.add(rule);
            } else {
                rule.when()
                        .categories()
                        .forEach(c -> split.add(rule.withWhen(withCategories(rule.when(), List.of(c)))));
            }
        }
        RuleSet.Section rows = new RuleSet.Section("s", section.policy(), split);
        assertThat(outcome(rows, facts)).isEqualTo(outcome(section, facts));
    }

    @Property
    void a_category_and_all_its_children_differ_only_in_cases_at_the_category_itself(
            @ForAll("conditions") Condition when, @ForAll("facts") RoutingFacts facts) {
        CategoryCode parent = CategoryCode.of("01");
        Condition one = withCategories(when, List.of(parent));
        Condition children = withCategories(
                when,
                RoutingArbitraries.taxonomy().children(parent).stream()
                        .map(c -> c.code())
                        .toList());
        boolean differ = holds(one, facts) != holds(children, facts);
        assertThat(differ && facts.category().filter(c -> !c.equals(parent)).isPresent())
                .isFalse();
    }

    @Property
    void rules_added_at_the_end_change_only_what_was_unrouted(
            @ForAll("ruleSets") RuleSet rules,
            @ForAll("conditions") Condition when,
            @ForAll("facts") RoutingFacts facts) {
        Rule last = Rule.builder()
                .id("last")
                .when(when)
                .then(new Outcome.AnswerAtDesk())
                .build();
        List<RuleSet.Section> sections = new ArrayList<>(rules.sections());
        sections.add(RuleSet.Section.first("last", last));
        RoutingDecision before = router(rules.sections()).route(facts, NOW);
        RoutingDecision after = router(sections).route(facts, NOW);
        if (before.rule().isPresent() || !matches(last, facts)) {
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after.outcome()).isEqualTo(new Outcome.AnswerAtDesk());
        }
    }

    @Property
    void asking_for_more_never_matches_more(
            @ForAll("conditions") Condition when,
            @ForAll("conditions") Condition more,
            @ForAll("facts") RoutingFacts facts) {
        Condition narrower = new Condition(
                when.categories(),
                when.areas(),
                when.isAny(Cell.KIND) ? more.kinds() : when.kinds(),
                when.isAny(Cell.CHANNEL) ? more.channels() : when.channels(),
                when.priorities(),
                when.requesters(),
                when.dayTypes(),
                when.missing(),
                when.keywords().isAny() ? more.keywords() : when.keywords(),
                when.times().isEmpty() ? more.times() : when.times());
        if (holds(narrower, facts)) {
            assertThat(holds(when, facts)).isTrue();
        }
    }

    @Property
    void a_value_and_a_missing_fact_are_never_matched_by_the_same_case(
            @ForAll("categories") CategoryCode category, @ForAll("facts") RoutingFacts facts) {
        Condition value = Condition.builder().addCategories(category).build();
        Condition missing = Condition.builder().addMissing(Cell.CATEGORY).build();
        assertThat(holds(value, facts) && holds(missing, facts)).isFalse();
        assertThat(holds(missing, facts)).isEqualTo(facts.category().isEmpty());
    }

    @Property
    void a_more_precise_category_or_area_never_unmatches_a_rule(
            @ForAll("conditions") Condition when, @ForAll("facts") RoutingFacts facts) {
        RoutingFacts finer = facts.withCategory(facts.category().map(c -> CategoryCode.of(c + ".01")))
                .withArea(facts.area().map(a -> AreaCode.of(a + "1")));
        if (holds(when, facts)) {
            assertThat(holds(when, finer)).isTrue();
        }
    }

    @Property
    void decisions_change_on_the_days_of_change_alone(
            @ForAll("ruleSets") RuleSet rules, @ForAll("facts") RoutingFacts facts) {
        Router router = router(rules);
        List<LocalDate> days = RoutingArbitraries.DAYS;
        for (int i = 0; i < days.size(); i++) {
            Instant first = start(days.get(i));
            Instant last = i + 1 < days.size() ? start(days.get(i + 1)).minusNanos(1) : Instant.MAX;
            assertThat(router.route(facts, last)).isEqualTo(router.route(facts, first));
        }
        assertThat(router.route(facts, start(days.get(0)).minusNanos(1))).isEqualTo(router.route(facts, Instant.MIN));
    }

    @Property
    void versions_that_follow_each_other_leave_no_day_out_and_share_none(
            @ForAll("facts") RoutingFacts facts, @ForAll("instants") Instant at) {
        LocalDate change = RoutingArbitraries.DAYS.get(1);
        Rule before = Rule.builder()
                .id("R")
                .then(new Outcome.Refer("110"))
                .effective(Effective.until(change))
                .build();
        Rule after = before.withThen(new Outcome.Refer("119")).withEffective(Effective.from(change));
        String number = at.isBefore(start(change)) ? "110" : "119";
        Router router = router(List.of(RuleSet.Section.first("s", before, after)));
        assertThat(router.route(facts, at).outcome()).isEqualTo(new Outcome.Refer(number));
        assertThat(router.allMatches(facts, at)).hasSize(1);
    }

    @Property
    void a_case_never_comes_back_to_a_department_that_was_relieved_of_it_and_its_returns_end_in_triage(
            @ForAll("ruleSets") RuleSet rules, @ForAll("facts") RoutingFacts facts, @ForAll("instants") Instant at) {
        Router router = router(rules);
        List<Objection> objections = new ArrayList<>();
        Set<DepartmentCode> relieved = new HashSet<>();
        Outcome outcome = router.route(facts, objections, at).outcome();
        while (outcome instanceof Outcome.Dispatch dispatch) {
            assertThat(dispatch.lead()).isNotIn(relieved);
            assertThat(Collections.disjoint(dispatch.assisting(), relieved)).isTrue();
            relieved.add(dispatch.lead());
            objections.add(new Objection(dispatch.lead(), "not ours"));
            outcome = router.route(facts, objections, at).outcome();
            assertThat(objections).hasSizeLessThanOrEqualTo(rules.onReturn().maxReturns());
        }
        assertThat(objections.size() < rules.onReturn().maxReturns()
                        || outcome.equals(rules.onReturn().then()))
                .isTrue();
    }

    @Property(tries = 200)
    void decisions_do_not_depend_on_the_locale_or_the_zone_of_the_machine(
            @ForAll("ruleSets") RuleSet rules, @ForAll("facts") RoutingFacts facts, @ForAll("instants") Instant at) {
        RoutingDecision decision = router(rules).route(facts, at);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(router(rules).route(facts, at)).isEqualTo(decision);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Example
    void the_ends_of_time_are_decided_as_well() {
        Router router = router(List.of(RuleSet.Section.first(
                "s",
                Rule.builder()
                        .id("R")
                        .when(Condition.builder()
                                .addTimes(TimeWindow.parse("00:00-24:00"))
                                .build())
                        .then(new Outcome.AnswerAtDesk())
                        .build())));
        for (Instant end : List.of(Instant.MIN, Instant.MAX)) {
            RoutingFacts facts = RoutingFacts.NONE.withReceivedAt(end);
            assertThat(router.route(facts, end).outcome()).isEqualTo(new Outcome.AnswerAtDesk());
            assertThat(router.routeByDefinition(facts, List.of(), end)).isEqualTo(router.route(facts, end));
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(RoutingArbitraries.ZONE).toInstant();
    }

    private static Outcome outcome(RuleSet.Section section, RoutingFacts facts) {
        List<Rule> numbered = IntStream.range(0, section.rules().size())
                .mapToObj(i -> section.rules().get(i).withId("N" + i))
                .toList();
        return router(List.of(new RuleSet.Section("s", section.policy(), numbered)))
                .route(facts, NOW)
                .outcome();
    }

    private static boolean matches(Rule rule, RoutingFacts facts) {
        return rule.effective().includes(LocalDate.of(2026, 5, 1)) && holds(rule.when(), facts);
    }

    private static boolean holds(Condition when, RoutingFacts facts) {
        return ReferenceMatcher.matches(when, facts, RoutingArbitraries.ZONE);
    }

    private static Condition withCategories(Condition when, List<CategoryCode> categories) {
        return new Condition(
                categories,
                when.areas(),
                when.kinds(),
                when.channels(),
                when.priorities(),
                when.requesters(),
                when.dayTypes(),
                when.missing(),
                when.keywords(),
                when.times());
    }

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return RoutingArbitraries.ruleSets();
    }

    /** Of which half ask for neither words nor times, so that more of them match. */
    @Provide
    Arbitrary<RuleSet> plainSets() {
        return Arbitraries.oneOf(
                RoutingArbitraries.ruleSets(), RoutingArbitraries.ruleSets(RoutingArbitraries.plainConditions()));
    }

    /** Sections that decide, with equal conditions repeated often enough that tables keep bitmaps of them. */
    @Provide
    Arbitrary<RuleSet> largeSets() {
        return Combinators.combine(sections(), Arbitraries.randoms()).as((section, random) -> {
            List<Rule> many = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Rule rule = section.rules().get(random.nextInt(section.rules().size()));
                Condition when = rule.when();
                Keywords words = random.nextBoolean()
                        ? when.keywords()
                        : Keywords.anyOf(RoutingArbitraries.WORDS.get(random.nextInt(5)));
                many.add(rule.withWhen(new Condition(
                        List.of(),
                        List.of(),
                        List.of(List.of(CaseKind.values()).get(random.nextInt(7))),
                        when.channels(),
                        when.priorities(),
                        when.requesters(),
                        when.dayTypes(),
                        when.missing(),
                        words,
                        when.times())));
            }
            return RoutingArbitraries.ruleSet(List.of(new RuleSet.Section("many", section.policy(), many), section));
        });
    }

    @Provide
    Arbitrary<RuleSet.Section> sections() {
        return RoutingArbitraries.ruleSets()
                .map(set -> set.sections().stream()
                        .filter(s -> s.policy() != SectionPolicy.COLLECT)
                        .findFirst())
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    @Provide
    Arbitrary<SectionPolicy> policies() {
        return Arbitraries.of(SectionPolicy.FIRST, SectionPolicy.MOST_SPECIFIC, SectionPolicy.UNIQUE);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return RoutingArbitraries.conditions();
    }

    @Provide
    Arbitrary<CategoryCode> categories() {
        return RoutingArbitraries.categories();
    }

    @Provide
    Arbitrary<RoutingFacts> facts() {
        return RoutingArbitraries.facts();
    }

    @Provide
    Arbitrary<Taxonomy> taxonomies() {
        return RoutingArbitraries.taxonomies();
    }

    @Provide
    Arbitrary<Directory> directories() {
        return RoutingArbitraries.directories();
    }

    @Provide
    Arbitrary<List<Objection>> objections() {
        return RoutingArbitraries.objections();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return RoutingArbitraries.instants();
    }
}
