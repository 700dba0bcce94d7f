package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.style.DefaultingStyle;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 *  "zone": "Asia/Shanghai", "taxonomy": "12345-default@2026.1", "directory": "shishi@2026.1",
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
 * @param zone whose days and times of the day it means
 * @param effective from when to when it is in force, in days of the zone
 * @param taxonomy the identity of the taxonomy whose categories it names
 * @param directory the identity of the directory whose departments and areas it names
 * @param sections at least one, ids differ; in all at most {@value #MAX_RULES} rules, and rules of the same id are in
 *     one section and do not overlap in time
 * @param onReturn what becomes of cases that departments have objected to
 * @param norms what must hold of all its decisions; ids differ
 * @param tests cases and how they must be decided; ids differ
 * @param extensions what a host adds for itself
 */
@DefaultingStyle
@Value.Builder
public record RuleSet(
        String id,
        String version,
        ZoneId zone,
        Effective effective,
        String taxonomy,
        String directory,
        List<Section> sections,
        ReturnPolicy onReturn,
        List<Norm> norms,
        List<RuleTest> tests,
        Extensions extensions)
        implements WithRuleSet {

    /** The format of its documents. */
    public static final String FORMAT = "hotline-routing/1";
    /** The most rules. */
    public static final int MAX_RULES = 100_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(RuleSet.class);

    /** The most rules of the same id. */
    public static final int MAX_VERSIONS = 256;
    /** The most words of keywords, counted once each. */
    public static final int MAX_WORDS = 50_000;

    /**
     * Rules that are tried together, such as the rulings of a meeting, or the catalogue.
     *
     * @param id its name, unique in the rule set; not blank, at most {@value Rule#MAX_ID} characters
     * @param policy which of the matching rules decides
     * @param rules at least one, in the order of the document
     */
    public record Section(String id, SectionPolicy policy, List<Rule> rules) {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if there is no rule, or a rule of a section that collects does something other
         *     than add departments that assist, or one of another section does that
         */
        public Section {
            Rule.requireId("section id", id);
            Objects.requireNonNull(policy, "policy");
            rules = List.copyOf(Objects.requireNonNull(rules, "rules"));
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("section " + id + " must have at least one rule");
            }
            for (Rule rule : rules) {
                boolean assists = rule.then() instanceof Directive.Assist;
                if (assists != (policy == SectionPolicy.COLLECT)) {
                    throw new IllegalArgumentException("rule " + rule.id() + " of section " + id + " must "
                            + (assists
                                    ? "decide, since the section does not collect"
                                    : "only add assisting departments"));
                }
            }
        }

        /**
         * A section of which the first matching rule decides.
         *
         * @param id its name
         * @param rules its rules
         * @return the section
         */
        public static Section first(String id, Rule... rules) {
            return new Section(id, SectionPolicy.FIRST, List.of(rules));
        }
    }

    /** Checks and copies the parts. */
    public RuleSet {
        Identity.of(id, version);
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(effective, "effective");
        Objects.requireNonNull(taxonomy, "taxonomy");
        Objects.requireNonNull(directory, "directory");
        sections = List.copyOf(Objects.requireNonNull(sections, "sections"));
        Objects.requireNonNull(onReturn, "onReturn");
        norms = List.copyOf(Objects.requireNonNull(norms, "norms"));
        tests = List.copyOf(Objects.requireNonNull(tests, "tests"));
        Objects.requireNonNull(extensions, "extensions");
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("sections must not be empty");
        }
        Set<String> sectionIds = new HashSet<>();
        Map<String, List<Rule>> versions = new HashMap<>();
        Map<String, String> sectionOf = new HashMap<>();
        Set<String> words = new HashSet<>();
        int count = 0;
        for (Section section : sections) {
            requireNew("section", section.id(), sectionIds);
            for (Rule rule : section.rules()) {
                count++;
                requireOneSection(rule, section, sectionOf);
                requireNewVersion(rule, versions.computeIfAbsent(rule.id(), i -> new ArrayList<>(1)));
                words.addAll(rule.when().keywords().words());
            }
        }
        requireAtMost("rules", MAX_RULES, count);
        requireAtMost("words", MAX_WORDS, words.size());
        Set<String> normIds = new HashSet<>();
        for (Norm norm : norms) {
            requireNew("norm", norm.id(), normIds);
            for (String except : norm.except()) {
                if (!versions.containsKey(except)) {
                    throw new IllegalArgumentException(
                            "norm " + norm.id() + " must except rules of the set, but excepts \"" + except + "\"");
                }
            }
        }
        Set<String> testIds = new HashSet<>();
        tests.forEach(test -> requireNew("test", test.id(), testIds));
    }

    private static void requireOneSection(Rule rule, Section section, Map<String, String> sectionOf) {
        String first = sectionOf.putIfAbsent(rule.id(), section.id());
        if (first != null && !first.equals(section.id())) {
            throw new IllegalArgumentException("rules of the same id must be in one section, but \"" + rule.id()
                    + "\" is in " + first + " and " + section.id());
        }
    }

    private static void requireNewVersion(Rule rule, List<Rule> versions) {
        requireAtMost("versions of rule " + rule.id(), MAX_VERSIONS, versions.size() + 1);
        for (Rule version : versions) {
            if (version.effective().overlaps(rule.effective())) {
                throw new IllegalArgumentException("rules of the same id must not overlap in time, but \"" + rule.id()
                        + "\" is in force " + version.effective() + " and " + rule.effective());
            }
        }
        versions.add(rule);
    }

    private static void requireAtMost(String what, int max, int actual) {
        if (actual > max) {
            throw new IllegalArgumentException(
                    "a rule set must have at most " + max + " " + what + ", but had " + actual);
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
     * A builder; id, version, zone, taxonomy, directory and a section must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a rule set. */
    public static final class Builder extends RuleSetBuilder {
        Builder() {
            effective(Effective.ALWAYS);
            onReturn(ReturnPolicy.STANDARD);
            extensions(Extensions.NONE);
        }
    }
}
