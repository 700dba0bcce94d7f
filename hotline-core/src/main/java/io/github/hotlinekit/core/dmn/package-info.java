/**
 * Routing rules as decision tables of DMN 1.3, for engines and editors of that standard. Start at {@link
 * io.github.hotlinekit.core.dmn.RoutingDmn RoutingDmn}.
 */
@NullMarked
package io.github.hotlinekit.core.dmn;

import org.jspecify.annotations.NullMarked;
