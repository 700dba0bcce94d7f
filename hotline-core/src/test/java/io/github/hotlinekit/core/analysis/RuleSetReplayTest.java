package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.OutcomePattern;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RuleSetReplayTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private static Router router(RuleSet rules) {
        return Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static Rule rule(String category, Directive then) {
        return Rule.builder()
                .id(category)
                .when(Condition.builder()
                        .addCategories(CategoryCode.of(category))
                        .build())
                .then(then)
                .build();
    }

    private static RuleSet set(RuleSet.Section... sections) {
        return RoutingArbitraries.ruleSet(List.of(sections));
    }

    private static PastCase past(String id, String category) {
        return new PastCase(
                id, RoutingFacts.builder().category(CategoryCode.of(category)).build(), MARCH);
    }

    private static final RuleSet OLD = set(
            RuleSet.Section.first(
                    "catalogue", rule("01", Directive.Assign.of("A")), rule("02.01", Directive.Assign.of("B", "C"))),
            RuleSet.Section.first("rest", rule("02", Directive.Assign.of("C"))));

    private static final RuleSet NEW = set(
                    RuleSet.Section.first(
                            "catalogue", rule("01", Directive.Assign.of("B")), rule("02.01", Directive.Assign.of("B"))),
                    RuleSet.Section.first("rest", rule("02", new Outcome.Triage("ASK"))))
            .withVersion("2");

    private static final List<PastCase> CASES = List.of(
            past("5", "01"),
            past("4", "01"),
            past("3", "01.01"),
            past("2", "02.01"),
            past("1", "02"),
            new PastCase("0", RoutingFacts.NONE, MARCH));

    private static Destination dispatch(String lead) {
        return new Destination(OutcomePattern.Sort.DISPATCH, lead);
    }

    private static Destination triage(String reason) {
        return new Destination(OutcomePattern.Sort.TRIAGE, reason);
    }

    @Test
    void the_matrix_says_how_many_cases_go_where_before_and_after() {
        ReplayReport report =
                RuleSetReplay.of(router(OLD), router(NEW)).withExamples(2).run(CASES.stream());
        assertThat(report.cases()).isEqualTo(6);
        assertThat(report.matrix())
                .extracting(ReplayCell::before, ReplayCell::after, ReplayCell::cases, ReplayCell::changed)
                .containsExactly(
                        tuple(dispatch("A"), dispatch("B"), 3L, 3L),
                        tuple(dispatch("B"), dispatch("B"), 1L, 1L),
                        tuple(dispatch("C"), triage("ASK"), 1L, 1L),
                        tuple(triage("UNROUTED"), triage("UNROUTED"), 1L, 0L));
        assertThat(report.changes())
                .extracting(ReplayCell::before)
                .containsExactly(dispatch("A"), dispatch("B"), dispatch("C"));
        assertThat(report.matrix().get(0).examples())
                .as("those with the smallest ids")
                .extracting(ReplayExample::id)
                .containsExactly("3", "4");
        assertThat(report.changedShare()).isEqualTo(Share.of(5, 6));
        assertThat(report.movedShare()).isEqualTo(Share.of(4, 6));
        assertThat(report.before().triageShare()).isEqualTo(Share.of(1, 6));
        assertThat(report.after().triageShare()).isEqualTo(Share.of(2, 6));
        assertThat(report.before().fallbackShare()).isEqualTo(Share.of(1, 6));
        assertThat(report.after().sectionShare("S0")).isEqualTo(Share.of(4, 6));
        assertThat(report.after().withoutRule()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.after().sectionShare("rest"))
                .withMessage("section must be one of rule set r@2 that decides, [S0, S1], but was \"rest\"");
    }

    @Test
    void the_report_is_text_in_both_languages() {
        ReplayReport report =
                RuleSetReplay.of(router(OLD), router(NEW)).withExamples(1).run(CASES.stream());
        assertThat(report.render(Language.EN)).isEqualTo("""
                        r@1 -> r@2
                        Cases: 6
                        Outcome changed: 5/6 (83.33 %)
                        Goes elsewhere: 4/6 (66.67 %)
                        Triage by people: 1/6 (16.67 %) -> 2/6 (33.33 %)
                        Last section: 1/6 (16.67 %) -> 1/6 (16.67 %)
                        dispatch A -> dispatch B: 3
                          3: dispatch A (S0R0) -> dispatch B (S0R0)
                        dispatch B -> dispatch B: 1
                          2: dispatch B, assisting C (S0R1) -> dispatch B (S0R1)
                        dispatch C -> triage ASK: 1
                          1: dispatch C (S1R0) -> triage ASK (S1R0)
                        """);
        assertThat(report.render(Language.ZH))
                .startsWith("r@1 -> r@2\n工单: 6\n结果改变: 5/6 (83.33 %)\n去向改变: 4/6 (66.67 %)\n")
                .contains("派单 B -> 派单 B: 1\n  2: 派单 B,协办 C (S0R1) -> 派单 B (S0R1)\n");
    }

    @Test
    void a_set_that_is_not_yet_in_force_is_replayed_at_a_day_of_its_own() {
        Router next = router(NEW.withEffective(Effective.from(APRIL)));
        RuleSetReplay replay = RuleSetReplay.of(router(OLD), next);
        ReplayReport early = replay.run(CASES.stream());
        assertThat(early.after().notInForce()).isEqualTo(6);
        assertThat(early.render(Language.EN)).contains("Of the triage, rule set not in force: 0 -> 6\n");
        Instant start = APRIL.atStartOfDay(RoutingArbitraries.ZONE).toInstant();
        ReplayReport then = replay.withAfterAt(start).run(CASES.stream());
        assertThat(then.after().notInForce()).isZero();
        assertThat(then.after().decidedAt()).contains(start);
        assertThat(then.before().decidedAt()).isEmpty();
        assertThat(then.changedShare()).isEqualTo(Share.of(5, 6));
        assertThat(RuleSetReplay.of(next, router(OLD)).withBeforeAt(start).run(CASES.stream()))
                .isEqualTo(then.transposed());
        assertThat(replay.run(CASES.stream().map(c -> c.withAt(start))).after().notInForce())
                .isZero();
    }

    @Test
    void a_host_lets_a_change_through_within_limits() {
        ReplayReport report = RuleSetReplay.of(router(OLD), router(NEW)).run(CASES.stream());
        assertThat(report.changedShareAtMost(Share.of(5, 6))).isTrue();
        assertThat(report.changedShareAtMost(Share.of(83, 100))).isFalse();
        assertThat(report.triageShareAtMost(Share.of(1, 3))).isTrue();
        assertThat(report.triageShareAtMost(Share.of(33, 100))).isFalse();
        assertThat(report.fallbackShareAtMost(Share.of(1, 6))).isTrue();
        assertThat(report.fallbackShareAtMost(Share.of(16, 100))).isFalse();
        ReplayReport none = RuleSetReplay.of(router(OLD), router(OLD)).run(Stream.empty());
        assertThat(none.changedShareAtMost(Share.of(1, 1)))
                .as("what saw no case lets nothing through")
                .isFalse();
        assertThat(none.matrix()).isEmpty();
    }

    @Test
    void reports_of_other_replays_are_not_merged() {
        RuleSetReplay replay = RuleSetReplay.of(router(OLD), router(NEW));
        ReplayReport report = replay.run(CASES.stream());
        for (RuleSetReplay other : List.of(
                replay.withExamples(1),
                replay.withAfterAt(MARCH),
                replay.withBeforeAt(MARCH),
                RuleSetReplay.of(router(OLD), router(OLD)),
                RuleSetReplay.of(router(NEW), router(NEW)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> report.merge(other.run(Stream.empty())))
                    .withMessageStartingWith("reports merged must be of one replay, but were of r@1 (");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay.withExamples(1_001))
                .withMessage("examples must be 0 to 1000, but were 1001");
        assertThat(replay.withExamples(0).run(CASES.stream()).matrix())
                .allSatisfy(c -> assertThat(c.examples()).isEmpty());
    }

    @Test
    void a_report_that_does_not_add_up_is_refused() {
        ReplayReport report = RuleSetReplay.of(router(OLD), router(NEW)).run(CASES.stream());
        List<ReplayCell> fewer = report.matrix().subList(1, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplayReport(report.before(), report.after(), 5, fewer))
                .withMessage("the matrix must add up to the cases before and after, 6 and 6, but adds up to 3");
        List<ReplayCell> back = new ArrayList<>(report.matrix());
        Collections.reverse(back);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplayReport(report.before(), report.after(), 5, back))
                .withMessageStartingWith("the matrix must be in order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplayReport(report.before(), report.after(), 2, report.matrix()))
                .withMessage("a pair must have at most 2 examples, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplayCell(dispatch("A"), dispatch("B"), 2, 1, List.of()))
                .withMessage("changed must be 2 to 2, but was 1 with 0 examples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplayCell(dispatch("A"), dispatch("A"), 0, 0, List.of()))
                .withMessage("cases must be at least 1, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySide("r@1", "h", Optional.empty(), 1, 2, 0, List.of()))
                .withMessageContaining("triaged 2, cases 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ReplaySide("r@1", "h", Optional.empty(), 1, 0, 0, List.of(new SectionCount("s", 2))))
                .withMessageContaining("decided by sections 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SectionCount("s", -1))
                .withMessage("cases must be 0 or more, but were -1");
        Outcome desk = new Outcome.AnswerAtDesk();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplayExample("1", MARCH, desk, Optional.empty(), desk, Optional.empty()))
                .withMessage("outcomes must differ, but were both AnswerAtDesk[]");
    }

    @Test
    void every_outcome_has_a_place() {
        assertThat(Destination.of(new Outcome.AnswerAtDesk()).label().en()).isEqualTo("answer at the desk");
        assertThat(Destination.of(new Outcome.Refer("119")).label().zh()).isEqualTo("转接 119");
        assertThat(Destination.of(new Outcome.Statutory("信访")).label().en()).isEqualTo("statutory channel 信访");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Destination(OutcomePattern.Sort.DESK, "x"))
                .withMessage(
                        "detail must be empty for an answer at the desk and for that only, but was \"x\" for desk");
        assertThatIllegalArgumentException().isThrownBy(() -> new Destination(OutcomePattern.Sort.REFER, ""));
    }

    // Laws.

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return RoutingArbitraries.ruleSets();
    }

    @Provide
    Arbitrary<List<PastCase>> cases() {
        return PastCases.drawn();
    }

    @Property(tries = 200)
    void rulesReplayedAgainstThemselvesChangeNothing(
            @ForAll("ruleSets") RuleSet set, @ForAll("cases") List<PastCase> cases) {
        ReplayReport report = RuleSetReplay.of(router(set), router(set)).run(cases.stream());
        assertThat(report.changes()).isEmpty();
        assertThat(report.changedShare().numerator()).isZero();
        assertThat(report.after()).isEqualTo(report.before());
        assertThat(report.matrix()).noneMatch(ReplayCell::moves);
    }

    @Property(tries = 200)
    void everyCaseIsInTheCellOfItsTwoDecisions(
            @ForAll("ruleSets") RuleSet a, @ForAll("ruleSets") RuleSet b, @ForAll("cases") List<PastCase> cases) {
        Router before = router(a);
        Router after = router(b);
        ReplayReport report = RuleSetReplay.of(before, after).withExamples(3).run(cases.stream());
        assertThat(report.matrix().stream().mapToLong(ReplayCell::cases).sum()).isEqualTo(cases.size());
        for (ReplayCell cell : report.matrix()) {
            List<PastCase> inCell = cases.stream()
                    .filter(c -> Destination.of(before.route(c.facts(), c.at()).outcome())
                                    .equals(cell.before())
                            && Destination.of(after.route(c.facts(), c.at()).outcome())
                                    .equals(cell.after()))
                    .toList();
            List<PastCase> changed = inCell.stream()
                    .filter(c -> !before.route(c.facts(), c.at())
                            .outcome()
                            .equals(after.route(c.facts(), c.at()).outcome()))
                    .toList();
            assertThat(cell.cases()).isEqualTo(inCell.size());
            assertThat(cell.changed()).isEqualTo(changed.size());
            assertThat(cell.examples())
                    .containsExactlyElementsOf(changed.stream()
                            .sorted(Comparator.comparing(PastCase::id))
                            .limit(3)
                            .map(c -> example(c, before.route(c.facts(), c.at()), after.route(c.facts(), c.at())))
                            .toList());
        }
        assertSideIs(
                report.before(),
                cases.stream().map(c -> before.route(c.facts(), c.at())).toList());
        assertSideIs(
                report.after(),
                cases.stream().map(c -> after.route(c.facts(), c.at())).toList());
    }

    private static ReplayExample example(PastCase past, RoutingDecision then, RoutingDecision now) {
        return new ReplayExample(past.id(), past.at(), then.outcome(), then.rule(), now.outcome(), now.rule());
    }

    private static void assertSideIs(ReplaySide side, List<RoutingDecision> decisions) {
        assertThat(side.triaged())
                .isEqualTo(decisions.stream()
                        .filter(d -> d.outcome() instanceof Outcome.Triage)
                        .count());
        assertThat(side.notInForce())
                .isEqualTo(decisions.stream()
                        .filter(d -> d.outcome().equals(new Outcome.Triage(Outcome.NOT_IN_FORCE)))
                        .count());
        assertThat(side.withoutRule())
                .isEqualTo(decisions.stream().filter(d -> d.rule().isEmpty()).count());
        for (SectionCount section : side.sections()) {
            assertThat(section.cases())
                    .isEqualTo(decisions.stream()
                            .filter(d -> d.section().equals(Optional.of(section.section())))
                            .count());
        }
    }

    @Property(tries = 200)
    void exchangingTheRulesTransposesTheReport(
            @ForAll("ruleSets") RuleSet a, @ForAll("ruleSets") RuleSet b, @ForAll("cases") List<PastCase> cases) {
        ReplayReport there =
                RuleSetReplay.of(router(a), router(b)).withExamples(2).run(cases.stream());
        ReplayReport back =
                RuleSetReplay.of(router(b), router(a)).withExamples(2).run(cases.stream());
        assertThat(back).isEqualTo(there.transposed());
        assertThat(there.transposed().transposed()).isEqualTo(there);
    }

    @Property(tries = 200)
    void reportsOfPartsMergedInAnyOrderAreThatOfAllEvenIfIdsAreTwice(
            @ForAll("ruleSets") RuleSet a,
            @ForAll("ruleSets") RuleSet b,
            @ForAll("cases") List<PastCase> drawn,
            @ForAll @IntRange(max = 12) int cut,
            @ForAll @IntRange(min = 1, max = 13) int ids) {
        List<PastCase> cases = drawn.stream()
                .map(c -> new PastCase(String.valueOf(Integer.parseInt(c.id()) % ids), c.facts(), c.at()))
                .toList();
        List<PastCase> back = new ArrayList<>(cases);
        Collections.reverse(back);
        RuleSetReplay replay = RuleSetReplay.of(router(a), router(b)).withExamples(2);
        int at = Math.min(cut, cases.size());
        ReplayReport whole = replay.run(cases.stream());
        ReplayReport left = replay.run(cases.subList(0, at).stream());
        ReplayReport right = replay.run(cases.subList(at, cases.size()).stream());
        assertThat(replay.run(back.stream())).isEqualTo(whole);
        assertThat(replay.run(cases.parallelStream())).isEqualTo(whole);
        assertThat(left.merge(right)).isEqualTo(whole);
        assertThat(right.merge(left)).isEqualTo(whole);
        assertThat(whole.merge(replay.run(Stream.empty()))).isEqualTo(whole);
    }
}
