package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Writes the routing rules of one day as decision tables of DMN 1.3 (OMG formal/21-02-01), and reads such tables.
 *
 * <p>The decision {@code route} is a table of hit policy FIRST that holds the rules of all sections that decide, one
 * section after the other. Its inputs are the strings {@code category}, {@code area}, {@code kind}, {@code channel},
 * {@code priority}, {@code requester} and {@code dayType}; a fact that is missing is null. Its outputs are strings:
 * {@code section} and {@code rule}; {@code outcome}, one of {@code dispatch}, {@code desk}, {@code refer}, {@code
 * statutory} and {@code triage}; {@code detail}, the number, the channel or the reason; {@code lead}, a department, or
 * {@code jurisdiction}, {@code LEVEL} or {@code LEVEL/FUNCTION} where the level {@code area} is the nearest; and {@code
 * assist}, departments and jurisdictions, the latter after an {@code @}, joined by {@code |}. Outputs that say nothing are
 * null, and where no row matches the result is null: triage, {@code UNROUTED}. The decision {@code assist}, if any section
 * collects, is a table of hit policy RULE ORDER, since the order of those that assist has a meaning that COLLECT does not
 * keep; what it gives is to be added to a dispatch. If categories were retired before the day, a decision {@code
 * currentCategory} forwards them. The annotations {@code title} and {@code basis} are those of the rules.
 *
 * <p>Categories and areas match by prefix, behind a test for null, since some engines fail on a prefix of null: {@code ? !=
 * null and (? = "04.02" or starts with(?, "04.02."))}.
 *
 * <p>A section of which the most specific rule decides is sorted by how much its rules say; a rule whose categories or
 * areas are of unequal depth becomes several rows. What such a table no longer says: that a decision was ambiguous; and
 * when the rules before or after that day apply. Norms, tests and a host's own properties are not written.
 *
 * <p>Extension elements carry the identities, the zone, and what becomes of returned cases.
 */
public final class RoutingDmn {

    /** The most characters of a document. */
    public static final int MAX_DOCUMENT = 32 << 20;
    /** The most elements of a document. */
    public static final int MAX_ELEMENTS = 1_000_000;
    /** How deep elements may be nested. */
    public static final int MAX_DEPTH = 32;
    /** The most characters of the text of an element, and of an attribute. */
    public static final int MAX_TEXT = 64 << 10;

    private RoutingDmn() {}

    /**
     * What keeps the rules of a day from being written.
     *
     * @param ruleSet the rules
     * @param day the day, in the rule set's zone
     * @return everything that DMN cannot say, in the order of the rules; empty if they can be written
     */
    public static List<Unsupported> unsupported(RuleSet ruleSet, LocalDate day) {
        return DmnRows.unsupported(Objects.requireNonNull(ruleSet, "ruleSet"), Objects.requireNonNull(day, "day"));
    }

    /**
     * Writes the rules that are in force on a day, or nothing if DMN cannot say one of them. The same rules give the same
     * text, with lines ended by LF.
     *
     * @param ruleSet the rules
     * @param day the day, in the rule set's zone
     * @param taxonomy the taxonomy that the rules name, for categories retired before the day
     * @param out takes the document, which says of itself that it is in UTF-8; not closed
     * @return {@linkplain #unsupported what DMN cannot say}; empty if the document was written
     * @throws IllegalArgumentException if the rules name another taxonomy
     * @throws IOException if {@code out} throws it
     */
    public static List<Unsupported> write(RuleSet ruleSet, LocalDate day, Taxonomy taxonomy, Writer out)
            throws IOException {
        Objects.requireNonNull(out, "out");
        if (!ruleSet.taxonomy().equals(taxonomy.identity())) {
            throw new IllegalArgumentException("taxonomy must be " + ruleSet.taxonomy() + ", which rule set "
                    + ruleSet.identity() + " names, but was " + taxonomy.identity());
        }
        List<Unsupported> unsupported = unsupported(ruleSet, day);
        if (!unsupported.isEmpty()) {
            return unsupported;
        }
        String document = DmnWriter.document(ruleSet, day, taxonomy);
        if (document.length() > MAX_DOCUMENT) {
            return List.of(Unsupported.of(
                    Unsupported.TOO_LONG,
                    "文件超过" + MAX_DOCUMENT + "个字符",
                    "the document would have more than " + MAX_DOCUMENT + " characters"));
        }
        out.write(document);
        return List.of();
    }

    /**
     * Reads a rule set from the tables that {@link #write} writes, also after an editor changed their rows. Sections of
     * {@code route} are read as the table has them, with the first match deciding; rows of one rule after its first get
     * ids that end in {@code /2}, {@code /3} and so on. The rule set is in force while the rules of the day it was written
     * for were the same.
     *
     * @param source the document's name, for problems
     * @param in the document, in UTF-8; not closed
     * @param taxonomy the taxonomy whose categories it names
     * @param directory the directory whose departments and areas it names
     * @return the rule set
     * @throws InvalidDocumentException with every problem found, if there is any: among them what is DMN but none of the
     *     above, with codes that begin with {@code DMN_UNSUPPORTED_}
     * @throws IOException if {@code in} throws it
     */
    public static RuleSet read(String source, InputStream in, Taxonomy taxonomy, Directory directory)
            throws IOException {
        Problems problems = Problems.of(source);
        XmlElement root = XmlElement.read(in, problems);
        return new DmnReader(taxonomy, directory, problems).read(root);
    }
}
