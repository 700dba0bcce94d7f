package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.CodeText;
import io.github.hotlinekit.core.document.Cycles;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether departments and areas make a directory. Properties are called as in the JSON document. Keeps the first {@link
 * Problems#LIMIT} faults; made for one check.
 */
final class DirectoryCheck {

    private static final String DEPARTMENTS = "departments";
    private static final String AREAS = "areas";
    private static final String SUCCESSORS = "successors";
    private static final String NO_UNIT = "nothing, since a placeholder is no unit";
    private static final int LAST_YEAR = 9999;

    private final List<Department> departments;
    private final List<Area> areas;
    private final Map<DepartmentCode, Integer> departmentIndex = new HashMap<>();
    private final Map<AreaCode, Integer> areaIndex = new HashMap<>();
    private final List<Inconsistency> faults = new ArrayList<>();

    DirectoryCheck(Collection<Department> departments, Collection<Area> areas) {
        this.departments = List.copyOf(departments);
        this.areas = List.copyOf(areas);
        for (int i = 0; i < this.departments.size(); i++) {
            departmentIndex.putIfAbsent(this.departments.get(i).code(), i);
        }
        for (int i = 0; i < this.areas.size(); i++) {
            areaIndex.putIfAbsent(this.areas.get(i).code(), i);
        }
    }

    /** Everything; what leads back to itself comes first. */
    List<Inconsistency> all() {
        departmentFaults();
        references();
        areaFaults();
        return List.copyOf(faults);
    }

    /** What is wrong with the departments, whatever areas there are. */
    List<Inconsistency> ofDepartments() {
        departmentFaults();
        return List.copyOf(faults);
    }

    /** What is wrong with the areas. */
    List<Inconsistency> ofAreas() {
        areaFaults();
        return List.copyOf(faults);
    }

    private void departmentFaults() {
        cycles("parent", d -> d.parent().stream().toList());
        cycles("supervisedBy", d -> d.supervisedBy().stream().toList());
        Set<DepartmentCode> circling = cycles(SUCCESSORS, Department::successors);
        for (int i = 0; i < departments.size(); i++) {
            Department department = departments.get(i);
            Entry entry = new Entry(DEPARTMENTS, i);
            unique(entry, departmentIndex, department.code());
            if (CodeText.isFormula(department.code().value())) {
                add(
                        entry,
                        "code",
                        OptionalInt.empty(),
                        "BAD_CODE",
                        department.code().value(),
                        () -> "a code that a spreadsheet takes for no formula, so not beginning with -");
            }
            text(entry, "name/zh", department.name().zh());
            text(entry, "name/en", department.name().en());
            text(entry, "type", department.type());
            functions(entry, department.functions());
            department.level().ifPresent(level -> text(entry, "level", level));
            day(entry, "effective/from", department.effective().from());
            day(entry, "effective/to", department.effective().toExclusive());
            department.parent().ifPresent(p -> unit(entry, "parent", OptionalInt.empty(), "UNKNOWN_PARENT", p));
            department
                    .supervisedBy()
                    .ifPresent(s -> unit(entry, "supervisedBy", OptionalInt.empty(), "UNKNOWN_SUPERVISOR", s));
            once(entry, AREAS, department.areas());
            successors(entry, department, circling);
            if (department.isPlaceholder()) {
                placeholder(entry, department);
            }
        }
    }

    private Set<DepartmentCode> cycles(String property, Function<Department, List<DepartmentCode>> references) {
        Set<DepartmentCode> circling = new HashSet<>();
        List<List<DepartmentCode>> cycles =
                Cycles.of(departments.stream().map(Department::code).distinct().toList(), code -> {
                    Integer index = departmentIndex.get(code);
                    return index == null ? List.of() : references.apply(departments.get(index));
                });
        for (List<DepartmentCode> cycle : cycles) {
            circling.addAll(cycle);
            int index = departmentIndex.getOrDefault(cycle.get(0), 0);
            List<DepartmentCode> from = references.apply(departments.get(index));
            OptionalInt element =
                    property.equals(SUCCESSORS) ? OptionalInt.of(from.indexOf(cycle.get(1))) : OptionalInt.empty();
            add(
                    new Entry(DEPARTMENTS, index),
                    property,
                    element,
                    "CYCLE",
                    cycle.get(1).value(),
                    () -> "a department from which nothing leads back: " + Cycles.text(cycle));
        }
        return circling;
    }

    private void successors(Entry entry, Department department, Set<DepartmentCode> circling) {
        List<DepartmentCode> successors = department.successors();
        once(entry, SUCCESSORS, successors);
        Optional<LocalDate> end = department.effective().toExclusive();
        if (!successors.isEmpty() && end.isEmpty()) {
            add(
                    entry,
                    "effective/to",
                    OptionalInt.empty(),
                    "MISSING_END",
                    "",
                    () -> "the first day on which it no longer exists, since it has successors");
        }
        for (int i = 0; i < successors.size(); i++) {
            OptionalInt element = OptionalInt.of(i);
            Optional<Department> successor = unit(entry, SUCCESSORS, element, "UNKNOWN_SUCCESSOR", successors.get(i));
            if (successor.isEmpty() || end.isEmpty() || circling.contains(department.code())) {
                continue;
            }
            Effective effective = successor.get().effective();
            if (!effective.includes(end.get())) {
                add(
                        entry,
                        SUCCESSORS,
                        element,
                        "SUCCESSOR_NOT_IN_FORCE",
                        successors.get(i).value(),
                        () -> "a department that exists on " + end.get() + ", the day on which " + department.code()
                                + " ends; it exists " + effective);
            }
        }
    }

    private void placeholder(Entry entry, Department department) {
        department.parent().ifPresent(p -> noUnit(entry, "parent", p.value()));
        department.supervisedBy().ifPresent(s -> noUnit(entry, "supervisedBy", s.value()));
        if (!department.areas().isEmpty()) {
            noUnit(entry, AREAS, department.areas().get(0).value());
        }
        if (!department.successors().isEmpty()) {
            noUnit(entry, SUCCESSORS, department.successors().get(0).value());
        }
    }

    private void noUnit(Entry entry, String property, String value) {
        add(entry, property, OptionalInt.empty(), "PLACEHOLDER_PROPERTY", value, () -> NO_UNIT);
    }

    private void references() {
        for (int i = 0; i < departments.size(); i++) {
            List<AreaCode> named = departments.get(i).areas();
            for (int j = 0; j < named.size(); j++) {
                AreaCode code = named.get(j);
                if (!areaIndex.containsKey(code)) {
                    add(
                            new Entry(DEPARTMENTS, i),
                            AREAS,
                            OptionalInt.of(j),
                            "UNKNOWN_AREA",
                            code.value(),
                            () -> "an area of the directory" + hint(code, areaIndex));
                }
            }
        }
    }

    private void areaFaults() {
        Map<String, Integer> widths = usualWidths(areas);
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            Entry entry = new Entry(AREAS, i);
            unique(entry, areaIndex, area.code());
            text(entry, "name/zh", area.name().zh());
            text(entry, "name/en", area.name().en());
            text(entry, "level", area.level());
            int width = widths.getOrDefault(area.level(), 0);
            if (area.code().value().length() != width) {
                add(
                        entry,
                        "code",
                        OptionalInt.empty(),
                        "LEVEL_WIDTH",
                        area.code().value(),
                        () -> width + " digits, as other areas of the level " + area.level() + " have");
            }
            parent(entry, area);
            area.department().ifPresent(d -> unit(entry, "department", OptionalInt.empty(), "UNKNOWN_DEPARTMENT", d));
        }
    }

    /** The number of digits of most areas of each level, the first met where two are as frequent. */
    static Map<String, Integer> usualWidths(List<Area> areas) {
        Map<String, Map<Integer, Integer>> counts = new HashMap<>();
        for (Area area : areas) {
            counts.computeIfAbsent(area.level(), level -> new LinkedHashMap<>())
                    .merge(area.code().value().length(), 1, Integer::sum);
        }
        Map<String, Integer> widths = new HashMap<>();
        counts.forEach((level, count) -> {
            int most = 0;
            for (Map.Entry<Integer, Integer> width : count.entrySet()) {
                if (width.getValue() > most) {
                    most = width.getValue();
                    widths.put(level, width.getKey());
                }
            }
        });
        return widths;
    }

    private void parent(Entry entry, Area area) {
        Optional<AreaCode> container = container(area.code());
        if (!area.parent().equals(container)) {
            boolean unknown = area.parent().isPresent()
                    && !areaIndex.containsKey(area.parent().get());
            add(
                    entry,
                    "parent",
                    OptionalInt.empty(),
                    unknown ? "UNKNOWN_PARENT" : "PARENT_MISMATCH",
                    area.parent().map(AreaCode::value).orElse(""),
                    () -> container
                            .map(c -> c + ", the longest code that this area's code begins with")
                            .orElse("empty, since this area's code begins with no other"));
        }
    }

    private Optional<AreaCode> container(AreaCode code) {
        for (int length = code.value().length() - 1; length > 0; length--) {
            AreaCode prefix = AreaCode.of(code.value().substring(0, length));
            if (areaIndex.containsKey(prefix)) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }

    // What several properties have in common.

    private record Entry(String list, int index) {}

    private <T> void unique(Entry entry, Map<T, Integer> first, T code) {
        int before = first.getOrDefault(code, entry.index);
        if (before != entry.index) {
            add(
                    entry,
                    "code",
                    OptionalInt.empty(),
                    "DUPLICATE_CODE",
                    code.toString(),
                    () -> "a code not used before; it is also that of number " + (before + 1) + " of the "
                            + entry.list);
        }
    }

    private <T> void once(Entry entry, String property, List<T> values) {
        Set<T> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                add(
                        entry,
                        property,
                        OptionalInt.of(i),
                        "DUPLICATE_VALUE",
                        values.get(i).toString(),
                        () -> "each value once");
            }
        }
    }

    private void functions(Entry entry, List<String> functions) {
        once(entry, "functions", functions);
        for (int i = 0; i < functions.size(); i++) {
            String function = functions.get(i);
            if (!CodeText.isPlain(function, Directory.MAX_TEXT) || function.indexOf('|') >= 0) {
                add(
                        entry,
                        "functions",
                        OptionalInt.of(i),
                        "BAD_TEXT",
                        function,
                        () -> plain() + ", and without |, which separates functions in a table");
            }
        }
    }

    private void text(Entry entry, String property, String text) {
        if (!CodeText.isPlain(text, Directory.MAX_TEXT)) {
            add(entry, property, OptionalInt.empty(), "BAD_TEXT", text, DirectoryCheck::plain);
        }
    }

    private static String plain() {
        return "1 to " + Directory.MAX_TEXT + " characters without blanks at the ends or control characters";
    }

    private void day(Entry entry, String property, Optional<LocalDate> day) {
        if (day.isPresent() && (day.get().getYear() < 0 || day.get().getYear() > LAST_YEAR)) {
            add(
                    entry,
                    property,
                    OptionalInt.empty(),
                    "BAD_DATE",
                    day.get().toString(),
                    () -> "a day of a year of four digits");
        }
    }

    /** The unit that is referred to; empty if there is none, which is then a fault unless a cycle tells it. */
    private Optional<Department> unit(
            Entry entry, String property, OptionalInt element, String unknown, DepartmentCode code) {
        Integer index = departmentIndex.get(code);
        if (index == null) {
            add(
                    entry,
                    property,
                    element,
                    unknown,
                    code.value(),
                    () -> "a department of the directory" + hint(code, departmentIndex));
            return Optional.empty();
        }
        Department department = departments.get(index);
        if (department.isPlaceholder()) {
            add(
                    entry,
                    property,
                    element,
                    "PLACEHOLDER_DEPARTMENT",
                    code.value(),
                    () -> "a department that is no placeholder");
            return Optional.empty();
        }
        return Optional.of(department);
    }

    private static <T> String hint(T code, Map<T, Integer> known) {
        return Suggestion.hint(
                code.toString(), known.keySet().stream().map(Object::toString).toList());
    }

    private void add(
            Entry entry, String property, OptionalInt element, String code, String value, Supplier<String> expected) {
        if (faults.size() < Problems.LIMIT) { // a suggestion looks at every code
            faults.add(new Inconsistency(entry.list, entry.index, property, element, code, value, expected.get()));
        }
    }
}
