/**
 * Where a case stands against its time limits. Start at {@link
 * io.github.hotlinekit.sla.clock.SlaClock SlaClock}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
