package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.CountDefinition;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The section of all open cases that the ledger holds, by age: those of the period, and those received before and since, which
 * nobody would see if a report told of its period only. They are in no time that has ended.
 */
final class OpenCases {

    private static final Label TITLE = Label.of("在办工单与在办时长", "Open cases and their age");

    private static final String OPEN = CountDefinition.openCases().id();

    private final Readings readings;
    private final Dimension age;
    private final List<Part> parts = new ArrayList<>();
    private final Optional<Window> all;

    private OpenCases(Readings readings, Dimension age) {
        this.readings = readings;
        this.age = age;
        this.all = readings.held();
        Window now = readings.now();
        parts.add(new Part(
                Column.of("本期受理", "Received in the period", Column.Holds.COUNT, OPEN),
                now,
                band -> readings.volume(age, band, now)));
        all.filter(held -> held.from().isBefore(now.from()))
                .ifPresent(held ->
                        parts.add(other("此前受理", "Received before", new Window(held.from(), earlier(held, now)))));
        all.filter(held -> held.until().isAfter(now.until()))
                .ifPresent(held ->
                        parts.add(other("此后受理", "Received since", new Window(later(held, now), held.until()))));
    }

    static Section section(Readings readings) {
        return readings.age()
                .map(age -> new OpenCases(readings, age).section())
                .orElseGet(() -> new Section(
                        "backlog",
                        TITLE,
                        List.of(Block.Paragraph.of("台账未按在办时长统计。", "The ledger does not count by age."))));
    }

    private static LocalDate earlier(Window held, Window now) {
        return held.until().isBefore(now.from()) ? held.until() : now.from();
    }

    private static LocalDate later(Window held, Window now) {
        return held.from().isAfter(now.until()) ? held.from() : now.until();
    }

    /** Cases of other days. Of them nothing else is shown, so only the open ones protect each other. */
    private Part other(String zh, String en, Window window) {
        Map<String, Long> open = new TreeMap<>();
        Map<String, LedgerRow> rows = readings.read(age, window);
        for (String band : age.ageBands()) {
            LedgerRow row = rows.get(band);
            open.put(band, row == null ? 0 : row.volume());
        }
        Cells cells = Cells.of(open, readings.suppression());
        return new Part(Column.of(zh, en, Column.Holds.COUNT, OPEN), window, cells::count);
    }

    private Section section() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(age.name(), Column.Holds.TEXT, Optional.empty()));
        parts.forEach(p -> columns.add(p.column()));
        Map<String, List<Value>> rows = new LinkedHashMap<>();
        for (String band : age.ageBands()) {
            List<Value> row = new ArrayList<>();
            row.add(Value.Text.of(name(band)));
            parts.forEach(p -> row.add(count(
                    p.counts().of(band),
                    readings.source(Readings.VOLUME, age, band, p.window()).as(OPEN))));
            rows.put(band, row);
        }
        List<Value> total = new ArrayList<>();
        total.add(Value.Text.of("合计", "Total"));
        parts.forEach(p -> total.add(count(p.total(age.ageBands()), ofSeveral())));
        // What is published says no more: the counts of two parts, a rate of their sum and that of one would tell of
        // the other.
        if (readings.suppression().isEmpty() && all.isPresent()) {
            addAll(columns, rows, total, all.get());
        }
        List<List<Value>> lines = new ArrayList<>(rows.values());
        lines.add(total);
        return new Section(
                "backlog",
                TITLE,
                List.of(
                        new Block.Table("backlog", TITLE, columns, lines),
                        Block.Paragraph.of(
                                "台账所含、至统计时点尚无办结反馈的全部工单；已挂起的单列。",
                                "All cases that the ledger holds and that have no reply at the instant of the figures; those"
                                        + " suspended stand apart.")));
    }

    /** All parts together: how many, how many of them late, and the oldest. */
    private void addAll(List<Column> columns, Map<String, List<Value>> rows, List<Value> total, Window held) {
        Map<String, LedgerRow> cells = readings.read(age, held);
        List<String> bands = age.ageBands();
        if (parts.size() > 1) {
            columns.add(Column.of("全部", "All", Column.Holds.COUNT, OPEN));
            bands.forEach(band -> row(rows, band)
                    .add(new Value.Count(
                            volume(cells, band),
                            readings.source(Readings.VOLUME, age, band, held).as(OPEN))));
            total.add(new Value.Count(
                    bands.stream().mapToLong(b -> volume(cells, b)).sum(), ofSeveral()));
        }
        LedgerRow whole = readings.readTotal(held);
        readings.metric("overdueOpen").ifPresent(metric -> {
            columns.add(new Column(metric.name(), Column.Holds.RATE, Optional.of(metric.id())));
            bands.forEach(band ->
                    row(rows, band).add(rate(metric, cells.get(band), readings.source(metric, age, band, held))));
            total.add(rateOfBands(metric, cells));
        });
        Measure handling = Measure.handlingTime();
        if (readings.input().snapshot().spec().measures().contains(handling)) {
            columns.add(Column.of("最久的一件", "Oldest", Column.Holds.TIME, handling.id()));
            bands.forEach(band -> row(rows, band)
                    .add(oldest(handling, cells.get(band), readings.source(handling.measured(), age, band, held))));
            total.add(oldest(handling, whole, readings.source(handling.measured(), held)));
        }
    }

    private static List<Value> row(Map<String, List<Value>> rows, String band) {
        return Objects.requireNonNull(rows.get(band), "row");
    }

    private static long volume(Map<String, LedgerRow> cells, String band) {
        LedgerRow row = cells.get(band);
        return row == null ? 0 : row.volume();
    }

    private static Value rate(Metric metric, @Nullable LedgerRow row, Source source) {
        if (row == null) {
            return new Value.NoData();
        }
        Figure figure = row.figure(metric.id());
        return figure.ratio().hasData() ? new Value.Rate(figure.ratio(), figure, source) : new Value.NoData();
    }

    /** Of all bands: cases with a reply are open until they are closed, but in no band. */
    private Value rateOfBands(Metric metric, Map<String, LedgerRow> cells) {
        Ratio sum = Ratio.of(0, 0);
        Map<String, Long> excluded = new LinkedHashMap<>();
        for (String band : age.ageBands()) {
            LedgerRow row = cells.get(band);
            if (row != null) {
                Figure figure = row.figure(metric.id());
                sum = Ratio.of(
                        Math.addExact(sum.numerator(), figure.ratio().numerator()),
                        Math.addExact(sum.denominator(), figure.ratio().denominator()));
                figure.excluded().forEach((id, cases) -> excluded.merge(id, cases, Math::addExact));
            }
        }
        return sum.hasData()
                ? new Value.Rate(sum, new Figure(metric, sum, excluded), new Source(metric.id(), Optional.empty()))
                : new Value.NoData();
    }

    private static Value oldest(Measure handling, @Nullable LedgerRow row, Source source) {
        return row == null
                ? new Value.NoData()
                : row.times(handling.id())
                        .running()
                        .max()
                        .<Value>map(m -> new Value.Time(m, source))
                        .orElseGet(Value.NoData::new);
    }

    private static Value count(OptionalLong count, Source source) {
        return count.isPresent() ? new Value.Count(count.getAsLong(), source) : new Value.Hidden();
    }

    private static Source ofSeveral() {
        return new Source(OPEN, Optional.empty());
    }

    private static Label name(String band) {
        int dash = band.indexOf('-');
        if (dash < 0) {
            return Label.of("已挂起", "suspended");
        }
        String from = band.substring(0, dash);
        String until = band.substring(dash + 1);
        if (until.isEmpty()) {
            return Label.of(from + " 及以上", from + " or more");
        }
        return from.equals("0")
                ? Label.of("不满 " + until, "less than " + until)
                : Label.of(from + " 至不满 " + until, from + " to less than " + until);
    }

    /** The open cases received in some days. */
    private record Part(Column column, Window window, Counts counts) {

        /** The sum; empty if one of them is hidden, since it would tell. */
        OptionalLong total(List<String> bands) {
            long sum = 0;
            for (String band : bands) {
                OptionalLong count = counts.of(band);
                if (count.isEmpty()) {
                    return count;
                }
                sum += count.getAsLong();
            }
            return OptionalLong.of(sum);
        }
    }

    /** How many of a band, if it may be shown. */
    private interface Counts {
        OptionalLong of(String band);
    }
}
