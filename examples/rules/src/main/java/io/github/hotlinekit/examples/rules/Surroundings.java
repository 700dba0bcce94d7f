package io.github.hotlinekit.examples.rules;

import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the program runs.
 *
 * @param out takes what was asked for
 * @param err takes what stood in the way
 * @param folder what relative paths start from
 * @param colours whether colours can be seen, for {@code --color auto}
 */
record Surroundings(PrintStream out, PrintStream err, Path folder, Ansi colours) {}
