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
import java.io.Writer;
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
 * <p>Beside these the set may have {@code effective} ({@code {"from": DATE, "to": DATE}}, either left out, the end
 * exclusive), {@code onReturn} ({@code {"policy": "nextMatch" or "triage", "maxReturns": 2, "then": {"triage":
 * "DISPUTED"}}}), {@code norms}, {@code tests}, and properties of a host's own that begin with {@code x-}. A section has a
 * {@code policy} ({@code first} if left out, {@code mostSpecific}, {@code unique}, {@code collect}) and either {@code
 * rules} or the name of a {@code table}, which the {@link RuleTables} that it is read with know. A rule may have
 * {@code title}, {@code effective}, {@code basis} and {@code x-} properties.
 *
 * <p>{@code when} may list {@code category}, {@code area}, {@code kind}, {@code channel}, {@code priority}, {@code
 * requester} and {@code dayType}, where {@code "(none)"} stands for a fact that is missing;
 * {@code "keywords": {"any": [WORD], "all": [WORD], "none": [WORD]}}, any of the three left out; and {@code time}, a list
 * of {@linkplain TimeWindow windows}. A property left out means any; an empty list is an error. {@code then} is one of {@code {"lead": TARGET, "assist": [TARGET]}}, {@code
 * {"desk": "answer"}}, {@code {"refer": "119"}}, {@code {"statutory": "信访"}} and {@code {"triage": "REASON"}}; in a
 * section that collects, {@code {"assist": [TARGET]}}. A target is a department's code or {@code {"jurisdiction": "street",
 * "function": "housing"}}, where {@code "area"} stands for the nearest area that names a department and the function may
 * be left out.
 *
 * <p>A norm is {@code {"id": ID, "never": {"when": …, "then": PATTERN}, "except": [RULE]}}, or {@code always}; its pattern
 * has some of {@code outcome}, {@code lead}, {@code involves} (lists), {@code leadLevel}, {@code leadType} and {@code
 * leadFunction}. A test is {@code {"id": ID, "at": TIME, "facts": …, "excluded": [CODE], "expect": …}}; facts are
 * {@code category}, {@code area}, {@code kind}, {@code channel}, {@code priority}, {@code requester}, {@code dayType}, {@code
 * text} and {@code receivedAt}, each left out if missing; it expects some of {@code rule}, {@code lead}, {@code assist}
 * (here an empty list says that nobody assists), or one of the other outcomes.
 *
 * <p>A table is a CSV (RFC 4180) in UTF-8, with or without a byte order mark, of a column {@code rule} and any of {@code
 * title, category, area, kind, channel, priority, requester, day_type, keywords, keywords_all, keywords_none, time, lead,
 * assist, outcome, from, to, basis}. An empty cell and {@code -} mean any; {@code |} separates alternatives; a line that
 * begins with {@code #} is a comment. A target is a code, {@code @street}, {@code @district/housing} or {@code @area}; an
 * outcome is {@code desk}, {@code refer:119}, {@code statutory:信访} or {@code triage:REASON}. Text that a spreadsheet would
 * take for a formula has a {@code '} before it.
 *
 * <p>Limits: 16 Mi characters a document, {@value #MAX_RULES} rules, {@value #MAX_VERSIONS} of one id, {@value
 * Condition#MAX_VALUES} values a cell, {@value Condition#MAX_PAIRS} pairs of category and area a rule, {@value
 * Keywords#MAX_WORDS} words a rule, {@value #MAX_WORDS} a set, {@value Keywords#MAX_LENGTH} characters a word. There are
 * no patterns and no expressions.
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
     * Reads a rule set that includes no tables.
     *
     * @param source the document's name, for problems
     * @param in the document, in UTF-8; not closed
     * @param taxonomy the taxonomy whose categories it names
     * @param directory the directory whose departments and areas it names
     * @return the rule set
     * @throws InvalidDocumentException with every problem found, up to {@value Problems#LIMIT}, if there is any
     * @throws IOException if {@code in} throws it
     */
    public static RuleSet read(String source, InputStream in, Taxonomy taxonomy, Directory directory)
            throws IOException {
        return read(source, in, taxonomy, directory, RuleTables.NONE);
    }

    /**
     * Reads a rule set and the tables that it includes.
     *
     * @param source the document's name, for problems; those of a table have the table's name
     * @param in the document, in UTF-8; not closed
     * @param taxonomy the taxonomy whose categories it names
     * @param directory the directory whose departments and areas it names
     * @param tables where the tables lie
     * @return the rule set; which rules came from a table is not kept
     * @throws InvalidDocumentException with every problem found, up to {@value Problems#LIMIT}, if there is any
     * @throws IOException if {@code in} or {@code tables} throws it
     */
    public static RuleSet read(String source, InputStream in, Taxonomy taxonomy, Directory directory, RuleTables tables)
            throws IOException {
        RuleSet rules = RuleSetReader.read(Problems.of(source), in, taxonomy, directory, tables);
        LOGGER.debug("Read rule set {} with {} rules", rules.identity(), rules.size());
        return rules;
    }

    /**
     * Checks a rule set that includes no tables, without loading it.
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
        return check(source, in, taxonomy, directory, RuleTables.NONE);
    }

    /**
     * Checks a rule set and the tables that it includes, without loading it.
     *
     * @param source the document's name, for problems; those of a table have the table's name
     * @param in the document, in UTF-8; not closed
     * @param taxonomy the taxonomy whose categories it names
     * @param directory the directory whose departments and areas it names
     * @param tables where the tables lie
     * @return what is wrong with it, in the order found; empty if it can be read
     * @throws IOException if {@code in} or {@code tables} throws it
     */
    public static List<Problem> check(
            String source, InputStream in, Taxonomy taxonomy, Directory directory, RuleTables tables)
            throws IOException {
        try {
            RuleSetReader.read(Problems.of(source), in, taxonomy, directory, tables);
            return List.of();
        } catch (InvalidDocumentException e) {
            return e.problems();
        }
    }

    /**
     * Reads a section from a decision table, as described above.
     *
     * @param source the table's name, for problems
     * @param in the table, in UTF-8; not closed
     * @param id the section's name
     * @param policy which of its matching rules decides
     * @param taxonomy the taxonomy whose categories it names
     * @param directory the directory whose departments and areas it names
     * @return the section
     * @throws InvalidDocumentException with every problem found, up to {@value Problems#LIMIT}, if there is any
     * @throws IllegalArgumentException if {@code id} is none
     * @throws IOException if {@code in} throws it
     */
    public static Section readTable(
            String source, InputStream in, String id, SectionPolicy policy, Taxonomy taxonomy, Directory directory)
            throws IOException {
        Rule.requireId("section id", id);
        Problems problems = Problems.of(source);
        List<Rule> rules =
                RuleTableReader.read(problems, in, id, policy, new RuleParts(taxonomy, directory), MAX_RULES);
        problems.throwIfAny();
        return new Section(id, policy, rules);
    }

    /**
     * Writes the rules of a section as a decision table: all columns, {@code -} for any, lines ended by CRLF. Equal
     * sections give the same text, and {@link #readTable} reads the same rules from it.
     *
     * @param section the section
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IllegalArgumentException if a rule has extensions, or an id or a code that a table would mean otherwise:
     *     one that begins with {@code =}, {@code +}, {@code @} or {@code #}, or is {@code -}; nothing is written
     * @throws IOException if {@code out} throws it
     */
    public static void writeTable(Section section, Writer out) throws IOException {
        out.write(RuleTableWriter.text(section));
    }

    /**
     * Writes the rule set as a document, tables included. Equal rule sets give the same text, and {@link #read} reads an
     * equal one from it, with the taxonomy and the directory it names.
     *
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public void write(Writer out) throws IOException {
        out.write(RuleSetWriter.text(this));
    }

    /**
     * The fingerprint of what it says (摘要): SHA-256 of its document without white space, properties in alphabetical
     * order, in UTF-8. Equal rule sets have equal hashes, however their documents were laid out and whether their rules
     * stood in tables; extensions count. Takes time proportional to the rule set: keep it.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String hash() {
        return RuleSetWriter.hash(this);
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
