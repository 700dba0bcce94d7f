package io.github.hotlinekit.examples.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The ledger as one HTML page in both languages. The page holds the document, the chart library and
 * everything else it needs, so it opens from a disk without a network.
 */
final class HtmlPage {

    private static final String LEDGER = "@LEDGER@";
    private static final String CHARTS = "@CHARTS@";

    /** What would end a script, or start a comment in it, in the eyes of an HTML parser. */
    private static final Pattern MARKUP = Pattern.compile("<(?=/script|!--)", Pattern.CASE_INSENSITIVE);

    private HtmlPage() {}

    /**
     * Writes the page.
     *
     * @param document the ledger, format {@code hotline-ledger/1}
     * @param out takes the page; to be encoded as UTF-8, and left open
     * @throws IOException if it cannot be written
     */
    static void write(JsonNode document, Writer out) throws IOException {
        String template = text("/io/github/hotlinekit/examples/ledger/page.html");
        int ledger = template.indexOf(LEDGER);
        int charts = template.indexOf(CHARTS);
        out.append(template, 0, ledger);
        out.append(inScript(document.toString()));
        out.append(template, ledger + LEDGER.length(), charts);
        out.append(MARKUP.matcher(text(chartLibrary())).replaceAll("<\\\\"));
        out.append(template, charts + CHARTS.length(), template.length());
    }

    /** JSON that no HTML parser takes for markup. These characters occur only within strings of it. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** Where the library lies on the class path, whichever version of it the build put there. */
    private static String chartLibrary() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/echarts/pom.properties")) {
            properties.load(in);
        }
        // The smallest of the library's builds that can draw SVG.
        return "/META-INF/resources/webjars/echarts/" + properties.getProperty("version") + "/echarts.common.min.js";
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = HtmlPage.class.getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException("no resource " + resource + " on the class path");
        }
        return in;
    }
}
