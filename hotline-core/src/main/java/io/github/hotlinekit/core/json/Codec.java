package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Values of one type and their JSON. */
abstract sealed class Codec
        permits TextCodec,
                EnumCodec,
                IntCodec,
                InstantCodec,
                OptionalCodec,
                ListCodec,
                PersonalCodec,
                RecordCodec,
                EventCodec {

    /** What stands for a value whose key was destroyed. */
    static final Object LOST = new Object();

    /**
     * The value of a node.
     *
     * @return the value, {@link #LOST}, or null after a problem was added
     */
    abstract @Nullable Object read(JsonNode node, Path path, Reading in);

    /** The value of a property that is not there; null if it must be. */
    @Nullable
    Object absent() {
        return null;
    }

    /** Writes a value that is not absent. */
    abstract void write(Object value, Writing out) throws IOException;

    /** Whether a value is written by leaving its property out. */
    boolean isAbsent(Object value) {
        return value.equals(absent());
    }
}
