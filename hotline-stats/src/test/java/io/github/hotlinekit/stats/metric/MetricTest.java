package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CallbackFailure;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaClock;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {

    private static final DepartmentCode LEAD = DepartmentCode.of("ZJJ");
    private static final Actor CLERK = Actor.of(Role.DEPARTMENT_CLERK, LEAD);
    private static final SlaClock CLOCK = SlaClock.of(SlaPolicy.shishi2016(), WorkingCalendar.china());
    private static final Instant RECEIVED = Instant.parse("2026-09-18T02:00:00Z"); // due on the 22nd

    @Provide
    Arbitrary<CaseFact> facts() {
        return Facts.facts();
    }

    @Property
    void every_case_is_a_hit_a_miss_or_left_out_for_the_first_reason_that_applies(@ForAll("facts") CaseFact fact) {
        for (Metric metric : Metric.catalogue()) {
            int found = metric.classify(fact);
            List<String> applying = new ArrayList<>();
            metric.exclusions().forEach(e -> {
                if (e.test().test(fact)) {
                    applying.add(e.id());
                }
            });
            if (applying.isEmpty()) {
                assertThat(found).isIn(Metric.HIT, Metric.MISS);
            } else {
                assertThat(metric.exclusions().get(found).id()).isEqualTo(applying.get(0));
            }
        }
    }

    @Property
    void a_case_that_ended_without_handling_is_in_no_rate_but_the_sources_promise(@ForAll("facts") CaseFact fact) {
        for (Metric metric : Metric.catalogue()) {
            if (fact.outcome().ending().isPresent() && !metric.id().equals("promiseKept")) {
                assertThat(metric.exclusions().get(metric.classify(fact)).id())
                        .isEqualTo(fact.outcome().ending().get().code());
            }
        }
    }

    /** What each standard metric says of one case: its id with hit, miss, or the exclusion. */
    private static List<String> said(Case subject, Instant asOf) {
        CaseFact fact = CaseFact.from(subject.asOf(asOf).orElseThrow(), CLOCK.read(subject, asOf), asOf);
        List<String> said = new ArrayList<>();
        for (Metric metric : Metric.standard()) {
            int found = metric.classify(fact);
            said.add(metric.id() + " "
                    + (found == Metric.HIT
                            ? "hit"
                            : found == Metric.MISS
                                    ? "miss"
                                    : metric.exclusions().get(found).id()));
        }
        return said;
    }

    private static Case received(Optional<Source> source) {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("T1"))
                .kind(CaseKind.CONSULTATION)
                .channel(Channel.PHONE)
                .requester(Requester.UNKNOWN)
                .source(source)
                .build();
        return CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), RECEIVED))
                .orElseThrow();
    }

    private static Case after(Case subject, CaseCommand command, Actor actor, String at) {
        Decision decision =
                CaseLifecycle.standard().decide(subject, command, CommandContext.of(actor, Instant.parse(at)));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).result();
    }

    private static Case inCallback(String repliedAt) {
        Case subject = after(
                received(Optional.empty()),
                new CaseCommand.Dispatch(LEAD, List.of(), Optional.empty()),
                Actor.of(Role.DISPATCHER),
                "2026-09-18T03:00:00Z");
        subject = after(subject, new CaseCommand.SignFor(), CLERK, "2026-09-18T04:00:00Z");
        subject = after(subject, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), CLERK, repliedAt);
        return after(subject, new CaseCommand.AcceptReply(), Actor.of(Role.REVIEWER), repliedAt);
    }

    private static final Instant LATER = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void a_fresh_case_is_open_and_not_yet_due() {
        assertThat(said(received(Optional.empty()), RECEIVED))
                .containsExactly(
                        "completion miss",
                        "onTime notYetDue",
                        "promiseKept noTarget",
                        "signedOnTime notYetDue",
                        "directAnswer miss",
                        "callbackCoverage notAsked",
                        "resolution notAsked",
                        "satisfaction notAsked",
                        "reopened notAsked");
    }

    @Test
    void an_open_case_past_its_deadline_is_a_miss() {
        assertThat(said(received(Optional.empty()), LATER)).contains("completion miss", "onTime miss");
    }

    @Test
    void a_case_answered_at_the_desk_is_complete_and_not_asked_back() {
        Case desk = after(
                received(Optional.empty()),
                CaseCommand.AnswerAtDesk.of(),
                Actor.of(Role.AGENT),
                "2026-09-18T02:05:00Z");
        assertThat(said(desk, LATER))
                .contains(
                        "completion hit",
                        "onTime hit",
                        "signedOnTime cancelled",
                        "directAnswer hit",
                        "callbackCoverage answeredAtDesk",
                        "satisfaction answeredAtDesk",
                        "reopened answeredAtDesk");
    }

    @ParameterizedTest
    @EnumSource(Satisfaction.class)
    void only_satisfied_and_very_satisfied_count_as_satisfied(Satisfaction grade) {
        Case closed = after(
                inCallback("2026-09-21T02:00:00Z"),
                new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.YES, grade)),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-09-22T02:00:00Z");
        closed = after(
                closed,
                new CaseCommand.Close(ClosingGround.CALLBACK_DONE),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-09-22T03:00:00Z");
        boolean good = grade == Satisfaction.VERY_SATISFIED || grade == Satisfaction.SATISFIED;
        assertThat(said(closed, LATER))
                .contains(
                        "completion hit",
                        "onTime hit",
                        "signedOnTime hit",
                        "directAnswer miss",
                        "callbackCoverage hit",
                        "resolution hit",
                        "satisfaction " + (good ? "hit" : "miss"),
                        "reopened miss");
    }

    @ParameterizedTest
    @EnumSource(Resolution.class)
    void partly_resolved_is_not_resolved_and_no_view_or_an_unreasonable_demand_is_left_out(Resolution resolution) {
        Case asked = after(
                inCallback("2026-10-20T02:00:00Z"),
                new CaseCommand.RecordCallback(CallbackAnswer.of(resolution)),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-10-22T02:00:00Z");
        String expected = switch (resolution) {
            case YES -> "hit";
            case PARTLY, NO -> "miss";
            case UNREASONABLE -> "unreasonable";
            case NO_VIEW -> "noView";
        };
        assertThat(said(asked, LATER))
                .contains("onTime miss", "resolution " + expected, "satisfaction noGrade", "callbackCoverage hit");
    }

    @ParameterizedTest
    @EnumSource(CallbackFailure.class)
    void the_unreached_and_the_unwilling_are_left_out_and_counted(CallbackFailure failure) {
        Case tried = after(
                inCallback("2026-09-21T02:00:00Z"),
                new CaseCommand.AttemptCallback(failure),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-09-22T02:00:00Z");
        String reason = failure == CallbackFailure.REFUSED ? "refused" : "unreachable";
        assertThat(said(tried, LATER))
                .contains("callbackCoverage miss", "satisfaction " + reason, "resolution " + reason);
    }

    @Test
    void what_a_source_does_not_record_is_left_out_as_not_recorded() {
        Case imported = after(
                received(Optional.of(Source.of("city", Set.of()))),
                new CaseCommand.Close(ClosingGround.UNKNOWN),
                Actor.SYSTEM,
                "2026-09-19T00:00:00Z");
        assertThat(said(imported, LATER))
                .containsExactly(
                        "completion hit",
                        "onTime hit",
                        "promiseKept noTarget",
                        "signedOnTime notRecorded",
                        "directAnswer notRecorded",
                        "callbackCoverage notRecorded",
                        "resolution notRecorded",
                        "satisfaction notRecorded",
                        "reopened notRecorded");
    }

    @Test
    void a_reopened_case_is_open_again_and_counts_as_reopened() {
        Case reopened = after(
                inCallback("2026-09-21T02:00:00Z"),
                new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.NO, Satisfaction.DISSATISFIED)),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-09-22T02:00:00Z");
        reopened = after(
                reopened,
                new CaseCommand.Reopen(FreeText.of("not solved")),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-09-22T03:00:00Z");
        assertThat(said(reopened, LATER))
                .contains("completion miss", "onTime miss", "reopened hit", "satisfaction miss");
    }

    @Test
    void every_metric_describes_itself_in_both_languages() {
        for (Metric metric : Metric.catalogue()) {
            assertThat(metric.describe(Language.EN))
                    .contains(metric.name().en())
                    .contains(metric.numerator().en())
                    .contains(metric.denominator().en())
                    .contains(metric.source().en());
            assertThat(metric.describe(Language.ZH))
                    .contains(metric.name().zh())
                    .contains(metric.denominator().zh())
                    .contains(metric.source().zh())
                    .doesNotContain(metric.source().en());
        }
    }

    @Test
    void a_metric_of_ones_own_needs_a_name_what_it_counts_and_what_a_hit_is() {
        Exclusion praise = Exclusion.of("praise", Label.of("表扬", "praise"), f -> f.kind() == CaseKind.PRAISE);
        Metric urgent = Metric.builder("phoneShare")
                .name("电话占比", "share by phone")
                .numerator("电话", "by phone", FactTest.ofFact(f -> f.channel() == Channel.PHONE))
                .denominator("全部", "all")
                .exclude(praise)
                .build();
        CaseFact fact = CaseFact.from(received(Optional.empty()), List.of(), RECEIVED);
        assertThat(urgent.classify(fact)).isEqualTo(Metric.HIT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metric.builder("x")
                        .name("名", "name")
                        .denominator("全部", "all")
                        .build())
                .withMessageContaining("numerator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metric.builder("x")
                        .name("名", "name")
                        .denominator("全部", "all")
                        .numerator("一", "one", f -> true)
                        .exclude(praise)
                        .exclude(praise)
                        .build())
                .withMessageContaining("two exclusions");
    }

    @Test
    void an_ending_stands_just_beside_the_state_ended() {
        CaseFact fact = CaseFact.from(received(Optional.empty()), List.of(), RECEIVED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fact.outcome().withEnding(Ending.MERGED))
                .withMessageContaining("ENDED");
        assertThatIllegalArgumentException().isThrownBy(() -> fact.outcome().withState(CaseState.ENDED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fact.toBuilder().revision(-1))
                .withMessageContaining("-1");
        assertThat(fact.ledBy(LEAD).lead()).contains(LEAD);
    }

    @Test
    void a_metric_is_what_its_builder_was_told() {
        Metric metric = Metric.builder("late")
                .name("迟", "late cases")
                .numerator("迟", "late", o -> true)
                .denominator("全", "all")
                .basis(TimeBasis.DUE)
                .direction(Direction.LOWER)
                .version(2)
                .source("一书", "a book")
                .guardedBy("one", "two")
                .exclude(Exclusion.of("a", Label.of("甲", "first"), o -> false))
                .exclude(Exclusion.of("b", Label.of("乙", "second"), o -> false))
                .build();
        assertThat(metric.version()).isEqualTo(2);
        assertThat(metric.source()).isEqualTo(Label.of("一书", "a book"));
        assertThat(metric.guards()).containsExactly("one", "two");
        assertThat(metric.basis()).isEqualTo(TimeBasis.DUE);
        assertThat(metric.direction()).isEqualTo(Direction.LOWER);
        assertThat(metric.definition()).isEqualTo("late/2/due[a, b]");
        assertThat(metric).hasToString("Metric late");
        assertThat(metric.describe(Language.EN))
                .isEqualTo("late cases: late / all; left out: first, second; cases due in the period; a book");
        assertThat(metric.describe(Language.ZH)).isEqualTo("迟：迟 ÷ 全；不计：甲、乙；到期时间；一书");
        Metric plain = Metric.builder("plain")
                .name("简", "plain")
                .numerator("一", "one", o -> true)
                .denominator("全", "all")
                .build();
        assertThat(plain.describe(Language.EN))
                .isEqualTo("plain: one / all; left out: nothing; cases received in the period; no source given");
        assertThat(plain.describe(Language.ZH)).isEqualTo("简：一 ÷ 全；不计：无；受理时间；未注明出处");
        assertThat(plain.version()).isEqualTo(1);
        assertThat(plain.direction()).isEqualTo(Direction.NEITHER);
        assertThat(plain.definition()).isEqualTo("plain/1/received[]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metric.builder("x").version(0))
                .withMessage("version must be at least 1, but was 0");
    }

    @Test
    void a_metric_by_another_basis_is_another_metric_of_the_same_test() {
        Metric onTime = Metric.catalogue().get(1);
        assertThat(onTime.on(TimeBasis.RECEIVED)).isSameAs(onTime);
        Metric due = onTime.on(TimeBasis.DUE);
        assertThat(due.id()).isEqualTo("onTime.due");
        assertThat(due.name()).isEqualTo(Label.of("按时办结率（到期时间）", "on-time completion rate (cases due in the period)"));
        assertThat(due.basis()).isEqualTo(TimeBasis.DUE);
        assertThat(due.numerator()).isEqualTo(onTime.numerator());
        assertThat(due.denominator()).isEqualTo(onTime.denominator());
        assertThat(due.exclusions()).isEqualTo(onTime.exclusions());
        assertThat(due.guards()).isEqualTo(onTime.guards()).isNotEmpty();
        assertThat(due.direction()).isEqualTo(onTime.direction());
        assertThat(due.source()).isEqualTo(onTime.source());
        CaseFact fact = CaseFact.from(received(Optional.empty()), CLOCK.read(received(Optional.empty()), LATER), LATER);
        assertThat(due.classify(fact)).isEqualTo(onTime.classify(fact)).isEqualTo(Metric.MISS);
    }

    @Test
    void a_metric_reads_the_outcome_alone_unless_a_test_of_it_is_of_the_fact() {
        for (Metric metric : Metric.catalogue()) {
            assertThat(metric.isOfOutcome()).isTrue();
            assertThat(metric.reads()).containsExactly(FactField.OUTCOME);
        }
        FactTest ofFact = FactTest.ofFact(f -> f.channel() == Channel.WEB);
        Metric byHit = Metric.builder("hit")
                .name("一", "one")
                .numerator("一", "one", ofFact)
                .denominator("全", "all")
                .build();
        assertThat(byHit.isOfOutcome()).isFalse();
        assertThat(byHit.reads()).containsExactly(FactField.values());
        CaseFact phoned = CaseFact.from(received(Optional.empty()), List.of(), RECEIVED);
        assertThat(byHit.classify(phoned)).isEqualTo(Metric.MISS);
        Metric byExclusion = Metric.builder("exclusion")
                .name("一", "one")
                .numerator("一", "one", o -> true)
                .denominator("全", "all")
                .exclude(Exclusion.of("never", Label.of("无", "never"), o -> false))
                .exclude(new Exclusion("web", Label.of("网", "web"), ofFact))
                .build();
        assertThat(byExclusion.isOfOutcome()).isFalse();
        assertThat(byExclusion.reads()).containsExactly(FactField.values());
    }

    private static Metric.Builder excluding(int count) {
        Metric.Builder metric = Metric.builder("many")
                .name("一", "one")
                .numerator("一", "one", o -> true)
                .denominator("全", "all");
        for (int i = 0; i < count; i++) {
            metric.exclude(Exclusion.of("e" + i, Label.of("一", "one"), o -> false));
        }
        return metric;
    }

    @Test
    void a_metric_has_at_most_100_exclusions_and_what_ifs_of_its_own_exclusions_only() {
        assertThat(excluding(100).build().exclusions()).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> excluding(101).build())
                .withMessage("metric many must have at most 100 exclusions, but had 101");
        WhatIf hits = new WhatIf("x", Label.of("一", "one"), Set.of("e7"), Set.of("e0"));
        WhatIf misses = new WhatIf("y", Label.of("一", "one"), Set.of("e0"), Set.of("e7"));
        assertThat(excluding(8).whatIf(hits).whatIf(misses).build().whatIfs()).containsExactly(hits, misses);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> excluding(2).whatIf(hits).build())
                .withMessage("metric many must have the exclusions of what if x, but had [e0, e1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> excluding(2).whatIf(misses).build())
                .withMessage("metric many must have the exclusions of what if y, but had [e0, e1]");
    }

    @Test
    void a_metric_says_once_what_a_hit_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> excluding(0).numerator("二", "two", o -> false).build())
                .withMessage("metric many must say once what a hit is");
    }

    @Test
    void a_figure_has_moved_if_no_change_lies_outside_its_interval() {
        assertThat(Movement.of(new Interval(1, 3, 0.95), 1)).isEqualTo(Movement.NO_CLEAR_CHANGE);
        assertThat(Movement.of(new Interval(-1, 1, 0.95), 1)).isEqualTo(Movement.NO_CLEAR_CHANGE);
        assertThat(Movement.of(new Interval(1, 3, 0.95), Math.nextDown(1.0))).isEqualTo(Movement.UP);
        assertThat(Movement.of(new Interval(-1, 1, 0.95), Math.nextUp(1.0))).isEqualTo(Movement.DOWN);
    }

    @Test
    void every_word_is_in_both_languages() {
        List<Coded[]> words = List.of(
                Direction.values(),
                FactFault.values(),
                IntervalMethod.values(),
                Movement.values(),
                Phase.values(),
                QuantileType.values(),
                Trait.values());
        for (Coded[] values : words) {
            assertThat(values).extracting(v -> v.label().zh()).doesNotHaveDuplicates();
            assertThat(values).extracting(v -> v.label().en()).doesNotHaveDuplicates();
        }
    }
}
