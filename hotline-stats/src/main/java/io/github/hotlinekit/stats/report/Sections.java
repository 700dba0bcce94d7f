package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.FactFault;
import io.github.hotlinekit.stats.metric.Metric;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sections of a report that are about the report itself, or that hosts hand in. */
final class Sections {

    private Sections() {}

    static Section period(Readings readings) {
        ReportInput input = readings.input();
        Window window = readings.period().window();
        Window now = readings.now();
        List<Block> blocks = new ArrayList<>();
        String asOf = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(input.zone())
                .format(input.asOf());
        blocks.add(Block.Paragraph.of(
                "统计期 " + days(window, Language.ZH) + "，统计时点 " + asOf + "（"
                        + input.zone().getId() + "）。",
                "Period " + days(window, Language.EN) + ", as of " + asOf + " ("
                        + input.zone().getId() + ")."));
        if (!now.equals(window)) {
            blocks.add(Block.Paragraph.of(
                    "本期尚未结束：只计已过完的 " + now.days() + " 天（" + days(now, Language.ZH) + "），对比期取同样天数。",
                    "The period is not over: only the " + now.days() + " days that are over are counted ("
                            + days(now, Language.EN) + "), and compared with as many days."));
        }
        List<List<Value>> rows = new ArrayList<>();
        for (Comparison comparison : readings.comparisons()) {
            rows.add(List.of(
                    Value.Text.of(comparison.kind().label()),
                    Value.Text.of(days(comparison.now(), Language.ZH), days(comparison.now(), Language.EN)),
                    new Value.Plain(BigDecimal.valueOf(comparison.workingDaysNow())),
                    Value.Text.of(days(comparison.base(), Language.ZH), days(comparison.base(), Language.EN)),
                    new Value.Plain(BigDecimal.valueOf(comparison.workingDaysBase())),
                    Value.Text.of(comparison.alignment().label()),
                    Value.Text.of(comparison.reason())));
        }
        blocks.add(new Block.Table(
                "comparisons",
                Label.of("对比口径", "What is compared"),
                List.of(
                        Column.of("对比", "Comparison", Column.Holds.TEXT),
                        Column.of("本期", "Period", Column.Holds.TEXT),
                        Column.of("本期工作日", "Working days", Column.Holds.TEXT),
                        Column.of("对比期", "Base", Column.Holds.TEXT),
                        Column.of("对比期工作日", "Working days of the base", Column.Holds.TEXT),
                        Column.of("对齐方式", "Alignment", Column.Holds.TEXT),
                        Column.of("原因", "Why", Column.Holds.TEXT)),
                rows));
        readings.suppression().ifPresent(s -> blocks.add(suppression(s)));
        return new Section("period", Label.of("统计口径", "Basis"), blocks);
    }

    private static Block suppression(Suppression suppression) {
        long threshold = suppression.threshold();
        return Block.Paragraph.of(
                "隐私保护：1 至 " + (threshold - 1) + " 的数以 * 代替；为免由合计推出，另有数一并隐去，"
                        + "占比、变化和比率凡能推出被隐之数的也隐去。保证：同一维度、同一时段内，由所列各数及合计推不出被隐之数的确值。"
                        + "不保证：不能估出范围；不能由不同指标之差、不同维度的交叉、或另一份报告推出。不列单个工单。",
                "Privacy: numbers from 1 to " + (threshold - 1)
                        + " are shown as *. So are further numbers, so that no total"
                        + " gives one away, and shares, changes and rates that would. Guaranteed: within a dimension and a"
                        + " window, no hidden number can be worked out exactly from the numbers and totals shown. Not"
                        + " guaranteed: that it cannot be bounded, or worked out from the difference of two metrics, by"
                        + " crossing dimensions or from another report. No single case is listed.");
    }

    /** First and last day. */
    private static String days(Window window, Language language) {
        if (window.days() == 0) {
            return language == Language.ZH ? "无" : "none";
        }
        return window.from()
                + (language == Language.ZH ? " 至 " : " to ")
                + window.until().minusDays(1);
    }

    static Section cases(String id, Label title, List<ListedCase> cases, Readings readings) {
        if (readings.suppression().isPresent()) {
            return new Section(
                    id, title, List.of(Block.Paragraph.of("公开报告不列单个工单。", "A published report lists no single case.")));
        }
        if (cases.isEmpty()) {
            return new Section(id, title, List.of(nothing()));
        }
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(readings.input().zone());
        List<List<Value>> rows = cases.stream()
                .map(c -> List.<Value>of(
                        text(c.number().value()),
                        text(c.title()),
                        c.department()
                                .<Value>map(d -> Value.Text.of(readings.name(Dimension.department(), d)))
                                .orElseGet(Value.NoData::new),
                        c.due().<Value>map(d -> text(minutes.format(d))).orElseGet(Value.NoData::new),
                        text(c.note())))
                .toList();
        return new Section(
                id,
                title,
                List.of(new Block.Table(
                        id,
                        title,
                        List.of(
                                Column.of("工单编号", "Case", Column.Holds.TEXT),
                                Column.of("事项", "Subject", Column.Holds.TEXT),
                                Column.of("主办单位", "Lead department", Column.Holds.TEXT),
                                Column.of("到期时间", "Due", Column.Holds.TEXT),
                                Column.of("说明", "Note", Column.Holds.TEXT)),
                        rows)));
    }

    static Section chronic(Readings readings) {
        Label title = Label.of("反映多次的难题", "Problems raised again and again");
        List<ChronicProblem> problems = readings.input().chronic();
        if (problems.isEmpty()) {
            return new Section("chronic", title, List.of(nothing()));
        }
        List<List<Value>> rows = problems.stream()
                .map(p -> List.<Value>of(
                        text(p.title()),
                        plain(p.cases(), readings),
                        plain(p.weeks(), readings),
                        plain(p.requesters(), readings),
                        text(p.last().toString())))
                .toList();
        return new Section(
                "chronic",
                title,
                List.of(new Block.Table(
                        "chronic",
                        title,
                        List.of(
                                Column.of("难题", "Problem", Column.Holds.TEXT),
                                Column.of("工单数", "Cases", Column.Holds.TEXT),
                                Column.of("涉及周数", "Weeks", Column.Holds.TEXT),
                                Column.of("反映人数", "Requesters", Column.Holds.TEXT),
                                Column.of("最近一次", "Last", Column.Holds.TEXT)),
                        rows)));
    }

    static Section quality(Readings readings) {
        DataQuality quality = readings.input().quality();
        List<Block> blocks = new ArrayList<>();
        Label title = Label.of("数据质量", "Data quality");
        if (quality.facts() == 0) {
            blocks.add(Block.Paragraph.of("未作检查。", "Not checked."));
            return new Section("quality", title, blocks);
        }
        // Those checked may be those counted, so what is hidden of one is hidden of the other.
        boolean isHidden = readings.isWithheld(readings.now()) || readings.isSmall(quality.facts());
        String checked = isHidden ? ValueText.HIDDEN : String.valueOf(quality.facts());
        String faulty =
                isHidden || readings.isSmall(quality.faulty()) || readings.isSmall(quality.facts() - quality.faulty())
                        ? ValueText.HIDDEN
                        : String.valueOf(quality.faulty());
        blocks.add(Block.Paragraph.of(
                "检查 " + checked + " 件，其中 " + faulty + " 件存疑；存疑的仍计入各指标。",
                checked + " cases were checked, " + faulty
                        + " of them have faults; they are in the figures like others."));
        List<List<Value>> rows = new ArrayList<>();
        for (FactFault fault : FactFault.values()) {
            if (quality.count(fault) > 0) {
                String examples =
                        quality.examples(fault).stream().map(CaseNumber::value).collect(Collectors.joining(", "));
                rows.add(List.of(
                        Value.Text.of(fault.label()),
                        plain(quality.count(fault), readings),
                        readings.suppression().isPresent() ? new Value.Hidden() : text(examples)));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(
                    "quality",
                    title,
                    List.of(
                            Column.of("问题", "Fault", Column.Holds.TEXT),
                            Column.of("件数", "Cases", Column.Holds.TEXT),
                            Column.of("例", "Examples", Column.Holds.TEXT)),
                    rows));
        }
        return new Section("quality", title, blocks);
    }

    static Section check(Readings readings) {
        boolean withheld = readings.isWithheld(readings.now());
        String fingerprint = withheld
                ? ValueText.HIDDEN
                : readings.total(readings.now()).fingerprint().toString();
        String volume = ValueText.of(new Counted(readings).count(readings.now()), Language.EN);
        String calendar = readings.input().calendar().identity();
        return new Section(
                "check",
                Label.of("核对", "How to check"),
                List.of(Block.Paragraph.of(
                        "计入 " + volume + " 件，其编号与修订的指纹为 " + fingerprint + "；工作日历 " + calendar + "。同一批工单得同一指纹，与次序无关。",
                        volume + " cases were counted; the fingerprint of their numbers and revisions is " + fingerprint
                                + "; working days by " + calendar
                                + ". The same cases give the same fingerprint, in any order.")));
    }

    static Section definitions() {
        return new Section(
                "definitions",
                Label.of("指标定义", "Definitions of figures"),
                List.of(Block.Paragraph.of(
                        "各指标的分子、分母、不计入者及来源如下。",
                        "What each figure counts, of what, what it leaves out, and where its definition comes from.")));
    }

    static Block.Paragraph nothing() {
        return Block.Paragraph.of("无。", "None.");
    }

    static Value text(String text) {
        return Value.Text.of(Label.of(text, text));
    }

    private static Value plain(long number, Readings readings) {
        return readings.isSmall(number) ? new Value.Hidden() : new Value.Plain(BigDecimal.valueOf(number));
    }

    static Value named(Metric metric) {
        return new Value.Text(metric.name(), Optional.of(metric.id()));
    }
}
