package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.document.CodeText;
import io.github.hotlinekit.core.document.CsvTable;
import io.github.hotlinekit.core.document.CsvText;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Taxonomies as tables. A table that is read is made of rows; made for one reading. */
final class TaxonomyCsv {

    /** Each column in the order in which it is written, by the property of a category that it holds. */
    private static final Map<String, String> COLUMNS = columns();

    private static final List<String> REQUIRED = List.of("code", "parent", "name_zh", "name_en");

    private final List<Category> categories = new ArrayList<>();
    private final List<CsvTable.Row> rows = new ArrayList<>();
    private final Set<Place> unread = new HashSet<>();

    private final Map<CategoryCode, CsvTable.Row> first = new HashMap<>();

    private TaxonomyCsv() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("code", "code");
        columns.put("parent", "parent");
        columns.put("name/zh", "name_zh");
        columns.put("name/en", "name_en");
        columns.put("description/zh", "description_zh");
        columns.put("description/en", "description_en");
        columns.put("typicalKinds", "typical_kinds");
        columns.put("typicalLead", "typical_lead_department");
        columns.put("keywords", "keywords");
        columns.put("effective/from", "from");
        columns.put("effective/to", "to");
        columns.put("successors", "successors");
        return Collections.unmodifiableMap(columns);
    }

    static Taxonomy read(Identity identity, String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        List<String> optional =
                COLUMNS.values().stream().filter(c -> !REQUIRED.contains(c)).toList();
        CsvTable table = CsvTable.read(Utf8.reader(in), REQUIRED, optional, Taxonomy.MAX_CATEGORIES, problems);
        TaxonomyCsv reading = new TaxonomyCsv();
        table.rows().forEach(reading::row);
        if (table.rows().isEmpty() && problems.isEmpty()) {
            problems.add(new Place.Position(1, 1), "EMPTY_DOCUMENT", "", "at least one category");
        }
        Taxonomy.inconsistencies(reading.categories).forEach(reading::tell);
        problems.throwIfAny();
        return Taxonomy.checked(identity, reading.categories);
    }

    /** What cannot be read gets a stand-in that has no other fault, so that nothing is told twice. */
    private void row(CsvTable.Row row) {
        Optional<CategoryCode> code = row.required("code").flatMap(c -> code(row, "code", row.exact("code")));
        Optional<String> zh = row.required("name_zh");
        Optional<String> en = row.required("name_en");
        String standIn = "row " + rows.size();
        Category.Builder builder = Category.builder()
                .name(Label.of(
                        zh.map(CsvText::unescaped).orElse(standIn),
                        en.map(CsvText::unescaped).orElse(standIn)))
                .addAllTypicalKinds(list(row.text("typical_kinds")))
                .typicalLead(Optional.of(CsvText.unescaped(row.text("typical_lead_department")))
                        .filter(t -> !t.isEmpty()))
                .addAllKeywords(list(row.text("keywords")))
                .effective(effective(row));
        Label description =
                Label.of(CsvText.unescaped(row.text("description_zh")), CsvText.unescaped(row.text("description_en")));
        if (!description.zh().isEmpty() || !description.en().isEmpty()) {
            builder.description(description);
        }
        if (!row.text("successors").isEmpty()) {
            for (String successor : row.exact("successors").split("\\|", -1)) {
                code(row, "successors", successor).ifPresent(builder::addSuccessors);
            }
        }
        if (code.isPresent()) {
            parent(row, code.get());
            categories.add(builder.code(code.get()).build());
            rows.add(row);
            first.putIfAbsent(code.get(), row);
        }
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(CsvText.unescaped(cell).split("\\|", -1));
    }

    /** The code; if it is none, the one probably meant, so that what refers to that is not told as well. */
    private Optional<CategoryCode> code(CsvTable.Row row, String column, String text) {
        Optional<CategoryCode> code = CategoryCode.find(text);
        if (code.isPresent()) {
            return code;
        }
        row.problem(column, CodeText.problem(text), text, CategoryCode.EXPECTED + CodeText.hint(text));
        unread.add(row.place(column));
        return CategoryCode.find(CodeText.unified(text));
    }

    private static void parent(CsvTable.Row row, CategoryCode code) {
        String expected = code.parent().map(CategoryCode::value).orElse("");
        if (!row.exact("parent").equals(expected)) {
            row.problem(
                    "parent",
                    "PARENT_MISMATCH",
                    row.exact("parent"),
                    expected.isEmpty() ? "no parent of a top class" : "parent " + expected);
        }
    }

    private Effective effective(CsvTable.Row row) {
        Optional<LocalDate> from = date(row, "from");
        Optional<LocalDate> to = date(row, "to");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            row.problem("to", "BAD_PERIOD", "a day after " + from.get() + ", the first day no longer in force");
            unread.add(row.place("to"));
            return Effective.ALWAYS;
        }
        return new Effective(from, to);
    }

    private Optional<LocalDate> date(CsvTable.Row row, String column) {
        String text = row.text(column);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            row.problem(column, "BAD_DATE", "a date such as 2026-07-01");
            unread.add(row.place(column));
            return Optional.empty();
        }
    }

    private void tell(Inconsistency wrong) {
        boolean aboutTime =
                wrong.property().equals("effective/to") || wrong.property().equals("successors");
        if (aboutTime && !unread.isEmpty()) {
            return; // it may come of what could not be read
        }
        CsvTable.Row row = rows.get(wrong.index());
        String column = Objects.requireNonNull(COLUMNS.get(wrong.property()), wrong.property());
        if (wrong.code().equals(TaxonomyCheck.UNKNOWN_PARENT)) {
            row.problem("parent", wrong.code(), wrong.expected());
        } else if (wrong.code().equals(TaxonomyCheck.DUPLICATE_CODE)) {
            CsvTable.Row before =
                    first.getOrDefault(categories.get(wrong.index()).code(), row);
            row.problem(column, wrong.code(), "a code not used before; it is also at " + before.place(column));
        } else {
            row.problem(column, wrong.code(), wrong.value(), wrong.expected());
        }
    }

    static void write(Taxonomy taxonomy, Appendable out) throws IOException {
        List<Map<String, String>> table =
                taxonomy.categories().stream().map(TaxonomyCsv::cells).toList();
        Set<String> used = table.stream().flatMap(r -> r.keySet().stream()).collect(Collectors.toSet());
        used.addAll(REQUIRED);
        List<String> columns = COLUMNS.values().stream().filter(used::contains).toList();
        CsvText.write(columns, out);
        for (Map<String, String> cells : table) {
            CsvText.write(columns.stream().map(c -> cells.getOrDefault(c, "")).toList(), out);
        }
    }

    private static Map<String, String> cells(Category category) {
        Map<String, String> cells = new HashMap<>();
        cells.put("code", category.code().value());
        category.code().parent().ifPresent(p -> cells.put("parent", p.value()));
        cells.put("name_zh", CsvText.escaped(category.name().zh()));
        cells.put("name_en", CsvText.escaped(category.name().en()));
        category.description().ifPresent(d -> {
            cells.put("description_zh", CsvText.escaped(d.zh()));
            cells.put("description_en", CsvText.escaped(d.en()));
        });
        join(cells, "typical_kinds", category.typicalKinds());
        category.typicalLead().ifPresent(l -> cells.put("typical_lead_department", CsvText.escaped(l)));
        join(cells, "keywords", category.keywords());
        category.effective().from().ifPresent(d -> cells.put("from", d.toString()));
        category.effective().toExclusive().ifPresent(d -> cells.put("to", d.toString()));
        join(
                cells,
                "successors",
                category.successors().stream().map(CategoryCode::value).toList());
        return cells;
    }

    private static void join(Map<String, String> cells, String column, List<String> words) {
        if (!words.isEmpty()) {
            cells.put(column, CsvText.escaped(String.join("|", words)));
        }
    }
}
