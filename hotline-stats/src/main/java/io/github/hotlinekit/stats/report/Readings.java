package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.ledger.Trace;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.CountDefinition;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a report, by cell and window, and which of them may be shown. */
final class Readings {

    /** What counts of cases are of, as a metric by which they are traced. */
    static final Metric VOLUME = CountDefinition.volume().counting();

    /** What other instants put into a period, by the basis of the figures that ask for it. */
    private static final Map<TimeBasis, Metric> COUNTS = Stream.of(
                    TimeBasis.DUE, TimeBasis.COMPLETED, TimeBasis.CALLED_BACK)
            .collect(Collectors.toUnmodifiableMap(
                    basis -> basis, basis -> CountDefinition.volumeBy(basis).counting()));

    /** The rates that a report begins with, if the ledger has them. */
    private static final List<String> HEADLINES = List.of(
            "completion",
            "onTime",
            "signedOnTime",
            "response",
            "directAnswer",
            "callbackCoverage",
            "resolution",
            "satisfaction",
            "reopened",
            "repeated",
            "chronic");

    private static final String NO_KEY = "";

    private final ReportPeriod period;
    private final ReportInput input;
    private final Dimension days;
    private final Optional<Dimension> age;
    private final Window now;
    private final List<Comparison> comparisons;
    private final Map<Window, LedgerRow> totals = new HashMap<>();
    private final Map<Window, Map<String, NavigableMap<String, LedgerRow>>> rows = new HashMap<>();
    private final Map<Window, Map<String, Cells>> cells = new HashMap<>();
    private final Set<Window> withheld;

    Readings(ReportPeriod period, ReportInput input) {
        this.period = period;
        this.input = input;
        this.days = Dimension.period(PeriodUnit.DAY, input.zone());
        this.age = input.snapshot().spec().groupings().stream()
                .filter(g -> g.dimensions().contains(days))
                .flatMap(g -> g.dimensions().stream())
                .filter(d -> !d.ageBands().isEmpty())
                .findFirst();
        LocalDate today = LocalDate.ofInstant(input.asOf(), input.zone());
        this.now = Comparison.counted(period, today);
        this.comparisons = Arrays.stream(Comparison.Kind.values())
                .map(kind -> Comparison.of(kind, period, today, input.calendar()))
                .toList();
        Set<Window> hidden = new HashSet<>();
        List<Window> windows = Stream.concat(
                        Stream.of(now), comparisons.stream().map(Comparison::base))
                .distinct()
                .toList();
        for (Window window : windows) {
            totals.put(window, readTotal(window));
            Map<String, Cells> byDimension = new HashMap<>();
            Map<String, NavigableMap<String, LedgerRow>> rowsByDimension = new HashMap<>();
            Stream<Dimension> more = window.equals(now)
                    ? Stream.concat(Stream.of(Dimension.grade(), axis()), age.stream())
                    : Stream.of();
            for (Dimension dimension :
                    Stream.concat(dimensions().stream(), more).toList()) {
                NavigableMap<String, LedgerRow> read = read(dimension, window);
                Map<String, Long> counts = new TreeMap<>();
                read.forEach((key, row) -> counts.put(key, row.volume()));
                Cells counted = Cells.of(counts, suppression());
                rowsByDimension.put(dimension.id(), read);
                byDimension.put(dimension.id(), counted);
                if (counted.isTotalHidden()) {
                    hidden.add(window);
                }
            }
            cells.put(window, byDimension);
            rows.put(window, rowsByDimension);
        }
        this.withheld = hidden;
    }

    ReportPeriod period() {
        return period;
    }

    ReportInput input() {
        return input;
    }

    ReportOptions options() {
        return input.options();
    }

    Optional<Suppression> suppression() {
        return options().suppression();
    }

    Window now() {
        return now;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    /** The dimensions by which cases are counted and compared. */
    List<Dimension> dimensions() {
        return List.of(Dimension.kind(), category(), Dimension.department(), Dimension.area());
    }

    /** The bands of age by which the ledger counts open cases; the first if there are several. */
    Optional<Dimension> age() {
        return age;
    }

    /** From the first day of which the ledger holds a case, of the theme if there is one, to the last; empty if it holds none. */
    Optional<Window> held() {
        Grouping grouping = period.theme()
                .map(theme -> Grouping.of(theme.dimension(), days))
                .orElseGet(() -> Grouping.of(days));
        List<LocalDate> received = input.snapshot().rows(grouping).stream()
                .filter(r -> r.volume() > 0)
                .filter(r -> period.theme()
                        .filter(t -> !r.key().get(0).equals(t.key()))
                        .isEmpty())
                .map(r -> LocalDate.parse(r.key().get(r.key().size() - 1)))
                .sorted()
                .toList();
        return received.isEmpty()
                ? Optional.empty()
                : Optional.of(Window.of(
                        received.get(0), received.get(received.size() - 1).plusDays(1)));
    }

    /** Whether the ledger counts cases of days, of the theme if there is one, by a dimension. */
    boolean counts(Dimension dimension) {
        return input.snapshot().spec().groupings().stream()
                .map(Grouping::dimensions)
                .anyMatch(by -> by.contains(days)
                        && by.contains(dimension)
                        && period.theme()
                                .filter(t -> !by.contains(t.dimension()))
                                .isEmpty());
    }

    Dimension category() {
        return Dimension.category(options().categoryDepth());
    }

    /** The periods along which cases are shown: days, or months where there would be too many. */
    Dimension axis() {
        return period.window().days() <= 62 ? days : Dimension.period(PeriodUnit.MONTH, input.zone());
    }

    List<Metric> metrics() {
        return input.snapshot().spec().metrics();
    }

    /** The metric of which another is the same by another time basis. */
    Optional<Metric> byReceipt(Metric other) {
        return metrics().stream()
                .filter(m ->
                        !m.id().equals(other.id()) && m.on(other.basis()).id().equals(other.id()))
                .findFirst();
    }

    /**
     * The rates of the totals: the SDK's main ones, and then those by the receipt that are a user's own. The latter not where
     * small counts are hidden: beside satisfaction, one with another grade in its numerator would tell how many gave it.
     */
    List<Metric> headlines() {
        boolean publishes = suppression().isPresent();
        Set<String> known = Metric.catalogue().stream().map(Metric::id).collect(Collectors.toSet());
        return Stream.concat(
                        HEADLINES.stream().flatMap(id -> metric(id).stream()),
                        metrics().stream()
                                .filter(m -> !publishes && m.basis() == TimeBasis.RECEIVED)
                                .filter(m -> !known.contains(m.id())))
                .toList();
    }

    /** For each time basis of its figures other than the receipt, what counts its cases. */
    Map<TimeBasis, Metric> otherBases() {
        Map<TimeBasis, Metric> counts = new EnumMap<>(TimeBasis.class);
        metrics().stream()
                .map(Metric::basis)
                .filter(COUNTS::containsKey)
                .forEach(basis -> counts.put(basis, Objects.requireNonNull(COUNTS.get(basis), "counts")));
        return counts;
    }

    /** The cases that an instant other than the receipt puts into a window, if they may be shown. */
    OptionalLong volumeBy(TimeBasis basis, Window window) {
        long volume = total(window).volumeBy(basis);
        return isWithheld(window) || isSmall(volume) ? OptionalLong.empty() : OptionalLong.of(volume);
    }

    Optional<Metric> metric(String id) {
        return metrics().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    LedgerRow total(Window window) {
        return Objects.requireNonNull(totals.get(window), "total");
    }

    NavigableMap<String, LedgerRow> rows(Dimension dimension, Window window) {
        return Objects.requireNonNull(
                Objects.requireNonNull(rows.get(window), "window").get(dimension.id()), "rows");
    }

    Cells cells(Dimension dimension, Window window) {
        return Objects.requireNonNull(
                Objects.requireNonNull(cells.get(window), "window").get(dimension.id()), "cells");
    }

    /** Whether nothing of a window is shown, since its total would give small counts away. */
    boolean isWithheld(Window window) {
        return withheld.contains(window);
    }

    /** The cases of a window, if they may be shown. */
    OptionalLong volume(Window window) {
        return isWithheld(window)
                ? OptionalLong.empty()
                : OptionalLong.of(total(window).volume());
    }

    /** The cases of a cell, if they may be shown. */
    OptionalLong volume(Dimension dimension, String key, Window window) {
        return isWithheld(window)
                ? OptionalLong.empty()
                : cells(dimension, window).count(key);
    }

    boolean isSmall(long count) {
        return suppression().filter(s -> s.isSmall(count)).isPresent();
    }

    /** Whether a rate, or how many it leaves out, is of few. */
    boolean isSmall(Figure figure) {
        Ratio ratio = figure.ratio();
        return isSmall(ratio.numerator())
                || isSmall(ratio.denominator() - ratio.numerator())
                || isSmall(ratio.denominator())
                || isSmall(figure.all() - ratio.denominator());
    }

    Source source(Metric metric, Window window) {
        return new Source(metric.id(), Optional.of(trace(metric, Optional.empty(), NO_KEY, window)));
    }

    /** Cases of the period that an exclusion leaves out; without cases where another exclusion has the same name. */
    Source sourceOfLeftOut(Metric metric, String exclusion) {
        Metric leftOut = metric.leftOut(exclusion);
        boolean isAlone = metric.exclusions().stream()
                        .map(e -> e.name())
                        .filter(leftOut.numerator()::equals)
                        .count()
                == 1;
        return new Source(
                metric.id(), isAlone ? Optional.of(trace(leftOut, Optional.empty(), NO_KEY, now)) : Optional.empty());
    }

    Source source(Metric metric, Dimension dimension, String key, Window window) {
        return new Source(metric.id(), Optional.of(trace(metric, Optional.of(dimension), key, window)));
    }

    private Trace trace(Metric metric, Optional<Dimension> dimension, String key, Window window) {
        List<Dimension> by = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        period.theme()
                .filter(t -> dimension.filter(t.dimension()::equals).isEmpty())
                .ifPresent(t -> {
                    by.add(t.dimension());
                    keys.add(t.key());
                });
        dimension.ifPresent(d -> {
            by.add(d);
            keys.add(key);
        });
        return new Trace(metric, new Grouping(by), keys, Optional.of(window), Optional.of(days));
    }

    /** All cases of any window, likewise. */
    LedgerRow readTotal(Window window) {
        return period.theme().isPresent()
                ? input.snapshot()
                        .row(
                                Grouping.of(period.theme().get().dimension()),
                                List.of(period.theme().get().key()),
                                window)
                : input.snapshot().row(Grouping.total(), List.of(), window);
    }

    /** The cells of a dimension in any window; none of their counts has been looked at for what may be shown. */
    NavigableMap<String, LedgerRow> read(Dimension dimension, Window window) {
        NavigableMap<String, LedgerRow> read = new TreeMap<>();
        Optional<Theme> theme = period.theme();
        boolean isOfTheme = theme.filter(t -> t.dimension().equals(dimension)).isPresent();
        Grouping grouping = theme.isEmpty() || isOfTheme
                ? Grouping.of(dimension)
                : Grouping.of(theme.get().dimension(), dimension);
        for (LedgerRow row : input.snapshot().rows(grouping, window)) {
            if (theme.isEmpty() || row.key().get(0).equals(theme.get().key())) {
                read.put(row.key().get(row.key().size() - 1), row);
            }
        }
        return read;
    }

    /** The name of a key, with its code where it has one. */
    Label name(Dimension dimension, String key) {
        if (key.isEmpty()) {
            return Label.of("（未填）", "(none)");
        }
        if (dimension.equals(Dimension.kind())) {
            return Arrays.stream(CaseKind.values())
                    .filter(k -> k.code().equals(key))
                    .findFirst()
                    .map(CaseKind::label)
                    .orElseGet(() -> Label.of(key, key));
        }
        Optional<Label> name = dimension.equals(Dimension.department())
                ? input.names().department().apply(key)
                : dimension.equals(Dimension.area())
                        ? input.names().area().apply(key)
                        : input.names().category().apply(key);
        return name.map(n -> Label.of(n.zh() + "（" + key + "）", n.en() + " (" + key + ")"))
                .orElseGet(() -> Label.of("代码 " + key, "code " + key));
    }

    /** The keys of kinds in the order of the kinds, and any others after them. */
    static List<String> kindsFirst(Set<String> keys) {
        Set<String> left = new TreeSet<>(keys);
        List<String> ordered = new ArrayList<>();
        for (CaseKind kind : CaseKind.values()) {
            if (left.remove(kind.code())) {
                ordered.add(kind.code());
            }
        }
        ordered.addAll(left);
        return ordered;
    }
}
