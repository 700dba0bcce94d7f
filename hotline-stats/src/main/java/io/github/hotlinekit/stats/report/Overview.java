package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.CountDefinition;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Shares;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sections about numbers of cases: totals, kinds, categories, movers. */
final class Overview {

    private static final String SHARE = CountDefinition.share().id();

    private final Readings readings;
    private final Counted counted;
    private final Rates rates;

    Overview(Readings readings, Counted counted, Rates rates) {
        this.readings = readings;
        this.counted = counted;
        this.rates = rates;
    }

    Section totals() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(lead());
        Comparison previous = readings.comparisons().get(0);
        Comparison year = readings.comparisons().get(1);
        List<List<Value>> rows = new ArrayList<>();
        rows.add(List.of(
                Sections.named(Readings.VOLUME),
                counted.count(readings.now()),
                counted.base(previous),
                counted.change(previous),
                counted.base(year),
                counted.change(year)));
        rows.add(List.of(
                new Value.Text(Label.of("每工作日受理量", "cases received a working day"), Optional.of(Readings.VOLUME.id())),
                perDay(readings.now(), previous.workingDaysNow()),
                perDay(previous.base(), previous.workingDaysBase()),
                counted.changeByWorkingDays(previous),
                perDay(year.base(), year.workingDaysBase()),
                counted.changeByWorkingDays(year)));
        readings.headlines().forEach(metric -> rows.add(rates(metric)));
        readings.otherBases().forEach((basis, counting) -> {
            rows.add(List.of(
                    Sections.named(counting),
                    counted.count(basis, counting, readings.now()),
                    counted.base(basis, counting, previous),
                    counted.change(basis, counting, previous),
                    counted.base(basis, counting, year),
                    counted.change(basis, counting, year)));
            readings.metrics().stream()
                    .filter(m -> m.basis() == basis && !readings.headlines().contains(m))
                    .forEach(m -> rows.add(rates(m)));
        });
        blocks.add(new Block.Table(
                "totals",
                Label.of("总体情况", "Totals"),
                List.of(
                        Column.of("指标", "Figure", Column.Holds.TEXT),
                        Column.of("本期", "Period", Column.Holds.MIXED),
                        Column.of("上期", "Period before", Column.Holds.MIXED),
                        Column.of("环比", "Change", Column.Holds.CHANGE),
                        Column.of("上年同期", "Year before", Column.Holds.MIXED),
                        Column.of("同比", "Change on the year", Column.Holds.CHANGE)),
                rows));
        blocks.add(Block.Paragraph.of(
                "上升、下降指在 " + percent() + " 置信水平上超出偶然；受理量的用词按每工作日判断。",
                "Up and down say that chance does not explain it at " + percent()
                        + " confidence; for cases received, by working days."));
        withoutData().ifPresent(blocks::add);
        blocks.add(series());
        return new Section("totals", Label.of("总体情况", "Totals"), blocks);
    }

    private List<Value> rates(Metric metric) {
        Comparison previous = readings.comparisons().get(0);
        Comparison year = readings.comparisons().get(1);
        return List.of(
                Sections.named(metric),
                rates.rate(metric, readings.now()),
                rates.rate(metric, previous.base()),
                rates.change(metric, previous),
                rates.rate(metric, year.base()),
                rates.change(metric, year));
    }

    /** Which figures have no data, and why: that nobody looked is not that there is nothing. */
    private Optional<Block> withoutData() {
        Map<Label, List<Label>> byReason = new LinkedHashMap<>();
        for (Metric metric : readings.headlines()) {
            rates.withoutData(metric)
                    .ifPresent(reason -> byReason.computeIfAbsent(reason.name(), r -> new ArrayList<>())
                            .add(metric.name()));
        }
        return byReason.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.Paragraph.of(
                        "无数据的指标，按不计入的主要原因——" + listed(byReason, Language.ZH) + "。",
                        "No data, by the main reason why cases are left out: " + listed(byReason, Language.EN) + "."));
    }

    private static String listed(Map<Label, List<Label>> byReason, Language language) {
        boolean zh = language == Language.ZH;
        return byReason.entrySet().stream()
                .map(e -> e.getKey().in(language)
                        + (zh ? "：" : " (")
                        + e.getValue().stream()
                                .map(name -> name.in(language))
                                .collect(Collectors.joining(zh ? "、" : ", "))
                        + (zh ? "" : ")"))
                .collect(Collectors.joining(zh ? "；" : ", "));
    }

    private String percent() {
        return BigDecimal.valueOf(readings.options().confidence())
                        .scaleByPowerOfTen(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    private Block.Paragraph lead() {
        return new Block.Paragraph(Label.of(lead(Language.ZH), lead(Language.EN)));
    }

    private String lead(Language language) {
        boolean zh = language == Language.ZH;
        StringBuilder text = new StringBuilder();
        String volume = ValueText.of(counted.count(readings.now()), language);
        text.append(zh ? "共受理 " + volume + " 件" : volume + " cases were received");
        for (Comparison comparison : readings.comparisons()) {
            Value change = counted.change(comparison);
            if (change instanceof Value.Change) {
                text.append(zh ? "，" : "; ")
                        .append(comparison.kind().label().in(language))
                        .append(' ')
                        .append(ValueText.of(change, language));
            }
        }
        for (String id : List.of("completion", "onTime", "satisfaction")) {
            readings.metric(id)
                    .ifPresent(m -> text.append(zh ? "；" : "; ")
                            .append(m.name().in(language))
                            .append(' ')
                            .append(ValueText.of(rates.rate(m, readings.now()), language)));
        }
        return text.append(zh ? "。" : ".").toString();
    }

    private Value perDay(Window window, long workingDays) {
        OptionalLong volume = readings.volume(window);
        if (volume.isEmpty()) {
            return new Value.Hidden();
        }
        return workingDays == 0 || (volume.getAsLong() == 0 && !window.equals(readings.now()))
                ? new Value.NoData()
                : new Value.Plain(BigDecimal.valueOf(volume.getAsLong())
                        .divide(BigDecimal.valueOf(workingDays), 1, RoundingMode.HALF_UP));
    }

    private Block.Series series() {
        Dimension axis = readings.axis();
        List<Label> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        PeriodUnit unit = readings.period().window().days() <= 62 ? PeriodUnit.DAY : PeriodUnit.MONTH;
        LocalDate at = readings.now().from();
        while (at.isBefore(readings.now().until())) {
            String key = unit.keyOf(at);
            names.add(Label.of(key, key));
            values.add(counted.count(axis, key, readings.now()));
            at = Window.of(unit, at).until();
        }
        return new Block.Series(
                "daily",
                unit == PeriodUnit.DAY
                        ? Label.of("逐日受理量", "Cases received by day")
                        : Label.of("逐月受理量", "Cases received by month"),
                Block.Form.LINE,
                unit == PeriodUnit.DAY ? Label.of("日期", "Day") : Label.of("月份", "Month"),
                names,
                List.of(new Block.Line(
                        Column.of("受理量", "Cases received", Column.Holds.COUNT, Readings.VOLUME.id()), values)));
    }

    Section kinds() {
        Dimension kind = Dimension.kind();
        Set<String> all = new TreeSet<>(readings.cells(kind, readings.now()).keys());
        readings.comparisons()
                .forEach(c -> all.addAll(readings.cells(kind, c.base()).keys()));
        List<String> keys = Readings.kindsFirst(all);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "kinds",
                Label.of("诉求类型", "Kinds of demand"),
                columns("类型", "Kind"),
                rows(kind, keys, Optional.empty())));
        List<Block.Line> lines = new ArrayList<>();
        lines.add(line(Label.of("本期", "Period"), keys, k -> counted.count(kind, k, readings.now())));
        lines.add(line(
                Label.of("上期", "Period before"),
                keys,
                k -> counted.base(kind, k, readings.comparisons().get(0))));
        lines.add(line(
                Label.of("上年同期", "Year before"),
                keys,
                k -> counted.base(kind, k, readings.comparisons().get(1))));
        blocks.add(new Block.Series(
                "kindsCompared",
                Label.of("诉求类型对比", "Kinds compared"),
                Block.Form.BAR,
                Label.of("类型", "Kind"),
                keys.stream().map(k -> readings.name(kind, k)).toList(),
                lines));
        return new Section("kinds", Label.of("诉求类型", "Kinds of demand"), blocks);
    }

    private static Block.Line line(Label name, List<String> keys, Function<String, Value> value) {
        return new Block.Line(
                new Column(name, Column.Holds.COUNT, Optional.of(Readings.VOLUME.id())),
                keys.stream().map(value).toList());
    }

    Section categories() {
        Dimension category = readings.category();
        List<String> shown = readings.cells(category, readings.now()).largestFirst();
        List<String> top = shown.subList(0, Math.min(readings.options().top(), shown.size()));
        int others = readings.cells(category, readings.now()).keys().size() - top.size();
        Label title = Label.of("主要事项", "Main categories");
        if (readings.isWithheld(readings.now())) {
            return new Section("categories", title, List.of(Sections.nothing()));
        }
        return new Section(
                "categories",
                title,
                List.of(new Block.Table(
                        "categories",
                        title,
                        columns("事项分类", "Category"),
                        rows(
                                category,
                                top,
                                others == 0
                                        ? Optional.empty()
                                        : Optional.of(Label.of("其余 " + others + " 类", others + " others"))))));
    }

    private List<Column> columns(String zh, String en) {
        return List.of(
                Column.of(zh, en, Column.Holds.TEXT),
                Column.of("受理量", "Cases received", Column.Holds.COUNT, Readings.VOLUME.id()),
                Column.of("占比", "Share", Column.Holds.SHARE, SHARE),
                Column.of("环比", "Change", Column.Holds.CHANGE, Readings.VOLUME.id()),
                Column.of("同比", "Change on the year", Column.Holds.CHANGE, Readings.VOLUME.id()));
    }

    /** Rows of keys, of all others together if they have a name, and of the total. Shares add up to 100. */
    private List<List<Value>> rows(Dimension dimension, List<String> keys, Optional<Label> others) {
        Window now = readings.now();
        OptionalLong total = readings.volume(now);
        long[] counts = new long[keys.size() + 1];
        long left = total.orElse(0);
        for (int i = 0; i < keys.size(); i++) {
            counts[i] = readings.volume(dimension, keys.get(i), now).orElse(0);
            left -= counts[i];
        }
        counts[keys.size()] = left;
        Optional<List<BigDecimal>> shares = total.isEmpty() ? Optional.empty() : Shares.of(counts, 1);
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            Source source =
                    readings.source(Readings.VOLUME, dimension, key, now).as(SHARE);
            int at = i;
            Value share = readings.volume(dimension, key, now).isEmpty()
                    ? new Value.Hidden()
                    : shares.<Value>map(s -> new Value.Share(s.get(at), source)).orElseGet(Value.NoData::new);
            rows.add(List.of(
                    Value.Text.of(readings.name(dimension, key)),
                    counted.count(dimension, key, now),
                    share,
                    counted.change(dimension, key, counted.movements().get(0)),
                    counted.change(dimension, key, counted.movements().get(1))));
        }
        Source source = readings.source(Readings.VOLUME, now).as(SHARE);
        if (total.isPresent() && (others.isPresent() || left > 0)) {
            Source ofOthers = new Source(Readings.VOLUME.id(), Optional.empty());
            boolean isSmall = readings.isSmall(left);
            rows.add(List.of(
                    Value.Text.of(others.orElse(Label.of("以上隐去者合计", "those hidden, together"))),
                    isSmall ? new Value.Hidden() : new Value.Count(left, ofOthers),
                    isSmall
                            ? new Value.Hidden()
                            : shares.<Value>map(s -> new Value.Share(s.get(keys.size()), ofOthers.as(SHARE)))
                                    .orElseGet(Value.NoData::new),
                    new Value.NoData(),
                    new Value.NoData()));
        }
        rows.add(List.of(
                Value.Text.of("合计", "Total"),
                counted.count(now),
                total.isEmpty()
                        ? new Value.Hidden()
                        : shares.<Value>map(s -> new Value.Share(new BigDecimal("100.0"), source))
                                .orElseGet(Value.NoData::new),
                counted.change(readings.comparisons().get(0)),
                counted.change(readings.comparisons().get(1))));
        return rows;
    }

    Section movers() {
        List<Block> blocks = new ArrayList<>();
        ReportOptions options = readings.options();
        String effect =
                BigDecimal.valueOf(options.leastEffect())
                                .scaleByPowerOfTen(2)
                                .stripTrailingZeros()
                                .toPlainString() + "%";
        blocks.add(Block.Paragraph.of(
                "所列者：按每工作日比较，变化超出偶然（泊松精确检验，经 Benjamini–Hochberg 对全部比较校正，水平 " + percent() + "），且幅度不小于 " + effect
                        + "、不少于 " + options.leastDifference() + " 件。未列者：无明显变化。",
                "Listed is what by working days differs by more than chance explains (exact test of two Poisson counts,"
                        + " corrected for all comparisons by Benjamini and Hochberg, at " + percent()
                        + "), by " + effect + " or more and by " + options.leastDifference()
                        + " cases or more. What is not listed has no clear change."));
        for (Movements movements : counted.movements()) {
            Comparison comparison = movements.comparison();
            List<Movements.Judged> clear = movements.clear();
            Label kind = comparison.kind().label();
            int listed = Math.min(options.top(), clear.size());
            blocks.add(Block.Paragraph.of(
                    kind.zh() + "：比较 " + movements.compared() + " 项，明显变化 " + clear.size() + " 项"
                            + (listed < clear.size() ? "，列出变化最大的 " + listed + " 项" : "") + "。",
                    "Compared " + kind.en() + ": " + movements.compared() + " cells, " + clear.size()
                            + " clearly changed"
                            + (listed < clear.size()
                                    ? ", of which the " + listed + " of the largest change are listed"
                                    : "")
                            + "."));
            if (listed > 0) {
                blocks.add(movers(movements, clear.subList(0, listed)));
            }
        }
        return new Section("movers", Label.of("明显变化", "What changed"), blocks);
    }

    private Block.Table movers(Movements movements, List<Movements.Judged> listed) {
        Comparison comparison = movements.comparison();
        List<List<Value>> rows = new ArrayList<>();
        for (Movements.Judged judged : listed) {
            Dimension dimension = judged.at().dimension();
            String key = judged.at().key();
            rows.add(List.of(
                    Value.Text.of(dimension.name()),
                    Value.Text.of(readings.name(dimension, key)),
                    counted.count(dimension, key, comparison.now()),
                    counted.count(dimension, key, comparison.base()),
                    counted.change(dimension, key, movements)));
        }
        Label kind = comparison.kind().label();
        return new Block.Table(
                comparison.kind() == Comparison.Kind.PREVIOUS ? "movers" : "moversOnYear",
                Label.of("明显变化（" + kind.zh() + "）", "What changed " + kind.en()),
                List.of(
                        Column.of("维度", "By", Column.Holds.TEXT),
                        Column.of("项目", "What", Column.Holds.TEXT),
                        Column.of("本期", "Period", Column.Holds.COUNT, Readings.VOLUME.id()),
                        Column.of("对比期", "Base", Column.Holds.COUNT, Readings.VOLUME.id()),
                        Column.of("变化", "Change", Column.Holds.CHANGE, Readings.VOLUME.id())),
                rows);
    }
}
