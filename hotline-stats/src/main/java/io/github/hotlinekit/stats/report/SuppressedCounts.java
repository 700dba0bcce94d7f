package io.github.hotlinekit.stats.report;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/** What may be shown of counts in a list with their total. Made by {@link Suppression#apply(long...)}. */
public final class SuppressedCounts {

    private final long[] counts;
    private final boolean[] hidden;
    private final long total;
    private final boolean totalHidden;

    SuppressedCounts(long[] counts, boolean[] hidden, long total, boolean totalHidden) {
        this.counts = counts;
        this.hidden = hidden;
        this.total = total;
        this.totalHidden = totalHidden;
    }

    /**
     * How many counts there are, hidden or not.
     *
     * @return 0 or more
     */
    public int size() {
        return counts.length;
    }

    /**
     * A count.
     *
     * @param index from 0 to the size, exclusive
     * @return the count; empty if it is hidden
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public OptionalLong count(int index) {
        return hidden[Objects.checkIndex(index, size())] ? OptionalLong.empty() : OptionalLong.of(counts[index]);
    }

    /**
     * The total.
     *
     * @return the total; empty if it is hidden
     */
    public OptionalLong total() {
        return totalHidden ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /** The counts and the total that are shown, with {@code *} for those that are not. */
    @Override
    public String toString() {
        String[] shown = new String[size()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = hidden[i] ? "*" : String.valueOf(counts[i]);
        }
        return Arrays.toString(shown) + " = " + (totalHidden ? "*" : total);
    }
}
