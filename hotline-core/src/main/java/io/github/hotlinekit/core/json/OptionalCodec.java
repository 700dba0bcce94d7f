package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values that may be absent; never null. */
final class OptionalCodec extends Codec {

    private final Codec value;

    OptionalCodec(Codec value) {
        this.value = value;
    }

    Codec value() {
        return value;
    }

    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        Object read = value.read(node, path, in);
        return read == null ? null : read == LOST ? Optional.empty() : Optional.of(read);
    }

    @Override
    Object absent() {
        return Optional.empty();
    }

    @Override
    void write(Object optional, Writing out) throws IOException {
        value.write(((Optional<?>) optional).orElseThrow(), out);
    }
}
