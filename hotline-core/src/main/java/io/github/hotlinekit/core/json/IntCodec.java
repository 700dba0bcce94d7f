package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whole numbers. */
final class IntCodec extends Codec {

    static final IntCodec INSTANCE = new IntCodec();

    private IntCodec() {}

    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        if (!node.isInt()) {
            in.wrongType(path, node, "a whole number of 32 bits");
            return null;
        }
        return node.intValue();
    }

    @Override
    void write(Object value, Writing out) throws IOException {
        out.json().writeNumber((Integer) value);
    }
}
