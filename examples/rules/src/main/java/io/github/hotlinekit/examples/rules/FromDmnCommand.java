package io.github.hotlinekit.examples.rules;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a document of rules from decision tables of DMN. */
@Command(name = "from-dmn", description = "Makes rules of decision tables of DMN 1.3. 由 DMN 生成规则文件。")
final class FromDmnCommand extends DocumentCommand {

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; default: standard output; 输出文件")
    private @Nullable Path file;

    FromDmnCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(City city, Printer printer) throws IOException {
        StringWriter text = new StringWriter();
        city.rules().write(text);
        if (file == null) {
            printer.text(text.toString());
        } else {
            Files.writeString(surroundings().folder().resolve(file), text.toString());
        }
        return RulesCommand.OK;
    }
}
