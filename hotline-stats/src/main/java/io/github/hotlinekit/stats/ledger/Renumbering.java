package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/** What number each value of another ledger has here; no two have the same. */
final class Renumbering {

    private final int[] numbers;
    private final int greatest;

    /**
     * Keeps the numbers.
     *
     * @param numbers by value; not changed from now on
     */
    Renumbering(int[] numbers) {
        this.numbers = numbers;
        this.greatest = Arrays.stream(numbers).max().orElse(0);
    }

    int of(int value) {
        return numbers[value];
    }

    /** How many values have a number. */
    int size() {
        return numbers.length;
    }

    /** Whether all numbers are below a limit. */
    boolean isBelow(int limit) {
        return greatest < limit;
    }
}
