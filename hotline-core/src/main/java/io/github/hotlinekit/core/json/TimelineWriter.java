package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.privacy.AuditEntry;
import io.github.hotlinekit.core.privacy.RevealRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes timelines in the format {@value TimelineReader#FORMAT}, a line an event. A line is written whole or
 * not at all. To be used by one thread; the writer below is neither flushed nor closed.
 */
public final class TimelineWriter {

    private final Writer out;
    private final PersonalForm form;

    private TimelineWriter(Writer out, PersonalForm form) {
        this.out = Objects.requireNonNull(out, "out");
        this.form = form;
    }

    /**
     * A writer of what everybody may see: personal values are masked and say so, and a host's extensions and
     * what newer writers added are left out. No reader takes its lines for the truth.
     *
     * @param out takes the text, to be encoded in UTF-8
     * @return the writer
     */
    public static TimelineWriter masked(Writer out) {
        return new TimelineWriter(out, PersonalForm.Masked.NOTHING_KNOWN);
    }

    /**
     * A writer of everything in clear.
     *
     * @param out takes the text, to be encoded in UTF-8
     * @param request who asks, what for, and when
     * @return the writer; see {@link #audit}
     */
    public static TimelineWriter revealing(Writer out, RevealRequest request) {
        return new TimelineWriter(out, new PersonalForm.Revealing(request));
    }

    /**
     * A writer of everything, with personal values sealed.
     *
     * @param out takes the text, to be encoded in UTF-8
     * @param vault seals them
     * @return the writer
     */
    public static TimelineWriter sealing(Writer out, PersonalDataVault vault) {
        return new TimelineWriter(out, new PersonalForm.Sealing(vault));
    }

    /**
     * Writes all events of a case, as they were recorded.
     *
     * @param subject the case
     * @throws IllegalArgumentException if it has more than {@value TimelineReader#MAX_EVENTS} events, or what
     *     is written could not be read again; nothing of that event is written
     * @throws IOException if the writer below throws it
     */
    public void write(Case subject) throws IOException {
        PersonalForm ofCase = form.isMasked() ? PersonalForm.Masked.of(subject) : form;
        for (CaseEvent event : subject.events()) {
            write(subject.number(), event, ofCase);
        }
    }

    /**
     * Writes an event. A masked text has everything masked that a scan finds; what only the rest of the case
     * knows, such as the requester's name, is masked where the whole case is written.
     *
     * @param number the case's number
     * @param event the event
     * @throws IllegalArgumentException if what is written could not be read again: its sequence is above
     *     {@value TimelineReader#MAX_EVENTS}, an instant is not of the years 1970 to 9999, an extra is no
     *     JSON, or the line passes the limits of {@link TimelineReader}; nothing is written
     * @throws IOException if the writer below throws it
     */
    public void write(CaseNumber number, CaseEvent event) throws IOException {
        write(number, event, form);
    }

    private void write(CaseNumber number, CaseEvent event, PersonalForm form) throws IOException {
        Timelines.requireReadable(event);
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Json.MAPPER.createGenerator(line)) {
            EventCodec.INSTANCE.write(event, new Writing(json, form, number), EventCodec.Envelope.LINE);
        } catch (StreamConstraintsException e) {
            throw Json.tooLarge("at most " + JsonPart.MAX_DEPTH + " levels");
        }
        if (line.getBuffer().length() > Lines.MAX_LINE) {
            throw Json.tooLarge("at most " + Lines.MAX_LINE + " characters a line");
        }
        line.append('\n');
        out.append(line.getBuffer());
    }

    /**
     * What is to be written to the audit trail for everything written so far.
     *
     * @return one entry; empty if nothing personal was revealed
     */
    public Optional<AuditEntry> audit() {
        return form instanceof PersonalForm.Revealing revealing ? revealing.audit() : Optional.empty();
    }
}
