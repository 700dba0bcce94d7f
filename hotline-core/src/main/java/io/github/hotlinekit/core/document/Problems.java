package io.github.hotlinekit.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Collects the problems of one document while it is read, so that its author sees all of them at
 * once. Not thread-safe; made for one reading.
 */
public final class Problems {

    /** The most problems kept of one document; reading goes no further once they are reached. */
    public static final int LIMIT = 1_000;

    private final String source;
    private final List<Problem> found = new ArrayList<>();

    private Problems(String source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * An empty collection for a document.
     *
     * @param source the document's name, as its author knows it
     * @return an empty collection
     */
    public static Problems of(String source) {
        return new Problems(source);
    }

    /**
     * The document's name.
     *
     * @return the name given at the start
     */
    public String source() {
        return source;
    }

    /**
     * Adds a problem.
     *
     * @param place where it stands
     * @param code its stable code
     * @param value what stands there
     * @param expected what would have been right
     * @throws InvalidDocumentException with all problems so far, once {@value #LIMIT} are reached
     */
    public void add(Place place, String code, String value, String expected) {
        add(new Problem(source, place, code, value, expected));
    }

    /**
     * Adds a problem.
     *
     * @param problem the problem
     * @throws InvalidDocumentException with all problems so far, once {@value #LIMIT} are reached
     */
    public void add(Problem problem) {
        found.add(Objects.requireNonNull(problem, "problem"));
        if (found.size() >= LIMIT) {
            throw new InvalidDocumentException(found);
        }
    }

    /**
     * Whether nothing was found.
     *
     * @return whether the collection is empty
     */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * What was found, in order.
     *
     * @return an unmodifiable copy
     */
    public List<Problem> toList() {
        return List.copyOf(found);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidDocumentException if anything was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidDocumentException(found);
        }
    }
}
