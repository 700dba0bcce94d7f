/**
 * How our values are generated. Start at {@link io.github.hotlinekit.core.style.HotlineStyle HotlineStyle}; not for users.
 */
@NullMarked
package io.github.hotlinekit.core.style;

import org.jspecify.annotations.NullMarked;
