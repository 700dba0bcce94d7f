/**
 * Which rate, of what: case facts, metrics that say what they count, and exact ratios. Start at {@link
 * io.github.hotlinekit.stats.metric.Metric Metric}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
