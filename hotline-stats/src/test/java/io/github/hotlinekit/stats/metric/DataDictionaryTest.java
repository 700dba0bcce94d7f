package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {

    private static final Metric PLAIN = Metric.builder("plain")
            .name("简", "plain rate")
            .numerator("甲", "ones", o -> true)
            .denominator("乙", "all")
            .source("一书", "a book")
            .build();

    private static final Metric FULL = Metric.builder("full")
            .name("全", "full rate")
            .numerator("丙", "some", o -> false)
            .denominator("丁", "most")
            .exclude(Exclusion.of("late", Label.of("晚", "too late"), o -> false))
            .exclude(Exclusion.of("lost", Label.of("失", "lost"), o -> false))
            .whatIf(new WhatIf("in", Label.of("计入", "if counted"), Set.of("lost", "late"), Set.of()))
            .whatIf(new WhatIf("out", Label.of("不计入", "if missed"), Set.of(), Set.of("lost", "late")))
            .guardedBy("plain", "plain.due")
            .basis(TimeBasis.DUE)
            .direction(Direction.LOWER)
            .version(3)
            .build();

    private static final Measure TIME = new Measure(
            "wait",
            Label.of("等", "waiting"),
            Label.of("等多久", "how long"),
            TimeBasis.COMPLETED,
            Label.of("钟", "a clock"),
            f -> -1);

    private static final CountDefinition ALL = new CountDefinition(
            "all",
            2,
            Label.of("总", "all"),
            Label.of("每件", "cases"),
            Optional.empty(),
            TimeBasis.DUE,
            Label.of("账", "a ledger"));

    private static final CountDefinition PART = new CountDefinition(
            "part",
            1,
            Label.of("份", "a part"),
            Label.of("此类", "some"),
            Optional.of(Label.of("各类", "all")),
            TimeBasis.RECEIVED,
            Label.of("账", "a ledger"));

    private static final DataDictionary DICTIONARY =
            new DataDictionary(List.of(ALL, PART), List.of(PLAIN, FULL), List.of(TIME));

    @Test
    void a_dictionary_in_english() {
        assertThat(DICTIONARY.markdown(Language.EN)).isEqualTo("""
                        # Definitions of figures

                        <a id="metric-all"></a>

                        ## all

                        - **Id and version**: `all`, 2
                        - **Formula**: count of cases
                        - **Time basis**: cases due in the period
                        - **Source**: a ledger

                        <a id="metric-part"></a>

                        ## a part

                        - **Id and version**: `part`, 1
                        - **Formula**: some / all × 100%, rounded by the largest remainder, so that all together are 100%
                        - **Time basis**: cases received in the period
                        - **Source**: a ledger

                        <a id="metric-plain"></a>

                        ## plain rate

                        - **Id and version**: `plain`, 1
                        - **Formula**: ones / all × 100%
                        - **Numerator**: ones
                        - **Denominator**: all
                        - **Left out, and counted**: nothing
                        - **Time basis**: cases received in the period
                        - **Direction**: neither is better
                        - **Rounding**: half up from the exact ratio, in reports never to 100% or 0% unless it is all or \
                        none; 0/0 is no data
                        - **Source**: a book

                        <a id="metric-full"></a>

                        ## full rate

                        - **Id and version**: `full`, 3
                        - **Formula**: some / most × 100%
                        - **Numerator**: some
                        - **Denominator**: most
                        - **Left out, and counted**: too late, lost
                        - **Time basis**: cases due in the period
                        - **Direction**: lower is better
                        - **Rounding**: half up from the exact ratio, in reports never to 100% or 0% unless it is all or \
                        none; 0/0 is no data
                        - **What if**: if counted; if missed
                        - **Look also at**: [plain](#metric-plain), [plain.due](#metric-plain-due)
                        - **Source**: no source given

                        <a id="metric-wait"></a>

                        ## waiting

                        - **Id and version**: `wait`, 1
                        - **Meaning**: how long
                        - **Unit**: whole minutes, rounded down
                        - **Time basis**: cases completed in the period
                        - **Formula**: mean: the sum of the minutes that have ended / how many have; percentiles of type 1: \
                        the least value with a share p at or below it; phases still running are censored (Kaplan–Meier)
                        - **Source**: a clock
                        """);
    }

    @Test
    void a_dictionary_in_chinese() {
        assertThat(DICTIONARY.markdown(Language.ZH)).isEqualTo("""
                        # 指标定义

                        <a id="metric-all"></a>

                        ## 总

                        - **编号与版本**: `all`, 2
                        - **公式**: 件数：每件
                        - **计时依据**: 到期时间
                        - **来源**: 账

                        <a id="metric-part"></a>

                        ## 份

                        - **编号与版本**: `part`, 1
                        - **公式**: 此类 ÷ 各类 × 100%，按最大余数法取整，各类合计恰为 100%
                        - **计时依据**: 受理时间
                        - **来源**: 账

                        <a id="metric-plain"></a>

                        ## 简

                        - **编号与版本**: `plain`, 1
                        - **公式**: 甲 ÷ 乙 × 100%
                        - **分子**: 甲
                        - **分母**: 乙
                        - **不计入（另行计数）**: 无
                        - **计时依据**: 受理时间
                        - **方向**: 不分优劣
                        - **如何取整**: 按精确比值四舍五入，报告中非全部不作 100%、非零不作 0%；0/0 为无数据
                        - **来源**: 一书

                        <a id="metric-full"></a>

                        ## 全

                        - **编号与版本**: `full`, 3
                        - **公式**: 丙 ÷ 丁 × 100%
                        - **分子**: 丙
                        - **分母**: 丁
                        - **不计入（另行计数）**: 晚、失
                        - **计时依据**: 到期时间
                        - **方向**: 越低越好
                        - **如何取整**: 按精确比值四舍五入，报告中非全部不作 100%、非零不作 0%；0/0 为无数据
                        - **另一种算法**: 计入；不计入
                        - **对照指标**: [plain](#metric-plain)、[plain.due](#metric-plain-due)
                        - **来源**: 未注明出处

                        <a id="metric-wait"></a>

                        ## 等

                        - **编号与版本**: `wait`, 1
                        - **含义**: 等多久
                        - **单位**: 整分钟，向下取整
                        - **计时依据**: 办结时间
                        - **公式**: 平均：已结束用时的分钟数之和 ÷ 已结束的件数；分位数：第 1 类（不小于 p 比例的最小观测值）；\
                        未完成的按删失处理（Kaplan–Meier）
                        - **来源**: 钟
                        """);
    }

    @Test
    void a_dictionary_for_programs() {
        assertThat(DICTIONARY.json()).isEqualTo("""
                        {
                          "format": "hotline-dictionary/1",
                          "counts": [
                            {
                              "id": "all",
                              "version": 2,
                              "name": { "zh": "总", "en": "all" },
                              "formula": { "zh": "件数：每件", "en": "count of cases" },
                              "counted": { "zh": "每件", "en": "cases" },
                              "basis": "DUE",
                              "source": { "zh": "账", "en": "a ledger" }
                            },
                            {
                              "id": "part",
                              "version": 1,
                              "name": { "zh": "份", "en": "a part" },
                              "formula": {
                                "zh": "此类 ÷ 各类 × 100%，按最大余数法取整，各类合计恰为 100%",
                                "en": "some / all × 100%, rounded by the largest remainder, so that all together are 100%"
                              },
                              "counted": { "zh": "此类", "en": "some" },
                              "of": { "zh": "各类", "en": "all" },
                              "basis": "RECEIVED",
                              "source": { "zh": "账", "en": "a ledger" }
                            }
                          ],
                          "metrics": [
                            {
                              "id": "plain",
                              "version": 1,
                              "name": { "zh": "简", "en": "plain rate" },
                              "formula": { "zh": "甲 ÷ 乙 × 100%", "en": "ones / all × 100%" },
                              "numerator": { "zh": "甲", "en": "ones" },
                              "denominator": { "zh": "乙", "en": "all" },
                              "excluded": [],
                              "rounding": {
                                "zh": "按精确比值四舍五入，报告中非全部不作 100%、非零不作 0%；0/0 为无数据",
                                "en": "half up from the exact ratio, in reports never to 100% or 0% unless it is all or none; 0/0 is no data"
                              },
                              "basis": "RECEIVED",
                              "direction": "neither",
                              "guards": [],
                              "whatIf": [],
                              "source": { "zh": "一书", "en": "a book" }
                            },
                            {
                              "id": "full",
                              "version": 3,
                              "name": { "zh": "全", "en": "full rate" },
                              "formula": { "zh": "丙 ÷ 丁 × 100%", "en": "some / most × 100%" },
                              "numerator": { "zh": "丙", "en": "some" },
                              "denominator": { "zh": "丁", "en": "most" },
                              "excluded": [
                                { "id": "late", "name": { "zh": "晚", "en": "too late" } },
                                { "id": "lost", "name": { "zh": "失", "en": "lost" } }
                              ],
                              "rounding": {
                                "zh": "按精确比值四舍五入，报告中非全部不作 100%、非零不作 0%；0/0 为无数据",
                                "en": "half up from the exact ratio, in reports never to 100% or 0% unless it is all or none; 0/0 is no data"
                              },
                              "basis": "DUE",
                              "direction": "lower",
                              "guards": ["plain", "plain.due"],
                              "whatIf": [
                                { "id": "in", "name": { "zh": "计入", "en": "if counted" }, "asHits": ["late", "lost"], "asMisses": [] },
                                { "id": "out", "name": { "zh": "不计入", "en": "if missed" }, "asHits": [], "asMisses": ["late", "lost"] }
                              ],
                              "source": { "zh": "未注明出处", "en": "no source given" }
                            }
                          ],
                          "measures": [
                            {
                              "id": "wait",
                              "version": 1,
                              "name": { "zh": "等", "en": "waiting" },
                              "formula": {
                                "zh": "平均：已结束用时的分钟数之和 ÷ 已结束的件数；分位数：第 1 类（不小于 p 比例的最小观测值）；未完成的按删失处理（Kaplan–Meier）",
                                "en": "mean: the sum of the minutes that have ended / how many have; percentiles of type 1: the least value with a share p at or below it; phases still running are censored (Kaplan–Meier)"
                              },
                              "meaning": { "zh": "等多久", "en": "how long" },
                              "unit": "minutes",
                              "percentiles": "INVERTED_CDF",
                              "basis": "COMPLETED",
                              "source": { "zh": "钟", "en": "a clock" }
                            }
                          ]
                        }""");
    }

    @Test
    void the_sdks_own_has_an_entry_for_every_count_rate_and_time() {
        DataDictionary own = DataDictionary.standard();
        assertThat(own.counts())
                .extracting(CountDefinition::id)
                .containsExactly(
                        "volume", "shareOfCases", "openCases", "casesDue", "casesCompleted", "casesCalledBack");
        assertThat(own.metrics()).isEqualTo(Metric.catalogue());
        assertThat(own.measures()).isEqualTo(Measure.standard());
        for (TimeBasis basis : TimeBasis.values()) {
            assertThat(CountDefinition.volumeBy(basis).basis()).isEqualTo(basis);
            assertThat(CountDefinition.volumeBy(basis).of()).isEmpty();
        }
        assertThat(CountDefinition.volumeBy(TimeBasis.RECEIVED)).isEqualTo(CountDefinition.volume());
        Metric counting = CountDefinition.volumeBy(TimeBasis.DUE).counting();
        assertThat(counting.definition()).isEqualTo("casesDue/1/due[]");
        assertThat(counting.numerator())
                .isEqualTo(CountDefinition.volumeBy(TimeBasis.DUE).counted());
    }

    @Test
    void two_entries_of_one_id_are_refused_with_the_id() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataDictionary(List.of(ALL), List.of(PLAIN, PLAIN), List.of()))
                .withMessage("ids of a dictionary must differ, a dot being a hyphen, but two were plain");
        Metric volume = Metric.builder("volume")
                .name("量", "volume")
                .numerator("一", "one", o -> true)
                .denominator("一", "one")
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataDictionary(List.of(CountDefinition.volume()), List.of(volume), List.of()))
                .withMessageContaining("volume");
        Metric hyphen = Metric.builder("plain-due")
                .name("量", "volume")
                .numerator("一", "one", o -> true)
                .denominator("一", "one")
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataDictionary(List.of(), List.of(PLAIN.on(TimeBasis.DUE), hyphen), List.of()))
                .withMessageEndingWith("but two were plain-due");
    }

    @Test
    void an_id_is_a_letter_and_then_letters_digits_or_hyphens() {
        Label label = Label.of("名", "name");
        String longest = "a".repeat(100);
        assertThat(Metric.builder(longest)).isNotNull();
        for (String id : List.of("", " ", "9", "a b", "onTime.due", "a/b", "a_b", "<a>", "率", longest + "a")) {
            String said = id.length() > 100 ? "but was of 101 characters" : "but was \"" + id + "\"";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Metric.builder(id))
                    .withMessageStartingWith("id of a metric must be a letter")
                    .withMessageEndingWith(said);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Exclusion.of(id, label, o -> true))
                    .withMessageStartingWith("id of an exclusion")
                    .withMessageEndingWith(said);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WhatIf(id, label, Set.of(), Set.of()))
                    .withMessageEndingWith(said);
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new CountDefinition(id, 1, label, label, Optional.empty(), TimeBasis.RECEIVED, label))
                    .withMessageEndingWith(said);
        }
        for (String id : List.of("", "a.b", "wait.DUE", ".due", "wait.due.due")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Measure(id, label, label, TimeBasis.DUE, label, f -> -1))
                    .withMessageStartingWith("id of a measure")
                    .withMessageEndingWith("but was \"" + id + "\"");
        }
        assertThat(new Measure("wait.due", label, label, TimeBasis.DUE, label, f -> -1).id())
                .isEqualTo("wait.due");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CountDefinition("a", 0, label, label, Optional.empty(), TimeBasis.RECEIVED, label))
                .withMessage("version must be at least 1, but was 0");
    }
}
