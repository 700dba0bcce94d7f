/**
 * Cases that may be on one matter (疑似重复), with evidence; and the acts that let one follow another (并单)
 * and part again. Start at {@link io.github.hotlinekit.core.duplicates.DuplicateIndex DuplicateIndex} and
 * {@link io.github.hotlinekit.core.duplicates.Merging Merging}.
 */
@NullMarked
package io.github.hotlinekit.core.duplicates;

import org.jspecify.annotations.NullMarked;
