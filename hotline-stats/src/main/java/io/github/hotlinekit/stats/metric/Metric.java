package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A rate with its definition: which cases are left out and why, which of the others count, when a case
 * belongs to a period, and where the definition comes from. Every case is a hit, a miss, or left out for
 * the first exclusion that applies: the three add up to all cases.
 */
public final class Metric {

    /** {@link #classify} of a case in the numerator. */
    public static final int HIT = -1;
    /** {@link #classify} of a case in the denominator only. */
    public static final int MISS = -2;

    private final String id;
    private final Label name;
    private final Label numerator;
    private final Label denominator;
    private final TimeBasis basis;
    private final String source;
    private final List<Exclusion> exclusions;
    private final Exclusion[] tests;
    private final Predicate<CaseFact> hit;

    private Metric(Builder builder) {
        this.id = builder.id;
        this.name = builder.label("name");
        this.numerator = builder.label("numerator");
        this.denominator = builder.label("denominator");
        this.basis = TimeBasis.RECEIVED;
        this.source = Objects.requireNonNullElse(builder.texts.get("source"), "");
        this.exclusions = List.copyOf(builder.exclusions);
        this.tests = exclusions.toArray(new Exclusion[0]);
        if (builder.hits.size() != 1) {
            throw new IllegalArgumentException("metric " + id + " must say once what a hit is");
        }
        this.hit = builder.hits.get(0);
        if (exclusions.stream().map(Exclusion::id).distinct().count() < exclusions.size()) {
            throw new IllegalArgumentException("metric " + id + " must not have two exclusions of one id");
        }
    }

    /**
     * The rates that the SDK defines: completion, on-time completion, the source's promise kept, on-time
     * sign-for, direct answer, callback coverage, resolution, satisfaction, reopening.
     *
     * @return the metrics, in that order
     */
    public static List<Metric> standard() {
        return StandardMetrics.ALL;
    }

    /**
     * A builder of a metric of one's own.
     *
     * @param id its id, in lower camel case
     * @return a new builder
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * What a case is to this metric. O(number of exclusions), allocates nothing.
     *
     * @param fact the case
     * @return {@link #HIT}, {@link #MISS}, or the position in {@link #exclusions} of the first that applies
     */
    public int classify(CaseFact fact) {
        for (int i = 0; i < tests.length; i++) {
            if (tests[i].applies().test(fact)) {
                return i;
            }
        }
        return hit.test(fact) ? HIT : MISS;
    }

    /**
     * Its id.
     *
     * @return such as {@code completion}
     */
    public String id() {
        return id;
    }

    /**
     * Its name.
     *
     * @return such as 办结率, completion rate
     */
    public Label name() {
        return name;
    }

    /**
     * What the numerator counts.
     *
     * @return in words
     */
    public Label numerator() {
        return numerator;
    }

    /**
     * What the denominator counts.
     *
     * @return in words
     */
    public Label denominator() {
        return denominator;
    }

    /**
     * When a case belongs to a period.
     *
     * @return the time basis
     */
    public TimeBasis basis() {
        return basis;
    }

    /**
     * Where the definition comes from.
     *
     * @return the source
     */
    public String source() {
        return source;
    }

    /**
     * What is left out, and counted.
     *
     * @return the exclusions, in the order in which they are tried
     */
    public List<Exclusion> exclusions() {
        return exclusions;
    }

    /**
     * The definition in words.
     *
     * @param language which language
     * @return one paragraph
     */
    public String describe(Language language) {
        boolean zh = language == Language.ZH;
        String left = exclusions.stream().map(e -> e.name().in(language)).collect(Collectors.joining(zh ? "、" : ", "));
        return zh
                ? name.zh() + "：" + numerator.zh() + " ÷ " + denominator.zh() + "；不计：" + (left.isEmpty() ? "无" : left)
                        + "；" + basis.label().zh() + "；" + source
                : name.en() + ": " + numerator.en() + " / " + denominator.en() + "; left out: "
                        + (left.isEmpty() ? "nothing" : left) + "; "
                        + basis.label().en() + "; " + source;
    }

    @Override
    public String toString() {
        return "Metric " + id;
    }

    /** Builds a metric. */
    public static final class Builder {
        private final String id;
        private final Map<String, Label> labels = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private final List<Predicate<CaseFact>> hits = new ArrayList<>();

        private Builder(String id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        /**
         * Sets the name.
         *
         * @param zh in Chinese
         * @param en in English
         * @return this builder
         */
        public Builder name(String zh, String en) {
            labels.put("name", Label.of(zh, en));
            return this;
        }

        /**
         * Sets what counts: the numerator in words, and the test of it among the cases not left out.
         *
         * @param zh the numerator, in Chinese
         * @param en the numerator, in English
         * @param hit whether a case is in the numerator; a pure function
         * @return this builder
         */
        public Builder numerator(String zh, String en, Predicate<CaseFact> hit) {
            labels.put("numerator", Label.of(zh, en));
            hits.add(Objects.requireNonNull(hit, "hit"));
            return this;
        }

        /**
         * Sets the denominator in words; it is all cases that no exclusion leaves out.
         *
         * @param zh in Chinese
         * @param en in English
         * @return this builder
         */
        public Builder denominator(String zh, String en) {
            labels.put("denominator", Label.of(zh, en));
            return this;
        }

        /**
         * Adds a reason to leave a case out, tried after those added before.
         *
         * @param exclusion the reason
         * @return this builder
         */
        public Builder exclude(Exclusion exclusion) {
            exclusions.add(Objects.requireNonNull(exclusion, "exclusion"));
            return this;
        }

        /**
         * Sets where the definition comes from.
         *
         * @param source the source
         * @return this builder
         */
        public Builder source(String source) {
            texts.put("source", Objects.requireNonNull(source, "source"));
            return this;
        }

        /**
         * The metric.
         *
         * @return the metric
         * @throws IllegalArgumentException if name, numerator or denominator is missing, the numerator is
         *     given twice, or two exclusions have one id
         */
        public Metric build() {
            return new Metric(this);
        }

        private Label label(String part) {
            Label label = labels.get(part);
            if (label == null) {
                throw new IllegalArgumentException("metric " + id + " must have a " + part);
            }
            return label;
        }
    }
}
