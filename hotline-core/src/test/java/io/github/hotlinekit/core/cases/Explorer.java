package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.testkit.Wish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Explores breadth-first what a lifecycle allows, with cases that only differ in trifles taken for the same. */
final class Explorer {

    /** Acts that wait for a citizen's wish, a chance or a source, and so are no way out to count on. */
    static final Set<Act> CHANCES =
            Set.of(Act.WITHDRAW, Act.MERGE, Act.END, Act.REFER_EMERGENCY, Act.REFER_STATUTORY, Act.WAIVE_CALLBACK);

    private final CaseLifecycle lifecycle;
    private final Function<Case, Collection<Wish>> alphabet;
    private final int bound;

    private final Map<Signature, Integer> known = new HashMap<>();
    private final List<int[]> sureEdges = new ArrayList<>();
    private final BitSet open = new BitSet();
    private final Deque<Case> frontier = new ArrayDeque<>();
    private final Map<LifecycleRule, Long> refusals = new EnumMap<>(LifecycleRule.class);
    private long accepted;
    private long transitions;

    Explorer(CaseLifecycle lifecycle, Function<Case, Collection<Wish>> alphabet, int bound) {
        this.lifecycle = lifecycle;
        this.alphabet = alphabet;
        this.bound = bound;
    }

    /** Explores until as many states were looked into as the bound says, or there are no more. */
    void explore(Collection<Case> starts, Consumer<Case> invariants) {
        for (Case start : starts) {
            add(start, invariants);
        }
        int looked = 0;
        while (!frontier.isEmpty() && looked < bound) {
            Case subject = frontier.remove();
            looked++;
            Set<Integer> sure = new HashSet<>();
            Set<Integer> any = new HashSet<>();
            for (Wish wish : alphabet.apply(subject)) {
                Decision decision = wish.decide(lifecycle, subject);
                if (decision instanceof Decision.Accepted yes) {
                    accepted++;
                    int next = add(yes.result(), invariants);
                    any.add(next);
                    if (!CHANCES.contains(wish.command().act())) {
                        sure.add(next);
                    }
                } else if (decision instanceof Decision.Refused no) {
                    refusals.merge(no.rule(), 1L, Long::sum);
                }
            }
            transitions += any.size();
            sureEdges.add(sure.stream().mapToInt(i -> i).toArray());
        }
    }

    private int add(Case subject, Consumer<Case> invariants) {
        Signature signature = Signature.of(subject);
        Integer id = known.get(signature);
        if (id == null) {
            id = known.size();
            known.put(signature, id);
            open.set(id, subject.state().isOpen());
            frontier.add(subject);
            invariants.accept(subject);
        }
        return id;
    }

    /** How many of the states looked into reach no end by sure acts, counting those not looked into as ends. */
    int stuck() {
        BitSet ends = new BitSet();
        ends.set(0, known.size());
        ends.andNot(open);
        ends.set(sureEdges.size(), known.size());
        boolean more = true;
        while (more) {
            more = false;
            for (int i = sureEdges.size() - 1; i >= 0; i--) {
                if (!ends.get(i)) {
                    for (int next : sureEdges.get(i)) {
                        if (ends.get(next)) {
                            ends.set(i);
                            more = true;
                            break;
                        }
                    }
                }
            }
        }
        return sureEdges.size() - ends.get(0, sureEdges.size()).cardinality();
    }

    /** Whether an end can be reached from a case by sure acts, looked for breadth-first. */
    boolean reachesAnEnd(Case start) {
        Set<Signature> seen = new HashSet<>(Set.of(Signature.of(start)));
        Deque<Case> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty() && seen.size() < 20_000) {
            Case subject = queue.remove();
            if (!subject.state().isOpen()) {
                return true;
            }
            for (Wish wish : alphabet.apply(subject)) {
                if (!CHANCES.contains(wish.command().act())
                        && wish.decide(lifecycle, subject) instanceof Decision.Accepted yes
                        && seen.add(Signature.of(yes.result()))) {
                    queue.add(yes.result());
                }
            }
        }
        return false;
    }

    /** The cases that were found and not looked into. */
    Collection<Case> frontier() {
        return frontier;
    }

    int states() {
        return known.size();
    }

    int lookedInto() {
        return sureEdges.size();
    }

    String counts() {
        long refused = refusals.values().stream().mapToLong(l -> l).sum();
        return String.format(
                Locale.ROOT,
                "%,d abstract states, %,d of them looked into, %,d transitions, %,d commands accepted, %,d refused by"
                        + " %d rules: %s",
                states(),
                lookedInto(),
                transitions,
                accepted,
                refused,
                refusals.size(),
                refusals);
    }

    Map<LifecycleRule, Long> refusals() {
        return refusals;
    }
}
