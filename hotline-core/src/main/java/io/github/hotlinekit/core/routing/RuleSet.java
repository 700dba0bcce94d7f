package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routing rules of a city, as its dispatch catalogue (派单目录) holds them. Sections are tried in
 * order, and the rules of each in order; the first that matches a case decides.
 *
 * <p>As a document it is JSON of the format {@value #FORMAT}:
 *
 * <pre>{@code
 * {"format": "hotline-routing/1", "id": "shishi", "version": "2026.1",
 *  "taxonomy": "12345-default@2026.1", "directory": "shishi@2026.1",
 *  "sections": [{"id": "catalogue", "rules": [
 *    {"id": "C01", "title": "Manhole covers",
 *     "when": {"category": ["05.01"], "area": ["350581001"], "kind": ["complaint"], "channel": ["phone"]},
 *     "then": {"lead": "ZJJ", "assist": ["CGJ"]}, "basis": "List of duties, 41"}]}]}
 * }</pre>
 *
 * <p>A property left out of {@code when} means any; {@code title}, {@code when}, {@code basis} and
 * {@code assist} may be left out. {@code then} is one of {@code {"lead": CODE}}, {@code {"lead":
 * {"jurisdiction": "area"}}}, {@code {"desk": "answer"}}, {@code {"refer": "119"}}, {@code
 * {"statutory": "信访"}} and {@code {"triage": "REASON"}}.
 *
 * @param id the rule set's name, of the form of {@link Identity}
 * @param version its version, of that form
 * @param taxonomy the identity of the taxonomy whose categories it names
 * @param directory the identity of the directory whose departments and areas it names
 * @param sections at least one, ids differ; in all at most {@value #MAX_RULES} rules, whose ids differ
 */
@Value.Builder
public record RuleSet(String id, String version, String taxonomy, String directory, List<Section> sections) {

    /** The format of its documents. */
    public static final String FORMAT = "hotline-routing/1";
    /** The most rules. */
    public static final int MAX_RULES = 100_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(RuleSet.class);

    /**
     * Rules that are tried together, such as the rulings of a meeting, or the catalogue.
     *
     * @param id its name, unique in the rule set; not blank, at most {@value Rule#MAX_ID} characters
     * @param rules at least one, in the order in which they are tried
     */
    public record Section(String id, List<Rule> rules) {
        /** Checks and copies the parts. */
        public Section {
            if (Objects.requireNonNull(id, "id").isBlank() || id.length() > Rule.MAX_ID) {
                throw new IllegalArgumentException(
                        "section id must be 1 to " + Rule.MAX_ID + " characters and not blank, but was \"" + id + "\"");
            }
            rules = List.copyOf(Objects.requireNonNull(rules, "rules"));
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("section " + id + " must have at least one rule");
            }
        }
    }

    /** Checks and copies the parts. */
    public RuleSet {
        Identity.of(id, version);
        Objects.requireNonNull(taxonomy, "taxonomy");
        Objects.requireNonNull(directory, "directory");
        sections = List.copyOf(Objects.requireNonNull(sections, "sections"));
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("sections must not be empty");
        }
        Set<String> sectionIds = new HashSet<>();
        Set<String> ruleIds = new HashSet<>();
        for (Section section : sections) {
            requireNew("section", section.id(), sectionIds);
            for (Rule rule : section.rules()) {
                requireNew("rule", rule.id(), ruleIds);
            }
        }
        if (ruleIds.size() > MAX_RULES) {
            throw new IllegalArgumentException(
                    "a rule set must have at most " + MAX_RULES + " rules, but had " + ruleIds.size());
        }
    }

    private static void requireNew(String what, String id, Set<String> seen) {
        if (!seen.add(id)) {
            throw new IllegalArgumentException(what + " ids must differ, but \"" + id + "\" is twice");
        }
    }

    /**
     * Reads a rule set.
     *
     * @param source the document's name, for problems
     * @param in the document, in UTF-8; not closed
     * @param taxonomy the taxonomy whose categories it names
     * @param directory the directory whose departments and areas it names
     * @return the rule set
     * @throws InvalidDocumentException with every problem found, if there is any
     * @throws IOException if {@code in} throws it
     */
    public static RuleSet read(String source, InputStream in, Taxonomy taxonomy, Directory directory)
            throws IOException {
        RuleSet rules = RuleSetReader.read(Problems.of(source), in, taxonomy, directory);
        LOGGER.debug("Read rule set {} with {} rules", rules.identity(), rules.size());
        return rules;
    }

    /**
     * Checks a rule set without loading it.
     *
     * @param source the document's name, for problems
     * @param in the document, in UTF-8; not closed
     * @param taxonomy the taxonomy whose categories it names
     * @param directory the directory whose departments and areas it names
     * @return what is wrong with it, in the order found; empty if it can be read
     * @throws IOException if {@code in} throws it
     */
    public static List<Problem> check(String source, InputStream in, Taxonomy taxonomy, Directory directory)
            throws IOException {
        try {
            RuleSetReader.read(Problems.of(source), in, taxonomy, directory);
            return List.of();
        } catch (InvalidDocumentException e) {
            return e.problems();
        }
    }

    /**
     * Which rule set this is.
     *
     * @return its id and version, such as {@code shishi@2026.1}
     */
    public String identity() {
        return Identity.of(id, version).toString();
    }

    /**
     * How many rules it has.
     *
     * @return the number of rules in all sections
     */
    public int size() {
        return sections.stream().mapToInt(s -> s.rules().size()).sum();
    }

    /**
     * A builder; id, version, taxonomy, directory and a section must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a rule set. */
    public static final class Builder extends RuleSetBuilder {
        Builder() {}
    }
}
