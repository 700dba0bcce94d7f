package io.github.hotlinekit.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd HH:mm:ss,2011-07-01 01:32:33,2011-07-01T05:32:33Z",
        "MM/dd/yyyy hh:mm:ss a,02/28/2023 11:59:58 PM,2023-03-01T04:59:58Z",
        "MM/dd/yyyy hh:mm:ss a,02/28/2023 12:00:00 am,2023-02-28T05:00:00Z",
        "epochMillis,1677646798123,2023-03-01T04:59:58.123Z",
        "epochSeconds,1677646798,2023-03-01T04:59:58Z",
        "yyyy/MM/dd HH:mm:ssx,2023/01/01 05:00:00+00,2023-01-01T05:00:00Z",
        // the hour that the clock change repeats, first pass, and the one it skips
        "yyyy-MM-dd HH:mm:ss,2011-11-06 01:30:00,2011-11-06T05:30:00Z",
        "yyyy-MM-dd HH:mm:ss,2011-03-13 02:30:00,2011-03-13T07:30:00Z"
    })
    void instants_are_read_as_the_city_writes_them(String format, String text, Instant instant) {
        assertThat(Timestamps.of(List.of(format), NEW_YORK).parse(text)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd HH:mm:ss,2011-02-29 01:00:00",
        "yyyy-MM-dd HH:mm:ss,2011-07-01",
        "yyyy-MM-dd HH:mm:ss,2011-07-01 24:00:00",
        "MM/dd/yyyy hh:mm:ss a,28/02/2023 11:59:58 PM",
        "MM/dd/yyyy hh:mm:ss a,02/28/2023 13:59:58 PM",
        "epochMillis,-1",
        "epochMillis,1e12",
        "epochMillis,999999999999999999",
        "epochSeconds,１６７７"
    })
    void what_is_no_instant_is_empty(String format, String text) {
        assertThat(Timestamps.of(List.of(format), NEW_YORK).parse(text)).isEmpty();
    }

    @Test
    void several_formats_are_tried_in_order() {
        Timestamps both = Timestamps.of(List.of("epochMillis", "yyyy-MM-dd HH:mm:ss"), NEW_YORK);
        assertThat(both.parse("2011-07-01 01:32:33")).isPresent();
        assertThat(both.parse("1000")).contains(Instant.ofEpochSecond(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Timestamps.of(List.of("bbb"), NEW_YORK));
    }

    @Test
    void the_longest_listed_key_gives_the_value() {
        ValueMap<String> map = new ValueMap<>(
                List.of("reason", "type"), Map.of("Trees", "a", "Trees > Pruning", "b"), Optional.of("c"));
        assertThat(map.valueOf(List.of("Trees", "Pruning"))).contains("b");
        assertThat(map.valueOf(List.of("Trees", "Planting"))).contains("a");
        assertThat(map.valueOf(List.of("Lights", "Pruning"))).contains("c");
        assertThat(ValueMap.constant(1).valueOf(List.of())).contains(1);
    }

    @Test
    void every_number_is_new_once_and_seen_ever_after() {
        SeenNumbers seen = new SeenNumbers();
        for (int round = 0; round < 2; round++) {
            for (String number :
                    List.of("1", "01", "001", "0", "999999999999999999", "1000000000000000000", "a", "-1", "工单")) {
                assertThat(seen.add(number)).as(number).isEqualTo(round == 0);
            }
        }
    }

    @Test
    void columns_stand_straight_with_wide_characters() {
        String table = TerminalTable.of("诉求类型 kind", "量")
                .row("咨询", "1")
                .row("complaint", "23,456")
                .toString();
        assertThat(table.lines().map(TerminalTable::width).distinct()).hasSize(1);
        assertThat(table.lines()
                        .skip(2)
                        .map(l -> TerminalTable.width(l.substring(0, l.lastIndexOf(' '))))
                        .toList())
                .isNotEmpty();
        assertThat(TerminalTable.width("咨询 a")).isEqualTo(6);
    }
}
