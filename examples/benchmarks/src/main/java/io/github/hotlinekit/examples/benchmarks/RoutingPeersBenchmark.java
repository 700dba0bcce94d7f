package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.routing.RoutingDecision;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A decision by a table of which the first row that matches decides, by this SDK, by a loop, by Easy Rules and by two
 * engines of DMN. All have the same rows, which ask for category, area, kind and channel, and the same 1,024 cases in
 * turn, each case in the form that its engine takes. Before anything is measured, each engine must say of the first 256
 * cases which rule decides, who leads and who assists as the router does, or nothing is.
 *
 * <p>What is not the same: the loop and Easy Rules run Java that a programmer would have to write, rule by rule, and
 * Easy Rules is given one object a rule. The engines of DMN get the document that this SDK writes, evaluate expressions
 * of FEEL over texts, and pass three more inputs of which no row asks anything. The router also looks at the day, at
 * retired categories and at unknown codes, of which there are none here. Nobody explains: no listener is set, no
 * explanation asked for. How long the tables take to load is not in it. All run on one thread.
 *
 * <p>Camunda has no table of 10,000 rules unless JMH is told {@code -p rules=10000}: on a busy machine a decision took it
 * about a second, and it is asked for 256 before it is measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class RoutingPeersBenchmark {

    /** An engine that has loaded the table and the cases, and whose turn it is. */
    abstract static class Asked {
        /** Of how many cases the engine is asked before it is measured. */
        int checked = 256;

        private PeerTable table;
        private RoutingPeer peer;
        private int turn;

        void load(int rules, Function<PeerTable, RoutingPeer> loader) {
            table = PeerTable.ofSize(rules);
            peer = loader.apply(table);
            table.requireSame(peer, checked);
        }

        private PeerCase next() {
            turn = (turn + 1) & (PeerTable.CASES - 1);
            return table.cases.get(turn);
        }

        PeerAnswer decideNext() {
            return peer.decide(next());
        }

        RoutingDecision routeNext() {
            return table.router.route(next().facts(), PeerTable.AT);
        }
    }

    /** This SDK's router. */
    @State(Scope.Benchmark)
    public static class Hotline extends Asked {

        /** How many rules. */
        @Param({"1000", "10000", "100000"})
        public int rules;

        /** Loads the table. Checked against a loop, since it is what others are checked against. */
        @Setup
        public void setUp() {
            load(rules, table -> new WalkPeer(table.rules));
        }
    }

    /** A loop. */
    @State(Scope.Benchmark)
    public static class Walk extends Asked {

        /** How many rules. */
        @Param({"1000", "10000"})
        public int rules;

        /** Loads the table. */
        @Setup
        public void setUp() {
            load(rules, table -> new WalkPeer(table.rules));
        }
    }

    /** Easy Rules. */
    @State(Scope.Benchmark)
    public static class EasyRules extends Asked {

        /** How many rules. */
        @Param({"1000", "10000"})
        public int rules;

        /** Loads the table. */
        @Setup
        public void setUp() {
            load(rules, table -> new EasyRulesPeer(table.rules));
        }
    }

    /** Drools. */
    @State(Scope.Benchmark)
    public static class Drools extends Asked {

        /** How many rules. */
        @Param({"1000", "10000"})
        public int rules;

        /** Loads the table. */
        @Setup
        public void setUp() {
            load(rules, table -> new DroolsPeer(table.dmn()));
        }
    }

    /** Camunda. */
    @State(Scope.Benchmark)
    public static class Camunda extends Asked {

        /** How many rules. */
        @Param("1000")
        public int rules;

        /** Loads the table. */
        @Setup
        public void setUp() {
            load(rules, table -> new CamundaPeer(table.dmn()));
        }
    }

    /** A decision, by this SDK. */
    @Benchmark
    public RoutingDecision routeHotline(Hotline hotline) {
        return hotline.routeNext();
    }

    /** A decision, by a loop. */
    @Benchmark
    public PeerAnswer routeWalk(Walk walk) {
        return walk.decideNext();
    }

    /** A decision, by Easy Rules. */
    @Benchmark
    public PeerAnswer routeEasyRules(EasyRules easyRules) {
        return easyRules.decideNext();
    }

    /** A decision, by Drools. */
    @Benchmark
    public PeerAnswer routeDrools(Drools drools) {
        return drools.decideNext();
    }

    /** A decision, by Camunda. */
    @Benchmark
    public PeerAnswer routeCamunda(Camunda camunda) {
        return camunda.decideNext();
    }
}
