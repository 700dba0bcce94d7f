/**
 * Events with what somebody may not see, or what is to be erased, taken out. Start at {@link
 * io.github.hotlinekit.core.redaction.EventRewriter EventRewriter}; not for users, and not exported.
 */
@NullMarked
package io.github.hotlinekit.core.redaction;

import org.jspecify.annotations.NullMarked;
