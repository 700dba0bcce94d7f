package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.json.JsonText;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The JSON form of snapshots. Whole numbers in lists are texts, which are shorter and safe beyond 2^53. */
final class SnapshotJson {

    static final String FORMAT = "hotline-ledger-snapshot/1";

    private static final int FINGERPRINT_DIGITS = 32;

    private SnapshotJson() {}

    static String write(LedgerSnapshot snapshot) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("definition", snapshot.spec().definition());
        tree.put("size", snapshot.size());
        Layout layout = snapshot.layout();
        List<Object> bases = new ArrayList<>();
        for (int b = 0; b < layout.bases().size(); b++) {
            Map<String, Object> basis = new LinkedHashMap<>();
            basis.put("basis", layout.bases().get(b).name());
            basis.put(
                    "classes",
                    snapshot.classes(b).stream().map(SnapshotJson::text).toList());
            List<Object> groupings = new ArrayList<>();
            for (int g = 0; g < snapshot.spec().groupings().size(); g++) {
                Map<String, Object> grouping = new LinkedHashMap<>();
                grouping.put("grouping", snapshot.spec().groupings().get(g).toString());
                LedgerSnapshot.Part part = snapshot.part(g, b);
                grouping.put(
                        "cells",
                        IntStream.range(0, part.keys().size())
                                .mapToObj(i ->
                                        tree(part.keys().get(i), part.cells().get(i)))
                                .toList());
                groupings.add(grouping);
            }
            basis.put("groupings", groupings);
            bases.add(basis);
        }
        tree.put("bases", bases);
        return JsonText.of(tree);
    }

    private static String text(ClassTable.Verdicts verdicts) {
        return IntStream.range(0, verdicts.of().length)
                .mapToObj(i -> String.valueOf(verdicts.of()[i]))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> tree(List<String> key, Cell cell) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!key.isEmpty()) {
            tree.put("key", key);
        }
        tree.put("classes", pairs(cell.classes()));
        tree.put("fingerprint", new Fingerprint(cell.high(), cell.low()).toString());
        if (cell.times().length > 0) {
            List<Object> times = new ArrayList<>();
            for (int t = 0; t < cell.times().length; t++) {
                Map<String, Object> of = new LinkedHashMap<>();
                of.put("sum", String.valueOf(cell.sums()[t]));
                of.put(cell.binned()[t] ? "bins" : "minutes", pairs(cell.times()[t]));
                times.add(of);
            }
            tree.put("times", times);
        }
        if (!cell.examples().isEmpty()) {
            tree.put(
                    "examples", cell.examples().stream().map(SnapshotJson::tree).toList());
        }
        return tree;
    }

    private static Map<String, Object> tree(Examples.Example example) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("hash", new Fingerprint(example.high(), example.low()).toString());
        tree.put("number", example.number());
        return tree;
    }

    private static String pairs(int[] pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "" : " ").append(pairs[i]).append(':').append(pairs[i + 1]);
        }
        return text.toString();
    }

    static LedgerSnapshot read(Reader in, String source, LedgerSpec spec) throws IOException {
        Problems problems = Problems.of(source);
        Optional<LedgerSnapshot> read = JsonPart.read(in, problems).flatMap(root -> read(root, spec));
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private static Optional<LedgerSnapshot> read(JsonPart root, LedgerSpec spec) {
        Problems problems = root.problems();
        root.allow("format", "definition", "size", "bases");
        root.requiredText("format", JsonPart.MAX_NAME)
                .filter(f -> !f.equals(FORMAT))
                .ifPresent(f -> problems.add(root.at("format"), "UNSUPPORTED_FORMAT", f, FORMAT));
        List<String> definition =
                root.texts("definition").stream().map(JsonPart.Text::value).toList();
        Optional<String> difference = spec.difference(definition);
        if (!root.has("size")) {
            root.missing("size");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        if (difference.isPresent()) {
            problems.add(
                    root.at("definition"), "DEFINITION_DIFFERS", "", "the definition at hand, but " + difference.get());
            return Optional.empty();
        }
        SnapshotAssembly assembly = new SnapshotAssembly(spec, problems);
        List<JsonPart> bases = root.requiredObjects("bases");
        int wanted = assembly.layout().bases().size();
        if (bases.size() != wanted) {
            problems.add(root.at("bases"), "INCONSISTENT", String.valueOf(bases.size()), wanted + " bases");
            return Optional.empty();
        }
        for (int b = 0; b < wanted; b++) {
            readBasis(bases.get(b), b, assembly);
        }
        int size = root.integer("size", 0, Ledger.MAX_CASES).orElse(0);
        return assembly.finish(size, root.at("size"));
    }

    private static void readBasis(JsonPart part, int b, SnapshotAssembly assembly) {
        part.allow("basis", "classes", "groupings");
        String basis = assembly.layout().bases().get(b).name();
        part.requiredText("basis", JsonPart.MAX_NAME)
                .filter(f -> !f.equals(basis))
                .ifPresent(f -> part.problems().add(part.at("basis"), "INCONSISTENT", f, basis));
        List<JsonPart.Text> classes = part.isEmptyList("classes") ? List.of() : part.texts("classes");
        for (JsonPart.Text text : classes) {
            numbers(text.value(), " ")
                    .ifPresentOrElse(
                            v -> assembly.addClass(b, v, text.place()),
                            () -> part.problems()
                                    .add(text.place(), "BAD_CLASS", text.value(), "whole numbers with blanks between"));
        }
        List<JsonPart> groupings = part.requiredObjects("groupings");
        List<Grouping> wanted = assembly.layout().spec().groupings();
        if (groupings.size() != wanted.size()) {
            part.problems()
                    .add(
                            part.at("groupings"),
                            "INCONSISTENT",
                            String.valueOf(groupings.size()),
                            wanted.size() + " groupings");
            return;
        }
        for (int g = 0; g < wanted.size(); g++) {
            JsonPart grouping = groupings.get(g);
            grouping.allow("grouping", "cells");
            String name = wanted.get(g).toString();
            grouping.requiredText("grouping", JsonPart.MAX_STRING)
                    .filter(f -> !f.equals(name))
                    .ifPresent(f -> grouping.problems().add(grouping.at("grouping"), "INCONSISTENT", f, name));
            List<JsonPart> cells = grouping.isEmptyList("cells") ? List.of() : grouping.objects("cells");
            for (JsonPart cell : cells) {
                readCell(cell, g, b, assembly);
            }
        }
    }

    private static void readCell(JsonPart part, int g, int b, SnapshotAssembly assembly) {
        part.allow("key", "classes", "fingerprint", "times", "examples");
        List<String> key = part.texts("key").stream().map(JsonPart.Text::value).toList();
        Optional<int[]> classes = readPairs(part, "classes");
        Optional<Fingerprint> fingerprint = readFingerprint(part, "fingerprint");
        int sides = 2 * assembly.layout().measures(b).size();
        List<JsonPart> times = part.has("times") ? part.objects("times") : List.of();
        if (times.size() != sides) {
            part.problems()
                    .add(part.at("times"), "INCONSISTENT", String.valueOf(times.size()), sides + " lists of times");
            return;
        }
        long[] sums = new long[sides];
        int[][] values = new int[sides][];
        boolean[] binned = new boolean[sides];
        for (int t = 0; t < sides; t++) {
            JsonPart of = times.get(t);
            binned[t] = of.has("bins");
            String unit = binned[t] ? "bins" : "minutes";
            of.allow("sum", unit);
            values[t] = readPairs(of, unit).orElse(new int[0]);
            sums[t] = of.requiredText("sum", JsonPart.MAX_NUMBER)
                    .flatMap(text -> number(text, of))
                    .orElse(0L);
        }
        List<Examples.Example> examples = new ArrayList<>();
        for (JsonPart example : part.has("examples") ? part.objects("examples") : List.<JsonPart>of()) {
            example.allow("hash", "number");
            Optional<Fingerprint> hash = readFingerprint(example, "hash");
            Optional<String> number = example.requiredText("number", JsonPart.MAX_NAME);
            if (hash.isPresent() && number.isPresent()) {
                examples.add(new Examples.Example(hash.get().high(), hash.get().low(), number.get()));
            }
        }
        if (classes.isPresent() && fingerprint.isPresent() && part.problems().isEmpty()) {
            Cell cell = new Cell(
                    classes.get(), fingerprint.get().high(), fingerprint.get().low(), sums, values, binned, examples);
            assembly.addCell(g, b, key, cell, part.place());
        }
    }

    private static Optional<Long> number(String text, JsonPart part) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            part.problems().add(part.at("sum"), "BAD_NUMBER", text, "a whole number from 0 to 2^61");
            return Optional.empty();
        }
    }

    private static Optional<int[]> readPairs(JsonPart part, String name) {
        Optional<String> text = part.text(name);
        if (text.isEmpty()) {
            if (!part.has(name)) {
                part.missing(name);
            }
            return Optional.empty();
        }
        if (text.get().isEmpty()) {
            return Optional.of(new int[0]);
        }
        Optional<int[]> pairs = numbers(text.get(), "[ :]");
        if (pairs.filter(p -> p.length % 2 == 0 && pairs(p).equals(text.get())).isEmpty()) {
            Place place = part.at(name);
            part.problems().add(place, "BAD_COUNTS", text.get(), "values with counts, such as 10:3 12:1");
            return Optional.empty();
        }
        return pairs;
    }

    private static Optional<int[]> numbers(String text, String separator) {
        if (text.isEmpty()) {
            return Optional.of(new int[0]);
        }
        String[] parts = text.split(separator, -1);
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                numbers[i] = Integer.parseInt(parts[i]);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }

    private static Optional<Fingerprint> readFingerprint(JsonPart part, String name) {
        Optional<String> text = part.requiredText(name, JsonPart.MAX_NAME);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.get().length() == FINGERPRINT_DIGITS) {
                return Optional.of(new Fingerprint(
                        HexFormat.fromHexDigitsToLong(text.get(), 0, FINGERPRINT_DIGITS / 2),
                        HexFormat.fromHexDigitsToLong(text.get(), FINGERPRINT_DIGITS / 2, FINGERPRINT_DIGITS)));
            }
        } catch (NumberFormatException e) {
            part.problems().add(part.at(name), "BAD_FINGERPRINT", text.get(), "32 hexadecimal digits");
            return Optional.empty();
        }
        part.problems().add(part.at(name), "BAD_FINGERPRINT", text.get(), "32 hexadecimal digits");
        return Optional.empty();
    }
}
