package io.github.hotlinekit.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.json.DirectoryJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DirectoryLawsTest {

    @Property
    void who_is_in_charge_is_who_the_nearest_area_of_the_level_names_or_has(
            @ForAll("directories") Directory directory,
            @ForAll("areaCodes") AreaCode area,
            @ForAll("levels") Optional<String> level,
            @ForAll("functions") Optional<String> function,
            @ForAll("days") LocalDate day) {
        assertThat(directory.inCharge(area, level, function, day))
                .isEqualTo(inCharge(directory, area, level, function, day));
    }

    private static List<DepartmentCode> inCharge(
            Directory directory, AreaCode area, Optional<String> level, Optional<String> function, LocalDate day) {
        return Stream.concat(directory.find(area).stream(), around(directory, area).stream())
                .filter(a -> level.isEmpty() || level.get().equals(a.level()))
                .map(a -> function.isEmpty()
                        ? a.department().flatMap(d -> successor(directory, d, day)).stream()
                                .toList()
                        : directory.departments().stream()
                                .filter(d -> d.areas().contains(a.code())
                                        && d.functions().contains(function.get())
                                        && d.effective().includes(day))
                                .map(Department::code)
                                .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Property
    void the_areas_around_one_are_those_whose_codes_it_begins_with_nearest_first(
            @ForAll("directories") Directory directory, @ForAll("areaCodes") AreaCode area) {
        assertThat(directory.ancestors(area)).isEqualTo(around(directory, area));
    }

    private static List<Area> around(Directory directory, AreaCode area) {
        return directory.areas().stream()
                .filter(a -> area.isWithin(a.code()) && !area.equals(a.code()))
                .sorted(Comparator.comparing((Area a) -> a.code().value().length())
                        .reversed())
                .toList();
    }

    @Property
    void a_level_has_one_width_and_no_area_is_within_another_of_its_level(@ForAll("directories") Directory directory) {
        Map<String, Integer> widths = directory.levelWidths();
        assertThat(directory.areas()).allSatisfy(area -> {
            assertThat(area.code().value()).hasSize(widths.getOrDefault(area.level(), 0));
            assertThat(directory.ancestors(area.code()))
                    .allMatch(a -> widths.getOrDefault(a.level(), 0) < widths.getOrDefault(area.level(), 0));
        });
        assertThat(new ArrayList<>(widths.values())).isSorted();
        assertThat(widths.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        directory.areas().stream().map(Area::level).distinct().toList());
    }

    @Property
    void a_departments_successor_is_the_only_one_that_does_all_it_did(
            @ForAll("directories") Directory directory,
            @ForAll("departmentCodes") DepartmentCode code,
            @ForAll("days") LocalDate day) {
        assertThat(directory.successor(code, day)).isEqualTo(successor(directory, code, day));
    }

    private static Optional<DepartmentCode> successor(Directory directory, DepartmentCode code, LocalDate day) {
        return heirs(directory, code, day)
                .filter(heirs -> heirs.size() == 1)
                .map(heirs -> heirs.iterator().next());
    }

    /** Who does on the day what the department did; empty if nobody does a part of it. */
    private static Optional<Set<DepartmentCode>> heirs(Directory directory, DepartmentCode code, LocalDate day) {
        Optional<Department> department = directory.find(code);
        if (department.isEmpty() || department.get().effective().includes(day)) {
            return Optional.of(Set.of(code));
        }
        boolean ended = department
                .get()
                .effective()
                .toExclusive()
                .filter(end -> !day.isBefore(end))
                .isPresent();
        if (!ended || department.get().successors().isEmpty()) {
            return Optional.empty();
        }
        Set<DepartmentCode> heirs = new HashSet<>();
        for (DepartmentCode next : department.get().successors()) {
            Optional<Set<DepartmentCode>> part = heirs(directory, next, day);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            heirs.addAll(part.get());
        }
        return Optional.of(heirs);
    }

    @Property
    void subordinates_and_parts_are_those_from_which_the_way_up_leads_to_a_department(
            @ForAll("directories") Directory directory, @ForAll("departmentCodes") DepartmentCode code) {
        assertThat(directory.subordinates(code)).isEqualTo(below(directory, code, Department::supervisedBy));
        assertThat(directory.under(code)).isEqualTo(below(directory, code, Department::parent));
    }

    private static List<Department> below(
            Directory directory, DepartmentCode code, Function<Department, Optional<DepartmentCode>> up) {
        List<Department> below = new ArrayList<>();
        for (Department department : directory.departments()) {
            Optional<DepartmentCode> above = up.apply(department);
            while (above.isPresent() && !above.get().equals(code)) {
                above = directory.find(above.get()).flatMap(up);
            }
            if (above.isPresent()) {
                below.add(department);
            }
        }
        return below;
    }

    @Property
    void a_cycle_is_told_exactly_where_references_lead_back(@ForAll("tangles") List<Department> departments) {
        List<Inconsistency> wrong = Directory.inconsistencies(departments, List.of());
        List<String> cyclic = new ArrayList<>();
        Map<String, Function<Department, List<DepartmentCode>>> references = Map.of(
                "parent", d -> d.parent().stream().toList(),
                "supervisedBy", d -> d.supervisedBy().stream().toList(),
                "successors", Department::successors);
        references.forEach((property, reference) -> {
            if (departments.stream().anyMatch(d -> leadsBack(d, departments, reference))) {
                cyclic.add(property);
            }
        });
        assertThat(wrong.stream()
                        .filter(w -> w.code().equals("CYCLE"))
                        .map(Inconsistency::property)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(cyclic);
        if (wrong.isEmpty()) {
            assertThat(Directory.of("d", "1", departments, List.of()).departments())
                    .isEqualTo(departments);
        } else {
            assertThatThrownBy(() -> Directory.of("d", "1", departments, List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.get(0).toString());
        }
    }

    /** After as many steps as there are departments, a way that does not end has come back. */
    private static boolean leadsBack(
            Department start, List<Department> all, Function<Department, List<DepartmentCode>> references) {
        Set<DepartmentCode> at = new HashSet<>(references.apply(start));
        for (int step = 0; step < all.size(); step++) {
            if (at.contains(start.code())) {
                return true;
            }
            Set<DepartmentCode> next = new HashSet<>();
            all.stream().filter(d -> at.contains(d.code())).forEach(d -> next.addAll(references.apply(d)));
            at.addAll(next);
        }
        return at.contains(start.code());
    }

    @Property
    void tables_give_back_the_directory_they_were_written_from(@ForAll("directories") Directory directory)
            throws IOException {
        StringBuilder departments = new StringBuilder();
        StringBuilder areas = new StringBuilder();
        directory.writeDepartments(departments);
        directory.writeAreas(areas);
        Directory read = Directory.readCsv("d", "1", "d.csv", in(departments), "a.csv", in(areas));
        assertSame(read, directory);
        assertThat(Directory.readDepartments("d.csv", in(departments))).isEqualTo(directory.departments());
        assertThat(Directory.readAreas("a.csv", in(areas), directory.departments()))
                .isEqualTo(directory.areas());
    }

    private static InputStream in(StringBuilder text) {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void a_json_document_gives_back_the_directory_it_was_written_from(@ForAll("directories") Directory directory)
            throws IOException {
        StringBuilder text = new StringBuilder();
        DirectoryJson.write(directory, text);
        Directory read = DirectoryJson.read(new StringReader(text.toString()), "d.json");
        assertSame(read, directory);
        StringBuilder again = new StringBuilder();
        DirectoryJson.write(read, again);
        assertThat(again).hasToString(text.toString());
    }

    private static void assertSame(Directory read, Directory directory) {
        assertThat(read.identity()).isEqualTo(directory.identity());
        assertThat(read.departments()).isEqualTo(directory.departments());
        assertThat(read.areas()).isEqualTo(directory.areas());
    }

    @Provide
    Arbitrary<Directory> directories() {
        return DirectoryDraw.directories();
    }

    @Provide
    Arbitrary<List<Department>> tangles() {
        return DirectoryDraw.tangles();
    }

    @Provide
    Arbitrary<AreaCode> areaCodes() {
        return DirectoryDraw.areaCodes();
    }

    @Provide
    Arbitrary<DepartmentCode> departmentCodes() {
        return DirectoryDraw.departmentCodes();
    }

    @Provide
    Arbitrary<Optional<String>> levels() {
        return Arbitraries.of(DirectoryDraw.LEVELS).optional(0.6);
    }

    @Provide
    Arbitrary<Optional<String>> functions() {
        return Arbitraries.of(DirectoryDraw.FUNCTIONS).optional(0.6);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.of(DirectoryDraw.DAYS)
                .flatMap(day -> Arbitraries.of(day.minusDays(1), day, day.plusDays(40)));
    }
}
