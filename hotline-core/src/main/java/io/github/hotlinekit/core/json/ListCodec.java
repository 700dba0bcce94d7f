package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists, and sets as lists without repetition. Absent is empty. */
final class ListCodec extends Codec {

    /** Which of both. */
    enum Kind {
        LIST,
        SET
    }

    private final Codec element;
    private final Kind kind;

    ListCodec(Codec element, Kind kind) {
        this.element = element;
        this.kind = kind;
    }

    Codec element() {
        return element;
    }

    Kind kind() {
        return kind;
    }

    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        if (!node.isArray()) {
            in.wrongType(path, node, "a list");
            return null;
        }
        Collection<Object> values = kind == Kind.LIST ? new ArrayList<>(node.size()) : new LinkedHashSet<>();
        boolean whole = true;
        for (int i = 0; i < node.size(); i++) {
            Path here = path.child(i);
            Object value = element.read(node.get(i), here, in);
            if (value == null) {
                whole = false;
            } else if (!values.add(value)) {
                in.wrong(here, "DUPLICATE_VALUE", "every element once");
                whole = false;
            }
        }
        return whole ? values : null;
    }

    @Override
    Object absent() {
        return kind == Kind.LIST ? List.of() : Set.of();
    }

    @Override
    void write(Object values, Writing out) throws IOException {
        out.json().writeStartArray();
        for (Object value : (Collection<?>) values) {
            element.write(value, out);
        }
        out.json().writeEndArray();
    }
}
