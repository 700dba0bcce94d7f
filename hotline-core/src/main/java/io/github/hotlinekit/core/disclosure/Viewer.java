package io.github.hotlinekit.core.disclosure;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who looks at cases.
 *
 * @param audience as whom
 * @param department the department that the viewer belongs to; one of a department names it
 */
public record Viewer(Audience audience, Optional<DepartmentCode> department) {

    /** The hotline. */
    public static final Viewer HOTLINE = new Viewer(Audience.HOTLINE, Optional.empty());

    /** Who supervises departments and hotline. */
    public static final Viewer SUPERVISOR = new Viewer(Audience.SUPERVISOR, Optional.empty());

    /** The citizen. That the case is this citizen's own is for the host to make sure. */
    public static final Viewer CITIZEN = new Viewer(Audience.CITIZEN, Optional.empty());

    /** Everybody. */
    public static final Viewer PUBLIC = new Viewer(Audience.PUBLIC, Optional.empty());

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a viewer of a department does not name it
     */
    public Viewer {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(department, "department");
        if (audience == Audience.DEPARTMENT && department.isEmpty()) {
            throw new IllegalArgumentException("a viewer of a department must name it, but named none");
        }
    }

    /**
     * A viewer of a department.
     *
     * @param department the department
     * @return the viewer
     */
    public static Viewer of(DepartmentCode department) {
        return new Viewer(Audience.DEPARTMENT, Optional.of(department));
    }

    /**
     * The viewer that an actor is by role: the roles of departments see as departments, citizens as citizens,
     * supervisors as such, and all other roles, programs too, as the hotline.
     *
     * @param actor the actor
     * @return the viewer
     * @throws IllegalArgumentException if the role is one of a department, and the actor names none
     */
    public static Viewer of(Actor actor) {
        return new Viewer(Audience.of(actor.role()), actor.department());
    }
}
