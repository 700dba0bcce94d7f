package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Constants by their codes. */
final class EnumCodec extends Codec {

    private final Map<String, Object> byCode = new HashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final Map<Object, SerializedString> written = new HashMap<>();

    EnumCodec(Class<?> type) {
        for (Object constant : Objects.requireNonNull(type.getEnumConstants(), "constants")) {
            String code = constant instanceof Coded coded ? coded.code() : ((PersonalField) constant).code();
            byCode.put(code, constant);
            codes.add(code);
            written.put(constant, new SerializedString(code));
        }
    }

    List<String> codes() {
        return codes;
    }

    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        if (!node.isTextual()) {
            in.wrongType(path, node, "a text");
            return null;
        }
        Object constant = byCode.get(node.textValue());
        if (constant == null) {
            in.wrong(
                    path,
                    "UNKNOWN_VALUE",
                    node.textValue(),
                    "one of " + codes + Suggestion.hint(node.textValue(), codes));
        }
        return constant;
    }

    @Override
    void write(Object value, Writing out) throws IOException {
        out.json().writeString(Objects.requireNonNull(written.get(value), "code"));
    }
}
