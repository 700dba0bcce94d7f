package io.github.hotlinekit.examples.rules;

/** Colours of a terminal, by what they say. */
enum Colour {
    /** All is well. */
    GOOD("32"),
    /** It is not. */
    BAD("31"),
    /** It may not be. */
    DOUBTFUL("33"),
    /** Heads a part. */
    HEAD("1");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** A text in the colour, by the sequences of ECMA-48. */
    String of(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
