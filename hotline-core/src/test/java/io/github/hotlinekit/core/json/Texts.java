package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Documents as texts, for tests. */
final class Texts {

    static final ReadOptions OPTIONS = ReadOptions.of("t.ndjson");
    static final RevealRequest REQUEST =
            RevealRequest.of(RevealPurpose.STORE, "staff-7", Instant.parse("2026-03-02T01:00:00Z"));

    private Texts() {}

    static CaseNumber number(CaseEvent event) {
        return event instanceof CaseEvent.Registered registered
                ? registered.registration().number()
                : CaseNumber.of("SS-1");
    }

    /** The line of an event in clear. */
    static String line(CaseEvent event) {
        return lines(out -> TimelineWriter.revealing(out, REQUEST), List.of(event));
    }

    interface Open {
        TimelineWriter on(StringWriter out);
    }

    static String lines(Open open, List<? extends CaseEvent> events) {
        StringWriter out = new StringWriter();
        TimelineWriter writer = open.on(out);
        try {
            for (CaseEvent event : events) {
                writer.write(number(event), event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static List<CaseEvent> events(String text, ReadOptions options) {
        List<CaseEvent> events = new ArrayList<>();
        try {
            TimelineReader.of(options).forEachEvent(new StringReader(text), (n, e) -> events.add(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }

    static List<CaseEvent> events(String text) {
        return events(text, OPTIONS);
    }

    /** What is wrong with lines, each as place and code. */
    static List<String> wrong(String text, ReadOptions options) {
        return problems(text, options).stream()
                .map(p -> p.place() + " " + p.code())
                .toList();
    }

    static List<String> wrong(String text) {
        return wrong(text, OPTIONS);
    }

    static List<Problem> problems(String text, ReadOptions options) {
        try {
            events(text, options);
            return List.of();
        } catch (InvalidDocumentException e) {
            return e.problems();
        }
    }

    static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String document(Case subject) {
        StringWriter out = new StringWriter();
        try {
            CaseJson.writeRevealing(subject, out, REQUEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Seals by writing in base 64 what belongs together; its keys can be destroyed. */
    static final class TestVault implements PersonalDataVault {
        final Set<CaseNumber> destroyed = new HashSet<>();

        @Override
        public String seal(CaseNumber number, PersonalField field, String plain) {
            return Base64.getEncoder().encodeToString((prefix(number, field) + plain).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<String> open(CaseNumber number, PersonalField field, String sealed) {
            if (destroyed.contains(number)) {
                return Optional.empty();
            }
            String plain = new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
            if (!plain.startsWith(prefix(number, field))) {
                throw new IllegalArgumentException("not sealed here");
            }
            return Optional.of(plain.substring(prefix(number, field).length()));
        }

        private static String prefix(CaseNumber number, PersonalField field) {
            return number + "|" + field + "|";
        }
    }
}
