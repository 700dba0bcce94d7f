package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Language;
import java.util.List;
import java.util.Objects;

/**
 * How the tests beside the rules came out.
 *
 * @param ruleSet the identity of the rule set, such as {@code shishi@2026.1}
 * @param results one for each test, in the order of the document
 */
public record RuleTestReport(String ruleSet, List<RuleTestResult> results) {

    /** Checks and copies the parts. */
    public RuleTestReport {
        Objects.requireNonNull(ruleSet, "ruleSet");
        results = List.copyOf(Objects.requireNonNull(results, "results"));
    }

    /**
     * Whether no test failed. True if there is no test at all: ask {@link #count()} too where there must be some.
     *
     * @return whether all passed
     */
    public boolean allPass() {
        return passed() == count();
    }

    /**
     * How many tests there are.
     *
     * @return how many
     */
    public int count() {
        return results.size();
    }

    /**
     * How many tests passed.
     *
     * @return how many
     */
    public int passed() {
        return (int) results.stream().filter(RuleTestResult::passed).count();
    }

    /**
     * The tests that failed.
     *
     * @return their results, in the order of the document
     */
    public List<RuleTestResult> failures() {
        return results.stream().filter(r -> !r.passed()).toList();
    }

    /**
     * The report as text: how many tests passed, and what differs in those that did not.
     *
     * @param language its language
     * @return lines, each ended by a line feed
     */
    public String render(Language language) {
        boolean zh = language == Language.ZH;
        int failed = count() - passed();
        StringBuilder text = new StringBuilder();
        text.append(
                zh
                        ? "规则集 " + ruleSet + " 测试 " + count() + " 项,通过 " + passed() + " 项,未通过 " + failed + " 项\n"
                        : "Rule set " + ruleSet + ", tests: " + count() + ", passed: " + passed() + ", failed: "
                                + failed + "\n");
        for (RuleTestResult result : failures()) {
            text.append(zh ? "未通过 " : "Failed ").append(result.test().id());
            result.test().title().ifPresent(title -> text.append(' ').append(title));
            text.append('\n');
            for (TestDifference difference : result.differences()) {
                text.append("  ").append(difference.message().in(language)).append('\n');
            }
        }
        return text.toString();
    }
}
