package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.text.NormalText;
import java.util.Objects;

/**
 * What a citizen said, ready to be searched for keywords: title and text, in normal form, with a mark between them so
 * that no word reaches from one into the other. Only the first {@value #MAX_CHARACTERS} characters are searched.
 * Personal: its {@code toString} tells the length alone, and no explanation quotes more of it than a rule's own words.
 */
public final class CaseText {

    /** How many UTF-16 units are searched. */
    public static final int MAX_CHARACTERS = 20_000;

    private static final String SEPARATOR = " \u0001 ";

    private final NormalText normal;

    private CaseText(NormalText normal) {
        this.normal = normal;
    }

    /**
     * The text of a case.
     *
     * @param text what was said, in clear
     * @return the text, ready to be searched
     */
    public static CaseText of(String text) {
        return new CaseText(NormalText.of(text, MAX_CHARACTERS));
    }

    /**
     * The text of a case that has a title.
     *
     * @param title its title, in clear
     * @param text what was said, in clear
     * @return the text, ready to be searched; offsets count from the title's start, with three characters between
     *     title and text
     */
    public static CaseText of(String title, String text) {
        return of(Objects.requireNonNull(title, "title") + SEPARATOR + Objects.requireNonNull(text, "text"));
    }

    /** The normal form, for the matchers of this package. */
    NormalText normal() {
        return normal;
    }

    /**
     * Whether the text is longer than what is searched.
     *
     * @return whether its end was left out
     */
    public boolean isCut() {
        return normal.isCut();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseText that && normal.equals(that.normal);
    }

    @Override
    public int hashCode() {
        return normal.hashCode();
    }

    /** The length, never the content. */
    @Override
    public String toString() {
        return normal.toString();
    }
}
