/**
 * How long personal data of cases is kept, and its erasure. Start at {@link
 * io.github.hotlinekit.core.retention.RetentionPolicy RetentionPolicy} and {@link
 * io.github.hotlinekit.core.retention.Erasure Erasure}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.core.retention;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
