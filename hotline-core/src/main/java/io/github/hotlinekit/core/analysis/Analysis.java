package io.github.hotlinekit.core.analysis;

import java.util.List;

/**
 * What was found in a rule set.
 *
 * @param findings what was found, question by question and in the order of the document, and last the questions that
 *     were not settled
 * @param stepsUsed how many steps it took
 */
public record Analysis(List<Finding> findings, long stepsUsed) {

    /** Copies the parts. */
    public Analysis {
        findings = List.copyOf(findings);
    }

    /**
     * What the budget did not do for.
     *
     * @return the findings of code {@link FindingCode#UNDECIDED}
     */
    public List<Finding> undecided() {
        return of(FindingCode.UNDECIDED);
    }

    /**
     * What was found of one code.
     *
     * @param code the code
     * @return its findings
     */
    public List<Finding> of(FindingCode code) {
        return findings.stream().filter(f -> f.code() == code).toList();
    }
}
