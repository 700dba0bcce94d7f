package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.language.Label;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An administrative division or a grid (区域).
 *
 * @param code its code
 * @param name its name
 * @param parent the area that contains it
 * @param level what sort of area it is, such as {@code street} or {@code community}
 * @param department the department that has charge of it (属地单位), if one is named
 */
@Value.Builder
public record Area(
        AreaCode code, Label name, Optional<AreaCode> parent, String level, Optional<DepartmentCode> department) {

    /** Checks the parts. */
    public Area {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(department, "department");
    }

    /**
     * A builder; code, name and level must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an area. */
    public static final class Builder extends AreaBuilder {
        Builder() {}
    }
}
