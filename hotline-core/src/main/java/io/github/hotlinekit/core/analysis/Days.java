package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.document.Effective;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The days that are looked at, cut into spans in which nothing begins or ends. */
final class Days {

    private final ZoneId zone;
    private final List<Effective> spans;
    private final Effective all;

    Days(ZoneId zone, Effective all, Collection<Effective> cuts) {
        this.zone = zone;
        this.all = all;
        TreeSet<LocalDate> inside = new TreeSet<>();
        for (Effective cut : cuts) {
            cut.from().filter(this::isInside).ifPresent(inside::add);
            cut.toExclusive().filter(this::isInside).ifPresent(inside::add);
        }
        List<Effective> found = new ArrayList<>();
        Optional<LocalDate> from = all.from();
        for (LocalDate day : inside) {
            found.add(new Effective(from, Optional.of(day)));
            from = Optional.of(day);
        }
        found.add(new Effective(from, all.toExclusive()));
        this.spans = List.copyOf(found);
    }

    private boolean isInside(LocalDate day) {
        return all.from().map(day::isAfter).orElse(true)
                && all.toExclusive().map(day::isBefore).orElse(true);
    }

    Effective all() {
        return all;
    }

    int size() {
        return spans.size();
    }

    Effective span(int index) {
        return spans.get(index);
    }

    /** The first span that an interval includes; one more than the last if there is none. */
    int first(Effective effective) {
        int i = 0;
        while (i < spans.size() && !effective.overlaps(spans.get(i))) {
            i++;
        }
        return i;
    }

    /** The last span that an interval includes; -1 if there is none. */
    int last(Effective effective) {
        int i = spans.size() - 1;
        while (i >= 0 && !effective.overlaps(spans.get(i))) {
            i--;
        }
        return i;
    }

    /** A day of a span; empty for a day that a zone skipped, as Apia did 30 December 2011, where it is the only one. */
    Optional<LocalDate> day(int index) {
        Effective span = spans.get(index);
        LocalDate day = span.from()
                .or(() -> span.toExclusive().map(end -> end.minusDays(1)))
                .orElse(LocalDate.EPOCH);
        return List.of(day, day.plusDays(1), day.minusDays(1)).stream()
                .filter(d ->
                        span.includes(d) && d.atStartOfDay(zone).toLocalDate().equals(d))
                .findFirst();
    }
}
