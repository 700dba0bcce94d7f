package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of a case that a department gave to a post (子任务).
 *
 * @param number its number in the case, from 1
 * @param department the department that gave it
 * @param assignee to whom
 * @param due the last instant, inclusive, to have it done
 * @param state where it stands
 */
public record Task(int number, DepartmentCode department, Assignee assignee, Optional<Instant> due, TaskState state) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public Task {
        Checks.atLeastOne(number, "number");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(assignee, "assignee");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(state, "state");
    }

    Task in(TaskState next) {
        return new Task(number, department, assignee, due, next);
    }
}
