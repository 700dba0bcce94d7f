package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.sla.policy.Light;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The running clocks of many open cases at an instant, the most pressing first: by the first instant that is too
 * late, then by case number and target. What is paused has no such instant of its own and comes last.
 *
 * @param now the instant
 * @param entries the running, paused and overdue clocks, in order
 */
public record SlaQueue(Instant now, List<Entry> entries) {

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry e) -> e.reading().state() == SlaReading.State.PAUSED)
            .thenComparing(e -> e.reading().lateFrom().orElse(Instant.MAX))
            .thenComparing(e -> e.number().value())
            .thenComparing(e -> e.reading().kind())
            .thenComparing(e -> e.reading().start())
            .thenComparingInt(e -> e.reading().leg().map(Leg::number).orElse(0))
            .thenComparingInt(e -> e.reading().round());

    /**
     * One clock of one case.
     *
     * @param number the case
     * @param reading the clock
     */
    public record Entry(CaseNumber number, SlaReading reading) {
        /** Checks the parts. */
        public Entry {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(reading, "reading");
        }
    }

    /** Checks, copies and sorts the entries. */
    public SlaQueue {
        Objects.requireNonNull(now, "now");
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(ORDER);
        entries = List.copyOf(sorted);
    }

    /**
     * The queue of some cases.
     *
     * @param clock the clock to read them by
     * @param cases the cases, open or not
     * @param now the instant
     * @return the queue; the same for the same cases in any order
     */
    public static SlaQueue of(SlaClock clock, Collection<Case> cases, Instant now) {
        List<Entry> entries = new ArrayList<>(cases.size());
        for (Case subject : cases) {
            for (SlaReading reading : clock.read(subject, now)) {
                if (reading.state().isRunning()) {
                    entries.add(new Entry(subject.number(), reading));
                }
            }
        }
        return new SlaQueue(now, entries);
    }

    /**
     * What is too late already.
     *
     * @return the entries, in order
     */
    public List<Entry> overdue() {
        return entries.stream()
                .filter(e -> e.reading().state() == SlaReading.State.OVERDUE)
                .toList();
    }

    /**
     * What shows a light.
     *
     * @param light the light; what is overdue is red
     * @return the entries, in order
     */
    public List<Entry> withLight(Light light) {
        return entries.stream().filter(e -> e.reading().light() == light).toList();
    }

    /**
     * What falls due on a day and is not late yet.
     *
     * @param day the day
     * @param zone the zone of the day
     * @return the entries whose last instant in time is on it, in order
     */
    public List<Entry> dueOn(LocalDate day, ZoneId zone) {
        return entries.stream()
                .filter(e -> e.reading().state() == SlaReading.State.RUNNING)
                .filter(e -> e.reading()
                        .lateFrom()
                        .filter(l -> l.minusNanos(1).atZone(zone).toLocalDate().equals(day))
                        .isPresent())
                .toList();
    }

    /**
     * The next instant at which any state or light changes, if nothing happens: when a host looks again.
     *
     * @return the instant, after {@link #now}; empty if none will change
     */
    public Optional<Instant> nextChange() {
        return entries.stream().flatMap(e -> e.reading().nextChange().stream()).min(Comparator.naturalOrder());
    }
}
