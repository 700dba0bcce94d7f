package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SnapshotDocumentsTest {

    private static final List<LedgerSpec> SPECS = List.of(
            Specs.WIDE,
            Specs.WIDE.withExactUpTo(3),
            Specs.WIDE.withExamples(2),
            LedgerSpec.of(List.of(), List.of(Grouping.total())));

    @Property(tries = 60)
    void what_is_written_as_json_or_bytes_is_read_as_it_was_and_written_the_same(
            @ForAll long seed, @ForAll @IntRange(max = 80) int count, @ForAll @IntRange(max = 3) int which)
            throws IOException {
        LedgerSpec spec = SPECS.get(which);
        LedgerSnapshot snapshot = Specs.ledger(spec, Specs.facts(count, seed)).snapshot();
        LedgerSnapshot fromJson = LedgerSnapshot.readJson(new StringReader(snapshot.json()), "json", spec);
        assertThat(fromJson).isEqualTo(snapshot);
        assertThat(fromJson.json()).isEqualTo(snapshot.json());
        LedgerSnapshot fromBytes = read(snapshot.bytes(), spec);
        assertThat(fromBytes).isEqualTo(snapshot);
        assertThat(Arrays.equals(fromBytes.bytes(), snapshot.bytes())).isTrue();
    }

    @Property(tries = 40)
    void any_split_order_and_tree_of_merges_gives_the_same_bytes(
            @ForAll long seed, @ForAll Random random, @ForAll @IntRange(max = 3) int which) throws IOException {
        LedgerSpec spec = SPECS.get(which);
        List<CaseFact> facts = Specs.facts(120, seed);
        byte[] whole = Specs.ledger(spec, facts).snapshot().bytes();
        List<CaseFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        List<Ledger> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            parts.add(Ledger.of(spec));
        }
        shuffled.forEach(f -> parts.get(random.nextInt(parts.size())).add(f));
        while (parts.size() > 1) {
            Ledger one = parts.remove(random.nextInt(parts.size()));
            Ledger other = parts.remove(random.nextInt(parts.size()));
            parts.add(
                    switch (random.nextInt(3)) {
                        case 0 -> one.merge(other);
                        case 1 -> one.merge(other.snapshot());
                        default ->
                            Ledger.from(read(one.snapshot().bytes(), spec)).merge(other);
                    });
        }
        assertThat(Arrays.equals(parts.get(0).snapshot().bytes(), whole)).isTrue();
    }

    @Test
    void bytes_cut_short_anywhere_or_changed_anywhere_are_refused() {
        LedgerSpec spec = Specs.WIDE.withExamples(1);
        byte[] bytes = Specs.ledger(spec, Specs.facts(3, 1)).snapshot().bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), spec);
        }
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertRefused(changed, spec);
        }
    }

    /** The check sum is made right again, so that the reader itself has to see what is wrong. */
    @Property(tries = 200)
    void changed_bytes_with_a_right_check_sum_are_read_as_a_snapshot_or_refused_with_a_place(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 3) int changes) throws IOException {
        LedgerSpec spec = Specs.WIDE.withExamples(1);
        byte[] bytes = Specs.ledger(spec, Specs.facts(3, 2)).snapshot().bytes();
        for (int i = 0; i < changes; i++) {
            bytes[5 + random.nextInt(bytes.length - 9)] = (byte) random.nextInt();
        }
        withCheckSum(bytes);
        try {
            assertThat(Arrays.equals(read(bytes, spec).bytes(), bytes)).isTrue();
        } catch (InvalidDocumentException e) {
            assertThat(e.problems())
                    .allSatisfy(p -> assertThat(p.place().toString()).startsWith("byte "));
        }
    }

    @Test
    void a_text_of_as_many_characters_as_a_document_may_have_is_read_and_a_longer_one_refused() throws IOException {
        LedgerSpec spec = Specs.WIDE;
        LedgerSnapshot snapshot = Specs.ledger(spec, Specs.facts(3, 1)).snapshot();
        String json = snapshot.json();
        String longest = json + " ".repeat((16 << 20) - json.length());
        assertThat(LedgerSnapshot.readJson(new StringReader(longest), "json", spec))
                .isEqualTo(snapshot);
        assertThatThrownBy(() -> LedgerSnapshot.readJson(new StringReader(longest + " "), "json", spec))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("at most 16777216 characters");
    }

    @Test
    void a_snapshot_of_another_definition_is_refused_with_the_difference() {
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, Specs.facts(3, 1)).snapshot();
        LedgerSpec other = LedgerSpec.of(Metric.standard(), Specs.WIDE.groupings());
        assertProblems(() -> read(snapshot.bytes(), other), "DEFINITION_DIFFERS");
        assertThatThrownBy(() -> LedgerSnapshot.readJson(new StringReader(snapshot.json()), "x", other))
                .hasMessageContaining("/definition")
                .hasMessageContaining("line 10 was grouping")
                .hasMessageContaining("metric response/1/received");
    }

    @Test
    void counts_on_another_time_basis_and_of_times_are_held_to_the_number_of_cases() {
        LedgerSpec spec = LedgerSpec.of(
                List.of(Metric.standard().get(0).on(TimeBasis.DUE)),
                List.of(io.github.hotlinekit.stats.metric.Measure.handlingTime()),
                List.of(Grouping.of(Dimension.kind()), Grouping.of(Dimension.channel())));
        String json = Specs.ledger(spec, Specs.facts(40, 3)).snapshot().json();
        Matcher due = Pattern.compile("\"basis\": \"DUE\".*?\"classes\": \"\\d+:(\\d+)\"", Pattern.DOTALL)
                .matcher(json);
        assertThat(due.find()).isTrue();
        for (String count : List.of("2147483647", "39")) {
            String changed = json.substring(0, due.start(1)) + count + json.substring(due.end(1));
            assertJson(spec, changed, "INCONSISTENT");
        }
        Matcher times = Pattern.compile("\"bins\": \"\\d+:(\\d+)").matcher(json);
        assertThat(times.find()).isTrue();
        String changed = json.substring(0, times.start(1)) + "2147483647" + json.substring(times.end(1));
        assertJson(spec, changed, "BAD_CELL");
    }

    @Test
    void json_that_no_ledger_could_have_written_is_refused_with_its_place() {
        LedgerSpec spec = LedgerSpec.of(
                List.of(Metric.standard().get(0)),
                List.of(io.github.hotlinekit.stats.metric.Measure.handlingTime()),
                List.of(Grouping.of(Dimension.kind())));
        String json = Specs.ledger(spec, Specs.facts(40, 3)).snapshot().json();
        assertThat(json).contains("\"format\": \"hotline-ledger-snapshot/1\"").contains("\"size\": 40");
        assertJson(spec, json.replace("hotline-ledger-snapshot/1", "hotline-ledger-snapshot/9"), "UNSUPPORTED_FORMAT");
        assertJson(spec, json.replace("\"size\": 40", "\"size\": 41"), "INCONSISTENT");
        assertJson(spec, json.replace("\"size\": 40", "\"size\": -1"), "WRONG_TYPE");
        assertJson(spec, json.replaceFirst("\"size\": 40,", ""), "MISSING_PROPERTY");
        assertJson(spec, json.replaceFirst("\"classes\": \"0:", "\"classes\": \"9:"), "BAD_CELL");
        assertJson(spec, json.replaceFirst("\"classes\": \"0:", "\"classes\": \"0 "), "BAD_COUNTS");
        assertJson(spec, json.replaceFirst("\"classes\": \"0:", "\"classes\": \"00:"), "BAD_COUNTS");
        assertJson(spec, json.replaceFirst("\"fingerprint\": \"..", "\"fingerprint\": \"xx"), "BAD_FINGERPRINT");
        assertJson(spec, json.replaceFirst("\"fingerprint\": \"..", "\"fingerprint\": \""), "BAD_FINGERPRINT");
        assertJson(spec, json.replaceFirst("\"sum\": \"", "\"sum\": \"9"), "BAD_CELL");
        assertJson(spec, json.replaceFirst("\"sum\": \"", "\"sum\": \"x"), "BAD_NUMBER");
        assertJson(spec, json.replaceFirst("\"basis\": \"RECEIVED\"", "\"basis\": \"DUE\""), "INCONSISTENT");
        assertJson(spec, json.replaceFirst("\"key\": \\[\"complaint\"\\]", "\"key\": [\"zebra\"]"), "OUT_OF_ORDER");
        assertJson(spec, json.replaceFirst("\"key\"", "\"keys\""), "UNKNOWN_PROPERTY");
        assertJson(spec, json.replaceFirst("\"bins\"", "\"minutes\""), "BAD_CELL");
    }

    @Test
    void each_object_of_json_has_just_its_properties_and_lists_are_as_long_as_the_definition_asks() {
        LedgerSpec spec = LedgerSpec.of(
                        List.of(
                                Metric.standard().get(0),
                                Metric.standard().get(0).on(TimeBasis.DUE)),
                        List.of(io.github.hotlinekit.stats.metric.Measure.handlingTime()),
                        List.of(Grouping.of(Dimension.kind()), Grouping.total()))
                .withExamples(1);
        String json = Specs.ledger(spec, Specs.facts(40, 3)).snapshot().json();
        for (String property : List.of(
                "\"format\"", "\"basis\"", "\"grouping\"", "\"fingerprint\"", "\"sum\"", "\"hash\"", "\"bins\"")) {
            assertChanged(spec, json, property, "\"other\": \"\", " + property, "UNKNOWN_PROPERTY");
        }
        assertChanged(spec, json, "\"bins\"", "\"minutes\": \"\", \"bins\"", "UNKNOWN_PROPERTY");
        assertChanged(spec, json, "\"bases\": \\[", "\"bases\": [{}, ", "INCONSISTENT: 2 bases");
        assertChanged(spec, json, "\"groupings\": \\[", "\"groupings\": [{}, ", "INCONSISTENT: 2 groupings");
        assertChanged(spec, json, "\"grouping\": \"\\[]\"", "\"grouping\": \"[state]\"", "INCONSISTENT: []");
        assertChanged(spec, json, "\"times\": \\[", "\"times\": [{}, ", "INCONSISTENT: 2 lists of times");
        assertChanged(spec, json, "\"times\": \\[[^]]*],", "", "INCONSISTENT: 2 lists of times");
        assertChanged(spec, json, "\"classes\": \"[^\"]*\",", "", "MISSING_PROPERTY");
        assertChanged(spec, json, "\"classes\": \"[^\"]*\"", "\"classes\": \"\"", "BAD_CELL: classes of the table");
        assertChanged(
                spec, json, "\"classes\": \\[\"", "\"classes\": [\"x", "BAD_CLASS: whole numbers with blanks between");
        assertChanged(spec, json, "\"hash\": \"..", "\"hash\": \"", "BAD_FINGERPRINT: 32 hexadecimal digits");
        assertChanged(spec, json, "\"number\": \"", "\"number\": \" ", "BAD_CELL: examples that have case numbers");
    }

    private static void assertChanged(LedgerSpec spec, String json, String regex, String to, String problem) {
        String changed = json.replaceFirst(regex, to);
        assertThat(changed).isNotEqualTo(json);
        assertThatThrownBy(() -> LedgerSnapshot.readJson(new StringReader(changed), "x", spec))
                .isInstanceOf(InvalidDocumentException.class)
                .extracting(e -> ((InvalidDocumentException) e)
                        .problems().stream()
                                .map(p -> p.code() + ": " + p.expected())
                                .toList())
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .anySatisfy(found -> assertThat(found).startsWith(problem));
    }

    @Test
    void bytes_that_end_early_or_differ_a_little_under_a_right_check_sum_are_refused_with_a_place() throws IOException {
        LedgerSpec spec = LedgerSpec.of(
                        List.of(Metric.standard().get(0)),
                        List.of(io.github.hotlinekit.stats.metric.Measure.handlingTime()),
                        List.of(Grouping.of(Dimension.kind())))
                .withExamples(3);
        byte[] bytes = Specs.ledger(spec, Specs.facts(9, 4)).snapshot().bytes();
        for (int length = 9; length < bytes.length; length++) {
            byte[] cut = withCheckSum(Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> read(cut, spec))
                    .isInstanceOf(InvalidDocumentException.class)
                    .hasMessageContaining("byte ");
        }
        int refused = 0;
        for (int at = 5; at < bytes.length - 4; at++) {
            for (int change : new int[] {1, -1, 0x40, 0x80}) {
                byte[] changed = bytes.clone();
                changed[at] += (byte) change;
                withCheckSum(changed);
                try {
                    assertThat(Arrays.equals(read(changed, spec).bytes(), changed))
                            .isTrue();
                } catch (InvalidDocumentException e) {
                    refused++;
                    assertThat(e.problems())
                            .allSatisfy(p -> assertThat(p.place().toString()).startsWith("byte "));
                }
            }
        }
        assertThat(refused).isGreaterThan(bytes.length);
    }

    @Test
    void bytes_of_a_mark_alone_are_a_snapshot_that_ends_early_and_shorter_ones_none() {
        byte[] mark = {'H', 'T', 'L', 'G', 1, 0, 0, 0, 0};
        assertProblems(() -> read(withCheckSum(mark), Specs.WIDE), "TRUNCATED");
        assertProblems(() -> read(Arrays.copyOf(mark, 8), Specs.WIDE), "UNSUPPORTED_FORMAT");
        mark[4] = 2;
        assertProblems(() -> read(withCheckSum(mark), Specs.WIDE), "UNSUPPORTED_FORMAT");
    }

    /** Puts the check sum of all bytes before into the last four. */
    private static byte[] withCheckSum(byte[] bytes) {
        CRC32 check = new CRC32();
        check.update(bytes, 0, bytes.length - 4);
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 1 - i] = (byte) (check.getValue() >> (8 * i));
        }
        return bytes;
    }

    private static void assertJson(LedgerSpec spec, String json, String code) {
        assertProblems(() -> LedgerSnapshot.readJson(new StringReader(json), "x", spec), code);
    }

    private static void assertProblems(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidDocumentException.class)
                .extracting(e -> ((InvalidDocumentException) e)
                        .problems().stream().map(Problem::code).toList())
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains(code);
    }

    private static void assertRefused(byte[] bytes, LedgerSpec spec) {
        assertThatThrownBy(() -> read(bytes, spec)).isInstanceOf(InvalidDocumentException.class);
    }

    private static LedgerSnapshot read(byte[] bytes, LedgerSpec spec) throws IOException {
        return LedgerSnapshot.readBinary(new ByteArrayInputStream(bytes), "bytes", spec);
    }
}
