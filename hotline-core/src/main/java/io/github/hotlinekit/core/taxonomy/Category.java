package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A node of a taxonomy: one class of demands (事项).
 *
 * @param code its code
 * @param name its name, unique among its siblings
 * @param typicalKinds the kinds of case usually met here, by their names in documents; a hint, never a rule
 * @param typicalLead the department that usually leads, by its code; a hint, never a rule
 */
@Value.Builder
public record Category(CategoryCode code, Label name, List<String> typicalKinds, Optional<String> typicalLead) {

    /** Checks and copies the parts. */
    public Category {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        typicalKinds = List.copyOf(Objects.requireNonNull(typicalKinds, "typicalKinds"));
        Objects.requireNonNull(typicalLead, "typicalLead");
    }

    /**
     * A builder; code and name must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a category. */
    public static final class Builder extends CategoryBuilder {
        Builder() {}
    }
}
