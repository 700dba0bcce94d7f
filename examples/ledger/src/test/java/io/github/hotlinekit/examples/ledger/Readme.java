package io.github.hotlinekit.examples.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The READMEs at the root of the project. */
final class Readme {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```text\\R(.*?)^```$");

    private Readme() {}

    /** The block of output that holds a word. */
    static String block(String readme, String word) throws IOException {
        Path file = Path.of("..", "..").resolve(readme); // tests run in the folder of their module
        Matcher blocks = BLOCK.matcher(Files.readString(file));
        while (blocks.find()) {
            if (blocks.group(1).contains(word)) {
                return blocks.group(1);
            }
        }
        throw new AssertionError(readme + " has no block of output with " + word);
    }
}
