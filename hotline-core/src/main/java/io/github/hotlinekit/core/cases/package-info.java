/**
 * What happened to a case (工单): its event timeline and the state it leads to. Start at {@link io.github.hotlinekit.core.cases.Case Case}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
