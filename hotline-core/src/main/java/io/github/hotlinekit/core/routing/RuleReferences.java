package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what rules name is there. */
final class RuleReferences {

    static final int MAX_LISTED = 20;

    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Set<String> levels;
    private final Set<String> functions;

    RuleReferences(Taxonomy taxonomy, Directory directory) {
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.levels = directory.areas().stream().map(Area::level).collect(Collectors.toSet());
        this.functions = directory.departments().stream()
                .flatMap(d -> d.functions().stream())
                .collect(Collectors.toSet());
    }

    /** Throws an exception that lists what is not there, if anything is not. */
    void require(RuleSet ruleSet) {
        List<String> faults = new ArrayList<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            for (Rule rule : section.rules()) {
                addFaults(rule, faults);
            }
        }
        if (!faults.isEmpty()) {
            int more = faults.size() - MAX_LISTED;
            throw new IllegalArgumentException("rule set " + ruleSet.identity() + " names what is not there: "
                    + String.join("; ", faults.subList(0, Math.min(faults.size(), MAX_LISTED)))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
    }

    private void addFaults(Rule rule, List<String> faults) {
        String at = "rule " + rule.id() + ": ";
        rule.when().categories().stream()
                .filter(c -> taxonomy.find(c).isEmpty())
                .forEach(c -> faults.add(at + "category " + c + " is not in " + taxonomy.identity()));
        rule.when().areas().stream()
                .filter(a -> directory.find(a).isEmpty())
                .forEach(a -> faults.add(at + "area " + a + " is not in " + directory.identity()));
        CompiledRules.targets(rule.then()).forEach(target -> addFaults(at, target, faults));
    }

    private void addFaults(String at, Target target, List<String> faults) {
        if (target instanceof Target.Department named) {
            Optional<Department> department = directory.find(named.code());
            if (department.isEmpty()) {
                faults.add(at + "department " + named.code() + " is not in " + directory.identity());
            } else if (department.get().isPlaceholder()) {
                faults.add(at + "department " + named.code() + " is a placeholder");
            }
        } else if (target instanceof Target.Jurisdiction jurisdiction) {
            jurisdiction
                    .level()
                    .filter(l -> !levels.contains(l))
                    .ifPresent(l -> faults.add(at + "no area is of level " + l));
            jurisdiction
                    .function()
                    .filter(f -> !functions.contains(f))
                    .ifPresent(f -> faults.add(at + "no department has the function " + f));
        }
    }
}
