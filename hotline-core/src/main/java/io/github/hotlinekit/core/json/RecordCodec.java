package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.shape.RecordShape;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records as objects: the name of a component is that of its property, and its type says what stands there.
 * A host's extensions stand beside the other properties.
 */
final class RecordCodec extends Codec {

    private static final int MAX_NAME = Registration.MAX_EXTENSION_NAME;

    private final RecordShape shape;
    private final int first;
    private final int end;
    private final String[] names;
    private final SerializedString[] written;
    private final Codec[] codecs;
    private final Set<String> known = new HashSet<>();

    /** A codec of all components from one on; those before are somebody else's. */
    RecordCodec(Class<?> type, int first, Codecs types) {
        this.shape = RecordShape.of(type);
        List<RecordShape.Component> components = shape.components();
        this.first = first;
        int last = components.size() - 1;
        this.end = last >= first && components.get(last).type().equals(Codecs.EXTENSIONS) ? last : last + 1;
        this.names = new String[components.size()];
        this.written = new SerializedString[components.size()];
        this.codecs = new Codec[components.size()];
        for (int i = first; i < end; i++) {
            names[i] = components.get(i).name();
            written[i] = new SerializedString(names[i]);
            codecs[i] = types.of(components.get(i).type());
            known.add(names[i]);
        }
    }

    Class<?> type() {
        return shape.type();
    }

    /** The names of the properties, in order. */
    List<String> names() {
        return Arrays.asList(names).subList(first, end);
    }

    /** An array for the values of all components. */
    @Nullable
    Object[] room() {
        return new Object[codecs.length];
    }

    Codec codec(int index) {
        return codecs[first + index];
    }

    boolean hasExtensions() {
        return end < codecs.length;
    }

    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        if (!node.isObject()) {
            in.wrongType(path, node, "an object");
            return null;
        }
        int lost = in.lost();
        @Nullable Object[] values = room();
        if (readParts(node, path, in, values) < node.size()) {
            keepUnknown(node, path, in, Set.of());
        }
        return create(values, path, in, lost);
    }

    /** Reads the components into an array and tells how many properties there were; those that are wrong are null. */
    int readParts(JsonNode node, Path path, Reading in, @Nullable Object[] values) {
        int present = 0;
        for (int i = first; i < end; i++) {
            JsonNode value = node.get(names[i]);
            if (value == null) {
                values[i] = codecs[i].absent();
                if (values[i] == null) {
                    in.wrong(path.child(names[i]), "MISSING_PROPERTY", "a property " + names[i]);
                }
            } else {
                present++;
                values[i] = codecs[i].read(value, path.child(names[i]), in);
            }
        }
        if (hasExtensions()) {
            Map<String, Object> extensions = present == node.size() ? Map.of() : extensions(node, path, in);
            values[end] = extensions;
            present += extensions.size();
        }
        return present;
    }

    private static Map<String, Object> extensions(JsonNode node, Path path, Reading in) {
        Map<String, Object> extensions = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (isExtension(property.getKey(), property.getValue())) {
                Object text = Codecs.TEXT.read(property.getValue(), path.child(property.getKey()), in);
                if (text != null) {
                    extensions.put(property.getKey(), text);
                }
            }
        }
        return extensions;
    }

    /** Whether a property is the host's own; what is of another form is a newer writer's and kept as it is. */
    private static boolean isExtension(String name, JsonNode value) {
        boolean form = name.startsWith(Registration.EXTENSION_PREFIX)
                && name.length() <= MAX_NAME
                && (value.isTextual()
                        || (value.isObject()
                                && value.size() == 1
                                && (value.has(PersonalCodec.MASKED)
                                        || value.has(PersonalCodec.SEALED)
                                        || value.has(PersonalCodec.ERASED))));
        for (int i = 0; i < name.length() && form; i++) {
            char c = name.charAt(i);
            form = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || ".-_:/".indexOf(c) >= 0;
        }
        return form;
    }

    /** Keeps every property that is neither a component nor among the others. */
    void keepUnknown(JsonNode node, Path path, Reading in, Set<String> others) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = property.getKey();
            if (!known.contains(name)
                    && !others.contains(name)
                    && !(hasExtensions() && isExtension(name, property.getValue()))) {
                in.keep(path.child(name), property.getValue());
            }
        }
    }

    /** The record; null if a part is missing or the constructor refuses them. */
    @Nullable
    Object create(@Nullable Object[] values, Path path, Reading in, int lostBefore) {
        for (@Nullable Object value : values) {
            if (value == null) {
                return null;
            }
        }
        for (int i = first; i < end; i++) {
            if (values[i] == LOST) {
                return LOST;
            }
        }
        try {
            return shape.create(values);
        } catch (IllegalArgumentException e) {
            if (in.lost() > lostBefore) {
                return LOST; // such as a respondent of whom nothing but the name was known
            }
            in.wrong(path, "BAD_VALUE", Reading.demand(e));
            return null;
        }
    }

    @Override
    void write(Object value, Writing out) throws IOException {
        out.json().writeStartObject();
        writeParts(value, out);
        out.json().writeEndObject();
    }

    /** Writes the components that are there. */
    void writeParts(Object value, Writing out) throws IOException {
        for (int i = first; i < end; i++) {
            Object part = shape.get(value, i);
            if (!codecs[i].isAbsent(part)) {
                out.json().writeFieldName(written[i]);
                codecs[i].write(part, out);
            }
        }
        if (hasExtensions() && !out.form().isMasked()) {
            for (Map.Entry<?, ?> extension : ((Map<?, ?>) shape.get(value, end)).entrySet()) {
                out.json().writeFieldName((String) extension.getKey());
                Codecs.TEXT.write(extension.getValue(), out);
            }
        }
    }
}
