/**
 * What tells who a person is, held so that it is not told by accident: a value prints, logs and
 * serialises masked, and is had only by {@link
 * io.github.hotlinekit.core.privacy.PersonalData#reveal reveal}, which leaves an entry for the audit
 * trail. Start at {@link io.github.hotlinekit.core.privacy.PersonalData PersonalData}; what a citizen
 * or an official typed is searched by {@link io.github.hotlinekit.core.privacy.TextScanner
 * TextScanner}.
 *
 * <p>This guards against carelessness, not against hostile code in the same process: reflection, a
 * debugger or a heap dump sees the values.
 */
@NullMarked
package io.github.hotlinekit.core.privacy;

import org.jspecify.annotations.NullMarked;
