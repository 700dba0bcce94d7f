package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Norm;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what is wrong with rules before a case shows it. The answers are exact: they speak of every case that a router can
 * be given, with any fact missing, coarse or unknown, on every day on which the rule set is in force. Every word that
 * rules look for counts as a fact of its own, but that a text with a word has the words within it too. Immutable.
 */
public final class RuleSetAnalyzer {

    /** How many gaps are told. */
    private static final int MAX_GAPS = 20;
    /** How many parts of gaps are looked at, to be joined. */
    private static final int MAX_GAP_PARTS = 1_000;

    private final RuleSet ruleSet;
    private final CaseSpace space;
    private final Program program;

    private RuleSetAnalyzer(RuleSet ruleSet, CaseSpace space) {
        this.ruleSet = ruleSet;
        this.space = space;
        this.program = new Program(ruleSet, space);
    }

    /**
     * An analyser.
     *
     * @param ruleSet the rules
     * @param taxonomy the taxonomy that they name
     * @param directory the directory that they name
     * @return the analyser
     * @throws IllegalArgumentException if the rules name another taxonomy or directory
     */
    public static RuleSetAnalyzer of(RuleSet ruleSet, Taxonomy taxonomy, Directory directory) {
        requireNamed(ruleSet, taxonomy, directory);
        return new RuleSetAnalyzer(ruleSet, new CaseSpace(List.of(ruleSet), ruleSet.effective(), taxonomy, directory));
    }

    static void requireNamed(RuleSet ruleSet, Taxonomy taxonomy, Directory directory) {
        if (!ruleSet.taxonomy().equals(taxonomy.identity())
                || !ruleSet.directory().equals(directory.identity())) {
            throw new IllegalArgumentException("taxonomy and directory must be " + ruleSet.taxonomy() + " and "
                    + ruleSet.directory() + ", which rule set " + ruleSet.identity() + " names, but were "
                    + taxonomy.identity() + " and " + directory.identity());
        }
    }

    /**
     * Finds what is wrong with the rules.
     *
     * @param budget how much work that may be
     * @return what was found, each with a case that shows it where one can
     */
    public Analysis analyze(Budget budget) {
        Meter meter = new Meter(budget);
        Outcomes outcomes = new Outcomes(space);
        Questions questions = new Questions(program, outcomes, meter);
        Report report = new Report();
        Set<Integer> reached = reachability(questions, meter, report);
        redundancy(questions, meter, reached, report);
        conflicts(questions, meter, report);
        onlyWhenMissing(questions, meter, reached, report);
        gaps(questions, meter, report);
        new RuleChecks(ruleSet).check(report);
        new DepartmentChecks(program, questions, outcomes, meter).check(report);
        new OverrideChecks(program, questions, meter).check(report);
        return new Analysis(report.all(), meter.used());
    }

    /**
     * Proves or refutes the norms of the rule set. Decisions of rules that a norm excepts are left aside, and so are
     * cases that come back from a department.
     *
     * @param budget how much work that may be
     * @return one result for each norm, in order
     */
    public List<NormResult> norms(Budget budget) {
        Meter meter = new Meter(budget);
        NormCheck check = new NormCheck(space, new Questions(program, new Outcomes(space), meter));
        List<NormResult> results = new ArrayList<>();
        for (Norm norm : ruleSet.norms()) {
            meter.ask();
            try {
                results.add(check.check(norm));
            } catch (Meter.ExhaustedException e) {
                results.add(new NormResult(norm, NormResult.Verdict.UNDECIDED, Optional.empty(), Optional.empty()));
            }
        }
        return results;
    }

    /**
     * Makes a case for every rule that decides or, in a section that collects, adds a department.
     *
     * @param budget how much work that may be
     * @return the cases, and the rules for which the budget did not do
     */
    public RuleWitnesses witnesses(Budget budget) {
        Meter meter = new Meter(budget);
        Questions questions = new Questions(program, new Outcomes(space), meter);
        List<RuleWitness> found = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        for (int i = 0; i < program.rules().size(); i++) {
            Rule rule = program.rules().get(i);
            meter.ask();
            try {
                Optional<Box> box = collects(i) ? questions.firstAdded(i) : questions.firstWon(i, new HashSet<>());
                box.flatMap(space::witness).ifPresent(w -> found.add(new RuleWitness(rule, w)));
            } catch (Meter.ExhaustedException e) {
                undecided.add(rule.id());
            }
        }
        return new RuleWitnesses(found, undecided);
    }

    private boolean collects(int rule) {
        return program.entries(rule).stream().anyMatch(e -> program.policy(e) == SectionPolicy.COLLECT);
    }

    private Set<Integer> reachability(Questions questions, Meter meter, Report report) {
        Set<Integer> reached = new HashSet<>();
        for (int i = 0; i < program.rules().size(); i++) {
            Rule rule = program.rules().get(i);
            if (!rule.effective().overlaps(ruleSet.effective())) {
                report.add(outside(rule));
                continue;
            }
            if (program.entries(i).isEmpty()) {
                report.add(Report.finding(
                        FindingCode.EMPTY_CONDITION,
                        rule,
                        List.of(),
                        Label.of(
                                "规则 " + rule.id() + " 的条件在规则集施行期间不可能成立",
                                "No case can meet the condition of rule " + rule.id()
                                        + " while the rule set is in force"),
                        Optional.empty()));
                continue;
            }
            meter.ask();
            try {
                if (collects(i)) {
                    if (questions.firstAdded(i).isEmpty()) {
                        report.add(redundant(rule));
                    }
                } else {
                    reachability(questions, i, reached, report);
                }
            } catch (Meter.ExhaustedException e) {
                report.undecided(FindingCode.UNREACHABLE, List.of(rule.id()));
            }
        }
        return reached;
    }

    private Finding outside(Rule rule) {
        return Report.finding(
                FindingCode.RULE_OUTSIDE_SET,
                rule,
                List.of(),
                Label.of(
                        "规则 " + rule.id() + " 的施行期间 " + rule.effective() + " 与规则集的 " + ruleSet.effective() + " 无交集",
                        "Rule " + rule.id() + " is in force on " + rule.effective() + ", but the rule set on "
                                + ruleSet.effective()),
                Optional.empty());
    }

    private void reachability(Questions questions, int number, Set<Integer> reached, Report report)
            throws Meter.ExhaustedException {
        Rule rule = program.rules().get(number);
        Set<Entry> eaters = new LinkedHashSet<>();
        if (questions.firstWon(number, eaters).isPresent()) {
            reached.add(number);
            return;
        }
        List<String> covering = ids(eaters, number);
        Optional<Questions.AfterReturn> after = questions.afterReturn(number);
        String by = String.join(", ", covering);
        if (after.isPresent()) {
            report.add(Report.finding(
                    FindingCode.ONLY_AFTER_RETURN,
                    rule,
                    covering,
                    Label.of(
                            "规则 " + rule.id() + " 的工单均先由 " + by + " 决定,仅在退单后生效",
                            "Rules " + by + " take every case of rule " + rule.id()
                                    + ", except of those that departments objected to"),
                    after.flatMap(a -> space.witness(a.box(), a.relieved()))));
        } else {
            report.add(Report.finding(
                    FindingCode.UNREACHABLE,
                    rule,
                    covering,
                    Label.of(
                            "规则 " + rule.id() + " 永远不会生效,其工单均先由 " + by + " 决定",
                            "Rule " + rule.id() + " never decides: " + by + " take all its cases"),
                    program.entries(number).stream().findFirst().flatMap(e -> space.witness(e.box()))));
        }
    }

    private static List<String> ids(Collection<Entry> entries, int except) {
        return entries.stream()
                .filter(e -> e.number() != except)
                .flatMap(e -> e.rule().stream())
                .map(Rule::id)
                .distinct()
                .toList();
    }

    private void redundancy(Questions questions, Meter meter, Set<Integer> reached, Report report) {
        for (int i = 0; i < program.rules().size(); i++) {
            if (reached.contains(i)) {
                Rule rule = program.rules().get(i);
                meter.ask();
                try {
                    if (questions.difference(i).isEmpty()) {
                        report.add(redundant(rule));
                    }
                } catch (Meter.ExhaustedException e) {
                    report.undecided(FindingCode.REDUNDANT, List.of(rule.id()));
                }
            }
        }
    }

    private static Finding redundant(Rule rule) {
        return Report.finding(
                FindingCode.REDUNDANT,
                rule,
                List.of(),
                Label.of(
                        "去掉规则 " + rule.id() + " 不改变任何首次派单的结果",
                        "Without rule " + rule.id() + " every case would go where it goes with it"),
                Optional.empty());
    }

    private void conflicts(Questions questions, Meter meter, Report report) {
        Set<List<Integer>> told = new HashSet<>();
        for (Entry winner : program.deciding()) {
            if (winner.rule().isEmpty() || program.policy(winner) == SectionPolicy.FIRST) {
                continue;
            }
            meter.ask();
            try {
                for (Entry other : program.rivals(winner, meter)) {
                    List<Integer> pair = List.of(winner.number(), other.number());
                    if (!told.contains(pair)) {
                        Optional<Box> where = questions.conflict(winner, other);
                        if (where.isPresent()) {
                            told.add(pair);
                            report.add(conflict(winner, other, where.get()));
                        }
                    }
                }
            } catch (Meter.ExhaustedException e) {
                report.undecided(code(winner), List.of(winner.theRule().id()));
            }
        }
    }

    private FindingCode code(Entry entry) {
        return program.policy(entry) == SectionPolicy.UNIQUE ? FindingCode.UNIQUE_OVERLAP : FindingCode.AMBIGUOUS;
    }

    private Finding conflict(Entry winner, Entry other, Box where) {
        String one = winner.theRule().id();
        String two = other.theRule().id();
        return Report.finding(
                code(winner),
                winner.theRule(),
                List.of(two),
                Label.of(
                        "规则 " + one + " 与 " + two + " 同等适用于同一工单,但结果不同",
                        "Rules " + one + " and " + two + " match one case equally well, and differ"),
                space.witness(where));
    }

    private void onlyWhenMissing(Questions questions, Meter meter, Set<Integer> reached, Report report) {
        for (int i = 0; i < program.rules().size(); i++) {
            if (reached.contains(i)) {
                Rule rule = program.rules().get(i);
                meter.ask();
                try {
                    if (!questions.winsWithAllFacts(i)) {
                        report.add(Report.finding(
                                FindingCode.ONLY_WHEN_MISSING,
                                rule,
                                List.of(),
                                Label.of(
                                        "规则 " + rule.id() + " 仅在某项要素缺失时生效",
                                        "Rule " + rule.id() + " decides only where a fact is missing"),
                                questions.firstWon(i, new HashSet<>()).flatMap(space::witness)));
                    }
                } catch (Meter.ExhaustedException e) {
                    report.undecided(FindingCode.ONLY_WHEN_MISSING, List.of(rule.id()));
                }
            }
        }
    }

    private void gaps(Questions questions, Meter meter, Report report) {
        List<Box> parts = new ArrayList<>();
        meter.ask();
        try {
            questions.undecided(space.everything(), part -> {
                parts.add(part);
                return parts.size() == MAX_GAP_PARTS;
            });
        } catch (Meter.ExhaustedException e) {
            report.undecided(FindingCode.GAP, List.of());
        }
        Regions.joined(parts).stream().limit(MAX_GAPS).forEach(gap -> {
            String region = Regions.describe(gap, space);
            report.add(new Finding(
                    FindingCode.GAP,
                    FindingCode.GAP.severity(),
                    List.of(),
                    List.of(),
                    Label.of("没有规则决定这些工单:" + region, "No rule decides these cases: " + region),
                    space.witness(gap)));
        });
    }
}
