/**
 * Who handles a case: rules as data, and the decision they give. Start at {@link io.github.hotlinekit.core.routing.Router Router}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
