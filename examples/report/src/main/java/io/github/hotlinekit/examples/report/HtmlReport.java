package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.metric.DataDictionary;
import io.github.hotlinekit.stats.report.Block;
import io.github.hotlinekit.stats.report.Column;
import io.github.hotlinekit.stats.report.Section;
import io.github.hotlinekit.stats.report.Source;
import io.github.hotlinekit.stats.report.Value;
import io.github.hotlinekit.stats.report.ValueText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a report as one page that needs neither network nor script. Every figure links to its definition at the end of the
 * page; every chart stands on a table; what hosts hand in is escaped. The same edition gives the same text.
 */
final class HtmlReport {

    /** From how many rows on the table below a chart scrolls. */
    private static final int TALL = 14;
    /** Texts wider than two dates are given room to be read in lines. */
    private static final int LONG = 28;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Edition edition;
    private final Language language;
    private final Set<String> defined;
    private final Markup page = new Markup();

    private HtmlReport(Edition edition) {
        this.edition = edition;
        this.language = edition.language();
        this.defined = Definitions.of(edition.report().dictionary(), language).stream()
                .map(Definitions.Entry::id)
                .collect(Collectors.toSet());
    }

    /** Writes an edition as HTML. */
    static String write(Edition edition) throws IOException {
        return new HtmlReport(edition).write();
    }

    private String write() throws IOException {
        String title = edition.in(edition.report().title());
        String city = edition.in(edition.city());
        page.raw("<!DOCTYPE html>\n")
                .open("html", "lang", language == Language.ZH ? "zh-CN" : "en")
                .raw("\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .element("title", title + " · " + city)
                .raw("\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n")
                .element("a", edition.in("跳到正文", "Skip to the report"), "class", "skip", "href", "#main")
                .raw("\n<header>\n")
                .element("h1", title)
                .element("p", city)
                .element("p", edition.in(edition.note()), "class", "note")
                .element(
                        "p",
                        edition.in(
                                "数字链接到其定义。* 表示数小而隐去；— 表示无数据（0/0，或没有可比的数）。",
                                "Numbers link to their definitions. * is hidden, since it is of few people; — is no data: 0 of 0, or nothing to compare with."),
                        "class",
                        "soft")
                .raw("\n</header>\n");
        contents();
        page.open("main", "id", "main").line();
        edition.report().sections().forEach(this::section);
        definitions();
        page.raw("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IOException("no report.css in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void contents() {
        page.open("nav", "aria-label", edition.in("目录", "Contents")).raw("<ol>\n");
        for (Section section : edition.report().sections()) {
            page.open("li")
                    .element("a", edition.in(section.title()), "href", "#section-" + section.id())
                    .close("li")
                    .line();
        }
        page.raw("</ol></nav>\n");
    }

    private void section(Section section) {
        page.open("section", "id", "section-" + section.id())
                .element("h2", edition.in(section.title()))
                .line();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                page.element("p", edition.in(paragraph.text())).line();
            } else if (block instanceof Block.Table table) {
                chart(table).ifPresent(this::figure);
                table(table, edition.in(table.title()), table.title().equals(section.title()), false);
            } else if (block instanceof Block.Series series) {
                figure(chart(series));
                Block.Table table = Grid.table(series);
                String title = edition.in(table.title());
                table(
                        table,
                        edition.in(title + "：数据", title + ": the figures"),
                        false,
                        table.rows().size() > TALL);
            }
        }
        page.close("section").line();
    }

    private void figure(Drawn drawn) {
        page.open("figure")
                .element("figcaption", drawn.caption().title())
                .open("div", "class", "chart")
                .raw(drawn.svg())
                .raw("</div>")
                .element("p", drawn.caption().description(), "class", "soft")
                .raw("</figure>\n");
    }

    private void table(Block.Table table, String title, boolean isTitled, boolean isTall) {
        page.open(
                        "div",
                        "class",
                        isTall ? "scroll tall" : "scroll",
                        "tabindex",
                        "0",
                        "role",
                        "region",
                        "aria-label",
                        title)
                .open("table", "id", "table-" + table.id())
                .element("caption", title, "class", isTitled ? "unseen" : "")
                .raw("\n<thead><tr>");
        for (Column column : table.columns()) {
            page.open("th", "scope", "col", "class", isText(column) ? "" : "n");
            linked(edition.in(column.title()), column.definition());
            page.close("th");
        }
        page.raw("</tr></thead>\n<tbody>\n");
        for (List<Value> row : table.rows()) {
            page.open("tr");
            for (int i = 0; i < row.size(); i++) {
                boolean first = i == 0 && row.get(0) instanceof Value.Text;
                String element = first ? "th" : "td";
                Column column = table.columns().get(i);
                boolean number = !isText(column) || row.get(i) instanceof Value.Plain;
                boolean isLong = !number && i > 0 && Wording.width(Wording.of(row.get(i), language)) > LONG;
                String style = number ? "n" : isLong ? "long" : "";
                page.open(element, "scope", first ? "row" : "", "class", style);
                value(row, i, column);
                page.close(element);
            }
            page.close("tr").line();
        }
        page.raw("</tbody></table></div>\n");
    }

    private static boolean isText(Column column) {
        return column.holds() == Column.Holds.TEXT;
    }

    private void value(List<Value> row, int at, Column column) {
        Value value = row.get(at);
        String text = Wording.of(value, language);
        if (value instanceof Value.Hidden) {
            page.element("abbr", text, "title", edition.in(Wording.HIDDEN_WORD));
        } else if (value instanceof Value.NoData) {
            page.element("abbr", text, "title", isText(column) ? "" : edition.in(Wording.NO_DATA_WORD));
        } else if (value instanceof Value.Text named) {
            linked(text, named.definition());
        } else if (value instanceof Value.Plain) {
            // A number such as of cases a working day is of what its row is named after.
            linked(text, row.get(0) instanceof Value.Text name ? name.definition() : Optional.empty());
        } else {
            parted(text, value.source().map(Source::definition));
        }
    }

    private void linked(String text, Optional<String> definition) {
        Optional<String> anchor = open(definition, "");
        dated(text);
        anchor.ifPresent(a -> page.close("a"));
    }

    /** A text whose dates are not broken, where there are others to break it at. */
    private void dated(String text) {
        Matcher date = DATE.matcher(text);
        int from = 0;
        while (date.find() && date.end() - date.start() < text.length()) {
            between(text.substring(from, date.start()));
            page.element("span", date.group(), "class", "part");
            from = date.end();
        }
        between(text.substring(from));
    }

    /** What stands between two elements keeps the spaces at its ends. */
    private void between(String text) {
        page.raw(text.startsWith(" ") ? " " : "").text(text).raw(text.length() > 1 && text.endsWith(" ") ? " " : "");
    }

    /** A number and what stands in brackets behind it, which may stand on two lines; neither is broken. */
    private void parted(String text, Optional<String> definition) {
        int bracket = text.indexOf(language == Language.ZH ? "（" : " (");
        if (bracket < 0) {
            linked(text, definition);
            return;
        }
        Optional<String> anchor = open(definition, "parts");
        page.element("span", text.substring(0, bracket), "class", "part")
                .raw(language == Language.ZH ? "" : " ")
                .element("span", text.substring(bracket), "class", "part");
        anchor.ifPresent(a -> page.close("a"));
    }

    private Optional<String> open(Optional<String> definition, String style) {
        Optional<String> anchor = definition.filter(defined::contains).map(DataDictionary::anchor);
        anchor.ifPresent(a -> page.open("a", "class", style, "href", "#" + a));
        return anchor;
    }

    private void definitions() {
        page.open("section", "id", "dictionary").line();
        for (Definitions.Entry entry : Definitions.of(edition.report().dictionary(), language)) {
            page.open("article", "id", DataDictionary.anchor(entry.id()))
                    .element("h3", entry.name())
                    .open("dl");
            for (Definitions.Part part : Definitions.Part.values()) {
                Optional<String> said = entry.part(part);
                if (said.isPresent()) {
                    page.element("dt", part.in(language)).open("dd");
                    if (part == Definitions.Part.GUARDS) {
                        guards(entry);
                    } else {
                        page.text(said.get());
                    }
                    page.close("dd");
                }
            }
            page.raw("</dl></article>\n");
        }
        page.close("section").line();
    }

    private void guards(Definitions.Entry entry) {
        for (int i = 0; i < entry.guards().size(); i++) {
            String guard = entry.guards().get(i);
            page.text(i == 0 ? "" : "·").raw(i == 0 ? "" : " ");
            linked(guard, Optional.of(guard));
            page.raw(" ");
        }
    }

    /** A chart and what it is called. */
    private record Drawn(Chart.Caption caption, String svg) {}

    private Drawn chart(Block.Series series) {
        List<String> names = series.names().stream()
                .map(n -> ValueText.oneLine(edition.in(n)))
                .toList();
        List<Chart.Row> rows = series.lines().stream()
                .map(l -> new Chart.Row(
                        ValueText.oneLine(edition.in(l.column().title())),
                        l.values().stream().map(this::point).toList()))
                .toList();
        boolean line = series.form() == Block.Form.LINE;
        Chart.Caption caption =
                caption(series.id(), series.title(), line ? edition.in("折线图", "line chart") : bars(), names, rows);
        return new Drawn(caption, line ? Chart.lines(caption, names, rows) : Chart.bars(caption, names, rows));
    }

    private String bars() {
        return edition.in("条形图", "bar chart");
    }

    /** Tables whose picture says more than their numbers: how many of each category, and rates with their intervals. */
    private Optional<Drawn> chart(Block.Table table) {
        if (table.rows().size() < 2) {
            return Optional.empty();
        }
        // The last row is the total.
        List<List<Value>> rows = table.rows().subList(0, table.rows().size() - 1);
        return switch (table.id()) {
            case "categories" -> Optional.of(categories(table, rows));
            case "departments" -> intervals(table, rows);
            default -> Optional.empty();
        };
    }

    private Drawn categories(Block.Table table, List<List<Value>> rows) {
        // Without the remainder, which would dwarf them: it has no cases of its own.
        List<List<Value>> own = rows.stream()
                .filter(r -> r.get(1).source().isEmpty()
                        || r.get(1).source().flatMap(Source::cases).isPresent())
                .toList();
        List<String> names = names(own);
        List<Chart.Row> bars = List.of(new Chart.Row(
                ValueText.oneLine(edition.in(table.columns().get(1).title())),
                own.stream().map(r -> point(r.get(1))).toList()));
        Chart.Caption caption = caption(table.id(), table.title(), bars(), names, bars);
        return new Drawn(caption, Chart.bars(caption, names, bars));
    }

    private List<String> names(List<List<Value>> rows) {
        return rows.stream().map(r -> Wording.of(r.get(0), language)).toList();
    }

    private Optional<Drawn> intervals(Block.Table table, List<List<Value>> rows) {
        List<String> names = names(rows);
        int at = 0;
        while (at < table.columns().size() && table.columns().get(at).holds() != Column.Holds.RANGE) {
            at++;
        }
        if (at == 0 || at == table.columns().size()) {
            return Optional.empty();
        }
        List<Chart.Whisker> whiskers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Value> row = rows.get(i);
            // The last column notes the rates that are of too few.
            boolean isOfFew = row.get(row.size() - 1) instanceof Value.Text;
            whiskers.add(whisker(names.get(i), row.get(at - 1), row.get(at), isOfFew));
        }
        Value all = table.rows().get(table.rows().size() - 1).get(at - 1);
        String rate = edition.in(table.columns().get(at - 1).title());
        Chart.Caption caption = new Chart.Caption(
                table.id(),
                edition.in(table.columns().get(at).title()),
                edition.in(
                        "各单位" + rate + "（点；空心者样本过少）及其区间（线），虚线为合计：" + Wording.of(all, language) + "。数字见下表。",
                        rate
                                + " of each department (dot, hollow if of too few) with its interval (line); the dashed line is that of all: "
                                + Wording.of(all, language) + ". The numbers are in the table below."));
        String svg = Chart.intervals(caption, whiskers, all instanceof Value.Rate of ? percent(of) : Optional.empty());
        return Optional.of(new Drawn(caption, svg));
    }

    private Chart.Whisker whisker(String name, Value rate, Value range, boolean isOfFew) {
        if (rate instanceof Value.Rate of && range instanceof Value.Range interval) {
            return new Chart.Whisker(
                    name,
                    percent(of).map(p -> new double[] {
                        p,
                        interval.interval().lowerPercent(1).doubleValue(),
                        interval.interval().upperPercent(1).doubleValue()
                    }),
                    Wording.of(rate, language) + ", " + Wording.of(range, language),
                    isOfFew);
        }
        return new Chart.Whisker(name, Optional.empty(), words(rate), isOfFew);
    }

    private static Optional<Double> percent(Value.Rate rate) {
        return rate.ratio().percentUnlessAll(1).map(Number::doubleValue);
    }

    private Chart.Point point(Value value) {
        return value instanceof Value.Count count
                ? new Chart.Point(Optional.of((double) count.count()), Wording.grouped(count.count()))
                : new Chart.Point(Optional.empty(), words(value));
    }

    /** The words for a value that is not drawn. */
    private String words(Value value) {
        return value instanceof Value.Hidden
                ? edition.in(Wording.HIDDEN_WORD)
                : value instanceof Value.NoData ? edition.in(Wording.NO_DATA_WORD) : Wording.of(value, language);
    }

    private Chart.Caption caption(String id, Label title, String form, List<String> names, List<Chart.Row> rows) {
        StringBuilder text = new StringBuilder(form).append(edition.in("，", ", "));
        text.append(names.size()).append(edition.in(" 处", " places"));
        for (Chart.Row row : rows) {
            extremes(row, names)
                    .ifPresent(e -> text.append(edition.in("；", "; ")).append(e));
        }
        text.append(edition.in("。数字见下表。", ". The numbers are in the table below."));
        return new Chart.Caption(id, edition.in(title), text.toString());
    }

    private Optional<String> extremes(Chart.Row row, List<String> names) {
        int least = -1;
        int most = -1;
        for (int i = 0; i < names.size(); i++) {
            Optional<Double> number = row.points().get(i).number();
            if (number.isPresent()) {
                least = least < 0 || number.get() < number(row, least) ? i : least;
                most = most < 0 || number.get() > number(row, most) ? i : most;
            }
        }
        return least < 0
                ? Optional.empty()
                : Optional.of(edition.in(
                        row.name() + "最少 " + row.points().get(least).words() + "（" + names.get(least) + "），最多 "
                                + row.points().get(most).words() + "（" + names.get(most) + "）",
                        row.name() + " from " + row.points().get(least).words() + " (" + names.get(least) + ") to "
                                + row.points().get(most).words() + " (" + names.get(most) + ")"));
    }

    private static double number(Chart.Row row, int at) {
        return row.points().get(at).number().orElse(0.0);
    }
}
