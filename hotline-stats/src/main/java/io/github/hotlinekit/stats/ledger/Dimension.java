package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.metric.CaseFact;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;

/**
 * Something by which cases are grouped: a period, a department, a kind.
 *
 * @param id its id, which says all about how keys are made, such as {@code category/1}
 * @param name its name
 * @param key the key of a case, a pure function; the empty text for a case that has none
 */
public record Dimension(String id, Label name, Function<CaseFact, String> key) {

    /** Checks the parts. */
    public Dimension {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }

    /**
     * The period in which a case was received.
     *
     * @param unit the length of a period
     * @param zone the zone whose days count
     * @return the dimension
     */
    public static Dimension period(PeriodUnit unit, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        return new Dimension(
                "period/" + unit + "/" + zone.getId(),
                Label.of("受理时段", "period of receipt"),
                fact -> unit.keyOf(fact.received().atZone(zone).toLocalDate()));
    }

    /**
     * The kind of demand.
     *
     * @return the dimension, with keys as {@code complaint}
     */
    public static Dimension kind() {
        return new Dimension(
                "kind", Label.of("诉求类型", "kind"), fact -> fact.kind().code());
    }

    /**
     * The channel.
     *
     * @return the dimension, with keys as {@code phone}
     */
    public static Dimension channel() {
        return new Dimension(
                "channel", Label.of("渠道", "channel"), fact -> fact.channel().code());
    }

    /**
     * The category, rolled up to a depth.
     *
     * @param depth the number of levels kept, from 1
     * @return the dimension, with keys as {@code 03.02}
     * @throws IllegalArgumentException if depth is below 1
     */
    public static Dimension category(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth must be at least 1, but was " + depth);
        }
        return new Dimension(
                "category/" + depth,
                Label.of("事项分类", "category"),
                fact -> fact.category().isPresent()
                        ? fact.category().get().atDepth(depth).value()
                        : "");
    }

    /**
     * The area, cut to its first digits.
     *
     * @param digits the number of digits kept, from 1
     * @return the dimension, with keys as {@code 350581001}
     * @throws IllegalArgumentException if digits is below 1
     */
    public static Dimension area(int digits) {
        if (digits < 1) {
            throw new IllegalArgumentException("digits must be at least 1, but was " + digits);
        }
        return new Dimension("area/" + digits, Label.of("区域", "area"), fact -> {
            if (fact.area().isEmpty()) {
                return "";
            }
            String code = fact.area().get().value();
            return code.length() <= digits ? code : code.substring(0, digits);
        });
    }

    /**
     * The lead department.
     *
     * @return the dimension, with department codes as keys
     */
    public static Dimension department() {
        return new Dimension(
                "department",
                Label.of("主办单位", "lead department"),
                fact -> fact.lead().isPresent() ? fact.lead().get().value() : "");
    }

    /** Dimensions are equal if their ids are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Dimension that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
