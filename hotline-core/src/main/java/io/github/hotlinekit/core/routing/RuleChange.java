package io.github.hotlinekit.core.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day on which rules of a set begin or end. Between two such days the set's decisions change only where the directory
 * or the taxonomy does.
 *
 * @param day the day, in the set's zone; it begins at 00:00
 * @param beginning the ids of the rules of which this is the first day in force, as in the document
 * @param ending the ids of the rules of which this is the first day no longer in force, as in the document
 */
public record RuleChange(LocalDate day, List<String> beginning, List<String> ending) {

    /** Copies the lists. */
    public RuleChange {
        Objects.requireNonNull(day, "day");
        beginning = List.copyOf(Objects.requireNonNull(beginning, "beginning"));
        ending = List.copyOf(Objects.requireNonNull(ending, "ending"));
    }

    static List<RuleChange> of(RuleSet ruleSet) {
        SortedMap<LocalDate, RuleChange> changes = new TreeMap<>();
        SortedMap<LocalDate, List<String>> beginning = new TreeMap<>();
        SortedMap<LocalDate, List<String>> ending = new TreeMap<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            for (Rule rule : section.rules()) {
                rule.effective()
                        .from()
                        .ifPresent(day -> beginning
                                .computeIfAbsent(day, d -> new ArrayList<>())
                                .add(rule.id()));
                rule.effective()
                        .toExclusive()
                        .ifPresent(day -> ending.computeIfAbsent(day, d -> new ArrayList<>())
                                .add(rule.id()));
            }
        }
        beginning.forEach((day, ids) ->
                changes.put(day, new RuleChange(day, ids, ending.getOrDefault(day, List.of()))));
        ending.forEach((day, ids) -> changes.putIfAbsent(day, new RuleChange(day, List.of(), ids)));
        return List.copyOf(changes.values());
    }
}
