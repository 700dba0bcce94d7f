package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.Distribution;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Survival;
import java.util.Objects;

/**
 * How long a phase took in the cases of a cell.
 *
 * @param measure its definition
 * @param ended the minutes of phases that have ended; its mean is exact, its quantiles are bounds where times are in bins
 * @param running the minutes so far of phases that have not
 */
public record Times(Measure measure, Distribution ended, Distribution running) {

    /** Checks the parts. */
    public Times {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(running, "running");
    }

    /**
     * The share still running after each time, with the running ones counted for as long as is known of them
     * (Kaplan–Meier). Figures of {@link #ended} alone flatter whoever leaves cases open.
     *
     * @return the curve
     */
    public Survival survival() {
        return Survival.of(ended, running);
    }
}
