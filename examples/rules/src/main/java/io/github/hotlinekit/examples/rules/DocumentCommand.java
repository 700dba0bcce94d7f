package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command about one document of rules. */
abstract class DocumentCommand implements Callable<Integer> {

    /** How many problems of a document are printed; as JSON all are. */
    private static final int MAX_SHOWN = 100;

    private final Surroundings surroundings;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final DocumentOptions documents = new DocumentOptions();

    @Parameters(
            index = "0",
            paramLabel = "RULES",
            description = "the rules, JSON of format hotline-routing/1 or, where it ends in .dmn, DMN 1.3; 规则文件")
    private Path file = Path.of("rules.json");

    DocumentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Does what the command is for and returns its exit code. */
    abstract int run(City city, Printer printer) throws IOException;

    boolean isJson() {
        return output.isJson();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Path file() {
        return file;
    }

    /** Reads rules, with the documents that the command line names. */
    City read(Path other) throws IOException {
        return other.toString().endsWith(".dmn")
                ? documents.readDmn(other, surroundings.folder())
                : documents.read(other, surroundings.folder());
    }

    @Override
    public final Integer call() throws IOException {
        try {
            return run(read(file), output.to(surroundings.out(), surroundings));
        } catch (InvalidDocumentException e) {
            return invalid(e);
        } catch (NoSuchFileException e) {
            output.to(surroundings.err(), surroundings).line("没有文件 " + e.getFile(), "there is no file " + e.getFile());
            return RulesCommand.UNUSABLE;
        }
    }

    private int invalid(InvalidDocumentException e) {
        if (output.isJson()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("problems", e.problems().stream().map(Printer::object).toList());
            output.to(surroundings.out(), surroundings).json(object);
        } else {
            Printer printer = output.to(surroundings.err(), surroundings);
            e.problems().stream().limit(MAX_SHOWN).forEach(printer::problem);
            int count = e.problems().size();
            int hidden = Math.max(0, count - MAX_SHOWN);
            printer.line(
                    "共 " + count + " 个问题" + (hidden == 0 ? "" : ",其中 " + hidden + " 个未列出"),
                    (count == 1 ? "1 problem" : count + " problems")
                            + (hidden == 0 ? "" : ", " + hidden + " not shown"));
        }
        return RulesCommand.UNUSABLE;
    }
}
