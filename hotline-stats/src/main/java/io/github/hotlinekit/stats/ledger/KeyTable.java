package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int FIRST_CAPACITY = 16;
    /** So many places for each code that it is nearly always found in the first. */
    private static final int PLACES_EACH = 4;

    private final Function<Object, String> keyOf;
    private final Map<String, Integer> byText = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    // Codes one after the other, so that those of a city stay near.
    private @Nullable Object[] codes = new @Nullable Object[FIRST_CAPACITY];
    private int[] hashes = new int[FIRST_CAPACITY];
    /** By code: the number of its key. */
    private int[] numbers = new int[FIRST_CAPACITY];
    /** By hash: one more than the place of a code among the codes; 0 for none. */
    private int[] places = new int[PLACES_EACH * FIRST_CAPACITY];

    private int size;
    private int ofNone = -1;

    KeyTable(Function<Object, String> keyOf) {
        this.keyOf = keyOf;
    }

    /** The number of the key of a code; of the empty key for none. */
    int number(@Nullable Object code) {
        int known = find(code);
        if (known >= 0) {
            return known;
        }
        if (code == null) {
            ofNone = numberOfText("");
            return ofNone;
        }
        return learn(code, spread(code));
    }

    /** The number of the key of a code, or -1 for one that has not been seen. */
    int find(@Nullable Object code) {
        if (code == null) {
            return ofNone;
        }
        int mask = places.length - 1;
        int hash = spread(code);
        for (int i = hash & mask; ; i = (i + 1) & mask) {
            int there = places[i] - 1;
            if (there < 0) {
                return -1;
            }
            if (codes[there] == code || (hashes[there] == hash && code.equals(codes[there]))) {
                return numbers[there];
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

    private int learn(Object code, int hash) {
        int number = numberOfText(Objects.requireNonNull(keyOf.apply(code), "key"));
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
            places = new int[2 * places.length];
            for (int there = 0; there < size; there++) {
                place(there);
            }
        }
        codes[size] = code;
        hashes[size] = hash;
        numbers[size] = number;
        place(size);
        size++;
        return number;
    }

    private void place(int there) {
        int mask = places.length - 1;
        int i = hashes[there] & mask;
        while (places[i] != 0) {
            i = (i + 1) & mask;
        }
        places[i] = there + 1;
    }

    private static int spread(Object code) {
        int hash = hash(code) * 0x9E3779B9;
        return (hash >>> 15) ^ hash;
    }

    /** The hash of a code. That of the commonest is asked by name, which takes no look for the method of its class. */
    private static int hash(Object code) {
        if (code instanceof DepartmentCode department) {
            return department.hashCode();
        }
        if (code instanceof CategoryCode category) {
            return category.hashCode();
        }
        return code instanceof AreaCode area ? area.hashCode() : code.hashCode();
    }
}
