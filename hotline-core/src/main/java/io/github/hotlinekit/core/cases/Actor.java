package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Objects;
import java.util.Optional;

/**
 * Who did something: a role, the department it was done for, the post, and the host's reference to the
 * person. Never a person's name.
 *
 * @param role the role
 * @param department the department, where the role belongs to one
 * @param post the post
 * @param staff the person, by the host's reference
 */
public record Actor(Role role, Optional<DepartmentCode> department, Optional<Post> post, Optional<StaffRef> staff) {

    /** A program. */
    public static final Actor SYSTEM = of(Role.SYSTEM);

    /** Checks the parts. */
    public Actor {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(staff, "staff");
    }

    /**
     * Somebody of the hotline, or the citizen.
     *
     * @param role the role
     * @return the actor
     */
    public static Actor of(Role role) {
        return new Actor(role, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Somebody of a department.
     *
     * @param role the role
     * @param department the department
     * @return the actor
     */
    public static Actor of(Role role, DepartmentCode department) {
        return new Actor(role, Optional.of(department), Optional.empty(), Optional.empty());
    }

    /**
     * The same actor at a post.
     *
     * @param post the post
     * @return the actor there
     */
    public Actor at(Post post) {
        return new Actor(role, department, Optional.of(post), staff);
    }

    /**
     * The same actor as a person.
     *
     * @param staff the host's reference to the person
     * @return the actor with it
     */
    public Actor as(StaffRef staff) {
        return new Actor(role, department, post, Optional.of(staff));
    }
}
