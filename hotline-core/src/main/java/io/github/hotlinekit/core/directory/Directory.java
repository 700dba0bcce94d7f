package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The departments (承办单位) and areas (区域) of a city. Immutable.
 *
 * <p>Area codes say what contains what: the parent of an area is the area with the longest other
 * code that its own code begins with, and an area that no other code begins has none. So {@link
 * AreaCode#isWithin} and the parents always agree.
 */
public final class Directory {

    private final Identity identity;
    private final Map<DepartmentCode, Department> departments;
    private final Map<AreaCode, Area> areas;

    private Directory(Identity identity, Map<DepartmentCode, Department> departments, Map<AreaCode, Area> areas) {
        this.identity = identity;
        this.departments = departments;
        this.areas = areas;
    }

    /**
     * A directory.
     *
     * @param id the directory's name
     * @param version its version
     * @param departments its departments; codes differ
     * @param areas its areas; codes differ, parents are as described above, and each department named
     *     is one of {@code departments} and no placeholder
     * @return the directory
     * @throws IllegalArgumentException if anything of this does not hold
     */
    public static Directory of(String id, String version, Collection<Department> departments, Collection<Area> areas) {
        Map<DepartmentCode, Department> departmentsByCode = new LinkedHashMap<>();
        for (Department department : departments) {
            if (departmentsByCode.put(department.code(), department) != null) {
                throw new IllegalArgumentException(
                        "department codes must differ, but " + department.code() + " is twice");
            }
        }
        Map<AreaCode, Area> areasByCode = new LinkedHashMap<>();
        for (Area area : areas) {
            if (areasByCode.put(area.code(), area) != null) {
                throw new IllegalArgumentException("area codes must differ, but " + area.code() + " is twice");
            }
        }
        AreaCheck check = new AreaCheck(areasByCode.keySet(), departmentsByCode);
        for (Area area : areas) {
            for (AreaCheck.Fault fault : check.faults(area)) {
                throw new IllegalArgumentException("area " + area.code() + ": " + fault.property() + " must be "
                        + fault.expected() + ", but was \"" + fault.value() + "\"");
            }
        }
        return new Directory(Identity.of(id, version), departmentsByCode, areasByCode);
    }

    /**
     * Reads departments from a table in UTF-8 with the columns {@code code, name_zh, name_en, type}
     * and, if wanted, {@code functions} (separated by {@code |}).
     *
     * @param source the document's name, for problems
     * @param in the table; not closed
     * @return the departments, in the order of the table
     * @throws InvalidDocumentException with every problem found, if there is any
     * @throws IOException if {@code in} throws it
     */
    public static List<Department> readDepartments(String source, InputStream in) throws IOException {
        return DirectoryCsv.departments(source, in);
    }

    /**
     * Reads areas from a table in UTF-8 with the columns {@code code, name_zh, name_en, parent, level,
     * department} and, if wanted, {@code illustrative}, which is for people and not read.
     *
     * @param source the document's name, for problems
     * @param in the table; not closed
     * @param departments the departments that areas may name
     * @return the areas, in the order of the table
     * @throws InvalidDocumentException with every problem found, if there is any
     * @throws IOException if {@code in} throws it
     */
    public static List<Area> readAreas(String source, InputStream in, Collection<Department> departments)
            throws IOException {
        return DirectoryCsv.areas(source, in, departments);
    }

    /**
     * Which directory this is.
     *
     * @return its id and version, such as {@code shishi@2026.1}
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
     * All departments.
     *
     * @return an unmodifiable list in the order given
     */
    public List<Department> departments() {
        return List.copyOf(departments.values());
    }

    /**
     * All areas.
     *
     * @return an unmodifiable list in the order given
     */
    public List<Area> areas() {
        return List.copyOf(areas.values());
    }

    /**
     * A department.
     *
     * @param code its code
     * @return the department; empty if there is none of that code
     */
    public Optional<Department> find(DepartmentCode code) {
        return Optional.ofNullable(departments.get(Objects.requireNonNull(code, "code")));
    }

    /**
     * An area.
     *
     * @param code its code
     * @return the area; empty if there is none of that code
     */
    public Optional<Area> find(AreaCode code) {
        return Optional.ofNullable(areas.get(Objects.requireNonNull(code, "code")));
    }

    /**
     * The department that has charge of an area (属地单位): that of the area itself or of the nearest area
     * that contains it and names one. A code that is not known counts as part of the area with the
     * longest code it begins with.
     *
     * @param code the area's code, known or not
     * @return the department; empty if no such area names one
     */
    public Optional<DepartmentCode> departmentOf(AreaCode code) {
        Optional<Area> area = nearest(code);
        while (area.isPresent() && area.get().department().isEmpty()) {
            area = area.get().parent().map(areas::get);
        }
        return area.flatMap(Area::department);
    }

    /**
     * The departments that answer for a place on a day (属地管辖).
     *
     * @param area where, as precisely as known; an unknown code counts as part of the area with the longest code it
     *     begins with
     * @param level the level of the area that is asked for: the area itself or one around it; empty for the nearest that
     *     has an answer
     * @param function what the department must do there; empty for the department that the area names
     * @param day the day on which they must exist
     * @return their codes in the order of the directory, each once; none if no area is of that level or nobody answers
     *     for it
     */
    public List<DepartmentCode> inCharge(
            AreaCode area, Optional<String> level, Optional<String> function, LocalDate day) {
        Optional<Area> current = nearest(area);
        while (current.isPresent()) {
            Area candidate = current.get();
            boolean levelHolds = level.isEmpty() || level.get().equals(candidate.level());
            List<DepartmentCode> found = levelHolds ? inCharge(candidate, function, day) : List.of();
            if (!found.isEmpty() || (levelHolds && level.isPresent())) {
                return found;
            }
            current = candidate.parent().map(areas::get);
        }
        return List.of();
    }

    private List<DepartmentCode> inCharge(Area area, Optional<String> function, LocalDate day) {
        if (function.isEmpty()) {
            return area.department()
                    .flatMap(d -> successor(d, day))
                    .map(List::of)
                    .orElse(List.of());
        }
        return departments.values().stream()
                .filter(d -> d.effective().includes(day)
                        && d.functions().contains(function.get())
                        && d.areas().contains(area.code()))
                .map(Department::code)
                .toList();
    }

    /**
     * Who does on a day what a department did: itself while it exists, and its only successor after that.
     *
     * @param code the department's code
     * @param day the day
     * @return the department, or the one that took its place; itself if the directory does not know it; empty if it does
     *     not exist yet, was abolished without a successor, or has several
     */
    public Optional<DepartmentCode> successor(DepartmentCode code, LocalDate day) {
        DepartmentCode current = code;
        Set<DepartmentCode> seen = new HashSet<>();
        while (seen.add(current)) {
            Department department = departments.get(current);
            if (department == null || department.effective().includes(day)) {
                return Optional.of(current);
            }
            boolean abolished = department
                    .effective()
                    .toExclusive()
                    .filter(end -> !day.isBefore(end))
                    .isPresent();
            if (!abolished || department.successors().size() != 1) {
                return Optional.empty();
            }
            current = department.successors().get(0);
        }
        return Optional.empty();
    }

    private Optional<Area> nearest(AreaCode code) {
        Optional<Area> known = find(code);
        String value = code.value();
        for (int length = value.length() - 1; known.isEmpty() && length > 0; length--) {
            known = find(AreaCode.of(value.substring(0, length)));
        }
        return known;
    }

    @Override
    public String toString() {
        return "Directory " + identity + ", " + departments.size() + " departments, " + areas.size() + " areas";
    }
}
