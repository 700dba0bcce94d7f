package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.document.Utf8;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An object of a JSON document, read by asking for its properties. What is missing, unknown or of the
 * wrong form is added to the {@link Problems} of the document, and reading goes on, so that an author
 * sees everything at once.
 *
 * <p>Limits: depth {@value #MAX_DEPTH}, {@value #MAX_DOCUMENT} characters a document,
 * {@value #MAX_STRING} a text, {@value #MAX_NAME} a property name, {@value #MAX_NUMBER} digits a number.
 * Repeated properties and text after the document are refused.
 */
public final class JsonPart {

    /** The most levels of nesting. */
    public static final int MAX_DEPTH = 64;
    /** The most characters in a document. */
    public static final int MAX_DOCUMENT = 16 << 20;
    /** The most characters in a text. */
    public static final int MAX_STRING = 128 << 10;
    /** The most characters in a property name. */
    public static final int MAX_NAME = 256;
    /** The most digits in a number. */
    public static final int MAX_NUMBER = 64;

    private final JsonNode node;
    private final String pointer;
    private final Problems problems;

    private JsonPart(JsonNode node, String pointer, Problems problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    /**
     * A text with its place, as an element of a list.
     *
     * @param value the text
     * @param place where it stands
     */
    public record Text(String value, Place place) {
        /** Checks the parts. */
        public Text {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(place, "place");
        }
    }

    /**
     * Reads a document whose outermost value is an object.
     *
     * @param in its text, preferably from {@link Utf8#reader}; not closed
     * @param problems takes what is wrong
     * @return the object; empty, with a problem added, if the text is no JSON object
     * @throws IOException if {@code in} throws it
     */
    public static Optional<JsonPart> read(Reader in, Problems problems) throws IOException {
        return Json.document(in, problems, Json.Wording.FULL).map(node -> new JsonPart(node, "", problems));
    }

    /**
     * Refuses every property that is not named here and does not begin with {@code x-}, so that a
     * misspelt name is never taken for an absent one.
     *
     * @param known the properties this object may have
     */
    public void allow(String... known) {
        Set<String> names = new HashSet<>(List.of(known));
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name) && !name.startsWith("x-")) {
                problems.add(
                        at(name), "UNKNOWN_PROPERTY", name, "one of " + List.of(known) + Suggestion.hint(name, names));
            }
        });
    }

    /**
     * The names of this object's properties, in the order of the document.
     *
     * @return an unmodifiable list
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    /**
     * What a host has added for itself: the properties whose names begin with {@code x-}.
     *
     * @return their JSON texts in {@linkplain JsonText#canonical(String) canonical form}, by name; without those, with a
     *     problem added, that are nested too deep
     */
    public SortedMap<String, String> extensions() {
        SortedMap<String, String> extensions = new TreeMap<>();
        for (String name : names()) {
            if (name.startsWith("x-")) {
                try {
                    extensions.put(name, JsonText.canonical(Objects.requireNonNull(node.get(name))));
                } catch (IllegalArgumentException e) {
                    problems.add(at(name), "LIMIT_EXCEEDED", "", String.valueOf(e.getMessage()));
                }
            }
        }
        return extensions;
    }

    /**
     * Whether a property is there and not null.
     *
     * @param name the property
     * @return whether it is
     */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /**
     * A text.
     *
     * @param name the property
     * @return the text; empty if absent or, with a problem added, if it is no text
     */
    public Optional<String> text(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            wrongType(at(name), value, "a text");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /**
     * A text that must be there and not blank.
     *
     * @param name the property
     * @param maxLength the most characters it may have
     * @return the text; empty, with a problem added, if absent, blank, too long or no text
     */
    public Optional<String> requiredText(String name, int maxLength) {
        if (!node.has(name)) {
            missing(name);
            return Optional.empty();
        }
        Optional<String> text = text(name);
        if (text.isPresent() && text.get().isBlank()) {
            problems.add(at(name), "BLANK", "", "a text that is not blank");
            return Optional.empty();
        }
        if (text.isPresent() && text.get().length() > maxLength) {
            problems.add(at(name), "LIMIT_EXCEEDED", text.get(), "at most " + maxLength + " characters");
            return Optional.empty();
        }
        return text;
    }

    /**
     * A text turned into a value.
     *
     * @param <T> the value's type
     * @param name the property
     * @param parse makes the value; its IllegalArgumentException or DateTimeException says the text is wrong
     * @param code the problem's code in that case
     * @param expected what would have been right
     * @return the value; empty if absent or, with a problem added, if wrong
     */
    public <T> Optional<T> parsed(String name, Function<String, T> parse, String code, String expected) {
        return text(name).flatMap(t -> parse(new Text(t, at(name)), parse, code, expected));
    }

    /**
     * A list of texts, each turned into a value. An empty list is refused: absent means any.
     *
     * @param <T> the values' type
     * @param name the property
     * @param parse makes a value; its IllegalArgumentException or DateTimeException says the text is wrong
     * @param code the problem's code in that case
     * @param expected what would have been right
     * @return the values in order; empty if absent
     */
    public <T> List<T> parsedList(String name, Function<String, T> parse, String code, String expected) {
        List<T> values = new ArrayList<>();
        for (Text text : texts(name)) {
            parse(text, parse, code, expected).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    private <T> Optional<T> parse(Text text, Function<String, T> parse, String code, String expected) {
        try {
            return Optional.of(parse.apply(text.value()));
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(text.place(), code, text.value(), expected);
            return Optional.empty();
        }
    }

    /**
     * One of a set of names.
     *
     * @param <T> the values' type
     * @param name the property
     * @param values what it may be
     * @param nameOf the name of each
     * @return the value; empty if absent or, with a problem added, if unknown
     */
    public <T> Optional<T> oneOf(String name, Collection<T> values, Function<T, String> nameOf) {
        return text(name).flatMap(t -> named(new Text(t, at(name)), values, nameOf));
    }

    /**
     * A list of names out of a set. An empty list is refused: absent means any.
     *
     * @param <T> the values' type
     * @param name the property
     * @param values what each may be
     * @param nameOf the name of each
     * @return the values in order; empty if absent
     */
    public <T> List<T> someOf(String name, Collection<T> values, Function<T, String> nameOf) {
        List<T> chosen = new ArrayList<>();
        for (Text text : texts(name)) {
            named(text, values, nameOf).ifPresent(chosen::add);
        }
        return List.copyOf(chosen);
    }

    private <T> Optional<T> named(Text text, Collection<T> values, Function<T, String> nameOf) {
        Optional<T> found = values.stream()
                .filter(v -> nameOf.apply(v).equals(text.value()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names = values.stream().map(nameOf).toList();
            problems.add(
                    text.place(),
                    "UNKNOWN_VALUE",
                    text.value(),
                    "one of " + names + Suggestion.hint(text.value(), names));
        }
        return found;
    }

    /**
     * A whole number.
     *
     * @param name the property
     * @param minInclusive the least it may be
     * @param maxInclusive the most it may be
     * @return the number; empty if absent or, with a problem added, if it is none or out of range
     */
    public OptionalInt integer(String name, int minInclusive, int maxInclusive) {
        JsonNode value = node.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < minInclusive
                || value.intValue() > maxInclusive) {
            wrongType(at(name), value, "a whole number from " + minInclusive + " to " + maxInclusive);
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.intValue());
    }

    /**
     * A list of texts with their places. An empty list is refused: absent means any.
     *
     * @param name the property
     * @return the texts in order; empty if absent
     */
    public List<Text> texts(String name) {
        List<Text> texts = new ArrayList<>();
        for (Element element : elements(name)) {
            if (element.node.isTextual()) {
                texts.add(new Text(element.node.textValue(), new Place.Pointer(element.pointer)));
            } else {
                wrongType(new Place.Pointer(element.pointer), element.node, "a text");
            }
        }
        return List.copyOf(texts);
    }

    /**
     * An object.
     *
     * @param name the property
     * @return the object; empty if absent or, with a problem added, if it is none
     */
    public Optional<JsonPart> object(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            wrongType(at(name), value, "an object");
            return Optional.empty();
        }
        return Optional.of(new JsonPart(value, child(pointer, name), problems));
    }

    /**
     * An object that must be there.
     *
     * @param name the property
     * @return the object; empty, with a problem added, if absent or no object
     */
    public Optional<JsonPart> requiredObject(String name) {
        if (!node.has(name)) {
            missing(name);
        }
        return object(name);
    }

    /**
     * A list of objects. An empty list is refused.
     *
     * @param name the property
     * @return the objects in order; empty if absent
     */
    public List<JsonPart> objects(String name) {
        List<JsonPart> objects = new ArrayList<>();
        for (Element element : elements(name)) {
            if (element.node.isObject()) {
                objects.add(new JsonPart(element.node, element.pointer, problems));
            } else {
                wrongType(new Place.Pointer(element.pointer), element.node, "an object");
            }
        }
        return List.copyOf(objects);
    }

    /**
     * A list of objects that must be there. An empty list is refused.
     *
     * @param name the property
     * @return the objects in order; empty, with a problem added, if absent or no list of objects
     */
    public List<JsonPart> requiredObjects(String name) {
        if (!node.has(name)) {
            missing(name);
        }
        return objects(name);
    }

    /** An element of a list whose elements are texts or objects. */
    public static final class Element {
        private final JsonNode node;
        private final String pointer;
        private final Problems problems;

        private Element(JsonNode node, String pointer, Problems problems) {
            this.node = node;
            this.pointer = pointer;
            this.problems = problems;
        }

        /**
         * The element as a text.
         *
         * @return the text; empty if it is none
         */
        public Optional<Text> text() {
            return node.isTextual() ? Optional.of(new Text(node.textValue(), place())) : Optional.empty();
        }

        /**
         * The element as an object.
         *
         * @param expected what would have been right if it is none
         * @return the object; empty, with a problem added, if it is none
         */
        public Optional<JsonPart> object(String expected) {
            if (!node.isObject()) {
                problems.add(place(), "WRONG_TYPE", node.toString(), expected);
                return Optional.empty();
            }
            return Optional.of(new JsonPart(node, pointer, problems));
        }

        /**
         * The place of the element.
         *
         * @return its pointer
         */
        public Place place() {
            return new Place.Pointer(pointer);
        }
    }

    /**
     * A list whose elements are texts or objects. An empty list is refused: absent means any.
     *
     * @param name the property
     * @return the elements in order; empty if absent or, with a problem added, if it is no list or an empty one
     */
    public List<Element> elements(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.isEmpty()) {
            wrongType(at(name), value, "a list that is not empty");
            return List.of();
        }
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            elements.add(new Element(value.get(i), child(pointer, name) + "/" + i, problems));
        }
        return elements;
    }

    /**
     * Whether a property is a text rather than an object or another value.
     *
     * @param name the property
     * @return whether it is a text
     */
    public boolean isText(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isTextual();
    }

    /**
     * Whether a property is a list rather than an object or another value.
     *
     * @param name the property
     * @return whether it is a list
     */
    public boolean isList(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isArray();
    }

    /**
     * Whether a property is a list without elements, which most readers refuse.
     *
     * @param name the property
     * @return whether it is
     */
    public boolean isEmptyList(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isArray() && value.isEmpty();
    }

    /**
     * The place of this object.
     *
     * @return its pointer
     */
    public Place place() {
        return new Place.Pointer(pointer);
    }

    /**
     * The place of a property.
     *
     * @param name the property
     * @return its pointer
     */
    public Place at(String name) {
        return new Place.Pointer(child(pointer, name));
    }

    /**
     * The problems of the document, for checks that need more than one property.
     *
     * @return the collection given at the start
     */
    public Problems problems() {
        return problems;
    }

    /**
     * Adds a problem: a property is not there.
     *
     * @param name the property
     */
    public void missing(String name) {
        problems.add(at(name), "MISSING_PROPERTY", "", "a property " + name);
    }

    private void wrongType(Place place, JsonNode value, String expected) {
        problems.add(place, "WRONG_TYPE", value.toString(), expected);
    }

    private static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
