package io.github.hotlinekit.examples.spark;

import java.util.concurrent.locks.LockSupport;

/** The live ledger in a process of its own, which stops for good after a version and before Spark's commit of its batch. */
final class DyingLedger {

    /** The batch. */
    static final long HELD = 2;

    private DyingLedger() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments those of the program
     */
    public static void main(String[] arguments) {
        System.exit(Program.run(
                new LiveLedger(batch -> {
                    while (batch == HELD) {
                        LockSupport.park();
                    }
                }),
                arguments));
    }
}
