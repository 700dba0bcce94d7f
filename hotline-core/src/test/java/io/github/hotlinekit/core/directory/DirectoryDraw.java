package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small random directories, in which reforms, supervision and jurisdiction meet often. */
public final class DirectoryDraw {

    /** The only days on which a department begins or ends. */
    static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));

    static final List<String> FUNCTIONS = List.of("住房", "a,\"b\"", "=sum", "'quoted");
    static final List<String> LEVELS = List.of("city", "street", "town", "community");

    private static final List<String> NAMES = List.of("甲", "乙,丙", "\"丁\"", "-戊", "''己", "@ a", "中\u3000间");

    private final Random random;

    private DirectoryDraw(Random random) {
        this.random = random;
    }

    /**
     * Directories that hold together, of at most eight departments, a placeholder and a dozen areas.
     *
     * @return directories {@code d@1}
     */
    public static Arbitrary<Directory> directories() {
        return Arbitraries.randomValue(random -> new DirectoryDraw(random).draw());
    }

    /**
     * Departments that refer to one another without any rule.
     *
     * @return lists of four departments {@code A} to {@code D}
     */
    static Arbitrary<List<Department>> tangles() {
        return Arbitraries.randomValue(random -> new DirectoryDraw(random).tangle());
    }

    static Arbitrary<DepartmentCode> departmentCodes() {
        return Arbitraries.of("A", "B", "C", "D", "E", "F", "G", "H", "P", "UNKNOWN")
                .map(DepartmentCode::of);
    }

    static Arbitrary<AreaCode> areaCodes() {
        return Arbitraries.strings()
                .withChars('1', '2')
                .ofMinLength(1)
                .ofMaxLength(4)
                .map(AreaCode::of);
    }

    private Directory draw() {
        List<Area> areas = areas();
        List<Department> units = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            units.add(unit(i, areas));
        }
        units.replaceAll(unit -> withSuccessors(unit, units));
        List<Area> named = new ArrayList<>();
        for (Area area : areas) {
            named.add(new Area(
                    area.code(),
                    area.name(),
                    area.parent(),
                    area.level(),
                    often() ? Optional.of(pick(units).code()) : Optional.empty()));
        }
        List<Department> departments = new ArrayList<>(units);
        if (often()) {
            departments.add(builder("P")
                    .type(Department.PLACEHOLDER)
                    .addAllFunctions(some(FUNCTIONS))
                    .build());
        }
        Collections.shuffle(departments, random);
        Collections.shuffle(named, random);
        return Directory.of("d", "1", departments, named);
    }

    private List<Area> areas() {
        Set<AreaCode> codes = new TreeSet<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            StringBuilder code = new StringBuilder();
            for (int length = 1 + random.nextInt(3); length > 0; length--) {
                code.append(1 + random.nextInt(2));
            }
            codes.add(AreaCode.of(code.toString()));
        }
        List<Area> areas = new ArrayList<>();
        for (AreaCode code : codes) {
            Optional<AreaCode> parent = codes.stream()
                    .filter(c -> !c.equals(code) && code.isWithin(c))
                    .max(Comparator.comparing(c -> c.value().length()));
            areas.add(new Area(code, label(), parent, level(code), Optional.empty()));
        }
        return areas;
    }

    /** Two levels have codes of two digits. */
    private String level(AreaCode code) {
        return switch (code.value().length()) {
            case 1 -> "city";
            case 2 -> random.nextBoolean() ? "street" : "town";
            default -> "community";
        };
    }

    private Department unit(int index, List<Area> areas) {
        Optional<DepartmentCode> parent =
                index > 0 && often() ? Optional.of(code(random.nextInt(index))) : Optional.empty();
        Optional<DepartmentCode> supervisor =
                index > 0 && often() ? Optional.of(code(random.nextInt(index))) : Optional.empty();
        return builder(code(index).value())
                .type("bureau")
                .level(Optional.of("-city").filter(l -> random.nextBoolean()))
                .addAllFunctions(some(FUNCTIONS))
                .parent(parent)
                .supervisedBy(supervisor)
                .addAllAreas(some(areas.stream().map(Area::code).toList()))
                .effective(effective())
                .build();
    }

    private static DepartmentCode code(int index) {
        return DepartmentCode.of(String.valueOf((char) ('A' + index)));
    }

    private Effective effective() {
        int from = random.nextInt(DAYS.size() + 1) - 1;
        int to = from + 1 + random.nextInt(DAYS.size() - from);
        return new Effective(
                from < 0 ? Optional.empty() : Optional.of(DAYS.get(from)),
                to >= DAYS.size() ? Optional.empty() : Optional.of(DAYS.get(to)));
    }

    private Department withSuccessors(Department unit, List<Department> units) {
        Optional<LocalDate> end = unit.effective().toExclusive();
        if (end.isEmpty()) {
            return unit;
        }
        List<DepartmentCode> fit = units.stream()
                .filter(u -> u.effective().includes(end.get()))
                .map(Department::code)
                .toList();
        return copy(unit).addAllSuccessors(some(fit)).build();
    }

    private List<Department> tangle() {
        List<DepartmentCode> codes = List.of(code(0), code(1), code(2), code(3));
        List<Department> departments = new ArrayList<>();
        for (DepartmentCode code : codes) {
            departments.add(builder(code.value())
                    .type("bureau")
                    .parent(Optional.of(pick(codes)).filter(c -> often()))
                    .supervisedBy(Optional.of(pick(codes)).filter(c -> often()))
                    .addAllSuccessors(often() ? List.of(pick(codes)) : List.of())
                    .build());
        }
        return departments;
    }

    private Department.Builder builder(String code) {
        Department.Builder builder = Department.builder();
        builder.code(DepartmentCode.of(code)).name(label());
        return builder;
    }

    private static Department.Builder copy(Department unit) {
        Department.Builder builder = Department.builder();
        builder.code(unit.code())
                .name(unit.name())
                .type(unit.type())
                .level(unit.level())
                .addAllFunctions(unit.functions())
                .parent(unit.parent())
                .supervisedBy(unit.supervisedBy())
                .addAllAreas(unit.areas())
                .effective(unit.effective());
        return builder;
    }

    private Label label() {
        return Label.of(pick(NAMES), pick(NAMES));
    }

    private boolean often() {
        return random.nextInt(3) > 0;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(List<T> values) {
        List<T> some = new ArrayList<>(values);
        some.removeIf(v -> random.nextInt(5) < 3);
        Collections.shuffle(some, random);
        return some;
    }
}
