package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether what an area refers to is there. */
final class AreaCheck {

    private final Set<AreaCode> areas;
    private final Map<DepartmentCode, Department> departments;

    AreaCheck(Set<AreaCode> areas, Map<DepartmentCode, Department> departments) {
        this.areas = areas;
        this.departments = departments;
    }

    /**
     * One thing wrong with an area.
     *
     * @param property {@code parent} or {@code department}, as the column is called as well
     * @param code the problem's code
     * @param value what stands there
     * @param expected what would have been right
     */
    record Fault(String property, String code, String value, String expected) {}

    List<Fault> faults(Area area) {
        List<Fault> faults = new ArrayList<>();
        String parent = area.parent().map(AreaCode::value).orElse("");
        Optional<AreaCode> container = container(area.code());
        if (!area.parent().equals(container)) {
            boolean unknown =
                    area.parent().isPresent() && !areas.contains(area.parent().get());
            faults.add(new Fault(
                    "parent",
                    unknown ? "UNKNOWN_PARENT" : "PARENT_MISMATCH",
                    parent,
                    container
                            .map(c -> c + ", the longest code that this area's code begins with")
                            .orElse("empty, since this area's code begins with no other")));
        }
        area.department().flatMap(this::fault).ifPresent(faults::add);
        return faults;
    }

    private Optional<Fault> fault(DepartmentCode code) {
        Department department = departments.get(code);
        if (department == null) {
            List<String> known =
                    departments.keySet().stream().map(DepartmentCode::value).toList();
            return Optional.of(new Fault(
                    "department",
                    "UNKNOWN_DEPARTMENT",
                    code.value(),
                    "a department of the directory" + Suggestion.hint(code.value(), known)));
        }
        return department.isPlaceholder()
                ? Optional.of(new Fault(
                        "department", "PLACEHOLDER_DEPARTMENT", code.value(), "a department that is no placeholder"))
                : Optional.empty();
    }

    private Optional<AreaCode> container(AreaCode code) {
        for (int length = code.value().length() - 1; length > 0; length--) {
            AreaCode prefix = AreaCode.of(code.value().substring(0, length));
            if (areas.contains(prefix)) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }
}
