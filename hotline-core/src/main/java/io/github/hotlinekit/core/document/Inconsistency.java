package io.github.hotlinekit.core.document;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One thing wrong with a list of entries that belong together, such as the categories of a taxonomy: it names the entry
 * and its property, so that a reader of any form of the document can say where that stands.
 *
 * @param list the list, as the property of a JSON document is called, such as {@code categories}
 * @param index the entry's position in it, from 0
 * @param property the entry's property, as in a JSON document, such as {@code successors}
 * @param element the position in the property, from 0, if it is itself a list and one element of it is wrong
 * @param code the problem's stable code
 * @param value what stands there
 * @param expected what would have been right
 */
public record Inconsistency(
        String list, int index, String property, OptionalInt element, String code, String value, String expected) {

    /** Checks the parts. */
    public Inconsistency {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(expected, "expected");
        if (index < 0) {
            throw new IllegalArgumentException("index must be at least 0, but was " + index);
        }
    }

    /**
     * Where it stands in a JSON document whose outermost object has the list.
     *
     * @return the pointer, such as {@code /categories/3/successors/1}
     */
    public Place pointer() {
        StringBuilder pointer = new StringBuilder("/" + list + "/" + index + "/").append(property);
        element.ifPresent(e -> pointer.append('/').append(e));
        return new Place.Pointer(pointer.toString());
    }

    /** Such as {@code /categories/3/successors/1: UNKNOWN_SUCCESSOR: expected …, but was "09"}. */
    @Override
    public String toString() {
        return pointer() + ": " + code + ": expected " + expected + ", but was \"" + value + "\"";
    }
}
