package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a policy looks at to find the row of a case.
 *
 * @param kind its kind
 * @param category what it is about
 * @param priority how urgent it is
 * @param area where
 * @param channel the way it came in
 * @param department the department whose leg it is, or on the citizen's clock the one that leads
 * @param received the day of receipt in the policy's zone
 */
@Value.Builder
public record CaseTraits(
        CaseKind kind,
        Optional<CategoryCode> category,
        Priority priority,
        Optional<AreaCode> area,
        Channel channel,
        Optional<DepartmentCode> department,
        LocalDate received)
        implements WithCaseTraits {

    /** Checks the parts. */
    public CaseTraits {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(received, "received");
    }

    /**
     * A builder; kind, priority, channel and the day of receipt must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds traits. */
    public static final class Builder extends CaseTraitsBuilder {
        Builder() {}
    }
}
