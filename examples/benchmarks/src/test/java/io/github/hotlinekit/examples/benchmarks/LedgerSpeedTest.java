package io.github.hotlinekit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LedgerSpeedTest {

    /** The program itself refuses figures that differ from those of a stream. */
    @Test
    void the_ledger_and_a_stream_give_the_same_figures_and_each_is_timed() throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LedgerSpeed.main(new String[] {"3000"});
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("3,000 rows", "ledger, 5 metrics, 6 groupings", "stream groupingBy", "merge of a ledger");
    }
}
