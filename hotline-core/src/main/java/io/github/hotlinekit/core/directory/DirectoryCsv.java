package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.CsvTable;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the tables of a directory. */
final class DirectoryCsv {

    private static final String DEPARTMENT_FORM = "1 to 64 ASCII letters, digits, - and _";
    private static final String AREA_FORM = "1 to 24 digits";

    private DirectoryCsv() {}

    static List<Department> departments(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        CsvTable table = CsvTable.read(
                Utf8.reader(in), List.of("code", "name_zh", "name_en", "type"), List.of("functions"), problems);
        List<Department> departments = new ArrayList<>();
        Map<DepartmentCode, Place> places = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            row.required("code");
            Optional<DepartmentCode> code = optional(row, "code", DepartmentCode::of, DEPARTMENT_FORM);
            Label name = name(row);
            Optional<String> type = row.required("type");
            List<String> functions = functions(row);
            if (code.isPresent() && isNew(row, code.get(), places)) {
                departments.add(Department.builder()
                        .code(code.get())
                        .name(name)
                        .type(type.orElse(""))
                        .addAllFunctions(functions)
                        .build());
            }
        }
        problems.throwIfAny();
        return List.copyOf(departments);
    }

    static List<Area> areas(String source, InputStream in, Collection<Department> departments) throws IOException {
        Problems problems = Problems.of(source);
        CsvTable table = CsvTable.read(
                Utf8.reader(in),
                List.of("code", "name_zh", "name_en", "parent", "level", "department"),
                List.of("illustrative"),
                problems);
        Map<Area, CsvTable.Row> areas = new LinkedHashMap<>();
        Map<AreaCode, Place> places = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            row.required("code");
            Optional<AreaCode> code = optional(row, "code", AreaCode::of, AREA_FORM);
            Label name = name(row);
            Optional<AreaCode> parent = optional(row, "parent", AreaCode::of, AREA_FORM);
            Optional<String> level = row.required("level");
            Optional<DepartmentCode> department = optional(row, "department", DepartmentCode::of, DEPARTMENT_FORM);
            boolean parentRead = parent.isPresent() || row.text("parent").isEmpty();
            if (code.isPresent() && isNew(row, code.get(), places) && parentRead) {
                areas.put(new Area(code.get(), name, parent, level.orElse(""), department), row);
            }
        }
        AreaCheck check = new AreaCheck(
                places.keySet(),
                departments.stream().collect(Collectors.toMap(Department::code, d -> d, (first, again) -> first)));
        areas.forEach((area, row) ->
                check.faults(area).forEach(fault -> row.problem(fault.property(), fault.code(), fault.expected())));
        problems.throwIfAny();
        return List.copyOf(areas.keySet());
    }

    private static <T> Optional<T> optional(CsvTable.Row row, String column, Function<String, T> parse, String form) {
        if (row.text(column).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(row.text(column)));
        } catch (IllegalArgumentException e) {
            row.problem(column, "BAD_CODE", form);
            return Optional.empty();
        }
    }

    private static <T> boolean isNew(CsvTable.Row row, T code, Map<T, Place> places) {
        Place first = places.putIfAbsent(code, row.place("code"));
        if (first != null) {
            row.problem("code", "DUPLICATE_CODE", "a code not used before; it is also at " + first);
        }
        return first == null;
    }

    private static Label name(CsvTable.Row row) {
        Optional<String> zh = row.required("name_zh");
        Optional<String> en = row.required("name_en");
        return Label.of(zh.orElse(""), en.orElse(""));
    }

    private static List<String> functions(CsvTable.Row row) {
        String text = row.text("functions");
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> functions = List.of(text.split("\\|", -1));
        if (functions.stream().anyMatch(String::isBlank)) {
            row.problem("functions", "BAD_LIST", "texts separated by |, none blank");
        }
        return functions;
    }
}
