package io.github.hotlinekit.examples.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.StringJoiner;

/** The ledger as tables for a terminal, both languages side by side. */
final class TerminalLedger {

    private static final String NO_DATA = "无数据 no data";
    private static final int GROUPS = 15;

    private TerminalLedger() {}

    static String of(JsonNode ledger) {
        StringBuilder text = new StringBuilder();
        text.append(both(ledger.get("title"))).append('\n');
        boolean simulated = ledger.at("/input/type").asText().equals("simulated");
        text.append(simulated ? "模拟数据 SIMULATED" : "真实数据 REAL DATA")
                .append(": ")
                .append(both(ledger.at("/input/name")))
                .append('\n');
        text.append("受理 received ")
                .append(ledger.get("from").asText("-"))
                .append(" … ")
                .append(ledger.get("to").asText("-"))
                .append(", 截至 as of ")
                .append(ledger.get("asOf").asText())
                .append("\n\n");
        total(ledger, text);
        if (!ledger.get("published").isEmpty()) {
            published(ledger, text);
        }
        groups(ledger, "byKind", "诉求类型 kind", text);
        groups(ledger, "byCategory", "事项分类 category", text);
        groups(ledger, "byDepartment", "承办单位 department", text);
        rows(ledger, text);
        return text.toString();
    }

    private static void total(JsonNode ledger, StringBuilder text) {
        TerminalTable table = TerminalTable.of("指标 metric", "率 rate", "分子 numerator", "分母 denominator");
        table.row("受理量 volume", "", number(ledger.at("/total/volume/count")), "");
        for (JsonNode metric : ledger.get("metrics")) {
            JsonNode figure = ledger.get("total").get(metric.get("id").asText());
            table.row(
                    both(metric.get("name")),
                    percent(figure),
                    number(figure.get("numerator")),
                    number(figure.get("denominator")));
        }
        text.append(table).append('\n');
    }

    private static void published(JsonNode ledger, StringBuilder text) {
        TerminalTable table = TerminalTable.of("公布的数字 published figure", "公布 published", "算得 computed", "一致 equal");
        for (JsonNode row : ledger.get("published")) {
            table.row(
                    both(row.get("name")),
                    row.get("published").asText(),
                    row.get("computed").asText(),
                    row.get("equal").asBoolean() ? "是 yes" : "否 NO");
        }
        text.append(table).append('\n');
    }

    private static void groups(JsonNode ledger, String property, String header, StringBuilder text) {
        TerminalTable table =
                TerminalTable.of(header, "受理量 volume", "办结率 completion", "按时办结率 on time", "满意率 satisfaction");
        int shown = 0;
        for (JsonNode group : ledger.get(property)) {
            if (shown++ < GROUPS) {
                JsonNode figures = group.get("figures");
                table.row(
                        both(group.get("name")),
                        number(figures.at("/volume/count")),
                        percent(figures.get("completion")),
                        percent(figures.get("onTime")),
                        percent(figures.get("satisfaction")));
            }
        }
        text.append(table);
        if (shown > GROUPS) {
            text.append("… ").append(shown - GROUPS).append(" more in ledger.json\n");
        }
        text.append('\n');
    }

    private static void rows(JsonNode ledger, StringBuilder text) {
        JsonNode rows = ledger.get("rows");
        text.append("读入 rows read ")
                .append(number(rows.get("read")))
                .append(", 计入 counted ")
                .append(number(rows.get("counted")))
                .append(", 有误 faulty ")
                .append(number(rows.get("faulty")))
                .append(", 截至后受理 received after as-of ")
                .append(number(rows.get("afterAsOf")))
                .append('\n');
        for (JsonNode fault : rows.get("faults")) {
            text.append("  ")
                    .append(fault.get("code").asText())
                    .append(' ')
                    .append(number(fault.get("count")))
                    .append('\n');
        }
        quality(ledger.get("quality"), text);
        text.append("超期未结 open and overdue ")
                .append(number(ledger.at("/openOverdue/count")))
                .append('\n');
        JsonNode routing = ledger.get("routing");
        if (routing.get("stated").asLong() > 0) {
            text.append("派单规则与来源所载单位一致 rules agree with the source's own department: ")
                    .append(number(routing.get("agreed")))
                    .append(" / ")
                    .append(number(routing.get("stated")))
                    .append('\n');
        }
    }

    /** What was read right and cannot be so; it is in the figures all the same. */
    private static void quality(JsonNode quality, StringBuilder text) {
        text.append("数据质量 data quality: 检查 cases checked ")
                .append(number(quality.get("checked")))
                .append(", 存疑 with faults ")
                .append(number(quality.get("faulty")))
                .append(quality.get("faulty").asLong() == 0 ? ", 未发现问题 no faults" : ", 仍计入各指标 counted all the same")
                .append('\n');
        for (JsonNode fault : quality.get("faults")) {
            if (fault.get("count").asLong() > 0) {
                StringJoiner examples = new StringJoiner(", ");
                fault.get("examples").forEach(number -> examples.add(number.asText()));
                text.append("  ")
                        .append(both(fault.get("name")))
                        .append(' ')
                        .append(number(fault.get("count")))
                        .append(", 例 such as ")
                        .append(examples)
                        .append('\n');
            }
        }
    }

    private static String percent(JsonNode figure) {
        return figure.get("percent").isNull() ? NO_DATA : figure.get("percent").asText() + " %";
    }

    private static String number(JsonNode count) {
        return String.format(Locale.ROOT, "%,d", count.asLong());
    }

    private static String both(JsonNode label) {
        return label.get("zh").asText() + " " + label.get("en").asText();
    }
}
