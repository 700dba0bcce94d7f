/**
 * Who reads it: what figures need before they are shown. Start at {@link
 * io.github.hotlinekit.stats.report.Suppression Suppression}.
 */
@NullMarked
package io.github.hotlinekit.stats.report;

import org.jspecify.annotations.NullMarked;
