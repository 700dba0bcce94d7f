package io.github.hotlinekit.examples.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What programs are told about the city whose cases they read, as a mixin of picocli. */
public final class CityOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--input", paramLabel = "FILE", description = "a city's export, CSV in UTF-8 with a header")
    private @Nullable Path input;

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description =
                    "how to read it: boston-311, nyc-311, dc-311, or a mapping document with the others beside it")
    private @Nullable String mapping;

    @Option(
            names = "--as-of",
            paramLabel = "WHEN",
            description = "the instant of the figures, such as 2015-07-10T17:00:00+08:00, or a day, to its end in the"
                    + " city's zone; default: the latest instant in the input")
    private @Nullable String asOf;

    @Option(names = "--simulate", paramLabel = "CITY", description = "simulate a city: shishi (the default)")
    private @Nullable String simulate;

    @Option(names = "--seed", defaultValue = "12345", description = "the simulation's seed; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--strict", description = "fail if the input has a faulty row")
    private boolean strict;

    /** Takes its values from picocli. */
    public CityOptions() {}

    /**
     * The cases asked for.
     *
     * @return those of the file, or of the simulated city
     * @throws ParameterException if the options do not go together
     * @throws io.github.hotlinekit.core.document.InvalidDocumentException if the mapping or a document beside it is wrong
     * @throws IOException if a document cannot be read
     */
    public CityCases cases() throws IOException {
        if (input == null) {
            if (mapping != null) {
                throw wrong("--mapping goes with --input, but was " + mapping + " without it");
            }
            if (simulate != null && !simulate.equals("shishi")) {
                throw wrong("--simulate must be shishi, but was " + simulate);
            }
            return CityCases.shishi(seed);
        }
        if (simulate != null) {
            throw wrong("--input and --simulate exclude each other, but were " + input + " and " + simulate);
        }
        if (mapping == null) {
            throw wrong("--input needs --mapping, but was " + input + " without it");
        }
        return CityCases.imported(input, mapping);
    }

    /**
     * The instant of the figures.
     *
     * @param cases the cases asked for
     * @return the one given, else the latest of the cases
     * @throws ParameterException if it is neither a day nor an instant
     * @throws IOException if the file cannot be read
     */
    public Instant asOf(CityCases cases) throws IOException {
        return asOf == null ? cases.latest() : parse(asOf, cases.zone());
    }

    private Instant parse(String text, ZoneId zone) {
        try {
            return text.length() == "2015-07-10".length()
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong("--as-of must be a day such as 2015-07-10 or an instant such as 2015-07-10T17:00:00+08:00,"
                    + " but was " + text);
        }
    }

    /** The file; null for a simulated city. */
    @Nullable
    Path input() {
        return input;
    }

    long seed() {
        return seed;
    }

    /**
     * Whether a faulty row is one too many.
     *
     * @return whether nothing is to be written then
     */
    public boolean isStrict() {
        return strict;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
