package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * A time that figures give the mean and the percentiles of, in whole minutes, with its definition. Phases that are still
 * running are kept apart and never dropped: figures of ended phases alone flatter whoever leaves things open.
 *
 * @param id its id, in lower camel case: of letters, digits and hyphens as {@link Metric#builder} takes, and then, if its basis
 *     is not the receipt, a dot and its basis
 * @param version the version of its definition, 1 or more; figures of two versions are not added up
 * @param name its name
 * @param meaning from what to what, in which time
 * @param basis when a case belongs to a period
 * @param source where the definition comes from
 * @param coded the time of a case: twice the minutes, from 0 to {@link CaseFact#MAX_MINUTES}, and one more if it is
 *     running; -1 if the case has none. A pure function
 */
public record Measure(
        String id,
        int version,
        Label name,
        Label meaning,
        TimeBasis basis,
        Label source,
        ToIntFunction<CaseFact> coded) {

    private static final Label HOUSE = Label.of("自定定义", "house definition");

    private static final List<Measure> STANDARD = List.of(
            of(
                    Phase.TO_SIGN_FOR,
                    "从最近一次派单到签收的工作时间",
                    "working time from the last dispatch to its sign-for",
                    "timeToSignFor"),
            of(
                    Phase.TO_FIRST_CONTACT,
                    "从受理到承办单位首次联系上诉求人的工作时间",
                    "working time from the receipt to the department's first talk with the citizen",
                    "timeToFirstContact"),
            of(
                    Phase.TO_REPLY,
                    "从受理到办结反馈的工作时间，扣除挂起",
                    "working time from the receipt to the reply, less suspensions",
                    "timeToReply"),
            of(
                    Phase.TO_COMPLETION,
                    "从受理到办结的自然时间，包括节假日、夜间和挂起",
                    "all time from the receipt to the completion: nights, holidays and suspensions too",
                    "handlingTime"));

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the version is below 1, or the id is none
     */
    public Measure {
        Ids.checkWithBasis("a measure", id);
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, but was " + version);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(coded, "coded");
    }

    /**
     * The first version of a time.
     *
     * @param id its id, in lower camel case
     * @param name its name
     * @param meaning from what to what, in which time
     * @param basis when a case belongs to a period
     * @param source where the definition comes from
     * @param coded the time of a case, as {@link #coded} says
     */
    public Measure(String id, Label name, Label meaning, TimeBasis basis, Label source, ToIntFunction<CaseFact> coded) {
        this(id, 1, name, meaning, basis, source, coded);
    }

    /**
     * The times that the SDK defines: to sign for, to first contact, to reply, to completion.
     *
     * @return the measures, in that order
     */
    public static List<Measure> standard() {
        return STANDARD;
    }

    /**
     * The handling time (办理用时), as the citizen waits.
     *
     * @return the measure {@code handlingTime}
     */
    public static Measure handlingTime() {
        return STANDARD.get(STANDARD.size() - 1);
    }

    /**
     * The same time by another time basis, which is another measure.
     *
     * @param other the basis
     * @return the measure, with the basis in its id; this one if it has that basis
     */
    public Measure on(TimeBasis other) {
        return other == basis
                ? this
                : new Measure(
                        id + "." + other.name().toLowerCase(Locale.ROOT),
                        version,
                        Label.of(
                                name.zh() + "（" + other.label().zh() + "）",
                                name.en() + " (" + other.label().en() + ")"),
                        meaning,
                        other,
                        source,
                        coded);
    }

    private static Measure of(Phase phase, String zh, String en, String id) {
        return new Measure(id, phase.label(), Label.of(zh, en), TimeBasis.RECEIVED, HOUSE, new OfPhase(phase));
    }

    /** The time of a phase: other than a function of a user's own, it says what it reads. */
    private record OfPhase(Phase phase) implements ToIntFunction<CaseFact> {
        @Override
        public int applyAsInt(CaseFact fact) {
            return fact.coded(phase);
        }
    }

    /**
     * How its mean and its percentiles are computed.
     *
     * @return in words
     */
    public Label formula() {
        return Label.of(
                "平均：已结束用时的分钟数之和 ÷ 已结束的件数；分位数：第 1 类（不小于 p 比例的最小观测值）；未完成的按删失处理（Kaplan–Meier）",
                "mean: the sum of the minutes that have ended / how many have; percentiles of type 1: the least value with a share"
                        + " p at or below it; phases still running are censored (Kaplan–Meier)");
    }

    /**
     * The fields of a fact that the time is taken from; the {@link #basis} is not among them.
     *
     * @return the field of its phase; every field if {@link #coded} is a user's own
     */
    public Set<FactField> reads() {
        return coded instanceof OfPhase time ? Set.of(FactField.of(time.phase())) : FactField.all();
    }

    /**
     * The cases whose time it is, as a metric of the same id and time basis, by which a mean or percentile is traced to them.
     *
     * @return the metric: those whose time has ended, of those that have one, ended or running
     */
    public Metric measured() {
        return Metric.derived(id)
                .name(name.zh(), name.en())
                .numerator(
                        "用时已结束的工单",
                        "cases whose time has ended",
                        FactTest.ofFact(f -> coded.applyAsInt(f) >= 0 && (coded.applyAsInt(f) & 1) == 0))
                .denominator("有此用时的工单（含未结束的）", "cases that have such a time, running ones among them")
                .exclude(new Exclusion(
                        "notMeasured", Label.of("无此用时", "no such time"), FactTest.ofFact(f -> coded.applyAsInt(f) < 0)))
                .version(version)
                .basis(basis)
                .source(source)
                .build();
    }

    /**
     * All that its figures depend on, in words. What {@link #coded} does is not in it: a changed function needs a new version.
     *
     * @return such as {@code handlingTime/1/received}
     */
    public String definition() {
        return id + "/" + version + "/" + basis.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measure that && definition().equals(that.definition());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Measure " + id;
    }
}
