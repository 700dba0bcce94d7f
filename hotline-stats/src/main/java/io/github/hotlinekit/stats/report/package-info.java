/**
 * Who reads it: reports, and what figures need before they are shown. Start at {@link
 * io.github.hotlinekit.stats.report.Report Report}.
 */
@NullMarked
package io.github.hotlinekit.stats.report;

import org.jspecify.annotations.NullMarked;
