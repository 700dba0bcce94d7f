package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.ledger.Times;
import io.github.hotlinekit.stats.metric.Bounds;
import io.github.hotlinekit.stats.metric.Exclusion;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.WhatIf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sections about how cases were handled: departments, times, satisfaction, guards. */
final class Performance {

    private static final List<String> OF_DEPARTMENTS = List.of("completion", "onTime", "resolution", "satisfaction");

    private final Readings readings;
    private final Counted counted;
    private final Rates rates;
    private final Optional<Answers> answers;

    Performance(Readings readings, Counted counted, Rates rates, Optional<Answers> answers) {
        this.readings = readings;
        this.counted = counted;
        this.rates = rates;
        this.answers = answers;
    }

    Section departments() {
        Dimension department = Dimension.department();
        Cells cells = readings.cells(department, readings.now());
        List<String> keys = new ArrayList<>();
        if (!readings.isWithheld(readings.now())) {
            keys.addAll(cells.largestFirst());
        }
        cells.keys().stream().filter(k -> !keys.contains(k)).forEach(keys::add);
        Map<Metric, Set<String>> hidden = new LinkedHashMap<>();
        OF_DEPARTMENTS.forEach(id -> readings.metric(id).ifPresent(m -> hidden.put(m, rates.hidden(m, department))));
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("主办单位", "Lead department", Column.Holds.TEXT));
        columns.add(Column.of("受理量", "Cases received", Column.Holds.COUNT, Readings.VOLUME.id()));
        for (Metric metric : hidden.keySet()) {
            columns.add(new Column(metric.name(), Column.Holds.RATE, Optional.of(metric.id())));
            if (isOfSatisfaction(metric)) {
                columns.add(Column.of("满意率区间", "Interval of satisfaction", Column.Holds.RANGE, metric.id()));
            }
        }
        columns.add(Column.of("说明", "Note", Column.Holds.TEXT));
        List<List<Value>> rows = new ArrayList<>();
        for (String key : keys) {
            List<Value> row = new ArrayList<>();
            row.add(Value.Text.of(readings.name(department, key)));
            row.add(counted.count(department, key, readings.now()));
            List<Metric> few = new ArrayList<>();
            hidden.forEach((metric, of) -> {
                Value rate = rates.rate(metric, department, key, of);
                row.add(rate);
                if (isOfSatisfaction(metric)) {
                    row.add(rates.range(rate));
                }
                if (rate instanceof Value.Rate r
                        && r.ratio().denominator() < readings.options().fewest()) {
                    few.add(metric);
                }
            });
            row.add(note(few));
            rows.add(row);
        }
        List<Value> total = new ArrayList<>();
        total.add(Value.Text.of("合计", "Total"));
        total.add(counted.count(readings.now()));
        for (Metric metric : hidden.keySet()) {
            Value rate = rates.rate(metric, readings.now());
            total.add(rate);
            if (isOfSatisfaction(metric)) {
                total.add(rates.range(rate));
            }
        }
        total.add(new Value.NoData());
        rows.add(total);
        Label title = Label.of("承办单位", "Departments");
        return new Section(
                "departments",
                title,
                List.of(
                        Block.Paragraph.of(
                                "按受理量排列，不是名次。区间互相重叠的单位分不出高下；各单位所办事项难易不同。分母不足 "
                                        + readings.options().fewest() + " 的标明。",
                                "By cases received: this is no ranking. Departments whose intervals overlap cannot be told"
                                        + " apart, and what they handle is not alike. Denominators below "
                                        + readings.options().fewest() + " are marked."),
                        new Block.Table("departments", title, columns, rows)));
    }

    private static boolean isOfSatisfaction(Metric metric) {
        return metric.id().equals("satisfaction");
    }

    private static Value note(List<Metric> few) {
        if (few.isEmpty()) {
            return new Value.NoData();
        }
        String zh = String.join("、", few.stream().map(m -> m.name().zh()).toList());
        String en = String.join(", ", few.stream().map(m -> m.name().en()).toList());
        return Value.Text.of("样本过少，不足为凭：" + zh, "too few to tell: " + en);
    }

    Section times() {
        List<List<Value>> rows = new ArrayList<>();
        for (Measure measure : readings.input().snapshot().spec().measures()) {
            Times times = readings.total(readings.now()).times(measure.id());
            List<Value> row = new ArrayList<>();
            row.add(new Value.Text(measure.name(), Optional.of(measure.id())));
            Source source = readings.source(measure.measured(), readings.now());
            boolean hidden = readings.isWithheld(readings.now())
                    || readings.isSmall(times.ended().n())
                    || readings.isSmall(times.running().n())
                    || readings.isSmall(readings.total(readings.now()).volume()
                            - times.ended().n()
                            - times.running().n());
            if (hidden) {
                for (int i = 0; i < 7; i++) {
                    row.add(new Value.Hidden());
                }
            } else {
                row.add(new Value.Count(times.ended().n(), source));
                row.add(time(times.ended().mean(1).map(Performance::exactly), source));
                row.add(time(times.ended().quantile(0.5), source));
                row.add(time(times.ended().quantile(0.9), source));
                row.add(new Value.Count(times.running().n(), source));
                row.add(time(times.survival().quantile(0.5).map(Performance::exactly), source));
                row.add(time(times.survival().quantile(0.9).map(Performance::exactly), source));
            }
            rows.add(row);
        }
        Label title = Label.of("办理用时", "Times");
        if (rows.isEmpty()) {
            return new Section("times", title, List.of(Sections.nothing()));
        }
        return new Section(
                "times",
                title,
                List.of(
                        new Block.Table(
                                "times",
                                title,
                                List.of(
                                        Column.of("阶段", "Time", Column.Holds.TEXT),
                                        Column.of("已完成", "Ended", Column.Holds.COUNT),
                                        Column.of("平均", "Mean", Column.Holds.TIME),
                                        Column.of("中位数", "Median", Column.Holds.TIME),
                                        Column.of("九成不超过", "Nine in ten within", Column.Holds.TIME),
                                        Column.of("未完成", "Running", Column.Holds.COUNT),
                                        Column.of("中位数（含未完成）", "Median with running", Column.Holds.TIME),
                                        Column.of("九成不超过（含未完成）", "Nine in ten with running", Column.Holds.TIME)),
                                rows),
                        Block.Paragraph.of(
                                "平均、中位数只看已完成的，会偏乐观；含未完成的按 Kaplan–Meier 估计，未达到时为 —。",
                                "Means and medians of what has ended flatter whoever leaves cases open. With the running"
                                        + " ones, by Kaplan and Meier, — says that so many have not ended yet.")));
    }

    private static Bounds exactly(BigDecimal minutes) {
        return new Bounds(minutes, minutes);
    }

    private static Value time(Optional<Bounds> minutes, Source source) {
        return minutes.<Value>map(m -> new Value.Time(m, source)).orElseGet(Value.NoData::new);
    }

    Section satisfaction() {
        Label title = Label.of("回访与满意度", "Callbacks and satisfaction");
        List<Block> blocks = new ArrayList<>();
        Optional<Metric> metric = readings.metric("satisfaction");
        if (metric.isPresent() && answers.isPresent()) {
            List<List<Value>> rows = new ArrayList<>();
            for (Answers.Part part : answers.get().parts()) {
                rows.add(List.of(
                        Value.Text.of(part.name()),
                        part.isHidden() ? new Value.Hidden() : new Value.Count(part.count(), part.source()),
                        part.exclusion().isPresent()
                                ? Value.Text.of("不计入满意率", "left out of the rate")
                                : Value.Text.of("计入满意率", "in the rate")));
            }
            rows.add(List.of(Value.Text.of("合计", "Total"), counted.count(readings.now()), new Value.NoData()));
            blocks.add(new Block.Table(
                    "answers",
                    Label.of("评价与未评价", "Grades, and why there are none"),
                    List.of(
                            Column.of("评价", "Grade", Column.Holds.TEXT),
                            Column.of("件数", "Cases", Column.Holds.COUNT, "satisfaction"),
                            Column.of("是否计入", "Counted", Column.Holds.TEXT)),
                    rows));
        }
        metric.flatMap(m -> new Unsatisfied(readings, m).table()).ifPresent(blocks::add);
        List<List<Value>> rows = new ArrayList<>();
        for (Metric m : treatedOtherwise()) {
            Value rate = rates.rate(m, readings.now());
            rows.add(List.of(Sections.named(m), Value.Text.of("按定义", "as defined"), rate, rates.range(rate)));
            for (WhatIf whatIf : m.whatIfs()) {
                Value other = rates.whatIf(m, whatIf);
                rows.add(List.of(Sections.named(m), Value.Text.of(whatIf.name()), other, new Value.NoData()));
            }
        }
        if (rows.isEmpty()) {
            blocks.add(Sections.nothing());
        } else {
            blocks.add(new Block.Table(
                    "whatIfs",
                    Label.of("换一种算法会怎样", "What if it were counted otherwise"),
                    List.of(
                            Column.of("指标", "Figure", Column.Holds.TEXT),
                            Column.of("算法", "Counted", Column.Holds.TEXT),
                            Column.of("比率", "Rate", Column.Holds.RATE),
                            Column.of("区间", "Interval", Column.Holds.RANGE)),
                    rows));
        }
        return new Section("satisfaction", title, blocks);
    }

    Section guards() {
        List<List<Value>> rows = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Metric metric : guarded()) {
            for (String id : metric.guards()) {
                Optional<Metric> guard = readings.metric(id);
                if (guard.isPresent() && seen.add(metric.id() + " " + id)) {
                    rows.add(List.of(
                            Sections.named(metric),
                            rates.rate(metric, readings.now()),
                            Sections.named(guard.get()),
                            rates.rate(guard.get(), readings.now()),
                            Value.Text.of(guard.get().direction().label())));
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(Block.Paragraph.of(
                    "左边的指标好看而右边的不好看时，须问是怎么做到的。",
                    "Where the figure on the left looks good and that on the right does not, ask how it was made."));
            blocks.add(new Block.Table(
                    "guards",
                    Label.of("对照指标", "Guards"),
                    List.of(
                            Column.of("指标", "Figure", Column.Holds.TEXT),
                            Column.of("本期", "Period", Column.Holds.RATE),
                            Column.of("对照", "Guard", Column.Holds.TEXT),
                            Column.of("对照本期", "Guard's period", Column.Holds.RATE),
                            Column.of("对照方向", "Guard's direction", Column.Holds.TEXT)),
                    rows));
        }
        leftOut().ifPresent(table -> {
            blocks.add(Block.Paragraph.of(
                    "各指标按原因不计入的工单，及把它们算作未达到或达到时的比率：两者相差越大，指标越取决于不计入谁。",
                    "What each figure leaves out, by reason, and what it would be if those cases counted as not reached, or as"
                            + " reached: the farther apart, the more the figure depends on whom it leaves out."));
            blocks.add(table);
        });
        if (blocks.isEmpty()) {
            blocks.add(Sections.nothing());
        }
        return new Section("guards", Label.of("对照指标", "Guards"), blocks);
    }

    /** The rates that others guard, each once: by the receipt, if also by other instants. */
    private List<Metric> guarded() {
        return byReceipt().filter(m -> !m.guards().isEmpty()).toList();
    }

    private Stream<Metric> byReceipt() {
        return readings.metrics().stream()
                .filter(m -> readings.metrics().stream()
                        .noneMatch(other ->
                                !other.equals(m) && other.on(m.basis()).id().equals(m.id())));
    }

    /**
     * The rates beside which it is told what their exclusions changed: those of the totals and those that others guard. Where
     * small counts are hidden, the guarded alone: counts that many rates leave out would tell of each other.
     */
    private List<Metric> withExclusions() {
        boolean publishes = readings.suppression().isPresent();
        return byReceipt()
                .filter(m -> !m.guards().isEmpty()
                        || (!publishes && readings.headlines().contains(m)))
                .toList();
    }

    /** The rates that say what they would be otherwise; where small counts are hidden, of the SDK's own alone. */
    private List<Metric> treatedOtherwise() {
        List<Metric> own = Stream.of("satisfaction", "resolution", "callbackCoverage", "completion")
                .flatMap(id -> readings.metric(id).stream())
                .toList();
        Stream<Metric> others = readings.suppression().isPresent()
                ? Stream.of()
                : byReceipt().filter(m -> !m.whatIfs().isEmpty() && !own.contains(m));
        return Stream.concat(own.stream(), others).toList();
    }

    /** What the exclusions of each rate changed: a line for each, or one of what is hidden. */
    private Optional<Block> leftOut() {
        List<List<Value>> rows = new ArrayList<>();
        for (Metric metric : withExclusions()) {
            Figure figure = rates.figure(metric);
            Value rate = rates.rate(metric, readings.now());
            if (rate instanceof Value.NoData) {
                continue;
            }
            if (rates.isLeftOutHidden(metric)) {
                Value hidden = new Value.Hidden();
                rows.add(List.of(Sections.named(metric), hidden, hidden, rate, hidden, hidden));
                continue;
            }
            for (Exclusion exclusion : metric.exclusions()) {
                long count = figure.excluded().getOrDefault(exclusion.id(), 0L);
                if (count > 0) {
                    Set<String> one = Set.of(exclusion.id());
                    rows.add(List.of(
                            Sections.named(metric),
                            Value.Text.of(exclusion.name()),
                            new Value.Count(count, readings.sourceOfLeftOut(metric, exclusion.id())),
                            rate,
                            rates.whatIf(metric, new WhatIf("misses", exclusion.name(), Set.of(), one)),
                            rates.whatIf(metric, new WhatIf("hits", exclusion.name(), one, Set.of()))));
                }
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        "leftOut",
                        Label.of("不计入的影响", "What exclusions changed"),
                        List.of(
                                Column.of("指标", "Figure", Column.Holds.TEXT),
                                Column.of("不计入的原因", "Left out", Column.Holds.TEXT),
                                Column.of("件数", "Cases", Column.Holds.COUNT),
                                Column.of("本期", "Period", Column.Holds.RATE),
                                Column.of("若算作未达到", "If counted as not reached", Column.Holds.RATE),
                                Column.of("若算作达到", "If counted as reached", Column.Holds.RATE)),
                        rows));
    }
}
