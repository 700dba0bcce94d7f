package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.Role;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which extensions (延期) of a limit count.
 *
 * @param most how many, from 0 to {@value #MAX_EXTENSIONS}
 * @param each the most that one may add, in the limit's unit; empty for any
 * @param asked until when it has to be asked for
 * @param grantedBy who may grant it; empty for everybody
 */
public record ExtensionRule(int most, Optional<TimeLimit> each, Asked asked, Set<Role> grantedBy) {

    /** The most extensions that a rule may allow. */
    public static final int MAX_EXTENSIONS = 100;

    /** None count. */
    public static final ExtensionRule NONE = new ExtensionRule(0, Optional.empty(), Asked.BEFORE_DUE, Set.of());

    /** Whatever was granted counts, if it was asked for in time. */
    public static final ExtensionRule ANY =
            new ExtensionRule(MAX_EXTENSIONS, Optional.empty(), Asked.BEFORE_DUE, Set.of());

    /** Until when an extension has to be asked for. */
    public enum Asked {
        /** Before the deadline as it then is. */
        BEFORE_DUE("beforeDue"),
        /** At any time, also when it is late already. */
        ANY_TIME("anyTime");

        private final String code;

        Asked(String code) {
            this.code = code;
        }

        /**
         * Its name in documents.
         *
         * @return such as {@code beforeDue}
         */
        public String code() {
            return code;
        }
    }

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the number is out of range
     */
    public ExtensionRule {
        Objects.requireNonNull(each, "each");
        Objects.requireNonNull(asked, "asked");
        grantedBy = Set.copyOf(Objects.requireNonNull(grantedBy, "grantedBy"));
        if (most < 0 || most > MAX_EXTENSIONS) {
            throw new IllegalArgumentException("most must be from 0 to " + MAX_EXTENSIONS + ", but was " + most);
        }
    }
}
