/**
 * What can be said of rules before a case comes: rows that never decide, rows that contradict each other, cases that
 * nobody thought of, norms, and what a change would change; each with a case that shows it. Start at
 * {@link io.github.hotlinekit.core.analysis.RuleSetAnalyzer RuleSetAnalyzer}, and {@link
 * io.github.hotlinekit.core.analysis.RuleSetDiff RuleSetDiff} for a change. What cases say of rules: {@link
 * io.github.hotlinekit.core.analysis.RuleTestRunner RuleTestRunner} runs the tests beside them, {@link
 * io.github.hotlinekit.core.analysis.RuleCoverage RuleCoverage} counts which rules decide, and {@link
 * io.github.hotlinekit.core.analysis.RuleSetReplay RuleSetReplay} decides past cases by two sets.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
