/**
 * Documents that people write (rules, policies, calendars, directories) and what is wrong with them. Start at {@link io.github.hotlinekit.core.document.InvalidDocumentException InvalidDocumentException}.
 */
@NullMarked
package io.github.hotlinekit.core.document;

import org.jspecify.annotations.NullMarked;
