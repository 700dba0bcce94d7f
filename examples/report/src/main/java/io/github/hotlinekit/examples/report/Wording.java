package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.metric.Bounds;
import io.github.hotlinekit.stats.report.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Values of a report as people read them. */
final class Wording {

    static final String HIDDEN = "*";
    static final String NO_DATA = "—";
    static final Label HIDDEN_WORD = Label.of("隐去", "hidden");
    static final Label NO_DATA_WORD = Label.of("无数据", "no data");

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private Wording() {}

    static String of(Value value, Language language) {
        boolean zh = language == Language.ZH;
        if (value instanceof Value.Text text) {
            return oneLine(text.label().in(language));
        }
        if (value instanceof Value.Plain plain) {
            return plain.number().toPlainString();
        }
        if (value instanceof Value.Count count) {
            return grouped(count.count());
        }
        if (value instanceof Value.Share share) {
            return share.percent().toPlainString() + "%";
        }
        if (value instanceof Value.Rate rate) {
            String of = grouped(rate.ratio().numerator()) + "/"
                    + grouped(rate.ratio().denominator());
            return rate.ratio()
                            .percentUnlessAll(1)
                            .map(p -> p.toPlainString() + "%")
                            .orElse(NO_DATA)
                    + (zh ? "（" + of + "）" : " (" + of + ")");
        }
        if (value instanceof Value.Range range) {
            return range.interval().lowerPercent(1).toPlainString() + "%–"
                    + range.interval().upperPercent(1).toPlainString() + "%";
        }
        if (value instanceof Value.Change change) {
            String word = change.word().in(language);
            return change.amount()
                    .map(a -> (a.signum() > 0 ? "+" : "")
                            + a.toPlainString()
                            + unit(change.unit(), language)
                            + (zh ? "（" + word + "）" : " (" + word + ")"))
                    .orElse(word);
        }
        if (value instanceof Value.Time time) {
            return hours(time.minutes()) + (zh ? "小时" : " h");
        }
        return value instanceof Value.Hidden ? HIDDEN : NO_DATA;
    }

    /** The unit of a change, as it follows the number. */
    static String unit(Value.Unit unit, Language language) {
        return unit == Value.Unit.PERCENT ? "%" : language == Language.ZH ? "个百分点" : " points";
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String hours(Bounds minutes) {
        String lower = hours(minutes.lower());
        String upper = hours(minutes.upper());
        return lower.equals(upper) ? lower : lower + "–" + upper;
    }

    private static String hours(BigDecimal minutes) {
        return minutes.divide(HOUR, 1, RoundingMode.HALF_UP).toPlainString();
    }

    /** A host's text without line breaks, control characters and lone halves of characters, which no file here holds. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(p -> Character.isISOControl(p) || p == 0x2028 || p == 0x2029 ? ' ' : isText(p) ? p : 0xFFFD)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean isText(int point) {
        return Character.getType(point) != Character.SURROGATE && (point & 0xFFFE) != 0xFFFE;
    }

    /** How wide a text is, in Latin letters: characters of Chinese and its punctuation count as two. */
    static int width(String text) {
        return text.codePoints().map(p -> p >= 0x2E80 ? 2 : 1).sum();
    }

    /** The text, cut with an ellipsis to a width. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int p : text.codePoints().toArray()) {
            used += p >= 0x2E80 ? 2 : 1;
            if (used > width) {
                break;
            }
            cut.appendCodePoint(p);
        }
        return cut.toString().strip() + "…";
    }
}
