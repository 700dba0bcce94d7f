package io.github.hotlinekit.core.directory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The departments of a directory by what they refer to. Nothing leads back to itself, as was checked before. */
final class Units {

    private final List<Department> departments;
    private final Map<DepartmentCode, Integer> positions = new HashMap<>();
    private final Map<DepartmentCode, List<Integer>> supervised = new HashMap<>();
    private final Map<DepartmentCode, List<Integer>> parts = new HashMap<>();

    Units(List<Department> departments) {
        this.departments = departments;
        for (int i = 0; i < departments.size(); i++) {
            positions.put(departments.get(i).code(), i);
            note(i, Department::supervisedBy, supervised);
            note(i, Department::parent, parts);
        }
    }

    private void note(
            int position,
            Function<Department, Optional<DepartmentCode>> above,
            Map<DepartmentCode, List<Integer>> below) {
        above.apply(departments.get(position))
                .ifPresent(code ->
                        below.computeIfAbsent(code, c -> new ArrayList<>()).add(position));
    }

    List<Department> departments() {
        return departments;
    }

    @Nullable
    Department find(DepartmentCode code) {
        Integer position = positions.get(code);
        return position == null ? null : departments.get(position);
    }

    List<Department> subordinates(DepartmentCode code) {
        return below(code, supervised);
    }

    List<Department> under(DepartmentCode code) {
        return below(code, parts);
    }

    private List<Department> below(DepartmentCode code, Map<DepartmentCode, List<Integer>> direct) {
        BitSet found = new BitSet();
        Deque<DepartmentCode> ahead = new ArrayDeque<>(List.of(code));
        while (!ahead.isEmpty()) {
            for (int position : direct.getOrDefault(ahead.remove(), List.of())) {
                found.set(position); // a unit has one above it, so it is met once
                ahead.add(departments.get(position).code());
            }
        }
        return found.stream().mapToObj(departments::get).toList();
    }

    Optional<DepartmentCode> successor(DepartmentCode code, LocalDate day) {
        DepartmentCode current = code;
        Department department = find(current);
        while (department != null && !department.effective().includes(day)) {
            List<DepartmentCode> successors = department.successors();
            if (successors.isEmpty() || hasNotBegun(department, day)) {
                return Optional.empty();
            }
            if (successors.size() > 1) {
                return reunited(successors, day);
            }
            current = successors.get(0);
            department = find(current);
        }
        return Optional.of(current);
    }

    private static boolean hasNotBegun(Department department, LocalDate day) {
        return department.effective().from().filter(day::isBefore).isPresent();
    }

    /** The one in which everything that several successors did has come together; each has begun by that day. */
    private Optional<DepartmentCode> reunited(List<DepartmentCode> successors, LocalDate day) {
        Set<DepartmentCode> seen = new HashSet<>(successors);
        Set<DepartmentCode> existing = new HashSet<>();
        Deque<DepartmentCode> ahead = new ArrayDeque<>(successors);
        while (!ahead.isEmpty()) {
            DepartmentCode code = ahead.remove();
            Department department = Objects.requireNonNull(find(code), "a successor is a department");
            if (department.effective().includes(day)) {
                existing.add(code);
            } else if (department.successors().isEmpty()) {
                return Optional.empty(); // nobody does that part any more
            } else {
                department.successors().stream().filter(seen::add).forEach(ahead::add);
            }
        }
        return existing.size() == 1 ? Optional.of(existing.iterator().next()) : Optional.empty();
    }
}
