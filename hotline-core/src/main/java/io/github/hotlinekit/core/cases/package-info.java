/**
 * What happened to a case (工单): its event timeline and the state it leads to. Start at {@link
 * io.github.hotlinekit.core.cases.CaseLifecycle CaseLifecycle}, which begins a case and says what a command leads
 * to, and {@link io.github.hotlinekit.core.cases.Case Case}, which is what the events add up to.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
