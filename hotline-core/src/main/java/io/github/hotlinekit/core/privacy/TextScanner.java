package io.github.hotlinekit.core.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Finds in free text what tells who a person is, by its form alone. It rather masks too much than too
 * little: eleven digits in the form of a mobile number are one, even if they were a price.
 *
 * <ul>
 *   <li>Mobile numbers ({@code 138****1234}), with {@code +86}, {@code 0086}, {@code 86} or {@code 0}
 *       before them or not.
 *   <li>Landline numbers with an area code ({@code 0595-******34}). Seven or eight digits without one
 *       are left alone: dates, amounts and numbers of documents look the same.
 *   <li>Numbers of identity cards: of eighteen characters with a plausible date of birth from 1900 to
 *       2099, whether or not the check character is right; with a right check character and a province,
 *       whether or not the date is plausible; with X at the end, always. Of fifteen digits with a
 *       plausible date. The last four are kept, of fifteen the last two.
 *   <li>E-mail addresses (first character and domain), number plates (province, letter and last two),
 *       and bank cards of 16 to 19 digits from 3, 4, 5, 6 or 9 on with a right Luhn digit (last four).
 * </ul>
 *
 * <p>Digits may be full-width, or of any script, or Chinese numerals read out one by one (一三八…, 幺),
 * and up to three blanks, dashes and parentheses may stand between groups of digits. Zero-width
 * characters are looked through. Two findings that cut into each other become one, masked wholly. Names
 * and addresses have no form to know them by: see {@link FreeText#masking}. Numbers of cases with a
 * date, dates, and hotlines such as 12345 are left alone.
 *
 * <p>At most four digits beside a run of four or more asterisks are what a mask left, and no part of a
 * number. So scanning a masked text finds nothing.
 */
public final class TextScanner {

    private TextScanner() {}

    /**
     * Searches a text. The time is linear in its length.
     *
     * @param text the text, of any length
     * @return what was found, and the masked text
     */
    public static TextScan scan(String text) {
        Symbols symbols = Symbols.of(text);
        List<TextFinding> findings = new ArrayList<>();
        List<TextFinding> maskedFindings = new ArrayList<>();
        List<Match> matches = Match.apart(find(symbols));
        int shift = 0;
        for (Match match : matches) {
            int start = symbols.start(match.first());
            int end = symbols.end(match.last() - 1);
            TextFinding.Kind kind = Objects.requireNonNull(match.kind());
            findings.add(new TextFinding(kind, start, end));
            maskedFindings.add(new TextFinding(
                    kind, start + shift, start + shift + match.mask().length()));
            shift += match.mask().length() - (end - start);
        }
        return new TextScan(findings, Match.replace(symbols, matches), maskedFindings);
    }

    /** The text with known data masked too; scanned again, for what a mask in the midst of digits left. */
    static String mask(String text, Collection<? extends PersonalData> known) {
        Symbols symbols = Symbols.of(text);
        List<Match> matches = find(symbols);
        KnownFinder.find(symbols, known, matches);
        return scan(Match.replace(symbols, Match.apart(matches))).masked();
    }

    /** The text with known data, and all that is found, starred wholly; scanned until nothing is found any more. */
    static String withhold(String text, Collection<? extends PersonalData> known) {
        Symbols symbols = Symbols.of(text);
        List<Match> matches = find(symbols);
        KnownFinder.find(symbols, known, matches);
        String withheld = starred(symbols, matches);
        String before = text;
        while (!withheld.equals(before)) { // each round stars at least one character more
            before = withheld;
            symbols = Symbols.of(withheld);
            withheld = starred(symbols, find(symbols));
        }
        return withheld;
    }

    private static String starred(Symbols symbols, List<Match> matches) {
        List<Match> apart = Match.apart(matches);
        apart.replaceAll(Match::starred);
        return Match.replace(symbols, apart);
    }

    private static List<Match> find(Symbols symbols) {
        List<Match> matches = NumberFinder.find(symbols);
        EmailFinder.find(symbols, matches);
        PlateFinder.find(symbols, matches);
        return matches;
    }
}
