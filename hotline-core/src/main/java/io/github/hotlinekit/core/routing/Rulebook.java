package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.document.Effective;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rule sets that follow each other in time, such as the versions of a dispatch catalogue: every case is decided by the
 * set of its day, so that yesterday's decisions can be made again. Immutable.
 */
public final class Rulebook {

    private final List<Router> routers;

    private Rulebook(List<Router> routers) {
        this.routers = routers;
    }

    /**
     * A rulebook.
     *
     * @param routers routers by the sets, in any order; each may have a taxonomy and a directory of its own
     * @return the rulebook
     * @throws IllegalArgumentException if there is none, their zones differ, or two sets are in force on one day
     */
    public static Rulebook of(List<Router> routers) {
        if (routers.isEmpty()) {
            throw new IllegalArgumentException("a rulebook must have at least one rule set");
        }
        List<Router> ordered = new ArrayList<>(routers);
        ordered.sort(Comparator.comparing(r -> r.ruleSet().effective().from().orElse(LocalDate.MIN)));
        for (int i = 1; i < ordered.size(); i++) {
            RuleSet before = ordered.get(i - 1).ruleSet();
            RuleSet after = ordered.get(i).ruleSet();
            if (!before.zone().equals(after.zone())) {
                throw new IllegalArgumentException("the sets of a rulebook must have one zone, but " + before.identity()
                        + " has " + before.zone() + " and " + after.identity() + " " + after.zone());
            }
            if (before.effective().overlaps(after.effective())) {
                throw new IllegalArgumentException("the sets of a rulebook must not overlap in time, but "
                        + before.identity() + " is in force " + before.effective() + " and " + after.identity() + " "
                        + after.effective());
            }
        }
        return new Rulebook(List.copyOf(ordered));
    }

    /**
     * The routers.
     *
     * @return an unmodifiable list in the order of their times
     */
    public List<Router> routers() {
        return routers;
    }

    /**
     * The times between two sets in which none is in force.
     *
     * @return the gaps, in order; none if each set begins on the day on which the one before it ends
     */
    public List<Effective> gaps() {
        List<Effective> gaps = new ArrayList<>();
        for (int i = 1; i < routers.size(); i++) {
            // Both are there, since the sets do not overlap.
            LocalDate end =
                    routers.get(i - 1).ruleSet().effective().toExclusive().orElseThrow();
            LocalDate next = routers.get(i).ruleSet().effective().from().orElseThrow();
            if (end.isBefore(next)) {
                gaps.add(Effective.between(end, next));
            }
        }
        return List.copyOf(gaps);
    }

    /**
     * The set in force.
     *
     * @param at the instant
     * @return the router by the set in force on that day in the sets' zone; empty if none is
     */
    public Optional<Router> inForce(Instant at) {
        Router router = latest(at);
        LocalDate day = WallClock.day(at, router.ruleSet().zone());
        return Optional.of(router).filter(r -> r.ruleSet().effective().includes(day));
    }

    /** The last set that has begun; the first one if none has. */
    private Router latest(Instant at) {
        LocalDate day = WallClock.day(
                Objects.requireNonNull(at, "at"), routers.get(0).ruleSet().zone());
        int low = 0;
        int high = routers.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            boolean begun = routers.get(middle)
                    .ruleSet()
                    .effective()
                    .from()
                    .filter(from -> from.isAfter(day))
                    .isEmpty();
            if (begun) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return routers.get(low);
    }

    /**
     * Says where a case goes by the set of the day.
     *
     * @param facts what is known of the case
     * @param at when it is decided
     * @return the decision; {@link Outcome#NOT_IN_FORCE} if no set is in force
     */
    public RoutingDecision route(RoutingFacts facts, Instant at) {
        return route(facts, List.of(), at);
    }

    /**
     * Says where a case goes by the set of the day that departments have objected to.
     *
     * @param facts what is known of the case
     * @param objections the departments that were relieved of it, in order
     * @param at when it is decided
     * @return the decision; {@link Outcome#NOT_IN_FORCE} if no set is in force
     */
    public RoutingDecision route(RoutingFacts facts, List<Objection> objections, Instant at) {
        return latest(at).route(facts, objections, at);
    }
}
