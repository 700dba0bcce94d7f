package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.dmn.RoutingDmn;
import io.github.hotlinekit.core.dmn.Unsupported;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RuleSet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A decision table of some size and a stream of cases, the same ones for every engine that is measured on them. */
final class PeerTable {

    static final int CASES = 1_024;
    static final Instant AT = Instant.parse("2026-07-02T01:00:00Z");
    private static final long SEED = 12345;

    final RuleSet rules;
    final Router router;
    final List<PeerCase> cases;
    private final RoutingTables tables;

    private PeerTable(int size) {
        tables = RoutingTables.ofSeed(SEED);
        rules = tables.ruleSet(size, false);
        router = Router.of(rules, tables.taxonomy, tables.directory);
        cases = Stream.of(tables.facts(CASES, false)).map(PeerCase::of).toList();
    }

    static PeerTable ofSize(int size) {
        return new PeerTable(size);
    }

    /** The table as a document of DMN. */
    String dmn() {
        StringWriter out = new StringWriter();
        try {
            List<Unsupported> unsupported =
                    RoutingDmn.write(rules, AT.atZone(rules.zone()).toLocalDate(), tables.taxonomy, out);
            if (!unsupported.isEmpty()) {
                throw new IllegalStateException("DMN cannot say the table: " + unsupported);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** What the router says of a case. */
    PeerAnswer expected(PeerCase subject) {
        return PeerAnswer.of(router.route(subject.facts(), AT));
    }

    /**
     * Refuses an engine that does not do the same work.
     *
     * @param peer the engine
     * @param checked of how many cases it is asked
     * @throws IllegalStateException if it says of one of the first cases what the router does not say
     */
    void requireSame(RoutingPeer peer, int checked) {
        for (PeerCase subject : cases.subList(0, checked)) {
            PeerAnswer expected = expected(subject);
            PeerAnswer said = peer.decide(subject);
            if (!said.equals(expected)) {
                throw new IllegalStateException("of " + subject.inputs() + " the router says " + expected + ", but "
                        + peer.getClass().getSimpleName() + " " + said);
            }
        }
    }
}
