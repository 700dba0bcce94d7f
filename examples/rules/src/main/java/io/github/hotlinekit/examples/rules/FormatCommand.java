package io.github.hotlinekit.examples.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hotlinekit.core.json.JsonText;
import io.github.hotlinekit.core.routing.RuleSet;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lays a document out so that its versions can be compared line by line. */
@Command(
        name = "format",
        description = "Lays the document out, a rule a line where it fits; changes nothing that it says. 排版规则文件。")
final class FormatCommand extends DocumentCommand {

    /** Numbers keep their digits. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup
    private @Nullable Way way;

    static final class Way {
        @Option(names = "--write", description = "write it to its file; 写回文件")
        private boolean write;

        @Option(names = "--check", description = "only say whether it is laid out so; 只检查")
        private boolean check;

        @Option(
                names = "--whole",
                description = "print all in the one form that its hash stands for, tables included; 输出含表格的完整规则集")
        private boolean whole;

        @Option(
                names = "--table",
                paramLabel = "SECTION",
                description = "print a section as a decision table in CSV; 将某章节输出为决策表")
        private @Nullable String table;
    }

    FormatCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(City city, Printer printer) throws IOException {
        Path path = surroundings().folder().resolve(file());
        String before = Files.readString(path);
        String after = JsonText.of(object(MAPPER.readTree(before))) + "\n";
        if (way == null) {
            printer.text(after);
        } else if (way.whole) {
            StringWriter text = new StringWriter();
            city.rules().write(text);
            printer.text(text.toString());
        } else if (way.table != null) {
            printer.text(table(city.rules(), way.table));
        } else if (before.equals(after)) {
            printer.line("版式无需改动 " + file(), file() + " is laid out so already");
        } else if (way.check) {
            printer.line("版式需要改动 " + file(), file() + " is laid out otherwise");
            return RulesCommand.FOUND;
        } else if (way.write) {
            Files.writeString(path, after);
            printer.line("已写入 " + file(), "wrote " + file());
        }
        return RulesCommand.OK;
    }

    private String table(RuleSet rules, String id) throws IOException {
        for (RuleSet.Section section : rules.sections()) {
            if (section.id().equals(id)) {
                StringWriter text = new StringWriter();
                RuleSet.writeTable(section, text);
                return text.toString();
            }
        }
        List<String> ids = rules.sections().stream().map(RuleSet.Section::id).toList();
        String message = "--table must be one of " + ids + ", but was " + id;
        throw spec == null ? new IllegalStateException(message) : new ParameterException(spec.commandLine(), message);
    }

    private static Map<String, Object> object(JsonNode node) {
        Map<String, Object> object = new LinkedHashMap<>();
        node.properties().forEach(field -> object.put(field.getKey(), value(field.getValue())));
        return object;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        } else if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        } else if (node.isTextual()) {
            return node.textValue();
        }
        return new JsonText.Raw(node.toString());
    }
}
