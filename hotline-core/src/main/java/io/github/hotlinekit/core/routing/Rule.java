package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.style.DefaultingStyle;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One rule of a dispatch catalogue (派单目录), or one version of it: rules of the same id follow each other in time and
 * never overlap.
 *
 * @param id its name in its rule set; at most {@value #MAX_ID} characters, not blank, without blanks at its ends and
 *     without characters that look like others (full-width forms) or are not seen
 * @param title what it is about, not blank, at most {@value #MAX_TITLE} characters
 * @param when which cases it is for
 * @param then what is to be done with them
 * @param effective from when to when, in days of the rule set's zone
 * @param basis why (依据): a statute, a list of duties, minutes; not blank, at most {@value #MAX_BASIS} characters
 * @param extensions what a host adds for itself: names that begin with {@code x-} and JSON texts
 */
@DefaultingStyle
@Value.Builder
public record Rule(
        String id,
        Optional<String> title,
        Condition when,
        Directive then,
        Effective effective,
        Optional<String> basis,
        Extensions extensions)
        implements WithRule {

    /** The most characters of an id. */
    public static final int MAX_ID = 64;
    /** The most characters of a title. */
    public static final int MAX_TITLE = 200;
    /** The most characters of a basis. */
    public static final int MAX_BASIS = 1_000;

    /** Checks the parts. */
    public Rule {
        requireId("id", id);
        requireText("title", title, MAX_TITLE);
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
        Objects.requireNonNull(effective, "effective");
        requireText("basis", basis, MAX_BASIS);
        Objects.requireNonNull(extensions, "extensions");
    }

    static void requireId(String name, String id) {
        if (Objects.requireNonNull(id, name).isBlank() || id.length() > MAX_ID) {
            throw new IllegalArgumentException(
                    name + " must be 1 to " + MAX_ID + " characters and not blank, but was \"" + id + "\"");
        }
        Spelling.idFlaw(id).ifPresent(point -> {
            throw new IllegalArgumentException(name + " must have no character that looks like another, but has "
                    + Spelling.describe(point) + ": \"" + id + "\"");
        });
    }

    static void requireText(String name, Optional<String> text, int max) {
        Objects.requireNonNull(text, name).ifPresent(t -> {
            requireLength(name, t, max);
            if (t.isBlank() || Spelling.textFlaw(t).isPresent()) {
                throw new IllegalArgumentException(
                        name + " must not be blank and have no control characters, but was \"" + t + "\"");
            }
        });
    }

    static void requireLength(String name, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException(
                    name + " must be at most " + max + " characters, but had " + value.length());
        }
    }

    /**
     * A builder; id and then must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    public static final class Builder extends RuleBuilder {
        Builder() {
            when(Condition.ANY);
            effective(Effective.ALWAYS);
            extensions(Extensions.NONE);
        }
    }
}
