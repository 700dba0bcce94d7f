package io.github.hotlinekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.metric.DataDictionary;
import io.github.hotlinekit.stats.report.Block;
import io.github.hotlinekit.stats.report.Column;
import io.github.hotlinekit.stats.report.Report;
import io.github.hotlinekit.stats.report.ReportKind;
import io.github.hotlinekit.stats.report.ReportOptions;
import io.github.hotlinekit.stats.report.ReportPeriod;
import io.github.hotlinekit.stats.report.Section;
import io.github.hotlinekit.stats.report.Source;
import io.github.hotlinekit.stats.report.Suppression;
import io.github.hotlinekit.stats.report.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the workbook, read back, against the report that it was made of. */
class XlsxReportTest {

    private static final Pattern LOCATION = Pattern.compile("'(.*)'!A(\\d+)");

    private static XlsxFile file(Edition edition) throws IOException {
        return new XlsxFile(XlsxReport.write(edition));
    }

    private static List<Block.Table> tables(Report report) {
        List<Block.Table> tables = new ArrayList<>();
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Table table) {
                    tables.add(table);
                } else if (block instanceof Block.Series series) {
                    tables.add(Grid.table(series));
                }
            }
        }
        return tables;
    }

    /** The numbers that must stand in the cells of a value, one after the other; none for a text. */
    private static List<BigDecimal> numbers(Value value) {
        if (value instanceof Value.Plain plain) {
            return List.of(plain.number());
        }
        if (value instanceof Value.Count count) {
            return List.of(BigDecimal.valueOf(count.count()));
        }
        if (value instanceof Value.Share share) {
            return List.of(share.percent().divide(BigDecimal.valueOf(100)));
        }
        if (value instanceof Value.Rate rate) {
            return List.of(
                    rate.ratio().percentUnlessAll(1).orElseThrow().divide(BigDecimal.valueOf(100)),
                    BigDecimal.valueOf(rate.ratio().numerator()),
                    BigDecimal.valueOf(rate.ratio().denominator()));
        }
        if (value instanceof Value.Range range) {
            return List.of(
                    range.interval().lowerPercent(1).divide(BigDecimal.valueOf(100)),
                    range.interval().upperPercent(1).divide(BigDecimal.valueOf(100)));
        }
        if (value instanceof Value.Change change) {
            return change
                    .amount()
                    .map(a -> change.unit() == Value.Unit.PERCENT ? a.divide(BigDecimal.valueOf(100)) : a)
                    .stream()
                    .toList();
        }
        if (value instanceof Value.Time time) {
            return List.of(time.minutes().lower(), time.minutes().upper());
        }
        return List.of();
    }

    private static int width(Column column) {
        return switch (column.holds()) {
            case TEXT, COUNT, SHARE -> 1;
            case CHANGE, RANGE, TIME -> 2;
            case RATE, MIXED -> 3;
        };
    }

    /** Takes each value of a report with the sheet and place at which it must stand. */
    private interface Visitor {
        void visit(XlsxFile.Sheet sheet, Block.Table table, int row, int column, int place);
    }

    private static void visit(Edition edition, XlsxFile file, Visitor visitor) {
        List<Block.Table> tables = tables(edition.report());
        assertThat(file.sheets()).hasSize(tables.size() + 2);
        for (int t = 0; t < tables.size(); t++) {
            Block.Table table = tables.get(t);
            XlsxFile.Sheet sheet = file.sheets().get(t + 1);
            for (int r = 0; r < table.rows().size(); r++) {
                int place = 0;
                for (int c = 0; c < table.columns().size(); c++) {
                    visitor.visit(sheet, table, r, c, place);
                    place += width(table.columns().get(c));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_numbers_read_back_are_those_of_the_report(Language language) throws IOException {
        Edition edition = SampleReport.edition(language);
        int[] seen = new int[1];
        visit(edition, file(edition), (sheet, table, r, c, place) -> {
            List<BigDecimal> numbers = numbers(table.rows().get(r).get(c));
            for (int i = 0; i < numbers.size(); i++) {
                XlsxFile.Cell cell = sheet.at(r + 1, place + i).orElseThrow();
                assertThat(cell.type()).as("%s row %d", table.id(), r).isEqualTo("n");
                assertThat(new BigDecimal(cell.value()))
                        .as("%s row %d column %d", table.id(), r, c)
                        .isEqualByComparingTo(numbers.get(i));
                assertThat(cell.format()).isNotEqualTo("General").isNotEqualTo("@");
                seen[0]++;
            }
        });
        assertThat(seen[0]).isGreaterThan(300);
    }

    @Test
    void percentages_are_numbers_shown_as_percentages_and_changes_of_rates_as_points() throws IOException {
        Edition edition = SampleReport.edition(Language.EN);
        Set<String> formats = new TreeSet<>();
        visit(edition, file(edition), (sheet, table, r, c, place) -> {
            Value value = table.rows().get(r).get(c);
            String format = sheet.at(r + 1, place).map(XlsxFile.Cell::format).orElse("");
            if (value instanceof Value.Rate || value instanceof Value.Share || value instanceof Value.Range) {
                assertThat(format).isEqualTo("0.0%");
            } else if (value instanceof Value.Change change && change.amount().isPresent()) {
                assertThat(format).contains(change.unit() == Value.Unit.PERCENT ? "+0.0%" : "+0.0\" points\"");
                formats.add(format);
            }
        });
        assertThat(formats).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void what_has_no_number_says_so_in_words(Language language) throws IOException {
        Edition edition =
                SampleReport.edition(language, ReportOptions.standard().withSuppression(Suppression.below(20)));
        int[] seen = new int[2];
        visit(edition, file(edition), (sheet, table, r, c, place) -> {
            Value value = table.rows().get(r).get(c);
            boolean hidden = value instanceof Value.Hidden;
            boolean none =
                    value instanceof Value.NoData && table.columns().get(c).holds() != Column.Holds.TEXT;
            if (hidden || none) {
                seen[hidden ? 0 : 1]++;
                String word = hidden
                        ? Label.of("隐去", "hidden").in(language)
                        : Label.of("无数据", "no data").in(language);
                for (int i = 0; i < width(table.columns().get(c)); i++) {
                    assertThat(sheet.at(r + 1, place + i).orElseThrow()).isEqualTo(new XlsxFile.Cell("s", word, "@"));
                }
            }
        });
        assertThat(seen[0]).isPositive();
        assertThat(seen[1]).isPositive();
    }

    @Test
    void no_text_is_a_formula() throws IOException {
        XlsxFile file = file(SampleReport.edition(Language.EN));
        List<String> texts = new ArrayList<>();
        for (XlsxFile.Sheet sheet : file.sheets()) {
            assertThat(sheet.formulas()).isZero();
            for (XlsxFile.Cell cell : sheet.cells().values()) {
                if (cell.type().equals("s")) {
                    assertThat(cell.format()).as(cell.value()).isEqualTo("@");
                    texts.add(cell.value());
                } else {
                    assertThat(cell.type()).isEqualTo("n");
                }
            }
        }
        assertThat(texts)
                .contains(SampleReport.FORMULA, SampleReport.PLUS, SampleReport.AT, SampleReport.SCRIPT, "-2+3", "=1+1")
                .contains(SampleReport.FORMULA + " (D2)")
                .contains("_x005F_x003D_1");
    }

    @ParameterizedTest
    @EnumSource
    void every_figure_links_to_a_definition_that_exists(Language language) throws IOException {
        Edition edition = SampleReport.edition(language);
        XlsxFile file = file(edition);
        XlsxFile.Sheet definitions = file.sheets().get(file.sheets().size() - 1);
        Map<String, String> idByTarget = new HashMap<>();
        for (int row = 1; definitions.at(row, 1).isPresent(); row++) {
            idByTarget.put(
                    "'" + definitions.name() + "'!A" + (row + 1),
                    definitions.at(row, 1).get().value());
        }
        DataDictionary dictionary = edition.report().dictionary();
        assertThat(idByTarget)
                .hasSize(dictionary.counts().size()
                        + dictionary.metrics().size()
                        + dictionary.measures().size());
        int[] figures = new int[1];
        visit(edition, file, (sheet, table, r, c, place) -> {
            Optional<Source> source = table.rows().get(r).get(c).source();
            if (source.isEmpty()) {
                return;
            }
            figures[0]++;
            List<String> reached = new ArrayList<>();
            sheet.link(0, place).map(idByTarget::get).ifPresent(reached::add);
            for (int i = 0; i <= place; i++) {
                sheet.link(r + 1, i).map(idByTarget::get).ifPresent(reached::add);
            }
            assertThat(reached)
                    .as("%s row %d column %d", table.id(), r, c)
                    .contains(source.get().definition());
        });
        assertThat(figures[0]).isGreaterThan(150);
    }

    @ParameterizedTest
    @EnumSource
    void every_link_leads_to_a_row_of_a_sheet(Language language) throws IOException {
        XlsxFile file = file(SampleReport.edition(language));
        for (XlsxFile.Sheet sheet : file.sheets()) {
            sheet.links().forEach((from, to) -> {
                Matcher location = LOCATION.matcher(to);
                assertThat(location.matches()).as(to).isTrue();
                assertThat(file.sheet(location.group(1).replace("''", "'")).cells())
                        .containsKey("A" + location.group(2));
            });
        }
        XlsxFile.Sheet contents = file.sheets().get(0);
        assertThat(contents.links()).hasSize(file.sheets().size() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void every_sheet_has_frozen_headings_and_columns_of_a_width(Language language) throws IOException {
        for (XlsxFile.Sheet sheet : file(SampleReport.edition(language)).sheets()) {
            assertThat(sheet.frozenRows()).as(sheet.name()).isPositive();
            assertThat(sheet.widths()).isNotEmpty().allMatch(w -> w >= 9 && w <= 110);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_paragraphs_of_the_report_are_in_the_contents(Language language) throws IOException {
        Edition edition = SampleReport.edition(language);
        List<String> texts = file(edition).sheets().get(0).cells().values().stream()
                .map(XlsxFile.Cell::value)
                .toList();
        for (Section section : edition.report().sections()) {
            assertThat(texts).contains(section.title().in(language));
            for (Block block : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    assertThat(texts).contains(paragraph.text().in(language));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_report_gives_the_same_bytes_dated_by_its_figures(Language language) throws IOException {
        byte[] one = XlsxReport.write(SampleReport.edition(language));
        byte[] other = XlsxReport.write(SampleReport.edition(language));
        assertThat(one).isEqualTo(other);
        assertThat(new XlsxFile(one).part("docProps/core.xml")).contains(">2015-07-10T02:03:04Z</dcterms:created>");
    }

    @Test
    void names_of_sheets_are_those_that_spreadsheets_allow() {
        Set<String> taken = new TreeSet<>();
        List<String> names = new ArrayList<>();
        for (String title : List.of(
                "Totals",
                "TOTALS",
                "a/b\\c?d*e[f]g:h'i",
                "",
                "What if it were counted otherwise, and at length",
                "What if it were counted otherwise, and shorter",
                "超过三十一个字的很长很长很长很长很长很长很长很长很长很长很长很长很长很长的标题")) {
            names.add(XlsxReport.name(title, taken));
        }
        assertThat(names)
                .allMatch(n -> !n.isEmpty() && n.length() <= 31 && !n.matches(".*[/\\\\?*\\[\\]:'].*"))
                .startsWith("Totals", "TOTALS 2", "a b c d e f g h i", "-");
        assertThat(names.stream().map(n -> n.toLowerCase(java.util.Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_text_is_cut_where_a_cell_ends() {
        String stored = XlsxReport.stored("😀".repeat(20_000));
        assertThat(stored.length()).isLessThanOrEqualTo(32_767);
        assertThat(stored).endsWith("😀…");
        assertThat(XlsxReport.stored("x".repeat(32_767))).hasSize(32_767).doesNotContain("…");
        assertThat(XlsxReport.stored("a\u0000b\uD800c\uFFFF")).isEqualTo("a b\uFFFDc\uFFFD");
    }

    @Test
    void a_report_without_tables_is_a_workbook_of_contents_and_definitions() throws IOException {
        Report empty = new Report(
                ReportPeriod.of(ReportKind.WEEKLY, LocalDate.of(2015, 6, 1)),
                SampleReport.AS_OF,
                List.of(),
                List.of(new Section("s", Label.of("部分", "Part"), List.of())),
                new DataDictionary(List.of(), List.of(), List.of()));
        XlsxFile file = file(new Edition(empty, Language.EN, Label.of("市", "city"), Label.of("", "")));
        assertThat(file.sheets().stream().map(XlsxFile.Sheet::name)).containsExactly("Contents", "Definitions");
    }
}
