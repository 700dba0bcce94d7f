package io.github.hotlinekit.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.ExtensionUnit;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.ReworkGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.clock.SlaReading.State;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.DueMoment;
import io.github.hotlinekit.sla.policy.ExtensionRule;
import io.github.hotlinekit.sla.policy.LastDay;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.Reclassification;
import io.github.hotlinekit.sla.policy.RowCondition;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import io.github.hotlinekit.sla.policy.Warning;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clocks do at the edges, in Shanghai's local time in September 2026: the 20th, a Sunday, is worked. */
class SlaClockDetailsTest extends ClockStory {

    private void add(CaseEvent event) {
        events.add(event);
    }

    private static SlaTarget days(TargetKind kind, int days) {
        return SlaTarget.of(kind, TimeLimit.ofWorkingDays(days));
    }

    private static Case known(List<CaseEvent> events, String number) {
        CaseEvent.Registered first = (CaseEvent.Registered) events.get(0);
        Registration registration = Registration.builder()
                .number(CaseNumber.of(number))
                .kind(first.registration().kind())
                .channel(Channel.PHONE)
                .requester(Requester.UNKNOWN)
                .build();
        List<CaseEvent> all = new ArrayList<>(events);
        all.set(0, new CaseEvent.Registered(first.stamp(), registration));
        return Case.replay(all);
    }

    @Test
    void a_queue_sorts_running_clocks_by_their_deadlines_and_paused_ones_last() {
        SlaTarget lit = FIVE.withWarnings(List.of(
                Warning.left(Light.YELLOW, TimeLimit.ofWorkingDays(1)),
                Warning.left(Light.RED, TimeLimit.ofWorkingDays(0))));
        SlaClock clock = clock(lit);
        List<Case> cases = new ArrayList<>();
        for (String local : List.of("09-16T10:00", "09-17T10:00", "09-18T10:00", "09-20T10:00", "09-22T10:00")) {
            events.clear();
            received(CaseKind.COMPLAINT, local);
            cases.add(known(events, "C" + local.substring(3, 5)));
        }
        events.clear();
        received(CaseKind.COMPLAINT, "09-15T10:00");
        dispatched("09-15T11:00", A);
        add(new CaseEvent.SignedFor(stamp("09-15T12:00")));
        suspended("09-16T10:00");
        cases.add(0, known(events, "P"));
        replied("09-16T11:00");
        events.remove(3);
        events.set(
                3,
                new CaseEvent.Replied(
                        Stamp.of(4, at("09-16T11:00"), Actor.SYSTEM), ReplyResult.of(ReplyOutcome.RESOLVED)));
        cases.add(0, known(events, "D"));
        SlaQueue queue = SlaQueue.of(clock, cases, at("09-23T12:00"));
        assertThat(queue.now()).isEqualTo(at("09-23T12:00"));
        assertThat(numbers(queue.entries())).containsExactly("C16", "C17", "C18", "C20", "C22", "P");
        assertThat(numbers(queue.overdue())).containsExactly("C16");
        assertThat(numbers(queue.withLight(Light.RED))).containsExactly("C16", "C17");
        assertThat(numbers(queue.withLight(Light.YELLOW))).containsExactly("C18");
        assertThat(numbers(queue.withLight(Light.GREEN))).containsExactly("C20", "C22", "P");
        assertThat(numbers(queue.dueOn(LocalDate.of(2026, 9, 23), ZONE))).containsExactly("C17");
        assertThat(numbers(queue.dueOn(LocalDate.of(2026, 9, 22), ZONE))).isEmpty();
        assertThat(queue.nextChange()).contains(at("09-24T00:00"));
        assertThat(clock.nextChangeAfter(cases.get(3), at("09-23T12:00"))).contains(at("09-24T00:00"));
        assertThat(clock.nextChangeAfter(cases.get(0), at("09-23T12:00"))).isEmpty();
        assertThat(SlaQueue.of(clock, List.of(), at("09-23T12:00")).nextChange())
                .isEmpty();
    }

    private static List<String> numbers(List<SlaQueue.Entry> entries) {
        return entries.stream().map(e -> e.number().value()).toList();
    }

    @Test
    void entries_with_one_deadline_go_by_number_target_start_leg_and_round() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T10:00", A, B);
        SlaClock clock = clock(
                FIVE, FIVE.withStart(ClockStart.DISPATCH), days(TargetKind.SIGN_FOR, 5), days(TargetKind.RETURN, 5));
        Case one = known(events, "1");
        Case two = known(events, "2");
        SlaQueue queue = SlaQueue.of(clock, List.of(two, one), at("09-18T12:00"));
        assertThat(queue.entries())
                .extracting(
                        e -> e.number().value(),
                        e -> e.reading().kind(),
                        e -> e.reading().start(),
                        e -> e.reading().leg().map(Leg::number).orElse(0))
                .startsWith(
                        tuple("1", TargetKind.COMPLETE, ClockStart.RECEIPT, 0),
                        tuple("1", TargetKind.COMPLETE, ClockStart.DISPATCH, 1),
                        tuple("1", TargetKind.COMPLETE, ClockStart.DISPATCH, 2),
                        tuple("1", TargetKind.SIGN_FOR, ClockStart.DISPATCH, 1),
                        tuple("1", TargetKind.SIGN_FOR, ClockStart.DISPATCH, 2),
                        tuple("1", TargetKind.RETURN, ClockStart.DISPATCH, 1),
                        tuple("1", TargetKind.RETURN, ClockStart.DISPATCH, 2),
                        tuple("2", TargetKind.COMPLETE, ClockStart.RECEIPT, 0));
    }

    @Test
    void on_the_citizens_clock_each_target_is_met_once_by_whoever_does_it() {
        SlaClock clock = clock(
                days(TargetKind.SIGN_FOR, 1).withStart(ClockStart.RECEIPT),
                days(TargetKind.RETURN, 1).withStart(ClockStart.RECEIPT),
                days(TargetKind.CALLBACK, 9).withStart(ClockStart.RECEIPT));
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T11:00", A, B);
        add(new CaseEvent.AssistingReturned(stamp("09-18T11:30"), B, ReturnGround.OTHER, TEXT));
        assertThat(read(clock, "09-18T12:00")).extracting(SlaReading::state).containsOnly(State.RUNNING);
        add(new CaseEvent.Returned(stamp("09-18T13:00"), ReturnGround.OTHER, TEXT, Optional.empty(), Optional.empty()));
        dispatched("09-18T14:00", B);
        add(new CaseEvent.SignedFor(stamp("09-22T10:00")));
        dispatched("09-22T11:00", A);
        add(new CaseEvent.SignedFor(stamp("09-22T12:00")));
        replied("09-23T10:00");
        add(new CaseEvent.CallbackDone(stamp("09-24T10:00"), CallbackAnswer.of(Resolution.YES)));
        add(new CaseEvent.CallbackDone(stamp("09-24T11:00"), CallbackAnswer.of(Resolution.NO)));
        assertThat(read(clock, "12-01T00:00"))
                .extracting(SlaReading::state, r -> r.finished().orElseThrow())
                .containsExactly(
                        tuple(State.MISSED, at("09-22T10:00")),
                        tuple(State.MET, at("09-18T13:00")),
                        tuple(State.MET, at("09-24T10:00")));
        assertThat(read(clock, "12-01T00:00").get(0).lateness()).isEqualTo(new Lateness(2, 2));
        events.subList(2, events.size()).clear();
        add(new CaseEvent.Withdrawn(stamp("09-18T15:00"), TEXT));
        assertThat(read(clock, "12-01T00:00")).extracting(SlaReading::state).containsOnly(State.CANCELLED);
    }

    @Test
    void a_ruling_signs_and_assistants_come_go_sign_and_reply_on_legs_of_their_own() {
        SlaClock clock =
                clock(days(TargetKind.SIGN_FOR, 1), days(TargetKind.COMPLETE, 3).withStart(ClockStart.DISPATCH));
        received(CaseKind.COMPLAINT, "09-18T10:00");
        add(new CaseEvent.Redispatched(stamp("09-18T11:00"), A, List.of(B), TEXT));
        add(new CaseEvent.Ruled(stamp("09-18T12:00"), B, List.of(A), TEXT));
        DepartmentCode c = DepartmentCode.of("C");
        add(new CaseEvent.AssistingChanged(stamp("09-18T13:00"), List.of(c), List.of(A), TEXT));
        add(new CaseEvent.AssistingSignedFor(stamp("09-18T14:00"), c));
        add(new CaseEvent.AssistingReplied(stamp("09-20T14:00"), c, TEXT));
        assertThat(read(clock, "09-20T15:00"))
                .extracting(SlaReading::kind, r -> r.leg().orElseThrow(), SlaReading::state)
                .containsExactly(
                        tuple(TargetKind.SIGN_FOR, new Leg(1, A, Part.LEAD), State.CANCELLED),
                        tuple(TargetKind.SIGN_FOR, new Leg(2, B, Part.ASSIST), State.CANCELLED),
                        tuple(TargetKind.SIGN_FOR, new Leg(3, B, Part.LEAD), State.MET),
                        tuple(TargetKind.SIGN_FOR, new Leg(4, A, Part.ASSIST), State.CANCELLED),
                        tuple(TargetKind.SIGN_FOR, new Leg(5, c, Part.ASSIST), State.MET),
                        tuple(TargetKind.COMPLETE, new Leg(1, A, Part.LEAD), State.CANCELLED),
                        tuple(TargetKind.COMPLETE, new Leg(2, B, Part.ASSIST), State.CANCELLED),
                        tuple(TargetKind.COMPLETE, new Leg(3, B, Part.LEAD), State.RUNNING),
                        tuple(TargetKind.COMPLETE, new Leg(4, A, Part.ASSIST), State.CANCELLED),
                        tuple(TargetKind.COMPLETE, new Leg(5, c, Part.ASSIST), State.MET));
        add(new CaseEvent.AssistingReturned(stamp("09-20T16:00"), c, ReturnGround.OTHER, TEXT));
        replied("09-20T17:00");
        add(new CaseEvent.ReplySentBack(stamp("09-20T18:00"), ReworkGround.OTHER, TEXT));
        assertThat(read(clock, "09-20T19:00").get(7).state()).isEqualTo(State.RUNNING);
        assertThat(clock.explain(
                                SlaTimeline.of(events),
                                read(clock, "09-20T19:00").get(7),
                                at("09-20T19:00"))
                        .render(Language.EN))
                .startsWith("Case T1: complete within 3wd, B (lead)\n");
        assertThat(clock.explain(
                                SlaTimeline.of(events),
                                read(clock, "09-20T19:00").get(9),
                                at("09-20T19:00"))
                        .render(Language.ZH))
                .startsWith("工单 T1：办结时限 3wd，C（协办）\n");
    }

    @Test
    void a_case_unmerged_runs_on_from_its_receipt_and_the_reply_is_void() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        replied("09-20T10:00");
        add(new CaseEvent.Merged(stamp("09-20T11:00"), CaseNumber.of("M"), TEXT));
        assertThat(only(clock(FIVE), "09-21T00:00").state()).isEqualTo(State.CANCELLED);
        add(new CaseEvent.Unmerged(stamp("09-22T11:00"), TEXT));
        SlaReading reading = only(clock(FIVE), "09-23T00:00");
        assertThat(reading.state()).isEqualTo(State.RUNNING);
        assertThat(reading.lateFrom()).contains(at("09-25T00:00"));
        SlaTarget call = days(TargetKind.CALLBACK, 1);
        assertThat(only(clock(call), "09-23T00:00").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void closing_ends_a_suspension_and_a_reopening_starts_the_second_round_without_it() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        suspended("09-20T08:00");
        add(new CaseEvent.Closed(stamp("09-21T10:00"), ClosingGround.UNKNOWN));
        add(new CaseEvent.ClosedReopened(stamp("09-28T10:00"), TEXT));
        List<SlaReading> readings = read(clock(FIVE), "09-29T00:00");
        assertThat(readings).extracting(SlaReading::state).containsExactly(State.MET, State.RUNNING);
        assertThat(readings.get(1).lateFrom()).contains(at("10-11T00:00"));
        assertThat(anomalies(clock(FIVE))).isEmpty();
        SlaTarget contact = SlaTarget.of(TargetKind.FIRST_CONTACT, TimeLimit.parse("24h"));
        assertThat(only(clock(contact), "09-29T00:00").state()).isEqualTo(State.MISSED);
    }

    @Test
    void what_is_used_and_left_is_counted_without_the_pauses() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        suspended("09-21T00:00");
        resumed("09-23T00:00");
        assertThat(only(clock(FIVE), "09-23T12:00").used()).isEqualTo(2); // Sunday the 20th and Wednesday the 23rd
        assertThat(only(clock(FIVE), "09-23T12:00").left()).isEqualTo(3);
        SlaTarget week = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(7));
        assertThat(only(clock(week), "09-24T12:00").used()).isEqualTo(4);
        assertThat(only(clock(week), "09-24T12:00").dueDate())
                .contains(LocalDate.of(2026, 9, 28)); // the 27th is a holiday
        SlaTarget hours = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("100h"));
        assertThat(only(clock(hours), "09-23T12:00").used()).isEqualTo((62 + 12) * 60L);
        assertThat(only(clock(hours), "09-23T12:00").left()).isEqualTo(26 * 60L);
        assertThat(only(clock(hours), "09-22T12:00").state()).isEqualTo(State.PAUSED);
        assertThat(only(clock(hours), "09-22T12:00").used()).isEqualTo(62 * 60L);
    }

    @Test
    void a_calendar_day_is_given_back_if_it_was_paused_from_midnight_to_midnight() {
        SlaTarget three = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(3));
        received(CaseKind.COMPLAINT, "09-18T10:00");
        suspended("09-19T00:00");
        resumed("09-20T00:00");
        assertDue(three, "09-23T00:00");
        assertDue(three.withHours("office"), "09-23T00:00");
        events.set(
                1,
                new CaseEvent.Suspended(
                        Stamp.of(2, at("09-19T00:01"), Actor.SYSTEM),
                        SuspensionGround.COURT,
                        TEXT,
                        at("12-31T00:00"),
                        Optional.empty()));
        assertDue(three, "09-22T00:00");
        events.subList(1, 3).clear();
        suspended("09-17T00:00"); // before the receipt, and so no day of the count
        resumed("09-18T12:00");
        assertDue(three, "09-22T00:00");
    }

    @Test
    void the_last_day_stays_where_the_policy_says_so() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        SlaTarget one = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(1));
        assertDue(one, "09-21T00:00");
        assertDue(one.withLastDay(LastDay.AS_COUNTED), "09-20T00:00");
        DeadlineExplanation why =
                clock(one).explain(SlaTimeline.of(events), only(clock(one), "09-18T11:00"), at("09-18T11:00"));
        assertThat(why.days())
                .extracting(DeadlineExplanation.Day::count)
                .containsExactly(DeadlineExplanation.Count.COUNTED, DeadlineExplanation.Count.MOVED_OVER);
    }

    @Test
    void an_extension_is_capped_in_its_own_unit() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        granted("09-18T11:00", new ExtensionAmount(3, ExtensionUnit.CALENDAR_DAYS));
        SlaTarget days = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(10));
        assertDue(days.withExtensions(each("1d")), "09-30T00:00");
        assertDue(days.withExtensions(each("3d")), "10-09T00:00"); // 1 October and on
        assertDue(days.withExtensions(each("1wd")), "10-09T00:00");
        assertThat(anomalies(clock(days.withExtensions(each("3d"))))).isEmpty();
        events.remove(1);
        granted("09-18T11:00", new ExtensionAmount(8, ExtensionUnit.HOURS));
        SlaTarget hours = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("10h"));
        assertDue(hours.withExtensions(each("2h")), "09-18T22:00");
        assertDue(hours.withExtensions(each("8h")), "09-19T04:00");
        SlaTarget open = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("1wh"), "office");
        assertDue(open.withExtensions(each("1wh")), "09-18T12:00");
        assertDue(open.withExtensions(each("9wh")), "09-20T15:00"); // 5 hours on Friday
        assertThat(only(clock(open.withExtensions(each("9wh"))), "09-18T12:00").left())
                .isEqualTo(7 * 60);
    }

    private static ExtensionRule each(String most) {
        return new ExtensionRule(9, Optional.of(TimeLimit.parse(most)), ExtensionRule.Asked.ANY_TIME, Set.of());
    }

    @Test
    void a_light_may_be_set_in_another_unit_than_the_limit() {
        received(CaseKind.COMPLAINT, "09-18T16:50"); // due on Thursday the 24th
        assertLight(FIVE, TimeLimit.parse("2d"), "09-22T00:00");
        assertLight(FIVE, TimeLimit.parse("12h"), "09-24T12:00");
        SlaTarget month = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofMonths(2)); // 18 November
        assertLight(month, TimeLimit.ofMonths(1), "10-18T00:00");
        assertLight(
                SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("96h")), TimeLimit.ofWorkingDays(1), "09-21T00:00");
        SlaTarget week = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(10)) // 28 September
                .withWarnings(List.of(Warning.used(Light.YELLOW, 55)));
        assertThat(only(clock(week), "09-23T23:59").light()).isEqualTo(Light.GREEN);
        assertThat(only(clock(week), "09-24T00:00").light()).isEqualTo(Light.YELLOW); // the sixth day
        SlaTarget working = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("10wh"), "office")
                .withWarnings(List.of(Warning.used(Light.YELLOW, 50)));
        // 40 minutes on Friday, and 260 of the 300 on Sunday: 210 in the morning, 50 from 14:30
        assertThat(only(clock(working), "09-20T15:19").light()).isEqualTo(Light.GREEN);
        assertThat(only(clock(working), "09-20T15:20").light()).isEqualTo(Light.YELLOW);
    }

    private void assertLight(SlaTarget target, TimeLimit left, String turns) {
        SlaTarget lit = target.withWarnings(List.of(Warning.left(Light.YELLOW, left)));
        assertThat(clock(lit)
                        .read(SlaTimeline.of(events), at(turns).minusNanos(1))
                        .get(0)
                        .light())
                .isEqualTo(Light.GREEN);
        assertThat(clock(lit)
                        .read(SlaTimeline.of(events), at(turns).minusNanos(1))
                        .get(0)
                        .nextChange())
                .contains(at(turns));
        assertThat(only(clock(lit), turns).light()).isEqualTo(Light.YELLOW);
    }

    @Test
    void a_working_day_that_is_closed_ends_at_midnight() {
        OpeningHours shut = new OpeningHours(
                OpeningHours.of("08:30-12:00").workingDays(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(LocalDate.of(2026, 9, 21), List.of()));
        SlaTarget two = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(2), "shut")
                .withDue(DueMoment.CLOSE_OF_BUSINESS);
        SlaPolicy policy = new SlaPolicy(
                "p",
                "1",
                ZONE,
                "test",
                Map.of("shut", shut),
                Reclassification.KEEPS_LATE,
                List.of(row("r", RowCondition.ALWAYS, two)));
        received(CaseKind.COMPLAINT, "09-18T10:00");
        assertThat(only(SlaClock.of(policy, CHINA), "09-19T00:00").lateFrom()).contains(at("09-22T00:00"));
    }

    @Test
    void lateness_of_a_target_with_opening_hours_tells_the_working_time_too() {
        SlaTarget three = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(3), "office");
        received(CaseKind.COMPLAINT, "09-18T10:00"); // late from the 23rd
        SlaReading reading = only(clock(three), "09-23T10:30");
        assertThat(reading.lateness()).isEqualTo(new Lateness(1, 1, Optional.of(Duration.ofHours(2))));
        assertThat(clock(three).lateness(reading, at("09-24T00:00"))).isEqualTo(new Lateness(2, 2));
    }

    @Test
    void an_explanation_tells_pauses_minutes_rounds_and_extensions_in_both_languages() {
        received(CaseKind.COMPLAINT, "09-18T16:50");
        dispatched("09-18T17:00", A);
        suspended("09-21T00:00");
        resumed("09-22T00:00");
        granted("09-22T10:00", 1);
        DeadlineExplanation why =
                clock(FIVE).explain(SlaTimeline.of(events), only(clock(FIVE), "09-23T00:00"), at("09-23T00:00"));
        assertThat(why.render(Language.EN))
                .contains("2026-09-21 Mon  not counted, suspended all day: weekday")
                .contains("note  extended by 1 working days")
                .contains("note  suspended from 2026-09-21T00:00+08:00 to 2026-09-22T00:00+08:00");
        assertThat(why.render(Language.ZH))
                .contains("不计，全日挂起：")
                .contains("说明  延期 1 工作日")
                .contains("挂起 2026");
        SlaTarget open = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("10wh"), "office");
        DeadlineExplanation minutes =
                clock(open).explain(SlaTimeline.of(events), only(clock(open), "09-18T17:00"), at("09-18T17:00"));
        assertThat(minutes.render(Language.EN))
                .contains("2026-09-18 Fri  40 min: weekday")
                .contains("2026-09-19 Sat  0 min: weekend")
                .contains("2026-09-20 Sun  390 min: make-up workday")
                .contains("2026-09-21 Mon  170 min: weekday")
                .doesNotContain("the first day is not counted");
        assertThat(minutes.render(Language.ZH)).contains("40 分钟：");
        assertThat(minutes.days())
                .extracting(DeadlineExplanation.Day::count)
                .containsExactly(
                        DeadlineExplanation.Count.COUNTED,
                        DeadlineExplanation.Count.NOT_WORKING,
                        DeadlineExplanation.Count.COUNTED,
                        DeadlineExplanation.Count.COUNTED);
        add(new CaseEvent.Reopened(stamp("09-23T10:00"), TEXT));
        SlaReading second = read(clock(FIVE), "09-23T12:00").get(1);
        assertThat(clock(FIVE)
                        .explain(SlaTimeline.of(events), second, at("09-23T12:00"))
                        .render(Language.EN))
                .contains("note  round 2, from the reopening");
    }

    @Test
    void a_timeline_is_sorted_by_instant_and_corrected_by_what_was_recorded_last() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        dispatched("09-18T12:00", A);
        Stamp late = new Stamp(3, at("09-18T11:00"), at("09-18T13:00"), Actor.of(Role.AGENT), Extras.NONE);
        add(new CaseEvent.NoteAdded(late, Visibility.HOTLINE, TEXT, List.of()));
        Case subject = Case.replay(events);
        SlaTimeline from = SlaTimeline.from(subject);
        assertThat(from.events()).extracting(CaseEvent::sequence).containsExactly(1, 3, 2);
        assertThat(from).isEqualTo(SlaTimeline.of(events)).hasSameHashCodeAs(SlaTimeline.of(events));
        assertThat(from).isNotEqualTo(SlaTimeline.of(events.subList(0, 2))).isNotEqualTo("x");
        assertThat(from.hashCode())
                .isNotEqualTo(SlaTimeline.of(events.subList(0, 2)).hashCode());
        List<CaseEvent> twice = new ArrayList<>(events);
        twice.add(events.get(1));
        assertThat(SlaTimeline.of(twice)).isNotEqualTo(from);

        CaseEvent.Registered first = (CaseEvent.Registered) events.get(0);
        add(new CaseEvent.Corrected(
                stamp("09-19T10:00"),
                new CaseEvent.Registered(first.stamp().withAt(at("09-15T10:00")), first.registration()),
                TEXT,
                Optional.empty()));
        add(new CaseEvent.Corrected(
                stamp("09-20T10:00"),
                new CaseEvent.Registered(first.stamp().withAt(at("09-17T10:00")), first.registration()),
                TEXT,
                Optional.empty()));
        assertThat(only(clock(FIVE), "09-19T12:00").started()).contains(at("09-15T10:00"));
        assertThat(only(clock(FIVE), "09-20T12:00").started()).contains(at("09-17T10:00"));
        events.add(0, events.remove(4));
        assertThat(only(clock(FIVE), "09-20T12:00").started()).contains(at("09-17T10:00"));
        // A correction may put an event before another: the suspension of the 19th comes before the resumption.
        events.clear();
        received(CaseKind.COMPLAINT, "09-18T10:00");
        resumed("09-22T00:00");
        suspended("09-23T00:00");
        CaseEvent.Suspended wrong = (CaseEvent.Suspended) events.get(2);
        add(new CaseEvent.Corrected(
                stamp("09-24T00:00"),
                new CaseEvent.Suspended(
                        wrong.stamp().withAt(at("09-21T00:00")), wrong.ground(), TEXT, wrong.until(), Optional.empty()),
                TEXT,
                Optional.empty()));
        assertThat(only(clock(FIVE), "09-24T12:00").state()).isEqualTo(State.RUNNING);
        assertThat(anomalies(clock(FIVE))).isEmpty();
    }

    @Test
    void stops_are_a_union_in_order_and_known_up_to_an_instant() {
        Stops stops = Stops.of(List.of(
                stop("09-20T00:00", "09-21T00:00"),
                stop("09-18T00:00", "09-19T00:00"),
                stop("09-19T00:00", "09-19T12:00"),
                stop("09-22T00:00", "09-22T00:00")));
        assertThat(stops.all()).containsExactly(stop("09-18T00:00", "09-19T12:00"), stop("09-20T00:00", "09-21T00:00"));
        assertThat(stops.covers(at("09-18T00:00"), at("09-19T12:00"))).isTrue();
        assertThat(stops.covers(at("09-18T00:00"), at("09-20T12:00"))).isFalse();
        assertThat(stops.covers(at("09-17T00:00"), at("09-18T12:00"))).isFalse();
        assertThat(stops.covers(at("09-21T00:00"), at("09-22T12:00"))).isFalse();
        assertThat(stops.until(at("09-21T00:00"))).isSameAs(stops);
        assertThat(stops.until(at("09-20T12:00")).all())
                .containsExactly(stop("09-18T00:00", "09-19T12:00"), stop("09-20T00:00", "09-20T12:00"));
        assertThat(stops.until(at("09-20T00:00")).all()).containsExactly(stop("09-18T00:00", "09-19T12:00"));
        assertThat(Stops.of(List.of()).isEmpty()).isTrue();
        assertThat(Stops.of(List.of(stop("09-18T00:00", "09-20T00:00"), stop("09-19T00:00", "09-19T12:00")))
                        .all())
                .containsExactly(stop("09-18T00:00", "09-20T00:00"));
    }

    private static Stops.Stop stop(String start, String end) {
        return new Stops.Stop(at(start), at(end));
    }

    @Test
    void a_row_without_the_target_neither_asks_for_it_nor_keeps_it_late() {
        RowCondition help = RowCondition.builder().addKinds(CaseKind.HELP).build();
        RowCondition praise = RowCondition.builder().addKinds(CaseKind.PRAISE).build();
        SlaClock clock = SlaClock.of(
                policy(
                        Reclassification.KEEPS_LATE,
                        row("help", help, days(TargetKind.COMPLETE, 1)),
                        row("praise", praise, days(TargetKind.SIGN_FOR, 1))),
                CHINA);
        received(CaseKind.PRAISE, "09-18T10:00");
        add(new CaseEvent.KindChanged(stamp("09-23T10:00"), CaseKind.HELP, TEXT));
        assertThat(only(clock, "09-23T12:00").state()).isEqualTo(State.OVERDUE);
        assertThat(only(clock, "09-23T12:00").row()).contains("help");
        add(new CaseEvent.KindChanged(stamp("09-23T11:00"), CaseKind.COMPLAINT, TEXT));
        assertThat(read(clock, "09-23T12:00")).isEmpty();
        SlaClock equal = SlaClock.of(
                policy(
                        Reclassification.KEEPS_LATE,
                        row("help", help, days(TargetKind.COMPLETE, 1)),
                        row("rest", RowCondition.ALWAYS, days(TargetKind.COMPLETE, 1))),
                CHINA);
        assertThat(only(equal, "09-23T12:00").row()).contains("rest");
    }

    @Test
    void what_ended_before_it_began_took_no_time_and_is_said_to_be_odd() {
        received(CaseKind.COMPLAINT, "09-18T10:00");
        add(new CaseEvent.Closed(stamp("09-17T10:00"), ClosingGround.UNKNOWN));
        SlaReading reading = only(clock(FIVE), "09-23T00:00");
        assertThat(reading.state()).isEqualTo(State.MET);
        assertThat(reading.used()).isZero();
        assertThat(anomalies(clock(FIVE)))
                .contains(ClockAnomaly.Code.DONE_BEFORE_START, ClockAnomaly.Code.BEFORE_RECEIPT);
        assertThat(clock(FIVE).anomalies(SlaTimeline.of(events), at("12-01T00:00")))
                .contains(new ClockAnomaly(ClockAnomaly.Code.DONE_BEFORE_START, 2));
        for (ClockAnomaly.Code code : ClockAnomaly.Code.values()) {
            assertThat(code.label().zh()).isNotEmpty();
            assertThat(code.label().en()).isNotEmpty();
        }
        assertThat(State.RUNNING.isRunning() && State.PAUSED.isRunning() && State.OVERDUE.isRunning())
                .isTrue();
        assertThat(State.MET.isRunning() || State.NOT_STARTED.isRunning() || State.LAPSED.isRunning())
                .isFalse();
    }
}
