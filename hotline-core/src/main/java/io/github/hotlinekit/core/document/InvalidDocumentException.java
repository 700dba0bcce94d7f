package io.github.hotlinekit.core.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document could not be read. Carries every problem found in it; nothing of it was loaded. */
public final class InvalidDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    /**
     * An exception for these problems.
     *
     * @param problems at least one, in the order found
     * @throws IllegalArgumentException if there is none
     */
    public InvalidDocumentException(List<Problem> problems) {
        super(text(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Every problem found.
     *
     * @return at least one, in the order found
     */
    public List<Problem> problems() {
        return problems;
    }

    private static String text(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems must not be empty");
        }
        String shown = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        int more = problems.size() - SHOWN;
        return more > 0 ? shown + "\n… and " + more + " more" : shown;
    }
}
