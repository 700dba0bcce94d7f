package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/**
 * How the interval of a rate is found. Brown, Cai &amp; DasGupta, "Interval Estimation for a Binomial
 * Proportion", Statistical Science 16 (2001), compare them. All are good to 1e-9 up to a billion cases; beyond
 * that the last two lose digits, though none of note beside their width.
 */
public enum IntervalMethod implements Coded {
    /**
     * The score interval without continuity correction: (x + z²/2 ± z·sqrt(x(n-x)/n + z²/4)) / (n + z²).
     * Wilson, JASA 22 (1927). The default.
     */
    WILSON("威尔逊区间", "Wilson"),
    /**
     * Quantiles of Beta(x + 1/2, n - x + 1/2), with 0 for none and 1 for all. Brown, Cai &amp; DasGupta
     * (2001).
     */
    JEFFREYS("杰弗里斯区间", "Jeffreys"),
    /**
     * Never less sure than asked for, and so wider: quantiles of Beta(x, n - x + 1) and Beta(x + 1, n - x).
     * Clopper &amp; Pearson, Biometrika 26 (1934).
     */
    EXACT("精确区间", "Clopper-Pearson");

    private final Label label;

    IntervalMethod(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
