package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The departments that the targets of a rule set mean where no day changes it: found once instead of for every case.
 * Immutable.
 */
final class LastingTargets {

    /** No more steps than this are spent on finding out beforehand who is in charge of which area. */
    private static final long MAX_STEPS = 20_000_000;

    private final RuleSet ruleSet;
    private final CodeNodes<AreaCode> areas;
    /** The departments that exist on every day on which the set is in force. */
    private final Set<DepartmentCode> lasting;
    /** By jurisdiction and the area's place in the directory: the only department in charge, if it is so on every day. */
    private final Map<Target.Jurisdiction, List<Optional<DepartmentCode>>> inCharge;

    /**
     * What targets mean.
     *
     * @param areas the nodes of the directory's areas
     */
    LastingTargets(RuleSet ruleSet, Directory directory, CodeNodes<AreaCode> areas) {
        this.ruleSet = ruleSet;
        this.areas = areas;
        this.lasting = lasting(directory);
        this.inCharge = inCharge(directory);
    }

    private Set<DepartmentCode> lasting(Directory directory) {
        Set<DepartmentCode> codes = new HashSet<>();
        for (Department department : directory.departments()) {
            if (department.effective().encloses(ruleSet.effective())) {
                codes.add(department.code());
            }
        }
        return codes;
    }

    private Map<Target.Jurisdiction, List<Optional<DepartmentCode>>> inCharge(Directory directory) {
        Set<Target.Jurisdiction> asked = new LinkedHashSet<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            for (Rule rule : section.rules()) {
                for (Target target : CompiledRules.targets(rule.then())) {
                    if (target instanceof Target.Jurisdiction jurisdiction) {
                        asked.add(jurisdiction);
                    }
                }
            }
        }
        Set<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.MIN);
        for (Department department : directory.departments()) {
            department.effective().from().ifPresent(days::add);
            department.effective().toExclusive().ifPresent(days::add);
        }
        Map<Target.Jurisdiction, List<Optional<DepartmentCode>>> found = new HashMap<>();
        long steps = 0;
        for (Target.Jurisdiction jurisdiction : asked) {
            long each = jurisdiction.function().isPresent()
                    ? 1 + directory.departments().size()
                    : 1;
            steps += each * days.size() * directory.areas().size();
            if (steps > MAX_STEPS) {
                break;
            }
            List<Optional<DepartmentCode>> byArea = new ArrayList<>();
            for (Area area : directory.areas()) {
                byArea.add(always(directory, area.code(), jurisdiction, days));
            }
            found.put(jurisdiction, List.copyOf(byArea));
        }
        return Map.copyOf(found);
    }

    private static Optional<DepartmentCode> always(
            Directory directory, AreaCode area, Target.Jurisdiction jurisdiction, Set<LocalDate> days) {
        Optional<DepartmentCode> same = Optional.empty();
        for (LocalDate day : days) {
            List<DepartmentCode> codes = directory.inCharge(area, jurisdiction.level(), jurisdiction.function(), day);
            if (codes.size() != 1 || (same.isPresent() && !same.get().equals(codes.get(0)))) {
                return Optional.empty();
            }
            same = same.isPresent() ? same : Optional.of(codes.get(0));
        }
        return same;
    }

    /** Whether a target is one department in every case, on every day on which the set is in force. */
    boolean isFixed(Target target) {
        return target instanceof Target.Department named && lasting.contains(named.code());
    }

    /** The department, if it is one on every day; null if the definition must say. */
    @Nullable
    DepartmentCode of(Target target, RoutingFacts facts) {
        if (target instanceof Target.Department named) {
            return lasting.contains(named.code()) ? named.code() : null;
        }
        List<Optional<DepartmentCode>> byArea = inCharge.get(target);
        if (byArea == null || facts.area().isEmpty()) {
            return null;
        }
        int place = areas.place(facts.area().get());
        return areas.isKnown(place) ? byArea.get(place).orElse(null) : null;
    }
}
