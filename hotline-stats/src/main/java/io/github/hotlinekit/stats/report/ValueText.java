package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.metric.Bounds;
import io.github.hotlinekit.stats.metric.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values of a report as people read them: what the documents here hold, for hosts that make documents of their own. */
public final class ValueText {

    /** A number that is not shown. */
    public static final String HIDDEN = "*";
    /** Nothing to say. */
    public static final String NO_DATA = "—";

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private ValueText() {}

    /**
     * A value as text: rates in percent with one decimal and their parts, times in hours, changes with their word.
     *
     * @param value the value
     * @param language the language of words and punctuation
     * @return the text, in one line
     */
    public static String of(Value value, Language language) {
        boolean zh = language == Language.ZH;
        if (value instanceof Value.Text text) {
            return oneLine(text.label().in(language));
        }
        if (value instanceof Value.Plain plain) {
            return plain.number().toPlainString();
        }
        if (value instanceof Value.Count count) {
            return String.valueOf(count.count());
        }
        if (value instanceof Value.Share share) {
            return share.percent().toPlainString() + "%";
        }
        if (value instanceof Value.Rate rate) {
            return percent(rate.ratio()) + (zh ? "（" : " (") + rate.ratio() + (zh ? "）" : ")");
        }
        if (value instanceof Value.Range range) {
            return range.interval().lowerPercent(1).toPlainString() + "%–"
                    + range.interval().upperPercent(1).toPlainString() + "%";
        }
        if (value instanceof Value.Change change) {
            String word = change.word().in(language);
            return change.amount()
                    .map(amount -> signed(amount)
                            + unit(change.unit(), language)
                            + (zh ? "（" + word + "）" : " (" + word + ")"))
                    .orElse(word);
        }
        if (value instanceof Value.Time time) {
            return hours(time.minutes()) + (zh ? "小时" : " h");
        }
        return value instanceof Value.Hidden ? HIDDEN : NO_DATA;
    }

    /** In percent with one decimal; 100 only if it is all and 0 only if it is none. */
    static String percent(Ratio ratio) {
        return ratio.percentUnlessAll(1).map(p -> p.toPlainString() + "%").orElse(NO_DATA);
    }

    static String unit(Value.Unit unit, Language language) {
        return unit == Value.Unit.PERCENT ? "%" : language == Language.ZH ? "个百分点" : " points";
    }

    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + amount.toPlainString();
    }

    private static String hours(Bounds minutes) {
        String lower = hours(minutes.lower());
        String upper = hours(minutes.upper());
        return lower.equals(upper) ? lower : lower + "–" + upper;
    }

    private static String hours(BigDecimal minutes) {
        return minutes.divide(HOUR, 1, RoundingMode.HALF_UP).toPlainString();
    }

    /**
     * A host's text without line breaks, control characters and what no file may hold.
     *
     * @param text the text
     * @return the text with spaces for line breaks and control characters, U+FFFD for lone halves of characters and for
     *     code points that are no characters, and no space at its ends
     */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(p -> Character.isISOControl(p) || p == 0x2028 || p == 0x2029 ? ' ' : isText(p) ? p : 0xFFFD)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean isText(int point) {
        return Character.getType(point) != Character.SURROGATE && (point & 0xFFFE) != 0xFFFE;
    }
}
