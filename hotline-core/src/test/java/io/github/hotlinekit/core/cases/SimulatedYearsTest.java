package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.testkit.Lives;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten years of whole lives, each replayed and compared. How many is {@code hotline.proof.lives}. */
@Tag("proof")
class SimulatedYearsTest {

    private static final int LIVES = Integer.getInteger("hotline.proof.lives", 2_000);
    private static final int EVERY_PREFIX = 50;

    @Test
    void every_life_of_ten_simulated_years_is_the_replay_of_its_events() {
        long started = System.nanoTime();
        Lives lives = Lives.of(20_260_302);
        long events = 0;
        long corrections = 0;
        long heap = 0;
        int longest = 0;
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (int i = 0; i < LIVES; i++) {
            Case life = lives.life(i);
            Case again = Case.replay(life.events());
            assertThat(again.standing()).isEqualTo(life.standing());
            assertThat(again.correctedEvents()).isEqualTo(life.correctedEvents());
            assertThat(again.toString()).isEqualTo(life.toString());
            assertThat(life.state().isOpen()).isFalse();
            if (i % EVERY_PREFIX == 0) {
                everyPrefixIsWhatWasKnown(life);
            }
            events += life.version();
            corrections +=
                    life.events().stream().filter(e -> e.act() == Act.CORRECT).count();
            longest = Math.max(longest, life.version());
            first = first.isBefore(life.received()) ? first : life.received();
            last = last.isAfter(life.since()) ? last : life.since();
            if (i % 1_000 == 0) {
                heap = Math.max(heap, used());
            }
        }
        assertThat(Duration.between(first, last)).isGreaterThan(Duration.ofDays(9 * 365));
        long bytes = bytesOfACase(lives);
        System.out.printf(
                Locale.ROOT,
                "simulated years: %,d lives, %,d events, %,d corrections, longest %d, received from %s, last change %s;"
                        + " %.1f s, at most %d MB of heap, about %,d bytes a case%n",
                LIVES,
                events,
                corrections,
                longest,
                first,
                last,
                (System.nanoTime() - started) / 1e9,
                heap >> 20,
                bytes);
    }

    private static void everyPrefixIsWhatWasKnown(Case life) {
        List<CaseEvent> events = life.events();
        for (int known = 1; known <= events.size(); known++) {
            Case then = Case.replay(events.subList(0, known));
            assertThat(then.version()).isEqualTo(known);
            if (known < events.size()) {
                assertThat(then.apply(events.get(known)).standing())
                        .isEqualTo(Case.replay(events.subList(0, known + 1)).standing());
            }
            Instant recorded = events.get(known - 1).stamp().recorded();
            assertThat(life.asOf(recorded).orElseThrow().version()).isGreaterThanOrEqualTo(known);
        }
    }

    /** Reported, not asserted: what a thousand cases keep alive. */
    private static long bytesOfACase(Lives lives) {
        List<Case> kept = lives.first(Math.min(LIVES, 1_000)).toList();
        System.gc();
        long with = used();
        long size = kept.size();
        kept = List.of();
        System.gc();
        return kept.isEmpty() ? (with - used()) / size : 0;
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
