package io.github.hotlinekit.core.json;

import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.CodeText;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and writes a directory as a JSON document of the format {@value #FORMAT}:
 *
 * <pre>{@code
 * {
 *   "format": "hotline-directory/1",
 *   "id": "shishi",
 *   "version": "2026.1",
 *   "departments": [
 *     { "code": "HB-JD", "name": { "zh": "湖滨街道办事处", "en": "Hubin Subdistrict Office" }, "type": "street",
 *       "functions": ["属地管理"], "level": "street", "parent": "ZFB", "supervisedBy": "ZFB", "areas": ["350581001"],
 *       "effective": { "from": "1988-01-01", "to": "2027-01-01" }, "successors": ["FL-JD"] }
 *   ],
 *   "areas": [
 *     { "code": "350581001", "name": { "zh": "湖滨街道", "en": "Hubin Subdistrict" }, "parent": "350581",
 *       "level": "street", "department": "HB-JD" }
 *   ]
 * }
 * }</pre>
 *
 * <p>A department has a code, a name and a type, an area a code, a name and a level; all else may be left out, and so
 * may a list without elements. {@code to} is the first day on which the department no longer exists.
 */
public final class DirectoryJson {

    /** The format's name and version. */
    public static final String FORMAT = "hotline-directory/1";

    private static final String DEPARTMENTS = "departments";
    private static final String AREAS = "areas";
    private static final String EFFECTIVE = "effective";
    private static final String FUNCTIONS = "functions";
    private static final String LEVEL = "level";
    private static final String PARENT = "parent";
    private static final String SUCCESSORS = "successors";
    private static final String SUPERVISED_BY = "supervisedBy";
    private static final String DEPARTMENT_FORM =
            "1 to " + DepartmentCode.MAX_LENGTH + " ASCII letters, digits, - and _";
    private static final String AREA_FORM = "1 to " + AreaCode.MAX_LENGTH + " digits";
    /** Stands for a text that could not be read, which is told already. */
    private static final String UNREAD = "?";

    private DirectoryJson() {}

    /**
     * Reads a directory.
     *
     * @param in its text, preferably from {@link Utf8#reader}; not closed
     * @param source the document's name, for problems
     * @return the directory
     * @throws InvalidDocumentException with every problem, if there is one: those of {@link JsonPart}, {@code
     *     UNSUPPORTED_FORMAT}, {@code BAD_ID}, {@code BAD_CODE}, {@code BAD_DATE}, {@code BAD_PERIOD}, and those of
     *     {@link Directory#inconsistencies} between what could be read
     * @throws IOException if {@code in} throws it
     */
    public static Directory read(Reader in, String source) throws IOException {
        Problems problems = Problems.of(source);
        Optional<Directory> directory = JsonPart.read(in, problems).flatMap(DirectoryJson::read);
        problems.throwIfAny();
        return directory.orElseThrow();
    }

    private static Optional<Directory> read(JsonPart root) {
        Problems problems = root.problems();
        DocumentHead.format(root, FORMAT);
        root.allow("format", "id", "version", DEPARTMENTS, AREAS);
        Optional<Identity> identity = DocumentHead.identity(root);
        List<Department> departments = new ArrayList<>();
        List<String> departmentPlaces = new ArrayList<>();
        for (JsonPart part : root.objects(DEPARTMENTS)) {
            department(part).ifPresent(department -> {
                departments.add(department);
                departmentPlaces.add(part.place().toString());
            });
        }
        List<Area> areas = new ArrayList<>();
        List<String> areaPlaces = new ArrayList<>();
        for (JsonPart part : root.objects(AREAS)) {
            area(part).ifPresent(area -> {
                areas.add(area);
                areaPlaces.add(part.place().toString());
            });
        }
        report(Directory.inconsistencies(departments, areas), departmentPlaces, areaPlaces, problems);
        return problems.isEmpty()
                ? identity.map(i -> Directory.of(i.id(), i.version(), departments, areas))
                : Optional.empty();
    }

    /** Adds what is wrong between entries, but not what only follows from a property that could not be read. */
    private static void report(
            List<Inconsistency> wrong, List<String> departments, List<String> areas, Problems problems) {
        Set<Place> unread = new HashSet<>();
        boolean datesAreRead = true;
        for (Problem problem : problems.toList()) {
            unread.add(problem.place());
            datesAreRead &= !problem.place().toString().contains("/" + EFFECTIVE);
        }
        for (Inconsistency one : wrong) {
            String entry = (one.list().equals(AREAS) ? areas : departments).get(one.index());
            StringBuilder pointer = new StringBuilder(entry).append('/').append(one.property());
            one.element().ifPresent(element -> pointer.append('/').append(element));
            Place place = new Place.Pointer(pointer.toString());
            boolean follows = unread.contains(place)
                    || (one.property().equals(EFFECTIVE + "/to")
                            && unread.contains(new Place.Pointer(entry + "/" + EFFECTIVE)))
                    || (one.code().equals("SUCCESSOR_NOT_IN_FORCE") && !datesAreRead)
                    || (one.code().equals("LEVEL_WIDTH") && unread.contains(new Place.Pointer(entry + "/" + LEVEL)));
            if (!follows) {
                problems.add(place, one.code(), one.value(), one.expected());
            }
        }
    }

    private static Optional<Department> department(JsonPart part) {
        part.allow("code", "name", "type", FUNCTIONS, LEVEL, PARENT, SUPERVISED_BY, AREAS, EFFECTIVE, SUCCESSORS);
        Optional<DepartmentCode> code = requiredCode(part, DepartmentCode::of, DEPARTMENT_FORM);
        Department.Builder builder = Department.builder();
        builder.name(name(part))
                .type(part.requiredText("type", Directory.MAX_TEXT).orElse(UNREAD))
                .addAllFunctions(functions(part))
                .level(part.text(LEVEL))
                .parent(code(part, PARENT, DepartmentCode::of, DEPARTMENT_FORM))
                .supervisedBy(code(part, SUPERVISED_BY, DepartmentCode::of, DEPARTMENT_FORM))
                .addAllAreas(codes(part, AREAS, AreaCode::of, AREA_FORM))
                .effective(effective(part))
                .addAllSuccessors(codes(part, SUCCESSORS, DepartmentCode::of, DEPARTMENT_FORM));
        return code.map(c -> builder.code(c).build());
    }

    private static Optional<Area> area(JsonPart part) {
        part.allow("code", "name", PARENT, LEVEL, "department");
        Optional<AreaCode> code = requiredCode(part, AreaCode::of, AREA_FORM);
        Label name = name(part);
        Optional<AreaCode> parent = code(part, PARENT, AreaCode::of, AREA_FORM);
        String level = part.requiredText(LEVEL, Directory.MAX_TEXT).orElse(UNREAD);
        Optional<DepartmentCode> department = code(part, "department", DepartmentCode::of, DEPARTMENT_FORM);
        return code.map(c -> new Area(c, name, parent, level, department));
    }

    private static Label name(JsonPart part) {
        Optional<JsonPart> name = part.requiredObject("name");
        name.ifPresent(n -> n.allow("zh", "en"));
        Function<String, String> in = language ->
                name.flatMap(n -> n.requiredText(language, Directory.MAX_TEXT)).orElse(UNREAD);
        return Label.of(in.apply("zh"), in.apply("en"));
    }

    /** The functions; none if one is no text, so that positions stay those of the document. */
    private static List<String> functions(JsonPart part) {
        int before = part.problems().toList().size();
        List<String> functions =
                part.texts(FUNCTIONS).stream().map(JsonPart.Text::value).toList();
        return part.problems().toList().size() == before ? functions : List.of();
    }

    private static <T> Optional<T> requiredCode(JsonPart part, Function<String, T> parse, String form) {
        if (!part.names().contains("code")) {
            part.missing("code");
        }
        return code(part, "code", parse, form);
    }

    private static <T> Optional<T> code(JsonPart part, String name, Function<String, T> parse, String form) {
        return part.text(name).flatMap(text -> code(new JsonPart.Text(text, part.at(name)), parse, form, part));
    }

    private static <T> Optional<T> code(JsonPart.Text text, Function<String, T> parse, String form, JsonPart part) {
        try {
            return Optional.of(parse.apply(text.value()));
        } catch (IllegalArgumentException e) {
            part.problems().add(text.place(), CodeText.BAD_CODE, text.value(), form + CodeText.hint(text.value()));
            return Optional.empty();
        }
    }

    /** The codes; none if one could not be read, so that positions stay those of the document. */
    private static <T> List<T> codes(JsonPart part, String name, Function<String, T> parse, String form) {
        int before = part.problems().toList().size();
        List<T> codes = new ArrayList<>();
        for (JsonPart.Text text : part.texts(name)) {
            code(text, parse, form, part).ifPresent(codes::add);
        }
        return part.problems().toList().size() == before ? codes : List.of();
    }

    private static Effective effective(JsonPart part) {
        Optional<JsonPart> ends = part.object(EFFECTIVE);
        ends.ifPresent(e -> e.allow("from", "to"));
        Optional<LocalDate> from = ends.flatMap(e -> day(e, "from"));
        Optional<LocalDate> to = ends.flatMap(e -> day(e, "to"));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            part.problems()
                    .add(
                            part.at(EFFECTIVE),
                            "BAD_PERIOD",
                            from.get() + " to " + to.get(),
                            "an end, exclusive, after the beginning");
            return Effective.ALWAYS;
        }
        return new Effective(from, to);
    }

    private static Optional<LocalDate> day(JsonPart ends, String name) {
        Optional<String> text = ends.text(name);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            ends.problems().add(ends.at(name), "BAD_DATE", text.orElse(""), "a date such as 2026-07-01");
            return Optional.empty();
        }
    }

    /**
     * Writes a directory, without what is empty. Directories of the same entries in the same order give the same text.
     *
     * @param directory the directory
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public static void write(Directory directory, Appendable out) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("format", FORMAT);
        object.put("id", directory.id());
        object.put("version", directory.version());
        putList(object, DEPARTMENTS, directory.departments(), DirectoryJson::department);
        putList(object, AREAS, directory.areas(), DirectoryJson::area);
        out.append(JsonText.of(object));
    }

    private static Map<String, Object> department(Department department) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", department.code().value());
        object.put("name", label(department.name()));
        object.put("type", department.type());
        putList(object, FUNCTIONS, department.functions(), f -> f);
        put(object, LEVEL, department.level());
        put(object, PARENT, department.parent());
        put(object, SUPERVISED_BY, department.supervisedBy());
        putList(object, AREAS, department.areas(), AreaCode::value);
        Map<String, Object> ends = new LinkedHashMap<>();
        put(ends, "from", department.effective().from());
        put(ends, "to", department.effective().toExclusive());
        if (!ends.isEmpty()) {
            object.put(EFFECTIVE, ends);
        }
        putList(object, SUCCESSORS, department.successors(), DepartmentCode::value);
        return object;
    }

    private static Map<String, Object> area(Area area) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", area.code().value());
        object.put("name", label(area.name()));
        put(object, PARENT, area.parent());
        object.put(LEVEL, area.level());
        put(object, "department", area.department());
        return object;
    }

    private static Map<String, Object> label(Label label) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("zh", label.zh());
        object.put("en", label.en());
        return object;
    }

    private static void put(Map<String, Object> object, String name, Optional<?> value) {
        value.ifPresent(v -> object.put(name, v.toString()));
    }

    private static <T> void putList(
            Map<String, Object> object, String name, List<T> values, Function<T, Object> written) {
        if (!values.isEmpty()) {
            object.put(name, values.stream().map(written).toList());
        }
    }
}
