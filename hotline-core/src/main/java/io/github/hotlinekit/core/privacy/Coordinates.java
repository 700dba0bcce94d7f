package io.github.hotlinekit.core.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A point on the earth in the datum WGS 84. A home can be found by it, so its text and its default JSON are
 * rounded to two decimals, about a kilometre.
 */
public final class Coordinates {

    private static final int SHOWN_DECIMALS = 2;
    private static final int MAX_DECIMALS = 9;

    private final BigDecimal latitude;
    private final BigDecimal longitude;

    private Coordinates(BigDecimal latitude, BigDecimal longitude) {
        this.latitude = latitude;
        this.longitude = longitude;
    }

    /**
     * A point.
     *
     * @param latitude degrees north, -90 to 90, at most 9 decimals
     * @param longitude degrees east, -180 to 180, at most 9 decimals
     * @return the point
     * @throws IllegalArgumentException if either is out of range or has more decimals; the message does not
     *     say where
     */
    public static Coordinates of(BigDecimal latitude, BigDecimal longitude) {
        return new Coordinates(require(latitude, "latitude", 90), require(longitude, "longitude", 180));
    }

    private static BigDecimal require(BigDecimal degrees, String name, int most) {
        Objects.requireNonNull(degrees, name);
        if (degrees.scale() > MAX_DECIMALS
                || degrees.scale() < -3
                || degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException(
                    name + " must be -" + most + " to " + most + " with at most " + MAX_DECIMALS + " decimals");
        }
        BigDecimal plain = degrees.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /**
     * The point as everybody may see it.
     *
     * @return latitude and longitude in degrees with two decimals, such as {@code 24.73,118.65}
     */
    @JsonValue
    public String masked() {
        return rounded(SHOWN_DECIMALS).exact();
    }

    /**
     * The point, less precisely.
     *
     * @param decimals how many decimals of a degree to keep, 0 to 9
     * @return the rounded point
     * @throws IllegalArgumentException if the decimals are out of range
     */
    public Coordinates rounded(int decimals) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals must be 0 to " + MAX_DECIMALS + ", but were " + decimals);
        }
        return new Coordinates(
                latitude.setScale(decimals, RoundingMode.HALF_EVEN),
                longitude.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private String exact() {
        return latitude.toPlainString() + "," + longitude.toPlainString();
    }

    /**
     * The point itself.
     *
     * @param request why, by whom and when
     * @return latitude and longitude in degrees, with a comma between them, and the entry for the audit trail
     */
    public Revealed reveal(RevealRequest request) {
        return new Revealed(exact(), request.entryFor(PersonalField.ADDRESS));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coordinates that
                && latitude.compareTo(that.latitude) == 0
                && longitude.compareTo(that.longitude) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(latitude.stripTrailingZeros(), longitude.stripTrailingZeros());
    }

    /** The masked point. */
    @Override
    public String toString() {
        return masked();
    }
}
