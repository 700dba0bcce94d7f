package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * What a report is made of. Lists are shown in the order in which they are given.
 *
 * @param snapshot the figures, of the period and of those it is compared with, by {@link Report#ledgerSpec}
 * @param zone the zone of the ledger's days
 * @param calendar the working days
 * @param asOf when the figures are of
 * @param names the names of codes
 * @param options how it is made
 * @param overdue open cases that are late
 * @param notable cases to be told of
 * @param chronic problems raised again and again
 * @param quality what is wrong with the facts
 */
public record ReportInput(
        LedgerSnapshot snapshot,
        ZoneId zone,
        WorkingCalendar calendar,
        Instant asOf,
        ReportNames names,
        ReportOptions options,
        List<ListedCase> overdue,
        List<ListedCase> notable,
        List<ChronicProblem> chronic,
        DataQuality quality) {

    /** Checks and copies the parts. */
    public ReportInput {
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(options, "options");
        overdue = List.copyOf(overdue);
        notable = List.copyOf(notable);
        chronic = List.copyOf(chronic);
        Objects.requireNonNull(quality, "quality");
    }

    /**
     * With standard options, no names and no lists.
     *
     * @param snapshot the figures
     * @param zone the zone of the ledger's days
     * @param calendar the working days
     * @param asOf when the figures are of
     * @return the input
     */
    public static ReportInput of(LedgerSnapshot snapshot, ZoneId zone, WorkingCalendar calendar, Instant asOf) {
        return new ReportInput(
                snapshot,
                zone,
                calendar,
                asOf,
                ReportNames.none(),
                ReportOptions.standard(),
                List.of(),
                List.of(),
                List.of(),
                DataQuality.empty());
    }

    /**
     * This input with names.
     *
     * @param other the names
     * @return the input
     */
    public ReportInput withNames(ReportNames other) {
        return new ReportInput(snapshot, zone, calendar, asOf, other, options, overdue, notable, chronic, quality);
    }

    /**
     * This input with options.
     *
     * @param other the options
     * @return the input
     */
    public ReportInput withOptions(ReportOptions other) {
        return new ReportInput(snapshot, zone, calendar, asOf, names, other, overdue, notable, chronic, quality);
    }

    /**
     * This input with cases named.
     *
     * @param late open cases that are late
     * @param told cases to be told of
     * @param again problems raised again and again
     * @return the input
     */
    public ReportInput withLists(List<ListedCase> late, List<ListedCase> told, List<ChronicProblem> again) {
        return new ReportInput(snapshot, zone, calendar, asOf, names, options, late, told, again, quality);
    }

    /**
     * This input with what is wrong with the facts.
     *
     * @param other the quality
     * @return the input
     */
    public ReportInput withQuality(DataQuality other) {
        return new ReportInput(snapshot, zone, calendar, asOf, names, options, overdue, notable, chronic, other);
    }
}
