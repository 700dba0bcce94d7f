package io.github.hotlinekit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs show is what the code does. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\R(.*?)^```$");
    private static final Pattern CLASS = Pattern.compile("class (\\w+)");

    private record Block(String language, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void every_java_block_compiles_without_a_warning_and_prints_the_text_block_after_it(
            String readme, @TempDir Path folder) throws Exception {
        List<Block> blocks = blocks(readme);
        int programs = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).language().equals("java")) {
                programs++;
                String printed = run(blocks.get(i).text(), folder.resolve("program" + i));
                Block output = blocks.get(i + 1);
                assertThat(output.language()).isEqualTo("text");
                assertThat(printed.strip()).isEqualTo(output.text().strip());
            }
        }
        assertThat(programs).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void the_first_program_is_at_most_twenty_lines_besides_its_imports(String readme) throws IOException {
        Block first = blocks(readme).stream()
                .filter(b -> b.language().equals("java"))
                .findFirst()
                .orElseThrow();
        assertThat(first.text().lines().filter(l -> !l.isBlank() && !l.startsWith("import ")))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void the_chinese_readme_mirrors_the_english_one() throws IOException {
        assertThat(shape("README.zh-CN.md")).isEqualTo(shape("README.md"));
    }

    /** Headings by level, and blocks by language with those that are not prose in full. */
    private static List<String> shape(String readme) throws IOException {
        List<String> shape = new ArrayList<>();
        String text = Files.readString(root().resolve(readme));
        Matcher parts = Pattern.compile("(?ms)^(#+) |^```(\\w+)\\R(.*?)^```$").matcher(text);
        while (parts.find()) {
            boolean code =
                    parts.group(2) != null && List.of("sh", "xml", "java").contains(parts.group(2));
            shape.add(parts.group(1) != null ? parts.group(1) : parts.group(2) + (code ? parts.group(3) : ""));
        }
        return shape;
    }

    private static List<Block> blocks(String readme) throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(root().resolve(readme)));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    /** Compiles as a user would who is strict, with neither Immutables nor test libraries at hand. */
    private static String run(String program, Path folder) throws Exception {
        Matcher name = CLASS.matcher(program);
        assertThat(name.find()).isTrue();
        Files.createDirectories(folder);
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), program);
        javac(
                "-encoding",
                "UTF-8",
                "-Xlint:all",
                "-Werror",
                "--release",
                "17",
                "-cp",
                classPath(),
                "-d",
                folder.toString(),
                source.toString());
        return java("-cp", folder + File.pathSeparator + classPath(), name.group(1));
    }

    @Test
    void the_first_program_runs_on_the_module_path() throws Exception {
        String printed = java(
                "-p",
                classPath() + File.pathSeparator + Path.of("target", "classes").toAbsolutePath(),
                "-m",
                "io.github.hotlinekit.examples.quickstart/io.github.hotlinekit.examples.quickstart.FirstProgram");
        assertThat(printed).contains("2026-09-22");
    }

    /** In this machine, where the compiler is warm after the first program. */
    private static void javac(String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        int exit = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments);
        assertThat(exit).as(printed.toString()).isZero();
    }

    private static String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // A program that runs for a second needs no more than the first compiler.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /** The SDK's modules and what they bring at run time, out of the test's own class path. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(p -> Pattern.compile(
                                "hotline-(core|sla|stats)|jackson-|slf4j-|commons-(statistics|numbers|rng)-")
                        .matcher(p)
                        .find())
                .filter(p -> !p.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.zh-CN.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
