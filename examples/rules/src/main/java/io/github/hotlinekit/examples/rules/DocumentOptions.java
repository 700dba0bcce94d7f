package io.github.hotlinekit.examples.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.dmn.RoutingDmn;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.DirectoryJson;
import io.github.hotlinekit.core.json.TaxonomyJson;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.RuleTables;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which documents rules are read with. */
final class DocumentOptions {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--taxonomy",
            paramLabel = "CSV|JSON",
            description = "the taxonomy; default: the SDK's own; 事项分类表,默认用 SDK 自带的")
    private @Nullable Path taxonomy;

    @Option(
            names = "--directory",
            paramLabel = "JSON",
            description = "departments and areas in one document; default: directory.json beside the rules,"
                    + " where there is one and no table is named; 机构区域文件")
    private @Nullable Path directory;

    @Option(
            names = "--departments",
            paramLabel = "CSV",
            description = "the departments; default: departments.csv beside the rules; 承办单位表")
    private @Nullable Path departments;

    @Option(names = "--areas", paramLabel = "CSV", description = "the areas; default: areas.csv beside the rules; 区域表")
    private @Nullable Path areas;

    /** Reads rules and all that they name; a table of the set lies beside it. */
    City read(Path file, Path folder) throws IOException {
        byte[] document = Files.readAllBytes(folder.resolve(file));
        Taxonomy categories = taxonomy(named(document, "taxonomy"), folder);
        Directory directory = directory(named(document, "directory"), file, folder);
        RuleTables tables = name -> {
            Path table = folder.resolve(file).resolveSibling(name);
            return Files.isRegularFile(table) ? Optional.of(Files.newInputStream(table)) : Optional.empty();
        };
        RuleSet rules =
                RuleSet.read(file.toString(), new ByteArrayInputStream(document), categories, directory, tables);
        return new City(rules, categories, directory);
    }

    /** Reads rules from decision tables of DMN. */
    City readDmn(Path file, Path folder) throws IOException {
        byte[] document = Files.readAllBytes(folder.resolve(file));
        Taxonomy categories = taxonomy(namedInDmn(document, "taxonomy"), folder);
        Directory directory = directory(namedInDmn(document, "directory"), file, folder);
        RuleSet rules = RoutingDmn.read(file.toString(), new ByteArrayInputStream(document), categories, directory);
        return new City(rules, categories, directory);
    }

    private Taxonomy taxonomy(Identity identity, Path folder) throws IOException {
        if (taxonomy == null) {
            return Taxonomy.standard();
        }
        try (InputStream in = Files.newInputStream(folder.resolve(taxonomy))) {
            if (taxonomy.toString().endsWith(".json")) {
                return TaxonomyJson.read(Utf8.reader(in), taxonomy.toString());
            }
            return Taxonomy.readCsv(identity.id(), identity.version(), taxonomy.toString(), in);
        }
    }

    private Directory directory(Identity identity, Path file, Path folder) throws IOException {
        boolean tablesNamed = departments != null || areas != null;
        if (directory != null && tablesNamed) {
            throw new ParameterException(
                    spec.commandLine(), "--directory must not be given with --departments or --areas");
        }
        Path document = directory == null ? file.resolveSibling("directory.json") : directory;
        if (directory != null || (!tablesNamed && Files.isRegularFile(folder.resolve(document)))) {
            try (InputStream in = Files.newInputStream(folder.resolve(document))) {
                return DirectoryJson.read(Utf8.reader(in), document.toString());
            }
        }
        Path departmentFile = departments == null ? file.resolveSibling("departments.csv") : departments;
        Path areaFile = areas == null ? file.resolveSibling("areas.csv") : areas;
        try (InputStream units = Files.newInputStream(folder.resolve(departmentFile));
                InputStream places = Files.newInputStream(folder.resolve(areaFile))) {
            return Directory.readCsv(
                    identity.id(), identity.version(), departmentFile.toString(), units, areaFile.toString(), places);
        }
    }

    /** Tables have no name of their own, and are taken for those that the rules name. */
    private static Identity named(byte[] document, String property) throws IOException {
        try {
            return identity(MAPPER.readTree(document).path(property).asText(), property);
        } catch (JsonProcessingException e) {
            return Identity.of(property, "1"); // the reader of the rules says what is wrong
        }
    }

    private static Identity namedInDmn(byte[] document, String attribute) {
        Matcher named =
                Pattern.compile(attribute + "=\"([^\"]*)\"").matcher(new String(document, StandardCharsets.UTF_8));
        return identity(named.find() ? named.group(1) : "", attribute);
    }

    private static Identity identity(String text, String otherwise) {
        String[] parts = text.split("@", -1);
        return parts.length == 2 && Identity.isValidPart(parts[0]) && Identity.isValidPart(parts[1])
                ? Identity.of(parts[0], parts[1])
                : Identity.of(otherwise, "1");
    }
}
