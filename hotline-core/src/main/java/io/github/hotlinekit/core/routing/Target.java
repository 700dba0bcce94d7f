package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Objects;
import java.util.Optional;

/** Whom a rule makes lead or assist: a department, or whoever has charge of the place. */
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
     * The department that has charge of the case's area (属地管理).
     *
     * @param level of which area: the case's own or the one around it that has this level, such as {@code street};
     *     empty for the nearest that names a department
     * @param function what the department does there, such as {@code housing}; empty for the one that the area names
     */
    record Jurisdiction(Optional<String> level, Optional<String> function) implements Target {

        /** The department that the case's area names, or the nearest area around it that names one. */
        public static final Jurisdiction NEAREST = new Jurisdiction(Optional.empty(), Optional.empty());

        /** What stands for no level in documents. */
        static final String NEAREST_LEVEL = "area";

        /** The most characters of a level or a function. */
        public static final int MAX_LENGTH = 64;

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if level or function is blank or too long or has {@code /} or {@code |}, or the
         *     level is {@code area}, which stands for none in documents
         */
        public Jurisdiction {
            require("level", level);
            if (level.filter(NEAREST_LEVEL::equals).isPresent()) {
                throw new IllegalArgumentException("no level is called " + NEAREST_LEVEL + ": leave it out");
            }
            require("function", function);
        }

        private static void require(String name, Optional<String> text) {
            Objects.requireNonNull(text, name).ifPresent(t -> {
                if (t.isBlank() || t.length() > MAX_LENGTH) {
                    throw new IllegalArgumentException(
                            name + " must be 1 to " + MAX_LENGTH + " characters and not blank, but was \"" + t + "\"");
                }
                if (t.indexOf('/') >= 0
                        || t.indexOf('|') >= 0
                        || Spelling.idFlaw(t).isPresent()) {
                    throw new IllegalArgumentException(name
                            + " must have no / and | and no character that looks like another, but was \"" + t + "\"");
                }
            });
        }

        /**
         * The department that the area of a level names.
         *
         * @param level such as {@code street}
         * @return the target
         */
        public static Jurisdiction of(String level) {
            return new Jurisdiction(Optional.of(level), Optional.empty());
        }

        /**
         * The department that does something in the area of a level.
         *
         * @param level such as {@code district}
         * @param function such as {@code housing}
         * @return the target
         */
        public static Jurisdiction of(String level, String function) {
            return new Jurisdiction(Optional.of(level), Optional.of(function));
        }
    }

    /**
     * A department.
     *
     * @param code its code, such as {@code ZJJ}
     * @return the target
     * @throws IllegalArgumentException if it is no department code
     */
    static Target department(String code) {
        return new Department(DepartmentCode.of(code));
    }
}
