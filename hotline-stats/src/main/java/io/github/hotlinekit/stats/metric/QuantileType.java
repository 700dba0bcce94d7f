package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a quantile of few values is. The numbers are those of Hyndman &amp; Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996); the names are NumPy's. With n values in order,
 * x(1) to x(n), the last four lie at the position np + m between two of them.
 */
public enum QuantileType implements Coded {
    /**
     * Type 1: the smallest value with at least a share p at or below it, x(⌈np⌉). Always a value that was
     * observed; the default.
     */
    INVERTED_CDF("实测分位数", "observed value"),
    /** Type 2: as type 1, but half way to the next value where np is whole. */
    AVERAGED_INVERTED_CDF("实测分位数（取中）", "observed value, averaged"),
    /** Type 5: m = 1/2. */
    HAZEN("线性插值（Hazen）", "linear, Hazen"),
    /** Type 6: m = p. */
    WEIBULL("线性插值（Weibull）", "linear, Weibull"),
    /** Type 7: m = 1 - p. The default of R, NumPy and spreadsheets. */
    LINEAR("线性插值", "linear"),
    /** Type 8: m = (p + 1)/3, approximately unbiased for the median of any distribution. */
    MEDIAN_UNBIASED("线性插值（中位数近似无偏）", "linear, median-unbiased");

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal THREE = new BigDecimal(3);

    private final Label label;

    QuantileType(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /** The position in the values in order, from 1 to n, exactly, or to 34 digits for type 8: its fraction is the way to the next. */
    BigDecimal position(BigDecimal n, BigDecimal p) {
        BigDecimal np = n.multiply(p);
        BigDecimal position = switch (this) {
            case INVERTED_CDF -> ceiling(np);
            case AVERAGED_INVERTED_CDF -> np.stripTrailingZeros().scale() <= 0 ? np.add(HALF) : ceiling(np);
            case HAZEN -> np.add(HALF);
            case WEIBULL -> np.add(p);
            case LINEAR -> np.add(BigDecimal.ONE).subtract(p);
            case MEDIAN_UNBIASED -> np.add(p.add(BigDecimal.ONE).divide(THREE, MathContext.DECIMAL128));
        };
        return position.max(BigDecimal.ONE).min(n);
    }

    private static BigDecimal ceiling(BigDecimal value) {
        return value.setScale(0, RoundingMode.CEILING);
    }
}
