package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.text.WordIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A rule set made ready to decide quickly, as {@link Definition} does. The rules of all sections that decide stand in one
 * order of ranks, those of a {@link SectionPolicy#MOST_SPECIFIC} section by how many other cells they fill and then as in
 * the document, so that the first one found under a pair of nodes is the best of that pair. Where neither day nor area
 * can change what a rule comes to, its decision is made beforehand. Immutable.
 */
final class CompiledRules {

    private static final int NONE = RuleTable.NONE;

    private final RuleSet ruleSet;
    private final Taxonomy taxonomy;
    private final Definition definition;
    private final long from;
    private final long to;
    private final CodeNodes<CategoryCode> categories;
    private final CodeNodes<AreaCode> areas;
    /** By the places of the taxonomy's categories: the first day on which each is retired. */
    private final long[] retired;

    private final WordIndex words;
    private final boolean timed;
    private final RuleTable deciding;
    private final RuleTable collecting;
    private final Ranked[] ranked;
    private final Span[] spans;
    private final CandidateIndex candidates;
    private final LastingTargets targets;
    private final RoutingDecision notInForce;
    private final RoutingDecision unrouted;

    /**
     * A section that decides.
     *
     * @param from the rank of its first rule
     * @param to one more than the rank of its last rule
     * @param wide whether a rule of it stands in the table under its categories alone
     */
    private record Span(Optional<String> id, SectionPolicy policy, int from, int to, boolean wide) {}

    /**
     * A rule that decides.
     *
     * @param place its place in the document, over all sections
     * @param others how many cells it fills beside category and area
     * @param fixed the decision that it makes in every case, if it is one
     */
    private record Ranked(
            Rule rule, Optional<String> id, int section, int place, int others, Optional<RoutingDecision> fixed) {}

    CompiledRules(RuleSet ruleSet, Taxonomy taxonomy, Directory directory, Definition definition, Nearness nearness) {
        this.ruleSet = ruleSet;
        this.taxonomy = taxonomy;
        this.definition = definition;
        this.from = ruleSet.effective().from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        this.to = ruleSet.effective().toExclusive().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        Set<CategoryCode> namedCategories = new LinkedHashSet<>();
        Set<AreaCode> namedAreas = new LinkedHashSet<>();
        Map<String, Integer> wordPlaces = new HashMap<>();
        List<String> wordList = new ArrayList<>();
        boolean anyTime = false;
        for (RuleSet.Section section : ruleSet.sections()) {
            for (Rule rule : section.rules()) {
                namedCategories.addAll(rule.when().categories());
                namedAreas.addAll(rule.when().areas());
                anyTime |= !rule.when().isAny(Cell.TIME);
                if (!rule.when().keywords().isAny()) {
                    for (String word : rule.when().keywords().words()) {
                        if (wordPlaces.putIfAbsent(word, wordPlaces.size()) == null) {
                            wordList.add(word);
                        }
                    }
                }
            }
        }
        this.timed = anyTime;
        this.words = WordIndex.of(wordList);
        this.categories = new CodeNodes<>(
                taxonomy.categories().stream().map(Category::code).toList(),
                namedCategories,
                Nearness::above,
                CategoryCode::depth);
        this.areas = new CodeNodes<>(
                directory.areas().stream().map(Area::code).toList(),
                namedAreas,
                CompiledRules::around,
                a -> a.value().length());
        this.retired = taxonomy.categories().stream()
                .mapToLong(c ->
                        c.effective().toExclusive().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE))
                .toArray();
        this.targets = new LastingTargets(ruleSet, directory, areas);

        List<Ranked> order = new ArrayList<>();
        IntStream.Builder collects = IntStream.builder();
        int start = 0;
        List<Rule> assisting = new ArrayList<>();
        List<RuleSet.Section> sections = new ArrayList<>();
        List<int[]> ends = new ArrayList<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            int first = start;
            start += section.rules().size();
            if (section.policy() == SectionPolicy.COLLECT) {
                assisting.addAll(section.rules());
                IntStream.range(first, start).forEach(collects);
                continue;
            }
            List<Ranked> own = new ArrayList<>();
            Optional<String> sectionId = Optional.of(section.id());
            for (Rule rule : section.rules()) {
                Optional<String> id = Optional.of(rule.id());
                int others = ReferenceMatcher.otherCells(rule.when());
                own.add(new Ranked(rule, id, sections.size(), first + own.size(), others, fixed(rule, id, sectionId)));
            }
            if (section.policy() == SectionPolicy.MOST_SPECIFIC) {
                own.sort(Comparator.comparingInt(Ranked::others).reversed());
            }
            sections.add(section);
            ends.add(new int[] {order.size(), order.size() + own.size()});
            order.addAll(own);
        }
        this.ranked = order.toArray(new Ranked[0]);
        this.deciding = new RuleTable(
                order.stream().map(Ranked::rule).toList(),
                order.stream().mapToInt(Ranked::place).toArray(),
                categories,
                areas,
                wordPlaces);
        this.collecting =
                new RuleTable(List.copyOf(assisting), collects.build().toArray(), categories, areas, wordPlaces);
        this.candidates = new CandidateIndex(
                ruleSet,
                deciding,
                collecting,
                new NearRules(
                        categories,
                        areas,
                        new CloseNodes<>(categories, namedCategories, Nearness::above),
                        new CloseNodes<>(areas, namedAreas, nearness::around),
                        nearness));
        this.spans = new Span[sections.size()];
        for (int i = 0; i < spans.length; i++) {
            boolean wide = false;
            for (int rank = ends.get(i)[0]; rank < ends.get(i)[1]; rank++) {
                wide |= deciding.isWide(rank);
            }
            RuleSet.Section section = sections.get(i);
            spans[i] = new Span(Optional.of(section.id()), section.policy(), ends.get(i)[0], ends.get(i)[1], wide);
        }
        this.notInForce = undecided(new Outcome.Triage(Outcome.NOT_IN_FORCE), EnumSet.of(Notice.NOT_IN_FORCE));
        this.unrouted = undecided(new Outcome.Triage(Outcome.UNROUTED), Set.of());
    }

    private static Optional<AreaCode> around(AreaCode code) {
        int length = code.value().length();
        return length == 1
                ? Optional.empty()
                : Optional.of(AreaCode.of(code.value().substring(0, length - 1)));
    }

    static List<Target> targets(Directive directive) {
        if (directive instanceof Directive.Assign assign) {
            List<Target> targets = new ArrayList<>(assign.assisting());
            targets.add(0, assign.lead());
            return targets;
        }
        return directive instanceof Directive.Assist assist ? assist.assisting() : List.of();
    }

    private Optional<RoutingDecision> fixed(Rule rule, Optional<String> id, Optional<String> section) {
        for (Target target : targets(rule.then())) {
            if (!targets.isFixed(target)) {
                return Optional.empty();
            }
        }
        Outcome outcome = definition
                .carryOut(
                        rule.then(),
                        RoutingFacts.NONE,
                        ruleSet.effective().from().orElse(LocalDate.EPOCH),
                        Set.of())
                .outcome();
        return Optional.of(new RoutingDecision(outcome, id, section, List.of(), Set.of(), ruleSet.identity()));
    }

    // Deciding.

    /** What a case is looked up by, and what is to be noticed about it. */
    private record Asked(MatchQuery query, Set<Notice> notices) {}

    private static Set<Notice> with(Set<Notice> notices, Notice notice) {
        Set<Notice> more = EnumSet.of(notice);
        more.addAll(notices);
        return more;
    }

    private Asked ask(RoutingFacts given, long day) {
        RoutingFacts facts = given;
        Set<Notice> notices = Set.of();
        int area = CodeNodes.MISSING;
        if (facts.area().isPresent()) {
            AreaCode code = facts.area().get();
            int place = areas.place(code);
            area = areas.nodeAt(place, code);
            if (!areas.isKnown(place)) {
                notices = with(notices, Notice.UNKNOWN_AREA);
            }
        }
        if (!words.words().isEmpty()
                && facts.text().isPresent()
                && facts.text().get().isCut()) {
            notices = with(notices, Notice.TEXT_CUT);
        }
        int category = CodeNodes.MISSING;
        if (facts.category().isPresent()) {
            CategoryCode code = facts.category().get();
            int place = categories.place(code);
            if (!categories.isKnown(place)) {
                notices = with(notices, Notice.UNKNOWN_CATEGORY);
            } else if (day >= retired[place]) {
                List<CategoryCode> now = taxonomy.forward(code, LocalDate.ofEpochDay(day));
                if (now.size() > 1) {
                    notices = with(notices, Notice.CATEGORY_SPLIT);
                } else if (!now.get(0).equals(code)) {
                    notices = with(notices, Notice.CATEGORY_SUCCEEDED);
                    code = now.get(0);
                    place = categories.place(code);
                    facts = facts.withCategory(code);
                }
            }
            category = categories.nodeAt(place, code);
        }
        return new Asked(new MatchQuery(facts, category, area, day, minute(facts), words), notices);
    }

    private int minute(RoutingFacts facts) {
        return timed && facts.receivedAt().isPresent()
                ? WallClock.minuteOfWeek(facts.receivedAt().get(), ruleSet.zone())
                : -1;
    }

    RoutingDecision decide(RoutingFacts facts, List<Objection> objections, Instant at, boolean strict) {
        long day = WallClock.epochDay(at, ruleSet.zone());
        if (day < from || day >= to) {
            return notInForce;
        }
        Asked asked = ask(facts, day);
        if (strict
                && (asked.notices().contains(Notice.UNKNOWN_CATEGORY)
                        || asked.notices().contains(Notice.UNKNOWN_AREA))) {
            return undecided(new Outcome.Triage(Outcome.UNKNOWN_CODE), asked.notices());
        }
        if (!objections.isEmpty()) {
            return decideAgain(asked, objections);
        }
        int rank = deciding.first(asked.query(), 0, ranked.length);
        if (rank == NONE) {
            return asked.notices().isEmpty()
                    ? unrouted
                    : undecided(new Outcome.Triage(Outcome.UNROUTED), asked.notices());
        }
        Found found = found(asked.query(), rank, Set.of());
        return found == null ? unrouted : decision(asked, found, Set.of());
    }

    private RoutingDecision decideAgain(Asked asked, List<Objection> objections) {
        ReturnPolicy onReturn = ruleSet.onReturn();
        if (onReturn.next() == ReturnPolicy.Next.TRIAGE || objections.size() >= onReturn.maxReturns()) {
            return undecided(onReturn.then(), asked.notices());
        }
        Set<DepartmentCode> relieved = new HashSet<>();
        objections.forEach(o -> relieved.add(o.department()));
        int rank = deciding.first(asked.query(), 0, ranked.length);
        while (rank != NONE) {
            Found found = found(asked.query(), rank, relieved);
            if (found != null) {
                RoutingDecision decision = decision(asked, found, relieved);
                return decision.outcome() instanceof Outcome.Triage
                        ? undecided(onReturn.then(), decision.notices())
                        : decision;
            }
            rank = deciding.first(asked.query(), spans[ranked[rank].section()].to(), ranked.length);
        }
        return undecided(onReturn.then(), asked.notices());
    }

    /** The rule that decides in its section, and what it comes to. */
    private record Found(Ranked winner, Definition.Carried carried, boolean ambiguous) {}

    /** Who decides in the section of the first rule that matches; null if all that match were relieved of the case. */
    private @Nullable Found found(MatchQuery query, int first, Set<DepartmentCode> relieved) {
        Span span = spans[ranked[first].section()];
        return switch (span.policy()) {
            case MOST_SPECIFIC ->
                span.wide() ? mostSpecificOfAll(query, span, relieved) : mostSpecific(query, span, relieved);
            case UNIQUE -> unique(query, span, relieved);
            default -> firstOf(query, first, span, relieved);
        };
    }

    private @Nullable Found firstOf(MatchQuery query, int first, Span span, Set<DepartmentCode> relieved) {
        int rank = first;
        while (rank != NONE) {
            Definition.Carried carried = carryOut(ranked[rank], query, relieved);
            if (!Definition.leadIsRelieved(carried, relieved)) {
                return new Found(ranked[rank], carried, false);
            }
            rank = deciding.first(query, rank + 1, span.to());
        }
        return null;
    }

    private @Nullable Found unique(MatchQuery query, Span span, Set<DepartmentCode> relieved) {
        Ranked winner = null;
        Definition.Carried decided = null;
        for (int rank : deciding.all(query, span.from(), span.to())) {
            Definition.Carried carried = carryOut(ranked[rank], query, relieved);
            if (Definition.leadIsRelieved(carried, relieved)) {
                continue;
            }
            if (winner == null || decided == null) {
                winner = ranked[rank];
                decided = carried;
            } else if (!carried.outcome().equals(decided.outcome())) {
                return new Found(winner, decided, true);
            }
        }
        return winner == null || decided == null ? null : new Found(winner, decided, false);
    }

    /** Pairs are tried from the most specific on, and within one the rules that fill the most cells come first. */
    private @Nullable Found mostSpecific(MatchQuery query, Span span, Set<DepartmentCode> relieved) {
        for (int category = query.category; category != NONE; category = categories.parent(category)) {
            for (int area = query.area; area != NONE; area = areas.parent(area)) {
                Ranked winner = null;
                Definition.Carried decided = null;
                int rank = deciding.first(query, category, area, span.from(), span.to());
                while (rank != NONE && (winner == null || ranked[rank].others() == winner.others())) {
                    Definition.Carried carried = carryOut(ranked[rank], query, relieved);
                    if (!Definition.leadIsRelieved(carried, relieved)) {
                        if (winner == null || decided == null) {
                            winner = ranked[rank];
                            decided = carried;
                        } else if (!carried.outcome().equals(decided.outcome())) {
                            return new Found(winner, decided, true);
                        }
                    }
                    rank = deciding.first(query, category, area, rank + 1, span.to());
                }
                if (winner != null && decided != null) {
                    return new Found(winner, decided, false);
                }
            }
        }
        return null;
    }

    private @Nullable Found mostSpecificOfAll(MatchQuery query, Span span, Set<DepartmentCode> relieved) {
        Found best = null;
        Specificity most = null;
        for (Ranked candidate : inOrder(query, span)) {
            Definition.Carried carried = carryOut(candidate, query, relieved);
            if (Definition.leadIsRelieved(carried, relieved)) {
                continue;
            }
            Specificity specificity =
                    ReferenceMatcher.specificity(candidate.rule().when(), query.facts);
            if (best == null) {
                best = new Found(candidate, carried, false);
                most = specificity;
            } else if (specificity.equals(most)
                    && !carried.outcome().equals(best.carried().outcome())) {
                return new Found(best.winner(), best.carried(), true);
            }
        }
        return best;
    }

    /** The matching rules of a section as they would decide. */
    private List<Ranked> inOrder(MatchQuery query, Span span) {
        List<Ranked> matching = new ArrayList<>();
        for (int rank : deciding.all(query, span.from(), span.to())) {
            matching.add(ranked[rank]);
        }
        if (span.policy() == SectionPolicy.MOST_SPECIFIC) {
            matching.sort(Comparator.<Ranked, Specificity>comparing(
                            r -> ReferenceMatcher.specificity(r.rule().when(), query.facts))
                    .reversed()
                    .thenComparingInt(Ranked::place));
        }
        return matching;
    }

    private RoutingDecision decision(Asked asked, Found found, Set<DepartmentCode> relieved) {
        Set<Notice> notices = asked.notices();
        if (found.ambiguous()) {
            notices = with(notices, Notice.AMBIGUOUS);
        }
        if (found.carried().succeeded()) {
            notices = with(notices, Notice.DEPARTMENT_SUCCEEDED);
        }
        Ranked winner = found.winner();
        Outcome outcome = found.carried().outcome();
        List<String> collected = List.of();
        if (collecting.size() > 0 && outcome instanceof Outcome.Dispatch dispatch) {
            int[] ranks = collecting.all(asked.query(), 0, collecting.size());
            if (ranks.length > 0) {
                List<Rule> rules = new ArrayList<>();
                for (int rank : ranks) {
                    rules.add(collecting.rule(rank));
                }
                collected = new ArrayList<>();
                Set<Notice> more = EnumSet.noneOf(Notice.class);
                more.addAll(notices);
                outcome = definition.collect(
                        dispatch,
                        rules,
                        asked.query().facts,
                        LocalDate.ofEpochDay(asked.query().day),
                        relieved,
                        collected,
                        more);
                notices = more;
            }
        }
        if (winner.fixed().isPresent()
                && notices.isEmpty()
                && collected.isEmpty()
                && outcome == winner.fixed().get().outcome()) {
            return winner.fixed().get();
        }
        return new RoutingDecision(
                outcome, winner.id(), spans[winner.section()].id(), collected, notices, ruleSet.identity());
    }

    private Definition.Carried carryOut(Ranked candidate, MatchQuery query, Set<DepartmentCode> relieved) {
        if (relieved.isEmpty()) {
            if (candidate.fixed().isPresent()) {
                return new Definition.Carried(candidate.fixed().get().outcome(), false);
            }
            if (candidate.rule().then() instanceof Directive.Assign assign) {
                Outcome outcome = dispatch(assign, query);
                if (outcome != null) {
                    return new Definition.Carried(outcome, false);
                }
            }
        }
        return definition.carryOut(candidate.rule().then(), query.facts, LocalDate.ofEpochDay(query.day), relieved);
    }

    /** The dispatch, if every target is one department on every day; null if the definition must say. */
    private @Nullable Outcome dispatch(Directive.Assign assign, MatchQuery query) {
        DepartmentCode lead = targets.of(assign.lead(), query.facts);
        if (lead == null) {
            return null;
        }
        if (assign.assisting().isEmpty()) {
            return new Outcome.Dispatch(lead, List.of());
        }
        List<DepartmentCode> assisting = new ArrayList<>(assign.assisting().size());
        for (Target target : assign.assisting()) {
            DepartmentCode code = targets.of(target, query.facts);
            if (code == null) {
                return null;
            }
            if (!code.equals(lead) && !assisting.contains(code)) {
                assisting.add(code);
            }
        }
        return new Outcome.Dispatch(lead, assisting);
    }

    private RoutingDecision undecided(Outcome.Triage triage, Set<Notice> notices) {
        return new RoutingDecision(triage, Optional.empty(), Optional.empty(), List.of(), notices, ruleSet.identity());
    }

    /** All rules that match, sections in order, the rules of each as they would decide. */
    List<Rule> matching(RoutingFacts facts, Instant at) {
        long day = WallClock.epochDay(at, ruleSet.zone());
        if (day < from || day >= to) {
            return List.of();
        }
        MatchQuery query = ask(facts, day).query();
        List<Rule> rules = new ArrayList<>();
        int span = 0;
        int collected = 0;
        for (RuleSet.Section section : ruleSet.sections()) {
            if (section.policy() == SectionPolicy.COLLECT) {
                int end = collected + section.rules().size();
                for (int rank : collecting.all(query, collected, end)) {
                    rules.add(collecting.rule(rank));
                }
                collected = end;
            } else {
                inOrder(query, spans[span++]).forEach(r -> rules.add(r.rule()));
            }
        }
        return List.copyOf(rules);
    }

    // Explaining.

    /** The rules that an explanation speaks of. */
    Candidates candidates(Definition.Situation situation) {
        RoutingFacts facts = situation.facts();
        MatchQuery query = new MatchQuery(
                facts,
                facts.category().map(categories::nodeOf).orElse(CodeNodes.MISSING),
                facts.area().map(areas::nodeOf).orElse(CodeNodes.MISSING),
                situation.day().toEpochDay(),
                minute(facts),
                words);
        return candidates.find(situation, query);
    }
}
