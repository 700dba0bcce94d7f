package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.privacy.AuditEntry;
import io.github.hotlinekit.core.privacy.RevealRequest;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads and writes a case as one JSON document of the format {@value #FORMAT}: its number and all its events.
 * What a newer writer added to events is kept and written back; the document itself has no other properties.
 * A document is written whole or not at all; readers and writers given are not closed.
 *
 * <p>Limits: those of {@link JsonPart}, and {@value TimelineReader#MAX_EVENTS} events.
 */
public final class CaseJson {

    /** The format's name and version. */
    public static final String FORMAT = "hotline-case/1";

    private static final String FORMAT_NAME = "format";
    private static final String NUMBER = "number";
    private static final String EVENTS = "events";
    private static final List<String> NAMES = List.of(FORMAT_NAME, NUMBER, EVENTS);

    private CaseJson() {}

    /**
     * Reads a case.
     *
     * @param in the text, preferably from {@link Utf8#reader}
     * @param options how to read
     * @return the case
     * @throws InvalidDocumentException with every problem, if there is one; none tells a personal value
     * @throws IOException if {@code in} throws it
     */
    public static Case read(Reader in, ReadOptions options) throws IOException {
        Problems problems = Problems.of(options.source());
        Optional<Case> read =
                Json.document(in, problems, Json.Wording.DISCREET).flatMap(node -> read(node, options, problems));
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private static Optional<Case> read(JsonNode node, ReadOptions options, Problems problems) {
        if (node.has(EventCodec.MASKED)) {
            problems.add(
                    new Place.Pointer("/" + EventCodec.MASKED),
                    "MASKED",
                    "",
                    "a case as it is; a masked export cannot be read as if it were the truth");
            return Optional.empty();
        }
        JsonNode format = node.get(FORMAT_NAME);
        if (format == null) {
            problems.add(new Place.Pointer("/" + FORMAT_NAME), "MISSING_PROPERTY", "", FORMAT);
        } else if (!FORMAT.equals(format.textValue())) {
            problems.add(
                    new Place.Pointer("/" + FORMAT_NAME),
                    "UNSUPPORTED_FORMAT",
                    Reading.shown(format.isTextual() ? format.textValue() : ""),
                    FORMAT);
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = property.getKey();
            if (!NAMES.contains(name)) {
                problems.add(
                        Reading.place(0, Path.ROOT.child(name)),
                        "UNKNOWN_PROPERTY",
                        Reading.shown(name),
                        "one of " + NAMES + Suggestion.hint(name, NAMES));
            }
        }
        Optional<CaseNumber> number = Optional.ofNullable(Timelines.number(node, NUMBER, 0, problems));
        JsonNode events = node.get(EVENTS);
        if (events == null) {
            problems.add(new Place.Pointer("/" + EVENTS), "MISSING_PROPERTY", "", "a property " + EVENTS);
        } else if (!events.isArray() || events.isEmpty()) {
            problems.add(new Place.Pointer("/" + EVENTS), "WRONG_TYPE", "", "a list that is not empty");
        } else if (events.size() > Timelines.MAX_EVENTS) {
            problems.add(
                    new Place.Pointer("/" + EVENTS),
                    "LIMIT_EXCEEDED",
                    "",
                    "at most " + Timelines.MAX_EVENTS + " events a case");
        } else if (number.isPresent()) {
            return read(events, number.get(), options, problems);
        }
        return Optional.empty();
    }

    private static Optional<Case> read(JsonNode events, CaseNumber number, ReadOptions options, Problems problems) {
        List<CaseEvent> read = new ArrayList<>(events.size());
        Path all = Path.ROOT.child(EVENTS);
        for (int i = 0; i < events.size(); i++) {
            Path path = all.child(i);
            Reading reading = new Reading(options, problems, 0, number, path);
            CaseEvent event = EventCodec.INSTANCE.read(events.get(i), path, reading, 0);
            if (event != null && Timelines.belongs(event, number, path, reading)) {
                read.add(event);
            }
        }
        return problems.isEmpty()
                ? Timelines.replay(read, i -> Reading.place(0, all.child(i)), problems)
                : Optional.empty();
    }

    /**
     * Writes what everybody may see of a case: personal values are masked and say so, in texts too as far as the
     * case knows them or a scan finds them, and a host's extensions and what newer writers added are left out.
     * No reader takes the document for the truth.
     *
     * @param subject the case
     * @param out takes the text, to be encoded in UTF-8
     * @throws IllegalArgumentException if what is written could not be read again: the case has more than
     *     {@value TimelineReader#MAX_EVENTS} events, an instant is not of the years 1970 to 9999, or the
     *     document passes the limits of {@link JsonPart}; nothing is written
     * @throws IOException if {@code out} throws it
     */
    public static void write(Case subject, Writer out) throws IOException {
        write(subject, out, PersonalForm.Masked.of(subject));
    }

    /**
     * Writes everything of a case in clear.
     *
     * @param subject the case
     * @param out takes the text, to be encoded in UTF-8
     * @param request who asks, what for, and when
     * @return what is to be written to the audit trail; empty if there was nothing personal
     * @throws IllegalArgumentException as {@link #write} does, or if an extra is no JSON; nothing is written
     * @throws IOException if {@code out} throws it
     */
    public static Optional<AuditEntry> writeRevealing(Case subject, Writer out, RevealRequest request)
            throws IOException {
        PersonalForm.Revealing form = new PersonalForm.Revealing(request);
        write(subject, out, form);
        return form.audit();
    }

    /**
     * Writes everything of a case, with personal values sealed.
     *
     * @param subject the case
     * @param out takes the text, to be encoded in UTF-8
     * @param vault seals them
     * @throws IllegalArgumentException as {@link #writeRevealing} does, or if a sealed text is too long;
     *     nothing is written
     * @throws IOException if {@code out} throws it
     */
    public static void writeSealing(Case subject, Writer out, PersonalDataVault vault) throws IOException {
        write(subject, out, new PersonalForm.Sealing(vault));
    }

    private static void write(Case subject, Writer out, PersonalForm form) throws IOException {
        Objects.requireNonNull(out, "out");
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
            Writing writing = new Writing(json, form, subject.number());
            json.writeStartObject();
            json.writeStringField(FORMAT_NAME, FORMAT);
            if (form.isMasked()) {
                json.writeBooleanField(EventCodec.MASKED, true);
            }
            json.writeStringField(NUMBER, subject.number().value());
            json.writeArrayFieldStart(EVENTS);
            for (CaseEvent event : subject.events()) {
                Timelines.requireReadable(event);
                EventCodec.INSTANCE.write(event, writing, EventCodec.Envelope.NONE);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (StreamConstraintsException e) {
            throw Json.tooLarge("at most " + JsonPart.MAX_DEPTH + " levels");
        }
        if (text.getBuffer().length() > JsonPart.MAX_DOCUMENT) {
            throw Json.tooLarge("at most " + JsonPart.MAX_DOCUMENT + " characters");
        }
        out.append(text.getBuffer());
    }
}
