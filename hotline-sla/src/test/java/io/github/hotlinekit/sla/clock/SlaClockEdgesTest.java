package io.github.hotlinekit.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.ContactMeans;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.ExtensionUnit;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.calendar.Projection;
import io.github.hotlinekit.sla.clock.SlaReading.State;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.LastDay;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.Reclassification;
import io.github.hotlinekit.sla.policy.RowCondition;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.StartMoment;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import io.github.hotlinekit.sla.policy.Warning;
import io.github.hotlinekit.sla.testkit.Timelines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small differences that a clock must make, in Shanghai's local time in September 2026: Sunday the 20th is worked. */
class SlaClockEdgesTest extends ClockStory {

    private void add(CaseEvent event) {
        events.add(event);
    }

    private static SlaTarget days(TargetKind kind, int days) {
        return SlaTarget.of(kind, TimeLimit.ofWorkingDays(days));
    }

    private static SlaTarget within(String limit) {
        return SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse(limit));
    }

    private void imported(String local, Optional<Instant> promisedBy, Step... recorded) {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("T1"))
                .kind(CaseKind.COMPLAINT)
                .channel(Channel.PHONE)
                .requester(Requester.UNKNOWN)
                .promisedBy(promisedBy)
                .source(Source.of("city", Set.of(recorded)))
                .build();
        add(new CaseEvent.Registered(stamp(local), registration));
    }

    private List<State> states(SlaClock clock, String now) {
        return read(clock, now).stream().map(SlaReading::state).toList();
    }

    private DeadlineExplanation why(SlaClock clock, String now) {
        return clock.explain(SlaTimeline.of(events), only(clock, now), at(now));
    }

    @Test
    void the_next_change_is_the_first_of_all_targets_in_whatever_order_they_stand() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        Case subject = Case.replay(events);
        SlaTarget one = days(TargetKind.FIRST_CONTACT, 1).withStart(ClockStart.RECEIPT);
        assertThat(clock(FIVE, one).nextChangeAfter(subject, at("09-18T12:00"))).contains(at("09-21T00:00"));
        assertThat(clock(one, FIVE).nextChangeAfter(subject, at("09-18T12:00"))).contains(at("09-21T00:00"));
    }

    private List<State> statesOf(SlaTarget target, String instant, Step... recorded) {
        events.clear();
        imported("09-18T10:00", Optional.empty(), recorded);
        dispatched("09-18T11:00", A);
        return states(clock(target), instant);
    }

    @Test
    void a_departments_completion_is_judged_if_dispatches_and_replies_are_recorded() {
        SlaTarget target = FIVE.withStart(ClockStart.DISPATCH);
        assertThat(statesOf(target, "09-18T12:00", Step.DISPATCH)).containsExactly(State.NOT_RECORDED);
        assertThat(statesOf(target, "09-18T12:00", Step.DISPATCH, Step.REPLY)).containsExactly(State.RUNNING);
    }

    @Test
    void a_return_is_judged_if_dispatches_and_returns_are_recorded() {
        SlaTarget target = days(TargetKind.RETURN, 1);
        assertThat(statesOf(target, "09-18T12:00", Step.DISPATCH)).containsExactly(State.NOT_RECORDED);
        assertThat(statesOf(target, "09-18T12:00", Step.RETURN)).containsExactly(State.NOT_RECORDED);
        assertThat(statesOf(target, "09-18T12:00", Step.DISPATCH, Step.RETURN)).containsExactly(State.RUNNING);
    }

    @Test
    void a_first_contact_is_judged_if_first_contacts_are_recorded() {
        SlaTarget target = days(TargetKind.FIRST_CONTACT, 1);
        assertThat(statesOf(target, "09-28T12:00", Step.DISPATCH, Step.SIGN_FOR, Step.REPLY, Step.CALLBACK))
                .containsExactly(State.NOT_RECORDED);
        assertThat(statesOf(target, "09-18T12:00", Step.DISPATCH, Step.FIRST_CONTACT))
                .containsExactly(State.RUNNING);
        assertThat(statesOf(target, "09-28T12:00", Step.DISPATCH, Step.FIRST_CONTACT))
                .containsExactly(State.OVERDUE);
    }

    @Test
    void an_assisting_department_has_the_limit_of_its_own_row() {
        SlaTarget three = days(TargetKind.COMPLETE, 3).withStart(ClockStart.DISPATCH);
        SlaTarget one = days(TargetKind.COMPLETE, 1).withStart(ClockStart.DISPATCH);
        RowCondition ofB = RowCondition.builder().addDepartments(B).build();
        SlaClock clock = SlaClock.of(
                policy(Reclassification.KEEPS_LATE, row("b", ofB, one), row("rest", RowCondition.ALWAYS, three)),
                CHINA);
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T11:00", A, B);
        assertThat(read(clock, "09-18T12:00"))
                .extracting(r -> r.row().orElseThrow(), r -> r.lateFrom().orElseThrow())
                .containsExactly(tuple("rest", at("09-23T00:00")), tuple("b", at("09-21T00:00")));
    }

    @Test
    void what_was_late_stays_late_although_the_case_was_in_between_one_that_no_row_takes() {
        RowCondition help = RowCondition.builder().addKinds(CaseKind.HELP).build();
        RowCondition praise = RowCondition.builder().addKinds(CaseKind.PRAISE).build();
        SlaClock clock = SlaClock.of(
                policy(
                        Reclassification.KEEPS_LATE,
                        row("help", help, days(TargetKind.COMPLETE, 1)),
                        row("praise", praise, days(TargetKind.COMPLETE, 9))),
                CHINA);
        received(CaseKind.HELP, "09-18T10:00");
        add(new CaseEvent.KindChanged(stamp("09-22T10:00"), CaseKind.COMPLAINT, TEXT));
        add(new CaseEvent.KindChanged(stamp("09-22T11:00"), CaseKind.PRAISE, TEXT));
        assertThat(only(clock, "09-22T12:00").state()).isEqualTo(State.OVERDUE);
        assertThat(only(clock, "09-22T12:00").row()).contains("help");
    }

    @Test
    void a_change_after_the_case_was_done_makes_nothing_late_and_nothing_timely_unless_the_policy_counts_anew() {
        // Sunday the 20th is worked: a day's limit ends with it, five days' on Friday the 25th at the earliest.
        doneThenChanged(CaseKind.HELP, "09-20T10:00", CaseKind.COMPLAINT, State.MET, State.MET);
        doneThenChanged(CaseKind.HELP, "09-22T10:00", CaseKind.COMPLAINT, State.MISSED, State.MET);
        doneThenChanged(CaseKind.COMPLAINT, "09-22T10:00", CaseKind.HELP, State.MET, State.MISSED);
    }

    private void doneThenChanged(CaseKind first, String done, CaseKind later, State keeps, State anew) {
        events.clear();
        received(first, "09-18T10:00");
        add(new CaseEvent.Closed(stamp(done), ClosingGround.UNKNOWN));
        add(new CaseEvent.KindChanged(stamp("09-22T12:00"), later, TEXT));
        SlaReading kept = only(oneDayForHelp(Reclassification.KEEPS_LATE), "09-23T00:00");
        assertThat(kept.state()).isEqualTo(keeps);
        assertThat(kept.row()).contains(first == CaseKind.HELP ? "help" : "rest");
        SlaReading counted = only(oneDayForHelp(Reclassification.COUNTS_ANEW), "09-23T00:00");
        assertThat(counted.state()).isEqualTo(anew);
        assertThat(counted.row()).contains(later == CaseKind.HELP ? "help" : "rest");
    }

    private static SlaClock oneDayForHelp(Reclassification reclassification) {
        RowCondition help = RowCondition.builder().addKinds(CaseKind.HELP).build();
        return SlaClock.of(
                policy(
                        reclassification,
                        row("help", help, days(TargetKind.COMPLETE, 1)),
                        row("rest", RowCondition.ALWAYS, FIVE)),
                CHINA);
    }

    @Test
    void beyond_the_settled_days_the_days_between_are_those_of_the_calendars_projection() {
        received(CaseKind.COMPLAINT, "12-25T10:00");
        LocalDate from = LocalDate.of(2026, 12, 25);
        SlaReading working = only(clock(FIVE), "12-25T12:00");
        Projection five = CHINA.project(from, 5);
        assertThat(working.earliest()).contains(five.earliest());
        assertThat(working.latest()).contains(five.latest());
        assertThat(working.earliest().orElseThrow()).isNotEqualTo(from.plusDays(5));
        SlaReading calendar = only(clock(within("8d")), "12-25T12:00");
        LocalDate due = calendar.dueDate().orElseThrow();
        assertThat(calendar.earliest()).contains(from.plusDays(8));
        assertThat(due).isAfter(from.plusDays(8));
        assertThat(calendar.latest())
                .contains(CHINA.project(due.minusDays(1), 1).latest());
    }

    @Test
    void a_promise_changes_once_and_then_shows_how_late_it_is() {
        imported("09-18T10:00", Optional.of(at("09-21T09:00")));
        SlaClock clock = SlaClock.of(policy(Reclassification.KEEPS_LATE), CHINA);
        Instant lateFrom = at("09-21T09:00").plusNanos(1);
        assertThat(only(clock, "09-21T09:00").state()).isEqualTo(State.RUNNING);
        assertThat(only(clock, "09-21T09:00").nextChange()).contains(lateFrom);
        assertThat(only(clock, "09-21T09:00").lateness()).isEqualTo(Lateness.NONE);
        SlaReading overdue = only(clock, "09-23T09:00");
        assertThat(overdue.state()).isEqualTo(State.OVERDUE);
        assertThat(overdue.light()).isEqualTo(Light.RED);
        assertThat(overdue.lateness()).isEqualTo(new Lateness(2, 2));
        assertThat(overdue.nextChange()).isEmpty();
        add(new CaseEvent.Closed(stamp("09-22T10:00"), ClosingGround.UNKNOWN));
        SlaReading missed = only(clock, "09-23T09:00");
        assertThat(missed.state()).isEqualTo(State.MISSED);
        assertThat(missed.light()).isEqualTo(Light.GREEN);
        assertThat(missed.lateness()).isEqualTo(new Lateness(1, 1));
        assertThat(missed.nextChange()).isEmpty();
        events.set(1, new CaseEvent.Closed(Stamp.of(2, at("09-20T10:00"), Actor.SYSTEM), ClosingGround.UNKNOWN));
        assertThat(only(clock, "09-23T09:00").state()).isEqualTo(State.MET);
        assertThat(only(clock, "09-23T09:00").lateness()).isEqualTo(Lateness.NONE);
        assertThat(only(clock, "09-23T09:00").nextChange()).isEmpty();
    }

    @Test
    void the_days_that_an_extension_in_another_unit_adds_are_told_up_to_the_due_day() {
        received(CaseKind.COMPLAINT, "09-07T10:00");
        granted("09-08T10:00", new ExtensionAmount(2, ExtensionUnit.CALENDAR_DAYS));
        assertThat(only(clock(FIVE), "09-09T00:00").lateFrom()).contains(at("09-17T00:00"));
        DeadlineExplanation why = why(clock(FIVE), "09-09T00:00");
        assertThat(why.dueDate()).contains(LocalDate.of(2026, 9, 16));
        assertThat(why.days())
                .extracting(day -> day.day().date().getDayOfMonth(), DeadlineExplanation.Day::count)
                .endsWith(
                        tuple(14, DeadlineExplanation.Count.COUNTED),
                        tuple(15, DeadlineExplanation.Count.MOVED_OVER),
                        tuple(16, DeadlineExplanation.Count.MOVED_OVER));
    }

    @Test
    void a_target_that_the_row_does_not_set_cannot_be_explained() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        Case subject = Case.replay(events);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock(FIVE).explain(subject, TargetKind.RETURN))
                .withMessage("policy p@1 sets case T1 no target RETURN");
    }

    @Test
    void a_start_on_a_day_of_rest_moves_to_the_same_time_of_the_next_working_day_where_the_policy_says_so() {
        SlaTarget day = within("24h").withStartMoment(StartMoment.NEXT_WORKING_DAY);
        received(CaseKind.COMPLAINT, "09-19T10:00"); // a Saturday
        assertDue(day, "09-21T10:00");
        assertThat(only(clock(day), "09-19T12:00").used()).isZero();
        events.set(0, Timelines.registered(CaseKind.COMPLAINT, at("09-18T10:00")));
        assertDue(day, "09-19T10:00");
    }

    @Test
    void a_limit_of_no_working_day_is_due_on_the_day_it_starts_worked_or_not() {
        received(CaseKind.COMPLAINT, "09-19T10:00");
        assertDue(days(TargetKind.COMPLETE, 0), "09-20T00:00");
    }

    @Test
    void an_extension_in_working_days_of_a_limit_in_calendar_days_is_added_to_its_last_day() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        assertDue(within("10d"), "09-29T00:00");
        granted("09-18T11:00", 2);
        assertDue(within("10d"), "10-01T00:00");
    }

    @Test
    void what_is_due_just_as_the_clock_is_stopped_is_due_then() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        suspended("09-18T12:00");
        resumed("09-18T14:00");
        assertDue(within("2h"), "09-18T12:00");
        assertDue(within("3h"), "09-18T15:00");
    }

    @Test
    void working_time_is_used_while_the_office_is_open_and_time_all_the_while() {
        received(CaseKind.COMPLAINT, "09-18T11:00");
        SlaTarget open = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("5wh"), "office");
        SlaTarget time = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("5h"), "office");
        assertThat(only(clock(open), "09-18T15:00").used()).isEqualTo(60 + 30);
        assertThat(only(clock(time), "09-18T15:00").used()).isEqualTo(4 * 60);
    }

    @Test
    void before_the_first_instant_too_late_nothing_is_late() {
        Deadlines by = new Deadlines(policy(Reclassification.KEEPS_LATE), CHINA, new ZoneDays(ZONE));
        Deadline deadline = by.of(FIVE, at("09-18T10:00"), List.of(), Stops.NONE, null);
        assertThat(by.lateness(deadline, deadline.lateFrom().minusNanos(1))).isEqualTo(Lateness.NONE);
        assertThat(by.lateness(deadline, deadline.lateFrom())).isEqualTo(new Lateness(0, 1));
    }

    @Test
    void an_assisting_department_that_returns_its_part_has_made_use_of_its_window_and_the_lead_has_not() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T11:00", A, B);
        add(new CaseEvent.AssistingReturned(stamp("09-18T12:00"), B, ReturnGround.OTHER, TEXT));
        assertThat(states(clock(days(TargetKind.RETURN, 1)), "09-18T13:00")).containsExactly(State.RUNNING, State.MET);
    }

    @Test
    void a_redispatch_after_the_reply_makes_the_reply_void() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T11:00", A);
        replied("09-18T12:00");
        assertThat(states(clock(FIVE), "09-18T13:00")).containsExactly(State.MET);
        dispatched("09-18T14:00", B);
        assertThat(states(clock(FIVE), "09-18T15:00")).containsExactly(State.RUNNING);
        assertThat(states(clock(FIVE.withStart(ClockStart.DISPATCH)), "09-18T15:00"))
                .containsExactly(State.CANCELLED, State.RUNNING);
    }

    @Test
    void the_first_leg_may_be_that_of_an_assisting_department_and_is_not_signed_by_a_lead() {
        SlaClock clock = clock(days(TargetKind.SIGN_FOR, 1));
        received(CaseKind.COMPLAINT, "09-18T10:00");
        add(new CaseEvent.AssistingChanged(stamp("09-18T11:00"), List.of(B), List.of(), TEXT));
        add(new CaseEvent.SignedFor(stamp("09-18T12:00")));
        assertThat(states(clock, "09-18T13:00")).containsExactly(State.RUNNING);
        add(new CaseEvent.AssistingSignedFor(stamp("09-18T14:00"), B));
        assertThat(states(clock, "09-18T15:00")).containsExactly(State.MET);
    }

    @Test
    void the_next_reply_or_a_reopening_ends_the_wait_for_a_callback() {
        SlaClock clock = clock(days(TargetKind.CALLBACK, 5));
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T11:00", A);
        replied("09-18T12:00");
        replied("09-18T13:00");
        assertThat(states(clock, "09-18T14:00")).containsExactly(State.CANCELLED, State.RUNNING);
        add(new CaseEvent.Reopened(stamp("09-20T10:00"), TEXT));
        assertThat(states(clock, "09-20T11:00")).containsExactly(State.CANCELLED, State.CANCELLED);
        replied("09-20T12:00");
        assertThat(read(clock, "09-20T13:00")).extracting(SlaReading::round).containsExactly(1, 1, 2);
    }

    @Test
    void a_reopening_ends_the_leg_that_was_never_signed() {
        SlaClock clock = clock(days(TargetKind.SIGN_FOR, 5));
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T11:00", A);
        replied("09-18T12:00");
        assertThat(states(clock, "09-18T13:00")).containsExactly(State.RUNNING);
        add(new CaseEvent.Reopened(stamp("09-18T14:00"), TEXT));
        assertThat(states(clock, "09-18T15:00")).containsExactly(State.CANCELLED);
    }

    @Test
    void events_with_one_number_and_instant_go_by_their_recording() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        CaseEvent one = note(2, "09-18T11:00", "09-18T12:00");
        CaseEvent two = note(2, "09-18T11:00", "09-18T13:00");
        assertThat(SlaTimeline.of(List.of(two, one, events.get(0))).events()).containsExactly(events.get(0), one, two);
    }

    private static CaseEvent note(int sequence, String local, String recorded) {
        Stamp stamp = new Stamp(sequence, at(local), at(recorded), Actor.SYSTEM, Extras.NONE);
        return new CaseEvent.NoteAdded(stamp, Visibility.HOTLINE, TEXT, List.of());
    }

    @Test
    void an_event_before_the_receipt_stands_before_it_in_a_timeline() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        add(note(2, "09-18T09:00", "09-18T12:00"));
        assertThat(SlaTimeline.from(Case.replay(events)).events())
                .extracting(CaseEvent::sequence)
                .containsExactly(2, 1);
    }

    @Test
    void of_two_corrections_the_one_recorded_last_counts_whenever_they_happened() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        add(corrected("09-20T10:00", "09-20T10:00", "09-16T10:00"));
        add(corrected("09-19T10:00", "09-21T10:00", "09-17T10:00"));
        assertThat(only(clock(FIVE), "09-20T12:00").started()).contains(at("09-16T10:00"));
        assertThat(only(clock(FIVE), "09-21T12:00").started()).contains(at("09-17T10:00"));
    }

    private CaseEvent corrected(String local, String recorded, String receipt) {
        CaseEvent.Registered first = (CaseEvent.Registered) events.get(0);
        Stamp stamp = new Stamp(events.size() + 1, at(local), at(recorded), Actor.SYSTEM, Extras.NONE);
        return new CaseEvent.Corrected(
                stamp,
                new CaseEvent.Registered(first.stamp().withAt(at(receipt)), first.registration()),
                TEXT,
                Optional.empty());
    }

    @Test
    void a_clock_suspended_twice_stands_still_since_the_first() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        suspended("09-21T00:00");
        suspended("09-22T00:00");
        SlaReading reading = only(clock(within("200h")), "09-23T00:00");
        assertThat(reading.state()).isEqualTo(State.PAUSED);
        assertThat(reading.used()).isEqualTo(62 * 60);
    }

    @Test
    void a_story_is_named_after_its_case() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        Story story = Objects.requireNonNull(Story.of(events));
        assertThat(story).hasToString("Story of T1");
    }

    @Test
    void an_explanation_stays_on_the_last_day_where_the_policy_says_so() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        DeadlineExplanation why = why(clock(within("1d").withLastDay(LastDay.AS_COUNTED)), "09-18T11:00");
        assertThat(why.days())
                .extracting(DeadlineExplanation.Day::count)
                .containsExactly(DeadlineExplanation.Count.COUNTED);
        assertThat(why.dueDate()).contains(LocalDate.of(2026, 9, 19));
    }

    @Test
    void an_explanation_takes_a_working_day_for_paused_by_its_hours_and_a_calendar_day_by_its_midnights() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        suspended("09-20T08:00");
        resumed("09-20T18:00");
        SlaTarget working = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(1), "office");
        assertThat(why(clock(working), "09-20T19:00").days())
                .extracting(DeadlineExplanation.Day::count)
                .containsExactly(
                        DeadlineExplanation.Count.NOT_WORKING,
                        DeadlineExplanation.Count.PAUSED,
                        DeadlineExplanation.Count.COUNTED);
        SlaTarget calendar = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(2), "office");
        assertThat(why(clock(calendar), "09-20T19:00").days())
                .extracting(DeadlineExplanation.Day::count)
                .containsExactly(DeadlineExplanation.Count.COUNTED, DeadlineExplanation.Count.COUNTED);
    }

    @Test
    void a_contact_after_a_department_gave_the_case_away_is_not_its_own() {
        SlaClock clock = clock(days(TargetKind.FIRST_CONTACT, 5));
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T11:00", A);
        dispatched("09-18T13:00", B);
        assertThat(states(clock, "09-18T14:00")).containsExactly(State.CANCELLED, State.RUNNING);
        add(new CaseEvent.Contacted(
                stamp("09-18T15:00"), ContactMeans.PHONE, ContactOutcome.REACHED, Optional.empty()));
        assertThat(states(clock, "09-18T16:00")).containsExactly(State.CANCELLED, State.MET);
        events.set(
                3,
                new CaseEvent.Contacted(
                        Stamp.of(4, at("09-18T12:00"), Actor.SYSTEM),
                        ContactMeans.PHONE,
                        ContactOutcome.REACHED,
                        Optional.empty()));
        assertThat(states(clock, "09-18T16:00")).containsExactly(State.MET, State.RUNNING);
    }

    @Test
    void a_second_warning_of_the_same_light_changes_nothing() {
        SlaTarget lit = FIVE.withWarnings(List.of(
                Warning.left(Light.YELLOW, TimeLimit.ofWorkingDays(2)),
                Warning.left(Light.YELLOW, TimeLimit.ofWorkingDays(1))));
        received(CaseKind.COMPLAINT, "09-18T10:00"); // due on the 24th
        assertThat(only(clock(lit), "09-22T12:00").light()).isEqualTo(Light.YELLOW);
        assertThat(only(clock(lit), "09-22T12:00").nextChange()).contains(at("09-25T00:00"));
    }

    @Test
    void a_paused_clock_keeps_the_light_of_the_pauses_beginning_and_one_that_was_met_is_green() {
        SlaTarget lit = FIVE.withWarnings(List.of(Warning.left(Light.YELLOW, TimeLimit.ofWorkingDays(2))));
        received(CaseKind.COMPLAINT, "09-18T10:00"); // due on the 24th
        suspended("09-22T10:00");
        assertThat(only(clock(lit), "09-23T00:00").state()).isEqualTo(State.PAUSED);
        assertThat(only(clock(lit), "09-23T00:00").light()).isEqualTo(Light.YELLOW);
        events.remove(1);
        add(new CaseEvent.Closed(stamp("09-22T10:00"), ClosingGround.UNKNOWN));
        assertThat(only(clock(lit), "09-23T00:00").state()).isEqualTo(State.MET);
        assertThat(only(clock(lit), "09-23T00:00").light()).isEqualTo(Light.GREEN);
    }

    @Test
    void a_limit_in_time_depends_on_the_calendar_only_by_its_opening_hours() {
        received(CaseKind.COMPLAINT, "12-30T10:00");
        SlaTarget open = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("1wh"), "office");
        assertThat(only(clock(within("24h")), "12-30T11:00").certainty()).isEqualTo(Certainty.SETTLED);
        assertThat(only(clock(open), "12-30T11:00").certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(only(clock(FIVE), "12-30T11:00").certainty()).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    void a_queue_sorts_legs_and_rounds_itself() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T11:00", A, B);
        SlaClock clock = clock(FIVE.withStart(ClockStart.DISPATCH));
        List<SlaQueue.Entry> entries = new ArrayList<>();
        for (SlaReading reading : read(clock, "09-18T12:00")) {
            entries.add(new SlaQueue.Entry(CaseNumber.of("T1"), reading));
            entries.add(new SlaQueue.Entry(CaseNumber.of("T1"), reading.withRound(2)));
        }
        Collections.reverse(entries);
        assertThat(new SlaQueue(at("09-18T12:00"), entries).entries())
                .extracting(
                        e -> e.reading().leg().orElseThrow().number(),
                        e -> e.reading().round())
                .containsExactly(tuple(1, 1), tuple(1, 2), tuple(2, 1), tuple(2, 2));
    }
}
