package io.github.hotlinekit.core.routing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where the tables lie that a rule set includes by name. Users implement it: only they know what a name stands for, and
 * nothing here ever takes it for a path or an address. A table includes nothing itself.
 */
@FunctionalInterface
public interface RuleTables {

    /** There are no tables. */
    RuleTables NONE = name -> Optional.empty();

    /**
     * Opens a table.
     *
     * @param name its name: 1 to 64 ASCII letters, digits, {@code .}, {@code -} and {@code _}, not beginning with a
     *     {@code .}
     * @return its bytes, which the reader closes; empty if there is no table of that name
     * @throws IOException if it cannot be opened; the reading of the rule set ends with it
     */
    Optional<InputStream> open(String name) throws IOException;
}
