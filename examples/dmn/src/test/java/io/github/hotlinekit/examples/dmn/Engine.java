package io.github.hotlinekit.examples.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine that has loaded the tables. */
interface Engine {

    /**
     * Evaluates the decision {@code route}.
     *
     * @param facts the facts by the names of the inputs; those that are missing are null
     * @return the outputs by name, or nothing if no row matches
     */
    Optional<Map<String, Object>> route(Map<String, Object> facts);

    /**
     * Evaluates the decision {@code assist}.
     *
     * @param facts as above
     * @return the outputs of every row that matches, in order
     */
    List<Map<String, Object>> assist(Map<String, Object> facts);
}
