package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.document.Suggestion;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events as objects: the tag of the type, the parts of the stamp, and then the components. The tag is the
 * name of the record and never that of a class: what is no tag is refused or carried, and makes nothing.
 */
final class EventCodec extends Codec {

    static final String TYPE = "type";
    static final String SEQUENCE = "sequence";
    static final String AT = "at";
    static final String RECORDED = "recorded";
    static final String ACTOR = "actor";
    /** Extras that the vault sealed. */
    static final String SEALED = PersonalCodec.SEALED;
    /** The case of a line. */
    static final String CASE = "case";
    /** The version of a line. */
    static final String VERSION = "v";
    /** That nothing is as it was. */
    static final String MASKED = PersonalCodec.MASKED;

    /** The names that no component may have. */
    static final Set<String> RESERVED = Set.of(TYPE, SEQUENCE, AT, RECORDED, ACTOR, SEALED, CASE, VERSION, MASKED);

    static final EventCodec INSTANCE = new EventCodec();

    private final SortedMap<String, RecordCodec> byTag = new TreeMap<>();
    private final Map<Class<?>, String> tags = new HashMap<>();
    private final Codec actors;

    private EventCodec() {
        Codecs types = new Codecs(this);
        actors = types.of(Actor.class);
        for (Class<?> type : CaseEvent.class.getPermittedSubclasses()) {
            if (type != CaseEvent.Opaque.class) {
                String name = type.getSimpleName();
                String tag = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                byTag.put(tag, new RecordCodec(type, 1, types));
                tags.put(type, tag);
            }
        }
    }

    /** The codecs of all types by their tags, sorted: a compiler may give the types in any order. */
    SortedMap<String, RecordCodec> byTag() {
        return byTag;
    }

    Codec actors() {
        return actors;
    }

    /** An event within another: it has extras of its own. */
    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        return read(node, path, in.nested(path), 0);
    }

    /** An event that begins at a path, beside a number of properties of its envelope. */
    @Nullable
    CaseEvent read(JsonNode node, Path path, Reading in, int envelope) {
        if (!node.isObject()) {
            in.wrongType(path, node, "an object");
            return null;
        }
        JsonNode tag = node.get(TYPE);
        if (tag == null || !tag.isTextual()) {
            if (tag == null) {
                in.wrong(path.child(TYPE), "MISSING_PROPERTY", "a property " + TYPE);
            } else {
                in.wrongType(path.child(TYPE), tag, "a text");
            }
            return null;
        }
        if (envelope == 0 && (node.has(CASE) || node.has(VERSION) || node.has(MASKED))) {
            in.wrong(path, "RESERVED_PROPERTY", "an event without " + CASE + ", " + VERSION + " and " + MASKED);
            return null;
        }
        RecordCodec codec = byTag.get(tag.textValue());
        return codec == null
                ? readUnknown(node, tag.textValue(), path, in)
                : readKnown(node, codec, path, in, envelope);
    }

    private @Nullable CaseEvent readKnown(JsonNode node, RecordCodec codec, Path path, Reading in, int envelope) {
        int lost = in.lost();
        @Nullable Object[] values = codec.room();
        Parts parts = new Parts(node, path, in);
        int present = codec.readParts(node, path, in, values) + parts.present + envelope + 1;
        if (present < node.size()) {
            codec.keepUnknown(node, path, in, RESERVED);
        }
        Stamp stamp = parts.stamp();
        if (stamp == null) {
            return null;
        }
        values[0] = stamp;
        Object event = codec.create(values, path, in, lost);
        if (event == LOST) {
            in.wrong(path, "ERASED", "a value whose key is still there");
            return null;
        }
        return (CaseEvent) event;
    }

    private @Nullable CaseEvent readUnknown(JsonNode node, String tag, Path path, Reading in) {
        if (in.options().unknownEvents() == UnknownEvents.REFUSE) {
            in.wrong(
                    path.child(TYPE),
                    "UNKNOWN_TYPE",
                    tag,
                    "a type of event that this version knows" + Suggestion.hint(tag, byTag.keySet()));
            return null;
        }
        Parts parts = new Parts(node, path, in);
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!RESERVED.contains(property.getKey())) {
                in.keep(path.child(property.getKey()), property.getValue());
            }
        }
        Stamp stamp = parts.stamp();
        if (stamp == null) {
            return null;
        }
        try {
            return new CaseEvent.Opaque(stamp, tag);
        } catch (IllegalArgumentException e) {
            in.wrong(path.child(TYPE), "BAD_VALUE", tag, Reading.demand(e));
            return null;
        }
    }

    /** What every event has. */
    private final class Parts {
        private final Path path;
        private final Reading in;
        private final int present;
        private final @Nullable Object sequence;
        private final @Nullable Object at;
        private final @Nullable Object recorded;
        private final @Nullable Object actor;

        Parts(JsonNode node, Path path, Reading in) {
            this.path = path;
            this.in = in;
            sequence = part(node, SEQUENCE, IntCodec.INSTANCE);
            at = part(node, AT, InstantCodec.INSTANCE);
            JsonNode late = node.get(RECORDED);
            recorded = late == null ? at : InstantCodec.INSTANCE.read(late, path.child(RECORDED), in);
            actor = part(node, ACTOR, actors);
            JsonNode sealed = node.get(SEALED);
            if (sealed != null) {
                ExtrasJson.open(sealed, path.child(SEALED), in);
            }
            present = 3 + (late == null ? 0 : 1) + (sealed == null ? 0 : 1);
        }

        private @Nullable Object part(JsonNode node, String name, Codec codec) {
            JsonNode value = node.get(name);
            if (value == null) {
                in.wrong(path.child(name), "MISSING_PROPERTY", "a property " + name);
                return null;
            }
            return codec.read(value, path.child(name), in);
        }

        @Nullable
        Stamp stamp() {
            if (sequence == null || at == null || recorded == null || actor == null) {
                return null;
            }
            try {
                return new Stamp((Integer) sequence, (Instant) at, (Instant) recorded, (Actor) actor, in.extras());
            } catch (IllegalArgumentException e) {
                in.wrong(path, "BAD_VALUE", Reading.demand(e));
                return null;
            }
        }
    }

    @Override
    void write(Object value, Writing out) throws IOException {
        write((CaseEvent) value, out, Envelope.NONE);
    }

    /** What stands in a line beside the event. */
    enum Envelope {
        NONE,
        LINE
    }

    void write(CaseEvent event, Writing out, Envelope envelope) throws IOException {
        Extras extras = event.stamp().extras();
        if (extras.isEmpty() || !(out.form() instanceof PersonalForm.Revealing revealing)) {
            writeKnown(event, out, envelope);
        } else {
            revealing.count(extras);
            TokenBuffer buffer = new TokenBuffer(Json.MAPPER, false);
            writeKnown(event, out.to(buffer), envelope);
            ExtrasJson.writeWith(extras, buffer, out.json());
        }
    }

    private void writeKnown(CaseEvent event, Writing out, Envelope envelope) throws IOException {
        Stamp stamp = event.stamp();
        out.json().writeStartObject();
        if (envelope == Envelope.LINE) {
            out.json().writeStringField(CASE, out.number().value());
            if (out.form().isMasked()) {
                out.json().writeBooleanField(MASKED, true);
            }
        }
        String tag = event instanceof CaseEvent.Opaque opaque
                ? opaque.type()
                : Objects.requireNonNull(tags.get(event.getClass()), "tag");
        out.json().writeStringField(TYPE, tag);
        out.json().writeNumberField(SEQUENCE, stamp.sequence());
        out.json().writeStringField(AT, InstantCodec.text(stamp.at()));
        if (!stamp.recorded().equals(stamp.at())) {
            out.json().writeStringField(RECORDED, InstantCodec.text(stamp.recorded()));
        }
        out.json().writeFieldName(ACTOR);
        actors.write(stamp.actor(), out);
        RecordCodec codec = byTag.get(tag);
        if (codec != null && !(event instanceof CaseEvent.Opaque)) {
            codec.writeParts(event, out);
        }
        if (!stamp.extras().isEmpty() && out.form() instanceof PersonalForm.Sealing sealing) {
            out.json().writeStringField(SEALED, sealing.seal(ExtrasJson.text(stamp.extras()), out.number()));
        }
        out.json().writeEndObject();
    }
}
