package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.Coordinates;
import java.util.Objects;
import java.util.Optional;

/**
 * Where it is, more precisely than the area says.
 *
 * @param address the address
 * @param coordinates the point
 */
public record Location(Optional<AddressDetail> address, Optional<Coordinates> coordinates) {

    /** Nothing is known but the area. */
    public static final Location UNKNOWN = new Location(Optional.empty(), Optional.empty());

    /** Checks the parts. */
    public Location {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(coordinates, "coordinates");
    }
}
