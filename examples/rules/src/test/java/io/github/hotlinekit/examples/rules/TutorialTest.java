package io.github.hotlinekit.examples.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tutorials say a command prints is what it prints. */
class TutorialTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\\R(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyDirectory() throws IOException {
        Files.copy(Program.CITY.resolve("departments.csv"), folder.resolve("departments.csv"));
        Files.copy(Program.CITY.resolve("areas.csv"), folder.resolve("areas.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TUTORIAL.md", "TUTORIAL.zh-CN.md"})
    void commands_print_what_the_tutorial_says(String tutorial) throws IOException {
        String said = Files.readString(Path.of(tutorial));
        List<String> printed = new ArrayList<>();
        List<String> promised = new ArrayList<>();
        Matcher block = BLOCK.matcher(said);
        while (block.find()) {
            String text = block.group(3);
            if (block.group(1).equals("json")) {
                Files.writeString(folder.resolve(block.group(2)), text);
            } else if (text.startsWith("rules ")) {
                Program.Ran ran = Program.run(folder, arguments(text.strip()));
                printed.add(text + ran.out() + ran.err());
                promised.add(text);
            } else if (block.group(1).equals("text")) {
                promised.set(promised.size() - 1, promised.get(promised.size() - 1) + text);
            }
        }
        assertThat(printed).hasSizeGreaterThan(6);
        assertThat(promised).isEqualTo(printed);
    }

    private static String[] arguments(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.subList(1, words.size()).toArray(new String[0]);
    }
}
