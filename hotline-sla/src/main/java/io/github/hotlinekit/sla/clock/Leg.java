package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Objects;

/**
 * The time that one department has a case for: from a dispatch, or from a reopening, until it has it no more.
 *
 * @param number the place among the case's legs, from 1
 * @param department the department
 * @param part whether it leads or assists
 */
public record Leg(int number, DepartmentCode department, Part part) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public Leg {
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(part, "part");
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1, but was " + number);
        }
    }
}
