package io.github.hotlinekit.core.routing;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The check that assignments and dispatches share. */
final class Assisting {

    private Assisting() {}

    static <T> List<T> checked(List<T> assisting) {
        List<T> copy = List.copyOf(Objects.requireNonNull(assisting, "assisting"));
        if (Set.copyOf(copy).size() != copy.size()) {
            throw new IllegalArgumentException("assisting departments must differ, but were " + copy);
        }
        return copy;
    }
}
