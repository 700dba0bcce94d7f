package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RuleSet;
import org.openjdk.jol.info.GraphStats;

/** Prints how many bytes a rule takes as a value, and how many more a router needs for it. */
public final class RoutingSizes {

    private static final int[] SIZES = {1_000, 10_000, 100_000};

    /**
     * Bytes in all.
     *
     * @param values of the rule set, of taxonomy and directory beyond it
     * @param router of the router beyond those
     */
    record Size(long values, long router) {}

    private RoutingSizes() {}

    /** The sizes for a catalogue of some rules, without words. */
    static Size of(int rules) {
        RoutingTables tables = RoutingTables.ofSeed(12345);
        RuleSet ruleSet = tables.ruleSet(rules, false);
        Router router = Router.of(ruleSet, tables.taxonomy, tables.directory);
        long named = GraphStats.parseInstance(tables.taxonomy, tables.directory).totalSize();
        long values = GraphStats.parseInstance(tables.taxonomy, tables.directory, ruleSet)
                .totalSize();
        // The router holds all three.
        long all = GraphStats.parseInstance(router).totalSize();
        return new Size(values - named, all - values);
    }

    /** Prints them. */
    public static void main(String[] args) {
        for (int rules : SIZES) {
            Size size = of(rules);
            System.out.println(rules + " rules: " + size.values() / rules + " bytes a rule as values, "
                    + size.router() / rules + " more in a router");
        }
    }
}
