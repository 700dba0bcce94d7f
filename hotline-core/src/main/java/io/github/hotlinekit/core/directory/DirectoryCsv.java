package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.CodeText;
import io.github.hotlinekit.core.document.CsvTable;
import io.github.hotlinekit.core.document.CsvText;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tables of a directory.
 *
 * @param departments the departments read
 * @param areas the areas read
 */
record DirectoryCsv(List<Department> departments, List<Area> areas) {

    static final String DEPARTMENT_FORM = "1 to " + DepartmentCode.MAX_LENGTH + " ASCII letters, digits, - and _";
    private static final String AREA_FORM = "1 to " + AreaCode.MAX_LENGTH + " digits";
    private static final String AREAS = "areas";
    private static final String SUCCESSORS = "successors";
    private static final String SUPERVISED_BY = "supervised_by";
    private static final List<String> DEPARTMENT_COLUMNS = List.of("code", "name_zh", "name_en", "type");
    private static final List<String> MORE_DEPARTMENT_COLUMNS =
            List.of("functions", "level", "parent", SUPERVISED_BY, AREAS, "from", "to", SUCCESSORS);
    private static final List<String> AREA_COLUMNS =
            List.of("code", "name_zh", "name_en", "parent", "level", "department");
    /** The columns of those properties that have other names. */
    private static final Map<String, String> COLUMNS = Map.of(
            "name/zh", "name_zh",
            "name/en", "name_en",
            "supervisedBy", SUPERVISED_BY,
            "effective/from", "from",
            "effective/to", "to");

    /**
     * One table.
     *
     * @param entries what could be read
     * @param rows the row of each
     * @param problems what could not
     */
    private record Table<T>(List<T> entries, List<CsvTable.Row> rows, Problems problems) {

        /** Adds what is wrong with entries, but not what only follows from a cell that could not be read. */
        void add(List<Inconsistency> wrong, String list) {
            Set<Place> unread = new HashSet<>();
            boolean datesAreRead = true;
            for (Problem problem : problems.toList()) {
                unread.add(problem.place());
                datesAreRead &=
                        !problem.code().equals("BAD_DATE") && !problem.code().equals("BAD_PERIOD");
            }
            for (Inconsistency one : wrong) {
                if (!one.list().equals(list)) {
                    continue;
                }
                CsvTable.Row row = rows.get(one.index());
                String column = COLUMNS.getOrDefault(one.property(), one.property());
                boolean follows = unread.contains(row.place(column))
                        || (one.code().equals("SUCCESSOR_NOT_IN_FORCE") && !datesAreRead)
                        || (one.code().equals("LEVEL_WIDTH") && unread.contains(row.place("level")));
                if (!follows) {
                    row.problem(column, one.code(), one.value(), one.expected());
                }
            }
        }
    }

    static List<Department> departments(String source, InputStream in) throws IOException {
        Table<Department> table = departmentTable(source, in);
        table.add(new DirectoryCheck(table.entries, List.of()).ofDepartments(), "departments");
        table.problems.throwIfAny();
        return List.copyOf(table.entries);
    }

    static List<Area> areas(String source, InputStream in, Collection<Department> departments) throws IOException {
        Table<Area> table = areaTable(source, in);
        table.add(new DirectoryCheck(departments, table.entries).ofAreas(), AREAS);
        table.problems.throwIfAny();
        return List.copyOf(table.entries);
    }

    static DirectoryCsv read(String departmentsSource, InputStream departments, String areasSource, InputStream areas)
            throws IOException {
        Table<Department> departmentTable = departmentTable(departmentsSource, departments);
        Table<Area> areaTable = areaTable(areasSource, areas);
        List<Inconsistency> wrong = Directory.inconsistencies(departmentTable.entries, areaTable.entries);
        departmentTable.add(wrong, "departments");
        areaTable.add(wrong, AREAS);
        List<Problem> problems = Stream.of(departmentTable.problems, areaTable.problems)
                .flatMap(p -> p.toList().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }
        return new DirectoryCsv(List.copyOf(departmentTable.entries), List.copyOf(areaTable.entries));
    }

    private static Table<Department> departmentTable(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        CsvTable table = CsvTable.read(Utf8.reader(in), DEPARTMENT_COLUMNS, MORE_DEPARTMENT_COLUMNS, problems);
        List<Department> departments = new ArrayList<>();
        List<CsvTable.Row> rows = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            row.required("code");
            Optional<DepartmentCode> code = code(row, "code", DepartmentCode::of, DEPARTMENT_FORM);
            Department.Builder builder = Department.builder();
            builder.name(name(row))
                    .type(required(row, "type"))
                    .addAllFunctions(functions(row))
                    .level(Optional.of(text(row, "level")).filter(l -> !l.isEmpty()))
                    .parent(code(row, "parent", DepartmentCode::of, DEPARTMENT_FORM))
                    .supervisedBy(code(row, SUPERVISED_BY, DepartmentCode::of, DEPARTMENT_FORM))
                    .addAllAreas(codes(row, AREAS, AreaCode::of, AREA_FORM))
                    .effective(effective(row))
                    .addAllSuccessors(codes(row, SUCCESSORS, DepartmentCode::of, DEPARTMENT_FORM));
            code.ifPresent(c -> {
                departments.add(builder.code(c).build());
                rows.add(row);
            });
        }
        return new Table<>(departments, rows, problems);
    }

    private static Table<Area> areaTable(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        CsvTable table = CsvTable.read(Utf8.reader(in), AREA_COLUMNS, List.of("illustrative"), problems);
        List<Area> areas = new ArrayList<>();
        List<CsvTable.Row> rows = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            row.required("code");
            Optional<AreaCode> code = code(row, "code", AreaCode::of, AREA_FORM);
            Label name = name(row);
            Optional<AreaCode> parent = code(row, "parent", AreaCode::of, AREA_FORM);
            String level = required(row, "level");
            Optional<DepartmentCode> department = code(row, "department", DepartmentCode::of, DEPARTMENT_FORM);
            code.ifPresent(c -> {
                areas.add(new Area(c, name, parent, level, department));
                rows.add(row);
            });
        }
        return new Table<>(areas, rows, problems);
    }

    // Cells. What could not be read is a problem, and reading goes on as if the cell were empty.

    private static <T> Optional<T> code(CsvTable.Row row, String column, Function<String, T> parse, String form) {
        return row.text(column).isEmpty() ? Optional.empty() : code(row, column, row.exact(column), parse, form);
    }

    private static <T> Optional<T> code(
            CsvTable.Row row, String column, String text, Function<String, T> parse, String form) {
        try {
            if (!CodeText.isFormula(text)) {
                return Optional.of(parse.apply(text));
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        row.problem(column, CodeText.problem(text), text, form + CodeText.hint(text));
        return Optional.empty();
    }

    private static <T> List<T> codes(CsvTable.Row row, String column, Function<String, T> parse, String form) {
        if (row.text(column).isEmpty()) {
            return List.of();
        }
        List<T> codes = new ArrayList<>();
        boolean whole = true;
        for (String text : row.exact(column).split("\\|", -1)) {
            Optional<T> code = code(row, column, text, parse, form);
            code.ifPresent(codes::add);
            whole &= code.isPresent();
        }
        return whole ? codes : List.of();
    }

    private static Label name(CsvTable.Row row) {
        return Label.of(required(row, "name_zh"), required(row, "name_en"));
    }

    private static String required(CsvTable.Row row, String column) {
        row.required(column);
        return text(row, column);
    }

    private static String text(CsvTable.Row row, String column) {
        String text = row.text(column);
        if (CodeText.isFormula(text)) {
            row.problem(
                    column,
                    CodeText.SUSPICIOUS_CELL,
                    "a text that no spreadsheet takes for a formula; put an apostrophe before it");
        }
        return CsvText.unescaped(text);
    }

    private static List<String> functions(CsvTable.Row row) {
        String text = text(row, "functions");
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> functions = List.of(text.split("\\|", -1));
        if (functions.stream().anyMatch(String::isBlank)) {
            row.problem("functions", "BAD_LIST", "texts separated by |, none blank");
        }
        return functions;
    }

    private static Effective effective(CsvTable.Row row) {
        Optional<LocalDate> from = day(row, "from");
        Optional<LocalDate> to = day(row, "to");
        try {
            return new Effective(from, to);
        } catch (IllegalArgumentException e) {
            row.problem("to", "BAD_PERIOD", "a day after that in from");
            return Effective.ALWAYS;
        }
    }

    private static Optional<LocalDate> day(CsvTable.Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            row.problem(column, "BAD_DATE", "a date such as 2026-07-01");
            return Optional.empty();
        }
    }

    // Writing.

    static void writeDepartments(List<Department> departments, Appendable out) throws IOException {
        CsvText.write(
                Stream.concat(DEPARTMENT_COLUMNS.stream(), MORE_DEPARTMENT_COLUMNS.stream())
                        .toList(),
                out);
        for (Department d : departments) {
            CsvText.write(
                    List.of(
                            d.code().value(),
                            CsvText.escaped(d.name().zh()),
                            CsvText.escaped(d.name().en()),
                            CsvText.escaped(d.type()),
                            CsvText.escaped(String.join("|", d.functions())),
                            CsvText.escaped(d.level().orElse("")),
                            text(d.parent()),
                            text(d.supervisedBy()),
                            text(d.areas()),
                            text(d.effective().from()),
                            text(d.effective().toExclusive()),
                            text(d.successors())),
                    out);
        }
    }

    static void writeAreas(List<Area> areas, Appendable out) throws IOException {
        CsvText.write(AREA_COLUMNS, out);
        for (Area area : areas) {
            CsvText.write(
                    List.of(
                            area.code().value(),
                            CsvText.escaped(area.name().zh()),
                            CsvText.escaped(area.name().en()),
                            text(area.parent()),
                            CsvText.escaped(area.level()),
                            text(area.department())),
                    out);
        }
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String text(List<?> values) {
        return String.join("|", values.stream().map(Object::toString).toList());
    }
}
