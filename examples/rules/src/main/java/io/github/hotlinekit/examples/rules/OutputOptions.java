package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.language.Language;
import java.io.PrintStream;
import picocli.CommandLine.Option;

/** How results are printed. */
final class OutputOptions {

    /** When to print in colours. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(names = "--json", description = "print JSON, for programs; 输出 JSON")
    private boolean json;

    @Option(
            names = "--lang",
            defaultValue = "en",
            paramLabel = "en|zh",
            description = "the language of the output; default: ${DEFAULT-VALUE}; 输出语言")
    private Language language = Language.EN;

    @Option(
            names = "--color",
            defaultValue = "auto",
            paramLabel = "auto|always|never",
            description = "auto is only on a terminal; default: ${DEFAULT-VALUE}; 是否使用颜色")
    private When colour = When.AUTO;

    boolean isJson() {
        return json;
    }

    Printer to(PrintStream stream, Surroundings surroundings) {
        boolean coloured = switch (colour) {
            case AUTO -> surroundings.colours().enabled();
            case ALWAYS -> true;
            case NEVER -> false;
        };
        return new Printer(stream, language, coloured);
    }
}
