package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.routing.RuleSet;
import java.util.List;

/** A loop over the rows, without an engine. */
final class WalkPeer implements RoutingPeer {

    private final List<PeerRow> rows;

    WalkPeer(RuleSet rules) {
        rows = rules.sections().get(0).rules().stream().map(PeerRow::of).toList();
    }

    @Override
    public PeerAnswer decide(PeerCase subject) {
        for (PeerRow row : rows) {
            if (row.matches(subject.facts())) {
                return row.answer;
            }
        }
        throw new IllegalStateException("the last row is for every case");
    }
}
