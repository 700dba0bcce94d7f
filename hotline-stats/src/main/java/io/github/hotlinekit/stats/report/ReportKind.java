package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the period of a report is. */
public enum ReportKind implements Coded {
    /** A week from Monday to Sunday. */
    WEEKLY("周报", "weekly report", PeriodUnit.ISO_WEEK),
    /** A month. */
    MONTHLY("月报", "monthly report", PeriodUnit.MONTH),
    /** A quarter. */
    QUARTERLY("季报", "quarterly report", PeriodUnit.QUARTER),
    /** A year. */
    ANNUAL("年报", "annual report", PeriodUnit.YEAR),
    /** Any days, of all cases or of one theme. */
    SPECIAL("专报", "special report", null);

    private final Label label;
    private final @Nullable PeriodUnit unit;

    ReportKind(String zh, String en, @Nullable PeriodUnit unit) {
        this.label = Label.of(zh, en);
        this.unit = unit;
    }

    @Override
    public Label label() {
        return label;
    }

    /**
     * The length of its period.
     *
     * @return the unit; empty for {@link #SPECIAL}
     */
    public Optional<PeriodUnit> unit() {
        return Optional.ofNullable(unit);
    }
}
