package io.github.hotlinekit.core.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes boxes from a box. Goes by depth, so that the first part left over is found without making the others. */
final class Search {

    private final Vocabulary vocabulary;
    private final Meter meter;

    /** Takes a part; says whether the search may end. */
    @FunctionalInterface
    interface Parts {
        boolean enough(Box part) throws Meter.ExhaustedException;
    }

    /** Takes a part and who decides it, if anyone; says whether the search may end. */
    @FunctionalInterface
    interface Decided {
        boolean enough(Box part, Optional<Entry> by) throws Meter.ExhaustedException;
    }

    private record Open(Box box, List<Entry> entries, int from) {}

    Search(Vocabulary vocabulary, Meter meter) {
        this.vocabulary = vocabulary;
        this.meter = meter;
    }

    Meter meter() {
        return meter;
    }

    /** A part of a box that none of the entries has; {@code eaters} are those that took the others. */
    Optional<Box> left(Box box, List<Entry> entries, Set<Entry> eaters) throws Meter.ExhaustedException {
        List<Box> found = new ArrayList<>(1);
        left(box, entries, eaters, found::add);
        return found.stream().findFirst();
    }

    /** The parts of a box that none of the entries has, which have nothing in common; whether it was enough. */
    boolean left(Box box, List<Entry> entries, Set<Entry> eaters, Parts parts) throws Meter.ExhaustedException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(box, entries, 0));
        while (!open.isEmpty()) {
            Open next = open.pop();
            List<Entry> meeting = meeting(next);
            Optional<Entry> whole =
                    meeting.stream().filter(e -> e.box().encloses(next.box())).findFirst();
            if (whole.isPresent()) {
                eaters.add(whole.get());
            } else if (meeting.isEmpty()) {
                if (parts.enough(next.box())) {
                    return true;
                }
            } else {
                eaters.add(meeting.get(0));
                next.box().minus(meeting.get(0).box(), vocabulary).forEach(b -> open.push(new Open(b, meeting, 1)));
            }
        }
        return false;
    }

    /** The parts of a box by the first entry that has them. What no case can be is left out. */
    boolean decided(Box box, List<Entry> entries, Decided decided) throws Meter.ExhaustedException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(box, entries, 0));
        while (!open.isEmpty()) {
            Open next = open.pop();
            List<Entry> meeting = meeting(next);
            if (meeting.isEmpty()) {
                if (decided.enough(next.box(), Optional.empty())) {
                    return true;
                }
                continue;
            }
            Entry first = meeting.get(0);
            next.box().minus(first.box(), vocabulary).forEach(b -> open.push(new Open(b, meeting, 1)));
            Optional<Box> common = next.box().and(first.box(), vocabulary);
            if (first.rule().isPresent() && common.isPresent() && decided.enough(common.get(), Optional.of(first))) {
                return true;
            }
        }
        return false;
    }

    private List<Entry> meeting(Open open) throws Meter.ExhaustedException {
        List<Entry> meeting = new ArrayList<>();
        for (int i = open.from(); i < open.entries().size(); i++) {
            if (open.entries().get(i).box().overlaps(open.box(), vocabulary)) {
                meeting.add(open.entries().get(i));
            }
        }
        meter.count(open.entries().size() - open.from() + 1);
        return meeting;
    }
}
