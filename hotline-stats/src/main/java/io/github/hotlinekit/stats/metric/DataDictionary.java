package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.json.JsonText;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The definitions of figures, printed: every figure of a report links to its entry.
 *
 * @param counts the counts of cases and shares of them
 * @param metrics the rates
 * @param measures the times
 */
public record DataDictionary(List<CountDefinition> counts, List<Metric> metrics, List<Measure> measures) {

    /** The format of the JSON form. */
    public static final String FORMAT = "hotline-dictionary/1";

    private static final Label ROUNDING = Label.of(
            "按精确比值四舍五入，报告中非全部不作 100%、非零不作 0%；0/0 为无数据",
            "half up from the exact ratio, in reports never to 100% or 0% unless it is all or none; 0/0 is no data");

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if two of them have one {@link #anchor}, by which they are linked to
     */
    public DataDictionary {
        Set<String> anchors = new HashSet<>();
        Stream.of(
                        counts.stream().map(CountDefinition::id),
                        metrics.stream().map(Metric::id),
                        measures.stream().map(Measure::id))
                .flatMap(of -> of)
                .forEach(id -> {
                    if (!anchors.add(anchor(id))) {
                        throw new IllegalArgumentException(
                                "ids of a dictionary must differ, a dot being a hyphen, but two were " + id);
                    }
                });
        counts = List.copyOf(counts);
        metrics = List.copyOf(metrics);
        measures = List.copyOf(measures);
    }

    /**
     * All that the SDK defines.
     *
     * @return the dictionary
     */
    public static DataDictionary standard() {
        return new DataDictionary(CountDefinition.standard(), Metric.catalogue(), Measure.standard());
    }

    /**
     * The place of an entry in the printed dictionary, to link to.
     *
     * @param id the id of a count, metric or measure
     * @return such as {@code metric-onTime}
     */
    public static String anchor(String id) {
        return "metric-" + id.replace('.', '-');
    }

    /**
     * The dictionary for people.
     *
     * @param language the language
     * @return Markdown: a section a figure, with an anchor
     */
    public String markdown(Language language) {
        boolean zh = language == Language.ZH;
        StringBuilder text = new StringBuilder(zh ? "# 指标定义\n" : "# Definitions of figures\n");
        for (CountDefinition count : counts) {
            head(text, count.id(), count.name(), language);
            line(text, zh ? "编号与版本" : "Id and version", "`" + count.id() + "`, " + count.version());
            line(text, zh ? "公式" : "Formula", count.formula().in(language));
            line(text, zh ? "计时依据" : "Time basis", count.basis().label().in(language));
            line(text, zh ? "来源" : "Source", count.source().in(language));
        }
        for (Metric metric : metrics) {
            head(text, metric.id(), metric.name(), language);
            line(text, zh ? "编号与版本" : "Id and version", "`" + metric.id() + "`, " + metric.version());
            line(text, zh ? "公式" : "Formula", metric.formula().in(language));
            line(text, zh ? "分子" : "Numerator", metric.numerator().in(language));
            line(text, zh ? "分母" : "Denominator", metric.denominator().in(language));
            line(text, zh ? "不计入（另行计数）" : "Left out, and counted", exclusions(metric, language));
            line(text, zh ? "计时依据" : "Time basis", metric.basis().label().in(language));
            line(text, zh ? "方向" : "Direction", metric.direction().label().in(language));
            line(text, zh ? "如何取整" : "Rounding", ROUNDING.in(language));
            if (!metric.whatIfs().isEmpty()) {
                line(
                        text,
                        zh ? "另一种算法" : "What if",
                        metric.whatIfs().stream()
                                .map(w -> w.name().in(language))
                                .collect(Collectors.joining(zh ? "；" : "; ")));
            }
            if (!metric.guards().isEmpty()) {
                line(
                        text,
                        zh ? "对照指标" : "Look also at",
                        metric.guards().stream()
                                .map(g -> "[" + g + "](#" + anchor(g) + ")")
                                .collect(Collectors.joining(zh ? "、" : ", ")));
            }
            line(text, zh ? "来源" : "Source", metric.source().in(language));
        }
        for (Measure measure : measures) {
            head(text, measure.id(), measure.name(), language);
            line(text, zh ? "编号与版本" : "Id and version", "`" + measure.id() + "`, " + measure.version());
            line(text, zh ? "含义" : "Meaning", measure.meaning().in(language));
            line(text, zh ? "单位" : "Unit", zh ? "整分钟，向下取整" : "whole minutes, rounded down");
            line(text, zh ? "计时依据" : "Time basis", measure.basis().label().in(language));
            line(text, zh ? "公式" : "Formula", measure.formula().in(language));
            line(text, zh ? "来源" : "Source", measure.source().in(language));
        }
        return text.toString();
    }

    private static void head(StringBuilder text, String id, Label name, Language language) {
        text.append("\n<a id=\"")
                .append(anchor(id))
                .append("\"></a>\n\n## ")
                .append(name.in(language))
                .append("\n\n");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("- **").append(name).append("**: ").append(value).append('\n');
    }

    private static String exclusions(Metric metric, Language language) {
        boolean zh = language == Language.ZH;
        return metric.exclusions().isEmpty()
                ? zh ? "无" : "nothing"
                : metric.exclusions().stream()
                        .map(e -> e.name().in(language))
                        .collect(Collectors.joining(zh ? "、" : ", "));
    }

    /**
     * The dictionary for programs.
     *
     * @return JSON in {@value #FORMAT}, names in both languages
     */
    public String json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        List<Object> numbers = new ArrayList<>();
        for (CountDefinition count : counts) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", count.id());
            entry.put("version", count.version());
            entry.put("name", tree(count.name()));
            entry.put("formula", tree(count.formula()));
            entry.put("counted", tree(count.counted()));
            count.of().ifPresent(of -> entry.put("of", tree(of)));
            entry.put("basis", count.basis().name());
            entry.put("source", tree(count.source()));
            numbers.add(entry);
        }
        tree.put("counts", numbers);
        List<Object> rates = new ArrayList<>();
        for (Metric metric : metrics) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", metric.id());
            entry.put("version", metric.version());
            entry.put("name", tree(metric.name()));
            entry.put("formula", tree(metric.formula()));
            entry.put("numerator", tree(metric.numerator()));
            entry.put("denominator", tree(metric.denominator()));
            entry.put(
                    "excluded",
                    metric.exclusions().stream()
                            .map(e -> {
                                Map<String, Object> exclusion = new LinkedHashMap<>();
                                exclusion.put("id", e.id());
                                exclusion.put("name", tree(e.name()));
                                return exclusion;
                            })
                            .toList());
            entry.put("rounding", tree(ROUNDING));
            entry.put("basis", metric.basis().name());
            entry.put("direction", metric.direction().code());
            entry.put("guards", metric.guards());
            entry.put(
                    "whatIf",
                    metric.whatIfs().stream()
                            .map(w -> {
                                Map<String, Object> whatIf = new LinkedHashMap<>();
                                whatIf.put("id", w.id());
                                whatIf.put("name", tree(w.name()));
                                whatIf.put(
                                        "asHits", w.asHits().stream().sorted().toList());
                                whatIf.put(
                                        "asMisses",
                                        w.asMisses().stream().sorted().toList());
                                return whatIf;
                            })
                            .toList());
            entry.put("source", tree(metric.source()));
            rates.add(entry);
        }
        tree.put("metrics", rates);
        List<Object> times = new ArrayList<>();
        for (Measure measure : measures) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", measure.id());
            entry.put("version", measure.version());
            entry.put("name", tree(measure.name()));
            entry.put("formula", tree(measure.formula()));
            entry.put("meaning", tree(measure.meaning()));
            entry.put("unit", "minutes");
            entry.put("percentiles", QuantileType.INVERTED_CDF.name());
            entry.put("basis", measure.basis().name());
            entry.put("source", tree(measure.source()));
            times.add(entry);
        }
        tree.put("measures", times);
        return JsonText.of(tree);
    }

    private static Map<String, Object> tree(Label label) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("zh", label.zh());
        tree.put("en", label.en());
        return tree;
    }
}
