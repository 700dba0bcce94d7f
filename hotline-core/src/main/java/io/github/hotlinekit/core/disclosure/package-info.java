/**
 * What each audience may see of a case. Start at {@link io.github.hotlinekit.core.disclosure.CaseView
 * CaseView}.
 */
@NullMarked
package io.github.hotlinekit.core.disclosure;

import org.jspecify.annotations.NullMarked;
