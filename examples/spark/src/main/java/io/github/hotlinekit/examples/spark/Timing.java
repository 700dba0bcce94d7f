package io.github.hotlinekit.examples.spark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long something takes, and what it gave last. */
final class Timing<T> {

    private final String name;
    private final Supplier<T> work;
    private final List<Double> walls = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private @Nullable T last;

    Timing(String name, Supplier<T> work) {
        this.name = name;
        this.work = work;
    }

    void run(boolean counts) {
        System.gc(); // what was there before is not collected while this is timed
        long cpu = cpuNanos();
        long began = System.nanoTime();
        last = work.get();
        if (counts) {
            walls.add((System.nanoTime() - began) / 1e9);
            processor.add((cpuNanos() - cpu) / 1e9);
        }
    }

    /** Of the whole process: what a busy machine does not stretch. */
    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    T result() {
        return Objects.requireNonNull(last, name);
    }

    String line(Timing<?> ledger, long rows) {
        return String.format(
                Locale.ROOT,
                "%-36s wall %6.2f s [%.2f-%.2f], processor %6.2f s [%.2f-%.2f], %5.2f M rows/s,"
                        + " %5.2f times the ledger's wall, %5.2f its processor time",
                name,
                quantile(walls, 0.5),
                quantile(walls, 0),
                quantile(walls, 1),
                quantile(processor, 0.5),
                quantile(processor, 0),
                quantile(processor, 1),
                rows / quantile(walls, 0.5) / 1e6,
                quantile(walls, 0.5) / quantile(ledger.walls, 0.5),
                quantile(processor, 0.5) / quantile(ledger.processor, 0.5));
    }

    /** How many times as long as another. */
    String ratioTo(Timing<?> other) {
        return String.format(
                Locale.ROOT,
                "%-36s %6.2f times by the wall, %6.2f by the processor",
                name,
                quantile(walls, 0.5) / quantile(other.walls, 0.5),
                quantile(processor, 0.5) / quantile(other.processor, 0.5));
    }

    private static double quantile(List<Double> of, double share) {
        List<Double> sorted = new ArrayList<>(of);
        Collections.sort(sorted);
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
