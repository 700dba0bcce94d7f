package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.metric.Exclusion;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All cases of a period by what their citizens said of them, or why nothing is known: parts that add up to the cases.
 *
 * <p>Sums of parts stand elsewhere, such as those reached in the callback coverage. So parts are hidden in two steps: first
 * among the sums, then among the parts of each.
 */
final class Answers {

    private static final Set<String> ENDINGS =
            Arrays.stream(Ending.values()).map(Ending::code).collect(Collectors.toUnmodifiableSet());

    /** A part. */
    record Part(Label name, long count, boolean isHidden, Optional<String> exclusion, Source source) {}

    private final List<Part> parts = new ArrayList<>();
    private final boolean figureHidden;

    private Answers(
            Metric metric, Map<String, Map<Label, Long>> groups, Map<Label, String> exclusions, Readings readings) {
        Optional<Suppression> suppression = readings.suppression();
        Map<String, Long> sums = new LinkedHashMap<>();
        groups.forEach((id, group) -> sums.put(id, group.values().stream().reduce(0L, Math::addExact)));
        Cells outer = Cells.of(sums, suppression);
        boolean all = outer.isTotalHidden() || readings.isWithheld(readings.now());
        Map<String, Cells> inner = new LinkedHashMap<>();
        for (Map.Entry<String, Map<Label, Long>> group : groups.entrySet()) {
            Map<String, Long> counts = new LinkedHashMap<>();
            group.getValue().forEach((name, count) -> counts.put(name.en(), count));
            Cells cells = Cells.of(counts, suppression);
            inner.put(group.getKey(), cells);
            all |= cells.isTotalHidden() && !outer.isHidden(group.getKey());
        }
        for (Map.Entry<String, Map<Label, Long>> group : groups.entrySet()) {
            boolean whole = all || outer.isHidden(group.getKey());
            Cells cells = inner.getOrDefault(group.getKey(), outer);
            group.getValue()
                    .forEach((name, count) -> parts.add(new Part(
                            name,
                            count,
                            whole ? count > 0 : cells.isHidden(name.en()),
                            Optional.ofNullable(exclusions.get(name)),
                            source(metric, name, exclusions.get(name), readings))));
        }
        this.figureHidden = all || outer.hasHidden();
    }

    private static Source source(Metric metric, Label name, @Nullable String exclusion, Readings readings) {
        if (exclusion != null) {
            return readings.sourceOfLeftOut(metric, exclusion);
        }
        return Arrays.stream(Satisfaction.values())
                .filter(g -> g.label().equals(name))
                .findFirst()
                .map(g -> readings.source(metric, Dimension.grade(), g.code(), readings.now()))
                .orElseGet(() -> new Source(metric.id(), Optional.empty()));
    }

    /** The answers about satisfaction. */
    static Answers of(Readings readings, Metric satisfaction) {
        Map<Label, Long> hits = new LinkedHashMap<>();
        Map<Label, Long> misses = new LinkedHashMap<>();
        Map<String, LedgerRow> byGrade = readings.rows(Dimension.grade(), readings.now());
        for (Satisfaction grade : Satisfaction.values()) {
            LedgerRow row = byGrade.get(grade.code());
            Ratio ratio =
                    row == null ? Ratio.of(0, 0) : row.figure(satisfaction.id()).ratio();
            if (ratio.numerator() > 0) {
                hits.put(grade.label(), ratio.numerator());
            }
            if (ratio.numerator() < ratio.denominator() || ratio.denominator() == 0) {
                misses.put(grade.label(), ratio.denominator() - ratio.numerator());
            }
        }
        Map<String, Map<Label, Long>> groups = new LinkedHashMap<>();
        groups.put("hits", hits);
        groups.put("misses", misses);
        Map<Label, String> exclusions = new LinkedHashMap<>();
        Figure figure = readings.total(readings.now()).figure(satisfaction.id());
        for (Exclusion exclusion : satisfaction.exclusions()) {
            groups.computeIfAbsent(group(exclusion.id()), g -> new LinkedHashMap<>())
                    .merge(exclusion.name(), figure.excluded().getOrDefault(exclusion.id(), 0L), Math::addExact);
            exclusions.put(exclusion.name(), exclusion.id());
        }
        return new Answers(satisfaction, groups, exclusions, readings);
    }

    /** Exclusions whose sum is a figure of its own. */
    private static String group(String exclusion) {
        if (ENDINGS.contains(exclusion)) {
            return "ended";
        }
        return switch (exclusion) {
            case "notRecorded", "answeredAtDesk", "notAsked" -> "unasked";
            case "unreachable", "refused" -> "unanswered";
            default -> "other";
        };
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether the rate, and those that share its sums, would give a part away. */
    boolean isFigureHidden() {
        return figureHidden;
    }

    boolean hasHidden() {
        return parts.stream().anyMatch(Part::isHidden);
    }
}
