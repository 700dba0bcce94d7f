package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is known of a case when it is routed. Any fact may be missing.
 *
 * @param category what it is about, as precisely as known; empty if not classified
 * @param area where, as precisely as known; empty if unknown
 * @param kind its kind
 * @param channel the way it came in
 * @param priority how urgent it is
 * @param requester what kind of requester raised it
 * @param dayType what kind of day it came in on; the host knows it from a working-day calendar
 * @param text what was said, for keywords
 * @param receivedAt when it came in, for times of the week
 */
@Value.Builder
public record RoutingFacts(
        Optional<CategoryCode> category,
        Optional<AreaCode> area,
        Optional<CaseKind> kind,
        Optional<Channel> channel,
        Optional<Priority> priority,
        Optional<RequesterType> requester,
        Optional<DayType> dayType,
        Optional<CaseText> text,
        Optional<Instant> receivedAt)
        implements WithRoutingFacts {

    /** Nothing is known. */
    public static final RoutingFacts NONE = builder().build();

    /** Checks the parts. */
    public RoutingFacts {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(dayType, "dayType");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }

    /**
     * Facts.
     *
     * @param category what it is about; empty if not classified
     * @param area where; empty if unknown
     * @param kind its kind
     * @param channel the way it came in
     * @return the facts, all others missing
     */
    public static RoutingFacts of(
            Optional<CategoryCode> category, Optional<AreaCode> area, CaseKind kind, Channel channel) {
        return builder()
                .category(category)
                .area(area)
                .kind(kind)
                .channel(channel)
                .build();
    }

    /**
     * The facts of a case as it stands, without its text, which is personal: add it with {@link #withText(CaseText)}. The
     * type of day is not known to a case: add it with {@link #withDayType(DayType)}.
     *
     * @param subject the case
     * @return its facts
     */
    public static RoutingFacts from(Case subject) {
        RequesterType type = subject.registration().requester().type();
        return builder()
                .category(subject.category())
                .area(subject.area())
                .kind(subject.kind())
                .channel(subject.registration().channel())
                .priority(subject.priority())
                .requester(type == RequesterType.UNKNOWN ? Optional.empty() : Optional.of(type))
                .receivedAt(subject.received())
                .build();
    }

    /**
     * A builder; whatever is not given is missing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds facts. */
    public static final class Builder extends RoutingFactsBuilder {
        Builder() {}
    }
}
