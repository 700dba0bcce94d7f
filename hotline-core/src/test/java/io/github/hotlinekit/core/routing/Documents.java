package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents over the small trees of {@link RoutingArbitraries}, read and written in memory. */
final class Documents {

    static final String SOURCE = "rules.json";
    static final String TABLE = "rules.csv";

    static final String HEAD = """
            {"format": "hotline-routing/1", "id": "r", "version": "1", "zone": "Asia/Shanghai",
             "taxonomy": "t@1", "directory": "d@1", "sections":
            """;

    private Documents() {}

    static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static RuleSet read(String text) {
        return read(text, RuleTables.NONE);
    }

    static RuleSet read(String text, RuleTables tables) {
        try {
            return RuleSet.read(
                    SOURCE, in(text), RoutingArbitraries.taxonomy(), RoutingArbitraries.directory(), tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Problem> check(String text) {
        return check(text, RuleTables.NONE);
    }

    static List<Problem> check(String text, RuleTables tables) {
        try {
            return RuleSet.check(
                    SOURCE, in(text), RoutingArbitraries.taxonomy(), RoutingArbitraries.directory(), tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a set of one section of these rules. */
    static List<Problem> checkRules(String rules) {
        return check(HEAD + "[{\"id\": \"s\", \"rules\": [" + rules + "]}]}");
    }

    static RuleTables tables(Map<String, String> texts) {
        return name -> Optional.ofNullable(texts.get(name)).map(Documents::in);
    }

    static RuleSet.Section readTable(String text, SectionPolicy policy) {
        return readTable(text.getBytes(StandardCharsets.UTF_8), policy);
    }

    static RuleSet.Section readTable(byte[] bytes, SectionPolicy policy) {
        try {
            return RuleSet.readTable(
                    TABLE,
                    new ByteArrayInputStream(bytes),
                    "s",
                    policy,
                    RoutingArbitraries.taxonomy(),
                    RoutingArbitraries.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Problem> checkTable(String text) {
        return checkTable(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Problem> checkTable(byte[] bytes) {
        try {
            readTable(bytes, SectionPolicy.FIRST);
            return List.of();
        } catch (InvalidDocumentException e) {
            return e.problems();
        }
    }

    static String write(RuleSet rules) {
        StringWriter out = new StringWriter();
        try {
            rules.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String writeTable(RuleSet.Section section) {
        StringWriter out = new StringWriter();
        try {
            RuleSet.writeTable(section, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
