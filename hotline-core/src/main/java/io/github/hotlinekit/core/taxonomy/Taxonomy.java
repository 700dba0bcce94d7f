package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.document.CsvTable;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A classification of demands (事项分类): a forest of categories, each below the category whose code
 * is its own without the last two digits. Immutable.
 */
public final class Taxonomy {

    private static final List<String> REQUIRED = List.of("code", "parent", "name_zh", "name_en");
    private static final List<String> OPTIONAL = List.of("typical_kinds", "typical_lead_department");

    private final Identity identity;
    private final Map<CategoryCode, Category> byCode;
    private final Map<CategoryCode, List<Category>> children;
    private final List<Category> categories;
    private final List<Category> roots;
    private final List<Category> leaves;

    private Taxonomy(Identity identity, Map<CategoryCode, Category> byCode) {
        this.identity = identity;
        this.byCode = byCode;
        this.categories = List.copyOf(byCode.values());
        this.children = new LinkedHashMap<>();
        for (Category category : categories) {
            int depth = category.code().depth();
            if (depth > 1) {
                children.computeIfAbsent(category.code().atDepth(depth - 1), p -> new ArrayList<>())
                        .add(category);
            }
        }
        this.roots = categories.stream().filter(c -> c.code().depth() == 1).toList();
        this.leaves =
                categories.stream().filter(c -> !children.containsKey(c.code())).toList();
    }

    /** Loads on first use. */
    private static final class Standard {
        static final Taxonomy INSTANCE = load();

        private static Taxonomy load() {
            String name = "12345-default.csv";
            try (InputStream in = Objects.requireNonNull(Taxonomy.class.getResourceAsStream(name), name)) {
                return readCsv("12345-default", "2026.1", name, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The taxonomy that comes with the SDK, {@code 12345-default@2026.1}: 23 top classes in three
     * levels. It is a common ground of published catalogues and no official standard.
     *
     * @return the taxonomy, loaded on first use
     */
    public static Taxonomy standard() {
        return Standard.INSTANCE;
    }

    /**
     * Reads a taxonomy from a table in UTF-8 with the columns {@code code, parent, name_zh, name_en}
     * and, if wanted, {@code typical_kinds} (separated by {@code |}) and {@code
     * typical_lead_department}. A parent comes before its children.
     *
     * @param id the taxonomy's name
     * @param version its version
     * @param source the document's name, for problems
     * @param in the table; not closed
     * @return the taxonomy, its categories in the order of the table
     * @throws InvalidDocumentException with every problem found, if there is any
     * @throws IllegalArgumentException if id or version is not of the form of {@link Identity}
     * @throws IOException if {@code in} throws it
     */
    public static Taxonomy readCsv(String id, String version, String source, InputStream in) throws IOException {
        Identity identity = Identity.of(id, version);
        Problems problems = Problems.of(source);
        CsvTable table = CsvTable.read(Utf8.reader(in), REQUIRED, OPTIONAL, problems);
        Map<CategoryCode, Category> byCode = new LinkedHashMap<>();
        Map<CategoryCode, Place> places = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            Optional<CategoryCode> code = code(row);
            Optional<String> zh = row.required("name_zh");
            Optional<String> en = row.required("name_en");
            List<String> kinds = kinds(row);
            if (code.isEmpty()) {
                continue;
            }
            Place first = places.putIfAbsent(code.get(), row.place("code"));
            if (first != null) {
                row.problem("code", "DUPLICATE_CODE", "a code not used before; it is also at " + first);
                continue;
            }
            checkParent(row, code.get(), byCode);
            // A nameless category is kept while reading, so that its children are not reported as well.
            byCode.put(
                    code.get(),
                    Category.builder()
                            .code(code.get())
                            .name(Label.of(zh.orElse(""), en.orElse("")))
                            .addAllTypicalKinds(kinds)
                            .typicalLead(Optional.of(row.text("typical_lead_department"))
                                    .filter(t -> !t.isEmpty()))
                            .build());
        }
        if (byCode.isEmpty() && problems.isEmpty()) {
            problems.add(new Place.Position(1, 1), "EMPTY_DOCUMENT", "", "at least one category");
        }
        problems.throwIfAny();
        return new Taxonomy(identity, byCode);
    }

    private static Optional<CategoryCode> code(CsvTable.Row row) {
        Optional<String> text = row.required("code");
        try {
            return text.map(CategoryCode::of);
        } catch (IllegalArgumentException e) {
            row.problem("code", "BAD_CODE", "two digits a level joined by dots, such as 03.02.05");
            return Optional.empty();
        }
    }

    private static List<String> kinds(CsvTable.Row row) {
        if (row.text("typical_kinds").isEmpty()) {
            return List.of();
        }
        List<String> kinds = new ArrayList<>();
        for (String kind : row.text("typical_kinds").split("\\|", -1)) {
            if (kind.isBlank() || kinds.contains(kind)) {
                row.problem("typical_kinds", "BAD_LIST", "names separated by |, each once");
                return List.of();
            }
            kinds.add(kind);
        }
        return kinds;
    }

    private static void checkParent(CsvTable.Row row, CategoryCode code, Map<CategoryCode, Category> before) {
        String expected =
                code.depth() == 1 ? "" : code.atDepth(code.depth() - 1).value();
        if (!row.text("parent").equals(expected)) {
            row.problem(
                    "parent",
                    "PARENT_MISMATCH",
                    expected.isEmpty() ? "no parent of a top class" : "parent " + expected);
        } else if (!expected.isEmpty() && !before.containsKey(CategoryCode.of(expected))) {
            row.problem("parent", "UNKNOWN_PARENT", "a category that has a row before this one");
        }
    }

    /**
     * Which taxonomy this is.
     *
     * @return its id and version, such as {@code 12345-default@2026.1}
     */
    public String identity() {
        return identity.toString();
    }

    /**
     * Its name.
     *
     * @return the id
     */
    public String id() {
        return identity.id();
    }

    /**
     * Its version.
     *
     * @return the version
     */
    public String version() {
        return identity.version();
    }

    /**
     * A category.
     *
     * @param code its code
     * @return the category; empty if there is none of that code
     */
    public Optional<Category> find(CategoryCode code) {
        return Optional.ofNullable(byCode.get(Objects.requireNonNull(code, "code")));
    }

    /**
     * Which categories a case filed under a code belongs to on a day: the category itself while it is in force, and
     * whatever took its place after that.
     *
     * @param code the code a case was filed under
     * @param day the day
     * @return one category, or several if it was split; the code itself where it is not known, or was retired without a
     *     successor
     */
    public List<CategoryCode> forward(CategoryCode code, LocalDate day) {
        Set<CategoryCode> reached = new LinkedHashSet<>();
        forward(code, day, reached, new HashSet<>());
        return reached.isEmpty() ? List.of(code) : List.copyOf(reached);
    }

    private void forward(CategoryCode code, LocalDate day, Set<CategoryCode> reached, Set<CategoryCode> seen) {
        Category category = byCode.get(code);
        if (!seen.add(code) || category == null) {
            return;
        }
        boolean retired = category.effective()
                .toExclusive()
                .filter(end -> !day.isBefore(end))
                .isPresent();
        if (!retired) {
            reached.add(code);
        } else {
            category.successors().forEach(successor -> forward(successor, day, reached, seen));
        }
    }

    /**
     * A name to show for a code.
     *
     * @param code the code
     * @return the category's name; the code itself, in both languages, if there is no such category
     */
    public Label nameOf(CategoryCode code) {
        return find(code).map(Category::name).orElseGet(() -> Label.of(code.value(), code.value()));
    }

    /**
     * All categories.
     *
     * @return an unmodifiable list in the order of the document, parents before their children
     */
    public List<Category> categories() {
        return categories;
    }

    /**
     * The top classes.
     *
     * @return an unmodifiable list in the order of the document
     */
    public List<Category> roots() {
        return roots;
    }

    /**
     * The categories without children.
     *
     * @return an unmodifiable list in the order of the document
     */
    public List<Category> leaves() {
        return leaves;
    }

    /**
     * The categories directly below one.
     *
     * @param code the category's code
     * @return an unmodifiable list in the order of the document; empty for a leaf and an unknown code
     */
    public List<Category> children(CategoryCode code) {
        return List.copyOf(children.getOrDefault(Objects.requireNonNull(code, "code"), List.of()));
    }

    @Override
    public String toString() {
        return "Taxonomy " + identity + ", " + categories.size() + " categories";
    }
}
