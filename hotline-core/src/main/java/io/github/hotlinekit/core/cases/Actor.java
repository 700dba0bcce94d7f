package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Objects;
import java.util.Optional;

/**
 * Who did something: a role, and the department it was done for. Never a person's name.
 *
 * @param role the role
 * @param department the department, where the role belongs to one
 */
public record Actor(Role role, Optional<DepartmentCode> department) {

    /** A program. */
    public static final Actor SYSTEM = of(Role.SYSTEM);

    /** Checks the parts. */
    public Actor {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(department, "department");
    }

    /**
     * Somebody of the hotline, or the citizen.
     *
     * @param role the role
     * @return the actor
     */
    public static Actor of(Role role) {
        return new Actor(role, Optional.empty());
    }

    /**
     * Somebody of a department.
     *
     * @param role the role
     * @param department the department
     * @return the actor
     */
    public static Actor of(Role role, DepartmentCode department) {
        return new Actor(role, Optional.of(department));
    }
}
