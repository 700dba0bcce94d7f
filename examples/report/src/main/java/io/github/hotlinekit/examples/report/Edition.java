package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.report.Report;

/**
 * A report in one language.
 *
 * @param report the report
 * @param language the language
 * @param city whose cases it is of
 * @param note what a reader of the figures must know
 */
record Edition(Report report, Language language, Label city, Label note) {

    /** The text in the edition's language. */
    String in(Label label) {
        return label.in(language);
    }

    /** The text in the edition's language. */
    String in(String zh, String en) {
        return Label.of(zh, en).in(language);
    }
}
