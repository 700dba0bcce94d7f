package io.github.hotlinekit.stats.ledger;

/**
 * The bins of whole minutes: exact below {@value #EXACT}, then {@value #STEPS} to each doubling, so that a bin is never
 * wider than 1/{@value #STEPS} of its values.
 */
final class Bins {

    static final int STEPS = 64;
    static final int EXACT = 2 * STEPS;
    private static final int LOG_STEPS = 6;

    private Bins() {}

    /** The bin of a value of 0 or more, without a branch, which no processor could foresee. */
    static int of(int value) {
        int shift = Integer.SIZE - 1 - LOG_STEPS - Integer.numberOfLeadingZeros(value | STEPS);
        return (shift << LOG_STEPS) + (value >>> shift);
    }

    /** The least value of a bin. */
    static int lower(int bin) {
        if (bin < EXACT) {
            return bin;
        }
        int shift = (bin >>> LOG_STEPS) - 1;
        return ((bin & (STEPS - 1)) | STEPS) << shift;
    }

    /** The greatest value of a bin. */
    static int upper(int bin) {
        return bin < EXACT ? bin : lower(bin) + (1 << ((bin >>> LOG_STEPS) - 1)) - 1;
    }
}
