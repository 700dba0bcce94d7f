/**
 * Reading JSON documents without a JSON library in sight. Start at {@link io.github.hotlinekit.core.json.JsonPart JsonPart}.
 */
@NullMarked
package io.github.hotlinekit.core.json;

import org.jspecify.annotations.NullMarked;
