package io.github.hotlinekit.core.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The areas of a directory by what contains them, and who answers for each. */
final class AreaTree {

    private static final int[] NOBODY = {};

    private final Units units;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Integer> levelWidths = new LinkedHashMap<>();
    private final int[] widthsDescending;
    /** By function, the positions of the departments that have it, ascending. */
    private final Map<String, int[]> byFunction;

    /** An area of the directory. */
    private static final class Node {
        final Area area;
        /** The area around it. */
        final @Nullable Node parent;
        /** The areas around it, nearest first. */
        final List<Area> above;
        /** The department that it or the nearest area around it names. */
        final Optional<DepartmentCode> department;
        /** The positions of the departments that name it as theirs, ascending. */
        final int[] served;

        Node(Area area, @Nullable Node parent, int[] served) {
            this.area = area;
            this.parent = parent;
            this.served = served;
            if (parent == null) {
                this.above = List.of();
                this.department = area.department();
            } else {
                List<Area> around = new ArrayList<>(parent.above);
                around.add(0, parent.area);
                this.above = List.copyOf(around);
                this.department = area.department().or(() -> parent.department);
            }
        }
    }

    AreaTree(List<Area> areas, Units units) {
        this.units = units;
        Map<AreaCode, List<Integer>> served = new HashMap<>();
        Map<String, List<Integer>> functions = new HashMap<>();
        List<Department> departments = units.departments();
        for (int i = 0; i < departments.size(); i++) {
            for (AreaCode area : departments.get(i).areas()) {
                served.computeIfAbsent(area, a -> new ArrayList<>()).add(i);
            }
            for (String function : departments.get(i).functions()) {
                functions.computeIfAbsent(function, f -> new ArrayList<>()).add(i);
            }
        }
        this.byFunction = new HashMap<>();
        functions.forEach((function, positions) -> byFunction.put(function, array(positions)));
        List<Area> outerFirst = new ArrayList<>(areas);
        outerFirst.sort(Comparator.comparingInt(a -> a.code().value().length()));
        for (Area area : outerFirst) {
            levelWidths.putIfAbsent(area.level(), area.code().value().length());
            Node parent = area.parent().map(p -> nodes.get(p.value())).orElse(null);
            nodes.put(area.code().value(), new Node(area, parent, array(served.getOrDefault(area.code(), List.of()))));
        }
        this.widthsDescending = levelWidths.values().stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .mapToInt(width -> width)
                .toArray();
    }

    private static int[] array(Collection<Integer> positions) {
        return positions.stream().mapToInt(position -> position).toArray();
    }

    Map<String, Integer> levelWidths() {
        return Collections.unmodifiableMap(levelWidths);
    }

    Optional<Area> find(AreaCode code) {
        return Optional.ofNullable(nodes.get(code.value())).map(node -> node.area);
    }

    Optional<DepartmentCode> departmentOf(AreaCode code) {
        Node node = nearest(code);
        return node == null ? Optional.empty() : node.department;
    }

    List<Area> ancestors(AreaCode code) {
        Node node = nearest(code);
        if (node == null) {
            return List.of();
        }
        if (node.area.code().equals(code)) {
            return node.above;
        }
        List<Area> around = new ArrayList<>(node.above);
        around.add(0, node.area);
        return List.copyOf(around);
    }

    List<DepartmentCode> inCharge(AreaCode area, Optional<String> level, Optional<String> function, LocalDate day) {
        for (Node node = nearest(area); node != null; node = node.parent) {
            if (level.isPresent() && !level.get().equals(node.area.level())) {
                continue;
            }
            List<DepartmentCode> found = function.isPresent() ? doing(node, function.get(), day) : named(node, day);
            if (!found.isEmpty() || level.isPresent()) {
                return found;
            }
        }
        return List.of();
    }

    private List<DepartmentCode> named(Node node, LocalDate day) {
        return node.area
                .department()
                .flatMap(code -> units.successor(code, day))
                .map(List::of)
                .orElse(List.of());
    }

    private List<DepartmentCode> doing(Node node, String function, LocalDate day) {
        int[] doing = byFunction.getOrDefault(function, NOBODY);
        int[] served = node.served;
        int[] few = doing.length < served.length ? doing : served;
        int[] many = few == doing ? served : doing;
        List<DepartmentCode> found = List.of();
        for (int position : few) {
            if (Arrays.binarySearch(many, position) < 0) {
                continue;
            }
            Department department = units.departments().get(position);
            if (department.effective().includes(day)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.add(department.code());
            }
        }
        return List.copyOf(found);
    }

    /** The area itself or, if it is not known, the one with the longest code that it begins with. */
    private @Nullable Node nearest(AreaCode code) {
        String value = code.value();
        Node node = nodes.get(value);
        for (int width : widthsDescending) {
            if (node != null) {
                return node;
            }
            if (width < value.length()) {
                node = nodes.get(value.substring(0, width));
            }
        }
        return node;
    }
}
