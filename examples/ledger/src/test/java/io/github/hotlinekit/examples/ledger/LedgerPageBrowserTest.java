package io.github.hotlinekit.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Loads the page of a made-up ledger in a real browser and looks for the right numbers in it. */
@Tag("browser")
class LedgerPageBrowserTest {

    private static final List<String> CHARTS =
            List.of("chart-period", "chart-kind", "chart-category", "chart-department");

    @TempDir
    Path folder;

    @Test
    void the_figures_are_in_the_page_in_both_languages() throws IOException {
        RemoteWebDriver browser = Browser.open(page(), "#en", 1280, 900);
        try {
            assertThat(root(browser).getDomAttribute("lang")).isEqualTo("en");
            assertThat(text(browser, "h1")).isEqualTo("Lakeside ledger");
            assertFigures(browser, "no data");
            assertThat(text(browser, "#figures")).contains("Completion", "closed ÷ received");
            assertThat(text(browser, "#category .soft")).contains("15 largest of 18 categories");
            assertThat(text(browser, "#chart-category")).contains("Other (3 categories)", "Category 15");
            assertThat(text(browser, "#chart-category")).doesNotContain("Category 16");
            assertThat(text(browser, "#overdue")).contains("101 cases are open", "The 2 longest late");
            assertThat(text(browser, "#table-published")).contains("✓ equal", "✗ differs");
            assertThat(text(browser, "#table-metrics")).contains("merged into another: 3");
            assertThat(text(browser, "#table-quality"))
                    .contains("due before it was received", "1,002", "L-7, <b>L-8")
                    .doesNotContain("without a lead");

            browser.findElement(By.id("language")).click();
            assertThat(root(browser).getDomAttribute("lang")).isEqualTo("zh-CN");
            assertThat(browser.getCurrentUrl()).endsWith("#zh");
            assertThat(text(browser, "h1")).isEqualTo("湖畔市民生账本");
            assertFigures(browser, "无数据");
            assertThat(text(browser, "#figures")).contains("办结率", "办结 ÷ 受理");
            assertThat(text(browser, "#chart-category")).contains("其他（3 类）");
            assertThat(text(browser, "#overdue")).contains("101 件逾期未办结");
            assertThat(text(browser, "#table-metrics")).contains("并件：3");
            assertThat(text(browser, "#table-quality")).contains("到期早于受理");
            assertQuiet(browser);
        } finally {
            browser.quit();
        }
    }

    @Test
    void a_department_without_a_denominator_shows_a_gap_and_says_so() throws IOException {
        RemoteWebDriver browser = Browser.open(page(), "#en", 1280, 900);
        try {
            String chart = text(browser, "#chart-department");
            assertThat(chart).contains("Water", "Roads", "95.0%");
            assertThat(browser.findElements(By.cssSelector("#chart-department text")))
                    .extracting(WebElement::getText)
                    .containsOnlyOnce("no data")
                    .doesNotContain("0.0%");
            browser.findElement(By.cssSelector("#details-department summary")).click();
            String row = "#table-department tr[data-key='ROADS'] ";
            assertThat(text(browser, row + "[data-figure='onTime.percent']")).isEqualTo("no data");
            assertThat(text(browser, row + "[data-figure='onTime.denominator']"))
                    .isEqualTo("0");
        } finally {
            browser.quit();
        }
    }

    @Test
    void every_chart_has_marks_and_follows_the_width() throws IOException {
        RemoteWebDriver browser = Browser.open(page(), "#en", 1280, 900);
        try {
            for (String chart : CHARTS) {
                WebElement svg = browser.findElement(By.cssSelector("#" + chart + " svg"));
                assertThat(svg.findElements(By.cssSelector("path"))).as(chart).hasSizeGreaterThan(3);
                assertThat(svg.findElements(By.cssSelector("text"))).as(chart).hasSizeGreaterThan(3);
                assertThat(svg.getSize().width)
                        .as(chart)
                        .isEqualTo(browser.findElement(By.id(chart)).getSize().width);
                assertThat(browser.findElement(By.id(chart)).getDomAttribute("aria-label"))
                        .as(chart)
                        .contains("bar chart");
            }
        } finally {
            browser.quit();
        }
    }

    @Test
    void a_phone_scrolls_tables_but_never_the_page() throws IOException {
        for (String language : List.of("#en", "#zh")) {
            RemoteWebDriver browser = Browser.open(page(), language, 390, 844);
            try {
                browser.executeScript("document.querySelectorAll('details').forEach(d => { d.open = true; })");
                assertThat(number(browser, "return window.innerWidth")).isEqualTo(390);
                assertThat(number(browser, "return document.documentElement.scrollWidth"))
                        .as(language)
                        .isEqualTo(390);
                for (String chart : CHARTS) {
                    assertThat(browser.findElement(By.cssSelector("#" + chart + " svg"))
                                    .getSize()
                                    .width)
                            .as(chart)
                            .isBetween(250, 390);
                }
                assertQuiet(browser);
            } finally {
                browser.quit();
            }
        }
    }

    @Test
    void text_of_the_ledger_never_becomes_markup() throws IOException {
        RemoteWebDriver browser = Browser.open(page(), "#en", 1280, 900);
        try {
            assertThat(text(browser, "#table-faults"))
                    .contains("</script><script>document.title='broken'</script>", "<!--<b>");
            assertThat(browser.getTitle()).isEqualTo("Lakeside ledger");
            assertThat(browser.findElements(By.cssSelector("#table-faults b"))).isEmpty();
        } finally {
            browser.quit();
        }
    }

    private static void assertFigures(RemoteWebDriver browser, String noData) {
        assertThat(text(browser, "#badge")).isEqualTo("SIMULATED 模拟数据");
        assertThat(figure(browser, "asOf")).isEqualTo("2026-03-01 00:00 +08:00 Asia/Shanghai");
        assertThat(figure(browser, "documents.policy")).isEqualTo("lakeside@1");
        assertThat(figure(browser, "total.volume.count")).isEqualTo("12,345");
        assertThat(figure(browser, "total.completion.percent")).isEqualTo("99.8%");
        assertThat(figure(browser, "total.completion.numerator")).isEqualTo("12,317");
        assertThat(figure(browser, "total.completion.denominator")).isEqualTo("12,342");
        assertThat(figure(browser, "total.onTime.percent")).isEqualTo("95.0%");
        assertThat(figure(browser, "total.satisfaction.percent")).isEqualTo(noData);
        assertThat(figure(browser, "total.satisfaction.denominator")).isEqualTo("0");
        assertThat(figure(browser, "openOverdue.count")).isEqualTo("101");
        assertThat(figure(browser, "rows.faulty")).isEqualTo("3");
        assertThat(figure(browser, "quality.checked")).isEqualTo("12,345");
        assertThat(figure(browser, "quality.faulty")).isEqualTo("1,002");
        assertThat(figure(browser, "routing.agreed")).isEqualTo("11,000");
        assertThat(text(browser, "#chart-kind")).contains("10,000", "2,345");
        assertThat(text(browser, "#chart-period")).contains("2026-01", "2026-02");
        assertThat(text(browser, "#department-none")).contains(noData);
    }

    /** Nothing went wrong, and nothing was asked of a network. */
    private static void assertQuiet(RemoteWebDriver browser) {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                        .map(LogEntry::getMessage))
                .isEmpty();
        assertThat(number(browser, "return performance.getEntriesByType('resource').length"))
                .isZero();
    }

    private static WebElement root(RemoteWebDriver browser) {
        return browser.findElement(By.tagName("html"));
    }

    private static String figure(RemoteWebDriver browser, String name) {
        return text(browser, "[data-figure='" + name + "']");
    }

    private static String text(RemoteWebDriver browser, String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private static long number(RemoteWebDriver browser, String script) {
        return ((Number) Objects.requireNonNull(browser.executeScript(script))).longValue();
    }

    /** The page of the made-up ledger. */
    private Path page() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("page-ledger.json"));
                Writer out = Files.newBufferedWriter(folder.resolve("ledger.html"))) {
            HtmlPage.write(new ObjectMapper().readTree(in), out);
        }
        return folder.resolve("ledger.html");
    }
}
