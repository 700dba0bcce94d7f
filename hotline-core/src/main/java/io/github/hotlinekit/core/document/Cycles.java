package io.github.hotlinekit.core.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds references that lead back to where they began, in time linear in entries and references. */
public final class Cycles {

    private Cycles() {}

    /**
     * The cycles met on a walk that follows every reference once, depth first.
     *
     * @param <T> the entries' type
     * @param entries where to begin, in order
     * @param references what an entry refers to; what is no entry may be among it and is asked as well
     * @return a list of cycles, each a list whose last entry is its first, such as a, b, a; empty exactly if no
     *     reference leads back
     */
    public static <T> List<List<T>> of(Collection<T> entries, Function<T, ? extends Collection<T>> references) {
        return of(entries, references, Integer.MAX_VALUE);
    }

    /**
     * The first cycles met on that walk, for entries of which all may refer to all.
     *
     * @param <T> the entries' type
     * @param entries where to begin, in order
     * @param references what an entry refers to; what is no entry may be among it and is asked as well
     * @param most how many cycles to give, at least 1; the walk ends with the last of them
     * @return a list of at most so many cycles; empty exactly if no reference leads back
     */
    public static <T> List<List<T>> of(
            Collection<T> entries, Function<T, ? extends Collection<T>> references, int most) {
        List<List<T>> cycles = new ArrayList<>();
        Map<T, Boolean> open = new HashMap<>();
        List<T> path = new ArrayList<>();
        List<List<T>> ahead = new ArrayList<>();
        for (T entry : entries) {
            enter(entry, references, open, path, ahead);
            while (!path.isEmpty()) {
                int last = path.size() - 1;
                List<T> next = ahead.get(last);
                if (next.isEmpty()) {
                    open.put(path.remove(last), false);
                    ahead.remove(last);
                } else {
                    T to = next.remove(next.size() - 1);
                    if (open.getOrDefault(to, false)) {
                        List<T> cycle = new ArrayList<>(path.subList(path.indexOf(to), path.size()));
                        cycle.add(to);
                        cycles.add(List.copyOf(cycle));
                        if (cycles.size() >= most) {
                            return List.copyOf(cycles);
                        }
                    } else {
                        enter(to, references, open, path, ahead);
                    }
                }
            }
        }
        return List.copyOf(cycles);
    }

    private static <T> void enter(
            T entry,
            Function<T, ? extends Collection<T>> references,
            Map<T, Boolean> open,
            List<T> path,
            List<List<T>> ahead) {
        if (open.putIfAbsent(entry, true) == null) {
            path.add(entry);
            List<T> reversed = new ArrayList<>(references.apply(entry)); // its end is taken first
            Collections.reverse(reversed);
            ahead.add(reversed);
        }
    }

    /**
     * A cycle as text.
     *
     * @param cycle its entries
     * @return such as {@code a -> b -> a}
     */
    public static String text(List<?> cycle) {
        return String.join(" -> ", cycle.stream().map(Object::toString).toList());
    }
}
