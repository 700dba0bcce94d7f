package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes policies as documents of the format {@value #FORMAT}, which {@link SlaPolicy#read} reads, and has the
 * schema of that format. Notes of a document, which are the properties that begin with {@code x-}, are no part
 * of a policy and are not written again.
 */
public final class SlaPolicyJson {

    /** The format's name and version. */
    public static final String FORMAT = "hotline-sla-policy/1";

    static final String NOTE = "x-";
    static final String DATE = "a date such as 2026-01-31";
    static final String RECEIVED_FROM = "receivedFrom";
    static final String RECEIVED_BEFORE = "receivedBefore";

    private static final String SCHEMA = "schema/hotline-sla-policy-1.schema.json";
    private static final int DATE_LENGTH = 10;

    private SlaPolicyJson() {}

    /**
     * Writes a policy, without what is as usual: see {@link SlaTarget#of}. Equal policies give the same text.
     *
     * @param policy the policy
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IllegalArgumentException if its opening hours name a day of no year from 0 to 9999; nothing is
     *     written
     * @throws IOException if {@code out} throws it
     */
    public static void write(SlaPolicy policy, Appendable out) throws IOException {
        Objects.requireNonNull(out, "out");
        String text = JsonText.of(tree(policy));
        out.append(text).append('\n');
    }

    /**
     * The JSON Schema (draft 2020-12) of the format. Readers check more than a schema can say: ranges, zones, names
     * of opening hours, and what the lint of {@link SlaPolicy#check(String)} finds. In the jar it lies beside this
     * class as {@code schema/hotline-sla-policy-1.schema.json}.
     *
     * @return its text
     */
    public static String schema() {
        try (InputStream in = SlaPolicyJson.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(in, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCHEMA, e);
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return text.length() == DATE_LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String text(LocalDate date) {
        String text = date.toString();
        if (text.length() != DATE_LENGTH) {
            throw new IllegalArgumentException("a date must be of a year from 0 to 9999, but was " + date);
        }
        return text;
    }

    private static Map<String, Object> tree(SlaPolicy policy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("id", policy.id());
        tree.put("version", policy.version());
        tree.put("zone", policy.zone().getId());
        tree.put("source", policy.source());
        if (!policy.hours().isEmpty()) {
            Map<String, Object> hours = new LinkedHashMap<>();
            new TreeMap<>(policy.hours()).forEach((name, h) -> hours.put(name, HoursForm.tree(h)));
            tree.put("hours", hours);
        }
        if (policy.reclassification() != Reclassification.KEEPS_LATE) {
            tree.put("reclassification", policy.reclassification().code());
        }
        tree.put("rows", policy.rows().stream().map(SlaPolicyJson::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(PolicyRow row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", row.id());
        if (!row.when().equals(RowCondition.ALWAYS)) {
            tree.put("when", tree(row.when()));
        }
        Map<String, Object> targets = new LinkedHashMap<>();
        for (TargetKind kind : TargetKind.values()) {
            List<Map<String, Object>> of = row.targets().stream()
                    .filter(t -> t.kind() == kind)
                    .map(TargetForm::tree)
                    .toList();
            if (of.size() == 1) {
                targets.put(kind.code(), of.get(0));
            } else if (of.size() > 1) {
                targets.put(kind.code(), of);
            }
        }
        tree.put("targets", targets);
        return tree;
    }

    private static Map<String, Object> tree(RowCondition when) {
        Map<String, Object> tree = new LinkedHashMap<>();
        codes(tree, "kind", when.kinds(), CaseKind::code);
        codes(tree, "priority", when.priorities(), Priority::code);
        codes(tree, "channel", when.channels(), Channel::code);
        texts(tree, "category", when.categories());
        texts(tree, "area", when.areas());
        texts(tree, "department", when.departments().stream().sorted().toList());
        when.receivedFrom().ifPresent(day -> tree.put(RECEIVED_FROM, text(day)));
        when.receivedBefore().ifPresent(day -> tree.put(RECEIVED_BEFORE, text(day)));
        return tree;
    }

    private static <E extends Enum<E>> void codes(
            Map<String, Object> tree, String name, Collection<E> values, Function<E, String> codeOf) {
        if (!values.isEmpty()) {
            tree.put(name, values.stream().sorted().map(codeOf).toList());
        }
    }

    private static void texts(Map<String, Object> tree, String name, List<?> values) {
        if (!values.isEmpty()) {
            tree.put(name, values.stream().map(Object::toString).toList());
        }
    }
}
