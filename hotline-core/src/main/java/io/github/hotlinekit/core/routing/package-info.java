/**
 * Who handles a case: rules as data, and the decision they give. Start at {@link io.github.hotlinekit.core.routing.Router Router}.
 */
@NullMarked
package io.github.hotlinekit.core.routing;

import org.jspecify.annotations.NullMarked;
