package io.github.hotlinekit.core.privacy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;

/**
 * A value in clear, and what is to be written to the audit trail for it. Neither its text nor its
 * JSON holds the value.
 *
 * @param value the value in clear
 * @param audit the entry for the audit trail
 */
public record Revealed(@JsonIgnore String value, AuditEntry audit) {

    /** Checks the parts. */
    public Revealed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(audit, "audit");
    }

    /** The audit entry, and that there is a value. */
    @Override
    public String toString() {
        return "Revealed[value=hidden, audit=" + audit + "]";
    }
}
