package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Cases out of their events. */
final class Timelines {

    /** The most events of a case that is read. */
    static final int MAX_EVENTS = 10_000;

    private static final CaseNumber NO_NUMBER = CaseNumber.of("-");
    private static final TextCodec NUMBER = TextCodec.ALL.stream()
            .filter(c -> c.type() == CaseNumber.class)
            .findFirst()
            .orElseThrow();

    private Timelines() {}

    /** The case of events; empty, with a problem at the first event that does not fit, if they make none. */
    static Optional<Case> replay(List<CaseEvent> events, IntFunction<Place> places, Problems problems) {
        try {
            return Optional.of(Case.replay(events));
        } catch (IllegalArgumentException e) {
            int wrong = Math.max(1, firstWrong(events));
            String code = "BAD_TIMELINE";
            problems.add(places.apply(wrong - 1), code, "", "an event that follows (" + withoutNumber(e, events) + ")");
            return Optional.empty();
        }
    }

    /** What does not fit, without the number of the case: a document with its columns mixed up has a name there. */
    private static String withoutNumber(IllegalArgumentException e, List<CaseEvent> events) {
        String message = String.valueOf(e.getMessage());
        if (events.get(0) instanceof CaseEvent.Registered registered) {
            String number = "case " + registered.registration().number() + ": ";
            return message.startsWith(number) ? message.substring(number.length()) : message;
        }
        return message;
    }

    /** The length of the shortest prefix that makes no case. */
    private static int firstWrong(List<CaseEvent> events) {
        int good = 0;
        int bad = events.size();
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (holds(events.subList(0, middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return bad;
    }

    private static boolean holds(List<CaseEvent> events) {
        try {
            return !Case.replay(events).events().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The number of a case; null, with a problem added, if it is missing or wrong. */
    static @Nullable CaseNumber number(JsonNode node, String name, long line, Problems problems) {
        JsonNode value = node.get(name);
        Path path = Path.ROOT.child(name);
        if (value == null) {
            problems.add(Reading.place(line, path), "MISSING_PROPERTY", "", "a property " + name);
            return null;
        }
        Reading in = new Reading(ReadOptions.of(problems.source()), problems, line, NO_NUMBER, Path.ROOT);
        return (CaseNumber) NUMBER.read(value, path, in);
    }

    /** Whether an event belongs to the case of a number; else a problem is added. */
    static boolean belongs(CaseEvent event, CaseNumber number, Path path, Reading in) {
        if (event instanceof CaseEvent.Registered registered
                && !registered.registration().number().equals(number)) {
            in.wrong(path.child("registration").child("number"), "OTHER_CASE", "the number of the case");
            return false;
        }
        return true;
    }

    static void requireReadable(CaseEvent event) {
        if (event.sequence() > MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "events of a case must be at most " + MAX_EVENTS + ", but one was number " + event.sequence());
        }
    }
}
