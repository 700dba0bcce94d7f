package io.github.hotlinekit.core.routing;

import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One rule of a dispatch catalogue (派单目录).
 *
 * @param id its name, unique in its rule set; not blank, at most {@value #MAX_ID} characters
 * @param title what it is about, at most {@value #MAX_TITLE} characters
 * @param when which cases it is for
 * @param then what is to be done with them
 * @param basis why (依据): a statute, a list of duties, minutes; at most {@value #MAX_BASIS} characters
 */
@Value.Builder
public record Rule(String id, Optional<String> title, Condition when, Directive then, Optional<String> basis) {

    /** The most characters of an id. */
    public static final int MAX_ID = 64;
    /** The most characters of a title. */
    public static final int MAX_TITLE = 200;
    /** The most characters of a basis. */
    public static final int MAX_BASIS = 1_000;

    /** Checks the parts. */
    public Rule {
        if (Objects.requireNonNull(id, "id").isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        requireLength("id", id, MAX_ID);
        requireLength("title", Objects.requireNonNull(title, "title").orElse(""), MAX_TITLE);
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
        requireLength("basis", Objects.requireNonNull(basis, "basis").orElse(""), MAX_BASIS);
    }

    private static void requireLength(String name, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException(
                    name + " must be at most " + max + " characters, but had " + value.length());
        }
    }

    /**
     * A builder; id, when and then must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    public static final class Builder extends RuleBuilder {
        Builder() {}
    }
}
