package io.github.hotlinekit.examples.quickstart;

import io.github.hotlinekit.core.cases.*;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.sla.calendar.*;
import io.github.hotlinekit.sla.clock.*;
import io.github.hotlinekit.sla.policy.*;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.*;
import java.util.List;

/** A city's own limits, a case that is suspended and extended, and next year's holidays. */
public class Clocks {

    private Clocks() {}

    /**
     * Runs the program of the README.
     *
     * @param args nothing
     * @throws IOException never, as it reads from memory
     */
    public static void main(String[] args) throws IOException {
        SlaPolicy city = SlaPolicy.builder("city", "2026.1", ZoneId.of("Asia/Shanghai"))
                .source("an example")
                .hours("office", OpeningHours.of("08:30-12:00", "14:30-17:30"))
                .row(
                        "all",
                        RowCondition.ALWAYS,
                        SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("5wd"), "office")
                                .withWarnings(Warning.left(Light.YELLOW, TimeLimit.parse("1wd"))),
                        SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("4wh"), "office"))
                .build();
        SlaClock clock = SlaClock.of(city, WorkingCalendar.china());
        Actor clerk = Actor.of(Role.DEPARTMENT_CLERK, DepartmentCode.of("ZJJ"));
        Actor dispatcher = Actor.of(Role.DISPATCHER);
        Registration registration = Registration.builder()
                .number(CaseNumber.of("GD20260918002"))
                .kind(CaseKind.COMPLAINT)
                .channel(Channel.APP)
                .requester(Requester.UNKNOWN)
                .build();
        Case life = CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), at("2026-09-18T09:00")))
                .orElseThrow();
        life = after(life, dispatcher, "2026-09-18T10:00", CaseCommand.Dispatch.of(DepartmentCode.of("ZJJ")));
        life = after(life, clerk, "2026-09-18T15:00", new CaseCommand.SignFor());
        FreeText why = FreeText.of("sound is measured by an expert");
        Instant until = at("2026-09-30T00:00");
        life = after(
                life, clerk, "2026-09-20T08:30", CaseCommand.Suspend.of(SuspensionGround.EXPERT_REPORT, why, until));
        life = after(life, clerk, "2026-09-22T10:00", new CaseCommand.Resume(ResumeCause.GROUND_OVER));
        for (SlaReading reading : clock.read(life, at("2026-09-28T12:00"))) {
            System.out.println(reading.kind() + " " + reading.state() + " " + reading.light() + ", due "
                    + reading.dueDate().map(LocalDate::toString).orElse("to the minute") + ", used "
                    + reading.used() + ", left " + reading.left() + ", late from "
                    + reading.lateFrom().orElseThrow());
        }
        SlaQueue queue = SlaQueue.of(clock, List.of(life), at("2026-09-28T12:00"));
        System.out.println("look again at " + queue.nextChange().orElseThrow());

        // What the State Council publishes for next year is one file.
        String notice = """
                date,kind,name_zh,name_en,source
                2027-01-01,HOLIDAY,元旦,New Year's Day,an example
                2027-01-02,HOLIDAY,元旦,New Year's Day,an example
                2027-01-03,HOLIDAY,元旦,New Year's Day,an example
                """;
        WorkingCalendar next = WorkingCalendar.china().toBuilder("2027")
                .last(LocalDate.of(2027, 12, 31))
                .settledUntil(LocalDate.of(2027, 12, 28))
                .days(SpecialDay.readCsv("2027.csv", new ByteArrayInputStream(notice.getBytes(StandardCharsets.UTF_8))))
                .build();
        LocalDate day = LocalDate.of(2026, 12, 28);
        System.out.println("before the notice " + WorkingCalendar.china().project(day, 5));
        System.out.println("after the notice  " + next.project(day, 5));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8));
    }

    private static Case after(Case life, Actor actor, String local, CaseCommand command) {
        return CaseLifecycle.standard()
                .decide(life, command, CommandContext.of(actor, at(local)))
                .orElseThrow();
    }
}
