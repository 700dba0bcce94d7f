/**
 * JSON documents without a JSON library in sight: cases ({@link io.github.hotlinekit.core.json.CaseJson CaseJson}),
 * timelines of many cases ({@link io.github.hotlinekit.core.json.TimelineReader TimelineReader}), lifecycle
 * policies, and any other by its parts ({@link io.github.hotlinekit.core.json.JsonPart JsonPart}).
 */
@NullMarked
package io.github.hotlinekit.core.json;

import org.jspecify.annotations.NullMarked;
