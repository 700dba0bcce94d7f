package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Objects;

/** Whom a rule makes lead: a department, or whoever has charge of the place. */
public sealed interface Target {

    /**
     * The department named.
     *
     * @param code its code
     */
    record Department(DepartmentCode code) implements Target {
        /** Checks the parts. */
        public Department {
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * The department that has charge of the case's area (属地管理): named by that area or by the nearest
     * area that contains it and names one.
     */
    record Jurisdiction() implements Target {}
}
