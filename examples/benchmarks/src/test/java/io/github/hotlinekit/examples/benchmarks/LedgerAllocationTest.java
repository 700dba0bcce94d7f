package io.github.hotlinekit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerAllocationTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Once no count needs another form and as many cases have waited as may, what is left is only counting. */
    @Test
    void adding_to_cells_that_exist_allocates_nothing() {
        CaseFact[] facts = LedgerFacts.draw(2_000, 3);
        Ledger ledger = Ledger.of(LedgerSpec.of(
                Metric.catalogue(),
                Measure.standard(),
                List.of(
                        Grouping.of(),
                        Grouping.of(Dimension.department(), Dimension.kind()),
                        Grouping.of(
                                Dimension.period(PeriodUnit.DAY, ZONE), Dimension.department(), Dimension.channel()))));
        long[] allocated = allocated(ledger, facts, 500);
        assertThat(allocated[0]).isPositive();
        assertThat(Arrays.stream(allocated).skip(allocated.length - 200).sum()).isZero();
    }

    /** Few times again and again, which are a list, and many with counts for which a byte is too little. */
    @Test
    void adding_where_most_counts_that_wait_have_no_place_in_bytes_allocates_nothing() {
        for (int distinct : new int[] {300, 20_000}) {
            CaseFact[] facts = LedgerFacts.draw(distinct, 3);
            Ledger ledger = Ledger.of(LedgerSpec.of(
                    List.of(), List.of(Measure.handlingTime()), List.of(Grouping.of(Dimension.department()))));
            int rounds = 8_000_000 / distinct;
            long[] allocated = allocated(ledger, facts, rounds);
            assertThat(allocated[0]).isPositive();
            // Counts that waited are counted seven times or more in these rounds. The virtual machine itself may
            // allocate,
            // once or twice, when it gives compiled code up.
            assertThat(Arrays.stream(allocated)
                            .skip(rounds / 2)
                            .filter(bytes -> bytes > 0)
                            .count())
                    .isLessThanOrEqualTo(2);
        }
    }

    /** By round of adding all facts, how many bytes were allocated. */
    private static long[] allocated(Ledger ledger, CaseFact[] facts, int rounds) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (CaseFact fact : facts) {
                ledger.add(fact);
            }
            allocated[round] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        return allocated;
    }
}
