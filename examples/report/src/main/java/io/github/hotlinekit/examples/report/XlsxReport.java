package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.report.Block;
import io.github.hotlinekit.stats.report.Section;
import io.github.hotlinekit.stats.report.Value;
import io.github.hotlinekit.stats.report.ValueText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a report as a workbook: a sheet of contents with all that is not a table, a sheet a table or series, and a sheet of
 * definitions that headings and figures link to. Numbers are numbers with a format, percentages parts of 1. Texts are
 * shared strings, which no spreadsheet takes for formulas, in cells of the format for text, so that they stay texts when
 * edited. The same edition gives the same bytes.
 */
final class XlsxReport {

    private static final int MAX_NAME = 31;
    /** The most UTF-16 units that a cell holds. */
    private static final int MAX_TEXT = 32_767;

    private static final int WIDEST = 60;
    private static final int NARROWEST = 9;
    private static final String LINK = "FF0B5394";
    private static final String HEAD = "FFE8EEF4";
    private static final String TEXT_FORMAT = "@";

    private final Edition edition;
    private final Language language;
    private final List<Definitions.Entry> definitions;
    private final List<Grid> grids;
    private final List<String> names;
    private final Map<String, String> targets = new HashMap<>();

    private XlsxReport(Edition edition) {
        this.edition = edition;
        this.language = edition.language();
        this.definitions = Definitions.of(edition.report().dictionary(), language);
        this.grids = Grid.of(edition.report(), language);
        this.names = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        names.add(name(edition.in("目录", "Contents"), taken));
        grids.forEach(g -> names.add(name(g.title(), taken)));
        names.add(name(edition.in("指标定义", "Definitions"), taken));
        String last = names.get(names.size() - 1);
        for (int i = 0; i < definitions.size(); i++) {
            targets.put(definitions.get(i).id(), cell(last, i + 1));
        }
    }

    /** Writes an edition as the bytes of a workbook. */
    static byte[] write(Edition edition) throws IOException {
        Path file = Files.createTempFile("report", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(file);
                    Workbook workbook = new Workbook(out, "Hotline SDK", null)) {
                workbook.properties().setTitle(edition.in(edition.report().title()));
                new XlsxReport(edition).fill(workbook);
            }
            return dated(file, edition);
        } finally {
            Files.delete(file);
        }
    }

    private void fill(Workbook workbook) {
        // In the order of their tabs, so that links find them.
        List<Worksheet> sheets = names.stream().map(workbook::newWorksheet).toList();
        contents(sheets.get(0));
        for (int i = 0; i < grids.size(); i++) {
            table(sheets.get(i + 1), grids.get(i));
        }
        definitions(sheets.get(sheets.size() - 1));
        for (Worksheet sheet : sheets) {
            sheet.pageOrientation("landscape");
            sheet.setFitToPage(true);
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        }
    }

    private void contents(Worksheet sheet) {
        Links links = new Links(sheet);
        text(sheet, 0, 0, edition.in(edition.report().title()))
                .bold()
                .fontSize(16)
                .set();
        text(sheet, 1, 0, edition.in(edition.city())).bold().set();
        text(sheet, 2, 0, edition.in(edition.note())).set();
        String legend = edition.in(
                "“隐去”：数小，不公布；“无数据”：0/0，或没有可比的数。各表的标题和指标名链接到指标定义。",
                "\"hidden\": of few people, and not published; \"no data\": 0 of 0, or nothing to compare with. Headings and"
                        + " names of figures link to their definitions.");
        text(sheet, 3, 0, legend).set();
        int row = 5;
        head(sheet, row, 0, edition.in("部分", "Section")).set();
        head(sheet, row, 1, edition.in("内容", "Content")).set();
        sheet.freezePane(0, row + 1);
        row++;
        int grid = 0;
        for (Section section : edition.report().sections()) {
            for (Block block : section.blocks()) {
                text(sheet, row, 0, edition.in(section.title()))
                        .verticalAlignment("top")
                        .wrapText(true)
                        .set();
                if (block instanceof Block.Paragraph paragraph) {
                    text(sheet, row, 1, edition.in(paragraph.text()))
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                } else {
                    grid++;
                    links.to(
                                    cell(names.get(grid), 0),
                                    row,
                                    1,
                                    grids.get(grid - 1).title())
                            .set();
                }
                row++;
            }
        }
        text(sheet, row, 0, edition.in("指标定义", "Definitions of figures"))
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        String last = names.get(names.size() - 1);
        links.to(cell(last, 0), row, 1, last).set();
        sheet.width(0, 24);
        sheet.width(1, 110);
    }

    private void table(Worksheet sheet, Grid grid) {
        Links links = new Links(sheet);
        int[] widths = new int[grid.heads().size()];
        int lines = 1;
        for (int c = 0; c < grid.heads().size(); c++) {
            Grid.Head head = grid.heads().get(c);
            Optional<String> target = head.definition().map(targets::get);
            if (target.isPresent()) {
                head(links.to(target.get(), 0, c, head.text())).set();
            } else {
                head(sheet, 0, c, head.text()).set();
            }
            // A heading wraps; the cells below say how wide the column is, within bounds.
            widths[c] = Math.max(NARROWEST, Math.min(18, Wording.width(head.text()) + 2));
        }
        for (int r = 0; r < grid.rows().size(); r++) {
            List<Grid.Cell> row = grid.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                int width = cell(sheet, links, r + 1, c, grid, row);
                widths[c] = Math.max(widths[c], Math.min(WIDEST, width + 2));
            }
        }
        for (int c = 0; c < widths.length; c++) {
            sheet.width(c, widths[c]);
            lines = Math.max(lines, 1 + Wording.width(grid.heads().get(c).text()) / (widths[c] - 1));
        }
        sheet.rowHeight(0, 16.0 * lines);
        sheet.freezePane(1, 1);
        sheet.repeatRows(0);
    }

    /** Writes a cell, and returns how wide it is. */
    private int cell(Worksheet sheet, Links links, int r, int c, Grid grid, List<Grid.Cell> row) {
        Grid.Cell cell = row.get(c);
        // A figure links by itself if neither its heading nor a name in its row does.
        boolean named = grid.heads().get(c).definition().equals(cell.definition())
                || row.stream()
                        .anyMatch(o -> o != cell
                                && o instanceof Grid.TextCell
                                && o.definition().equals(cell.definition()));
        Optional<String> target =
                cell.definition().map(targets::get).filter(t -> cell instanceof Grid.TextCell || !named);
        if (cell instanceof Grid.TextCell text) {
            StyleSetter style =
                    target.isPresent() ? links.to(target.get(), r, c, text.text()) : text(sheet, r, c, text.text());
            boolean isText = grid.heads().get(c).definition().isEmpty();
            style.horizontalAlignment(isText ? "left" : "right")
                    .wrapText(Wording.width(text.text()) > WIDEST)
                    .verticalAlignment("top")
                    .set();
            return Wording.width(text.text());
        }
        if (cell instanceof Grid.NumberCell number) {
            StyleSetter style = target.isPresent() ? links.to(target.get(), r, c, "") : sheet.style(r, c);
            sheet.value(r, c, number.number());
            style.format(format(number.format()))
                    .horizontalAlignment("right")
                    .verticalAlignment("top")
                    .set();
            return number.number().toPlainString().length()
                    + 2
                    + (number.format() == Grid.Format.SIGNED_POINTS ? Wording.width(points()) : 0);
        }
        return 0;
    }

    private String format(Grid.Format format) {
        return switch (format) {
            case WHOLE -> "#,##0";
            case DECIMAL -> "#,##0.0";
            case PERCENT -> "0.0%";
            case SIGNED_PERCENT -> "+0.0%;-0.0%;0.0%";
            case SIGNED_POINTS -> {
                String unit = "\"" + points() + "\"";
                yield "+0.0" + unit + ";-0.0" + unit + ";0.0" + unit;
            }
        };
    }

    private String points() {
        return Wording.unit(Value.Unit.POINTS, language);
    }

    private void definitions(Worksheet sheet) {
        Links links = new Links(sheet);
        head(sheet, 0, 0, edition.in("指标", "Figure")).set();
        sheet.width(0, 26);
        int c = 0;
        for (Definitions.Part part : Definitions.Part.values()) {
            c++;
            head(sheet, 0, c, part.in(language)).set();
            sheet.width(
                    c,
                    switch (part) {
                        case ID -> 22;
                        case VERSION, DIRECTION, BASIS -> 12;
                        default -> 36;
                    });
        }
        for (int r = 0; r < definitions.size(); r++) {
            Definitions.Entry entry = definitions.get(r);
            text(sheet, r + 1, 0, entry.name())
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            c = 0;
            for (Definitions.Part part : Definitions.Part.values()) {
                c++;
                String said = entry.part(part).orElse(ValueText.NO_DATA);
                // A cell has one link: to the first of the metrics to look at.
                Optional<String> guard = part == Definitions.Part.GUARDS
                        ? entry.guards().stream().findFirst().map(targets::get)
                        : Optional.empty();
                StyleSetter style =
                        guard.isPresent() ? links.to(guard.get(), r + 1, c, said) : text(sheet, r + 1, c, said);
                style.wrapText(true).verticalAlignment("top").set();
            }
        }
        sheet.freezePane(1, 1);
        sheet.repeatRows(0);
    }

    private static StyleSetter text(Worksheet sheet, int r, int c, String text) {
        sheet.value(r, c, stored(text));
        return sheet.style(r, c).format(TEXT_FORMAT);
    }

    private static StyleSetter head(Worksheet sheet, int r, int c, String text) {
        return head(text(sheet, r, c, text));
    }

    private static StyleSetter head(StyleSetter style) {
        return style.bold()
                .fillColor(HEAD)
                .wrapText(true)
                .verticalAlignment("top")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN);
    }

    /** A text as a cell holds it: no longer than may be, and without what spreadsheets take for an escaped character. */
    static String stored(String text) {
        String line = ValueText.oneLine(text).replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
        if (line.length() <= MAX_TEXT) {
            return line;
        }
        int end = MAX_TEXT - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /**
     * The links of a sheet. The library keeps one link for a target and a text; so the second link to a target is made with
     * a text of its own, and the cell is given its text afterwards.
     */
    private static final class Links {
        private final Worksheet sheet;
        private final Map<String, Integer> made = new HashMap<>();

        Links(Worksheet sheet) {
            this.sheet = sheet;
        }

        StyleSetter to(String target, int r, int c, String text) {
            int count = made.merge(target, 1, Math::addExact);
            sheet.hyperlink(r, c, HyperLink.internal(target, String.valueOf(count)));
            StyleSetter style = text(sheet, r, c, text);
            return style.fontColor(LINK).underlined();
        }
    }

    /** The place of the first cell of a row, as links name it. */
    private static String cell(String sheet, int row) {
        return "'" + sheet.replace("'", "''") + "'!A" + (row + 1);
    }

    /** A name that spreadsheets allow, that no other sheet has, whatever its case. */
    static String name(String title, Set<String> taken) {
        String plain =
                ValueText.oneLine(title.replaceAll("[/\\\\?*\\[\\]:']", " ")).replaceAll(" +", " ");
        if (plain.length() > MAX_NAME) {
            int space = plain.lastIndexOf(' ', MAX_NAME - 1);
            plain = plain.substring(0, space > MAX_NAME / 2 ? space : MAX_NAME - 1)
                            .strip() + "…";
        }
        String name = plain.isEmpty() ? "-" : plain;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String ending = " " + i;
            name = plain.substring(0, Math.min(plain.length(), MAX_NAME - ending.length())) + ending;
        }
        return name;
    }

    /** The workbook with the as-of instant for the time of the program: the same edition gives the same bytes. */
    private static byte[] dated(Path file, Edition edition) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (ZipEntry entry : Collections.list(from.entries())) {
                try (InputStream in = from.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
            String asOf =
                    edition.report().asOf().truncatedTo(ChronoUnit.SECONDS).toString();
            parts.computeIfPresent(
                    "docProps/core.xml",
                    (name, core) -> new String(core, StandardCharsets.UTF_8)
                            .replaceFirst("(<dcterms:created[^>]*>)[^<]*", "$1" + asOf)
                            .getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                to.putNextEntry(entry);
                to.write(part.getValue());
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
