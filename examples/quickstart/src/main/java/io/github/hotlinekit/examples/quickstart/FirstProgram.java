package io.github.hotlinekit.examples.quickstart;

import io.github.hotlinekit.core.cases.*;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaClock;
import io.github.hotlinekit.sla.policy.*;
import java.time.Instant;

/** The README's first program: a deadline and why it is so. */
public final class FirstProgram {

    private FirstProgram() {}

    /** Prints the deadline of a consultation received on Friday, 18 September 2026. */
    public static void main(String[] args) {
        SlaClock clock = SlaClock.of(SlaPolicy.shishi2016(), WorkingCalendar.china());
        Registration registration = Registration.builder()
                .number(CaseNumber.of("GD20260918001"))
                .kind(CaseKind.CONSULTATION)
                .channel(Channel.PHONE)
                .requester(Requester.UNKNOWN)
                .build();
        Case received = CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), Instant.parse("2026-09-18T08:50:00Z")))
                .orElseThrow();
        System.out.println(clock.explain(received, TargetKind.COMPLETE).render(Language.EN));
    }
}
