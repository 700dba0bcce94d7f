package io.github.hotlinekit.core.privacy;

import java.util.List;
import java.util.Objects;

/**
 * What was found in a text, and the text with it masked. What stands outside the findings is the same
 * in both texts.
 *
 * @param findings what was found and where it stands in the original, in order, none overlapping
 * @param masked the text with every finding masked, never longer than the original
 * @param maskedFindings where the masks stand in the masked text, one for each finding and in the same
 *     order
 */
public record TextScan(List<TextFinding> findings, String masked, List<TextFinding> maskedFindings) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is not one mask for each finding
     */
    public TextScan {
        findings = List.copyOf(findings);
        Objects.requireNonNull(masked, "masked");
        maskedFindings = List.copyOf(maskedFindings);
        if (findings.size() != maskedFindings.size()) {
            throw new IllegalArgumentException("maskedFindings must be as many as the findings " + findings.size()
                    + ", but were " + maskedFindings.size());
        }
    }
}
