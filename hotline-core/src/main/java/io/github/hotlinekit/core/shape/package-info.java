/**
 * What our records are made of, so that documents, views and erasure miss no part of any event. Start at {@link
 * io.github.hotlinekit.core.shape.RecordShape RecordShape}; not for users, and not exported.
 */
@NullMarked
package io.github.hotlinekit.core.shape;

import org.jspecify.annotations.NullMarked;
