package io.github.hotlinekit.core.routing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by code, open addressing: half the memory of a map, and nothing is made on a look-up. Immutable.
 *
 * @param <K> the codes
 */
final class CodeTable<K> {

    static final int NONE = -1;

    private final @Nullable Object[] keys;
    private final int[] numbers;

    /** The number of each code is its place in the list; codes differ. */
    CodeTable(List<K> codes) {
        int capacity = Integer.highestOneBit(Math.max(1, codes.size())) * 4;
        this.keys = new Object[capacity];
        this.numbers = new int[capacity];
        Arrays.fill(numbers, NONE);
        for (int number = 0; number < codes.size(); number++) {
            int slot = slot(codes.get(number));
            keys[slot] = codes.get(number);
            numbers[slot] = number;
        }
    }

    /** The code's number, or {@link #NONE}. */
    int get(K code) {
        return numbers[slot(code)];
    }

    private int slot(K code) {
        int hash = code.hashCode() * 0x9E3779B9;
        int slot = (hash >>> 12) & (keys.length - 1);
        for (Object key = keys[slot]; key != null && !key.equals(code); key = keys[slot]) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
