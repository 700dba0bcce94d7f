package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * A unit that can be given a case (承办单位).
 *
 * @param code its code
 * @param name its name
 * @param type what sort of unit it is, such as {@code bureau} or {@code street}; {@value #PLACEHOLDER} for no unit
 * @param functions what it does (职能), for display
 */
@Value.Builder
public record Department(DepartmentCode code, Label name, String type, List<String> functions) {

    /** The type of an entry that stands for another unit, and so can never be given a case. */
    public static final String PLACEHOLDER = "placeholder";

    /** Checks and copies the parts. */
    public Department {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        functions = List.copyOf(Objects.requireNonNull(functions, "functions"));
    }

    /**
     * Whether this stands for another unit, such as the street of a case's area, and is none itself.
     *
     * @return whether the type is {@value #PLACEHOLDER}
     */
    public boolean isPlaceholder() {
        return type.equals(PLACEHOLDER);
    }

    /**
     * A builder; code, name and type must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a department. */
    public static final class Builder extends DepartmentBuilder {
        Builder() {}
    }
}
