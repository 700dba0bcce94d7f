/**
 * What can be said of rules before a case comes: rows that never decide, rows that contradict each other, cases that
 * nobody thought of, norms, and what a change would change; each with a case that shows it. Start at
 * {@link io.github.hotlinekit.core.analysis.RuleSetAnalyzer RuleSetAnalyzer}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
