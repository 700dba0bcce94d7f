/**
 * What citizens and officials read comes in two languages. Start at {@link
 * io.github.hotlinekit.core.language.Label Label}.
 */
@NullMarked
package io.github.hotlinekit.core.language;

import org.jspecify.annotations.NullMarked;
