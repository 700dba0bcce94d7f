package io.github.hotlinekit.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The times during which a clock stood still: their union, in order, none touching the next. */
final class Stops {

    static final Stops NONE = new Stops(List.of());

    /** From an instant, inclusive, to another, exclusive. */
    record Stop(Instant start, Instant end) {}

    private final List<Stop> all;

    private Stops(List<Stop> all) {
        this.all = all;
    }

    static Stops of(List<Stop> any) {
        if (any.isEmpty()) {
            return NONE;
        }
        List<Stop> sorted = new ArrayList<>(any);
        sorted.removeIf(s -> !s.start().isBefore(s.end()));
        sorted.sort(Comparator.comparing(Stop::start));
        List<Stop> union = new ArrayList<>(sorted.size());
        for (Stop stop : sorted) {
            int last = union.size() - 1;
            if (last >= 0 && !union.get(last).end().isBefore(stop.start())) {
                Stop before = union.get(last);
                union.set(last, new Stop(before.start(), later(before.end(), stop.end())));
            } else {
                union.add(stop);
            }
        }
        return new Stops(List.copyOf(union));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    List<Stop> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** What was known of them at an instant. */
    Stops until(Instant end) {
        if (isEmpty() || !all.get(all.size() - 1).end().isAfter(end)) {
            return this;
        }
        List<Stop> known = new ArrayList<>(all.size());
        for (Stop stop : all) {
            if (stop.start().isBefore(end)) {
                known.add(stop.end().isAfter(end) ? new Stop(stop.start(), end) : stop);
            }
        }
        return new Stops(known);
    }

    /** Whether a time lies within them whole. */
    boolean covers(Instant start, Instant end) {
        for (Stop stop : all) {
            if (!stop.start().isAfter(start)) {
                if (!stop.end().isBefore(end)) {
                    return true;
                }
            } else {
                return false;
            }
        }
        return false;
    }
}
