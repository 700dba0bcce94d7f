/**
 * How long: time limits (办理时限) and the policies that set them. Start at {@link
 * io.github.hotlinekit.sla.policy.SlaPolicy SlaPolicy}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
