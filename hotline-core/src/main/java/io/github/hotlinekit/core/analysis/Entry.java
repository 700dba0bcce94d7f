package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.Rule;
import java.util.Optional;

/**
 * A part of a rule in the one order in which a set's rules are tried; the first whose box has a case decides it.
 *
 * @param rank its place in the order, from 0; negative for what no case can be
 * @param number the rule's place in the document, from 0
 * @param section the section's place, from 0
 * @param level how much it says, comparable within a section; zero where the order of the document decides
 * @param rule the rule; empty for what no case can be
 * @param box its cases
 */
record Entry(int rank, int number, int section, Level level, Optional<Rule> rule, Box box) {

    /** How much a part of a rule says of its cases; see the policy {@code mostSpecific}. */
    record Level(int category, int area, int others) {
        static final Level NONE = new Level(0, 0, 0);
    }

    Rule theRule() {
        return rule.orElseThrow();
    }
}
