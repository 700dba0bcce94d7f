package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that could be for a case without trying all. Rows lie in tables by what they name: how deep a
 * category, how long an area code, whether a department; in a table they lie by these very codes, and there by
 * kind. A case is looked up once in each table; policies have few. What is found is then tried, so that
 * a table may hold more than it should and never less.
 */
final class RowIndex {

    /** Up to so many rows are tried one by one, which is faster. */
    private static final int FEW = 12;

    /** A row that names more combinations of codes lies by the codes of one sort only. */
    private static final int MAX_COMBINATIONS = 256;

    private static final int[] NONE = {};

    private final List<PolicyRow> rows;
    private final List<Table> tables;
    /** Of few rows those that a kind does not rule out, in order. */
    private final Map<CaseKind, List<PolicyRow>> few;

    private RowIndex(List<PolicyRow> rows, List<Table> tables) {
        this.rows = rows;
        this.tables = tables;
        this.few = new EnumMap<>(CaseKind.class);
        if (tables.isEmpty()) {
            for (CaseKind kind : CaseKind.values()) {
                few.put(kind, rows.stream().filter(row -> mayBeOf(row, kind)).toList());
            }
        }
    }

    private static boolean mayBeOf(PolicyRow row, CaseKind kind) {
        return row.when().kinds().isEmpty() || row.when().kinds().contains(kind);
    }

    /** How deep a category, how long an area code, whether a department; 0 and false for none. */
    private record Shape(int depth, int length, boolean department) {}

    /** The codes; empty for none. */
    private record Key(String category, String area, String department) {}

    /** Rows of a key, in order: all, and those for each kind. */
    private static final class Rows {
        final int[] all;
        final Map<CaseKind, int[]> byKind;

        Rows(int[] all, Map<CaseKind, int[]> byKind) {
            this.all = all;
            this.byKind = byKind;
        }
    }

    /** Rows of a shape: for each key and kind the rows in order. */
    private record Table(Shape shape, int first, Map<Key, Rows> rows) {

        @Nullable
        Rows at(Optional<CategoryCode> category, Optional<AreaCode> area, Optional<DepartmentCode> department) {
            String categoryPart = "";
            if (shape.depth > 0) {
                if (category.isEmpty() || category.get().depth() < shape.depth) {
                    return null;
                }
                categoryPart = category.get().atDepth(shape.depth).value();
            }
            String areaPart = "";
            if (shape.length > 0) {
                if (area.isEmpty() || area.get().value().length() < shape.length) {
                    return null;
                }
                areaPart = area.get().value().substring(0, shape.length);
            }
            String departmentPart = "";
            if (shape.department) {
                if (department.isEmpty()) {
                    return null;
                }
                departmentPart = department.get().value();
            }
            return rows.get(new Key(categoryPart, areaPart, departmentPart));
        }
    }

    static RowIndex of(List<PolicyRow> rows) {
        if (rows.size() <= FEW) {
            return new RowIndex(rows, List.of());
        }
        Map<Shape, Map<Key, List<Integer>>> byShape = new LinkedHashMap<>();
        for (int r = 0; r < rows.size(); r++) {
            add(r, rows.get(r).when(), byShape);
        }
        List<Table> tables = new ArrayList<>();
        byShape.forEach((shape, byKey) -> {
            Map<Key, Rows> table = new HashMap<>();
            byKey.forEach((key, list) ->
                    table.put(key, new Rows(list.stream().mapToInt(r -> r).toArray(), byKind(list, rows))));
            int first =
                    byKey.values().stream().mapToInt(list -> list.get(0)).min().orElse(0);
            tables.add(new Table(shape, first, table));
        });
        tables.sort(Comparator.comparingInt(Table::first));
        return new RowIndex(rows, List.copyOf(tables));
    }

    private static void add(int row, RowCondition when, Map<Shape, Map<Key, List<Integer>>> byShape) {
        Collection<String> categories =
                when.categories().stream().map(CategoryCode::value).distinct().toList();
        Collection<String> areas =
                when.areas().stream().map(AreaCode::value).distinct().toList();
        Collection<String> departments =
                when.departments().stream().map(DepartmentCode::value).toList();
        long combinations =
                Math.max(1L, categories.size()) * Math.max(1, areas.size()) * Math.max(1, departments.size());
        if (combinations > MAX_COMBINATIONS) {
            int most = Math.max(categories.size(), Math.max(areas.size(), departments.size()));
            categories = categories.size() == most ? categories : List.of();
            areas = categories.isEmpty() && areas.size() == most ? areas : List.of();
            departments = categories.isEmpty() && areas.isEmpty() ? departments : List.of();
        }
        for (String category : orNone(categories)) {
            for (String area : orNone(areas)) {
                for (String department : orNone(departments)) {
                    Shape shape = new Shape((category.length() + 1) / 3, area.length(), !department.isEmpty());
                    byShape.computeIfAbsent(shape, s -> new LinkedHashMap<>())
                            .computeIfAbsent(new Key(category, area, department), k -> new ArrayList<>())
                            .add(row);
                }
            }
        }
    }

    private static Collection<String> orNone(Collection<String> codes) {
        return codes.isEmpty() ? Set.of("") : codes;
    }

    private static Map<CaseKind, int[]> byKind(List<Integer> list, List<PolicyRow> rows) {
        Map<CaseKind, int[]> byKind = new EnumMap<>(CaseKind.class);
        for (CaseKind kind : CaseKind.values()) {
            byKind.put(
                    kind,
                    list.stream()
                            .filter(r -> mayBeOf(rows.get(r), kind))
                            .mapToInt(r -> r)
                            .toArray());
        }
        return byKind;
    }

    /** The first row that is for a case; null if none is. */
    @Nullable
    PolicyRow first(CaseTraits traits) {
        if (tables.isEmpty()) {
            return firstOfFew(traits);
        }
        int best = rows.size();
        for (Table table : tables) {
            if (table.first >= best) {
                break;
            }
            Rows near = table.at(traits.category(), traits.area(), traits.department());
            int[] some = near == null ? NONE : near.byKind.getOrDefault(traits.kind(), NONE);
            for (int row : some) {
                if (row >= best) {
                    break;
                }
                if (rows.get(row).when().matches(traits)) {
                    best = row;
                    break;
                }
            }
        }
        return best < rows.size() ? rows.get(best) : null;
    }

    private @Nullable PolicyRow firstOfFew(CaseTraits traits) {
        List<PolicyRow> some = few.getOrDefault(traits.kind(), List.of());
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).when().matches(traits)) {
                return some.get(i);
            }
        }
        return null;
    }

    /**
     * Gives the rows before one that could be for cases of these codes until told to stop.
     *
     * @return whether it was not told to stop
     */
    boolean forEachNear(
            Optional<CategoryCode> category,
            Optional<AreaCode> area,
            Optional<DepartmentCode> department,
            int before,
            IntPredicate goesOn) {
        if (tables.isEmpty()) {
            for (int row = 0; row < before; row++) {
                if (!goesOn.test(row)) {
                    return false;
                }
            }
            return true;
        }
        for (Table table : tables) {
            Rows near = table.at(category, area, department);
            for (int row : near == null ? NONE : near.all) {
                if (row >= before) {
                    break;
                }
                if (!goesOn.test(row)) {
                    return false;
                }
            }
        }
        return true;
    }
}
