package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.TimeWindow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The minutes of the week in classes that no rule tells apart. As bits: the lowest is a missing time, and then one for
 * each class.
 */
final class Week {

    private static final int DAY = 24 * 60;
    private static final int MINUTES = 7 * DAY;

    /** The minutes at which a stretch of a class begins, by class. */
    private final List<List<Integer>> classes;

    Week(Collection<TimeWindow> windows) {
        List<TimeWindow> different = windows.stream().distinct().toList();
        TreeSet<Integer> cuts = new TreeSet<>();
        cuts.add(0);
        for (TimeWindow window : different) {
            window.days().forEach(day -> {
                int midnight = (day.getValue() - 1) * DAY;
                cuts.add((midnight + window.from()) % MINUTES);
                cuts.add((midnight + window.to()) % MINUTES);
            });
        }
        Map<List<Integer>, List<Integer>> byWindows = new LinkedHashMap<>();
        for (int cut : cuts) {
            List<Integer> in = new ArrayList<>();
            for (int i = 0; i < different.size(); i++) {
                if (different.get(i).includes(cut)) {
                    in.add(i);
                }
            }
            byWindows.computeIfAbsent(in, k -> new ArrayList<>()).add(cut);
        }
        this.classes = byWindows.values().stream().map(List::copyOf).toList();
    }

    /** How many numbers of 64 bits hold a set. */
    int length() {
        return classes.size() / Long.SIZE + 1;
    }

    /** Puts the times that a cell is for into a set, from a place on. */
    void put(List<TimeWindow> times, long[] bits, int place) {
        if (times.isEmpty()) {
            set(bits, place, 0);
        }
        for (int c = 0; c < classes.size(); c++) {
            int minute = classes.get(c).get(0);
            if (times.isEmpty() || times.stream().anyMatch(t -> t.includes(minute))) {
                set(bits, place, c + 1);
            }
        }
    }

    private static void set(long[] bits, int place, int bit) {
        bits[place + bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
    }

    /** Minutes of the week, one of each stretch of a class. */
    List<Integer> minutes(int bit) {
        return classes.get(bit - 1);
    }

    int size() {
        return classes.size() + 1;
    }
}
