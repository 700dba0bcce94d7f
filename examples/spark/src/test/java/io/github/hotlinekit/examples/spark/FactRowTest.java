package io.github.hotlinekit.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.stats.metric.CaseFact;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class FactRowTest {

    private static final String FACT =
            "{\"number\":\"C1\",\"received\":\"2026-07-02T01:00:00.5Z\",\"channel\":\"phone\","
                    + "\"kind\":\"help\",\"state\":\"closed\"";

    private final FactReader reader = new FactReader();

    private CaseFact read(String line) throws BadRowException {
        return reader.read(reader.parse(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_line_that_was_written_is_read_as_the_same_fact() throws BadRowException {
        for (CaseFact fact : TestFacts.facts(2_000, 1)) {
            CaseFact again = read(FactRow.json(fact));
            assertThat(FactRow.json(again)).isEqualTo(FactRow.json(fact));
            assertThat(again.outcomeCode()).isEqualTo(fact.outcomeCode());
            assertThat(again.hashLow()).isEqualTo(fact.hashLow());
        }
    }

    @Test
    void what_is_absent_is_as_the_columns_say_and_unknown_properties_are_passed_over() throws BadRowException {
        CaseFact fact = read(FACT + ",\"note\":[1,{\"a\":2}],\"area\":null}");
        assertThat(FactRow.json(fact))
                .isEqualTo(
                        "{\"number\":\"C1\",\"revision\":0,\"received\":\"2026-07-02T01:00:00Z\",\"channel\":\"phone\","
                                + "\"priority\":\"normal\",\"requester_type\":\"unknown\",\"kind\":\"help\",\"state\":\"closed\","
                                + "\"answered_at_desk\":false,\"complete\":\"noTarget\",\"sign_for\":\"noTarget\","
                                + "\"first_contact\":\"noTarget\",\"promise\":\"noTarget\",\"callback\":\"notAsked\",\"traits\":\"\","
                                + "\"recorded\":\"answerAtDesk dispatch return signFor firstContact extension "
                                + "suspension urging supervision reply review callback reopening\",\"running\":\"\"}");
    }

    @Test
    void types_are_given_and_codes_are_texts() {
        assertThat(FactRow.schema().apply("category").dataType()).isEqualTo(DataTypes.StringType);
        assertThat(FactRow.schema().apply("area").dataType()).isEqualTo(DataTypes.StringType);
        assertThat(FactRow.schema().apply("received").dataType()).isEqualTo(DataTypes.TimestampType);
    }

    @Test
    void a_bad_line_says_what_is_wrong() {
        bad("[1]", "a line must be one JSON object");
        bad(FACT, "not JSON: Unexpected end-of-input");
        bad(FACT + "} {}", "a line must be one JSON object, but goes on after it");
        bad(FACT + ",\"state\":\"closed\"}", "not JSON: Duplicate field 'state'");
        bad(FACT.replace("\"phone\"", "\"fax\"") + "}", "channel: must be one of [phone, web, app, ");
        bad(FACT.replace("\"channel\":\"phone\",", "") + "}", "channel must be given");
        bad(
                FACT + ",\"traits\":\"chronicJudged repeated chronic\"}",
                "traits must have REPEATED_JUDGED where they have REPEATED, since ");
        bad(FACT + ",\"revision\":\"2\"}", "revision must be of type int, but was VALUE_STRING");
        bad(FACT + ",\"area\":35}", "area must be of type string, but was VALUE_NUMBER_INT");
        bad(
                FACT + ",\"due\":\"2026-07-02\"}",
                "due must be an instant such as 2026-07-02T01:00:00Z, but was \"2026-07-02\"");
        bad(FACT + ",\"category\":\"3.5\"}", "category: category code must be ");
        bad(FACT + ",\"traits\":\"urged late\"}", "traits: must be one of [dispatched, ");
        bad(FACT + ",\"to_reply\":-1}", "minutes of TO_REPLY must be from 0 to ");
        bad(FACT + ",\"running\":\"toReply\"}", "to_reply must be given, as the phase is said to be running");
        bad(FACT + ",\"ending\":\"merged\"}", "ending must be given for the state ENDED");
    }

    @Test
    void bytes_that_are_not_UTF_8_are_a_bad_line() {
        byte[] line = (FACT + ",\"respondent\":\"x\"}").getBytes(StandardCharsets.UTF_8);
        line[line.length - 3] = (byte) 0xff;
        assertThatThrownBy(() -> reader.read(reader.parse(line)))
                .isInstanceOf(BadRowException.class)
                .hasMessageContaining("UTF-8");
    }

    private void bad(String line, String reason) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(BadRowException.class).hasMessageStartingWith(reason);
    }
}
