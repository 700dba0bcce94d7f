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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
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

    /** How many numbers of a dictionary are remembered a column and batch. */
    private static final int CODES = 1 << 12;

    private static final Phase[] PHASES = Phase.values();

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** How many bits of a key a column of the outcome has. */
    private static final int BITS = 10;

    /** From this number on, the outcome of a row is read anew. */
    private static final int ANEW = (1 << BITS) - 1;

    /** How many columns of the outcome go into the lower half of a key. */
    private static final int LOW = 6;

    /** Of facts whose outcome nobody reads. */
    private static final CaseFact NO_OUTCOME = withOutcome(CaseOutcome.builder()
            .kind(CaseKind.OTHER)
            .state(CaseState.REGISTERED)
            .build());

    /** The columns that the outcome is made of, all but the flag: each has few texts. */
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
    private final Texts<?>[] ofOutcome;
    private final Map<OutcomeKey, CaseFact> outcomes = new HashMap<>();
    private final RowSource rows = new RowSource(FactColumn.all());
    /** Used for each fact anew. */
    private final CaseFact.Builder fact = CaseFact.builder();

    private final boolean readsReceived;
    private final boolean readsChannel;
    private final boolean readsOutcome;
    private final Phase[] phases;

    // By row of a batch: the key of its outcome, or that it has none.
    private int[] numbers = new int[0];
    private long[] highs = new long[0];
    private long[] lows = new long[0];
    private boolean[] anew = new boolean[0];

    /** A reader of rows with all columns. */
    FactReader() {
        this(FactColumn.all());
    }

    /**
     * A reader of some columns, as {@link SpecColumns} has them. What the others hold is as if absent; where it must be
     * given, the facts have something in its place.
     */
    FactReader(Collection<FactColumn> read) {
        FactColumn.all().forEach(c -> columns.put(c.title(), c));
        this.ofOutcome = OUTCOME.stream().map(c -> texts.get(c)).toArray(Texts<?>[]::new);
        this.readsReceived = read.contains(FactColumn.RECEIVED);
        this.readsChannel = read.contains(FactColumn.CHANNEL);
        this.readsOutcome = read.contains(FactColumn.KIND);
        this.phases = Arrays.stream(PHASES)
                .filter(p -> read.contains(FactRow.minutes(p)))
                .toArray(Phase[]::new);
    }

    /** Goes on to a batch of rows: numbers of dictionaries stand for other texts from now on. */
    void batch(BatchSource source, int size) {
        texts.values().forEach(Texts::forgetCodes);
        if (readsOutcome) {
            numberOutcomes(source, size);
        }
    }

    /** The fact of a row of the batch, from 0. */
    CaseFact read(BatchSource batch, int row) throws BadRowException {
        batch.at(row);
        try {
            begin(batch);
            if (readsOutcome) {
                fact.outcomeOf(anew[row] ? newOutcome(batch) : outcome(batch, highs[row], lows[row]));
            }
            return rest(batch);
        } catch (IllegalArgumentException e) {
            throw new BadRowException(String.valueOf(e.getMessage()));
        }
    }

    /** The fact of a row of all columns, in their order. */
    CaseFact read(InternalRow row) throws BadRowException {
        return read(rows.at(row));
    }

    /** The fact of a row. */
    CaseFact read(FactSource row) throws BadRowException {
        try {
            begin(row);
            if (readsOutcome) {
                fact.outcomeOf(outcome(row));
            }
            return rest(row);
        } catch (IllegalArgumentException e) {
            throw new BadRowException(String.valueOf(e.getMessage()));
        }
    }

    /** What must be given comes first, in the order in which it is told if it is not. */
    private void begin(FactSource row) throws BadRowException {
        fact.clear()
                .number(CaseNumber.of(required(row, FactColumn.NUMBER)))
                .revision(number(row, FactColumn.REVISION, 0))
                .received(readsReceived ? instant(row, FactColumn.RECEIVED) : Instant.EPOCH)
                .channel(readsChannel ? channels.required(row) : Channel.PHONE)
                .outcomeOf(NO_OUTCOME);
    }

    private CaseFact rest(FactSource row) throws BadRowException {
        if (row.has(FactColumn.DUE)) {
            fact.due(instant(row, FactColumn.DUE));
        }
        if (row.has(FactColumn.COMPLETED)) {
            fact.completed(instant(row, FactColumn.COMPLETED));
        }
        if (row.has(FactColumn.CALLED_BACK)) {
            fact.calledBack(instant(row, FactColumn.CALLED_BACK));
        }
        if (row.has(FactColumn.PRIORITY)) {
            fact.priority(priorities.required(row));
        }
        if (row.has(FactColumn.REQUESTER_TYPE)) {
            fact.requesterType(requesterTypes.required(row));
        }
        if (row.has(FactColumn.CATEGORY)) {
            fact.category(categories.required(row));
        }
        if (row.has(FactColumn.AREA)) {
            fact.area(areas.required(row));
        }
        if (row.has(FactColumn.LEAD)) {
            fact.lead(leads.required(row));
        }
        if (row.has(FactColumn.ASSISTING)) {
            fact.assisting(assisting.required(row));
        }
        if (row.has(FactColumn.RESPONDENT)) {
            fact.respondent(respondents.required(row));
        }
        if (row.has(FactColumn.ATTRIBUTION)) {
            fact.attribution(attributions.required(row));
        }
        phases(row);
        return fact.build();
    }

    private void phases(FactSource row) throws BadRowException {
        if (phases.length == 0) {
            return;
        }
        Set<Phase> open = running.or(row, Set.of());
        for (Phase phase : phases) {
            FactColumn column = FactRow.minutes(phase);
            if (row.has(column)) {
                int minutes = row.number(column);
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

    /** A fact with the outcome of a row. */
    private CaseFact outcome(FactSource row) throws BadRowException {
        long low = flag(row, FactColumn.ANSWERED_AT_DESK) ? 1 : 0;
        long high = 0;
        for (int i = 0; i < ofOutcome.length; i++) {
            int number = ofOutcome[i].number(row);
            if (number >= ANEW) {
                return newOutcome(row);
            }
            if (i < LOW) {
                low = low << BITS | number;
            } else {
                high = high << BITS | number;
            }
        }
        return outcome(row, high, low);
    }

    private CaseFact outcome(FactSource row, long high, long low) throws BadRowException {
        OutcomeKey key = new OutcomeKey(high, low);
        CaseFact known = outcomes.get(key);
        if (known == null) {
            known = newOutcome(row);
            if (outcomes.size() < REMEMBERED) {
                outcomes.put(key, known);
            }
        }
        return known;
    }

    /** As for a row, for all rows of a batch, column by column: much faster than row by row. */
    private void numberOutcomes(BatchSource batch, int size) {
        if (size > numbers.length) {
            numbers = new int[size];
            lows = new long[size];
            highs = new long[size];
            anew = new boolean[size];
        }
        Arrays.fill(highs, 0, size, 0);
        for (int row = 0; row < size; row++) {
            lows[row] = flag(batch.at(row), FactColumn.ANSWERED_AT_DESK) ? 1 : 0;
            anew[row] = false;
        }
        for (int i = 0; i < ofOutcome.length; i++) {
            ofOutcome[i].numbers(batch, size, numbers);
            append(numbers, i < LOW ? lows : highs, anew, size);
        }
    }

    private static void append(int[] numbers, long[] keys, boolean[] anew, int size) {
        for (int row = 0; row < size; row++) {
            keys[row] = keys[row] << BITS | numbers[row];
            anew[row] |= numbers[row] >= ANEW;
        }
    }

    /** The numbers of the texts that an outcome is made of. */
    private record OutcomeKey(long high, long low) {
        @Override
        public int hashCode() {
            // The upper columns of either half have to reach the lower bits too.
            long mixed = high * 0x9E3779B97F4A7C15L ^ (high >>> 29) ^ low;
            mixed = (mixed ^ (mixed >>> 32)) * 0xC2B2AE3D27D4EB4FL;
            return (int) (mixed >>> 32);
        }
    }

    private static CaseFact withOutcome(CaseOutcome outcome) {
        return CaseFact.builder()
                .number(CaseNumber.of("0"))
                .received(Instant.EPOCH)
                .channel(Channel.PHONE)
                .outcome(outcome)
                .build();
    }

    private CaseFact newOutcome(FactSource row) throws BadRowException {
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
        if (row.has(FactColumn.ENDING)) {
            outcome.ending(endings.required(row));
        }
        if (row.has(FactColumn.RESOLUTION)) {
            outcome.resolution(resolutions.required(row));
        }
        if (row.has(FactColumn.SATISFACTION)) {
            outcome.satisfaction(grades.required(row));
        }
        return withOutcome(outcome.build());
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

    private static String required(FactSource row, FactColumn column) throws BadRowException {
        if (!row.has(column)) {
            throw new BadRowException(column.title() + " must be given");
        }
        return string(row.text(column), column);
    }

    /** Most numbers are ASCII, whose bytes are its characters. */
    private static String string(UTF8String text, FactColumn column) throws BadRowException {
        ByteBuffer bytes = text.getByteBuffer();
        int from = bytes.arrayOffset() + bytes.position();
        return isAscii(bytes.array(), from, from + bytes.remaining())
                ? new String(bytes.array(), from, bytes.remaining(), StandardCharsets.ISO_8859_1)
                : valid(text, column).toString();
    }

    private static boolean isAscii(byte[] bytes, int from, int until) {
        int bits = 0;
        for (int i = from; i < until; i++) {
            bits |= bytes[i];
        }
        return bits >= 0;
    }

    /** Turning bytes that are not UTF-8 into a String would change them without a word. */
    private static UTF8String valid(UTF8String text, FactColumn column) throws BadRowException {
        if (!text.isValid()) {
            throw new BadRowException(column.title() + " must be UTF-8");
        }
        return text;
    }

    private static Instant instant(FactSource row, FactColumn column) throws BadRowException {
        if (!row.has(column)) {
            throw new BadRowException(column.title() + " must be given");
        }
        return Instant.ofEpochSecond(Math.floorDiv(row.micros(column), MICROS));
    }

    private static int number(FactSource row, FactColumn column, int absent) {
        return row.has(column) ? row.number(column) : absent;
    }

    private static boolean flag(FactSource row, FactColumn column) {
        return row.has(column) && row.flag(column);
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

        /** By number in the dictionary of the batch at hand. */
        private @Nullable Known<T>[] coded;

        /** What is the same as in the row before is not looked up. */
        private @Nullable Known<T> last;

        @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic class.
        Texts(FactColumn column, Function<String, T> parse) {
            this.column = column;
            this.parse = parse;
            this.coded = (@Nullable Known<T>[]) new Known[0];
        }

        T required(FactSource row) throws BadRowException {
            if (!row.has(column)) {
                throw new BadRowException(column.title() + " must be given");
            }
            return known(row).value();
        }

        T or(FactSource row, T absent) throws BadRowException {
            return row.has(column) ? known(row).value() : absent;
        }

        /** Of all rows of a batch: 0 for none, and {@link #ANEW} for a text that is not right. */
        void numbers(BatchSource batch, int size, int[] into) {
            batch.codes(column, size, into);
            for (int row = 0; row < size; row++) {
                int code = into[row];
                if (code == BatchSource.NONE) {
                    into[row] = 0;
                } else {
                    Known<T> found = code >= 0 && code < coded.length ? coded[code] : null;
                    into[row] = found == null ? numberAt(batch, row) : found.number();
                }
            }
        }

        private int numberAt(BatchSource batch, int row) {
            try {
                return number(batch.at(row));
            } catch (BadRowException e) {
                // Its row will be told when its turn comes.
                return ANEW;
            }
        }

        /** 0 for none. */
        int number(FactSource row) throws BadRowException {
            return row.has(column) ? known(row).number() : 0;
        }

        void forgetCodes() {
            Arrays.fill(coded, null);
        }

        /** By the number that its dictionary has for it, if it has one. */
        private Known<T> known(FactSource row) throws BadRowException {
            int code = row.code(column);
            if (code < 0 || code >= CODES) {
                return known(row.text(column));
            }
            if (code >= coded.length) {
                coded = Arrays.copyOf(coded, Math.min(CODES, Math.max(16, 2 * code)));
            }
            Known<T> found = coded[code];
            if (found == null) {
                found = known(row.text(column));
                coded[code] = found;
            }
            return found;
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
