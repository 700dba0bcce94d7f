package io.github.hotlinekit.stats.metric;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Probabilities corrected for being many: of a thousand comparisons of which none is real, ten are below
 * 0.01 by chance. Each method takes and gives values in the caller's order, as R's {@code p.adjust} does.
 */
public final class PValues {

    private PValues() {}

    /**
     * Corrected so that of those below a level, at most that share is expected to be false, if the tests are
     * independent or rise and fall together: the smallest p(j)·n/j over the ranks j from its own up. Benjamini
     * &amp; Hochberg, JRSS B 57 (1995).
     *
     * @param values the probabilities, from 0 to 1
     * @return the corrected ones, from the raw one to 1
     * @throws IllegalArgumentException if a value is not between 0 and 1
     */
    public static double[] benjaminiHochberg(double... values) {
        return stepUp(values, 1);
    }

    /**
     * As {@link #benjaminiHochberg}, whatever the dependence of the tests: larger by the sum of 1/i
     * for i from 1 to n. Benjamini &amp; Yekutieli, Annals of Statistics 29 (2001).
     *
     * @param values the probabilities, from 0 to 1
     * @return the corrected ones, from the raw one to 1
     * @throws IllegalArgumentException if a value is not between 0 and 1
     */
    public static double[] benjaminiYekutieli(double... values) {
        double sum = 0;
        for (int i = 1; i <= values.length; i++) {
            sum += 1.0 / i;
        }
        return stepUp(values, sum);
    }

    /**
     * Corrected so that the chance of a single false one below a level is at most the level: the largest
     * p(j)·(n-j+1) over the ranks j up to its own. Holm, Scandinavian Journal of Statistics 6 (1979).
     *
     * @param values the probabilities, from 0 to 1
     * @return the corrected ones, from the raw one to 1
     * @throws IllegalArgumentException if a value is not between 0 and 1
     */
    public static double[] holm(double... values) {
        Integer[] order = order(values);
        int n = values.length;
        double[] adjusted = new double[n];
        double most = 0;
        for (int rank = 1; rank <= n; rank++) {
            int i = order[rank - 1];
            most = Math.max(most, (n - rank + 1) * values[i]);
            adjusted[i] = Math.min(1, most);
        }
        return adjusted;
    }

    private static double[] stepUp(double[] values, double factor) {
        Integer[] order = order(values);
        int n = values.length;
        double[] adjusted = new double[n];
        double least = 1;
        for (int rank = n; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, factor * n / rank * values[i]);
            adjusted[i] = least;
        }
        return adjusted;
    }

    /** The positions of the values from the smallest up. */
    private static Integer[] order(double[] values) {
        Integer[] order = new Integer[values.length];
        for (int i = 0; i < order.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(
                        "values must be between 0 and 1, but value " + i + " was " + values[i]);
            }
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        return order;
    }
}
