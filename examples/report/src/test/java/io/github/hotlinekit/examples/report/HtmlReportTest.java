package io.github.hotlinekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.report.Block;
import io.github.hotlinekit.stats.report.Report;
import io.github.hotlinekit.stats.report.ReportOptions;
import io.github.hotlinekit.stats.report.Section;
import io.github.hotlinekit.stats.report.Source;
import io.github.hotlinekit.stats.report.Suppression;
import io.github.hotlinekit.stats.report.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is on the page, read as XML, against the report that it was made of. */
class HtmlReportTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** The page as XML, whose elements must all be closed: only {@code meta} is none of XML's. */
    private static Document page(Edition edition) throws IOException {
        String xml = HtmlReport.write(edition).replace("<!DOCTYPE html>", "").replaceAll("(<meta [^>]*)>", "$1/>");
        return XlsxFile.xml(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Element> all(Document page, String element) {
        return XlsxFile.elements(page.getDocumentElement(), element);
    }

    private static Element byId(Document page, String element, String id) {
        return all(page, element).stream()
                .filter(e -> e.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
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

    @ParameterizedTest
    @EnumSource
    void the_tables_hold_the_values_and_each_figure_links_to_its_definition(Language language) throws IOException {
        Edition edition = SampleReport.edition(language);
        Document page = page(edition);
        int figures = 0;
        for (Block.Table table : tables(edition.report())) {
            Element drawn = byId(page, "table", "table-" + table.id());
            List<Element> rows = XlsxFile.elements(drawn, "tr");
            assertThat(rows).hasSize(table.rows().size() + 1);
            for (int r = 0; r < table.rows().size(); r++) {
                List<Element> cells = XlsxFile.elements(rows.get(r + 1), "*").stream()
                        .filter(e -> e.getTagName().matches("t[hd]"))
                        .toList();
                for (int c = 0; c < cells.size(); c++) {
                    Value value = table.rows().get(r).get(c);
                    assertThat(cells.get(c).getTextContent())
                            .as("%s row %d column %d", table.id(), r, c)
                            .isEqualTo(Wording.of(value, language));
                    Optional<String> anchor = value.source().map(Source::anchor);
                    if (anchor.isPresent()) {
                        figures++;
                        assertThat(XlsxFile.elements(cells.get(c), "a"))
                                .singleElement()
                                .satisfies(
                                        a -> assertThat(a.getAttribute("href")).isEqualTo("#" + anchor.get()));
                    }
                }
            }
        }
        assertThat(figures).isGreaterThan(150);
    }

    @ParameterizedTest
    @EnumSource
    void every_link_leads_to_one_place_on_the_page(Language language) throws IOException {
        Document page = page(SampleReport.edition(language));
        Set<String> ids = new HashSet<>();
        for (Element element : all(page, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
        }
        assertThat(all(page, "a")).hasSizeGreaterThan(200).allSatisfy(a -> {
            assertThat(a.getAttribute("href")).startsWith("#");
            assertThat(ids).contains(a.getAttribute("href").substring(1));
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_page_asks_for_nothing_and_runs_nothing(Language language) throws IOException {
        Edition edition = SampleReport.edition(language);
        Document page = page(edition);
        assertThat(all(page, "*").stream().map(Element::getTagName))
                .doesNotContain("script", "link", "img", "iframe", "object", "form", "base", "use", "image");
        for (Element element : all(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("src", "style", "action", "xlink:href");
            }
        }
        assertThat(all(page, "style").get(0).getTextContent())
                .contains("@media print")
                .doesNotContain("url(")
                .doesNotContain("@import");
        assertThat(all(page, "meta")).anyMatch(m -> m.getAttribute("content").startsWith("default-src 'none'"));
    }

    @ParameterizedTest
    @EnumSource
    void what_hosts_hand_in_is_text(Language language) throws IOException {
        Edition edition = SampleReport.edition(language);
        assertThat(HtmlReport.write(edition)).doesNotContain("<script").doesNotContain("<b ");
        Document page = page(edition);
        assertThat(byId(page, "table", "table-overdue").getTextContent())
                .contains(SampleReport.SCRIPT, SampleReport.FORMULA, SampleReport.PLUS);
        assertThat(all(page, "svg").stream().map(Element::getTextContent))
                .anyMatch(t -> t.contains("<script>alert('1')</scr"));
        assertThat(all(page, "p").stream().map(Element::getTextContent)).anyMatch(t -> t.contains(SampleReport.SCRIPT));
    }

    @ParameterizedTest
    @EnumSource
    void every_chart_has_a_title_a_description_and_a_table(Language language) throws IOException {
        Document page = page(SampleReport.edition(language));
        List<Element> charts = all(page, "svg");
        assertThat(charts).hasSize(4);
        for (Element chart : charts) {
            assertThat(chart.getAttribute("role")).isEqualTo("img");
            Element title = XlsxFile.elements(chart, "title").get(0);
            Element description = XlsxFile.elements(chart, "desc").get(0);
            assertThat(title.getTextContent()).isNotBlank();
            assertThat(description.getTextContent()).isNotBlank();
            assertThat(chart.getAttribute("aria-labelledby"))
                    .isEqualTo(title.getAttribute("id") + " " + description.getAttribute("id"));
            String table = title.getAttribute("id").replace("title-", "table-");
            assertThat(byId(page, "table", table).getTextContent()).isNotBlank();
        }
    }

    @Test
    void the_english_page_has_no_chinese_and_the_chinese_one_no_heading_without() throws IOException {
        Document english = page(SampleReport.edition(Language.EN));
        // Where definitions come from is told as the sources are called.
        List<Element> terms = all(english, "dt");
        List<Element> texts = all(english, "dd");
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).getTextContent().equals("Source")) {
                texts.get(i).setTextContent("");
            }
        }
        assertThat(CHINESE.matcher(english.getDocumentElement().getTextContent())
                        .results())
                .isEmpty();
        Document chinese = page(SampleReport.edition(Language.ZH));
        for (String element : List.of("h1", "h2", "h3", "figcaption", "caption", "dt", "desc")) {
            assertThat(all(chinese, element))
                    .isNotEmpty()
                    .allSatisfy(
                            e -> assertThat(CHINESE.matcher(e.getTextContent()).find())
                                    .as(element + " " + e.getTextContent())
                                    .isTrue());
        }
        assertThat(all(chinese, "th").stream()
                        .filter(h -> h.getAttribute("scope").equals("col")))
                .allMatch(h -> CHINESE.matcher(h.getTextContent()).find());
        assertThat(english.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(chinese.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
    }

    @Test
    void both_languages_have_the_same_sections_tables_and_definitions() throws IOException {
        List<List<String>> ids = new ArrayList<>();
        for (Language language : Language.values()) {
            ids.add(all(page(SampleReport.edition(language)), "*").stream()
                    .filter(e -> e.getTagName().matches("section|table|article|svg"))
                    .map(e -> e.getAttribute("id"))
                    .toList());
        }
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).hasSizeGreaterThan(40);
    }

    @Test
    void what_is_hidden_is_not_on_the_page() throws IOException {
        Edition edition =
                SampleReport.edition(Language.EN, ReportOptions.standard().withSuppression(Suppression.below(20)));
        Document page = page(edition);
        assertThat(all(page, "abbr"))
                .anyMatch(a -> a.getTextContent().equals("*")
                        && a.getAttribute("title").equals("hidden"));
        assertThat(page.getDocumentElement().getTextContent()).doesNotContain("C-1");
    }

    @Test
    void a_range_of_dates_is_broken_between_them_alone_and_keeps_its_spaces() throws IOException {
        for (Language language : Language.values()) {
            List<Element> ranges = all(page(SampleReport.edition(language)), "td").stream()
                    .filter(td -> td.getTextContent().matches("\\d{4}-\\d{2}-\\d{2} \\S+ \\d{4}-\\d{2}-\\d{2}"))
                    .toList();
            assertThat(ranges).hasSize(4);
            assertThat(ranges)
                    .allSatisfy(td -> assertThat(parts(td))
                            .containsExactly(
                                    td.getTextContent().substring(0, 10),
                                    td.getTextContent()
                                            .substring(td.getTextContent().length() - 10)));
        }
    }

    private static List<String> parts(Element cell) {
        NodeList spans = cell.getElementsByTagName("span");
        return IntStream.range(0, spans.getLength())
                .mapToObj(i -> spans.item(i).getTextContent())
                .toList();
    }

    @Test
    void the_last_label_of_a_line_chart_lies_within_it() {
        List<Chart.Point> points =
                List.of(new Chart.Point(Optional.of(1.0), "1"), new Chart.Point(Optional.of(2.0), "2"));
        String svg = Chart.lines(
                new Chart.Caption("id", "title", "description"),
                List.of("2015-06-01", "2015-06-07"),
                List.of(new Chart.Row("cases", points)));
        Matcher label =
                Pattern.compile("<text[^>]* x=\"([0-9.]+)\"[^>]*>2015-06-07<").matcher(svg);
        assertThat(label.find()).as(svg).isTrue();
        assertThat(Double.parseDouble(label.group(1))).isEqualTo(820); // 860 wide, less half of 10 letters
    }

    @Test
    void the_same_report_gives_the_same_page() throws IOException {
        assertThat(HtmlReport.write(SampleReport.edition(Language.ZH)))
                .isEqualTo(HtmlReport.write(SampleReport.edition(Language.ZH)));
    }

    @Test
    void colours_of_text_stand_out_from_the_page() throws IOException {
        String style =
                all(page(SampleReport.edition(Language.EN)), "style").get(0).getTextContent();
        Matcher colours =
                Pattern.compile("--(ink|soft|link|warn): (#[0-9a-f]{6})").matcher(style);
        int seen = 0;
        while (colours.find()) {
            seen++;
            // Against the darkest ground that text stands on, that of headings; 4.5 is level AA of WCAG.
            assertThat(contrast(colours.group(2), "#eef2f6"))
                    .as(colours.group(1))
                    .isGreaterThan(4.5);
        }
        assertThat(seen).isEqualTo(4);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void a_place_without_a_number_breaks_the_line_and_has_no_bar() throws IOException {
        List<Chart.Point> points = List.of(
                new Chart.Point(Optional.of(1.0), "1"),
                new Chart.Point(Optional.empty(), "hidden"),
                new Chart.Point(Optional.of(3.0), "3"));
        List<Chart.Row> rows = List.of(new Chart.Row("cases", points));
        Chart.Caption caption = new Chart.Caption("x", "title", "what");
        Element lines = XlsxFile.xml(
                        Chart.lines(caption, List.of("a", "b", "c"), rows).getBytes(StandardCharsets.UTF_8))
                .getDocumentElement();
        assertThat(XlsxFile.elements(lines, "circle")).hasSize(2);
        assertThat(XlsxFile.elements(lines, "path").get(0).getAttribute("d")).matches("M[\\d. ]+M[\\d. ]+");
        Element bars = XlsxFile.xml(
                        Chart.bars(caption, List.of("a", "b", "c"), rows).getBytes(StandardCharsets.UTF_8))
                .getDocumentElement();
        List<Element> drawn = XlsxFile.elements(bars, "rect");
        assertThat(drawn).hasSize(2);
        assertThat(Double.parseDouble(drawn.get(1).getAttribute("width")))
                .isEqualTo(3 * Double.parseDouble(drawn.get(0).getAttribute("width")), within(0.2));
        assertThat(bars.getTextContent()).contains("hidden");
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void an_axis_ends_at_a_round_number_that_is_not_below_any() {
        for (int most : new int[] {0, 1, 2, 3, 5, 7, 10, 11, 49, 50, 51, 99, 101, 250, 999, 1_249, 75_729, 1_000_000}) {
            Chart.Scale scale = Chart.Scale.of(most);
            assertThat(scale.top()).isGreaterThanOrEqualTo(most).isPositive();
            assertThat(scale.top() / scale.step()).isEqualTo(Math.rint(scale.top() / scale.step()));
            assertThat(scale.ticks()).hasSizeBetween(2, 6).contains(0.0, scale.top());
        }
    }

    @Test
    void long_names_are_cut_with_an_ellipsis_and_told_in_full() throws IOException {
        String name = "很".repeat(60);
        String chart = Chart.bars(
                new Chart.Caption("x", "title", "what"),
                List.of(name),
                List.of(new Chart.Row("cases", List.of(new Chart.Point(Optional.of(1.0), "1")))));
        assertThat(chart).contains("<title>" + name + "</title>").contains("…</text>");
        assertThat(Wording.cut(name, 21)).isEqualTo("很".repeat(10) + "…");
        assertThat(Wording.cut("short", 21)).isEqualTo("short");
    }
}
