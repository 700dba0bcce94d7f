package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which time limits a case has: rows tried in order, of which the first that is for the case counts. As
 * a document: {@code hotline-sla-policy/1}, JSON.
 *
 * @param id the policy's id
 * @param version its version
 * @param zone the zone in which its days are counted
 * @param source where the rules are published, or what they rest on
 * @param hours opening hours by the names that targets call them by
 * @param reclassification what a change of kind, category or priority does to what is late already
 * @param rows the rows, in order
 */
public record SlaPolicy(
        String id,
        String version,
        ZoneId zone,
        String source,
        Map<String, OpeningHours> hours,
        Reclassification reclassification,
        List<PolicyRow> rows) {

    /** The most rows of a policy. */
    public static final int MAX_ROWS = 10_000;

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if there are too many rows, an id stands twice, or a target names opening hours
     *     that are not there
     */
    public SlaPolicy {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(source, "source");
        hours = Map.copyOf(Objects.requireNonNull(hours, "hours"));
        Objects.requireNonNull(reclassification, "reclassification");
        rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
        if (rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException("rows must be at most " + MAX_ROWS + ", but were " + rows.size());
        }
        if (rows.stream().map(PolicyRow::id).distinct().count() < rows.size()) {
            throw new IllegalArgumentException("rows must have different ids");
        }
        for (PolicyRow row : rows) {
            for (SlaTarget target : row.targets()) {
                if (target.hours().isPresent()
                        && !hours.containsKey(target.hours().get())) {
                    throw new IllegalArgumentException("hours of row " + row.id() + " must be one of " + hours.keySet()
                            + ", but was " + target.hours().get());
                }
            }
        }
    }

    /**
     * The rule that Shishi published on 8 March 2016 (Shishi Daily, 石狮日报): 3 working days for consultation
     * and help, 5 for complaint, report and suggestion. It names no limit for praise and other kinds, for
     * which 5 working days are assumed, nor for sign-for, for which 1 is.
     *
     * @return the policy
     */
    public static SlaPolicy shishi2016() {
        return Shishi.POLICY;
    }

    private static final class Shishi {
        static final SlaPolicy POLICY = load();

        private static SlaPolicy load() {
            String name = "shishi-2016.json";
            try (InputStream in = SlaPolicy.class.getResourceAsStream(name)) {
                return read(name, Objects.requireNonNull(in, name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads a policy.
     *
     * @param source the document's name, for problems
     * @param in its bytes, UTF-8; not closed
     * @return the policy
     * @throws InvalidDocumentException with every problem, if there is one: what is malformed, a row that no
     *     case can reach, a kind of case without a limit for completion
     * @throws IOException if {@code in} throws it
     */
    public static SlaPolicy read(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        Optional<SlaPolicy> policy = PolicyReader.read(in, problems);
        problems.throwIfAny();
        return policy.orElseThrow();
    }

    /**
     * Says what is wrong with a policy, without loading it.
     *
     * @param source the document's name, for problems
     * @param in its bytes, UTF-8; not closed
     * @return every problem; empty if there is none
     * @throws IOException if {@code in} throws it
     */
    public static List<Problem> check(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        try {
            PolicyReader.read(in, problems);
        } catch (InvalidDocumentException tooMany) {
            return tooMany.problems();
        }
        return problems.toList();
    }

    /**
     * Id and version.
     *
     * @return such as {@code shishi-2016@1}
     */
    public String identity() {
        return id + "@" + version;
    }

    /**
     * The first row that is for a case.
     *
     * @param traits the case
     * @return the row; empty if none is
     */
    public Optional<PolicyRow> row(CaseTraits traits) {
        for (PolicyRow row : rows) {
            if (row.when().matches(traits)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
