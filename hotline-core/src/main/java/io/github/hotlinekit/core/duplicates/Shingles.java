package io.github.hotlinekit.core.duplicates;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * The different pieces of three characters that texts consist of, as sorted 64-bit hashes. Variants of a
 * character are that character (NFKC, lower case); digits in a row are one mark, so that neither telephone
 * numbers nor dates count; blanks, punctuation and symbols count for nothing. The hash mixes the 63 bits of
 * three code points
 * reversibly: different pieces never collide, so the similarity is exact, and whoever has the hashes can
 * try out what they say. They are to be kept like the text.
 */
final class Shingles {

    static final Shingles NONE = new Shingles(new long[0]);

    /** How many characters of a text are looked at, so that one long text does not take the memory of many. */
    static final int MAX_CHARACTERS = 4_000;

    private static final int LENGTH = 3;
    private static final int BITS = 21;
    private static final int DIGITS = '0';

    private final long[] hashes;

    private Shingles(long[] hashes) {
        this.hashes = hashes;
    }

    /** The pieces of several texts together; none reaches from one text into another. */
    static Shingles of(List<String> texts) {
        long[] all = new long[0];
        for (String text : texts) {
            long[] more = hashes(folded(text));
            int size = all.length;
            all = Arrays.copyOf(all, size + more.length);
            System.arraycopy(more, 0, all, size, more.length);
        }
        Arrays.sort(all);
        int different = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[different++] = all[i];
            }
        }
        return different == 0 ? NONE : new Shingles(Arrays.copyOf(all, different));
    }

    private static int[] folded(String text) {
        int[] points =
                Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray();
        int[] folded = new int[Math.min(points.length, MAX_CHARACTERS)];
        int count = 0;
        for (int i = 0; i < points.length && count < MAX_CHARACTERS; i++) {
            int c = points[i];
            if (isNumeral(c)) {
                if (count == 0 || folded[count - 1] != DIGITS) {
                    folded[count++] = DIGITS;
                }
            } else if (isWritten(c)) {
                folded[count++] = Character.toLowerCase(c);
            }
        }
        return Arrays.copyOf(folded, count);
    }

    private static boolean isNumeral(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Letters, and the marks that some scripts spell with. */
    private static boolean isWritten(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.LETTER_NUMBER -> true;
            default -> Character.isLetter(c);
        };
    }

    /** Of a text of one or two characters the whole is the only piece. */
    private static long[] hashes(int[] folded) {
        if (folded.length == 0) {
            return new long[0];
        }
        int count = Math.max(1, folded.length - LENGTH + 1);
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) {
            long packed = 0;
            for (int j = i; j < Math.min(i + LENGTH, folded.length); j++) {
                packed = packed << BITS | folded[j];
            }
            hashes[i] = mixed(packed);
        }
        return hashes;
    }

    /** The finaliser of SplitMix64, which maps 64 bits one to one. */
    private static long mixed(long packed) {
        long z = packed;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    int size() {
        return hashes.length;
    }

    /** How many pieces both have. Linear in both. */
    int shared(Shingles other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            long mine = hashes[i];
            long theirs = other.hashes[j];
            if (mine == theirs) {
                shared++;
            }
            i += mine <= theirs ? 1 : 0;
            j += theirs <= mine ? 1 : 0;
        }
        return shared;
    }

    /** The shared pieces to all of either, in per mille rounded down. */
    int perMille(Shingles other, int shared) {
        int all = size() + other.size() - shared;
        return all == 0 ? 0 : Math.toIntExact((long) shared * DuplicateRule.WHOLE / all);
    }

    /** The most that the similarity can be, by the sizes alone. */
    int atMostPerMille(Shingles other) {
        return perMille(other, Math.min(size(), other.size()));
    }

    /** How many there are; never what they say. */
    @Override
    public String toString() {
        return size() + " shingles";
    }
}
