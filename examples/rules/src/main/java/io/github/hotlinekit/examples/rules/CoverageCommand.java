package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.Budget;
import io.github.hotlinekit.core.analysis.RuleCoverage;
import io.github.hotlinekit.core.analysis.RuleHits;
import io.github.hotlinekit.core.analysis.RuleSetAnalyzer;
import io.github.hotlinekit.core.analysis.RuleWitness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which rules the tests, or past cases, hit. */
@Command(name = "coverage", description = "Says which rules the tests hit, or past cases, and which none does. 规则覆盖情况。")
final class CoverageCommand extends DocumentCommand {

    @Option(
            names = "--cases",
            paramLabel = "CSV",
            description = "past cases: id, at, category, area, kind, …; default: the tests; 历史工单")
    private @Nullable Path cases;

    @Option(
            names = "--at-least",
            defaultValue = "0",
            paramLabel = "PERCENT",
            description = "how many of the rules must be hit, else the exit code is 1; 命中率下限")
    private int atLeast;

    @Option(names = "--suggest", description = "print a test for every rule that is not hit; 为未命中的规则生成测试")
    private boolean suggest;

    CoverageCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(City city, Printer printer) throws IOException {
        RuleCoverage coverage = cases == null
                ? RuleCoverage.of(city.router())
                : RuleCoverage.of(
                        city.router(), PastCases.read(cases, surroundings().folder()).stream());
        boolean enough = 100L * coverage.hitShare().numerator()
                >= (long) atLeast * coverage.hitShare().denominator();
        if (suggest) {
            printer.json(Map.of("tests", tests(city, Set.copyOf(coverage.neverHit()))));
        } else if (isJson()) {
            printer.json(object(coverage));
        } else {
            print(coverage, enough, printer);
        }
        return enough ? RulesCommand.OK : RulesCommand.FOUND;
    }

    private static void print(RuleCoverage coverage, boolean enough, Printer printer) {
        long hit = coverage.hitShare().numerator();
        long rules = coverage.hitShare().denominator();
        Set<String> sections = new LinkedHashSet<>();
        coverage.rules().forEach(rule -> sections.add(rule.section()));
        for (String section : sections) {
            List<String> never = coverage.rules().stream()
                    .filter(rule -> rule.section().equals(section) && rule.hits() == 0)
                    .map(RuleHits::rule)
                    .toList();
            if (!never.isEmpty()) {
                String ids = String.join(" ", never);
                printer.line("章节 " + section + " 从未命中:" + ids, "section " + section + ", never hit: " + ids);
            }
        }
        String text = printer.in(
                coverage.cases() + " 件工单命中 " + rules + " 条规则中的 " + hit + " 条,无规则决定 " + coverage.withoutRule() + " 件",
                "cases " + coverage.cases() + ", rules hit " + hit + " of " + rules + ", decided by no rule "
                        + coverage.withoutRule());
        printer.line(printer.coloured(enough ? Colour.GOOD : Colour.BAD, text));
    }

    private static List<Object> tests(City city, Set<String> rules) {
        List<Object> tests = new ArrayList<>();
        for (RuleWitness one : RuleSetAnalyzer.of(city.rules(), city.taxonomy(), city.directory())
                .witnesses(Budget.standard())
                .found()) {
            if (rules.contains(one.rule().id())) {
                Map<String, Object> test = new LinkedHashMap<>();
                test.put("id", "case-of-" + one.rule().id());
                one.rule().title().ifPresent(title -> test.put("title", title));
                test.putAll(ShownCase.object(one.witness()));
                test.put("expect", ShownCase.decided(one.witness(), city));
                tests.add(test);
            }
        }
        return tests;
    }

    private static Map<String, Object> object(RuleCoverage coverage) {
        List<Object> rules = new ArrayList<>();
        for (RuleHits one : coverage.rules()) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("rule", one.rule());
            rule.put("section", one.section());
            rule.put("hits", one.hits());
            rules.add(rule);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ruleSet", coverage.ruleSet());
        object.put("hash", coverage.hash());
        object.put("cases", coverage.cases());
        object.put("withoutRule", coverage.withoutRule());
        object.put("hit", coverage.hitShare().numerator());
        object.put("of", coverage.hitShare().denominator());
        object.put("rules", rules);
        return object;
    }
}
