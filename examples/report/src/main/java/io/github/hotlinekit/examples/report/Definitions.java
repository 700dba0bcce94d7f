package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.metric.CountDefinition;
import io.github.hotlinekit.stats.metric.DataDictionary;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.report.ValueText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The data dictionary of a report as rows: one a count, metric or measure, with the same parts in the same order. */
final class Definitions {

    /** What is said of each figure, in this order. */
    enum Part {
        ID("编号", "Id"),
        VERSION("版本", "Version"),
        FORMULA("公式", "Formula"),
        COUNTS("分子／含义", "Numerator, or meaning"),
        OF("分母", "Denominator"),
        LEFT_OUT("不计入（另行计数）", "Left out, and counted"),
        BASIS("计时依据", "Time basis"),
        DIRECTION("方向", "Direction"),
        ROUNDING("取整与分位数", "Rounding and percentiles"),
        WHAT_IF("另一种算法", "What if"),
        GUARDS("对照指标", "Look also at"),
        SOURCE("来源", "Source");

        private final String zh;
        private final String en;

        Part(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    /**
     * A definition.
     *
     * @param id the id of the count, metric or measure
     * @param name its name
     * @param parts what is said of it; nothing where there is nothing to say
     * @param guards the ids of the metrics to look at too
     */
    record Entry(String id, String name, Map<Part, String> parts, List<String> guards) {
        Optional<String> part(Part part) {
            return Optional.ofNullable(parts.get(part));
        }
    }

    private Definitions() {}

    static List<Entry> of(DataDictionary dictionary, Language language) {
        List<Entry> entries = new ArrayList<>();
        dictionary.counts().forEach(c -> entries.add(of(c, language)));
        dictionary.metrics().forEach(m -> entries.add(of(m, language)));
        dictionary.measures().forEach(m -> entries.add(of(m, language)));
        return entries;
    }

    private static Entry of(CountDefinition count, Language language) {
        return entry(
                count.id(),
                count.name().in(language),
                List.of(),
                count.id(),
                String.valueOf(count.version()),
                count.formula().in(language),
                count.counted().in(language),
                count.of().map(of -> of.in(language)).orElse(""),
                "",
                count.basis().label().in(language),
                "",
                "",
                "",
                "",
                count.source().in(language));
    }

    private static Entry of(Metric metric, Language language) {
        boolean zh = language == Language.ZH;
        String leftOut = metric.exclusions().stream()
                .map(e -> e.name().in(language))
                .collect(Collectors.joining(zh ? "、" : ", "));
        String whatIf =
                metric.whatIfs().stream().map(w -> w.name().in(language)).collect(Collectors.joining(zh ? "；" : "; "));
        return entry(
                metric.id(),
                metric.name().in(language),
                metric.guards(),
                metric.id(),
                String.valueOf(metric.version()),
                metric.formula().in(language),
                metric.numerator().in(language),
                metric.denominator().in(language),
                leftOut.isEmpty() ? zh ? "无" : "nothing" : leftOut,
                metric.basis().label().in(language),
                metric.direction().label().in(language),
                zh
                        ? "按精确比值四舍五入，报告中非全部不作 100%、非零不作 0%；0/0 为无数据"
                        : "half up from the exact ratio, in reports never to 100% or 0% unless it is all or none; 0/0 is no data",
                whatIf,
                String.join(zh ? "、" : ", ", metric.guards()),
                metric.source().in(language));
    }

    private static Entry of(Measure measure, Language language) {
        boolean zh = language == Language.ZH;
        return entry(
                measure.id(),
                measure.name().in(language),
                List.of(),
                measure.id(),
                String.valueOf(measure.version()),
                measure.formula().in(language),
                measure.meaning().in(language),
                "",
                "",
                measure.basis().label().in(language),
                "",
                zh
                        ? "整分钟，向下取整；第 1 类分位数（不小于 p 比例的最小观测值）；未完成的按删失处理（Kaplan–Meier）"
                        : "whole minutes, rounded down; percentiles of type 1: the least value with a share p at or below it;"
                                + " phases still running are censored (Kaplan–Meier)",
                "",
                "",
                measure.source().in(language));
    }

    private static Entry entry(String id, String name, List<String> guards, String... parts) {
        Map<Part, String> said = new EnumMap<>(Part.class);
        Iterator<Part> part = EnumSet.allOf(Part.class).iterator();
        for (String text : parts) {
            Part of = part.next();
            if (!text.isBlank()) {
                said.put(of, ValueText.oneLine(text));
            }
        }
        return new Entry(id, ValueText.oneLine(name), Collections.unmodifiableMap(said), guards);
    }
}
