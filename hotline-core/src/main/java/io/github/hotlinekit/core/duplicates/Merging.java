package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.privacy.FreeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets cases follow a master (并单) and part again (撤销并单), on both sides at once. A merge is a forest of
 * depth 1: a master follows no other, since whoever follows a case that is merged is moved on to the new master.
 * Every case keeps its timeline and the instant of its receipt; what happened to it is added. Nothing is
 * decided here but which acts belong together: the {@link CaseLifecycle} decides each, and where it refuses
 * one, none is done.
 */
public final class Merging {

    private Merging() {}

    /**
     * Lets a case follow a master. The follower gets {@link CaseEvent.Merged} and the master {@link
     * CaseEvent.FollowerAdded}. Where others follow the follower, they are removed there ({@link
     * CaseEvent.FollowerRemoved}) and merged with the master in the same way; where the follower follows another
     * master already, it is removed there. Linear in the number of followers times the lengths of the timelines.
     *
     * @param lifecycle the rules
     * @param follower the case that is to follow
     * @param tied the cases that follow the follower, and the master it follows so far; others are not looked at
     * @param master the case that is to be followed; open, and as confidential as all that come to follow it
     * @param evidence why they are on one matter; written to every case that comes to follow the master
     * @param context who wants it, and when; its own master is not looked at
     * @return what happened to each; or the rule that stands against it; or the ties that were not given
     * @throws IllegalArgumentException if a case is given twice
     */
    public static MergeDecision merge(
            CaseLifecycle lifecycle,
            Case follower,
            Collection<Case> tied,
            Case master,
            FreeText evidence,
            CommandContext context) {
        Objects.requireNonNull(evidence, "evidence");
        Map<CaseNumber, Case> cases = new LinkedHashMap<>();
        cases.put(follower.number(), follower);
        cases.put(master.number(), master);
        for (Case other : tied) {
            if (cases.put(other.number(), other) != null) {
                throw new IllegalArgumentException("cases must be given once, but " + other.number() + " was twice");
            }
        }
        Optional<CaseNumber> former = follower.master().filter(m -> !m.equals(master.number()));
        List<CaseNumber> missing = new ArrayList<>();
        former.filter(m -> !hasFollower(cases.get(m), follower)).ifPresent(missing::add);
        follower.followers().stream()
                .filter(f -> !follows(cases.get(f), follower))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            return new MergeDecision.Incomplete(missing);
        }
        List<Step> steps = new ArrayList<>();
        follower.followers().forEach(f -> steps.add(new Step(follower.number(), new CaseCommand.RemoveFollower(f))));
        steps.addAll(steps(follower.number(), master.number(), evidence));
        former.ifPresent(m -> steps.add(new Step(m, new CaseCommand.RemoveFollower(follower.number()))));
        follower.followers().forEach(f -> steps.addAll(steps(f, master.number(), evidence)));
        return decide(lifecycle, cases, steps, context);
    }

    private static List<Step> steps(CaseNumber follower, CaseNumber master, FreeText evidence) {
        return List.of(
                new Step(follower, new CaseCommand.Merge(master, evidence)),
                new Step(master, new CaseCommand.AddFollower(follower)));
    }

    /**
     * Takes a case out of the master it follows. The follower gets {@link CaseEvent.Unmerged} and waits for triage
     * again, with the category and the last lead it had; the master gets {@link CaseEvent.FollowerRemoved}. A
     * case of which a source says only that it was merged, and not with which, is parted by the lifecycle alone.
     *
     * @param lifecycle the rules
     * @param follower the case that follows
     * @param master the case that it follows
     * @param reason why they part
     * @param context who wants it, and when
     * @return what happened to each; or the rule that stands against it; or the master, where another was given
     */
    public static MergeDecision unmerge(
            CaseLifecycle lifecycle, Case follower, Case master, FreeText reason, CommandContext context) {
        Objects.requireNonNull(reason, "reason");
        Optional<CaseNumber> other = follower.master().filter(m -> !m.equals(master.number()));
        if (other.isPresent()) {
            return new MergeDecision.Incomplete(List.of(other.get()));
        }
        Map<CaseNumber, Case> cases = new LinkedHashMap<>();
        cases.put(master.number(), master);
        cases.put(follower.number(), follower);
        return decide(
                lifecycle,
                cases,
                List.of(
                        new Step(follower.number(), new CaseCommand.Unmerge(reason)),
                        new Step(master.number(), new CaseCommand.RemoveFollower(follower.number()))),
                context);
    }

    private static boolean hasFollower(@Nullable Case master, Case follower) {
        return master != null && master.followers().contains(follower.number());
    }

    private static boolean follows(@Nullable Case follower, Case master) {
        return follower != null && follower.master().equals(Optional.of(master.number()));
    }

    /** An act on one of the cases. */
    private record Step(CaseNumber subject, CaseCommand command) {}

    private static MergeDecision decide(
            CaseLifecycle lifecycle, Map<CaseNumber, Case> cases, List<Step> steps, CommandContext context) {
        Map<CaseNumber, Case> now = new LinkedHashMap<>(cases);
        Map<CaseNumber, List<CaseEvent>> events = new LinkedHashMap<>();
        for (Step step : steps) {
            Case subject = known(now, step.subject());
            CommandContext told = step.command() instanceof CaseCommand.Merge merge
                    ? context.withMaster(known(now, merge.master()))
                    : context;
            Decision decision = lifecycle.decide(subject, step.command(), told);
            if (decision instanceof Decision.Refused refused) {
                return new MergeDecision.Refused(step.subject(), refused);
            }
            Decision.Accepted accepted = (Decision.Accepted) decision;
            now.put(step.subject(), accepted.result());
            events.computeIfAbsent(step.subject(), n -> new ArrayList<>()).addAll(accepted.events());
        }
        List<Decision.Accepted> changes = new ArrayList<>();
        events.forEach((number, list) -> changes.add(new Decision.Accepted(list, known(now, number))));
        return new MergeDecision.Accepted(changes);
    }

    private static Case known(Map<CaseNumber, Case> cases, CaseNumber number) {
        return Objects.requireNonNull(cases.get(number), "case");
    }
}
