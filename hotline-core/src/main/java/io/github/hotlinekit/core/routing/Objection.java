package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Objects;

/**
 * A department was given the case and was relieved of it (退单): it is given the case no more.
 *
 * @param department the department
 * @param ground why, for the explanation; at most {@value #MAX_GROUND} characters
 */
public record Objection(DepartmentCode department, String ground) {

    /** The most characters of a ground. */
    public static final int MAX_GROUND = 1_000;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the ground is too long
     */
    public Objection {
        Objects.requireNonNull(department, "department");
        if (Objects.requireNonNull(ground, "ground").length() > MAX_GROUND) {
            throw new IllegalArgumentException(
                    "ground must be at most " + MAX_GROUND + " characters, but had " + ground.length());
        }
    }

    /**
     * An objection.
     *
     * @param department the department's code
     * @param ground why
     * @return the objection
     */
    public static Objection of(String department, String ground) {
        return new Objection(DepartmentCode.of(department), ground);
    }
}
