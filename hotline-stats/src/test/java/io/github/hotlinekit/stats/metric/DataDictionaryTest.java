package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.util.List;
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

    private static final DataDictionary DICTIONARY = new DataDictionary(List.of(PLAIN, FULL), List.of(TIME));

    @Test
    void a_dictionary_in_english() {
        assertThat(DICTIONARY.markdown(Language.EN)).isEqualTo("""
                        # Definitions of figures

                        <a id="metric-plain"></a>

                        ## plain rate

                        - **Id and version**: `plain`, 1
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

                        - **Id**: `wait`
                        - **Meaning**: how long
                        - **Unit**: whole minutes, rounded down
                        - **Time basis**: cases completed in the period
                        - **Percentiles**: type 1: the least value with a share p at or below it; phases still running are \
                        censored (Kaplan–Meier)
                        - **Source**: a clock
                        """);
    }

    @Test
    void a_dictionary_in_chinese() {
        assertThat(DICTIONARY.markdown(Language.ZH)).isEqualTo("""
                        # 指标定义

                        <a id="metric-plain"></a>

                        ## 简

                        - **编号与版本**: `plain`, 1
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

                        - **编号**: `wait`
                        - **含义**: 等多久
                        - **单位**: 整分钟，向下取整
                        - **计时依据**: 办结时间
                        - **分位数**: 第 1 类（不小于 p 比例的最小观测值）；未完成的按删失处理（Kaplan–Meier）
                        - **来源**: 钟
                        """);
    }

    @Test
    void a_dictionary_for_programs() {
        assertThat(DICTIONARY.json()).isEqualTo("""
                        {
                          "format": "hotline-dictionary/1",
                          "metrics": [
                            {
                              "id": "plain",
                              "version": 1,
                              "name": { "zh": "简", "en": "plain rate" },
                              "numerator": { "zh": "甲", "en": "ones" },
                              "denominator": { "zh": "乙", "en": "all" },
                              "excluded": [],
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
                              "numerator": { "zh": "丙", "en": "some" },
                              "denominator": { "zh": "丁", "en": "most" },
                              "excluded": [
                                { "id": "late", "name": { "zh": "晚", "en": "too late" } },
                                { "id": "lost", "name": { "zh": "失", "en": "lost" } }
                              ],
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
                              "name": { "zh": "等", "en": "waiting" },
                              "meaning": { "zh": "等多久", "en": "how long" },
                              "unit": "minutes",
                              "basis": "COMPLETED",
                              "source": { "zh": "钟", "en": "a clock" }
                            }
                          ]
                        }""");
    }
}
