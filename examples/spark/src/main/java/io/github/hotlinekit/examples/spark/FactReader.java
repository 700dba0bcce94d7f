package io.github.hotlinekit.examples.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.hotlinekit.core.cases.Attribution;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.stats.metric.CallbackOutcome;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.Trait;
import io.github.hotlinekit.stats.metric.Verdict;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of rows. Few different codes and outcomes occur in many rows: each is read once and remembered, up to a
 * limit. So a reader is for one task and not thread-safe.
 */
final class FactReader {

    /** How many different texts of a column are remembered; what comes later is read each time. */
    private static final int REMEMBERED = 100_000;

    private static final long MICROS = 1_000_000L;

    private static final Phase[] PHASES = Phase.values();

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The columns that the outcome is made of, all but the flag: each has fewer than 256 numbers or is read anew. */
    private static final List<FactColumn> OUTCOME = List.of(
            FactColumn.KIND,
            FactColumn.STATE,
            FactColumn.ENDING,
            FactColumn.COMPLETE,
            FactColumn.SIGN_FOR,
            FactColumn.FIRST_CONTACT,
            FactColumn.PROMISE,
            FactColumn.CALLBACK,
            FactColumn.RESOLUTION,
            FactColumn.SATISFACTION,
            FactColumn.TRAITS,
            FactColumn.RECORDED);

    private final Map<String, FactColumn> columns = new HashMap<>();
    private final Map<FactColumn, Texts<?>> texts = new EnumMap<>(FactColumn.class);
    private final Texts<Channel> channels = coded(FactColumn.CHANNEL, Channel.values());
    private final Texts<Priority> priorities = coded(FactColumn.PRIORITY, Priority.values());
    private final Texts<RequesterType> requesterTypes = coded(FactColumn.REQUESTER_TYPE, RequesterType.values());
    private final Texts<CategoryCode> categories = texts(FactColumn.CATEGORY, CategoryCode::of);
    private final Texts<AreaCode> areas = texts(FactColumn.AREA, AreaCode::of);
    private final Texts<DepartmentCode> leads = texts(FactColumn.LEAD, DepartmentCode::of);
    private final Texts<Set<DepartmentCode>> assisting =
            texts(FactColumn.ASSISTING, text -> several(text, DepartmentCode::of, HashSet::new));
    private final Texts<String> respondents = texts(FactColumn.RESPONDENT, text -> text);
    private final Texts<Attribution> attributions = coded(FactColumn.ATTRIBUTION, Attribution.values());
    private final Texts<CaseKind> kinds = coded(FactColumn.KIND, CaseKind.values());
    private final Texts<CaseState> states = coded(FactColumn.STATE, CaseState.values());
    private final Texts<Ending> endings = coded(FactColumn.ENDING, Ending.values());
    private final Texts<Verdict> completes = coded(FactColumn.COMPLETE, Verdict.values());
    private final Texts<Verdict> signFors = coded(FactColumn.SIGN_FOR, Verdict.values());
    private final Texts<Verdict> firstContacts = coded(FactColumn.FIRST_CONTACT, Verdict.values());
    private final Texts<Verdict> promises = coded(FactColumn.PROMISE, Verdict.values());
    private final Texts<CallbackOutcome> callbacks = coded(FactColumn.CALLBACK, CallbackOutcome.values());
    private final Texts<Resolution> resolutions = coded(FactColumn.RESOLUTION, Resolution.values());
    private final Texts<Satisfaction> grades = coded(FactColumn.SATISFACTION, Satisfaction.values());
    private final Texts<Set<Trait>> traits = sets(FactColumn.TRAITS, Trait.class);
    private final Texts<Set<Step>> recorded = sets(FactColumn.RECORDED, Step.class);
    private final Texts<Set<Phase>> running = sets(FactColumn.RUNNING, Phase.class);
    private final List<Texts<?>> ofOutcome;
    private final Map<OutcomeKey, CaseOutcome> outcomes = new HashMap<>();

    FactReader() {
        FactColumn.all().forEach(c -> columns.put(c.title(), c));
        this.ofOutcome = OUTCOME.stream().<Texts<?>>map(c -> texts.get(c)).toList();
    }

    /** The fact of a row of the columns, in their order. */
    CaseFact read(InternalRow row) throws BadRowException {
        try {
            CaseFact.Builder fact = CaseFact.builder()
                    .number(CaseNumber.of(required(row, FactColumn.NUMBER).toString()))
                    .revision(number(row, FactColumn.REVISION, 0))
                    .received(instant(row, FactColumn.RECEIVED))
                    .channel(channels.required(row))
                    .outcome(outcome(row));
            if (has(row, FactColumn.DUE)) {
                fact.due(instant(row, FactColumn.DUE));
            }
            if (has(row, FactColumn.COMPLETED)) {
                fact.completed(instant(row, FactColumn.COMPLETED));
            }
            if (has(row, FactColumn.CALLED_BACK)) {
                fact.calledBack(instant(row, FactColumn.CALLED_BACK));
            }
            if (has(row, FactColumn.PRIORITY)) {
                fact.priority(priorities.required(row));
            }
            if (has(row, FactColumn.REQUESTER_TYPE)) {
                fact.requesterType(requesterTypes.required(row));
            }
            if (has(row, FactColumn.CATEGORY)) {
                fact.category(categories.required(row));
            }
            if (has(row, FactColumn.AREA)) {
                fact.area(areas.required(row));
            }
            if (has(row, FactColumn.LEAD)) {
                fact.lead(leads.required(row));
            }
            if (has(row, FactColumn.ASSISTING)) {
                fact.assisting(assisting.required(row));
            }
            if (has(row, FactColumn.RESPONDENT)) {
                fact.respondent(respondents.required(row));
            }
            if (has(row, FactColumn.ATTRIBUTION)) {
                fact.attribution(attributions.required(row));
            }
            phases(row, fact);
            return fact.build();
        } catch (IllegalArgumentException e) {
            throw new BadRowException(String.valueOf(e.getMessage()));
        }
    }

    private void phases(InternalRow row, CaseFact.Builder fact) throws BadRowException {
        Set<Phase> open = running.or(row, Set.of());
        for (Phase phase : PHASES) {
            FactColumn column = FactRow.minutes(phase);
            if (has(row, column)) {
                int minutes = row.getInt(column.place());
                if (open.contains(phase)) {
                    fact.running(phase, minutes);
                } else {
                    fact.took(phase, minutes);
                }
            } else if (open.contains(phase)) {
                throw new BadRowException(column.title() + " must be given, as the phase is said to be running");
            }
        }
    }

    private CaseOutcome outcome(InternalRow row) throws BadRowException {
        long low = flag(row, FactColumn.ANSWERED_AT_DESK) ? 1 : 0;
        long high = 0;
        for (int i = 0; i < ofOutcome.size(); i++) {
            int number = ofOutcome.get(i).number(row);
            if (number >= 1 << 10) {
                return newOutcome(row);
            }
            if (i < 6) {
                low = low << 10 | number;
            } else {
                high = high << 10 | number;
            }
        }
        OutcomeKey key = new OutcomeKey(high, low);
        CaseOutcome known = outcomes.get(key);
        if (known == null) {
            known = newOutcome(row);
            if (outcomes.size() < REMEMBERED) {
                outcomes.put(key, known);
            }
        }
        return known;
    }

    /** The numbers of the texts that an outcome is made of. */
    private record OutcomeKey(long high, long low) {
        @Override
        public int hashCode() {
            long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL;
            return (int) (mixed >>> 32);
        }
    }

    private CaseOutcome newOutcome(InternalRow row) throws BadRowException {
        CaseOutcome.Builder outcome = CaseOutcome.builder()
                .kind(kinds.required(row))
                .state(states.required(row))
                .answeredAtDesk(flag(row, FactColumn.ANSWERED_AT_DESK))
                .complete(completes.or(row, Verdict.NO_TARGET))
                .signFor(signFors.or(row, Verdict.NO_TARGET))
                .firstContact(firstContacts.or(row, Verdict.NO_TARGET))
                .promise(promises.or(row, Verdict.NO_TARGET))
                .callback(callbacks.or(row, CallbackOutcome.NOT_ASKED))
                .traits(traits.or(row, Set.of()))
                .recorded(recorded.or(row, EnumSet.allOf(Step.class)));
        if (has(row, FactColumn.ENDING)) {
            outcome.ending(endings.required(row));
        }
        if (has(row, FactColumn.RESOLUTION)) {
            outcome.resolution(resolutions.required(row));
        }
        if (has(row, FactColumn.SATISFACTION)) {
            outcome.satisfaction(grades.required(row));
        }
        return outcome.build();
    }

    /**
     * A line of NDJSON as a row of the columns. Properties that are no column are passed over, as everywhere in the SDK's
     * documents.
     */
    InternalRow parse(byte[] line) throws BadRowException {
        @Nullable Object[] values = new @Nullable Object[FactColumn.all().size()];
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadRowException("a line must be one JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                FactColumn column = columns.get(json.currentName());
                JsonToken token = json.nextToken();
                if (column == null) {
                    json.skipChildren();
                } else if (token != JsonToken.VALUE_NULL) {
                    values[column.place()] = value(json, column);
                }
            }
            if (json.nextToken() != null) {
                throw new BadRowException("a line must be one JSON object, but goes on after it");
            }
        } catch (IOException e) {
            // What Jackson says after the first line is where, which is said elsewhere.
            throw new BadRowException("not JSON: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return new GenericInternalRow(values);
    }

    private static Object value(JsonParser json, FactColumn column) throws IOException, BadRowException {
        JsonToken token = json.currentToken();
        if (column.type().equals(DataTypes.StringType) && token == JsonToken.VALUE_STRING) {
            return UTF8String.fromString(json.getText());
        }
        if (column.type().equals(DataTypes.IntegerType) && token == JsonToken.VALUE_NUMBER_INT) {
            return json.getIntValue();
        }
        if (column.type().equals(DataTypes.BooleanType) && token.isBoolean()) {
            return json.getBooleanValue();
        }
        if (column.type().equals(DataTypes.TimestampType) && token == JsonToken.VALUE_STRING) {
            String text = json.getText();
            try {
                return Math.multiplyExact(Instant.parse(text).getEpochSecond(), MICROS);
            } catch (DateTimeException | ArithmeticException e) {
                throw new BadRowException(
                        column.title() + " must be an instant such as 2026-07-02T01:00:00Z, but was " + shown(text));
            }
        }
        throw new BadRowException(
                column.title() + " must be of type " + column.type().simpleString() + ", but was " + token);
    }

    private static boolean has(InternalRow row, FactColumn column) {
        return !row.isNullAt(column.place());
    }

    private static UTF8String required(InternalRow row, FactColumn column) throws BadRowException {
        if (!has(row, column)) {
            throw new BadRowException(column.title() + " must be given");
        }
        return valid(row.getUTF8String(column.place()), column);
    }

    /** Turning bytes that are not UTF-8 into a String would change them without a word. */
    private static UTF8String valid(UTF8String text, FactColumn column) throws BadRowException {
        if (!text.isValid()) {
            throw new BadRowException(column.title() + " must be UTF-8");
        }
        return text;
    }

    private static Instant instant(InternalRow row, FactColumn column) throws BadRowException {
        if (!has(row, column)) {
            throw new BadRowException(column.title() + " must be given");
        }
        return Instant.ofEpochSecond(Math.floorDiv(row.getLong(column.place()), MICROS));
    }

    private static int number(InternalRow row, FactColumn column, int absent) {
        return has(row, column) ? row.getInt(column.place()) : absent;
    }

    private static boolean flag(InternalRow row, FactColumn column) {
        return has(row, column) && row.getBoolean(column.place());
    }

    /** A text of a file, shortened; never a respondent's or a number, whose values are not checked by their words. */
    private static String shown(String text) {
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }

    private <T> Texts<T> texts(FactColumn column, Function<String, T> parse) {
        Texts<T> made = new Texts<>(column, parse);
        texts.put(column, made);
        return made;
    }

    private <E extends Enum<E>> Texts<E> coded(FactColumn column, E[] values) {
        return texts(column, parser(values));
    }

    private <E extends Enum<E>> Texts<Set<E>> sets(FactColumn column, Class<E> type) {
        Function<String, E> parser = parser(type.getEnumConstants());
        return texts(column, text -> several(text, parser, () -> EnumSet.noneOf(type)));
    }

    private static <E extends Enum<E>> Function<String, E> parser(E[] values) {
        Map<String, E> byCode = new HashMap<>();
        Arrays.stream(values).forEach(v -> byCode.put(FactRow.code(v), v));
        return text -> {
            E value = byCode.get(text);
            if (value == null) {
                throw new IllegalArgumentException("must be one of "
                        + Arrays.stream(values).map(FactRow::code).toList() + ", but was " + shown(text));
            }
            return value;
        };
    }

    private static <T> Set<T> several(String text, Function<String, T> parse, Supplier<Set<T>> empty) {
        Set<T> several = empty.get();
        if (!text.isEmpty()) {
            for (String one : text.split(" ", -1)) {
                several.add(parse.apply(one));
            }
        }
        return several;
    }

    /** The texts of one column that were read, each with its value and a number from 1. */
    private static final class Texts<T> {

        private final FactColumn column;
        private final Function<String, T> parse;
        private final Map<UTF8String, Known<T>> known = new HashMap<>();

        /** What is the same as in the row before is not looked up. */
        private @Nullable Known<T> last;

        Texts(FactColumn column, Function<String, T> parse) {
            this.column = column;
            this.parse = parse;
        }

        T required(InternalRow row) throws BadRowException {
            if (!has(row, column)) {
                throw new BadRowException(column.title() + " must be given");
            }
            return known(row.getUTF8String(column.place())).value();
        }

        T or(InternalRow row, T absent) throws BadRowException {
            return has(row, column) ? known(row.getUTF8String(column.place())).value() : absent;
        }

        /** 0 for none. */
        int number(InternalRow row) throws BadRowException {
            return has(row, column) ? known(row.getUTF8String(column.place())).number() : 0;
        }

        private Known<T> known(UTF8String text) throws BadRowException {
            Known<T> before = last;
            if (before != null && before.text().equals(text)) {
                return before;
            }
            Known<T> found = known.get(text);
            if (found == null) {
                // The text of a row of Spark is a view of a page that is used again.
                UTF8String kept = valid(text, column).clone();
                found = new Known<>(kept, parsed(kept.toString()), known.size() + 1);
                if (known.size() < REMEMBERED) {
                    known.put(kept, found);
                } else {
                    return found;
                }
            }
            last = found;
            return found;
        }

        private T parsed(String text) throws BadRowException {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new BadRowException(column.title() + ": " + e.getMessage());
            }
        }
    }

    private record Known<T>(UTF8String text, T value, int number) {}
}
