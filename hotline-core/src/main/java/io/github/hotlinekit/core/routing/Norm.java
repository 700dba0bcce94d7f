package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.style.DefaultingStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What must hold of all decisions of a rule set, whatever its rules (规范约束), such as that a street never leads in
 * matters of law enforcement.
 *
 * @param id its name, unique in its rule set; not blank, at most {@value Rule#MAX_ID} characters
 * @param title what it says, at most {@value Rule#MAX_TITLE} characters
 * @param mode whether the pattern is forbidden or demanded
 * @param when which cases it speaks of
 * @param then which decisions are forbidden or demanded
 * @param except the ids of rules that may break it
 * @param basis why, at most {@value Rule#MAX_BASIS} characters
 */
@DefaultingStyle
@Value.Builder
public record Norm(
        String id,
        Optional<String> title,
        Mode mode,
        Condition when,
        OutcomePattern then,
        List<String> except,
        Optional<String> basis) {

    /** Whether a norm forbids or demands. */
    public enum Mode implements Coded {
        /** No case that it speaks of is decided so. */
        NEVER("不得", "never"),
        /** Every case that it speaks of is decided so. */
        ALWAYS("必须", "always");

        private final Label label;

        Mode(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /** Checks and copies the parts. */
    public Norm {
        Rule.requireId("norm id", id);
        Rule.requireText("title", title, Rule.MAX_TITLE);
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
        except = List.copyOf(Objects.requireNonNull(except, "except"));
        Rule.requireText("basis", basis, Rule.MAX_BASIS);
    }

    /**
     * A builder; id, mode and then must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a norm. */
    public static final class Builder extends NormBuilder {
        Builder() {
            when(Condition.ANY);
        }
    }
}
