package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.stats.report.ValueText;

/** Writes HTML and SVG. Every text and every attribute goes through here, and is escaped. */
final class Markup {

    private final StringBuilder text = new StringBuilder();

    /** Adds what is markup already: only what this program writes itself. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Opens an element. Attributes are pairs of a name and a value; one whose value is empty is left out. */
    Markup open(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                text.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(attributes[i + 1]))
                        .append('"');
            }
        }
        text.append('>');
        return this;
    }

    Markup close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    /** Adds an element that holds a text. */
    Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close(element);
    }

    Markup text(String content) {
        text.append(escaped(content));
        return this;
    }

    Markup line() {
        text.append('\n');
        return this;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : ValueText.oneLine(text).toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
