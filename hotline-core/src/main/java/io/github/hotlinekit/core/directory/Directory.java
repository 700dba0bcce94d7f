package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The departments (承办单位) and areas (区域) of a city. Immutable.
 *
 * <p>Area codes say what contains what: the parent of an area is the area with the longest other
 * code that its own code begins with, and an area that no other code begins has none. So {@link
 * AreaCode#isWithin} and the parents always agree. All areas of a level have codes of one length, so an area is
 * longer than those around it and of another level than they.
 *
 * <p>Whatever is referred to is there and no placeholder, and nothing leads back to itself: no department is part of,
 * supervised by or succeeded by itself, at any remove. A department with successors ends, and each of them exists on
 * the day on which it ends. A placeholder has no parent, supervisor, areas or successors.
 */
public final class Directory {

    /** The most UTF-16 units of a name, a type, a level or a function. */
    public static final int MAX_TEXT = 256;

    private final Identity identity;
    private final List<Department> departments;
    private final List<Area> areas;
    private final Units units;
    private final AreaTree tree;

    private Directory(Identity identity, List<Department> departments, List<Area> areas) {
        this.identity = identity;
        this.departments = departments;
        this.areas = areas;
        this.units = new Units(departments);
        this.tree = new AreaTree(areas, units);
    }

    /**
     * A directory.
     *
     * @param id the directory's name
     * @param version its version
     * @param departments its departments
     * @param areas its areas
     * @return the directory
     * @throws IllegalArgumentException if {@link #inconsistencies} has anything to say, with the first of it, or if id
     *     or version is not of the form of {@link Identity}
     */
    public static Directory of(String id, String version, Collection<Department> departments, Collection<Area> areas) {
        List<Department> allDepartments = List.copyOf(departments);
        List<Area> allAreas = List.copyOf(areas);
        List<Inconsistency> wrong = inconsistencies(allDepartments, allAreas);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("directory " + id + ": " + wrong.get(0));
        }
        return new Directory(Identity.of(id, version), allDepartments, allAreas);
    }

    /**
     * What keeps departments and areas from being a directory. Codes, as the properties of a JSON document:
     *
     * <ul>
     *   <li>{@code DUPLICATE_CODE}, {@code DUPLICATE_VALUE}: a code or an element of a list is twice
     *   <li>{@code CYCLE}: {@code parent}, {@code supervisedBy} or {@code successors} lead back, {@code a -> b -> a};
     *       these come first
     *   <li>{@code UNKNOWN_PARENT}, {@code UNKNOWN_SUPERVISOR}, {@code UNKNOWN_SUCCESSOR}, {@code UNKNOWN_AREA}, {@code
     *       UNKNOWN_DEPARTMENT}: what is referred to is not there
     *   <li>{@code PLACEHOLDER_DEPARTMENT}: a placeholder is referred to; {@code PLACEHOLDER_PROPERTY}: it refers to
     *       something itself
     *   <li>{@code MISSING_END}: there are successors and no end; {@code SUCCESSOR_NOT_IN_FORCE}: one does not exist on
     *       the day of the end
     *   <li>{@code PARENT_MISMATCH}: an area's parent is not the one its code says; {@code LEVEL_WIDTH}: its code is
     *       longer or shorter than most of its level
     *   <li>{@code BAD_CODE}, {@code BAD_TEXT}, {@code BAD_DATE}: a code, text or day that not every form of the
     *       document can hold
     * </ul>
     *
     * @param departments the departments
     * @param areas the areas
     * @return at most {@link Problems#LIMIT} of them, in a fixed order; none if {@link #of} takes both
     */
    public static List<Inconsistency> inconsistencies(Collection<Department> departments, Collection<Area> areas) {
        return new DirectoryCheck(departments, areas).all();
    }

    /**
     * Reads departments from a table in UTF-8 with the columns {@code code, name_zh, name_en, type}
     * and, if wanted, {@code functions, level, parent, supervised_by, areas, from, to, successors}. The elements of
     * lists, {@code functions}, {@code areas} and {@code successors}, are separated by {@code |}; {@code from} is the
     * first day of existence and {@code to} the first day after the last, such as {@code 2026-07-01}. A text that a
     * spreadsheet would take for a formula stands after an apostrophe. Whether the areas exist is not asked.
     *
     * @param source the document's name, for problems
     * @param in the table; not closed
     * @return the departments, in the order of the table
     * @throws InvalidDocumentException with every problem found, if there is any: those of {@link #inconsistencies},
     *     and {@code BAD_CODE}, {@code SUSPICIOUS_CELL}, {@code BAD_LIST}, {@code BAD_DATE}, {@code BAD_PERIOD} and
     *     {@code MISSING_VALUE}
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
     * Reads a directory from its two tables, which are as for {@link #readDepartments} and {@link #readAreas}.
     *
     * @param id the directory's name
     * @param version its version
     * @param departmentsSource the name of the table of departments, for problems
     * @param departments the table of departments; not closed
     * @param areasSource the name of the table of areas, for problems
     * @param areas the table of areas; not closed
     * @return the directory
     * @throws InvalidDocumentException with every problem found in both, if there is any
     * @throws IllegalArgumentException if id or version is not of the form of {@link Identity}
     * @throws IOException if an input throws it
     */
    public static Directory readCsv(
            String id,
            String version,
            String departmentsSource,
            InputStream departments,
            String areasSource,
            InputStream areas)
            throws IOException {
        Identity identity = Identity.of(id, version);
        DirectoryCsv tables = DirectoryCsv.read(departmentsSource, departments, areasSource, areas);
        return new Directory(identity, tables.departments(), tables.areas());
    }

    /**
     * Writes the departments as a table that {@link #readDepartments} reads, with all columns.
     *
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public void writeDepartments(Appendable out) throws IOException {
        DirectoryCsv.writeDepartments(departments, out);
    }

    /**
     * Writes the areas as a table that {@link #readAreas} reads, without {@code illustrative}.
     *
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public void writeAreas(Appendable out) throws IOException {
        DirectoryCsv.writeAreas(areas, out);
    }

    /**
     * Which typical leads of a taxonomy ({@link Category#typicalLead}) this directory does not bear out. A placeholder is
     * a fit lead: it stands for whoever it resolves to.
     *
     * @param taxonomy the taxonomy
     * @return for each such category, in the order of the taxonomy, one of {@code BAD_CODE}: the lead is no code of a
     *     department, {@code UNKNOWN_DEPARTMENT}: there is no such department, and {@code DEPARTMENT_NOT_IN_FORCE}: it
     *     exists on no day on which the category is in force; all of the list {@code categories} and the property {@code
     *     typicalLead}; none if all is well
     */
    public List<Inconsistency> typicalLeadFaults(Taxonomy taxonomy) {
        return TypicalLeads.faults(taxonomy, units);
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
        return departments;
    }

    /**
     * All areas.
     *
     * @return an unmodifiable list in the order given
     */
    public List<Area> areas() {
        return areas;
    }

    /**
     * A department.
     *
     * @param code its code
     * @return the department; empty if there is none of that code
     */
    public Optional<Department> find(DepartmentCode code) {
        return Optional.ofNullable(units.find(Objects.requireNonNull(code, "code")));
    }

    /**
     * An area.
     *
     * @param code its code
     * @return the area; empty if there is none of that code
     */
    public Optional<Area> find(AreaCode code) {
        return tree.find(Objects.requireNonNull(code, "code"));
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
        return tree.departmentOf(code);
    }

    /**
     * The areas around an area.
     *
     * @param code the area's code, known or not
     * @return the other areas whose codes it begins with, nearest first; none for an area within no other
     */
    public List<Area> ancestors(AreaCode code) {
        return tree.ancestors(code);
    }

    /**
     * How many digits the codes of each level have.
     *
     * @return an unmodifiable map from a level, such as {@code street}, to the length of its codes, shortest first
     */
    public Map<String, Integer> levelWidths() {
        return tree.levelWidths();
    }

    /**
     * The departments that answer for a place on a day (属地管辖). Takes time by the number of levels, and with a
     * function by the fewer of the departments that have it and the departments that name the area.
     *
     * @param area where, as precisely as known; an unknown code counts as part of the area with the longest code it
     *     begins with
     * @param level the level of the area that is asked for: the area itself or one around it; empty for the nearest that
     *     has an answer
     * @param function what the department must do there; empty for the department that the area names, or its {@link
     *     #successor} on that day
     * @param day the day on which they must exist
     * @return their codes in the order of the directory, each once, none a placeholder; none if no area is of that level
     *     or nobody answers for it
     */
    public List<DepartmentCode> inCharge(
            AreaCode area, Optional<String> level, Optional<String> function, LocalDate day) {
        return tree.inCharge(area, level, function, day);
    }

    /**
     * Who does on a day what a department did: itself while it exists, and after that its only successor, or the one in
     * which the successors of a split have all come together again by that day.
     *
     * @param code the department's code
     * @param day the day
     * @return the department, or the one that took its place; itself if the directory does not know it; empty if it does
     *     not exist yet, if several do by then what it did, or if all of it or a part has ended without a successor
     */
    public Optional<DepartmentCode> successor(DepartmentCode code, LocalDate day) {
        return units.successor(code, day);
    }

    /**
     * The units that a department supervises (主管), directly or through others, whether they exist or have ended.
     *
     * @param code the department's code
     * @return an unmodifiable list in the order of the directory, without the department itself; none if it supervises
     *     nobody or is not known
     */
    public List<Department> subordinates(DepartmentCode code) {
        return units.subordinates(code);
    }

    /**
     * The units that are part of a department (内设与下属机构), directly or through others, whether they exist or have
     * ended.
     *
     * @param parent the department's code
     * @return an unmodifiable list in the order of the directory, without the department itself; none if it has no parts
     *     or is not known
     */
    public List<Department> under(DepartmentCode parent) {
        return units.under(parent);
    }

    @Override
    public String toString() {
        return "Directory " + identity + ", " + departments.size() + " departments, " + areas.size() + " areas";
    }
}
