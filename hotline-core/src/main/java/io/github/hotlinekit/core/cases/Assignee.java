package io.github.hotlinekit.core.cases;

import java.util.Objects;
import java.util.Optional;

/**
 * To whom a task is given: a post, and the person who holds it where that is known (到岗到人).
 *
 * @param post the post
 * @param staff the person
 */
public record Assignee(Post post, Optional<StaffRef> staff) {
    /** Checks the parts. */
    public Assignee {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(staff, "staff");
    }

    /**
     * A post, whoever holds it.
     *
     * @param post the post
     * @return the assignee
     */
    public static Assignee of(Post post) {
        return new Assignee(post, Optional.empty());
    }
}
