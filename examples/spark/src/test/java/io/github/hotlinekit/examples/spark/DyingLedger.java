package io.github.hotlinekit.examples.spark;

import java.util.Arrays;

/** The live ledger in a process of its own, which dies once a batch's version is written and before Spark's commit. */
final class DyingLedger {

    private DyingLedger() {}

    /**
     * The first argument is the batch, the rest is the program's.
     *
     * @param arguments at least one
     */
    public static void main(String[] arguments) {
        long last = Long.parseLong(arguments[0]);
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        System.exit(Program.run(
                new LiveLedger(batch -> {
                    if (batch == last) {
                        // No shutdown hook runs: as when the machine fails.
                        Runtime.getRuntime().halt(42);
                    }
                }),
                rest));
    }
}
