package io.github.hotlinekit.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.remote.RemoteWebDriver;

/** From the program to the eyes of a reader: the simulated city's page in a real browser. */
@Tag("browser")
class SimulatedPageBrowserTest {

    @Test
    void the_published_figures_stand_in_the_page(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(LedgerCommand.run(stream, stream, "--out", folder.toString()))
                .isZero();
        RemoteWebDriver browser = Browser.open(folder.resolve("ledger.html"), "#en", 1280, 900);
        try {
            assertThat(text(browser, "[data-figure='total.volume.count']")).isEqualTo("75,729");
            assertThat(text(browser, "[data-figure='total.completion.percent']"))
                    .isEqualTo("99.8%");
            assertThat(text(browser, "[data-figure='total.satisfaction.percent']"))
                    .isEqualTo("93.8%");
            assertThat(text(browser, "#quality")).contains("75,729", "No fault was found");
            assertThat(text(browser, "#badge")).contains("SIMULATED");
            assertThat(text(browser, "#table-published")).contains("34,795", "16,791", "4,146", "19,997");
            assertThat(browser.findElements(By.cssSelector("#chart-period svg path")))
                    .hasSizeGreaterThanOrEqualTo(36);
        } finally {
            browser.quit();
        }
    }

    private static String text(RemoteWebDriver browser, String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }
}
