package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Over small trees, so that rules meet often. */
class RouterLawsTest {

    private static final List<DepartmentCode> DEPARTMENTS =
            Stream.of("A", "B", "C").map(DepartmentCode::of).toList();
    private static final Directory DIRECTORY = directory();

    @Property
    void the_index_decides_as_the_definition_does(
            @ForAll("ruleSets") RuleSet rules, @ForAll("facts") RoutingFacts facts) {
        Router router = Router.of(rules, DIRECTORY);
        assertThat(router.route(facts)).isEqualTo(router.routeByDefinition(facts));
    }

    @Property
    void the_definition_is_the_first_rule_in_order_that_admits_the_facts(
            @ForAll("ruleSets") RuleSet rules, @ForAll("facts") RoutingFacts facts) {
        Optional<Rule> first =
                rulesOf(rules).stream().filter(r -> admits(r.when(), facts)).findFirst();
        RoutingDecision decision = Router.of(rules, DIRECTORY).routeByDefinition(facts);
        assertThat(decision.rule()).isEqualTo(first.map(Rule::id));
        assertThat(decision.section())
                .isEqualTo(rules.sections().stream()
                        .filter(s -> first.filter(s.rules()::contains).isPresent())
                        .map(RuleSet.Section::id)
                        .findFirst());
        assertThat(decision.outcome())
                .isEqualTo(first.map(r -> carriedOut(r.then(), facts)).orElse(new Outcome.Triage("UNROUTED")));
    }

    @Property
    void an_explanation_tells_of_the_decision_and_of_every_rule_that_matched_or_nearly_did(
            @ForAll("ruleSets") RuleSet rules, @ForAll("facts") RoutingFacts facts) {
        Router router = Router.of(rules, DIRECTORY);
        RoutingExplanation explanation = router.explain(facts);
        assertThat(explanation.facts()).isEqualTo(facts);
        assertThat(explanation.decision()).isEqualTo(router.route(facts));
        assertThat(explanation.winner().map(Rule::id))
                .isEqualTo(explanation.decision().rule());
        assertThat(explanation.evidence())
                .hasSize(explanation.winner().isPresent() ? 4 : 0)
                .allMatch(Evidence::holds);

        List<Rule> matching =
                rulesOf(rules).stream().filter(r -> admits(r.when(), facts)).toList();
        List<Rule> told = new ArrayList<>();
        explanation.winner().ifPresent(told::add);
        told.addAll(explanation.outranked());
        assertThat(told).isEqualTo(matching);

        assertThat(explanation.nearMisses())
                .allSatisfy(miss -> assertThat(miss.failing().holds()).isFalse())
                .extracting(RoutingExplanation.NearMiss::rule)
                .containsExactlyInAnyOrderElementsOf(rulesOf(rules).stream()
                        .filter(r -> !admits(r.when(), facts))
                        .filter(r -> withoutEachCell(r.when()).anyMatch(w -> admits(w, facts)))
                        .toList());
        for (Language language : Language.values()) {
            assertThat(explanation.render(language)).contains(rules.identity()).endsWith("\n");
        }
    }

    @Property
    void a_more_precise_category_or_area_never_unmatches_a_rule(
            @ForAll("conditions") Condition when, @ForAll("facts") RoutingFacts facts) {
        RoutingFacts finer = new RoutingFacts(
                facts.category().map(c -> CategoryCode.of(c + ".01")),
                facts.area().map(a -> AreaCode.of(a + "1")),
                facts.kind(),
                facts.channel());
        if (holds(when, facts)) {
            assertThat(holds(when, finer)).isTrue();
        }
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
        sections.add(new RuleSet.Section("last", List.of(last)));
        RoutingDecision before = Router.of(rules, DIRECTORY).route(facts);
        RoutingDecision after = Router.of(ruleSet(sections), DIRECTORY).route(facts);
        assertThat(after.rule())
                .isEqualTo(before.rule().or(() -> holds(when, facts) ? Optional.of("last") : Optional.empty()));
    }

    // The meaning of a rule, written a second time.

    private static boolean admits(Condition when, RoutingFacts facts) {
        boolean category = when.categories().isEmpty()
                || facts.category().stream()
                        .anyMatch(c -> when.categories().stream()
                                .anyMatch(w -> (c.value() + ".").startsWith(w.value() + ".")));
        boolean area = when.areas().isEmpty()
                || facts.area().stream()
                        .anyMatch(a ->
                                when.areas().stream().anyMatch(w -> a.value().startsWith(w.value())));
        boolean kind = when.kinds().isEmpty() || when.kinds().contains(facts.kind());
        boolean channel = when.channels().isEmpty() || when.channels().contains(facts.channel());
        return category && area && kind && channel;
    }

    private static Outcome carriedOut(Directive then, RoutingFacts facts) {
        if (!(then instanceof Directive.Assign assign)) {
            return (Outcome) then;
        }
        Optional<DepartmentCode> lead = assign.lead() instanceof Target.Department department
                ? Optional.of(department.code())
                : facts.area().flatMap(DIRECTORY::departmentOf);
        return lead.<Outcome>map(code -> {
                    List<DepartmentCode> assisting = new ArrayList<>(assign.assisting());
                    assisting.remove(code);
                    return new Outcome.Dispatch(code, assisting);
                })
                .orElse(new Outcome.Triage("NO_JURISDICTION"));
    }

    private static Stream<Condition> withoutEachCell(Condition when) {
        return Stream.of(
                new Condition(List.of(), when.areas(), when.kinds(), when.channels()),
                new Condition(when.categories(), List.of(), when.kinds(), when.channels()),
                new Condition(when.categories(), when.areas(), List.of(), when.channels()),
                new Condition(when.categories(), when.areas(), when.kinds(), List.of()));
    }

    private static boolean holds(Condition when, RoutingFacts facts) {
        return ReferenceMatcher.evidence(when, facts).stream().allMatch(Evidence::holds);
    }

    private static List<Rule> rulesOf(RuleSet rules) {
        return rules.sections().stream().flatMap(s -> s.rules().stream()).toList();
    }

    // What is drawn.

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return rules().list().ofMinSize(1).ofMaxSize(12).map(drawn -> {
            List<Rule> numbered = new ArrayList<>();
            for (Rule rule : drawn) {
                numbered.add(new Rule("R" + numbered.size(), rule.title(), rule.when(), rule.then(), rule.basis()));
            }
            int half = (numbered.size() + 1) / 2;
            List<RuleSet.Section> sections = new ArrayList<>();
            sections.add(new RuleSet.Section("first", numbered.subList(0, half)));
            if (half < numbered.size()) {
                sections.add(new RuleSet.Section("second", numbered.subList(half, numbered.size())));
            }
            return ruleSet(sections);
        });
    }

    private static RuleSet ruleSet(List<RuleSet.Section> sections) {
        return RuleSet.builder()
                .id("t")
                .version("1")
                .taxonomy("t@1")
                .directory("d@1")
                .addAllSections(sections)
                .build();
    }

    private Arbitrary<Rule> rules() {
        return Combinators.combine(conditions(), directives())
                .as((when, then) -> Rule.builder().id("R").when(when).then(then).build());
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Combinators.combine(
                        cell(categories()),
                        cell(areas()),
                        cell(Arbitraries.of(CaseKind.HELP, CaseKind.COMPLAINT)),
                        cell(Arbitraries.of(Channel.PHONE, Channel.PLATFORM)))
                .as(Condition::new);
    }

    private static <T> Arbitrary<List<T>> cell(Arbitrary<T> values) {
        return values.list().uniqueElements().ofMaxSize(2);
    }

    private static Arbitrary<Directive> directives() {
        Arbitrary<Target> targets = Arbitraries.of(
                new Target.Jurisdiction(),
                new Target.Department(DEPARTMENTS.get(0)),
                new Target.Department(DEPARTMENTS.get(1)));
        Arbitrary<Directive> assignments = Combinators.combine(
                        targets,
                        Arbitraries.of(DEPARTMENTS).list().uniqueElements().ofMaxSize(3))
                .as((lead, assisting) -> new Directive.Assign(
                        lead,
                        assisting.stream()
                                .filter(d -> !lead.equals(new Target.Department(d)))
                                .toList()));
        return Arbitraries.oneOf(
                assignments,
                Arbitraries.of(
                        new Outcome.AnswerAtDesk(),
                        new Outcome.Refer("119"),
                        new Outcome.Statutory("信访"),
                        new Outcome.Triage("DISPUTED")));
    }

    @Provide
    Arbitrary<RoutingFacts> facts() {
        return Combinators.combine(
                        categories().optional(),
                        areas().optional(),
                        Arbitraries.of(CaseKind.HELP, CaseKind.COMPLAINT, CaseKind.OTHER),
                        Arbitraries.of(Channel.PHONE, Channel.PLATFORM, Channel.WEB))
                .as(RoutingFacts::of);
    }

    private static Arbitrary<CategoryCode> categories() {
        return Arbitraries.of("01", "02")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(levels -> CategoryCode.of(String.join(".", levels)));
    }

    private static Arbitrary<AreaCode> areas() {
        return Arbitraries.strings()
                .withChars('1', '2')
                .ofMinLength(1)
                .ofMaxLength(3)
                .map(AreaCode::of);
    }

    /** Area 1 and, within it, 12 name departments; 11 names none, and 2 names none. */
    private static Directory directory() {
        List<Department> departments = DEPARTMENTS.stream()
                .map(c -> new Department(c, Label.of("单位" + c, "Unit " + c), "bureau", List.of()))
                .toList();
        return Directory.of(
                "d",
                "1",
                departments,
                List.of(
                        area("1", "", Optional.of(DEPARTMENTS.get(0))),
                        area("11", "1", Optional.empty()),
                        area("12", "1", Optional.of(DEPARTMENTS.get(2))),
                        area("2", "", Optional.empty())));
    }

    private static Area area(String code, String parent, Optional<DepartmentCode> department) {
        return new Area(
                AreaCode.of(code),
                Label.of("区" + code, "Area " + code),
                Optional.of(parent).filter(p -> !p.isEmpty()).map(AreaCode::of),
                "grid",
                department);
    }
}
