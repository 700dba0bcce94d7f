package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a count of cases counts, and what a share of cases is a share of: the figures of a report that are neither a {@link
 * Metric} nor a {@link Measure}, with a definition as those have.
 *
 * @param id its id
 * @param version the version of its definition, 1 or more
 * @param name its name
 * @param counted which cases it counts
 * @param of what it is a share of; empty for a count
 * @param basis when a case belongs to a period
 * @param source where the definition comes from
 */
public record CountDefinition(
        String id, int version, Label name, Label counted, Optional<Label> of, TimeBasis basis, Label source) {

    private static final Label HOUSE = Label.of("自定定义；每件均计", "house definition; every case counts");

    private static final CountDefinition VOLUME = count(
            "volume",
            Label.of("受理量", "cases received"),
            Label.of("期内受理的工单，不论如何了结", "cases received in the period, however they ended"),
            TimeBasis.RECEIVED);

    private static final CountDefinition SHARE = new CountDefinition(
            "shareOfCases",
            1,
            Label.of("占比", "share of cases"),
            Label.of("期内受理的一类工单，如某一诉求类型、事项的工单", "cases received in the period of one kind, category or the like"),
            Optional.of(Label.of("期内受理的全部工单", "all cases received in the period")),
            TimeBasis.RECEIVED,
            HOUSE);

    private static final CountDefinition OPEN_CASES = count(
            "openCases",
            Label.of("在办工单", "open cases"),
            Label.of(
                    "至统计时点尚无办结反馈的工单，按受理之日起已满的工作日分段，已挂起的单列",
                    "cases without a reply at the instant of the figures, by the working days that are over since their receipt;"
                            + " those suspended apart"),
            TimeBasis.RECEIVED);

    private static final List<CountDefinition> STANDARD = List.of(
            VOLUME,
            SHARE,
            OPEN_CASES,
            by("casesDue", "到期", "cases due", TimeBasis.DUE),
            by("casesCompleted", "办结", "cases completed", TimeBasis.COMPLETED),
            by("casesCalledBack", "回访", "cases called back", TimeBasis.CALLED_BACK));

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the version is below 1, or the id is none
     */
    public CountDefinition {
        Ids.check("a count", id);
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, but was " + version);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(source, "source");
    }

    private static CountDefinition count(String id, Label name, Label counted, TimeBasis basis) {
        return new CountDefinition(id, 1, name, counted, Optional.empty(), basis, HOUSE);
    }

    private static CountDefinition by(String id, String zh, String en, TimeBasis basis) {
        return count(
                id,
                Label.of(zh + "工单量", en),
                Label.of("期内" + zh + "的工单，不论何时受理", en + " in the period, whenever they were received"),
                basis);
    }

    /**
     * All that the SDK defines: the volume, the share by kind and the like, the backlog by age; and the volumes due, completed
     * and called back.
     *
     * @return the definitions, in that order
     */
    public static List<CountDefinition> standard() {
        return STANDARD;
    }

    /**
     * The number of cases received (受理量).
     *
     * @return the definition {@code volume}
     */
    public static CountDefinition volume() {
        return VOLUME;
    }

    /**
     * The share of one kind of demand, of one category and the like in all cases received (占比), as {@link Shares} rounds.
     *
     * @return the definition {@code shareOfCases}
     */
    public static CountDefinition share() {
        return SHARE;
    }

    /**
     * The open cases by age (在办工单与在办时长), as {@code Dimension.openAge} groups.
     *
     * @return the definition {@code openCases}
     */
    public static CountDefinition openCases() {
        return OPEN_CASES;
    }

    /**
     * How many cases belong to a period by a time basis.
     *
     * @param basis the basis
     * @return the definition, {@link #volume} by the receipt
     */
    public static CountDefinition volumeBy(TimeBasis basis) {
        return STANDARD.stream()
                .filter(c -> c.basis == basis)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no count of cases is by " + basis));
    }

    /**
     * How it is computed.
     *
     * @return in words
     */
    public Label formula() {
        return of.map(all -> Label.of(
                        counted.zh() + " ÷ " + all.zh() + " × 100%，按最大余数法取整，各类合计恰为 100%",
                        counted.en() + " / " + all.en()
                                + " × 100%, rounded by the largest remainder, so that all together are 100%"))
                .orElseGet(() -> Label.of("件数：" + counted.zh(), "count of " + counted.en()));
    }

    /**
     * The cases that it counts, as a metric of the same id and time basis, by which a count is traced to them.
     *
     * @return the metric: every case of those asked for
     */
    public Metric counting() {
        return Metric.derived(id)
                .name(name.zh(), name.en())
                .numerator(counted.zh(), counted.en(), o -> true)
                .denominator(counted.zh(), counted.en())
                .version(version)
                .basis(basis)
                .source(source)
                .build();
    }
}
