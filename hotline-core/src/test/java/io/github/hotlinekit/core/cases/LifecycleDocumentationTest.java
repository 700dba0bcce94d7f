package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the documentation of the lifecycle equal to what the SDK prints. */
class LifecycleDocumentationTest {

    private static final String DIAGRAM = "```mermaid\n";

    @ParameterizedTest
    @CsvSource({"EN,LIFECYCLE.md", "ZH,LIFECYCLE.zh-CN.md"})
    void the_documentation_says_what_the_lifecycle_is(Language language, String name) throws IOException {
        String written = Files.readString(Path.of(name));
        String right = right(written, language);
        if (!written.equals(right)) {
            Path better = Path.of("target", name);
            Files.writeString(better, right);
            assertThat(written)
                    .as("%s is not what the lifecycle is; the right one is hotline-core/%s", name, better)
                    .isEqualTo(right);
        }
        assertThat(written)
                .contains(CaseLifecycle.table(language), DIAGRAM + CaseLifecycle.diagram(language) + "```\n");
    }

    /** The document with its diagram and its three tables put right. */
    private static String right(String written, Language language) {
        Iterator<String> tables = List.of(CaseLifecycle.table(language), rules(language), limits(language))
                .iterator();
        StringBuilder right = new StringBuilder();
        boolean diagram = false;
        boolean table = false;
        for (String line : written.split("(?<=\n)", -1)) {
            boolean row = line.startsWith("|");
            if (row && !table) {
                right.append(tables.next());
            }
            table = row;
            if (line.equals(DIAGRAM)) {
                right.append(line).append(CaseLifecycle.diagram(language));
                diagram = true;
            } else if (diagram) {
                diagram = !line.startsWith("```");
                right.append(diagram ? "" : line);
            } else if (!row) {
                right.append(line);
            }
        }
        assertThat(tables.hasNext()).as("three tables").isFalse();
        return right.toString();
    }

    private static String rules(Language language) {
        return (language == Language.EN
                        ? "| rule | what a refusal says | asked for by |\n| --- | --- | --- |\n"
                        : "| 规则 | 回绝时的说明 | 由谁要求 |\n| --- | --- | --- |\n")
                + Arrays.stream(LifecycleRule.values())
                        .map(rule -> "| `" + rule.code() + "`" + (rule.isOptional() ? "?" : "") + " | "
                                + rule.label().in(language) + " | " + acts(rule, language) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String acts(LifecycleRule rule, Language language) {
        String acts = CaseLifecycle.transitions().stream()
                .filter(t -> t.rules().contains(rule))
                .map(t -> t.act().label().in(language))
                .collect(Collectors.joining(language == Language.EN ? ", " : "、"));
        return !acts.isEmpty() ? acts : language == Language.EN ? "every act" : "所有行为";
    }

    private static String limits(Language language) {
        return (language == Language.EN
                        ? "| limit | acts that it limits |\n| --- | --- |\n"
                        : "| 次数限制 | 受限的行为 |\n| --- | --- |\n")
                + Arrays.stream(Limit.values())
                        .map(limit -> "| " + limit.label().in(language) + " `" + limit.code() + "` | "
                                + limit.acts().stream()
                                        .sorted()
                                        .map(Coded::label)
                                        .map(l -> l.in(language))
                                        .collect(Collectors.joining(language == Language.EN ? ", " : "、"))
                                + " |\n")
                        .collect(Collectors.joining());
    }
}
