/**
 * Reads a city's cases and writes the people's-livelihood ledger (民生账本): a program that embeds the
 * modules. {@link io.github.hotlinekit.examples.ledger.HtmlPage} makes the page that people read.
 */
@NullMarked
package io.github.hotlinekit.examples.ledger;

import org.jspecify.annotations.NullMarked;
