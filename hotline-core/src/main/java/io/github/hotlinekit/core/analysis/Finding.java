package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something about rules that their authors should know.
 *
 * @param code what it is
 * @param severity how grave it is
 * @param rules the ids of the rules it is about; none if it is about all of them
 * @param others the ids of the rules that have a part in it: that cover, that overlap, that are overridden
 * @param message what it is, in full
 * @param witness a case that shows it, where one can
 */
public record Finding(
        FindingCode code,
        Severity severity,
        List<String> rules,
        List<String> others,
        Label message,
        Optional<Witness> witness) {

    /** Checks and copies the parts. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        rules = List.copyOf(Objects.requireNonNull(rules, "rules"));
        others = List.copyOf(Objects.requireNonNull(others, "others"));
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(witness, "witness");
    }
}
