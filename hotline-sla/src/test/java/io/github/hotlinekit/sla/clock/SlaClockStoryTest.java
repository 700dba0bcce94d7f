package io.github.hotlinekit.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.ContactMeans;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.ExtensionUnit;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.ReworkGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.CalendarHorizonException;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.calendar.DayKind;
import io.github.hotlinekit.sla.calendar.SpecialDay;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaReading.State;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.DueMoment;
import io.github.hotlinekit.sla.policy.ExtensionRule;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.Reclassification;
import io.github.hotlinekit.sla.policy.RowCondition;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.StartMoment;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import io.github.hotlinekit.sla.policy.Warning;
import io.github.hotlinekit.sla.testkit.Timelines;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases as cities meet them, in Shanghai's local time in September 2026: the 20th, a Sunday, is worked. */
class SlaClockStoryTest extends ClockStory {

    private void asked(String local) {
        events.add(new CaseEvent.ExtensionAsked(stamp(local), ExtensionAmount.ofWorkingDays(9), TEXT));
    }

    @Test
    void five_working_days_count_the_make_up_sunday_and_skip_the_festival() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        assertDue(FIVE, "09-25T00:00"); // Sunday 20, 21, 22, 23, Thursday 24
    }

    @Test
    void a_pause_overnight_gives_no_day_back() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        suspended("09-21T17:29");
        resumed("09-22T09:00");
        assertDue(FIVE, "09-25T00:00");
        assertDue(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(5), "office"), "09-25T00:00");
    }

    @Test
    void a_day_is_given_back_if_all_its_working_periods_were_paused() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        suspended("09-21T08:30");
        resumed("09-22T09:00");
        assertDue(FIVE, "09-25T00:00"); // the 21st was not paused before 08:30
        // By office hours the whole of the 21st was; the 25th is Mid-Autumn, so the next day that counts is the 28th.
        assertDue(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(5), "office"), "09-29T00:00");
    }

    @Test
    void a_lunch_break_between_two_pauses_is_no_working_time() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        suspended("09-21T08:00");
        resumed("09-21T12:00");
        suspended("09-21T14:30");
        resumed("09-21T17:30");
        assertDue(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(5), "office"), "09-29T00:00");
        assertDue(FIVE, "09-25T00:00");
    }

    @Test
    void a_pause_over_days_of_rest_changes_nothing() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        suspended("09-19T00:00");
        resumed("09-20T00:00");
        assertDue(FIVE, "09-25T00:00");
    }

    @Test
    void nothing_is_due_while_it_stands_still_and_the_day_of_the_resumption_is_left() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        suspended("09-24T10:00"); // on the due day
        SlaReading paused = only(clock(FIVE), "09-26T12:00");
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.nextChange()).isEmpty();
        assertThat(paused.isLate()).isFalse();
        resumed("09-26T12:00"); // a Saturday of the festival
        assertDue(FIVE, "09-29T00:00"); // Monday the 28th
    }

    @Test
    void what_was_late_before_it_was_suspended_stays_late() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        suspended("09-25T00:00");
        assertThat(only(clock(FIVE), "09-26T12:00").state()).isEqualTo(State.OVERDUE);
        resumed("09-29T00:00");
        assertDue(FIVE, "09-25T00:00");
    }

    @Test
    void a_ground_that_the_policy_does_not_allow_stops_no_clock() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        suspended("09-20T00:00");
        SlaTarget weather = FIVE.withPauses(Set.of(SuspensionGround.WEATHER));
        assertThat(only(clock(weather), "09-23T00:00").state()).isEqualTo(State.RUNNING);
        assertThat(only(clock(FIVE), "09-23T00:00").state()).isEqualTo(State.PAUSED);
    }

    @Test
    void working_time_stands_still_to_the_minute_and_ends_as_the_morning_ends() {
        received(CaseKind.COMPLAINT, "09-21T08:30");
        SlaTarget morning = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("210wm"), "office");
        assertDue(morning, "09-21T12:00");
        suspended("09-21T10:00");
        resumed("09-21T15:00"); // 90 minutes were used; the rest are 120
        assertDue(morning, "09-21T17:00");
        SlaReading reading = only(clock(morning), "09-21T16:00");
        assertThat(reading.used()).isEqualTo(150);
        assertThat(reading.left()).isEqualTo(60);
    }

    @Test
    void an_extension_adds_to_the_limit_from_the_first_start() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        asked("09-24T23:00");
        granted("09-28T10:00", 5); // granted late, asked for in time
        assertDue(FIVE, "10-10T00:00"); // 28, 29, 30 September, 8 and 9 October
        assertThat(only(clock(FIVE), "12-01T00:00").extensions()).containsExactly(ExtensionAmount.ofWorkingDays(5));
        assertThat(anomalies(clock(FIVE))).isEmpty();
        assertDue(FIVE.withExtensions(ExtensionRule.NONE), "09-25T00:00");
    }

    @Test
    void an_extension_counts_as_far_as_the_rule_allows() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        asked("09-21T00:00");
        granted("09-21T10:00", 9);
        asked("09-22T00:00");
        granted("09-22T10:00", 1);
        ExtensionRule once = new ExtensionRule(
                1, Optional.of(TimeLimit.ofWorkingDays(2)), ExtensionRule.Asked.BEFORE_DUE, Set.of(Role.SUPERVISOR));
        SlaTarget target = FIVE.withExtensions(once);
        assertDue(target, "09-30T00:00"); // 2 of 9 days: the 28th and the 29th
        assertThat(anomalies(clock(target)))
                .containsExactlyInAnyOrder(
                        ClockAnomaly.Code.EXTENSION_TOO_LONG, ClockAnomaly.Code.EXTENSION_OVER_NUMBER);
        SlaTarget dispatcher = FIVE.withExtensions(
                new ExtensionRule(9, Optional.empty(), ExtensionRule.Asked.BEFORE_DUE, Set.of(Role.DISPATCHER)));
        assertDue(dispatcher, "09-25T00:00");
        assertThat(anomalies(clock(dispatcher))).containsOnly(ClockAnomaly.Code.EXTENSION_BY_OTHER);
    }

    @Test
    void an_extension_asked_for_too_late_does_not_count_unless_the_rule_says_so() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        asked("09-25T00:00");
        granted("09-25T10:00", 5);
        assertDue(FIVE, "09-25T00:00");
        assertThat(anomalies(clock(FIVE))).containsExactly(ClockAnomaly.Code.EXTENSION_LATE);
        SlaTarget anyTime =
                FIVE.withExtensions(new ExtensionRule(9, Optional.empty(), ExtensionRule.Asked.ANY_TIME, Set.of()));
        assertDue(anyTime, "10-10T00:00");
    }

    @Test
    void an_extension_in_another_unit_is_added_after_the_count_or_left_out() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        granted("09-21T10:00", new ExtensionAmount(2, ExtensionUnit.CALENDAR_DAYS));
        assertDue(FIVE, "09-29T00:00"); // the 24th and two days, and on from the festival
        granted("09-21T11:00", new ExtensionAmount(8, ExtensionUnit.HOURS));
        assertDue(FIVE, "09-29T00:00");
        assertThat(anomalies(clock(FIVE))).containsExactly(ClockAnomaly.Code.EXTENSION_UNIT);
        assertDue(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("72h")), "09-22T00:50");
    }

    private static SlaClock byKind(Reclassification reclassification) {
        RowCondition help = RowCondition.builder().addKinds(CaseKind.HELP).build();
        return SlaClock.of(
                policy(
                        reclassification,
                        row("help", help, SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(3))),
                        row("rest", RowCondition.ALWAYS, FIVE)),
                CHINA);
    }

    @Test
    void a_new_kind_means_the_new_limit_from_the_first_start() {
        received(CaseKind.HELP, "09-18T16:50");
        events.add(new CaseEvent.KindChanged(stamp("09-21T10:00"), CaseKind.COMPLAINT, TEXT));
        SlaReading reading = only(byKind(Reclassification.KEEPS_LATE), "09-23T12:00");
        assertThat(reading.row()).contains("rest");
        assertThat(reading.state()).isEqualTo(State.RUNNING);
        assertThat(reading.lateFrom()).contains(at("09-25T00:00"));
    }

    @Test
    void what_was_late_before_it_was_made_another_kind_stays_late_unless_the_policy_says_otherwise() {
        received(CaseKind.HELP, "09-18T16:50"); // late from the 23rd
        events.add(new CaseEvent.KindChanged(stamp("09-23T00:00"), CaseKind.COMPLAINT, TEXT));
        SlaReading reading = only(byKind(Reclassification.KEEPS_LATE), "09-23T12:00");
        assertThat(reading.row()).contains("help");
        assertThat(reading.state()).isEqualTo(State.OVERDUE);
        SlaReading anew = only(byKind(Reclassification.COUNTS_ANEW), "09-23T12:00");
        assertThat(anew.state()).isEqualTo(State.RUNNING);
        assertThat(anew.lateFrom()).contains(at("09-25T00:00"));
    }

    @Test
    void a_department_has_a_leg_of_its_own_for_each_dispatch_and_the_citizens_clock_runs_on() {
        SlaTarget sign = SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("1wd"));
        SlaTarget give = SlaTarget.of(TargetKind.RETURN, TimeLimit.parse("2wd"));
        SlaClock clock = clock(FIVE, sign, give);
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A, B);
        events.add(new CaseEvent.AssistingSignedFor(stamp("09-20T09:00"), B));
        events.add(new CaseEvent.Returned(
                stamp("09-21T09:00"), ReturnGround.NOT_ITS_DUTY, TEXT, Optional.empty(), Optional.empty()));
        dispatched("09-21T10:00", B);
        List<SlaReading> readings = read(clock, "09-23T12:00");
        assertThat(readings)
                .extracting(SlaReading::kind, r -> r.leg().map(Leg::department), SlaReading::state)
                .containsExactly(
                        tuple(TargetKind.COMPLETE, Optional.empty(), State.RUNNING),
                        // unsigned when it was returned, after the end of the 20th
                        tuple(TargetKind.SIGN_FOR, Optional.of(A), State.MISSED),
                        tuple(TargetKind.SIGN_FOR, Optional.of(B), State.MET),
                        tuple(TargetKind.SIGN_FOR, Optional.of(B), State.OVERDUE),
                        tuple(TargetKind.RETURN, Optional.of(A), State.MET),
                        tuple(TargetKind.RETURN, Optional.of(B), State.CANCELLED),
                        tuple(TargetKind.RETURN, Optional.of(B), State.RUNNING));
        assertThat(readings.get(0).lateFrom()).contains(at("09-25T00:00"));
        assertThat(readings.get(2).leg()).contains(new Leg(2, B, Part.ASSIST));
        assertThat(read(clock, "09-24T00:00").get(6).state()).isEqualTo(State.LAPSED);
        assertThat(read(clock, "09-24T00:00").get(6).isLate()).isFalse();
    }

    @Test
    void a_return_refused_leaves_the_department_its_leg() {
        SlaTarget sign = SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("1wd"));
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        events.add(new CaseEvent.Returned(
                stamp("09-20T09:00"), ReturnGround.OTHER, TEXT, Optional.empty(), Optional.empty()));
        assertThat(only(clock(sign), "09-20T10:00").state()).isEqualTo(State.CANCELLED);
        events.add(new CaseEvent.ReturnRefused(stamp("09-20T11:00"), TEXT));
        SlaReading signed = only(clock(sign), "09-22T10:00");
        assertThat(signed.state()).isEqualTo(State.MET);
        assertThat(signed.finished()).contains(at("09-20T11:00"));
    }

    @Test
    void a_leg_whose_return_was_refused_runs_on() {
        SlaTarget leg = FIVE.withStart(ClockStart.DISPATCH);
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        events.add(new CaseEvent.Returned(
                stamp("09-20T09:00"), ReturnGround.OTHER, TEXT, Optional.empty(), Optional.empty()));
        assertThat(only(clock(leg), "09-20T10:00").state()).isEqualTo(State.CANCELLED);
        events.add(new CaseEvent.ReturnRefused(stamp("09-20T11:00"), TEXT));
        assertThat(only(clock(leg), "09-22T10:00").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void the_reply_of_a_leg_stands_when_the_case_is_reopened_and_goes_elsewhere() {
        SlaTarget leg = FIVE.withStart(ClockStart.DISPATCH);
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        replied("09-20T09:00");
        events.add(new CaseEvent.Closed(stamp("09-20T10:00"), ClosingGround.CALLBACK_DONE));
        events.add(new CaseEvent.ClosedReopened(stamp("09-21T09:00"), TEXT));
        dispatched("09-21T10:00", B);
        assertThat(read(clock(leg), "09-21T11:00"))
                .extracting(SlaReading::state, r -> r.finished().orElse(null))
                .containsExactly(tuple(State.MET, at("09-20T09:00")), tuple(State.RUNNING, null));
    }

    @Test
    void what_was_not_done_when_the_case_was_closed_is_asked_for_no_more_on_the_citizens_clock() {
        SlaTarget sign =
                SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("1wd")).withStart(ClockStart.RECEIPT);
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        events.add(new CaseEvent.Closed(stamp("09-18T18:00"), ClosingGround.UNKNOWN));
        assertThat(only(clock(sign), "09-24T00:00").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void a_new_category_or_priority_means_the_limit_of_its_row() {
        RowCondition gas =
                RowCondition.builder().addCategories(CategoryCode.of("05.03")).build();
        RowCondition urgent =
                RowCondition.builder().addPriorities(Priority.URGENT).build();
        SlaClock clock = SlaClock.of(
                policy(
                        Reclassification.KEEPS_LATE,
                        row("urgent", urgent, SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(1))),
                        row("gas", gas, SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(2))),
                        row("rest", RowCondition.ALWAYS, FIVE)),
                CHINA);
        received(CaseKind.COMPLAINT, "09-18T10:00");
        assertThat(only(clock, "09-18T11:00").row()).contains("rest");
        events.add(new CaseEvent.Classified(
                stamp("09-18T12:00"), CategoryCode.of("05.03.02"), "12345-default@2026.1", Optional.empty()));
        assertThat(only(clock, "09-18T13:00").row()).contains("gas");
        events.add(new CaseEvent.Prioritized(stamp("09-18T14:00"), Priority.URGENT, Optional.empty()));
        assertThat(only(clock, "09-18T15:00").row()).contains("urgent");
    }

    @Test
    void a_failed_call_about_a_reply_that_does_not_stand_was_no_callback() {
        SlaTarget call = SlaTarget.of(TargetKind.CALLBACK, TimeLimit.parse("1wd"));
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        replied("09-20T09:00");
        events.add(new CaseEvent.ReplySentBack(stamp("09-20T10:00"), ReworkGround.OTHER, TEXT));
        events.add(new CaseEvent.Closed(stamp("09-20T11:00"), ClosingGround.CALLBACK_FAILED));
        assertThat(only(clock(call), "12-01T00:00").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void a_leg_ends_with_its_own_reply_and_a_reopening_begins_another() {
        SlaTarget leg = FIVE.withStart(ClockStart.DISPATCH);
        SlaClock clock = clock(FIVE, leg);
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-20T09:00", A);
        replied("09-22T09:00");
        events.add(new CaseEvent.Reopened(stamp("09-28T10:00"), TEXT));
        List<SlaReading> readings = read(clock, "10-12T00:00");
        assertThat(readings)
                .extracting(SlaReading::start, SlaReading::round, SlaReading::state)
                .containsExactly(
                        tuple(ClockStart.RECEIPT, 1, State.MET),
                        tuple(ClockStart.RECEIPT, 2, State.OVERDUE),
                        tuple(ClockStart.DISPATCH, 1, State.MET),
                        tuple(ClockStart.DISPATCH, 2, State.OVERDUE));
        // 29, 30 September, 8, 9 and Saturday 10 October, which is worked
        assertThat(readings.get(1).lateFrom()).contains(at("10-11T00:00"));
        assertThat(readings.get(1).lateness()).isEqualTo(new Lateness(1, 2));
    }

    @Test
    void a_reply_sent_back_is_no_completion_and_waits_for_no_callback() {
        SlaTarget call = SlaTarget.of(TargetKind.CALLBACK, TimeLimit.parse("1wd"));
        SlaClock clock = clock(FIVE, call);
        received(CaseKind.COMPLAINT, "09-18T16:50");
        assertThat(read(clock, "09-18T17:00").get(1).state()).isEqualTo(State.NOT_STARTED);
        dispatched("09-18T17:00", A);
        replied("09-20T09:00");
        events.add(new CaseEvent.ReplySentBack(stamp("09-20T10:00"), ReworkGround.OTHER, TEXT));
        assertThat(read(clock, "09-20T11:00"))
                .extracting(SlaReading::state)
                .containsExactly(State.RUNNING, State.CANCELLED);
        replied("09-23T09:00");
        events.add(new CaseEvent.CallbackDone(stamp("09-24T09:00"), CallbackAnswer.of(Resolution.YES)));
        events.add(new CaseEvent.Closed(stamp("09-24T10:00"), ClosingGround.CALLBACK_DONE));
        assertThat(read(clock, "12-01T00:00"))
                .extracting(SlaReading::state)
                .containsExactly(State.MET, State.CANCELLED, State.MET);
        assertThat(read(clock, "12-01T00:00").get(0).finished()).contains(at("09-23T09:00"));
    }

    @Test
    void a_case_closed_for_want_of_an_answer_was_called_back() {
        SlaTarget call = SlaTarget.of(TargetKind.CALLBACK, TimeLimit.parse("1wd"));
        received(CaseKind.COMPLAINT, "09-18T16:50");
        replied("09-20T09:00");
        events.add(new CaseEvent.Closed(stamp("09-21T10:00"), ClosingGround.CALLBACK_FAILED));
        assertThat(only(clock(call), "12-01T00:00").finished()).contains(at("09-21T10:00"));
        events.set(2, new CaseEvent.Closed(Stamp.of(3, at("09-21T10:00"), Actor.SYSTEM), ClosingGround.UNKNOWN));
        assertThat(only(clock(call), "12-01T00:00").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void the_first_contact_is_that_of_the_department_that_has_the_case() {
        SlaTarget contact = SlaTarget.of(TargetKind.FIRST_CONTACT, TimeLimit.parse("24h"));
        SlaClock clock = clock(contact, contact.withStart(ClockStart.RECEIPT));
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        contacted("09-18T18:00", ContactOutcome.NOT_REACHED);
        contacted("09-18T19:00", ContactOutcome.REACHED);
        dispatched("09-20T17:00", B);
        List<SlaReading> readings = read(clock, "09-21T17:00");
        assertThat(readings).extracting(SlaReading::state).containsExactly(State.MET, State.OVERDUE, State.MET);
        assertThat(readings.get(0).finished()).contains(at("09-18T19:00"));
    }

    private void contacted(String local, ContactOutcome outcome) {
        events.add(new CaseEvent.Contacted(stamp(local), ContactMeans.PHONE, outcome, Optional.empty()));
    }

    @Test
    void a_start_outside_opening_hours_counts_from_the_next_opening_where_an_office_says_so() {
        SlaTarget two = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(2), "office")
                .withDue(DueMoment.SAME_TIME)
                .withStartMoment(StartMoment.NEXT_OPENING);
        received(CaseKind.COMPLAINT, "09-18T18:00"); // Friday evening: counted from Sunday 08:30, which is worked
        assertDue(two, "09-22T08:30");
        DeadlineExplanation why =
                clock(two).explain(SlaTimeline.of(events), only(clock(two), "09-20T00:00"), at("09-20T00:00"));
        assertThat(why.start().toInstant()).isEqualTo(at("09-20T08:30"));
        assertThat(why.render(Language.EN)).contains("the start was moved on from 2026-09-18T18:00+08:00");
        assertThat(why.render(Language.ZH)).contains("顺延");
    }

    @Test
    void after_a_cutoff_the_next_working_day_is_the_day_of_receipt() {
        SlaTarget three =
                SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(3)).withCutoff(LocalTime.of(17, 30));
        received(CaseKind.COMPLAINT, "09-18T17:29");
        assertDue(three, "09-23T00:00");
        events.set(0, Timelines.registered(CaseKind.COMPLAINT, at("09-18T17:30")));
        assertDue(three, "09-24T00:00"); // as if received on Sunday the 20th
        events.set(0, Timelines.registered(CaseKind.COMPLAINT, at("09-19T23:00")));
        assertDue(three, "09-23T00:00"); // a day of rest has no cut-off
    }

    @Test
    void business_closes_with_the_last_period_of_the_due_day() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        assertDue(
                SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(3), "office")
                        .withDue(DueMoment.CLOSE_OF_BUSINESS),
                "09-22T17:30");
    }

    @Test
    void a_month_ends_on_the_same_numbered_day_or_the_last_and_moves_on_from_a_day_of_rest() {
        received(CaseKind.COMPLAINT, "08-31T10:00");
        assertDue(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofMonths(1)), "10-01T00:00");
        events.set(0, Timelines.registered(CaseKind.COMPLAINT, at("09-03T10:00")));
        assertDue(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofMonths(1)), "10-09T00:00"); // 3 October is a holiday
    }

    @Test
    void lights_turn_at_the_beginning_of_a_day_for_days_and_to_the_minute_for_time() {
        SlaTarget lit = FIVE.withWarnings(List.of(
                new Warning(Light.YELLOW, new Warning.Left(TimeLimit.ofWorkingDays(1))),
                new Warning(Light.RED, new Warning.Left(TimeLimit.ofWorkingDays(0)))));
        received(CaseKind.COMPLAINT, "09-18T16:50"); // due on the 24th
        assertThat(only(clock(lit), "09-22T23:59").light()).isEqualTo(Light.GREEN);
        assertThat(only(clock(lit), "09-22T23:59").nextChange()).contains(at("09-23T00:00"));
        assertThat(only(clock(lit), "09-23T00:00").light()).isEqualTo(Light.YELLOW);
        assertThat(only(clock(lit), "09-23T00:00").left()).isEqualTo(1);
        assertThat(only(clock(lit), "09-24T00:00").light()).isEqualTo(Light.RED);
        assertThat(only(clock(lit), "09-24T00:00").nextChange()).contains(at("09-25T00:00"));
        assertThat(only(clock(lit), "09-25T00:00").nextChange()).isEmpty();
        SlaTarget used = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(3))
                .withWarnings(List.of(new Warning(Light.YELLOW, new Warning.Used(80))));
        assertThat(only(clock(used), "09-21T23:59").light()).isEqualTo(Light.GREEN);
        assertThat(only(clock(used), "09-22T00:00").light()).isEqualTo(Light.YELLOW); // the third day
        SlaTarget hours = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("10h"))
                .withWarnings(List.of(new Warning(Light.YELLOW, new Warning.Used(80))));
        assertThat(only(clock(hours), "09-19T00:49").light()).isEqualTo(Light.GREEN);
        assertThat(only(clock(hours), "09-19T00:50").light()).isEqualTo(Light.YELLOW);
        SlaTarget open = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("10wh"), "office")
                .withWarnings(List.of(new Warning(Light.RED, new Warning.Left(TimeLimit.parse("1wh")))));
        // 40 minutes on Friday, 390 on Sunday, 170 on Monday: due at 11:20
        assertThat(only(clock(open), "09-21T10:19").light()).isEqualTo(Light.GREEN);
        assertThat(only(clock(open), "09-21T10:20").light()).isEqualTo(Light.RED);
        assertThat(only(clock(open), "09-21T11:20").state()).isEqualTo(State.OVERDUE);
    }

    private static WorkingCalendar closedOn(String version, LocalDate... days) {
        return WorkingCalendar.builder("city", version)
                .first(LocalDate.of(2026, 1, 1))
                .last(LocalDate.of(2026, 12, 31))
                .settledUntil(LocalDate.of(2026, 12, 31))
                .days(List.of(days).stream()
                        .map(d -> new SpecialDay(d, DayKind.HOLIDAY, Label.of("停工", "closed"), "notice " + version))
                        .toList())
                .build();
    }

    private void recalculated(String local, String calendar) {
        events.add(new CaseEvent.CalendarRecalculated(stamp(local), calendar, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_new_calendar_counts_from_a_recalculation_and_leaves_closed_cases_as_they_were_judged() {
        WorkingCalendar old = closedOn("1");
        WorkingCalendar now = closedOn("2", LocalDate.of(2026, 9, 23), LocalDate.of(2026, 9, 24));
        CalendarVersions versions = CalendarVersions.of(old).with(at("09-22T10:00"), now);
        SlaClock clock =
                SlaClock.of(policy(Reclassification.KEEPS_LATE, row("r", RowCondition.ALWAYS, FIVE)), versions);
        received(CaseKind.COMPLAINT, "09-18T16:50"); // by the plain week: Friday the 25th
        SlaReading before = only(clock, "09-23T12:00");
        assertThat(before.lateFrom()).contains(at("09-26T00:00"));
        assertThat(before.calendar()).isEqualTo("city@1");
        recalculated("09-22T11:00", "city@2");
        SlaReading after = only(clock, "09-23T12:00");
        assertThat(after.lateFrom()).contains(at("09-30T00:00"));
        assertThat(after.calendar()).isEqualTo("city@2");
        replied("09-28T09:00");
        assertThat(only(clock, "12-01T00:00").state()).isEqualTo(State.MET);
        recalculated("09-30T09:00", "city@1");
        assertThat(only(clock, "12-01T00:00").state()).isEqualTo(State.MET);
        assertThat(only(clock, "12-01T00:00").calendar()).isEqualTo("city@2");
        recalculated("10-01T09:00", "city@9");
        assertThat(anomalies(clock)).containsExactly(ClockAnomaly.Code.UNKNOWN_CALENDAR);
        events.clear();
        received(CaseKind.COMPLAINT, "09-22T10:00");
        assertThat(only(clock, "09-23T12:00").calendar()).isEqualTo("city@2");
    }

    @Test
    void a_recalculation_that_brings_the_deadline_forward_leaves_the_working_day_after_it() {
        WorkingCalendar closed = closedOn("1", LocalDate.of(2026, 9, 23), LocalDate.of(2026, 9, 24));
        CalendarVersions versions = CalendarVersions.of(closed).with(at("09-25T00:00"), closedOn("2"));
        SlaClock clock =
                SlaClock.of(policy(Reclassification.KEEPS_LATE, row("r", RowCondition.ALWAYS, FIVE)), versions);
        received(CaseKind.COMPLAINT, "09-18T16:50"); // the 29th by the first, the 25th by the second
        recalculated("09-25T15:00", "city@2");
        SlaReading reading = only(clock, "09-26T12:00");
        assertThat(reading.lateFrom()).contains(at("09-29T00:00")); // Monday the 28th
        assertThat(reading.dueDate()).contains(LocalDate.of(2026, 9, 28));
        assertThat(reading.state()).isEqualTo(State.RUNNING);
    }

    @Test
    void what_was_late_when_it_was_recalculated_stays_late() {
        WorkingCalendar now = closedOn("2", LocalDate.of(2026, 9, 23), LocalDate.of(2026, 9, 24));
        CalendarVersions versions = CalendarVersions.of(closedOn("1")).with(at("09-22T10:00"), now);
        SlaClock clock =
                SlaClock.of(policy(Reclassification.KEEPS_LATE, row("r", RowCondition.ALWAYS, FIVE)), versions);
        received(CaseKind.COMPLAINT, "09-18T16:50");
        recalculated("09-26T00:00", "city@2");
        assertThat(only(clock, "09-27T00:00").state()).isEqualTo(State.OVERDUE);
        assertThat(only(clock, "09-27T00:00").calendar()).isEqualTo("city@1");
    }

    @Test
    void versions_of_a_calendar_come_into_force_one_after_the_other() {
        CalendarVersions one = CalendarVersions.of(closedOn("1"));
        CalendarVersions two = one.with(at("09-01T00:00"), closedOn("2"));
        assertThat(two.at(at("09-01T00:00")).identity()).isEqualTo("city@2");
        assertThat(two.at(at("09-01T00:00").minusNanos(1)).identity()).isEqualTo("city@1");
        assertThat(two.named("city@1")).isPresent();
        assertThat(two.named("city@3")).isEmpty();
        assertThat(two).hasToString("CalendarVersions [city@1, city@2]");
        assertThatIllegalArgumentException().isThrownBy(() -> two.with(at("09-01T00:00"), closedOn("3")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.with(at("10-01T00:00"), closedOn("2")))
                .withMessageContaining("city@2");
    }

    @Test
    void odd_timelines_are_read_as_far_as_they_go_and_said_to_be_odd() {
        SlaTarget sign = SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("1wd"));
        SlaClock clock = clock(FIVE, sign);
        received(CaseKind.COMPLAINT, "09-18T16:50");
        resumed("09-19T00:00");
        suspended("09-20T00:00");
        suspended("09-20T12:00");
        resumed("09-21T00:00");
        dispatched("09-21T10:00", A);
        events.add(new CaseEvent.SignedFor(stamp("09-17T00:00")));
        assertThat(anomalies(clock))
                .containsExactlyInAnyOrder(
                        ClockAnomaly.Code.RESUMED_WITHOUT_PAUSE,
                        ClockAnomaly.Code.PAUSED_TWICE,
                        ClockAnomaly.Code.BEFORE_RECEIPT);
        assertThat(read(clock, "09-22T00:00").get(0).lateFrom()).contains(at("09-29T00:00")); // the 20th is given back
        events.add(new CaseEvent.Closed(Stamp.of(1, at("09-21T11:00"), Actor.SYSTEM), ClosingGround.UNKNOWN));
        assertThat(anomalies(clock)).contains(ClockAnomaly.Code.SAME_SEQUENCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlaTimeline.of(events.subList(1, 3)))
                .withMessageContaining("register the case once, but did 0 times");
    }

    @Test
    void a_correction_counts_from_its_recording() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        CaseEvent.Registered first = (CaseEvent.Registered) events.get(0);
        CaseEvent right = new CaseEvent.Registered(first.stamp().withAt(at("09-17T10:00")), first.registration());
        events.add(new CaseEvent.Corrected(stamp("09-22T10:00"), right, TEXT, Optional.empty()));
        assertThat(only(clock(FIVE), "09-22T09:59").lateFrom()).contains(at("09-25T00:00"));
        assertThat(only(clock(FIVE), "09-22T10:00").lateFrom()).contains(at("09-24T00:00"));
    }

    @Test
    void beyond_the_settled_days_a_reading_gives_the_days_between_which_it_must_be_expected() {
        received(CaseKind.COMPLAINT, "12-25T10:00");
        SlaReading reading = only(clock(FIVE), "12-25T12:00"); // 28 is settled, 29, 30 and 31 are not, then New Year
        assertThat(reading.certainty()).isNotEqualTo(Certainty.SETTLED);
        assertThat(reading.dueDate().orElseThrow())
                .isBetween(reading.earliest().orElseThrow(), reading.latest().orElseThrow());
        assertThat(reading.earliest().orElseThrow()).isBefore(reading.latest().orElseThrow());
        assertThat(only(clock(FIVE), "12-25T12:00").latest().orElseThrow()).isAfter(LocalDate.of(2027, 1, 1));
        SlaReading days = only(clock(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(7))), "12-25T12:00");
        assertThat(days.earliest()).contains(LocalDate.of(2027, 1, 1));
        events.set(0, Timelines.registered(CaseKind.COMPLAINT, at("09-18T16:50")));
        assertThat(only(clock(FIVE), "09-19T00:00").earliest()).isEmpty();
        SlaClock strict =
                SlaClock.of(policy(Reclassification.KEEPS_LATE, row("r", RowCondition.ALWAYS, FIVE)), CHINA.strict());
        assertThat(only(strict, "09-19T00:00").lateFrom()).contains(at("09-25T00:00"));
        events.set(0, Timelines.registered(CaseKind.COMPLAINT, at("12-25T10:00")));
        assertThatExceptionOfType(CalendarHorizonException.class)
                .isThrownBy(() -> only(strict, "12-25T12:00"))
                .withMessageContaining("2026-12-28");
    }

    @Test
    void the_parts_of_a_reading_are_checked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Leg(0, A, Part.LEAD));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lateness(1, 1, Optional.of(Duration.ofSeconds(-1))));
        received(CaseKind.COMPLAINT, "09-18T16:50");
        SlaTimeline timeline = SlaTimeline.of(events);
        SlaReading reading = only(clock(FIVE), "09-20T00:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock(FIVE).explain(timeline, reading.withRound(2), at("09-20T00:00")))
                .withMessageContaining("COMPLETE");
        assertThat(timeline).hasToString("SlaTimeline of 1 events");
    }
}
