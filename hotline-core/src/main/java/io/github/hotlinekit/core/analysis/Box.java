package io.github.hotlinekit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A product of sets of facts: an interval of categories, of areas and of spans of days, both ends inclusive; a set of
 * kinds and of each other fact that is one of few, as bits; and a set of texts. Never empty. Its arrays are never
 * changed.
 */
final class Box {

    static final int CATEGORY = 0;
    static final int AREA = 1;
    static final int DAYS = 2;
    static final int INTERVALS = 3;

    static final int KIND = 0;
    static final int CHANNEL = 1;
    static final int PRIORITY = 2;
    static final int REQUESTER = 3;
    static final int DAY_TYPE = 4;
    /** From here on, one set of as many bits as there are classes of minutes. */
    static final int MINUTES = 5;

    /** The bit of a missing fact. */
    static final long MISSING = 1;

    private final int[] from;
    private final int[] to;
    private final long[] bits;
    private final Words words;

    private Box(int[] from, int[] to, long[] bits, Words words) {
        this.from = from;
        this.to = to;
        this.bits = bits;
        this.words = words;
    }

    static Box of(int[] from, int[] to, long[] bits, Words words) {
        return new Box(from.clone(), to.clone(), bits.clone(), words);
    }

    int from(int interval) {
        return from[interval];
    }

    int to(int interval) {
        return to[interval];
    }

    long bits(int set) {
        return bits[set];
    }

    int sets() {
        return bits.length;
    }

    Words words() {
        return words;
    }

    Box withInterval(int interval, int newFrom, int newTo) {
        int[] f = from.clone();
        int[] t = to.clone();
        f[interval] = newFrom;
        t[interval] = newTo;
        return new Box(f, t, bits, words);
    }

    Box withBits(int set, long newBits) {
        long[] b = bits.clone();
        b[set] = newBits;
        return new Box(from, to, b, words);
    }

    Box withWords(Words newWords) {
        return new Box(from, to, bits, newWords);
    }

    boolean overlaps(Box other, Vocabulary vocabulary) {
        for (int i = 0; i < INTERVALS; i++) {
            if (from[i] > other.to[i] || other.from[i] > to[i]) {
                return false;
            }
        }
        for (int i = 0; i < MINUTES; i++) {
            if ((bits[i] & other.bits[i]) == 0) {
                return false;
            }
        }
        return minutesMeet(other) && words.meet(other.words, vocabulary);
    }

    private boolean minutesMeet(Box other) {
        for (int i = MINUTES; i < bits.length; i++) {
            if ((bits[i] & other.bits[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether this encloses another for certain; it may, and this says no, where texts differ. */
    boolean encloses(Box other) {
        for (int i = 0; i < INTERVALS; i++) {
            if (from[i] > other.from[i] || to[i] < other.to[i]) {
                return false;
            }
        }
        for (int i = 0; i < bits.length; i++) {
            if ((other.bits[i] & ~bits[i]) != 0) {
                return false;
            }
        }
        return words.isAny() || words.equals(other.words);
    }

    Optional<Box> and(Box other, Vocabulary vocabulary) {
        if (!overlaps(other, vocabulary)) {
            return Optional.empty();
        }
        int[] f = new int[INTERVALS];
        int[] t = new int[INTERVALS];
        for (int i = 0; i < INTERVALS; i++) {
            f[i] = Math.max(from[i], other.from[i]);
            t[i] = Math.min(to[i], other.to[i]);
        }
        long[] b = new long[bits.length];
        Arrays.setAll(b, i -> bits[i] & other.bits[i]);
        return words.and(other.words, vocabulary).map(w -> new Box(f, t, b, w));
    }

    /** What of this is outside another that it overlaps, in parts that have nothing in common. */
    List<Box> minus(Box other, Vocabulary vocabulary) {
        List<Box> parts = new ArrayList<>();
        Box rest = this;
        for (int i = 0; i < INTERVALS; i++) {
            if (rest.from[i] < other.from[i]) {
                parts.add(rest.withInterval(i, rest.from[i], other.from[i] - 1));
            }
            if (rest.to[i] > other.to[i]) {
                parts.add(rest.withInterval(i, other.to[i] + 1, rest.to[i]));
            }
            rest = rest.withInterval(i, Math.max(rest.from[i], other.from[i]), Math.min(rest.to[i], other.to[i]));
        }
        for (int i = 0; i < MINUTES; i++) {
            long outside = rest.bits[i] & ~other.bits[i];
            if (outside != 0) {
                parts.add(rest.withBits(i, outside));
                rest = rest.withBits(i, rest.bits[i] & other.bits[i]);
            }
        }
        long[] outside = rest.bits.clone();
        long[] inside = rest.bits.clone();
        boolean any = false;
        for (int i = MINUTES; i < bits.length; i++) {
            outside[i] &= ~other.bits[i];
            inside[i] &= other.bits[i];
            any |= outside[i] != 0;
        }
        if (any) {
            parts.add(new Box(rest.from, rest.to, outside, rest.words));
            rest = new Box(rest.from, rest.to, inside, rest.words);
        }
        for (Words part : rest.words.minus(other.words, vocabulary)) {
            parts.add(rest.withWords(part));
        }
        return parts;
    }

    /** This and another as one, if they differ in one dimension alone and touch there. */
    Optional<Box> joined(Box other) {
        if (!words.equals(other.words)) {
            return Optional.empty();
        }
        int differing = -1;
        int count = 0;
        for (int i = 0; i < INTERVALS; i++) {
            if (from[i] != other.from[i] || to[i] != other.to[i]) {
                differing = i;
                count++;
            }
        }
        boolean bitsDiffer = false;
        for (int i = 0; i < MINUTES; i++) {
            if (bits[i] != other.bits[i]) {
                differing = INTERVALS + i;
                count++;
                bitsDiffer = true;
            }
        }
        boolean minutesDiffer = !Arrays.equals(bits, MINUTES, bits.length, other.bits, MINUTES, other.bits.length);
        if (minutesDiffer) {
            count++;
        }
        if (count != 1) {
            return Optional.empty();
        }
        if (minutesDiffer || bitsDiffer) {
            long[] both = bits.clone();
            for (int i = 0; i < bits.length; i++) {
                both[i] |= other.bits[i];
            }
            return Optional.of(new Box(from, to, both, words));
        }
        boolean touch = to[differing] + 1 == other.from[differing] || other.to[differing] + 1 == from[differing];
        return touch
                ? Optional.of(withInterval(
                        differing,
                        Math.min(from[differing], other.from[differing]),
                        Math.max(to[differing], other.to[differing])))
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box that
                && Arrays.equals(from, that.from)
                && Arrays.equals(to, that.to)
                && Arrays.equals(bits, that.bits)
                && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return (Arrays.hashCode(from) * 31 + Arrays.hashCode(to)) * 31 + Arrays.hashCode(bits);
    }
}
