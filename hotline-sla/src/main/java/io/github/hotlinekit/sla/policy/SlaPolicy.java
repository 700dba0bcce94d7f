package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which time limits a case has: rows tried in order, of which the first that is for the case counts. As
 * a document: {@code hotline-sla-policy/1}, JSON.
 *
 * <pre>{@code
 * SlaPolicy city = SlaPolicy.builder("city", "2026.1", ZoneId.of("Asia/Shanghai"))
 *         .source("the city's rules of 1 January 2026, articles 12 to 19")
 *         .hours("office", OpeningHours.of("08:30-12:00", "14:30-17:30"))
 *         .row("gas leaks",
 *                 RowCondition.builder().addCategories(CategoryCode.of("05.03.02")).build(),
 *                 SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("2h")),
 *                 SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("15m")))
 *         .row("all else",
 *                 RowCondition.ALWAYS,
 *                 SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(5))
 *                         .withWarnings(Warning.left(Light.YELLOW, TimeLimit.ofWorkingDays(1))),
 *                 SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("4wh"), "office"))
 *         .build();
 * List<Problem> overlooked = city.check("city");
 * }</pre>
 */
public final class SlaPolicy {

    /** The most rows of a policy. */
    public static final int MAX_ROWS = 10_000;
    /** The most characters of an id, a version, a zone and a name of opening hours. */
    public static final int MAX_TEXT = 64;
    /** The most characters of a source. */
    public static final int MAX_SOURCE = 2_000;

    private final String id;
    private final String version;
    private final ZoneId zone;
    private final String source;
    private final Map<String, OpeningHours> hours;
    private final Reclassification reclassification;
    private final List<PolicyRow> rows;
    private final RowIndex index;

    /**
     * A policy. Time and memory grow with the number of rows and of the codes they name.
     *
     * @param id the policy's id, not blank and of at most {@value #MAX_TEXT} characters
     * @param version its version, of the same form
     * @param zone the zone in which its days are counted
     * @param source where the rules are published, or what they rest on; not blank and of at most {@value
     *     #MAX_SOURCE} characters
     * @param hours opening hours by the names that targets call them by, which are of the form of the id and do not
     *     begin with {@code x-}
     * @param reclassification what a change of kind, category or priority does to what is late already
     * @param rows the rows, in order, at most {@value #MAX_ROWS}
     * @throws IllegalArgumentException if a text is not of its form, there are too many rows, an id stands twice, or a
     *     target names opening hours that are not there
     */
    public SlaPolicy(
            String id,
            String version,
            ZoneId zone,
            String source,
            Map<String, OpeningHours> hours,
            Reclassification reclassification,
            List<PolicyRow> rows) {
        this.id = requireText("id", id, MAX_TEXT);
        this.version = requireText("version", version, MAX_TEXT);
        this.zone = Objects.requireNonNull(zone, "zone");
        this.source = requireText("source", source, MAX_SOURCE);
        this.hours = Map.copyOf(Objects.requireNonNull(hours, "hours"));
        this.reclassification = Objects.requireNonNull(reclassification, "reclassification");
        this.rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
        for (String name : this.hours.keySet()) {
            requireText("name of hours", name, MAX_TEXT);
            if (name.startsWith(SlaPolicyJson.NOTE)) {
                throw new IllegalArgumentException(
                        "name of hours must not begin with " + SlaPolicyJson.NOTE + ", but was " + name);
            }
        }
        if (this.rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException("rows must be at most " + MAX_ROWS + ", but were " + rows.size());
        }
        Set<String> ids = new HashSet<>();
        for (PolicyRow row : this.rows) {
            if (!ids.add(row.id())) {
                throw new IllegalArgumentException("rows must have different ids, but two were " + row.id());
            }
            for (SlaTarget target : row.targets()) {
                if (target.hours().isPresent()
                        && !this.hours.containsKey(target.hours().get())) {
                    throw new IllegalArgumentException(
                            "hours of row " + row.id() + " must be one of " + this.hours.keySet() + ", but was "
                                    + target.hours().get());
                }
            }
        }
        this.index = RowIndex.of(this.rows);
    }

    static String requireText(String name, String text, int maxLength) {
        if (Objects.requireNonNull(text, name).isBlank() || text.length() > maxLength) {
            throw new IllegalArgumentException(
                    name + " must be 1 to " + maxLength + " characters, not all blank, but was \"" + text + "\"");
        }
        return text;
    }

    /**
     * A builder of a policy.
     *
     * @param id the policy's id
     * @param version its version
     * @param zone the zone in which its days are counted
     * @return a new builder, without rows
     */
    public static Builder builder(String id, String version, ZoneId zone) {
        return new Builder(id, version, zone);
    }

    /** Builds a policy. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String version;
        private final ZoneId zone;
        private final List<String> source = new ArrayList<>(1);
        private final Map<String, OpeningHours> hours = new LinkedHashMap<>();
        private final Reclassification[] reclassification = {Reclassification.KEEPS_LATE};
        private final List<PolicyRow> rows = new ArrayList<>();

        private Builder(String id, String version, ZoneId zone) {
            this.id = id;
            this.version = version;
            this.zone = zone;
        }

        /**
         * Says where the rules come from; must be said.
         *
         * @param text where they are published, or what they rest on
         * @return this
         */
        public Builder source(String text) {
            source.clear();
            source.add(text);
            return this;
        }

        /**
         * Adds opening hours.
         *
         * @param name what targets call them by
         * @param when when it is open
         * @return this
         * @throws IllegalArgumentException if the name is taken
         */
        public Builder hours(String name, OpeningHours when) {
            if (hours.putIfAbsent(name, when) != null) {
                throw new IllegalArgumentException("hours must have different names, but two were " + name);
            }
            return this;
        }

        /**
         * Says what a change of kind, category or priority does to what is late already.
         *
         * @param rule what it does; {@link Reclassification#KEEPS_LATE} if nothing is said
         * @return this
         */
        public Builder reclassification(Reclassification rule) {
            reclassification[0] = rule;
            return this;
        }

        /**
         * Adds a row after those before.
         *
         * @param rowId its id
         * @param when which cases it is for
         * @param targets its targets
         * @return this
         * @throws IllegalArgumentException if two targets are of one kind and start
         */
        public Builder row(String rowId, RowCondition when, SlaTarget... targets) {
            return row(new PolicyRow(rowId, when, List.of(targets)));
        }

        /**
         * Adds a row after those before.
         *
         * @param row the row
         * @return this
         */
        public Builder row(PolicyRow row) {
            rows.add(row);
            return this;
        }

        /**
         * The policy.
         *
         * @return a policy; {@link SlaPolicy#check(String)} says what its author has overlooked
         * @throws IllegalArgumentException as the constructor does
         * @throws IllegalStateException if no source was given
         */
        public SlaPolicy build() {
            if (source.isEmpty()) {
                throw new IllegalStateException("source must be given");
            }
            return new SlaPolicy(id, version, zone, source.get(0), hours, reclassification[0], rows);
        }
    }

    /**
     * The policy's id.
     *
     * @return such as {@code shishi-2016}
     */
    public String id() {
        return id;
    }

    /**
     * Its version.
     *
     * @return such as {@code 1}
     */
    public String version() {
        return version;
    }

    /**
     * The zone in which its days are counted.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Where the rules are published, or what they rest on.
     *
     * @return the source
     */
    public String source() {
        return source;
    }

    /**
     * Opening hours by the names that targets call them by.
     *
     * @return an unmodifiable map
     */
    public Map<String, OpeningHours> hours() {
        return hours;
    }

    /**
     * What a change of kind, category or priority does to what is late already.
     *
     * @return what it does
     */
    public Reclassification reclassification() {
        return reclassification;
    }

    /**
     * The rows.
     *
     * @return an unmodifiable list, in order
     */
    public List<PolicyRow> rows() {
        return rows;
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
        static final SlaPolicy POLICY = PublishedPolicy.SHISHI_2016.policy();
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
     * Says what is wrong with a document, without loading it.
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
     * Says what the author of a policy has overlooked, as {@link #read} does of a document:
     *
     * <ul>
     *   <li>{@code UNREACHABLE_ROW}: rows before it take all cases of a row. Decided over all codes that could be,
     *       whether or not a taxonomy or a directory has them, up to two hundred million comparisons; a row that would
     *       take more is not told of.
     *   <li>{@code NO_TARGET}: cases of a kind without category, area and department that no row is for, on a day from
     *       the first to the last on which some row is in force.
     *   <li>{@code CONTRADICTION}: a warning at the start or before; red no later than yellow; a window for sign-for,
     *       return or first contact that is surely longer than that for completion; anything but a callback
     *       counted from the reply. Told only where it is so whatever the calendar and the extensions.
     *   <li>{@code DUPLICATE_LIGHT}, {@code WRONG_UNIT}: a light twice; a rest or an extension in another unit than the
     *       limit.
     *   <li>{@code NO_EFFECT}: a cut-off of a limit in elapsed time, the last day of one that is not in calendar
     *       days or months, more about extensions where none count.
     *   <li>{@code UNUSED_HOURS}, {@code NEVER_OPEN}: opening hours that no target names, or with no period on any day
     *       that comes again.
     *   <li>{@code MISSING_PROPERTY}: a row without a target for completion.
     * </ul>
     *
     * <p>Each is a reason for {@link #read} to refuse a document: what cannot have been meant is not run.
     *
     * @param name the policy's name, for problems
     * @return every problem, up to {@value Problems#LIMIT}, at the place at which {@link SlaPolicyJson#write} would
     *     write it; empty if there is none
     */
    public List<Problem> check(String name) {
        return PolicyLint.of(name, this);
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
     * The first row that is for a case. Does not try all rows: those that name other categories, areas or departments
     * are not looked at.
     *
     * @param traits the case
     * @return the row; empty if none is
     */
    public Optional<PolicyRow> row(CaseTraits traits) {
        return Optional.ofNullable(index.first(traits));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlaPolicy that
                && id.equals(that.id)
                && version.equals(that.version)
                && zone.equals(that.zone)
                && source.equals(that.source)
                && hours.equals(that.hours)
                && reclassification == that.reclassification
                && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version, zone, source, hours, reclassification, rows);
    }

    /** Id, version and the number of rows. */
    @Override
    public String toString() {
        return "SlaPolicy[" + identity() + ", " + rows.size() + " rows]";
    }
}
