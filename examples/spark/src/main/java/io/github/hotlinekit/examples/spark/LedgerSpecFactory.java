package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.FactCheck;
import java.time.Instant;

/**
 * Makes the specification of a job's ledgers, and the check of its facts. A specification holds predicates and does not
 * travel; so a job names the class that makes it, and each task makes its own. Users may implement it: a public class with a constructor without
 * parameters, in a jar that the executors have. What it makes must be the same each time.
 */
@FunctionalInterface
public interface LedgerSpecFactory {

    /**
     * Makes the specification.
     *
     * @return what to count, and by what
     */
    LedgerSpec spec();

    /**
     * Makes the check of the facts. This one knows no codes; override it to tell which categories, departments and areas
     * exist.
     *
     * @param asOf the instant of the figures
     * @return what to look for
     */
    default FactCheck check(Instant asOf) {
        return FactCheck.of(asOf);
    }

    /**
     * The specification that a class makes.
     *
     * @param className the class's name
     * @return its specification
     * @throws IllegalArgumentException if there is no such class, or it makes none
     */
    static LedgerSpec named(String className) {
        return of(className).spec();
    }

    /**
     * The factory of a class.
     *
     * @param className the class's name
     * @return a new one
     * @throws IllegalArgumentException if there is no such class, or it is no factory
     */
    static LedgerSpecFactory of(String className) {
        try {
            // Jars of a job are known to the loader of the task's thread.
            return Class.forName(className, true, Thread.currentThread().getContextClassLoader())
                    .asSubclass(LedgerSpecFactory.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "spec must be a public LedgerSpecFactory with a constructor without parameters, but was "
                            + className,
                    e);
        }
    }
}
