package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Attribution;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CallbackFailure;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.ContactMeans;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.cases.RespondentType;
import io.github.hotlinekit.core.cases.ResumeCause;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.ReworkGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.cases.SupervisionGround;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.calendar.WorkingHours;
import io.github.hotlinekit.sla.clock.Lateness;
import io.github.hotlinekit.sla.clock.Leg;
import io.github.hotlinekit.sla.clock.SlaReading;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a case and its clocks stands in its fact. */
class FactReadingTest {

    private static final FreeText WHY = FreeText.of("why");
    private static final DepartmentCode LEAD = DepartmentCode.of("ZJJ");
    private static final DepartmentCode OTHER = DepartmentCode.of("CGJ");
    private static final DepartmentCode THIRD = DepartmentCode.of("GAJ");
    private static final Instant LATER = Instant.parse("2026-09-30T02:00:00Z");

    /** From 9 to 12 and from 14 to 18 o'clock on working days. */
    private static final FactRules WITH_HOURS = FactRules.STANDARD.withHours(WorkingHours.of(
            OpeningHours.of("09:00-12:00", "14:00-18:00"), WorkingCalendar.china(), ZoneId.of("Asia/Shanghai")));

    private static Registration.Builder registration() {
        return registration(Requester.of(RequesterType.RESIDENT, Requester.Disclosure.OPEN));
    }

    private static Registration.Builder registration(Requester requester) {
        return Registration.builder()
                .number(CaseNumber.of("T1"))
                .kind(CaseKind.COMPLAINT)
                .channel(Channel.WEB)
                .requester(requester);
    }

    /** Received on Monday 2026-09-14 at 10:00 in Shanghai. */
    private static Case received(Registration.Builder registration) {
        return CaseLifecycle.standard()
                .register(registration.build(), CommandContext.of(Actor.of(Role.AGENT), at(14, 10, 0)))
                .orElseThrow();
    }

    private static Case received() {
        return received(registration());
    }

    /** A minute of September 2026 in Shanghai. */
    private static Instant at(int day, int hour, int minute) {
        return Instant.parse("2026-09-01T00:00:00Z")
                .plus(Duration.ofDays(day - 1L))
                .plus(Duration.ofMinutes((hour - 8) * 60L + minute));
    }

    /** The case after a command of whoever may give it. */
    private static Case after(Case subject, Instant at, CaseCommand command) {
        for (Role role : Role.values()) {
            List<Actor> actors = role.isOfDepartment()
                    ? List.of(Actor.of(role, LEAD), Actor.of(role, OTHER), Actor.of(role, THIRD))
                    : List.of(Actor.of(role));
            for (Actor actor : actors) {
                Decision decision = CaseLifecycle.standard().decide(subject, command, CommandContext.of(actor, at));
                if (decision instanceof Decision.Accepted accepted) {
                    return accepted.result();
                }
            }
        }
        throw new AssertionError(command + " was refused of " + subject.state());
    }

    private static CaseCommand dispatch(DepartmentCode... assisting) {
        return new CaseCommand.Dispatch(LEAD, List.of(assisting), Optional.empty());
    }

    private static CaseCommand suspend(Instant until) {
        return new CaseCommand.Suspend(SuspensionGround.WORKS, WHY, until, Optional.of(Actor.of(Role.REVIEWER)));
    }

    private static CaseCommand reply() {
        return new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED));
    }

    private static CaseCommand contact(ContactOutcome outcome) {
        return CaseCommand.Contact.of(ContactMeans.PHONE, outcome);
    }

    /** Dispatched at 10:30 and signed for at 11:00 of the day of its receipt. */
    private static Case handled() {
        Case subject = after(received(), at(14, 10, 30), dispatch());
        return after(subject, at(14, 11, 0), new CaseCommand.SignFor());
    }

    private static Case inCallback(Case handled) {
        return after(after(handled, at(16, 10, 0), reply()), at(16, 11, 0), new CaseCommand.AcceptReply());
    }

    private static CaseCommand answer(Resolution resolution) {
        return new CaseCommand.RecordCallback(CallbackAnswer.of(resolution, Satisfaction.SATISFIED));
    }

    private static Case closed() {
        Case subject = after(inCallback(handled()), at(17, 10, 0), answer(Resolution.YES));
        return after(subject, at(17, 11, 0), new CaseCommand.Close(ClosingGround.CALLBACK_DONE));
    }

    private static CaseFact fact(Case subject, SlaReading... readings) {
        return CaseFact.from(subject, List.of(readings), LATER);
    }

    private static CaseFact measured(Case subject) {
        return CaseFact.from(subject, List.of(), LATER, WITH_HOURS);
    }

    private static SlaReading reading(TargetKind kind, SlaReading.State state) {
        return new SlaReading(
                kind,
                ClockStart.RECEIPT,
                Optional.empty(),
                1,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Light.GREEN,
                Lateness.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "policy",
                "calendar",
                Certainty.SETTLED);
    }

    private static SlaReading complete(SlaReading.State state, int round) {
        return reading(TargetKind.COMPLETE, state).withRound(round);
    }

    @Test
    void what_a_case_says_of_itself_stands_in_its_fact() {
        Case subject = received(registration()
                .area(AreaCode.of("350581001"))
                .respondent(Respondent.builder()
                        .type(RespondentType.COMPANY)
                        .organisation("永宁煤炭场")
                        .build()));
        subject = after(subject, at(14, 10, 5), CaseCommand.Classify.of(CategoryCode.of("03.02"), "shishi@1"));
        subject = after(subject, at(14, 10, 30), dispatch(THIRD, OTHER));
        subject = after(subject, at(14, 10, 40), CaseCommand.Attribute.of(Attribution.COMPANY));
        CaseFact fact = fact(subject);
        assertThat(fact.number()).isEqualTo(CaseNumber.of("T1"));
        assertThat(fact.revision()).isEqualTo(subject.events().size()).isGreaterThan(3);
        assertThat(fact.received()).isEqualTo(at(14, 10, 0));
        assertThat(fact.channel()).isEqualTo(Channel.WEB);
        assertThat(fact.priority()).isEqualTo(subject.priority());
        assertThat(fact.requesterType()).isEqualTo(RequesterType.RESIDENT);
        assertThat(fact.category()).contains(CategoryCode.of("03.02"));
        assertThat(fact.area()).contains(AreaCode.of("350581001"));
        assertThat(fact.lead()).contains(LEAD);
        assertThat(fact.assisting()).containsExactly(OTHER, THIRD);
        assertThat(fact.respondent()).contains("永宁煤炭场");
        assertThat(fact.attribution()).contains(Attribution.COMPANY);
        assertThat(fact.kind()).isEqualTo(CaseKind.COMPLAINT);
        CaseFact bare = fact(received());
        assertThat(bare.category()).isEmpty();
        assertThat(bare.area()).isEmpty();
        assertThat(bare.lead()).isEmpty();
        assertThat(bare.assisting()).isEmpty();
        assertThat(bare.respondent()).isEmpty();
        assertThat(bare.attribution()).isEmpty();
    }

    @Test
    void who_gave_its_share_back_does_not_assist() {
        Case subject = after(received(), at(14, 10, 30), dispatch(OTHER, THIRD));
        subject = after(subject, at(14, 11, 0), new CaseCommand.ReturnAssisting(OTHER, ReturnGround.NOT_ITS_DUTY, WHY));
        assertThat(fact(subject).assisting()).containsExactly(THIRD);
    }

    @Test
    void it_is_due_when_the_citizens_clock_of_the_last_round_is() {
        SlaReading first = complete(SlaReading.State.MET, 1).withLateFrom(Optional.of(at(20, 0, 0)));
        SlaReading second = complete(SlaReading.State.RUNNING, 2).withLateFrom(Optional.of(at(25, 0, 0)));
        SlaReading ofLeg = complete(SlaReading.State.RUNNING, 3)
                .withLeg(Optional.of(new Leg(1, LEAD, Part.LEAD)))
                .withLateFrom(Optional.of(at(26, 0, 0)));
        SlaReading promise = reading(TargetKind.PROMISE, SlaReading.State.RUNNING)
                .withRound(4)
                .withLateFrom(Optional.of(at(27, 0, 0)));
        assertThat(fact(handled(), second, ofLeg, promise, first).due()).contains(at(25, 0, 0));
        assertThat(fact(handled(), first).due()).contains(at(20, 0, 0));
        assertThat(fact(handled(), ofLeg, promise).due()).isEmpty();
    }

    @Test
    void it_is_completed_by_the_reply_that_stands_or_by_closing_without_one() {
        assertThat(fact(handled()).completed()).isEmpty();
        assertThat(fact(closed()).completed()).contains(at(16, 10, 0));
        Case sentBack = after(
                after(handled(), at(16, 10, 0), reply()),
                at(16, 11, 0),
                new CaseCommand.SendBack(ReworkGround.NO_EVIDENCE, WHY));
        assertThat(fact(sentBack).completed()).isEmpty();
        assertThat(fact(after(sentBack, at(17, 9, 0), reply())).completed()).contains(at(17, 9, 0));
        Case desk = after(received(), at(14, 10, 7), CaseCommand.AnswerAtDesk.of());
        assertThat(fact(desk).completed()).contains(at(14, 10, 7));
        Case ended = after(handled(), at(15, 9, 0), new CaseCommand.Withdraw(WHY));
        assertThat(fact(ended).completed()).isEmpty();
    }

    @Test
    void it_is_called_back_when_the_citizen_was_last_tried() {
        Case asked = inCallback(handled());
        assertThat(fact(asked).calledBack()).isEmpty();
        Case tried = after(asked, at(17, 9, 0), new CaseCommand.AttemptCallback(CallbackFailure.NO_ANSWER));
        assertThat(fact(tried).calledBack()).contains(at(17, 9, 0));
        Case again = after(tried, at(18, 9, 0), new CaseCommand.AttemptCallback(CallbackFailure.NO_ANSWER));
        assertThat(fact(again).calledBack()).contains(at(18, 9, 0));
        Case answered = after(again, at(21, 9, 0), answer(Resolution.YES));
        assertThat(fact(answered).calledBack()).contains(at(21, 9, 0));
        Case closed = after(answered, at(21, 10, 0), new CaseCommand.Close(ClosingGround.CALLBACK_DONE));
        assertThat(fact(closed).calledBack()).contains(at(21, 9, 0));
        assertThat(fact(answered).outcome().resolution()).contains(Resolution.YES);
        assertThat(fact(answered).outcome().satisfaction()).contains(Satisfaction.SATISFIED);
    }

    @Test
    void a_callback_stands_after_the_reopening_that_it_led_to() {
        Case reopened = after(
                after(inCallback(handled()), at(17, 10, 0), answer(Resolution.NO)),
                at(17, 11, 0),
                new CaseCommand.Reopen(WHY));
        CaseFact fact = fact(reopened);
        assertThat(fact.calledBack()).contains(at(17, 10, 0));
        assertThat(fact.outcome().resolution()).contains(Resolution.NO);
        assertThat(fact.outcome().has(Trait.REOPENED)).isTrue();
        assertThat(fact.outcome().has(Trait.REOPENED_AFTER_CLOSING)).isFalse();
    }

    @Test
    void without_working_hours_only_all_time_to_the_completion_is_measured() {
        CaseFact fact = fact(closed());
        assertThat(fact.minutes(Phase.TO_COMPLETION)).hasValue(2 * 24 * 60);
        assertThat(fact.isRunning(Phase.TO_COMPLETION)).isFalse();
        for (Phase phase : Set.of(Phase.TO_SIGN_FOR, Phase.TO_FIRST_CONTACT, Phase.TO_REPLY)) {
            assertThat(fact.minutes(phase)).isEmpty();
        }
        CaseFact open = fact(handled());
        assertThat(open.minutes(Phase.TO_COMPLETION)).hasValue(16 * 24 * 60);
        assertThat(open.isRunning(Phase.TO_COMPLETION)).isTrue();
    }

    @Test
    void phases_that_ended_are_measured_in_working_time() {
        Case subject = after(received(), at(14, 10, 30), dispatch());
        subject = after(subject, at(14, 14, 5), new CaseCommand.SignFor());
        subject = after(subject, at(15, 8, 0), contact(ContactOutcome.NOT_REACHED));
        subject = after(subject, at(15, 9, 20), contact(ContactOutcome.REACHED));
        subject = after(subject, at(16, 10, 0), reply());
        CaseFact fact = measured(subject);
        // From 10:30 to 12:00, and 5 minutes after the break.
        assertThat(fact.minutes(Phase.TO_SIGN_FOR)).hasValue(95);
        assertThat(fact.minutes(Phase.TO_FIRST_CONTACT)).hasValue(120 + 240 + 20);
        assertThat(fact.minutes(Phase.TO_REPLY)).hasValue(120 + 240 + 420 + 60);
        assertThat(fact.minutes(Phase.TO_COMPLETION)).hasValue(2 * 24 * 60);
        for (Phase phase : Phase.values()) {
            assertThat(fact.isRunning(phase)).isFalse();
        }
    }

    @Test
    void phases_that_have_not_ended_run_while_the_case_is_open() {
        Case subject = after(received(), at(14, 10, 30), dispatch());
        CaseFact fact = CaseFact.from(subject, List.of(), at(14, 15, 0), WITH_HOURS);
        assertThat(fact.minutes(Phase.TO_SIGN_FOR)).hasValue(90 + 60);
        assertThat(fact.minutes(Phase.TO_FIRST_CONTACT)).hasValue(120 + 60);
        assertThat(fact.minutes(Phase.TO_REPLY)).hasValue(120 + 60);
        assertThat(fact.minutes(Phase.TO_COMPLETION)).hasValue(300);
        for (Phase phase : Phase.values()) {
            assertThat(fact.isRunning(phase)).isTrue();
        }
    }

    @Test
    void a_phase_that_was_given_up_is_not_measured() {
        // Replied to, and never reached; the reply makes the case done with, though it is not closed yet.
        CaseFact replied = measured(after(handled(), at(16, 10, 0), reply()));
        assertThat(replied.outcome().state().isOpen()).isTrue();
        assertThat(replied.minutes(Phase.TO_SIGN_FOR)).hasValue(30);
        assertThat(replied.minutes(Phase.TO_FIRST_CONTACT)).isEmpty();
        assertThat(measured(closed()).minutes(Phase.TO_FIRST_CONTACT)).isEmpty();
        CaseFact ended = measured(after(handled(), at(15, 9, 0), new CaseCommand.Withdraw(WHY)));
        for (Phase phase : Phase.values()) {
            assertThat(ended.minutes(phase)).isEmpty();
        }
        CaseFact undispatched = measured(received());
        assertThat(undispatched.minutes(Phase.TO_SIGN_FOR)).isEmpty();
        assertThat(undispatched.minutes(Phase.TO_FIRST_CONTACT)).isEmpty();
        assertThat(undispatched.minutes(Phase.TO_REPLY)).isEmpty();
        assertThat(undispatched.isRunning(Phase.TO_COMPLETION)).isTrue();
    }

    @Test
    void a_sign_for_that_its_source_does_not_record_is_not_measured() {
        Case subject =
                received(registration().source(Optional.of(Source.of("old", Set.of(Step.DISPATCH, Step.REPLY)))));
        subject = after(subject, at(14, 10, 30), dispatch());
        CaseFact fact = measured(subject);
        assertThat(fact.minutes(Phase.TO_SIGN_FOR)).isEmpty();
        assertThat(fact.isRunning(Phase.TO_REPLY)).isTrue();
    }

    @Test
    void a_first_contact_that_its_source_does_not_record_is_neither_measured_nor_missed() {
        Set<Step> all = EnumSet.allOf(Step.class);
        Case recorded = dispatchedFrom(Source.of("old", all));
        assertThat(measured(recorded).isRunning(Phase.TO_FIRST_CONTACT)).isTrue();
        assertThat(response().classify(measured(recorded))).isEqualTo(Metric.MISS);
        Case unrecorded = dispatchedFrom(Source.of("old", EnumSet.complementOf(EnumSet.of(Step.FIRST_CONTACT))));
        assertThat(measured(unrecorded).minutes(Phase.TO_FIRST_CONTACT)).isEmpty();
        assertThat(measured(unrecorded).isRunning(Phase.TO_REPLY)).isTrue();
        assertThat(response()
                        .exclusions()
                        .get(response().classify(measured(unrecorded)))
                        .id())
                .isEqualTo("notRecorded");
    }

    private static Metric response() {
        return Metric.catalogue().stream()
                .filter(m -> m.id().equals("response"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_reply_that_its_source_does_not_record_is_not_awaited() {
        Case unrecorded = dispatchedFrom(Source.of("old", EnumSet.complementOf(EnumSet.of(Step.REPLY))));
        assertThat(measured(unrecorded).minutes(Phase.TO_REPLY)).isEmpty();
        assertThat(measured(unrecorded).isRunning(Phase.TO_FIRST_CONTACT)).isTrue();
    }

    private static Case dispatchedFrom(Source source) {
        return after(received(registration().source(Optional.of(source))), at(14, 10, 30), dispatch());
    }

    @Test
    void what_ends_after_the_longest_phase_is_not_measured() {
        Instant begin = at(14, 10, 0);
        Instant longest = begin.plus(Duration.ofMinutes(CaseFact.MAX_MINUTES));
        CaseFact fact = CaseFact.from(received(), List.of(), longest);
        assertThat(fact.minutes(Phase.TO_COMPLETION)).hasValue(CaseFact.MAX_MINUTES);
        CaseFact longer = CaseFact.from(received(), List.of(), longest.plusSeconds(60));
        assertThat(longer.minutes(Phase.TO_COMPLETION)).isEmpty();
        CaseFact none = CaseFact.from(received(), List.of(), begin);
        assertThat(none.minutes(Phase.TO_COMPLETION)).hasValue(0);
        CaseFact negative = CaseFact.from(received(), List.of(), begin.minusSeconds(30));
        assertThat(negative.minutes(Phase.TO_COMPLETION)).isEmpty();
        assertThat(negative.outcome().has(Trait.IMPLAUSIBLE)).isTrue();
        assertThat(none.outcome().has(Trait.IMPLAUSIBLE)).isFalse();
        assertThat(longer.outcome().has(Trait.IMPLAUSIBLE)).isFalse();
    }

    @Test
    void working_time_of_suspensions_is_not_of_the_time_to_reply() {
        Case subject = after(handled(), at(14, 15, 0), suspend(at(25, 18, 0)));
        subject = after(subject, at(15, 9, 30), new CaseCommand.Resume(ResumeCause.GROUND_OVER));
        subject = after(subject, at(15, 11, 0), suspend(at(25, 18, 0)));
        CaseFact running = CaseFact.from(subject, List.of(), at(15, 17, 0), WITH_HOURS);
        // Up to 15:00, then from 9:30 to 11:00 of the next day.
        assertThat(running.minutes(Phase.TO_REPLY)).hasValue(120 + 60 + 90);
        assertThat(running.isRunning(Phase.TO_REPLY)).isTrue();
        assertThat(running.minutes(Phase.TO_COMPLETION)).hasValue(31 * 60);
        subject = after(subject, at(15, 16, 0), new CaseCommand.Resume(ResumeCause.GROUND_OVER));
        subject = after(subject, at(15, 16, 45), reply());
        CaseFact replied = measured(subject);
        assertThat(replied.minutes(Phase.TO_REPLY)).hasValue(120 + 60 + 90 + 45);
        assertThat(replied.isRunning(Phase.TO_REPLY)).isFalse();
        assertThat(replied.outcome().has(Trait.SUSPENDED)).isTrue();
    }

    @Test
    void a_suspension_is_long_from_the_city_s_number_of_days_on_all_taken_together() {
        Case subject = after(handled(), at(14, 12, 0), suspend(LATER.plusSeconds(9_000_000)));
        Instant fifteen = at(29, 12, 0);
        assertThat(CaseFact.from(subject, List.of(), fifteen).outcome().has(Trait.SUSPENDED_LONG))
                .isTrue();
        assertThat(CaseFact.from(subject, List.of(), fifteen.minusSeconds(1))
                        .outcome()
                        .has(Trait.SUSPENDED_LONG))
                .isFalse();
        FactRules day = new FactRules(Optional.empty(), Duration.ofHours(2), Duration.ofDays(1));
        Case twice = after(handled(), at(14, 12, 0), suspend(at(25, 18, 0)));
        twice = after(twice, at(15, 0, 0), new CaseCommand.Resume(ResumeCause.GROUND_OVER));
        twice = after(twice, at(15, 9, 0), suspend(at(25, 18, 0)));
        assertThat(CaseFact.from(twice, List.of(), at(15, 21, 0), day).outcome().has(Trait.SUSPENDED_LONG))
                .isTrue();
        assertThat(CaseFact.from(twice, List.of(), at(15, 20, 59), day)
                        .outcome()
                        .has(Trait.SUSPENDED_LONG))
                .isFalse();
    }

    private static Set<Trait> traits(Case subject) {
        return fact(subject).outcome().traits();
    }

    @Test
    void what_happened_to_a_case_stands_in_its_traits() {
        assertThat(traits(received())).containsExactlyInAnyOrder(Trait.REQUESTER_KNOWN);
        assertThat(traits(received(registration(Requester.UNKNOWN)))).isEmpty();
        assertThat(traits(handled()))
                .containsExactlyInAnyOrder(Trait.REQUESTER_KNOWN, Trait.DISPATCHED, Trait.FIRST_LEAD_KEPT);
        assertThat(traits(after(handled(), at(15, 9, 0), contact(ContactOutcome.NOT_REACHED))))
                .doesNotContain(Trait.CONTACTED);
        assertThat(traits(after(handled(), at(15, 9, 0), contact(ContactOutcome.REACHED))))
                .contains(Trait.CONTACTED);
        assertThat(traits(after(handled(), at(15, 9, 0), CaseCommand.Urge.of())))
                .contains(Trait.URGED);
        assertThat(traits(after(handled(), at(15, 9, 0), CaseCommand.Supervise.of(1, SupervisionGround.IMPORTANT))))
                .contains(Trait.SUPERVISED);
        Case asking =
                after(handled(), at(15, 9, 0), new CaseCommand.AskExtension(ExtensionAmount.ofWorkingDays(2), WHY));
        assertThat(traits(asking)).doesNotContain(Trait.EXTENDED);
        assertThat(traits(
                        after(asking, at(15, 10, 0), CaseCommand.GrantExtension.of(ExtensionAmount.ofWorkingDays(2)))))
                .contains(Trait.EXTENDED);
        assertThat(traits(after(
                        after(handled(), at(16, 10, 0), reply()),
                        at(16, 11, 0),
                        new CaseCommand.SendBack(ReworkGround.NO_EVIDENCE, WHY))))
                .contains(Trait.REWORKED)
                .doesNotContain(Trait.REOPENED);
        assertThat(traits(closed())).doesNotContain(Trait.REOPENED, Trait.REOPENED_AFTER_CLOSING);
    }

    @Test
    void the_first_lead_is_kept_if_it_is_the_last_even_after_another() {
        Case subject = after(received(), at(14, 10, 30), dispatch());
        Case returned = after(subject, at(14, 11, 0), CaseCommand.Return.of(ReturnGround.NOT_ITS_DUTY, WHY));
        assertThat(traits(returned)).contains(Trait.RETURNED, Trait.DISPATCHED);
        Case other = after(returned, at(14, 12, 0), CaseCommand.Dispatch.of(OTHER));
        assertThat(traits(other)).contains(Trait.RETURNED).doesNotContain(Trait.FIRST_LEAD_KEPT);
        assertThat(fact(other).lead()).contains(OTHER);
        Case back = after(other, at(14, 15, 0), CaseCommand.Redispatch.of(LEAD, WHY));
        assertThat(traits(back)).contains(Trait.FIRST_LEAD_KEPT);
        // An assistant of the first lead is no lead.
        Case assisted = after(received(), at(14, 10, 30), dispatch(OTHER));
        assertThat(traits(assisted)).contains(Trait.FIRST_LEAD_KEPT);
    }

    @Test
    void a_case_reopened_after_closing_was_closed_once_more_than_it_is_now() {
        Case reopened = after(closed(), at(18, 10, 0), new CaseCommand.ReopenClosed(WHY));
        assertThat(traits(reopened)).contains(Trait.REOPENED, Trait.REOPENED_AFTER_CLOSING);
        assertThat(fact(reopened).completed()).isEmpty();
        Case beforeClosing = after(
                after(inCallback(handled()), at(17, 10, 0), answer(Resolution.NO)),
                at(17, 11, 0),
                new CaseCommand.Reopen(WHY));
        Case closedOnce = after(beforeClosing, at(18, 10, 0), reply());
        closedOnce = after(closedOnce, at(18, 11, 0), new CaseCommand.AcceptReply());
        closedOnce = after(closedOnce, at(18, 12, 0), answer(Resolution.YES));
        closedOnce = after(closedOnce, at(18, 13, 0), new CaseCommand.Close(ClosingGround.CALLBACK_DONE));
        assertThat(traits(closedOnce)).contains(Trait.REOPENED).doesNotContain(Trait.REOPENED_AFTER_CLOSING);
        Case archived = after(closedOnce, at(29, 13, 0), CaseCommand.Archive.of());
        assertThat(traits(archived)).contains(Trait.REOPENED).doesNotContain(Trait.REOPENED_AFTER_CLOSING);
    }

    @Test
    void it_was_completed_just_before_due_with_the_city_s_little_time_left_or_less() {
        SlaReading met = complete(SlaReading.State.MET, 1).withFinished(Optional.of(at(16, 10, 0)));
        assertThat(isJustBefore(met.withLateFrom(Optional.of(at(16, 12, 0))))).isTrue();
        assertThat(isJustBefore(met.withLateFrom(Optional.of(at(16, 10, 1))))).isTrue();
        assertThat(isJustBefore(met.withLateFrom(Optional.of(at(16, 12, 0).plusSeconds(1)))))
                .isFalse();
        assertThat(isJustBefore(met)).isFalse();
        SlaReading missed = complete(SlaReading.State.MISSED, 1)
                .withFinished(Optional.of(at(16, 10, 0)))
                .withLateFrom(Optional.of(at(16, 9, 0)));
        assertThat(isJustBefore(missed)).isFalse();
        SlaReading running = complete(SlaReading.State.MET, 1).withLateFrom(Optional.of(at(16, 12, 0)));
        assertThat(isJustBefore(running)).isFalse();
        FactRules hour = new FactRules(Optional.empty(), Duration.ofHours(1), Duration.ofDays(15));
        assertThat(CaseFact.from(closed(), List.of(met.withLateFrom(Optional.of(at(16, 11, 1)))), LATER, hour)
                        .outcome()
                        .has(Trait.JUST_BEFORE_DUE))
                .isFalse();
    }

    private static boolean isJustBefore(SlaReading reading) {
        return fact(closed(), reading).outcome().has(Trait.JUST_BEFORE_DUE);
    }

    @ParameterizedTest
    @EnumSource(
            value = TargetKind.class,
            names = {"COMPLETE", "SIGN_FOR", "FIRST_CONTACT", "PROMISE"})
    void each_verdict_is_of_its_own_clock(TargetKind kind) {
        CaseOutcome outcome =
                fact(handled(), reading(kind, SlaReading.State.MET)).outcome();
        assertThat(outcome.complete()).isEqualTo(kind == TargetKind.COMPLETE ? Verdict.ON_TIME : Verdict.NO_TARGET);
        assertThat(outcome.signFor()).isEqualTo(kind == TargetKind.SIGN_FOR ? Verdict.ON_TIME : Verdict.NO_TARGET);
        assertThat(outcome.firstContact())
                .isEqualTo(kind == TargetKind.FIRST_CONTACT ? Verdict.ON_TIME : Verdict.NO_TARGET);
        assertThat(outcome.promise()).isEqualTo(kind == TargetKind.PROMISE ? Verdict.ON_TIME : Verdict.NO_TARGET);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, PENDING, CANCELLED",
        "NOT_RECORDED, NOT_RECORDED, NOT_RECORDED",
        "RUNNING, PENDING, PENDING",
        "PAUSED, PENDING, PENDING",
        "OVERDUE, LATE, LATE",
        "MET, ON_TIME, ON_TIME",
        "MISSED, LATE, LATE",
        "CANCELLED, CANCELLED, CANCELLED",
        "LAPSED, CANCELLED, CANCELLED"
    })
    void a_verdict_is_what_its_clock_says_and_a_closed_case_starts_none(
            SlaReading.State state, Verdict open, Verdict closed) {
        SlaReading reading = reading(TargetKind.SIGN_FOR, state);
        assertThat(fact(handled(), reading).outcome().signFor()).isEqualTo(open);
        assertThat(fact(closed(), reading).outcome().signFor()).isEqualTo(closed);
    }

    @Test
    void completion_stays_late_once_it_was_and_the_others_are_of_the_last_leg() {
        SlaReading late = complete(SlaReading.State.MISSED, 1);
        SlaReading met = complete(SlaReading.State.MET, 2);
        assertThat(fact(handled(), late, met).outcome().complete()).isEqualTo(Verdict.LATE);
        assertThat(fact(handled(), met, late).outcome().complete()).isEqualTo(Verdict.LATE);
        assertThat(fact(handled(), met).outcome().complete()).isEqualTo(Verdict.ON_TIME);
        SlaReading lateLeg = complete(SlaReading.State.MISSED, 1).withLeg(Optional.of(new Leg(1, LEAD, Part.LEAD)));
        assertThat(fact(handled(), met, lateLeg).outcome().complete()).isEqualTo(Verdict.ON_TIME);
        SlaReading first = signFor(SlaReading.State.MISSED, new Leg(1, LEAD, Part.LEAD));
        SlaReading second = signFor(SlaReading.State.MET, new Leg(2, OTHER, Part.LEAD));
        SlaReading assistant = signFor(SlaReading.State.MISSED, new Leg(3, THIRD, Part.ASSIST));
        assertThat(fact(handled(), first, second, assistant).outcome().signFor())
                .isEqualTo(Verdict.ON_TIME);
        assertThat(fact(handled(), first).outcome().signFor()).isEqualTo(Verdict.LATE);
        assertThat(fact(handled(), assistant).outcome().signFor()).isEqualTo(Verdict.NO_TARGET);
    }

    private static SlaReading signFor(SlaReading.State state, Leg leg) {
        return reading(TargetKind.SIGN_FOR, state).withLeg(Optional.of(leg));
    }
}
