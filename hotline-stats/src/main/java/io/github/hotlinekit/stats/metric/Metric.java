package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A rate with its definition: which cases are left out and why, which of the others count, when a case
 * belongs to a period, and where the definition comes from. Every case is a hit, a miss, or left out for
 * the first exclusion that applies: the three add up to all cases.
 */
public final class Metric {

    /** The most exclusions. */
    public static final int MAX_EXCLUSIONS = 100;
    /** The most characters of an id: of a metric, measure, count, exclusion or what if. */
    public static final int MAX_ID_LENGTH = 100;
    /** {@link #classify} of a case in the numerator. */
    public static final int HIT = -1;
    /** {@link #classify} of a case in the denominator only. */
    public static final int MISS = -2;

    private final String id;
    private final Label name;
    private final Label numerator;
    private final Label denominator;
    private final int version;
    private final TimeBasis basis;
    private final Direction direction;
    private final Label source;
    private final List<Exclusion> exclusions;
    private final FactTest[] tests;
    private final FactTest hit;
    private final List<WhatIf> whatIfs;
    private final List<String> guards;

    private Metric(Builder builder) {
        this.id = builder.id;
        this.name = builder.label("name");
        this.numerator = builder.label("numerator");
        this.denominator = builder.label("denominator");
        this.version = builder.version[0];
        this.basis = builder.basis[0];
        this.direction = builder.direction[0];
        this.source = Objects.requireNonNullElse(builder.labels.get("source"), Label.of("未注明出处", "no source given"));
        this.exclusions = List.copyOf(builder.exclusions);
        this.tests = exclusions.stream().map(Exclusion::test).toArray(FactTest[]::new);
        if (builder.hits.size() != 1) {
            throw new IllegalArgumentException("metric " + id + " must say once what a hit is");
        }
        this.hit = builder.hits.get(0);
        this.whatIfs = List.copyOf(builder.whatIfs);
        this.guards = List.copyOf(builder.guards);
        Set<String> ids = new HashSet<>();
        exclusions.forEach(e -> ids.add(e.id()));
        if (ids.size() < exclusions.size()) {
            throw new IllegalArgumentException("metric " + id + " must not have two exclusions of one id");
        }
        if (exclusions.size() > MAX_EXCLUSIONS) {
            throw new IllegalArgumentException("metric " + id + " must have at most " + MAX_EXCLUSIONS
                    + " exclusions, but had " + exclusions.size());
        }
        for (WhatIf whatIf : whatIfs) {
            if (!ids.containsAll(whatIf.asHits()) || !ids.containsAll(whatIf.asMisses())) {
                throw new IllegalArgumentException("metric " + id + " must have the exclusions of what if "
                        + whatIf.id() + ", but had " + new TreeSet<>(ids));
            }
        }
    }

    private Metric(Metric other, TimeBasis basis) {
        this.id = other.id + "." + basis.name().toLowerCase(Locale.ROOT);
        this.name = Label.of(
                other.name.zh() + "（" + basis.label().zh() + "）",
                other.name.en() + " (" + basis.label().en() + ")");
        this.numerator = other.numerator;
        this.denominator = other.denominator;
        this.version = other.version;
        this.basis = basis;
        this.direction = other.direction;
        this.source = other.source;
        this.exclusions = other.exclusions;
        this.tests = other.tests;
        this.hit = other.hit;
        this.whatIfs = other.whatIfs;
        this.guards = other.guards;
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
     * All rates that the SDK defines: the {@linkplain #standard standard} ones, then response, contact in time, return,
     * dispatch accuracy, first-contact resolution, repetition, chronic problems, extension, suspension, urging,
     * supervision, overdue among open; and the guards: completed just before due, reopened after closing, suspended for
     * long, sent back in review.
     *
     * @return the metrics, in that order
     */
    public static List<Metric> catalogue() {
        return StandardMetrics.CATALOGUE;
    }

    /**
     * The satisfaction rate (满意率) with grades of one's own choice in the numerator, such as with {@link
     * Satisfaction#FAIR 基本满意}. The choice is in its id, since it makes another figure.
     *
     * @param satisfied the grades in the numerator, at least one
     * @return the metric; with the two best grades the standard one
     * @throws IllegalArgumentException if there is none
     */
    public static Metric satisfaction(Set<Satisfaction> satisfied) {
        return StandardMetrics.satisfaction(satisfied);
    }

    /**
     * A builder of a metric of one's own.
     *
     * @param id its id, in lower camel case: a letter and then letters, digits or hyphens, at most {@value #MAX_ID_LENGTH}
     * @return a new builder
     * @throws IllegalArgumentException if the id is none
     */
    public static Builder builder(String id) {
        return new Builder(Ids.check("a metric", id));
    }

    /** A builder of a metric that is derived from a definition, whose id may have in it how. */
    static Builder derived(String id) {
        return new Builder(id);
    }

    /**
     * What a case is to this metric. O(number of exclusions).
     *
     * @param fact the case
     * @return {@link #HIT}, {@link #MISS}, or the position in {@link #exclusions} of the first that applies
     */
    public int classify(CaseFact fact) {
        return classify(fact, fact.outcome());
    }

    /**
     * What a case is to this metric, if its outcome is at hand, so that it need not be made for each of many metrics.
     *
     * @param fact the case
     * @param outcome its outcome
     * @return as {@link #classify(CaseFact)}
     */
    public int classify(CaseFact fact, CaseOutcome outcome) {
        for (int i = 0; i < tests.length; i++) {
            if (tests[i].test(fact, outcome)) {
                return i;
            }
        }
        return hit.test(fact, outcome) ? HIT : MISS;
    }

    /**
     * Whether it asks for nothing but the {@linkplain CaseOutcome outcome} of a case, so that two cases of one outcome
     * are the same to it.
     *
     * @return whether all its tests are {@link FactTest.OfOutcome}
     */
    public boolean isOfOutcome() {
        return hit instanceof FactTest.OfOutcome
                && exclusions.stream().allMatch(e -> e.test() instanceof FactTest.OfOutcome);
    }

    /**
     * The fields of a fact that {@link #classify} reads; the {@link #basis} is not among them.
     *
     * @return the outcome if it {@linkplain #isOfOutcome asks for nothing else}, else every field
     */
    public Set<FactField> reads() {
        return isOfOutcome() ? Set.of(FactField.OUTCOME) : FactField.all();
    }

    /**
     * The same definition by another time basis, which is another metric.
     *
     * @param other the basis
     * @return the metric, with the basis in its id; this one if it has that basis
     */
    public Metric on(TimeBasis other) {
        return other == basis ? this : new Metric(this, other);
    }

    /**
     * The cases that one of its exclusions takes, as a metric of the same time basis, by which a count of cases left out is
     * traced to them.
     *
     * @param exclusion the exclusion's id
     * @return the metric, with the exclusion in its id, such as {@code satisfaction/unreachable}: those that it takes, of all
     * @throws IllegalArgumentException if it has no such exclusion
     */
    public Metric leftOut(String exclusion) {
        List<String> ids = exclusions.stream().map(Exclusion::id).toList();
        int place = ids.indexOf(exclusion);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "exclusion of metric " + id + " must be one of " + ids + ", but was " + exclusion);
        }
        Label why = exclusions.get(place).name();
        return derived(id + "/" + exclusion)
                .name(name.zh() + "不计：" + why.zh(), "left out of " + name.en() + ": " + why.en())
                .numerator(why.zh(), why.en(), FactTest.ofFact(f -> classify(f) == place))
                .denominator("全部工单", "all cases")
                .version(version)
                .basis(basis)
                .source(source)
                .build();
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
     * How it is computed.
     *
     * @return in words: the numerator by the denominator
     */
    public Label formula() {
        return Label.of(
                numerator.zh() + " ÷ " + denominator.zh() + " × 100%",
                numerator.en() + " / " + denominator.en() + " × 100%");
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
     * The version of its definition.
     *
     * @return 1 or more; figures of two versions are not added up
     */
    public int version() {
        return version;
    }

    /**
     * Which way it is better.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * What it would be under other treatments of cases left out.
     *
     * @return the treatments, each a guard
     */
    public List<WhatIf> whatIfs() {
        return whatIfs;
    }

    /**
     * The metrics to look at beside it, since they show how it could have been made to look good.
     *
     * @return their ids
     */
    public List<String> guards() {
        return guards;
    }

    /**
     * All that its figures depend on, in words that are equal just for definitions whose figures may be added up: id,
     * version, basis and exclusions. What a predicate tests is not in it: a changed test needs a new version.
     *
     * @return such as {@code completion/1/received[rejected, merged]}
     */
    public String definition() {
        return id + "/" + version + "/" + basis.name().toLowerCase(Locale.ROOT)
                + exclusions.stream().map(Exclusion::id).toList();
    }

    /**
     * Where the definition comes from.
     *
     * @return the source, in both languages
     */
    public Label source() {
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
                        + "；" + basis.label().zh() + "；" + source.zh()
                : name.en() + ": " + numerator.en() + " / " + denominator.en() + "; left out: "
                        + (left.isEmpty() ? "nothing" : left) + "; "
                        + basis.label().en() + "; " + source.en();
    }

    @Override
    public String toString() {
        return "Metric " + id;
    }

    /** Builds a metric. */
    public static final class Builder {
        private final String id;
        private final Map<String, Label> labels = new HashMap<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private final List<FactTest> hits = new ArrayList<>();
        private final List<WhatIf> whatIfs = new ArrayList<>();
        private final List<String> guards = new ArrayList<>();
        private final int[] version = {1};
        private final TimeBasis[] basis = {TimeBasis.RECEIVED};
        private final Direction[] direction = {Direction.NEITHER};

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
         * @param hit whether a case is in the numerator, by its outcome; a pure function
         * @return this builder
         */
        public Builder numerator(String zh, String en, Predicate<CaseOutcome> hit) {
            return numerator(zh, en, FactTest.ofOutcome(hit));
        }

        /**
         * Sets what counts: the numerator in words, and the test of it among the cases not left out.
         *
         * @param zh the numerator, in Chinese
         * @param en the numerator, in English
         * @param hit whether a case is in the numerator
         * @return this builder
         */
        public Builder numerator(String zh, String en, FactTest hit) {
            labels.put("numerator", Label.of(zh, en));
            hits.add(Objects.requireNonNull(hit, "hit"));
            return this;
        }

        /**
         * Sets when a case belongs to a period; its receipt if not set.
         *
         * @param value the basis
         * @return this builder
         */
        public Builder basis(TimeBasis value) {
            basis[0] = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets which way it is better; neither if not set.
         *
         * @param value the direction
         * @return this builder
         */
        public Builder direction(Direction value) {
            direction[0] = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets the version of the definition; 1 if not set.
         *
         * @param value 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder version(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("version must be at least 1, but was " + value);
            }
            version[0] = value;
            return this;
        }

        /**
         * Adds another treatment of cases left out.
         *
         * @param value the treatment; its exclusions must be the metric's
         * @return this builder
         */
        public Builder whatIf(WhatIf value) {
            whatIfs.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Adds metrics to look at beside this one.
         *
         * @param ids their ids
         * @return this builder
         */
        public Builder guardedBy(String... ids) {
            guards.addAll(List.of(ids));
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
         * @param zh the source in Chinese
         * @param en the source in English
         * @return this builder
         */
        public Builder source(String zh, String en) {
            return source(Label.of(zh, en));
        }

        /**
         * Sets where the definition comes from.
         *
         * @param source the source, in both languages
         * @return this builder
         */
        public Builder source(Label source) {
            labels.put("source", Objects.requireNonNull(source, "source"));
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
