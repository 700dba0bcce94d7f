package io.github.hotlinekit.examples.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A headless browser of this machine. Tests that ask for one skip where there is none; nothing is downloaded. */
final class Browser {

    private static final String[] BROWSERS = {"chromium", "chromium-browser", "google-chrome"};
    /** From this width down a page is shown as a phone shows it. */
    private static final int PHONE = 500;

    private Browser() {}

    /**
     * Opens a page of the disk. The caller quits the driver.
     *
     * @param page the file
     * @param fragment what follows the page's name, such as {@code #en}; may be empty
     * @param width of the view, in CSS pixels
     * @param height of the view, in CSS pixels
     */
    static RemoteWebDriver open(Path page, String fragment, int width, int height) throws IOException {
        Optional<Path> browser = onPath(BROWSERS);
        assumeTrue(browser.isPresent(), "skipped: no browser on PATH (chromium, chromium-browser or google-chrome)");
        Optional<Path> driver = onPath("chromedriver");
        assumeTrue(driver.isPresent(), "skipped: no chromedriver on PATH or in /usr/bin");

        Logger.getLogger("org.openqa.selenium").setLevel(Level.OFF);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en",
                "--user-data-dir="
                        + Files.createTempDirectory(Path.of("target"), "browser")
                                .toAbsolutePath());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .withSilent(true)
                .build();
        ChromeDriver chrome = new ChromeDriver(service, options);
        chrome.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width <= PHONE));
        chrome.get(page.toUri() + fragment);
        return chrome;
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/bin";
        List<Path> folders =
                Stream.of(path.split(File.pathSeparator)).map(Path::of).toList();
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
