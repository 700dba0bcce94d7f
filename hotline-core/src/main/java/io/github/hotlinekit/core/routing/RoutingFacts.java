package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is known of a case when it is routed.
 *
 * @param category what it is about, as precisely as known; empty if not classified
 * @param area where, as precisely as known; empty if unknown
 * @param kind its kind
 * @param channel the way it came in
 */
@Value.Builder
public record RoutingFacts(Optional<CategoryCode> category, Optional<AreaCode> area, CaseKind kind, Channel channel) {

    /** Checks the parts. */
    public RoutingFacts {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(channel, "channel");
    }

    /**
     * Facts.
     *
     * @param category what it is about; empty if not classified
     * @param area where; empty if unknown
     * @param kind its kind
     * @param channel the way it came in
     * @return the facts
     */
    public static RoutingFacts of(
            Optional<CategoryCode> category, Optional<AreaCode> area, CaseKind kind, Channel channel) {
        return new RoutingFacts(category, area, kind, channel);
    }

    /**
     * The facts of a case as it stands.
     *
     * @param subject the case
     * @return its facts
     */
    public static RoutingFacts from(Case subject) {
        return new RoutingFacts(
                subject.category(),
                subject.area(),
                subject.kind(),
                subject.registration().channel());
    }

    /**
     * A builder; kind and channel must be given.
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
