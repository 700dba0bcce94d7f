package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.language.Coded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What may be written in a place, and what it means.
 *
 * @param code the problem's code where something else is written
 * @param expected what is expected there
 * @param meanings the meaning of each text
 */
record Vocabulary<T>(String code, String expected, Map<String, T> meanings) {

    static <T> Vocabulary<T> of(String code, String expected, List<T> values, Function<T, String> text) {
        Map<String, T> meanings = new LinkedHashMap<>();
        values.forEach(v -> meanings.put(text.apply(v), v));
        return new Vocabulary<>(code, expected, meanings);
    }

    static <T extends Coded> Vocabulary<T> of(String code, T[] values) {
        List<T> list = List.of(values);
        return of(code, "one of " + list.stream().map(Coded::code).toList(), list, Coded::code);
    }

    static Vocabulary<String> of(String code, String expected, Stream<String> names) {
        return of(code, expected, names.distinct().sorted().toList(), Function.identity());
    }

    Optional<T> read(JsonPart.Text text, Problems problems) {
        T meaning = meanings.get(text.value());
        if (meaning == null) {
            OptionalInt flaw = Spelling.codeFlaw(text.value());
            if (flaw.isPresent()) {
                problems.add(
                        text.place(),
                        "BAD_CODE",
                        text.value(),
                        expected + ", without " + Spelling.describe(flaw.getAsInt()));
            } else {
                problems.add(
                        text.place(), code, text.value(), expected + Suggestion.hint(text.value(), meanings.keySet()));
            }
        }
        return Optional.ofNullable(meaning);
    }
}
