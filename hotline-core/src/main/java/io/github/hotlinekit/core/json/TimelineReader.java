package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads timelines in the format {@value #FORMAT}: JSON objects, one a line (NDJSON), each an event with the
 * number of its case. Nothing but a line, and the events of one case, is held in memory. Every problem is
 * found, with the number of its line, up to {@value Problems#LIMIT}, and none tells a personal value.
 *
 * <p>Limits: {@value #MAX_LINE} characters a line, {@value #MAX_EVENTS} events a case, and those of
 * {@link JsonPart} within a line. Blank lines may stand at the end only.
 *
 * <p>Immutable; readers given to it are not closed.
 */
public final class TimelineReader {

    /** The format's name and version. */
    public static final String FORMAT = "hotline-timeline/1";
    /** The most characters of a line. */
    public static final int MAX_LINE = Lines.MAX_LINE;
    /** The most events of a case. */
    public static final int MAX_EVENTS = Timelines.MAX_EVENTS;

    private static final int VERSION = 1;

    private final ReadOptions options;

    private TimelineReader(ReadOptions options) {
        this.options = options;
    }

    /**
     * A reader.
     *
     * @param options how to read
     * @return the reader
     */
    public static TimelineReader of(ReadOptions options) {
        return new TimelineReader(Objects.requireNonNull(options, "options"));
    }

    /**
     * Reads all events. Those before the first problem are given to the handler, none after it.
     *
     * @param in the text, preferably from {@link Utf8#reader}
     * @param handler takes each event and the number of its case, in order
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public void forEachEvent(Reader in, BiConsumer<CaseNumber, CaseEvent> handler) throws IOException {
        Objects.requireNonNull(handler, "handler");
        Problems problems = Problems.of(options.source());
        readLines(in, problems, (line, number, event) -> {
            if (number != null && event != null && isWithinLimit(event, line, problems) && problems.isEmpty()) {
                handler.accept(number, event);
            }
        });
        problems.throwIfAny();
    }

    /**
     * Reads all events that can be read.
     *
     * @param in the text, preferably from {@link Utf8#reader}
     * @param handler takes each event without a problem and the number of its case, in order
     * @return what is wrong with the others
     * @throws InvalidDocumentException if there are {@value Problems#LIMIT} problems: reading ends there
     * @throws IOException if {@code in} throws it
     */
    public List<Problem> forEachReadableEvent(Reader in, BiConsumer<CaseNumber, CaseEvent> handler) throws IOException {
        Objects.requireNonNull(handler, "handler");
        Problems problems = Problems.of(options.source());
        readLines(in, problems, (line, number, event) -> {
            if (number != null && event != null && isWithinLimit(event, line, problems)) {
                handler.accept(number, event);
            }
        });
        return problems.toList();
    }

    /**
     * Reads all cases. The lines of a case follow each other. The cases before the first problem are given to
     * the handler, and none after it; no case is ever given in part.
     *
     * @param in the text, preferably from {@link Utf8#reader}
     * @param handler takes each case, in order
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public void forEachCase(Reader in, Consumer<Case> handler) throws IOException {
        Objects.requireNonNull(handler, "handler");
        Problems problems = Problems.of(options.source());
        Grouping grouping = new Grouping(problems, c -> {
            if (problems.isEmpty()) {
                handler.accept(c);
            }
        });
        readLines(in, problems, grouping);
        grouping.finish();
        problems.throwIfAny();
    }

    /**
     * Reads all cases that can be read. The lines of a case follow each other. A line that cannot be read is
     * taken to be of the case before it, which is then left out.
     *
     * @param in the text, preferably from {@link Utf8#reader}
     * @param handler takes each case without a problem, in order
     * @return what is wrong with the others
     * @throws InvalidDocumentException if there are {@value Problems#LIMIT} problems: reading ends there
     * @throws IOException if {@code in} throws it
     */
    public List<Problem> forEachReadableCase(Reader in, Consumer<Case> handler) throws IOException {
        Objects.requireNonNull(handler, "handler");
        Problems problems = Problems.of(options.source());
        Grouping grouping = new Grouping(problems, handler);
        readLines(in, problems, grouping);
        grouping.finish();
        return problems.toList();
    }

    /** Whether a case has so many events at most, so that what is read can be written; else a problem is added. */
    private static boolean isWithinLimit(CaseEvent event, long line, Problems problems) {
        if (event.sequence() > MAX_EVENTS) {
            problems.add(
                    new Place.LinePointer(line, "/" + EventCodec.SEQUENCE),
                    "LIMIT_EXCEEDED",
                    Integer.toString(event.sequence()),
                    "at most " + MAX_EVENTS + " events a case");
            return false;
        }
        return true;
    }

    /** Takes what was read of a line; null is what could not be. */
    interface LineHandler {
        void line(long line, @Nullable CaseNumber number, @Nullable CaseEvent event);
    }

    private void readLines(Reader in, Problems problems, LineHandler handler) throws IOException {
        Lines lines = new Lines(Objects.requireNonNull(in, "in"));
        long blank = 0;
        while (lines.next()) {
            if (lines.isBlank() && !lines.isTooLong()) {
                blank = blank == 0 ? lines.number() : blank;
                continue;
            }
            if (blank > 0) {
                problems.add(new Place.LinePointer(blank, ""), "BLANK_LINE", "", "an event, or nothing more");
                blank = 0;
            }
            readLine(lines, problems, handler);
        }
    }

    private void readLine(Lines lines, Problems problems, LineHandler handler) throws IOException {
        long line = lines.number();
        JsonNode node = parse(lines, problems);
        if (node == null) {
            handler.line(line, null, null);
            return;
        }
        CaseNumber number = Timelines.number(node, EventCodec.CASE, line, problems);
        CaseEvent event = null;
        if (number != null) {
            Reading reading = new Reading(options, problems, line, number, Path.ROOT);
            if (node.has(EventCodec.MASKED)) {
                reading.wrong(
                        Path.ROOT.child(EventCodec.MASKED),
                        "MASKED",
                        "events as they are; a masked export cannot be read as if it were the truth");
            } else if (isOfVersion(node, reading)) {
                int envelope = node.has(EventCodec.VERSION) ? 2 : 1;
                event = EventCodec.INSTANCE.read(node, Path.ROOT, reading, envelope);
                if (event != null && !Timelines.belongs(event, number, Path.ROOT, reading)) {
                    event = null;
                }
            }
        }
        handler.line(line, number, event);
    }

    private static @Nullable JsonNode parse(Lines lines, Problems problems) throws IOException {
        long line = lines.number();
        if (lines.isTooLong()) {
            problems.add(
                    new Place.LinePointer(line, ""),
                    "LIMIT_EXCEEDED",
                    "",
                    "at most " + MAX_LINE + " characters a line");
            return null;
        }
        if (lines.bad() >= 0) {
            problems.add(
                    new Place.Position(line, lines.bad() + 1),
                    "NOT_UTF8",
                    Utf8.describe(lines.charAt(lines.bad())),
                    "text in UTF-8");
            return null;
        }
        try (JsonParser parser = Json.MAPPER.createParser(lines.chars(), lines.start(), lines.length())) {
            JsonNode node = Json.object(parser);
            if (node == null) {
                problems.add(new Place.LinePointer(line, ""), "NOT_AN_OBJECT", "", "a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            Json.add(problems, e, line, Json.Wording.DISCREET);
            return null;
        }
    }

    private static boolean isOfVersion(JsonNode node, Reading in) {
        JsonNode version = node.get(EventCodec.VERSION);
        if (version == null || (version.isInt() && version.intValue() == VERSION)) {
            return true;
        }
        Path path = Path.ROOT.child(EventCodec.VERSION);
        if (version.isIntegralNumber()) {
            in.wrong(path, "UNKNOWN_VERSION", version.asText(), "version " + VERSION);
        } else {
            in.wrongType(path, version, "version " + VERSION);
        }
        return false;
    }
}
