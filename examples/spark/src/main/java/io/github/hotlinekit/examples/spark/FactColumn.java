package io.github.hotlinekit.examples.spark;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a fact in Parquet, and its properties in NDJSON. Types are given and never inferred: a category such as
 * {@code 03.05.06} looks like a date and an area like a number that may lose its zeros.
 *
 * <p>Codes are those of the SDK's documents, such as {@code partlyResolved}. Several codes stand in one text with a blank
 * between, since a column of lists costs Parquet more than it tells. An instant is a timestamp in Parquet and a text such as
 * {@code 2026-07-02T01:00:00Z} in NDJSON; its fraction of a second is dropped.
 */
enum FactColumn {
    /** The case number; must be given. */
    NUMBER(DataTypes.StringType),
    /** How many of its events are in the fact; 0 if not given. */
    REVISION(DataTypes.IntegerType),
    /** When it was received; must be given. */
    RECEIVED(DataTypes.TimestampType),
    /** The first instant that is too late. */
    DUE(DataTypes.TimestampType),
    /** When it was completed. */
    COMPLETED(DataTypes.TimestampType),
    /** When the citizen was called back, or last tried. */
    CALLED_BACK(DataTypes.TimestampType),
    /** The way it came in; must be given. */
    CHANNEL(DataTypes.StringType),
    /** How urgent it is; {@code normal} if not given. */
    PRIORITY(DataTypes.StringType),
    /** What kind of person or body raised it; {@code unknown} if not given. */
    REQUESTER_TYPE(DataTypes.StringType),
    /** What it is about, such as {@code 03.05.06}. */
    CATEGORY(DataTypes.StringType),
    /** Where it is: digits. */
    AREA(DataTypes.StringType),
    /** The department that leads, or led last. */
    LEAD(DataTypes.StringType),
    /** The departments that assist: codes. */
    ASSISTING(DataTypes.StringType),
    /** The company or body complained of. */
    RESPONDENT(DataTypes.StringType),
    /** What it was found to come from. */
    ATTRIBUTION(DataTypes.StringType),
    /** The kind of demand; must be given. */
    KIND(DataTypes.StringType),
    /** Where it stands; must be given. */
    STATE(DataTypes.StringType),
    /** How it ended without handling. */
    ENDING(DataTypes.StringType),
    /** Whether it was answered in the call; false if not given. */
    ANSWERED_AT_DESK(DataTypes.BooleanType),
    /** Whether it was completed in time; {@code noTarget} if not given, as for the next three. */
    COMPLETE(DataTypes.StringType),
    /** Whether the lead signed for it in time. */
    SIGN_FOR(DataTypes.StringType),
    /** Whether the citizen was contacted in time. */
    FIRST_CONTACT(DataTypes.StringType),
    /** Whether the promise of its source was kept. */
    PROMISE(DataTypes.StringType),
    /** What came of the callback; {@code notAsked} if not given. */
    CALLBACK(DataTypes.StringType),
    /** What the citizen said of the result. */
    RESOLUTION(DataTypes.StringType),
    /** The citizen's grade. */
    SATISFACTION(DataTypes.StringType),
    /** What else is so of it: codes; repeated, raisedAgain and chronic each with that it was judged, as repeatedJudged. */
    TRAITS(DataTypes.StringType),
    /** The steps that its source records: codes; every step if not given, none if empty. */
    RECORDED(DataTypes.StringType),
    /** Whole minutes to the sign-for; as the next three, empty if not measured. */
    TO_SIGN_FOR(DataTypes.IntegerType),
    /** Whole minutes to the first contact. */
    TO_FIRST_CONTACT(DataTypes.IntegerType),
    /** Whole minutes to the reply. */
    TO_REPLY(DataTypes.IntegerType),
    /** Whole minutes to the completion. */
    TO_COMPLETION(DataTypes.IntegerType),
    /** Those of the four phases that are still running: codes, such as {@code toReply}. */
    RUNNING(DataTypes.StringType);

    private static final List<FactColumn> ALL = List.of(values());
    private static final Set<FactColumn> OUTCOME = Collections.unmodifiableSet(EnumSet.range(KIND, RECORDED));

    private final DataType type;

    FactColumn(DataType type) {
        this.type = type;
    }

    static List<FactColumn> all() {
        return ALL;
    }

    /** What became of the case: the parts of its outcome. */
    static Set<FactColumn> outcome() {
        return OUTCOME;
    }

    /** All of them, in order; each may be null. */
    static StructType schema() {
        return new StructType(Arrays.stream(values())
                .map(c -> DataTypes.createStructField(c.title(), c.type, true))
                .toArray(StructField[]::new));
    }

    DataType type() {
        return type;
    }

    /** Which column of a row it is, from 0. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    /** Its name in files: the Java name in lower case. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
