package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.style.DefaultingStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A node of a taxonomy: one class of demands (事项). What its parts must be is checked together with the other categories,
 * by {@link Taxonomy#of}.
 *
 * @param code its code
 * @param name its name, of at most {@value #MAX_NAME} characters a language, in each unique among the siblings that are
 *     in force at the same time
 * @param description what belongs here and what does not, of at most {@value #MAX_DESCRIPTION} characters a language
 * @param typicalKinds the kinds of case usually met here, by their names in documents, at most {@value #MAX_KINDS}; a
 *     hint, never a rule
 * @param typicalLead the department that usually leads, by its code; a hint, never a rule
 * @param keywords literal words in a demand's text that speak for this category (关键词), at most {@value #MAX_KEYWORDS} of
 *     at most {@value #MAX_WORD} characters, in normal form each once; a hint, never a rule
 * @param effective from when to when cases are filed under it
 * @param successors the categories that take its place once it is retired, at most {@value #MAX_SUCCESSORS}: one if it
 *     was renamed or merged, several if it was split; each is in force on the day that {@code effective} ends
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

    /** The most characters of a name in one language. */
    public static final int MAX_NAME = 200;
    /** The most characters of a description in one language. */
    public static final int MAX_DESCRIPTION = 1_000;
    /** The most kinds. */
    public static final int MAX_KINDS = 16;
    /** The most keywords. */
    public static final int MAX_KEYWORDS = 64;
    /** The most characters of a keyword, a kind and the lead's code. */
    public static final int MAX_WORD = 64;
    /** The most successors. */
    public static final int MAX_SUCCESSORS = 64;

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
