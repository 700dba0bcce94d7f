package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.style.DefaultingStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A node of a taxonomy: one class of demands (事项).
 *
 * @param code its code
 * @param name its name, unique among its siblings
 * @param description what belongs here and what does not
 * @param typicalKinds the kinds of case usually met here, by their names in documents; a hint, never a rule
 * @param typicalLead the department that usually leads, by its code; a hint, never a rule
 * @param keywords words in a demand's text that speak for this category; a hint, never a rule
 * @param effective from when to when cases are filed under it
 * @param successors the categories that take its place once it is retired: one if it was renamed or merged, several if
 *     it was split
 */
@DefaultingStyle
@Value.Builder
public record Category(
        CategoryCode code,
        Label name,
        Optional<Label> description,
        List<String> typicalKinds,
        Optional<String> typicalLead,
        List<String> keywords,
        Effective effective,
        List<CategoryCode> successors) {

    /** Checks and copies the parts. */
    public Category {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        typicalKinds = List.copyOf(Objects.requireNonNull(typicalKinds, "typicalKinds"));
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(typicalLead, "typicalLead");
        keywords = List.copyOf(Objects.requireNonNull(keywords, "keywords"));
        Objects.requireNonNull(effective, "effective");
        successors = List.copyOf(Objects.requireNonNull(successors, "successors"));
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
        Builder() {
            effective(Effective.ALWAYS);
        }
    }
}
