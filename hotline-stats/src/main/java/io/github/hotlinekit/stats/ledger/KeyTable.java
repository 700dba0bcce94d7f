package io.github.hotlinekit.stats.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the keys of one dimension: 0, 1, 2 and so on in the order in which they are first seen. Codes as facts hold
 * them are looked up by identity first, since cases share them; several codes may have one key.
 */
final class KeyTable {

    private static final int FIRST_CAPACITY = 64;

    private final Function<Object, String> keyOf;
    private final Map<String, Integer> byText = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private @Nullable Object[] codes = new @Nullable Object[FIRST_CAPACITY];
    /** By place: the hash of the code there in the upper half, and one more than its number in the lower; 0 for none. */
    private long[] entries = new long[FIRST_CAPACITY];

    private int size;
    private int ofNone = -1;

    KeyTable(Function<Object, String> keyOf) {
        this.keyOf = keyOf;
    }

    /** The number of the key of a code; of the empty key for none. */
    int number(@Nullable Object code) {
        if (code == null) {
            if (ofNone < 0) {
                ofNone = numberOfText("");
            }
            return ofNone;
        }
        int mask = entries.length - 1;
        int hash = spread(code);
        for (int i = hash & mask; ; i = (i + 1) & mask) {
            long entry = entries[i];
            if (entry == 0) {
                return learn(code);
            }
            // A hash is compared before the code is, which lies elsewhere in memory.
            if ((int) (entry >>> Integer.SIZE) == hash && (codes[i] == code || code.equals(codes[i]))) {
                return (int) entry - 1;
            }
        }
    }

    /** The number of a key. */
    int numberOfText(String text) {
        Integer found = byText.get(text);
        if (found != null) {
            return found;
        }
        int number = texts.size();
        byText.put(text, number);
        texts.add(text);
        return number;
    }

    String text(int number) {
        return texts.get(number);
    }

    /** How many keys have a number. */
    int size() {
        return texts.size();
    }

    private int learn(Object code) {
        int number = numberOfText(Objects.requireNonNull(keyOf.apply(code), "key"));
        if (4 * (size + 1) > codes.length) { // so that a code is nearly always found in the first place
            grow();
        }
        insert(code, number);
        size++;
        return number;
    }

    private void insert(Object code, int number) {
        int mask = codes.length - 1;
        int hash = spread(code);
        int i = hash & mask;
        while (codes[i] != null) {
            i = (i + 1) & mask;
        }
        codes[i] = code;
        entries[i] = ((long) hash << Integer.SIZE) | (number + 1);
    }

    private void grow() {
        @Nullable Object[] oldCodes = codes;
        long[] oldEntries = entries;
        codes = new @Nullable Object[2 * oldCodes.length];
        entries = new long[2 * oldEntries.length];
        for (int i = 0; i < oldCodes.length; i++) {
            Object code = oldCodes[i];
            if (code != null) {
                insert(code, (int) oldEntries[i] - 1);
            }
        }
    }

    private static int spread(Object code) {
        int hash = code.hashCode() * 0x9E3779B9;
        return (hash >>> 15) ^ hash;
    }
}
