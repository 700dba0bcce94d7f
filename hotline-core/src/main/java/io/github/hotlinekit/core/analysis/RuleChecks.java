package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Keywords;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What is seen of a rule and its versions without a look at the others. */
final class RuleChecks {

    private final RuleSet set;

    RuleChecks(RuleSet set) {
        this.set = set;
    }

    void check(Report report) {
        Map<String, List<Rule>> versions = new LinkedHashMap<>();
        for (RuleSet.Section section : set.sections()) {
            for (Rule rule : section.rules()) {
                versions.computeIfAbsent(rule.id(), i -> new ArrayList<>(1)).add(rule);
                shortWords(rule, report);
                uselessWords(rule, report);
                keywordsOnly(rule, report);
            }
        }
        versions.values().forEach(v -> versionGaps(v, report));
    }

    private static void shortWords(Rule rule, Report report) {
        Set<String> words = new LinkedHashSet<>(rule.when().keywords().words());
        words.removeIf(word -> word.codePointCount(0, word.length()) > 1);
        if (!words.isEmpty()) {
            String list = String.join(", ", words);
            report.add(Report.finding(
                    FindingCode.ONE_CHARACTER_WORD,
                    rule,
                    List.of(),
                    Label.of(
                            "规则 " + rule.id() + " 有单字关键词:" + list,
                            "Rule " + rule.id() + " looks for words of one character: " + list),
                    Optional.empty()));
        }
    }

    private static void uselessWords(Rule rule, Report report) {
        Keywords keywords = rule.when().keywords();
        // Of words one of which must be there, as of words none of which may, the inner says all that the outer does;
        // of words all of which must be there the outer says it.
        uselessWords(rule, keywords.any(), String::contains, report);
        uselessWords(rule, keywords.all(), (word, other) -> other.contains(word), report);
        uselessWords(rule, keywords.none(), String::contains, report);
    }

    private static void uselessWords(
            Rule rule, List<String> words, BiPredicate<String, String> implied, Report report) {
        for (String word : words) {
            Optional<String> by = words.stream()
                    .filter(other -> !other.equals(word) && implied.test(word, other))
                    .findFirst();
            by.ifPresent(other -> report.add(Report.finding(
                    FindingCode.CONTAINED_WORD,
                    rule,
                    List.of(),
                    Label.of(
                            "规则 " + rule.id() + " 的关键词 " + word + " 因 " + other + " 而多余",
                            "Rule " + rule.id() + " need not look for " + word + ", since it looks for " + other),
                    Optional.empty())));
        }
    }

    private static void keywordsOnly(Rule rule, Report report) {
        boolean only = !rule.when().isAny(Cell.KEYWORDS)
                && Stream.of(Cell.values()).filter(c -> c != Cell.KEYWORDS).allMatch(rule.when()::isAny);
        if (only && rule.then() instanceof Directive.Assign) {
            report.add(Report.finding(
                    FindingCode.KEYWORDS_ONLY,
                    rule,
                    List.of(),
                    Label.of(
                            "规则 " + rule.id() + " 仅凭关键词派单,不看事项和区域",
                            "Rule " + rule.id() + " dispatches by keywords alone, whatever the category and the area"),
                    Optional.empty()));
        }
    }

    private void versionGaps(List<Rule> versions, Report report) {
        List<Rule> inTime = versions.stream()
                .sorted(Comparator.comparing(r -> r.effective().from().orElse(LocalDate.MIN)))
                .toList();
        for (int i = 1; i < inTime.size(); i++) {
            Rule next = inTime.get(i);
            // Versions do not overlap, so that only the first may lack a beginning and only the last an end.
            LocalDate end = inTime.get(i - 1).effective().toExclusive().orElseThrow();
            LocalDate begin = next.effective().from().orElseThrow();
            if (end.isBefore(begin) && Effective.between(end, begin).overlaps(set.effective())) {
                report.add(Report.finding(
                        FindingCode.VERSION_GAP,
                        next,
                        List.of(),
                        Label.of(
                                "规则 " + next.id() + " 自 " + end + " 至 " + begin + " 前一日没有施行的版本",
                                "No version of rule " + next.id() + " is in force from " + end + " to the day before "
                                        + begin),
                        Optional.empty()));
            }
        }
    }
}
