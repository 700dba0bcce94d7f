package io.github.hotlinekit.examples.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.Phase;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Writes facts as rows of Parquet and as lines of NDJSON. {@link FactReader} reads them. */
public final class FactRow {

    private static final JsonFactory JSON = new JsonFactory();

    private FactRow() {}

    /**
     * The columns, each with its type. All may be null; a row that lacks a number, an instant of receipt, a channel, a
     * kind or a state is a bad one.
     *
     * @return the schema, the same each time
     */
    public static StructType schema() {
        return FactColumn.schema();
    }

    /**
     * A fact as a row of Parquet.
     *
     * @param fact the fact
     * @return a row of {@link #schema}
     */
    public static Row of(CaseFact fact) {
        return RowFactory.create(values(fact));
    }

    /**
     * A fact as a line of NDJSON, in the order of the columns, without what is absent: equal facts give equal lines.
     *
     * @param fact the fact
     * @return the line, without a line end
     */
    public static String json(CaseFact fact) {
        @Nullable Object[] values = values(fact);
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (FactColumn column : FactColumn.all()) {
                Object value = values[column.place()];
                if (value instanceof Integer number) {
                    json.writeNumberField(column.title(), number);
                } else if (value instanceof Boolean flag) {
                    json.writeBooleanField(column.title(), flag);
                } else if (value != null) {
                    json.writeStringField(column.title(), value.toString());
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return line.toString();
    }

    /** By column: a text, an instant, an Integer, a Boolean, or null. */
    private static @Nullable Object[] values(CaseFact fact) {
        CaseOutcome outcome = fact.outcome();
        @Nullable Object[] values = new @Nullable Object[FactColumn.all().size()];
        set(values, FactColumn.NUMBER, fact.number().value());
        set(values, FactColumn.REVISION, fact.revision());
        set(values, FactColumn.RECEIVED, fact.received());
        set(values, FactColumn.DUE, fact.due());
        set(values, FactColumn.COMPLETED, fact.completed());
        set(values, FactColumn.CALLED_BACK, fact.calledBack());
        set(values, FactColumn.CHANNEL, fact.channel().code());
        set(values, FactColumn.PRIORITY, fact.priority().code());
        set(values, FactColumn.REQUESTER_TYPE, fact.requesterType().code());
        set(values, FactColumn.CATEGORY, fact.category().map(Object::toString));
        set(values, FactColumn.AREA, fact.area().map(Object::toString));
        set(values, FactColumn.LEAD, fact.lead().map(Object::toString));
        String assisting = fact.assisting().stream().map(Object::toString).collect(Collectors.joining(" "));
        set(values, FactColumn.ASSISTING, assisting.isEmpty() ? Optional.empty() : Optional.of(assisting));
        set(values, FactColumn.RESPONDENT, fact.respondent());
        set(values, FactColumn.ATTRIBUTION, fact.attribution().map(Coded::code));
        set(values, FactColumn.KIND, outcome.kind().code());
        set(values, FactColumn.STATE, outcome.state().code());
        set(values, FactColumn.ENDING, outcome.ending().map(Coded::code));
        set(values, FactColumn.ANSWERED_AT_DESK, outcome.answeredAtDesk());
        set(values, FactColumn.COMPLETE, code(outcome.complete()));
        set(values, FactColumn.SIGN_FOR, code(outcome.signFor()));
        set(values, FactColumn.FIRST_CONTACT, code(outcome.firstContact()));
        set(values, FactColumn.PROMISE, code(outcome.promise()));
        set(values, FactColumn.CALLBACK, code(outcome.callback()));
        set(values, FactColumn.RESOLUTION, outcome.resolution().map(Coded::code));
        set(values, FactColumn.SATISFACTION, outcome.satisfaction().map(Coded::code));
        set(values, FactColumn.TRAITS, codes(outcome.traits()));
        set(values, FactColumn.RECORDED, codes(outcome.recorded()));
        for (Phase phase : Phase.values()) {
            int coded = fact.coded(phase);
            set(values, minutes(phase), coded < 0 ? Optional.empty() : Optional.of(coded >> 1));
        }
        set(
                values,
                FactColumn.RUNNING,
                codes(Arrays.stream(Phase.values()).filter(fact::isRunning).toList()));
        return values;
    }

    /** The column of the minutes of a phase. */
    static FactColumn minutes(Phase phase) {
        return switch (phase) {
            case TO_SIGN_FOR -> FactColumn.TO_SIGN_FOR;
            case TO_FIRST_CONTACT -> FactColumn.TO_FIRST_CONTACT;
            case TO_REPLY -> FactColumn.TO_REPLY;
            case TO_COMPLETION -> FactColumn.TO_COMPLETION;
        };
    }

    private static void set(@Nullable Object[] values, FactColumn column, Object value) {
        values[column.place()] = value;
    }

    private static void set(@Nullable Object[] values, FactColumn column, Optional<?> value) {
        values[column.place()] = value.isPresent() ? value.get() : null;
    }

    /** In the order of the enumeration, so that equal sets give equal texts. */
    private static <E extends Enum<E>> String codes(Collection<E> values) {
        return values.stream().sorted().map(FactRow::code).collect(Collectors.joining(" "));
    }

    /** The name in documents, for enumerations with labels and for those without. */
    static String code(Enum<?> value) {
        if (value instanceof Coded coded) {
            return coded.code();
        }
        StringBuilder code = new StringBuilder();
        for (String word : value.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            code.append(code.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return code.toString();
    }
}
