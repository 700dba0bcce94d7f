package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bands of {@link Dimension#openAge}. */
final class AgeBands {

    static final String SUSPENDED = "suspended";
    private static final String DONE = "";
    private static final int MINUTES_OF_DAY = (int) Duration.ofDays(1).toMinutes();
    private static final int MOST_DAYS = CaseFact.MAX_MINUTES / MINUTES_OF_DAY;

    /** Where the bands after the first begin, in minutes. */
    private final int[] starts;

    private final List<String> keys;

    private AgeBands(int[] starts, List<String> keys) {
        this.starts = starts;
        this.keys = keys;
    }

    static AgeBands of(int... days) {
        List<String> keys = new ArrayList<>();
        int[] starts = new int[days.length];
        int last = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] <= last || days[i] > MOST_DAYS) {
                throw new IllegalArgumentException(
                        "days must rise from 1 to at most " + MOST_DAYS + ", but were " + Arrays.toString(days));
            }
            keys.add(last + "-" + days[i]);
            starts[i] = days[i] * MINUTES_OF_DAY;
            last = days[i];
        }
        if (days.length == 0) {
            throw new IllegalArgumentException("days must be given, but there were none");
        }
        keys.add(last + "-");
        return new AgeBands(starts, List.copyOf(keys));
    }

    String key(CaseFact fact) {
        int coded = fact.coded(Phase.TO_COMPLETION);
        boolean isRunning = coded >= 0 && (coded & 1) == 1;
        if (!isRunning) {
            return DONE;
        }
        if (fact.outcome().state() == CaseState.SUSPENDED) {
            return SUSPENDED;
        }
        int found = Arrays.binarySearch(starts, coded >> 1);
        return keys.get(found >= 0 ? found + 1 : -found - 1);
    }
}
