package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of a case in the order in which clocks read them: by instant, then by sequence. Events may arrive
 * in any order and twice; the timeline is the same. An event that corrects another takes its place. What the events tell
 * of a case's clocks is gathered when the timeline is made, so that a timeline that is kept is read faster than one that
 * is made for each reading.
 */
public final class SlaTimeline {

    /** The act breaks ties of events that share an instant and a number, which is an anomaly anyway. */
    private static final Comparator<CaseEvent> ORDER = Comparator.comparing(CaseEvent::at)
            .thenComparingInt(CaseEvent::sequence)
            .thenComparing(CaseEvent::act)
            .thenComparing(e -> e.stamp().recorded());

    private final List<CaseEvent> events;
    /** What they tell when all are known; none if one corrects another. */
    private final @Nullable Story story;

    private final List<ClockAnomaly> anomalies;
    private final boolean corrected;
    private final Instant lastRecorded;

    private SlaTimeline(List<CaseEvent> events, List<ClockAnomaly> anomalies) {
        this.events = events;
        this.anomalies = anomalies;
        boolean corrects = false;
        Instant last = Instant.MIN;
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            corrects |= event instanceof CaseEvent.Corrected;
            Instant recorded = event.stamp().recorded();
            last = recorded.isAfter(last) ? recorded : last;
        }
        this.corrected = corrects;
        this.lastRecorded = last;
        this.story = corrects ? null : Story.of(events);
    }

    /**
     * The timeline of a case.
     *
     * @param subject the case
     * @return its timeline
     */
    public static SlaTimeline from(Case subject) {
        List<CaseEvent> known = subject.events();
        for (int i = 1; i < known.size(); i++) {
            if (known.get(i).at().isBefore(known.get(i - 1).at())) {
                List<CaseEvent> sorted = new ArrayList<>(known);
                sorted.sort(ORDER);
                return new SlaTimeline(Collections.unmodifiableList(sorted), List.of());
            }
        }
        return new SlaTimeline(known, List.of());
    }

    /**
     * The timeline of events of any origin.
     *
     * @param arrived the events, in any order; what stands twice counts once and is an anomaly
     * @return the timeline
     * @throws IllegalArgumentException unless just one event registers the case
     */
    public static SlaTimeline of(Collection<CaseEvent> arrived) {
        List<CaseEvent> events = new ArrayList<>(new LinkedHashSet<>(arrived));
        events.sort(ORDER);
        List<ClockAnomaly> anomalies = new ArrayList<>();
        Set<CaseEvent> seen = new HashSet<>();
        arrived.stream()
                .filter(e -> !seen.add(e))
                .map(CaseEvent::sequence)
                .sorted()
                .forEach(n -> anomalies.add(new ClockAnomaly(ClockAnomaly.Code.DUPLICATE_EVENT, n)));
        sameSequence(events, anomalies);
        long first =
                events.stream().filter(CaseEvent.Registered.class::isInstance).count();
        if (first != 1) {
            throw new IllegalArgumentException("events must register the case once, but did " + first + " times");
        }
        return new SlaTimeline(List.copyOf(events), List.copyOf(anomalies));
    }

    private static void sameSequence(List<CaseEvent> events, List<ClockAnomaly> anomalies) {
        List<Integer> numbers =
                events.stream().map(CaseEvent::sequence).sorted().toList();
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i).equals(numbers.get(i - 1))) {
                anomalies.add(new ClockAnomaly(ClockAnomaly.Code.SAME_SEQUENCE, numbers.get(i)));
            }
        }
    }

    /** What was known at an instant tells; none if the case was not registered by then. */
    @Nullable
    Story storyAt(Instant now) {
        return !corrected && !lastRecorded.isAfter(now) ? story : Story.of(knownAt(now));
    }

    /** What was known at an instant, in order: recorded by then, and put right by what was recorded by then. */
    List<CaseEvent> knownAt(Instant now) {
        List<CaseEvent> known = new ArrayList<>(events);
        known.removeIf(e -> e.stamp().recorded().isAfter(now));
        List<CaseEvent.Corrected> corrections = new ArrayList<>();
        for (CaseEvent event : known) {
            if (event instanceof CaseEvent.Corrected correction) {
                corrections.add(correction);
            }
        }
        if (corrections.isEmpty()) {
            return known;
        }
        corrections.sort(
                Comparator.comparing((CaseEvent.Corrected c) -> c.stamp().recorded())
                        .thenComparingInt(CaseEvent.Corrected::sequence));
        for (CaseEvent.Corrected correction : corrections) {
            CaseEvent right = correction.right();
            known.replaceAll(e -> e.sequence() == right.sequence() && e.act() == right.act() ? right : e);
        }
        known.sort(ORDER);
        return known;
    }

    /**
     * The events as they were recorded.
     *
     * @return the events, by instant and sequence
     */
    public List<CaseEvent> events() {
        return events;
    }

    /**
     * What was odd about the events as they arrived.
     *
     * @return the anomalies; empty for a case that a lifecycle led
     */
    public List<ClockAnomaly> anomalies() {
        return anomalies;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlaTimeline that && events.equals(that.events) && anomalies.equals(that.anomalies);
    }

    @Override
    public int hashCode() {
        return Objects.hash(events, anomalies);
    }

    @Override
    public String toString() {
        return "SlaTimeline of " + events.size() + " events";
    }
}
