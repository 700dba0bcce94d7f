package io.github.hotlinekit.core.language;

import java.util.Objects;

/**
 * A name or message in both languages.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Label(String zh, String en) {

    /** Checks the parts. */
    public Label {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /**
     * A label.
     *
     * @param zh in Chinese
     * @param en in English
     * @return the label
     */
    public static Label of(String zh, String en) {
        return new Label(zh, en);
    }

    /**
     * The text in one language.
     *
     * @param language which
     * @return the text
     */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
