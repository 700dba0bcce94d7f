package io.github.hotlinekit.core.cases;

import java.util.Objects;

/**
 * How much more time is asked for or granted. How it moves a deadline is the SLA clock's to say.
 *
 * @param amount how many, 1 to {@value #MAX}
 * @param unit of what
 */
public record ExtensionAmount(int amount, ExtensionUnit unit) {

    /** The highest amount. */
    public static final int MAX = 3_650;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the amount is not 1 to {@value #MAX}
     */
    public ExtensionAmount {
        Objects.requireNonNull(unit, "unit");
        if (amount < 1 || amount > MAX) {
            throw new IllegalArgumentException("amount must be 1 to " + MAX + ", but was " + amount);
        }
    }

    /**
     * So many working days.
     *
     * @param days how many
     * @return the amount
     * @throws IllegalArgumentException if they are not 1 to {@value #MAX}
     */
    public static ExtensionAmount ofWorkingDays(int days) {
        return new ExtensionAmount(days, ExtensionUnit.WORKING_DAYS);
    }

    /**
     * Whether this is no more than another amount.
     *
     * @param other the other
     * @return whether both are in the same unit and this is not greater
     */
    public boolean isAtMost(ExtensionAmount other) {
        return unit == other.unit && amount <= other.amount;
    }
}
