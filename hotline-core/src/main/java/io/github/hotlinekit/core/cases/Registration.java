package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.AreaCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is recorded when a demand comes in.
 *
 * @param number the case's number
 * @param kind its kind
 * @param channel the way it came in
 * @param requester who raised it
 * @param area the most precise area known
 * @param promisedBy the last instant, inclusive, by which the source system promised to be done
 * @param source where the case was imported from; empty for a case born here
 */
@Value.Builder
public record Registration(
        CaseNumber number,
        CaseKind kind,
        Channel channel,
        Requester requester,
        Optional<AreaCode> area,
        Optional<Instant> promisedBy,
        Optional<Source> source) {

    /** Checks the parts. */
    public Registration {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(promisedBy, "promisedBy");
        Objects.requireNonNull(source, "source");
    }

    /**
     * A builder; number, kind, channel and requester must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a registration. */
    public static final class Builder extends RegistrationBuilder {
        Builder() {}
    }
}
