/**
 * Literal words in texts (字面匹配): one normal form for both, and one pass for all the words. Start at {@link
 * io.github.hotlinekit.core.text.NormalText NormalText} and {@link io.github.hotlinekit.core.text.WordIndex WordIndex}.
 */
@NullMarked
package io.github.hotlinekit.core.text;

import org.jspecify.annotations.NullMarked;
