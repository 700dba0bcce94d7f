package io.github.hotlinekit.examples.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook, read back from its parts and not by the library that wrote it. */
final class XlsxFile {

    /**
     * A cell.
     *
     * @param type {@code s} for a text, {@code n} for a number
     * @param value the text or number
     * @param format its number format
     */
    record Cell(String type, String value, String format) {}

    /**
     * A sheet.
     *
     * @param name its name
     * @param cells its cells by place, such as {@code A1}
     * @param links where its links lead to, by place
     * @param frozenRows how many rows are frozen
     * @param widths the widths of columns
     * @param formulas how many formulas it holds
     */
    record Sheet(
            String name,
            Map<String, Cell> cells,
            Map<String, String> links,
            int frozenRows,
            List<Double> widths,
            int formulas) {

        Optional<Cell> at(int row, int column) {
            return Optional.ofNullable(cells.get(place(row, column)));
        }

        Optional<String> link(int row, int column) {
            return Optional.ofNullable(links.get(place(row, column)));
        }
    }

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();

    XlsxFile(byte[] bytes) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        List<String> strings = new ArrayList<>();
        for (Element si : elements(document("xl/sharedStrings.xml").getDocumentElement(), "si")) {
            strings.add(si.getTextContent());
        }
        List<String> formats = formats();
        Map<String, String> targets = new HashMap<>();
        for (Element relation : elements(document("xl/_rels/workbook.xml.rels").getDocumentElement(), "Relationship")) {
            targets.put(relation.getAttribute("Id"), "xl/" + relation.getAttribute("Target"));
        }
        for (Element sheet : elements(document("xl/workbook.xml").getDocumentElement(), "sheet")) {
            String target = Objects.requireNonNull(targets.get(sheet.getAttribute("r:id")));
            sheets.add(sheet(sheet.getAttribute("name"), document(target).getDocumentElement(), strings, formats));
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    Sheet sheet(String name) {
        return sheets.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    String part(String name) {
        return new String(Objects.requireNonNull(parts.get(name), name), StandardCharsets.UTF_8);
    }

    static String place(int row, int column) {
        String letters = column < 26
                ? String.valueOf((char) ('A' + column))
                : String.valueOf((char) ('A' + column / 26 - 1)) + (char) ('A' + column % 26);
        return letters + (row + 1);
    }

    private static Sheet sheet(String name, Element root, List<String> strings, List<String> formats) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Element c : elements(root, "c")) {
            List<Element> values = elements(c, "v");
            if (!values.isEmpty()) {
                String type = c.getAttribute("t");
                String value = values.get(0).getTextContent();
                String style = c.getAttribute("s");
                cells.put(
                        c.getAttribute("r"),
                        new Cell(
                                type,
                                type.equals("s") ? strings.get(Integer.parseInt(value)) : value,
                                formats.get(style.isEmpty() ? 0 : Integer.parseInt(style))));
            }
        }
        Map<String, String> links = new HashMap<>();
        for (Element link : elements(root, "hyperlink")) {
            links.put(link.getAttribute("ref"), link.getAttribute("location"));
        }
        int frozen = elements(root, "pane").stream()
                .filter(p -> p.getAttribute("state").equals("frozen"))
                .mapToInt(p -> Integer.parseInt(p.getAttribute("ySplit")))
                .sum();
        List<Double> widths = elements(root, "col").stream()
                .map(c -> Double.valueOf(c.getAttribute("width")))
                .toList();
        return new Sheet(name, cells, links, frozen, widths, elements(root, "f").size());
    }

    private List<String> formats() throws IOException {
        Element root = document("xl/styles.xml").getDocumentElement();
        Map<String, String> codes = new HashMap<>();
        for (Element format : elements(root, "numFmt")) {
            codes.put(format.getAttribute("numFmtId"), format.getAttribute("formatCode"));
        }
        List<String> formats = new ArrayList<>();
        for (Element xf : elements(elements(root, "cellXfs").get(0), "xf")) {
            formats.add(codes.getOrDefault(xf.getAttribute("numFmtId"), "General"));
        }
        return formats;
    }

    private Document document(String part) throws IOException {
        return xml(Objects.requireNonNull(parts.get(part), part));
    }

    static Document xml(byte[] bytes) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
