package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.json.JsonText;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints lines in one language, in colours where they are wanted. */
final class Printer {

    private final PrintStream stream;
    private final Language language;
    private final boolean coloured;

    Printer(PrintStream stream, Language language, boolean coloured) {
        this.stream = stream;
        this.language = language;
        this.coloured = coloured;
    }

    Language language() {
        return language;
    }

    String in(String zh, String en) {
        return Label.of(zh, en).in(language);
    }

    String in(Label label) {
        return label.in(language);
    }

    String coloured(Colour colour, String text) {
        return coloured ? colour.of(text) : text;
    }

    void line(String zh, String en) {
        stream.print(in(zh, en) + "\n");
    }

    void line(String text) {
        stream.print(text + "\n");
    }

    /** Text that ends with a line feed already. */
    void text(String text) {
        stream.print(text);
    }

    void json(Map<String, ?> object) {
        stream.print(JsonText.of(object) + "\n");
    }

    /** A problem of a document in one line. */
    void problem(Problem problem) {
        String was = problem.value().isEmpty()
                ? ""
                : in(",实为“" + problem.value() + "”", ", but was \"" + problem.value() + "\"");
        line(problem.source() + ": " + place(problem.place()) + ": " + coloured(Colour.BAD, problem.code()) + ": "
                + in("应为 ", "expected ") + problem.expected() + was);
    }

    private String place(Place place) {
        if (language == Language.EN) {
            return place.toString();
        } else if (place instanceof Place.Cell cell) {
            String header = cell.header().isEmpty() ? "" : "(" + cell.header() + ")";
            return "第 " + cell.line() + " 行第 " + cell.column() + " 列" + header;
        } else if (place instanceof Place.Position position) {
            return "第 " + position.line() + " 行第 " + position.column() + " 个字符";
        } else if (place instanceof Place.Pointer pointer && pointer.pointer().isEmpty()) {
            return "整个文档";
        }
        return place.toString();
    }

    /** A problem of a document as an object. */
    static Map<String, Object> object(Problem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("source", problem.source());
        object.put("place", problem.place().toString());
        object.put("code", problem.code());
        object.put("value", problem.value());
        object.put("expected", problem.expected());
        return object;
    }
}
