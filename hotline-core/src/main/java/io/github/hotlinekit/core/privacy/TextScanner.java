package io.github.hotlinekit.core.privacy;

import java.util.List;
import java.util.Objects;

/** Finds in free text what tells who a person is. */
public final class TextScanner {

    private TextScanner() {}

    /**
     * Searches a text.
     *
     * @param text the text
     * @return what was found
     */
    public static TextScan scan(String text) {
        Objects.requireNonNull(text, "text");
        return new TextScan(List.of(), text, List.of());
    }
}
