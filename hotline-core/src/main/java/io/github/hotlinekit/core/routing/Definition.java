package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The definition of routing, written for clarity: it tries every rule. The index of {@link Router} must decide as this
 * does, and find the rules that explanations speak of.
 */
final class Definition {

    private final RuleSet ruleSet;
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final boolean strict;
    /** Whether any rule asks for words. */
    private final boolean words;

    Definition(RuleSet ruleSet, Taxonomy taxonomy, Directory directory, boolean strict) {
        this.ruleSet = ruleSet;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.strict = strict;
        this.words = ruleSet.sections().stream()
                .flatMap(s -> s.rules().stream())
                .anyMatch(r -> !r.when().isAny(Cell.KEYWORDS));
    }

    /** A case on a day: its facts, a retired category forwarded, and what is to be noticed about them. */
    record Situation(RoutingFacts facts, LocalDate day, Set<Notice> notices, boolean inForce) {
        boolean isInForce(Rule rule) {
            return inForce && rule.effective().includes(day);
        }
    }

    Situation situation(RoutingFacts given, Instant at) {
        LocalDate day = WallClock.day(at, ruleSet.zone());
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        if (!ruleSet.effective().includes(day)) {
            notices.add(Notice.NOT_IN_FORCE);
            return new Situation(given, day, notices, false);
        }
        return new Situation(current(given, day, notices), day, notices, true);
    }

    RoutingDecision decide(RoutingFacts given, List<Objection> objections, Instant at) {
        Situation situation = situation(given, at);
        List<List<Rule>> matching = ruleSet.sections().stream()
                .map(section -> section.rules().stream()
                        .filter(rule -> matches(rule, situation.facts(), situation.day()))
                        .toList())
                .toList();
        return decide(situation, objections, matching);
    }

    /**
     * The decision.
     *
     * @param matching by section, the rules in force that match, in the order of the document
     */
    RoutingDecision decide(Situation situation, List<Objection> objections, List<List<Rule>> matching) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        notices.addAll(situation.notices());
        if (!situation.inForce()) {
            return undecided(new Outcome.Triage(Outcome.NOT_IN_FORCE), notices);
        }
        if (strict && (notices.contains(Notice.UNKNOWN_CATEGORY) || notices.contains(Notice.UNKNOWN_AREA))) {
            return undecided(new Outcome.Triage(Outcome.UNKNOWN_CODE), notices);
        }
        ReturnPolicy onReturn = ruleSet.onReturn();
        if (!objections.isEmpty()
                && (onReturn.next() == ReturnPolicy.Next.TRIAGE || objections.size() >= onReturn.maxReturns())) {
            return undecided(onReturn.then(), notices);
        }
        Set<DepartmentCode> relieved =
                objections.stream().map(Objection::department).collect(Collectors.toSet());
        for (int i = 0; i < matching.size(); i++) {
            RuleSet.Section section = ruleSet.sections().get(i);
            Optional<RoutingDecision> decision = section.policy() == SectionPolicy.COLLECT
                    ? Optional.empty()
                    : decide(section, situation, relieved, notices, matching, matching.get(i));
            if (decision.isPresent()) {
                boolean handedBack = !objections.isEmpty() && decision.get().outcome() instanceof Outcome.Triage;
                return handedBack ? undecided(onReturn.then(), notices) : decision.get();
            }
        }
        return undecided(objections.isEmpty() ? new Outcome.Triage(Outcome.UNROUTED) : onReturn.then(), notices);
    }

    /** The facts with a retired category forwarded. */
    RoutingFacts current(RoutingFacts facts, LocalDate day, Set<Notice> notices) {
        if (facts.area().isPresent() && directory.find(facts.area().get()).isEmpty()) {
            notices.add(Notice.UNKNOWN_AREA);
        }
        if (words && facts.text().filter(CaseText::isCut).isPresent()) {
            notices.add(Notice.TEXT_CUT);
        }
        if (facts.category().isEmpty()) {
            return facts;
        }
        CategoryCode filed = facts.category().get();
        if (taxonomy.find(filed).isEmpty()) {
            notices.add(Notice.UNKNOWN_CATEGORY);
            return facts;
        }
        List<CategoryCode> now = taxonomy.forward(filed, day);
        if (now.size() > 1) {
            notices.add(Notice.CATEGORY_SPLIT);
            return facts;
        }
        if (!now.get(0).equals(filed)) {
            notices.add(Notice.CATEGORY_SUCCEEDED);
        }
        return facts.withCategory(now.get(0));
    }

    private record Candidate(Rule rule, Carried carried, Specificity specificity) {}

    private Optional<RoutingDecision> decide(
            RuleSet.Section section,
            Situation situation,
            Set<DepartmentCode> relieved,
            Set<Notice> notices,
            List<List<Rule>> matching,
            List<Rule> own) {
        RoutingFacts facts = situation.facts();
        LocalDate day = situation.day();
        List<Candidate> candidates = new ArrayList<>();
        for (Rule rule : own) {
            Carried carried = carryOut(rule.then(), facts, day, relieved);
            if (!leadIsRelieved(carried, relieved)) {
                candidates.add(new Candidate(rule, carried, ReferenceMatcher.specificity(rule.when(), facts)));
            }
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate winner = section.policy() == SectionPolicy.MOST_SPECIFIC
                ? candidates.stream()
                        .sorted(Comparator.comparing(Candidate::specificity).reversed())
                        .findFirst()
                        .orElseThrow()
                : candidates.get(0);
        if (candidates.stream().anyMatch(c -> rivals(section.policy(), winner, c))) {
            notices.add(Notice.AMBIGUOUS);
        }
        if (winner.carried().succeeded()) {
            notices.add(Notice.DEPARTMENT_SUCCEEDED);
        }
        Outcome outcome = winner.carried().outcome();
        List<String> collected = new ArrayList<>();
        if (outcome instanceof Outcome.Dispatch dispatch) {
            List<Rule> collecting = matching.stream()
                    .flatMap(List::stream)
                    .filter(r -> r.then() instanceof Directive.Assist)
                    .toList();
            outcome = collect(dispatch, collecting, facts, day, relieved, collected, notices);
        }
        return Optional.of(new RoutingDecision(
                outcome,
                Optional.of(winner.rule().id()),
                Optional.of(section.id()),
                collected,
                notices,
                ruleSet.identity()));
    }

    static boolean leadIsRelieved(Carried carried, Set<DepartmentCode> relieved) {
        return carried.outcome() instanceof Outcome.Dispatch dispatch && relieved.contains(dispatch.lead());
    }

    private static boolean rivals(SectionPolicy policy, Candidate winner, Candidate other) {
        boolean equallyGood = policy == SectionPolicy.UNIQUE
                || (policy == SectionPolicy.MOST_SPECIFIC && other.specificity().equals(winner.specificity()));
        return equallyGood && !other.carried().outcome().equals(winner.carried().outcome());
    }

    /** The rules that an explanation speaks of. */
    Candidates candidates(Situation situation, Nearness nearness) {
        RoutingFacts facts = situation.facts();
        Optional<LocalDateTime> received = facts.receivedAt().map(t -> WallClock.time(t, ruleSet.zone()));
        List<List<Rule>> matching = new ArrayList<>();
        List<Rule> notInForce = new ArrayList<>();
        List<Rule> near = new ArrayList<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            List<Rule> own = new ArrayList<>();
            for (Rule rule : section.rules()) {
                boolean inForce = situation.isInForce(rule);
                if (ReferenceMatcher.matches(rule.when(), facts, ruleSet.zone())) {
                    (inForce ? own : notInForce).add(rule);
                } else if (inForce && nearness.nearlyHolds(rule.when(), facts, received)) {
                    near.add(rule);
                }
            }
            matching.add(own);
        }
        near.sort(Comparator.comparingInt((Rule r) -> ReferenceMatcher.filledCells(r.when()))
                .reversed());
        List<Rule> first = near.subList(0, Math.min(near.size(), RoutingExplanation.MAX_LISTED));
        return new Candidates(matching, notInForce, first, near.size());
    }

    /** All rules that match, sections in order, the rules of each as they would decide. */
    List<Rule> matching(RoutingFacts given, Instant at) {
        Situation situation = situation(given, at);
        List<Rule> matching = new ArrayList<>();
        for (RuleSet.Section section : situation.inForce() ? ruleSet.sections() : List.<RuleSet.Section>of()) {
            List<Rule> own = new ArrayList<>(section.rules());
            own.removeIf(r -> !matches(r, situation.facts(), situation.day()));
            matching.addAll(inOrder(section, own, situation.facts()));
        }
        return matching;
    }

    /** Matching rules of a section in the order in which they would decide. */
    static List<Rule> inOrder(RuleSet.Section section, List<Rule> matching, RoutingFacts facts) {
        List<Rule> ordered = new ArrayList<>(matching);
        if (section.policy() == SectionPolicy.MOST_SPECIFIC) {
            ordered.sort(Comparator.<Rule, Specificity>comparing(r -> ReferenceMatcher.specificity(r.when(), facts))
                    .reversed());
        }
        return ordered;
    }

    boolean matches(Rule rule, RoutingFacts facts, LocalDate day) {
        return rule.effective().includes(day) && ReferenceMatcher.matches(rule.when(), facts, ruleSet.zone());
    }

    /** What the matching rules that collect make of a dispatch. */
    Outcome collect(
            Outcome.Dispatch dispatch,
            List<Rule> collecting,
            RoutingFacts facts,
            LocalDate day,
            Set<DepartmentCode> relieved,
            List<String> collected,
            Set<Notice> notices) {
        List<DepartmentCode> assisting = new ArrayList<>(dispatch.assisting());
        for (Rule rule : collecting) {
            boolean added = false;
            for (Target target : CompiledRules.targets(rule.then())) {
                Resolved resolved = resolve(target, facts, day);
                if (resolved.departments().size() == 1) {
                    DepartmentCode code = resolved.departments().get(0);
                    if (!code.equals(dispatch.lead()) && !relieved.contains(code) && !assisting.contains(code)) {
                        assisting.add(code);
                        added = true;
                        if (resolved.succeeded()) {
                            notices.add(Notice.DEPARTMENT_SUCCEEDED);
                        }
                    }
                }
            }
            if (added) {
                collected.add(rule.id());
            }
        }
        return new Outcome.Dispatch(dispatch.lead(), assisting);
    }

    /** What a directive comes to for a case, and whether a successor stands in for an abolished department. */
    record Carried(Outcome outcome, boolean succeeded) {}

    Carried carryOut(Directive directive, RoutingFacts facts, LocalDate day, Set<DepartmentCode> relieved) {
        if (directive instanceof Outcome outcome) {
            return new Carried(outcome, false);
        }
        if (!(directive instanceof Directive.Assign assign)) {
            throw new IllegalStateException("a rule that only assists cannot decide: " + directive);
        }
        Resolved lead = resolve(assign.lead(), facts, day);
        if (lead.departments().size() != 1) {
            return new Carried(new Outcome.Triage(lead.fault()), false);
        }
        DepartmentCode leading = lead.departments().get(0);
        boolean succeeded = lead.succeeded();
        List<DepartmentCode> assisting = new ArrayList<>();
        for (Target target : assign.assisting()) {
            Resolved resolved = resolve(target, facts, day);
            if (resolved.departments().size() == 1) {
                DepartmentCode code = resolved.departments().get(0);
                if (!code.equals(leading) && !relieved.contains(code) && !assisting.contains(code)) {
                    assisting.add(code);
                    succeeded |= resolved.succeeded();
                }
            }
        }
        return new Carried(new Outcome.Dispatch(leading, assisting), succeeded);
    }

    /**
     * Whom a target means.
     *
     * @param departments those it may mean; exactly one if all is well
     * @param fault the reason for triage if it is not one
     */
    private record Resolved(List<DepartmentCode> departments, boolean succeeded, String fault) {}

    private Resolved resolve(Target target, RoutingFacts facts, LocalDate day) {
        if (target instanceof Target.Department named) {
            Optional<DepartmentCode> today = directory.successor(named.code(), day);
            return new Resolved(
                    today.map(List::of).orElse(List.of()),
                    today.filter(d -> !d.equals(named.code())).isPresent(),
                    Outcome.DEPARTMENT_ABOLISHED);
        }
        Target.Jurisdiction jurisdiction = (Target.Jurisdiction) target;
        List<DepartmentCode> inCharge = facts.area()
                .map(area -> directory.inCharge(area, jurisdiction.level(), jurisdiction.function(), day))
                .orElse(List.of());
        return new Resolved(
                inCharge, false, inCharge.isEmpty() ? Outcome.NO_JURISDICTION : Outcome.SEVERAL_JURISDICTIONS);
    }

    private RoutingDecision undecided(Outcome.Triage triage, Set<Notice> notices) {
        return new RoutingDecision(triage, Optional.empty(), Optional.empty(), List.of(), notices, ruleSet.identity());
    }
}
