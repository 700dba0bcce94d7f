package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.style.DefaultingStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A unit that can be given a case (承办单位).
 *
 * @param code its code
 * @param name its name
 * @param type what sort of unit it is, such as {@code bureau} or {@code street}; {@value #PLACEHOLDER} for no unit
 * @param functions what it does (职能), such as {@code housing}
 * @param level its level (层级), such as {@code city}, {@code district} or {@code street}
 * @param parent the unit that it is part of
 * @param supervisedBy the department that supervises it (主管部门), such as a bureau a company
 * @param areas the areas in which it does what it does (管辖区域); none says nothing about that
 * @param effective from when to when it exists
 * @param successors the units that took its place on a reform
 */
@DefaultingStyle
@Value.Builder
public record Department(
        DepartmentCode code,
        Label name,
        String type,
        List<String> functions,
        Optional<String> level,
        Optional<DepartmentCode> parent,
        Optional<DepartmentCode> supervisedBy,
        List<AreaCode> areas,
        Effective effective,
        List<DepartmentCode> successors) {

    /** The type of an entry that stands for another unit, and so can never be given a case. */
    public static final String PLACEHOLDER = "placeholder";

    /** Checks and copies the parts. */
    public Department {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(supervisedBy, "supervisedBy");
        areas = List.copyOf(Objects.requireNonNull(areas, "areas"));
        Objects.requireNonNull(effective, "effective");
        successors = List.copyOf(Objects.requireNonNull(successors, "successors"));
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
        Builder() {
            effective(Effective.ALWAYS);
        }
    }
}
