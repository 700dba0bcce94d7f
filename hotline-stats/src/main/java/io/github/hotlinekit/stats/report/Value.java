package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.metric.Bounds;
import io.github.hotlinekit.stats.metric.Interval;
import io.github.hotlinekit.stats.metric.Movement;
import io.github.hotlinekit.stats.metric.Ratio;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What stands in a cell of a report. Numbers know their definition and their cases. */
public sealed interface Value {

    /**
     * Where it comes from.
     *
     * @return the source; empty for what is no figure, or not shown
     */
    default Optional<Source> source() {
        return Optional.empty();
    }

    /**
     * A text.
     *
     * @param label the text
     * @param definition the id of the count, metric or measure that it is the name of
     */
    record Text(Label label, Optional<String> definition) implements Value {
        /** Checks the parts. */
        public Text {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(definition, "definition");
        }

        static Text of(Label label) {
            return new Text(label, Optional.empty());
        }

        static Text of(String zh, String en) {
            return of(Label.of(zh, en));
        }
    }

    /**
     * A plain number, such as of working days.
     *
     * @param number the number
     */
    record Plain(BigDecimal number) implements Value {
        /** Checks the number. */
        public Plain {
            Objects.requireNonNull(number, "number");
        }
    }

    /**
     * A number of cases.
     *
     * @param count 0 or more
     * @param from where it comes from
     */
    record Count(long count, Source from) implements Value {
        /** Checks the parts. */
        public Count {
            Objects.requireNonNull(from, "from");
        }

        @Override
        public Optional<Source> source() {
            return Optional.of(from);
        }
    }

    /**
     * A share of a whole; the shares of a whole add up to 100.
     *
     * @param percent in percent, as printed
     * @param from where it comes from
     */
    record Share(BigDecimal percent, Source from) implements Value {
        /** Checks the parts. */
        public Share {
            Objects.requireNonNull(percent, "percent");
            Objects.requireNonNull(from, "from");
        }

        @Override
        public Optional<Source> source() {
            return Optional.of(from);
        }
    }

    /**
     * A rate that has data.
     *
     * @param ratio the rate
     * @param figure the figure it is of: {@code ratio} is the figure's own, or what it would be under a {@code whatIf}
     * @param from where it comes from
     */
    record Rate(Ratio ratio, Figure figure, Source from) implements Value {
        /** Checks the parts. */
        public Rate {
            Objects.requireNonNull(ratio, "ratio");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(from, "from");
        }

        @Override
        public Optional<Source> source() {
            return Optional.of(from);
        }
    }

    /**
     * Where a true rate may lie.
     *
     * @param interval the interval
     * @param from where it comes from
     */
    record Range(Interval interval, Source from) implements Value {
        /** Checks the parts. */
        public Range {
            Objects.requireNonNull(interval, "interval");
            Objects.requireNonNull(from, "from");
        }

        @Override
        public Optional<Source> source() {
            return Optional.of(from);
        }
    }

    /** The unit of a change. */
    enum Unit {
        /** Percent of the earlier count. */
        PERCENT,
        /** Percentage points. */
        POINTS
    }

    /**
     * A change against an earlier figure.
     *
     * @param amount how much, as printed; empty if there is no rate of growth
     * @param unit the unit of the amount
     * @param movement what may be said of it
     * @param from where the later figure comes from
     */
    record Change(Optional<BigDecimal> amount, Unit unit, Movement movement, Source from) implements Value {
        /** Checks the parts. */
        public Change {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(movement, "movement");
            Objects.requireNonNull(from, "from");
        }

        /**
         * The movement as it is printed beside the amount. Cases are compared by working days (工作日), so that more of
         * them in a period of more working days may be fewer a working day; where the two go different ways, it is said.
         *
         * @return the label of the movement, with what it is by if the amount alone would contradict it
         */
        public Label word() {
            int sign = amount.map(BigDecimal::signum).orElse(0);
            if ((sign > 0 && movement == Movement.DOWN) || (sign < 0 && movement == Movement.UP)) {
                Label label = movement.label();
                return Label.of("按工作日" + label.zh(), label.en() + " by working days");
            }
            return movement.label();
        }

        @Override
        public Optional<Source> source() {
            return Optional.of(from);
        }
    }

    /**
     * A time.
     *
     * @param minutes the minutes, or the bounds of them where times are kept in bins
     * @param from where it comes from
     */
    record Time(Bounds minutes, Source from) implements Value {
        /** Checks the parts. */
        public Time {
            Objects.requireNonNull(minutes, "minutes");
            Objects.requireNonNull(from, "from");
        }

        @Override
        public Optional<Source> source() {
            return Optional.of(from);
        }
    }

    /** A number that is not shown, since it is of few people or would give such a number away. */
    record Hidden() implements Value {}

    /** Nothing to say: 0 of 0, or no earlier figure. */
    record NoData() implements Value {}
}
