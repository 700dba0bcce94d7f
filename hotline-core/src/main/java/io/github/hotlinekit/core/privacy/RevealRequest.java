package io.github.hotlinekit.core.privacy;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Who wants to see personal data, what for, and when.
 *
 * @param purpose what for
 * @param by the host's opaque reference to the member of staff or the program, never a name: 1 to 64
 *     ASCII letters, digits, {@code .}, {@code _} and {@code -}
 * @param at when, by the host's clock
 */
public record RevealRequest(RevealPurpose purpose, String by, Instant at) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the reference is not of that form; the message does not hold it
     */
    public RevealRequest {
        Objects.requireNonNull(purpose, "purpose");
        StaffReference.check(by);
        Objects.requireNonNull(at, "at");
    }

    /**
     * A request.
     *
     * @param purpose what for
     * @param by the host's opaque reference to who asks
     * @param at when
     * @return the request
     * @throws IllegalArgumentException if the reference is not of the form above
     */
    public static RevealRequest of(RevealPurpose purpose, String by, Instant at) {
        return new RevealRequest(purpose, by, at);
    }

    AuditEntry entryFor(PersonalField field) {
        return new AuditEntry(purpose, by, at, Set.of(field), 1);
    }
}
