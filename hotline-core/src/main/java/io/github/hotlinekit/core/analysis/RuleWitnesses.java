package io.github.hotlinekit.core.analysis;

import java.util.List;

/**
 * Cases that rules decide.
 *
 * @param found one for each rule that decides any, in the order of the document
 * @param undecided the ids of the rules for which the budget did not do
 */
public record RuleWitnesses(List<RuleWitness> found, List<String> undecided) {

    /** Copies the parts. */
    public RuleWitnesses {
        found = List.copyOf(found);
        undecided = List.copyOf(undecided);
    }
}
