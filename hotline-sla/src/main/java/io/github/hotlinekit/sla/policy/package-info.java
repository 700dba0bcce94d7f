/**
 * How long: time limits (办理时限) and the policies that set them. Start at {@link
 * io.github.hotlinekit.sla.policy.SlaPolicy SlaPolicy}.
 */
@NullMarked
package io.github.hotlinekit.sla.policy;

import org.jspecify.annotations.NullMarked;
