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
                    .contains(metric.source());
            assertThat(metric.describe(Language.ZH))
                    .contains(metric.name().zh())
                    .contains(metric.denominator().zh());
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
}
