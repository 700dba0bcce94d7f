package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Decides which cases are left to a row by the rows before it.
 *
 * <p>Whoever takes the cases of a category itself takes all below it, and whoever takes those without a
 * category takes all; so with areas and departments. That leaves, for each category, area and department
 * that a row names, the finite kinds, priorities and channels with the days, which are tried one by one. The
 * answer is exact over all codes that could be, also those that are in no taxonomy or directory.
 */
final class RowCover {

    /** The most comparisons of a policy; a row that would take more is left in peace. */
    static final long MAX_STEPS = 200_000_000;

    private static final long ALWAYS_BEFORE = Long.MIN_VALUE;
    private static final long ALWAYS_AFTER = Long.MAX_VALUE;

    private final List<PolicyRow> rows;
    private final RowIndex index;
    private final long[] from;
    private final long[] before;
    private final long maxSteps;
    private final long[] steps = new long[1];

    RowCover(List<PolicyRow> rows) {
        this(rows, MAX_STEPS);
    }

    /** With another bound, so that it can be reached in no time. */
    RowCover(List<PolicyRow> rows, long maxSteps) {
        this.rows = rows;
        this.maxSteps = maxSteps;
        this.index = RowIndex.of(rows);
        this.from = rows.stream().mapToLong(r -> from(r.when())).toArray();
        this.before = rows.stream().mapToLong(r -> before(r.when())).toArray();
    }

    /** A case without category, area and department that no row is for; without a day where none is. */
    record Gap(Priority priority, Channel channel, Optional<LocalDate> day) {}

    /** What a case has besides its kind, priority, channel and day. */
    private record Spot(Optional<CategoryCode> category, Optional<AreaCode> area, Optional<DepartmentCode> department) {
        boolean isIn(RowCondition when) {
            return (when.categories().isEmpty()
                            || category.filter(c -> when.categories().stream().anyMatch(c::isWithin))
                                    .isPresent())
                    && (when.areas().isEmpty()
                            || area.filter(a -> when.areas().stream().anyMatch(a::isWithin))
                                    .isPresent())
                    && (when.departments().isEmpty()
                            || department.filter(when.departments()::contains).isPresent());
        }
    }

    /** The rows that together take all cases of a row; empty if some case is left to it, or it is too much to say. */
    Optional<Set<Integer>> takersOf(int row) {
        RowCondition when = rows.get(row).when();
        Set<Integer> takers = new TreeSet<>();
        for (Optional<CategoryCode> category : each(when.categories())) {
            for (Optional<AreaCode> area : each(when.areas())) {
                for (Optional<DepartmentCode> department : each(when.departments())) {
                    if (!isTaken(row, new Spot(category, area, department), takers)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(takers);
    }

    private static <T> List<Optional<T>> each(Collection<T> values) {
        return values.isEmpty()
                ? List.of(Optional.empty())
                : values.stream().map(Optional::of).toList();
    }

    private boolean isTaken(int row, Spot spot, Set<Integer> takers) {
        RowCondition when = rows.get(row).when();
        List<Integer> earlier = new ArrayList<>();
        boolean decided = index.forEachNear(spot.category(), spot.area(), spot.department(), row, other -> {
            if (from[other] < before[row]
                    && from[row] < before[other]
                    && spot.isIn(rows.get(other).when())) {
                earlier.add(other);
            }
            return ++steps[0] <= maxSteps;
        });
        if (!decided || earlier.isEmpty()) {
            return false;
        }
        earlier.sort(byFirstDay());
        for (CaseKind kind : someOrAll(when.kinds(), CaseKind.class)) {
            for (Priority priority : someOrAll(when.priorities(), Priority.class)) {
                for (Channel channel : someOrAll(when.channels(), Channel.class)) {
                    long end = coveredUntil(earlier, kind, priority, channel, from[row], before[row], takers);
                    if (end < before[row]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static <E extends Enum<E>> Set<E> someOrAll(Set<E> some, Class<E> type) {
        return some.isEmpty() ? EnumSet.allOf(type) : some;
    }

    private Comparator<Integer> byFirstDay() {
        return Comparator.<Integer>comparingLong(r -> from[r]).thenComparing(r -> r);
    }

    /** The first day from one on that none of some rows is for; these are in the order of their first days. */
    private long coveredUntil(
            List<Integer> some,
            CaseKind kind,
            Priority priority,
            Channel channel,
            long first,
            long end,
            Set<Integer> takers) {
        long day = first;
        for (int other : some) {
            if (day >= end || from[other] > day || ++steps[0] > maxSteps) {
                return day;
            }
            RowCondition when = rows.get(other).when();
            if (before[other] > day
                    && (when.kinds().isEmpty() || when.kinds().contains(kind))
                    && (when.priorities().isEmpty() || when.priorities().contains(priority))
                    && (when.channels().isEmpty() || when.channels().contains(channel))) {
                takers.add(other);
                day = before[other];
            }
        }
        return day;
    }

    /**
     * A case of a kind without a row. Days before the first and after the last on which any row of the policy is in
     * force are no gap: it was or will be another policy's turn.
     */
    Optional<Gap> gap(CaseKind kind) {
        long first = LongStream.of(from).min().orElse(ALWAYS_BEFORE);
        long end = LongStream.of(before).max().orElse(ALWAYS_AFTER);
        Spot nowhere = new Spot(Optional.empty(), Optional.empty(), Optional.empty());
        List<Integer> open = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            if (nowhere.isIn(rows.get(r).when())) {
                open.add(r);
            }
        }
        open.sort(byFirstDay());
        steps[0] = 0;
        for (Priority priority : Priority.values()) {
            for (Channel channel : Channel.values()) {
                long day = coveredUntil(open, kind, priority, channel, first, end, new TreeSet<>());
                if (day < end && steps[0] <= maxSteps) {
                    return Optional.of(new Gap(
                            priority,
                            channel,
                            day == ALWAYS_BEFORE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day))));
                }
            }
        }
        return Optional.empty();
    }

    private static long from(RowCondition when) {
        return when.receivedFrom().map(LocalDate::toEpochDay).orElse(ALWAYS_BEFORE);
    }

    private static long before(RowCondition when) {
        return when.receivedBefore().map(LocalDate::toEpochDay).orElse(ALWAYS_AFTER);
    }
}
