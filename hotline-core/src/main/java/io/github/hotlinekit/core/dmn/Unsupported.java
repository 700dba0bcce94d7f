package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.language.Label;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that rules say and a decision table of DMN cannot.
 *
 * @param code a stable code in capitals; texts may change, codes do not
 * @param section the id of the section; empty where it is the whole rule set
 * @param rule the id of the rule; empty where it is the whole rule set
 * @param message what it is, for the one who exports
 */
public record Unsupported(String code, Optional<String> section, Optional<String> rule, Label message) {

    /** A rule asks for words: DMN has no search in normalised text. */
    public static final String KEYWORDS = "DMN_UNSUPPORTED_KEYWORDS";
    /** A rule asks for a time of the week. */
    public static final String TIME = "DMN_UNSUPPORTED_TIME";
    /** A text has a character that XML cannot hold, such as a control character. */
    public static final String CHARACTER = "DMN_UNSUPPORTED_CHARACTER";
    /** The rule set is not in force on the day. */
    public static final String NOT_IN_FORCE = "DMN_NOT_IN_FORCE";
    /** No rule is in force on the day. */
    public static final String NO_RULES = "DMN_NO_RULES";
    /** The table would have too many rows, or the document too many characters, to be read again. */
    public static final String TOO_LONG = "DMN_TOO_LONG";

    /** Checks the parts. */
    public Unsupported {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }

    static Unsupported of(String code, String zh, String en) {
        return new Unsupported(code, Optional.empty(), Optional.empty(), Label.of(zh, en));
    }

    static Unsupported of(String code, String section, String rule, String zh, String en) {
        return new Unsupported(code, Optional.of(section), Optional.of(rule), Label.of(zh, en));
    }

    /** Where, code and message, such as {@code section rulings, rule H7: DMN_UNSUPPORTED_KEYWORDS: …}. */
    @Override
    public String toString() {
        return section.map(s -> "section " + s + ", ").orElse("")
                + rule.map(r -> "rule " + r + ": ").orElse("") + code + ": " + message.en();
    }
}
