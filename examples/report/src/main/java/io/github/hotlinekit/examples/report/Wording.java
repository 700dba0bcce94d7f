package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.report.Value;
import io.github.hotlinekit.stats.report.ValueText;
import java.util.Locale;

/** Values of a report as people read them in pages and workbooks: as elsewhere, with their digits in groups. */
final class Wording {

    static final Label HIDDEN_WORD = Label.of("隐去", "hidden");
    static final Label NO_DATA_WORD = Label.of("无数据", "no data");

    private Wording() {}

    static String of(Value value, Language language) {
        if (value instanceof Value.Count count) {
            return grouped(count.count());
        }
        if (value instanceof Value.Rate rate) {
            String of = grouped(rate.ratio().numerator()) + "/"
                    + grouped(rate.ratio().denominator());
            return rate.ratio()
                            .percentUnlessAll(1)
                            .map(p -> p.toPlainString() + "%")
                            .orElse(ValueText.NO_DATA)
                    + (language == Language.ZH ? "（" + of + "）" : " (" + of + ")");
        }
        return ValueText.of(value, language);
    }

    /** The unit of a change, as it follows the number. */
    static String unit(Value.Unit unit, Language language) {
        return unit == Value.Unit.PERCENT ? "%" : language == Language.ZH ? "个百分点" : " points";
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
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
