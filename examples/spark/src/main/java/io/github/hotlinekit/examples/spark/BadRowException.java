package io.github.hotlinekit.examples.spark;

/** Says why a row is no fact. It is caught where rows are counted, so it needs no stack. */
final class BadRowException extends Exception {

    private static final long serialVersionUID = 1L;

    BadRowException(String reason) {
        super(reason, null, false, false);
    }

    /** What is wrong with the row. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
