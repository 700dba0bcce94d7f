/**
 * Checks, tests and explains routing rules on the command line: a program that embeds the modules. Start at {@link
 * io.github.hotlinekit.examples.rules.RulesCommand}.
 */
@NullMarked
package io.github.hotlinekit.examples.rules;

import org.jspecify.annotations.NullMarked;
