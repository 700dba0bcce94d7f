package io.github.hotlinekit.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReferencesAndCodesTest {

    @Property
    void there_is_a_cycle_exactly_if_an_entry_reaches_itself_and_each_cycle_is_a_way_back(
            @ForAll @Size(max = 6) List<@Size(max = 3) List<@IntRange(max = 6) Integer>> references) {
        List<Integer> entries = IntStream.range(0, references.size()).boxed().toList();
        List<List<Integer>> cycles = Cycles.of(entries, e -> e < references.size() ? references.get(e) : List.of());
        assertThat(cycles.isEmpty()).isEqualTo(entries.stream().noneMatch(e -> leadsBack(e, references)));
        assertThat(cycles).allSatisfy(cycle -> {
            assertThat(cycle).hasSizeGreaterThan(1).startsWith(cycle.get(cycle.size() - 1));
            for (int i = 1; i < cycle.size(); i++) {
                assertThat(references.get(cycle.get(i - 1))).contains(cycle.get(i));
            }
        });
        assertThat(Cycles.of(entries, e -> e < references.size() ? references.get(e) : List.of(), 1))
                .isEqualTo(cycles.subList(0, Math.min(1, cycles.size())));
    }

    private static boolean leadsBack(int entry, List<List<Integer>> references) {
        Map<Integer, Boolean> reached = new HashMap<>();
        walk(entry, references, reached);
        return reached.containsKey(entry);
    }

    private static void walk(int from, List<List<Integer>> references, Map<Integer, Boolean> reached) {
        if (from < references.size()) {
            for (int to : references.get(from)) {
                if (reached.put(to, true) == null) {
                    walk(to, references, reached);
                }
            }
        }
    }

    @Test
    void a_long_way_back_is_found_and_written() {
        int length = 100_000;
        List<List<Integer>> cycles = Cycles.of(List.of(0), e -> List.of((e + 1) % length));
        assertThat(cycles).singleElement().satisfies(c -> assertThat(c).hasSize(length + 1));
        assertThat(Cycles.text(List.of("a", "b", "a"))).isEqualTo("a -> b -> a");
    }

    @Property
    void reading_a_row_inverts_writing_it_and_no_cell_of_it_is_a_formula(@ForAll("cells") List<String> cells)
            throws IOException {
        StringBuilder text = new StringBuilder();
        CsvText.write(List.of("a", "b"), text);
        CsvText.write(cells.stream().map(CsvText::escaped).toList(), text);
        Problems problems = Problems.of("t.csv");
        CsvTable.Row row = CsvTable.read(new StringReader(text.toString()), List.of("a", "b"), List.of(), problems)
                .rows()
                .get(0);
        assertThat(problems.toList()).isEmpty();
        for (int i = 0; i < 2; i++) {
            String cell = row.exact(List.of("a", "b").get(i));
            assertThat(CsvText.unescaped(cell)).isEqualTo(cells.get(i));
            assertThat(CodeText.isFormula(cell)).isFalse();
        }
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.strings()
                .withChars('\'', '=', '+', '-', '@', '\t', ',', '"', '\n', '井')
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .ofSize(2);
    }

    @Test
    void the_first_character_that_only_looks_right_is_named() {
        assertThat(CodeText.hint("03.02")).isEmpty();
        assertThat(CodeText.hint("\uD83D\uDE00")).isEqualTo("; it holds U+1F600 GRINNING FACE as character 1");
        assertThat(CodeText.hint("0\u200B3")).isEqualTo("; it holds U+200B ZERO WIDTH SPACE as character 2");
        assertThat(CodeText.hint("03 ")).isEqualTo("; it holds U+0020 SPACE as character 3");
        assertThat(CodeText.hint("\uFFFF")).isEqualTo("; it holds U+FFFF no character as character 1");
        assertThat(CodeText.unified(" ０3。\u200B0２\n")).isEqualTo("03.02");
        assertThat(CodeText.problem("=1")).isEqualTo("SUSPICIOUS_CELL");
        assertThat(CodeText.problem("1=")).isEqualTo("BAD_CODE");
    }

    @Test
    void a_plain_text_is_one_line_without_blanks_at_its_ends() {
        assertThat(CodeText.isPlain("井盖 1", 4)).isTrue();
        assertThat(List.of("", "井盖 12", " 井", "井 ", "井\n盖", "\uD83D", "\u0000")).noneMatch(t -> CodeText.isPlain(t, 4));
    }
}
