package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.ledger.Window;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report is of: its kind, its days and, for a special one, perhaps its theme.
 *
 * @param kind the kind
 * @param window the days, at least one; for all kinds but {@link ReportKind#SPECIAL}, one whole period of the kind
 * @param theme the theme; only for {@link ReportKind#SPECIAL}
 */
public record ReportPeriod(ReportKind kind, Window window, Optional<Theme> theme) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no day, the days are no period of the kind, or a report that is not
     *     special has a theme
     */
    public ReportPeriod {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(theme, "theme");
        if (window.days() == 0) {
            throw new IllegalArgumentException("a report must have a day or more, but was of " + window);
        }
        Optional<Window> whole = kind.unit().map(unit -> Window.of(unit, window.from()));
        if (whole.isPresent() && !whole.get().equals(window)) {
            throw new IllegalArgumentException(
                    "days of a " + kind + " report must be " + whole.get() + ", but were " + window);
        }
        if (kind != ReportKind.SPECIAL && theme.isPresent()) {
            throw new IllegalArgumentException("only a special report may have a theme, but one was " + kind);
        }
    }

    /**
     * The period of a kind that holds a day.
     *
     * @param kind any but {@link ReportKind#SPECIAL}
     * @param day the day
     * @return the period
     * @throws IllegalArgumentException if the kind is special
     */
    public static ReportPeriod of(ReportKind kind, LocalDate day) {
        PeriodUnit unit = kind.unit()
                .orElseThrow(() ->
                        new IllegalArgumentException("a special report must be given its days, but was given " + day));
        return new ReportPeriod(kind, Window.of(unit, day), Optional.empty());
    }

    /**
     * Any days, of all cases.
     *
     * @param window the days, at least one
     * @return the period of a special report
     * @throws IllegalArgumentException if there is no day
     */
    public static ReportPeriod special(Window window) {
        return new ReportPeriod(ReportKind.SPECIAL, window, Optional.empty());
    }

    /**
     * Any days, of the cases of a theme.
     *
     * @param window the days, at least one
     * @param theme the theme
     * @return the period of a special report
     * @throws IllegalArgumentException if there is no day
     */
    public static ReportPeriod special(Window window, Theme theme) {
        return new ReportPeriod(ReportKind.SPECIAL, window, Optional.of(theme));
    }

    /**
     * Its name.
     *
     * @return such as 2026-03 月报 and {@code monthly report 2026-03}; first and last day for a special one
     */
    public Label name() {
        String days = kind.unit()
                .map(unit -> unit.keyOf(window.from()))
                .orElseGet(() -> window.from() + "/" + window.until().minusDays(1));
        String zh = days + " " + kind.label().zh();
        String en = kind.label().en() + " " + days;
        return Label.of(
                zh + theme.map(t -> "：" + t.name().zh()).orElse(""),
                en + theme.map(t -> ": " + t.name().en()).orElse(""));
    }
}
