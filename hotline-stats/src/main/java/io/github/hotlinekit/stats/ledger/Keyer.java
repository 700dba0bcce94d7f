package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Numbers the keys of cases in one dimension, for one ledger. */
abstract sealed class Keyer {

    private static final int SECONDS_OF_DAY = 86_400;

    /** The number of a case's key. */
    abstract int number(CaseFact fact, TimeBasis basis);

    /** The numbers of a case's keys, each once. */
    int[] numbers(CaseFact fact) {
        return new int[] {number(fact, TimeBasis.RECEIVED)};
    }

    boolean isMultiple() {
        return false;
    }

    boolean isOfBasis() {
        return false;
    }

    abstract KeyTable keys();

    int numberOfText(String key) {
        return keys().numberOfText(key);
    }

    String text(int number) {
        return keys().text(number);
    }

    /** For each key of another ledger, its number here. */
    int[] numbersOf(Keyer other) {
        int[] numbers = new int[other.keys().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numberOfText(other.text(i));
        }
        return numbers;
    }

    static Keyer of(Dimension dimension) {
        Dimension.Reading reading = dimension.reading();
        if (reading instanceof Dimension.OfCode one) {
            return new OfCode(one);
        }
        if (reading instanceof Dimension.OfCodes several) {
            return new OfCodes(several);
        }
        return new OfDay((Dimension.OfDay) reading);
    }

    private static final class OfCode extends Keyer {
        private final Function<CaseFact, ? extends Object> code;
        private final KeyTable keys;

        OfCode(Dimension.OfCode reading) {
            this.code = reading.code();
            this.keys = new KeyTable(reading.key());
        }

        @Override
        int number(CaseFact fact, TimeBasis basis) {
            return keys.number(code.apply(fact));
        }

        @Override
        KeyTable keys() {
            return keys;
        }
    }

    private static final class OfCodes extends Keyer {
        private final Function<CaseFact, List<?>> codes;
        private final KeyTable keys;

        OfCodes(Dimension.OfCodes reading) {
            this.codes = reading.codes();
            this.keys = new KeyTable(reading.key());
        }

        @Override
        int number(CaseFact fact, TimeBasis basis) {
            return numbers(fact)[0];
        }

        @Override
        int[] numbers(CaseFact fact) {
            List<?> found = codes.apply(fact);
            if (found.isEmpty()) {
                return new int[] {keys.number(null)};
            }
            return found.stream()
                    .mapToInt(c -> keys.number(Objects.requireNonNull(c, "code")))
                    .distinct()
                    .toArray();
        }

        @Override
        boolean isMultiple() {
            return true;
        }

        @Override
        KeyTable keys() {
            return keys;
        }
    }

    /** Days are numbered by their count from 1970, so that no date is made for a case. */
    private static final class OfDay extends Keyer {
        private final PeriodUnit unit;
        private final ZoneOffsets offsets;
        private final KeyTable keys = new KeyTable(Object::toString);
        private final DayNumbers days = new DayNumbers();

        OfDay(Dimension.OfDay reading) {
            this.unit = reading.unit();
            this.offsets = new ZoneOffsets(reading.zone().getRules());
        }

        @Override
        int number(CaseFact fact, TimeBasis basis) {
            long second = fact.epochSecond(basis);
            long day = Math.floorDiv(second + offsets.at(second), SECONDS_OF_DAY);
            int known = days.find(day);
            if (known >= 0) {
                return known;
            }
            int number = keys.numberOfText(unit.keyOf(LocalDate.ofEpochDay(day)));
            days.put(day, number);
            return number;
        }

        @Override
        boolean isOfBasis() {
            return true;
        }

        @Override
        KeyTable keys() {
            return keys;
        }
    }
}
