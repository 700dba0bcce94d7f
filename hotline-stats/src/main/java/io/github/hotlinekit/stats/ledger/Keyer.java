package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactField;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Numbers the keys of cases in one dimension, for one ledger. */
abstract sealed class Keyer {

    private static final int SECONDS_OF_DAY = 86_400;

    /**
     * Writes the numbers of the keys of some cases that wait, one each.
     *
     * @param from the first case
     * @param until the one after the last
     * @param basis the number of the time basis, where cases that are absent need no key
     * @param into by case, its number
     */
    abstract void number(Waiting waiting, int from, int until, int basis, int[] into);

    /** The numbers of a case's keys, each once. */
    int[] numbers(CaseFact fact) {
        throw new IllegalStateException("a case has one key");
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

    static Keyer of(Dimension dimension, TimeBasis[] bases) {
        Dimension.Reading reading = dimension.reading();
        if (reading instanceof Dimension.OfField one) {
            return new OfField(one);
        }
        if (reading instanceof Dimension.OfOwn own) {
            return new OfOwn(own);
        }
        if (reading instanceof Dimension.OfCodes several) {
            return new OfCodes(several);
        }
        if (reading instanceof Dimension.OfOutcome outcome) {
            return new OfOutcome(outcome);
        }
        if (reading instanceof Dimension.OfAge age) {
            return new OfAge(age.bands());
        }
        return new OfDay((Dimension.OfDay) reading, bases);
    }

    private static final class OfField extends Keyer {
        private final FactField field;
        private final KeyTable keys;

        OfField(Dimension.OfField reading) {
            this.field = reading.field();
            this.keys = new KeyTable(reading.key());
        }

        @Override
        void number(Waiting waiting, int from, int until, int basis, int[] into) {
            // A field that is a constant where it is read takes one step, and not a choice for each case.
            switch (field) {
                case CHANNEL -> number(FactField.CHANNEL, waiting, from, until, into);
                case PRIORITY -> number(FactField.PRIORITY, waiting, from, until, into);
                case REQUESTER_TYPE -> number(FactField.REQUESTER_TYPE, waiting, from, until, into);
                case CATEGORY -> number(FactField.CATEGORY, waiting, from, until, into);
                case AREA -> number(FactField.AREA, waiting, from, until, into);
                case LEAD -> number(FactField.LEAD, waiting, from, until, into);
                case RESPONDENT -> number(FactField.RESPONDENT, waiting, from, until, into);
                default -> number(field, waiting, from, until, into);
            }
        }

        private void number(FactField known, Waiting waiting, int from, int until, int[] into) {
            int all = 0;
            for (int i = from; i < until; i++) {
                int found = keys.find(waiting.fact(i).code(known));
                into[i] = found;
                all |= found;
            }
            for (int i = from; all < 0 && i < until; i++) {
                into[i] = keys.number(waiting.fact(i).code(known));
            }
        }

        @Override
        KeyTable keys() {
            return keys;
        }
    }

    private static final class OfOwn extends Keyer {
        private final Function<CaseFact, Object> code;
        private final KeyTable keys;

        OfOwn(Dimension.OfOwn reading) {
            this.code = reading.code();
            this.keys = new KeyTable(reading.key());
        }

        @Override
        void number(Waiting waiting, int from, int until, int basis, int[] into) {
            for (int i = from; i < until; i++) {
                into[i] = keys.number(code.apply(waiting.fact(i)));
            }
        }

        @Override
        KeyTable keys() {
            return keys;
        }
    }

    /** One lookup for each outcome that occurs. */
    private static final class OfOutcome extends Keyer {
        private final Dimension.OfOutcome reading;
        private final KeyTable keys = new KeyTable(Object::toString);
        private final IntsByNumber byOutcome = new IntsByNumber();

        OfOutcome(Dimension.OfOutcome reading) {
            this.reading = reading;
        }

        @Override
        void number(Waiting waiting, int from, int until, int basis, int[] into) {
            int[] outcomes = waiting.outcomes();
            if (byOutcome.find(outcomes, from, until, into)) {
                return;
            }
            for (int i = from; i < until; i++) {
                int known = byOutcome.find(outcomes[i]);
                into[i] = known >= 0 ? known : learn(waiting.fact(i), outcomes[i]);
            }
        }

        private int learn(CaseFact fact, int outcome) {
            int number = keys.numberOfText(reading.key(fact.outcome()));
            byOutcome.put(outcome, number);
            return number;
        }

        @Override
        KeyTable keys() {
            return keys;
        }
    }

    private static final class OfAge extends Keyer {
        private final AgeBands bands;
        private final KeyTable keys = new KeyTable(Object::toString);

        OfAge(AgeBands bands) {
            this.bands = bands;
        }

        @Override
        void number(Waiting waiting, int from, int until, int basis, int[] into) {
            for (int i = from; i < until; i++) {
                into[i] = keys.number(bands.key(waiting.fact(i)));
            }
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
        void number(Waiting waiting, int from, int until, int basis, int[] into) {
            throw new IllegalStateException("a case has several keys");
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
        private final TimeBasis[] bases;

        OfDay(Dimension.OfDay reading, TimeBasis[] bases) {
            this.unit = reading.unit();
            this.offsets = new ZoneOffsets(reading.zone().getRules());
            this.bases = bases;
        }

        @Override
        void number(Waiting waiting, int from, int until, int basis, int[] into) {
            boolean[] present = waiting.present(basis);
            TimeBasis of = bases[basis];
            boolean areKnown = of == TimeBasis.RECEIVED // a constant, as above
                    ? find(TimeBasis.RECEIVED, waiting, present, from, until, into)
                    : find(of, waiting, present, from, until, into);
            if (areKnown) {
                return;
            }
            for (int i = from; i < until; i++) {
                if (present[i]) {
                    into[i] = number(waiting.fact(i).epochSecond(of));
                }
            }
        }

        /** Whether all days are known and on the offset at hand; their numbers are then written. */
        private boolean find(TimeBasis of, Waiting waiting, boolean[] present, int from, int until, int[] into) {
            int all = 0;
            for (int i = from; i < until; i++) {
                if (present[i]) {
                    long second = waiting.fact(i).epochSecond(of);
                    int found = offsets.isAtHand(second)
                            ? days.findNear(Math.floorDiv(second + offsets.atHand(), SECONDS_OF_DAY))
                            : -1;
                    into[i] = found;
                    all |= found;
                }
            }
            return all >= 0;
        }

        private int number(long second) {
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
