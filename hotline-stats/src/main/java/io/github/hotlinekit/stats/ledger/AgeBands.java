package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bands of {@link Dimension#openAge}. */
final class AgeBands {

    static final String SUSPENDED = "suspended";
    private static final String DONE = "";
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int MINUTES_OF_DAY = (int) Duration.ofDays(1).toMinutes();
    private static final int MOST_DAYS = CaseFact.MAX_MINUTES / MINUTES_OF_DAY;
    private static final LocalDate EARLIEST = LocalDate.of(WorkingCalendar.MIN_YEAR, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(WorkingCalendar.MAX_YEAR, 12, 31);

    /** How old a case is. */
    private interface Age {
        int days(CaseFact fact, int minutes);
    }

    /** Where the bands after the first begin, in days. */
    private final int[] starts;

    private final List<String> keys;
    private final Age age;

    private AgeBands(int[] starts, List<String> keys, Age age) {
        this.starts = starts;
        this.keys = keys;
        this.age = age;
    }

    static AgeBands of(int... days) {
        return of((fact, minutes) -> minutes / MINUTES_OF_DAY, MOST_DAYS, days);
    }

    static AgeBands of(WorkingCalendar calendar, ZoneId zone, int... days) {
        if (calendar.isStrict()) {
            throw new IllegalArgumentException(
                    "calendar must not be strict, so that cases of days that are not settled are"
                            + " counted too, but was " + calendar.identity());
        }
        return of((fact, minutes) -> workingDays(calendar, zone, fact, minutes), WorkingCalendar.MAX_DAYS, days);
    }

    private static AgeBands of(Age age, int most, int... days) {
        List<String> keys = new ArrayList<>();
        int last = 0;
        for (int day : days) {
            if (day <= last || day > most) {
                throw new IllegalArgumentException(
                        "days must rise from 1 to at most " + most + ", but were " + Arrays.toString(days));
            }
            keys.add(last + "-" + day);
            last = day;
        }
        if (days.length == 0) {
            throw new IllegalArgumentException("days must be given, but there were none");
        }
        keys.add(last + "-");
        keys.add(SUSPENDED);
        return new AgeBands(days.clone(), List.copyOf(keys), age);
    }

    /** The working days after that of the receipt that are over. */
    private static int workingDays(WorkingCalendar calendar, ZoneId zone, CaseFact fact, int minutes) {
        long received = fact.epochSecond(TimeBasis.RECEIVED);
        // The minutes were rounded down. From the next full minute on they lead to an as-of instant on a full minute.
        long asOf = (-Math.floorDiv(-received, SECONDS_OF_MINUTE) + minutes) * SECONDS_OF_MINUTE;
        LocalDate day = date(received, zone);
        LocalDate today = date(asOf, zone);
        return day.isBefore(today) ? Math.toIntExact(calendar.workingDaysFrom(day.plusDays(1), today)) : 0;
    }

    private static LocalDate date(long second, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
        return date.isBefore(EARLIEST) ? EARLIEST : date.isAfter(LATEST) ? LATEST : date;
    }

    /** The keys of open cases, from the youngest on, and of those suspended. */
    List<String> keys() {
        return keys;
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
        int found = Arrays.binarySearch(starts, age.days(fact, coded >> 1));
        return keys.get(found >= 0 ? found + 1 : -found - 1);
    }
}
