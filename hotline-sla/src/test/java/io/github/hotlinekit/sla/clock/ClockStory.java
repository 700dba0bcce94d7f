package io.github.hotlinekit.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.ResumeCause;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.policy.PolicyRow;
import io.github.hotlinekit.sla.policy.Reclassification;
import io.github.hotlinekit.sla.policy.RowCondition;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import io.github.hotlinekit.sla.testkit.Timelines;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case told event by event in Shanghai's local time of 2026, and its clocks. */
abstract class ClockStory {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final FreeText TEXT = FreeText.of("x");

    static final DepartmentCode A = DepartmentCode.of("A");

    static final DepartmentCode B = DepartmentCode.of("B");

    static final Actor SUPERVISOR = Actor.of(Role.SUPERVISOR);

    static final SlaTarget FIVE = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(5));

    final List<CaseEvent> events = new ArrayList<>();

    static Instant at(String local) {
        return LocalDateTime.parse("2026-" + local).toInstant(ZoneOffset.ofHours(8));
    }

    Stamp stamp(String local) {
        return Stamp.of(events.size() + 1, at(local), Actor.SYSTEM);
    }

    void received(CaseKind kind, String local) {
        events.add(Timelines.registered(kind, at(local)));
    }

    void dispatched(String local, DepartmentCode lead, DepartmentCode... assisting) {
        events.add(new CaseEvent.Dispatched(stamp(local), lead, List.of(assisting), Optional.empty()));
    }

    void suspended(String local) {
        events.add(new CaseEvent.Suspended(
                stamp(local), SuspensionGround.COURT, TEXT, at("12-31T00:00"), Optional.empty()));
    }

    void resumed(String local) {
        events.add(new CaseEvent.Resumed(stamp(local), ResumeCause.GROUND_OVER));
    }

    void granted(String local, int days) {
        granted(local, ExtensionAmount.ofWorkingDays(days));
    }

    void granted(String local, ExtensionAmount amount) {
        events.add(new CaseEvent.ExtensionGranted(
                Stamp.of(events.size() + 1, at(local), SUPERVISOR), amount, Optional.empty()));
    }

    void replied(String local) {
        events.add(new CaseEvent.Replied(stamp(local), ReplyResult.of(ReplyOutcome.RESOLVED)));
    }

    static SlaClock clock(SlaTarget... targets) {
        return SlaClock.of(policy(Reclassification.KEEPS_LATE, row("r", RowCondition.ALWAYS, targets)), CHINA);
    }

    static final WorkingCalendar CHINA = WorkingCalendar.china();

    static PolicyRow row(String id, RowCondition when, SlaTarget... targets) {
        return new PolicyRow(id, when, List.of(targets));
    }

    static SlaPolicy policy(Reclassification reclassification, PolicyRow... rows) {
        return new SlaPolicy(
                "p",
                "1",
                ZONE,
                "test",
                Map.of("office", OpeningHours.of("08:30-12:00", "14:30-17:30")),
                reclassification,
                List.of(rows));
    }

    List<SlaReading> read(SlaClock clock, String now) {
        return clock.read(SlaTimeline.of(events), at(now));
    }

    SlaReading only(SlaClock clock, String now) {
        assertThat(read(clock, now)).hasSize(1);
        return read(clock, now).get(0);
    }

    void assertDue(SlaTarget target, String lateFrom) {
        assertThat(only(clock(target), "12-01T00:00").lateFrom()).contains(at(lateFrom));
    }

    List<ClockAnomaly.Code> anomalies(SlaClock clock) {
        return clock.anomalies(SlaTimeline.of(events), at("12-01T00:00")).stream()
                .map(ClockAnomaly::code)
                .toList();
    }
}
