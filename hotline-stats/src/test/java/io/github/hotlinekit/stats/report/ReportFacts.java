package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ledgers that the tests of reports share. */
final class ReportFacts {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final WorkingCalendar CALENDAR = WorkingCalendar.china();

    private ReportFacts() {}

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    /** Random facts received in a window. */
    static List<CaseFact> in(Window window, int count, long seed) {
        Random random = new Random(seed);
        List<CaseFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = window.from().plusDays(random.nextInt((int) window.days()));
            facts.add(Facts.fact(random).toBuilder().received(noon(day)).build());
        }
        return facts;
    }

    static ReportInput input(List<CaseFact> facts, LedgerSpec spec, LocalDate today) {
        Ledger ledger = Ledger.of(spec);
        facts.forEach(ledger::add);
        return ReportInput.of(ledger.snapshot(), ZONE, CALENDAR, noon(today));
    }

    static ReportInput input(List<CaseFact> facts, LocalDate today) {
        return input(facts, Report.ledgerSpec(ZONE, CALENDAR).withMetrics(Report.byOtherInstants()), today);
    }
}
