package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Metric;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Puts a snapshot together from what a document says, and checks all that a ledger would have made sure of. */
final class SnapshotAssembly {

    /** The most bins, and so the least value that is none. */
    static final int MAX_BIN = Bins.of(CaseFact.MAX_MINUTES);

    private final Layout layout;
    private final Problems problems;
    private final List<List<ClassTable.Verdicts>> classes = new ArrayList<>();
    private final LedgerSnapshot.Part[][] parts;

    SnapshotAssembly(LedgerSpec spec, Problems problems) {
        this.layout = new Layout(spec);
        this.problems = problems;
        for (int b = 0; b < layout.bases().size(); b++) {
            classes.add(new ArrayList<>());
        }
        this.parts =
                new LedgerSnapshot.Part[spec.groupings().size()][layout.bases().size()];
        for (LedgerSnapshot.Part[] part : parts) {
            for (int b = 0; b < part.length; b++) {
                part[b] = new LedgerSnapshot.Part(new ArrayList<>(), new ArrayList<>());
            }
        }
    }

    Layout layout() {
        return layout;
    }

    void addClass(int basis, int[] verdicts, Place place) {
        List<Metric> metrics = layout.metrics(basis);
        byte[] of = new byte[metrics.size()];
        if (verdicts.length != of.length) {
            problem(
                    place,
                    "BAD_CLASS",
                    verdicts.length + " verdicts",
                    "a verdict for each of " + of.length + " metrics");
            return;
        }
        for (int m = 0; m < of.length; m++) {
            int most = 1 + metrics.get(m).exclusions().size();
            if (verdicts[m] < 0 || verdicts[m] > most) {
                problem(
                        place,
                        "BAD_CLASS",
                        String.valueOf(verdicts[m]),
                        "0 for a hit, 1 for a miss, 2 to " + most + " for an exclusion of "
                                + metrics.get(m).id());
                return;
            }
            of[m] = (byte) verdicts[m];
        }
        ClassTable.Verdicts added = new ClassTable.Verdicts(of);
        List<ClassTable.Verdicts> known = classes.get(basis);
        if (!known.isEmpty() && known.get(known.size() - 1).compareTo(added) >= 0) {
            problem(place, "OUT_OF_ORDER", added.toString(), "classes sorted, each once");
            return;
        }
        known.add(added);
    }

    void addCell(int grouping, int basis, List<String> key, Cell cell, Place place) {
        List<Dimension> dimensions = layout.spec().groupings().get(grouping).dimensions();
        if (key.size() != dimensions.size()) {
            problem(place, "BAD_KEY", key.toString(), "a key of " + dimensions.size() + " parts");
            return;
        }
        for (int i = 0; i < key.size(); i++) {
            if (!dimensions.get(i).isKey(key.get(i))) {
                problem(place, "BAD_KEY", key.get(i), "a key of " + dimensions.get(i));
                return;
            }
        }
        List<List<String>> keys = parts[grouping][basis].keys();
        if (!keys.isEmpty() && LedgerSnapshot.compareKeys(keys.get(keys.size() - 1), key) >= 0) {
            problem(place, "OUT_OF_ORDER", key.toString(), "cells sorted by key, each once");
            return;
        }
        Optional<String> fault = fault(cell, basis);
        if (fault.isPresent()) {
            problem(place, "BAD_CELL", key.toString(), fault.get());
            return;
        }
        keys.add(List.copyOf(key));
        parts[grouping][basis].cells().add(cell);
    }

    private Optional<String> fault(Cell cell, int basis) {
        if (!isSorted(cell.classes(), classes.get(basis).size() - 1) || cell.classes().length == 0) {
            return Optional.of("classes of the table, sorted, each once, with counts of 1 or more");
        }
        if (cell.volume() > Ledger.MAX_CASES) {
            return Optional.of("at most " + Ledger.MAX_CASES + " cases");
        }
        for (int t = 0; t < cell.times().length; t++) {
            int[] values = cell.times()[t];
            if (!isSorted(values, cell.binned()[t] ? MAX_BIN : CaseFact.MAX_MINUTES)) {
                return Optional.of("times sorted, each once, with counts of 1 or more");
            }
            // A case has one time of a measure, which has ended or is running.
            if (counted(values) + (t % 2 == 1 ? counted(cell.times()[t - 1]) : 0) > cell.volume()) {
                return Optional.of("as many times of a measure as cases, or fewer");
            }
            boolean exact = layout.spec().exactUpTo() > 0;
            int distinct = values.length / 2;
            if (values.length == 0 ? cell.binned()[t] : !exact && !cell.binned()[t]) {
                return Optional.of("times in bins just if there are any");
            }
            if (exact && !cell.binned()[t] && distinct > layout.spec().exactUpTo()) {
                return Optional.of("at most " + layout.spec().exactUpTo() + " exact times");
            }
            if (!isSumOf(cell.sums()[t], values, cell.binned()[t])) {
                return Optional.of("a sum that these times can have");
            }
        }
        int most = (int) Math.min(basis == 0 ? layout.spec().examples() : 0, cell.volume());
        if (cell.examples().size() > most) {
            return Optional.of("at most " + most + " examples");
        }
        if (!isSorted(cell.examples())) {
            return Optional.of("examples sorted by hash, each once");
        }
        return cell.examples().stream().allMatch(SnapshotAssembly::hasCaseNumber)
                ? Optional.empty()
                : Optional.of("examples that have case numbers");
    }

    private static boolean isSorted(List<Examples.Example> examples) {
        for (int i = 1; i < examples.size(); i++) {
            if (examples.get(i - 1).compareTo(examples.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasCaseNumber(Examples.Example example) {
        try {
            CaseNumber.of(example.number());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSorted(int[] pairs, int most) {
        int before = -1;
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] <= before || pairs[i] > most || pairs[i + 1] < 1) {
                return false;
            }
            before = pairs[i];
        }
        return true;
    }

    private static long counted(int[] pairs) {
        long counted = 0;
        for (int i = 1; i < pairs.length; i += 2) {
            counted += pairs[i];
        }
        return counted;
    }

    /** No sum can overflow, since there are fewer than 2^31 counts of fewer than 2^30 minutes. */
    private static boolean isSumOf(long sum, int[] pairs, boolean bins) {
        long least = 0;
        long most = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            least += (long) pairs[i + 1] * (bins ? Bins.lower(pairs[i]) : pairs[i]);
            most += (long) pairs[i + 1] * (bins ? Bins.upper(pairs[i]) : pairs[i]);
        }
        return sum >= least && sum <= most;
    }

    /** The snapshot; empty, with problems, if the document is wrong. */
    Optional<LedgerSnapshot> finish(long size, Place place) {
        for (int b = 0; problems.isEmpty() && b < layout.bases().size(); b++) {
            checkTotals(b, size, place);
            checkClasses(b, place);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LedgerSnapshot(layout, size, classes, parts));
    }

    /**
     * Every grouping counts the same cases on one time basis, which are all on the receipt: each case in one cell, or, where
     * it may have several keys, in one or more.
     */
    private void checkTotals(int basis, long size, Place place) {
        long cases = basis == 0 ? size : casesOf(basis);
        for (int g = 0; g < parts.length; g++) {
            String where =
                    layout.spec().groupings().get(g) + " by " + layout.bases().get(basis);
            List<Cell> cells = parts[g][basis].cells();
            long counted = counted(g, basis);
            boolean multiple = isMultiple(g);
            if (cells.stream().anyMatch(cell -> cell.volume() > size) || (!multiple && counted > size)) {
                problem(place, "INCONSISTENT", String.valueOf(size), "no fewer than the cases of " + where);
            } else if (multiple ? counted < cases : counted != cases) {
                problem(
                        place,
                        "INCONSISTENT",
                        String.valueOf(cases),
                        "the cases of " + where + ", which are " + counted);
            }
        }
    }

    /** The cases of a basis, by the first grouping where each is in one cell; 0, so that any number will do, if there is none. */
    private long casesOf(int basis) {
        for (int g = 0; g < parts.length; g++) {
            if (!isMultiple(g)) {
                return counted(g, basis);
            }
        }
        return 0;
    }

    private long counted(int grouping, int basis) {
        return parts[grouping][basis].cells().stream().mapToLong(Cell::volume).sum();
    }

    private boolean isMultiple(int grouping) {
        return layout.spec().groupings().get(grouping).dimensions().stream().anyMatch(Dimension::isMultiple);
    }

    /** A ledger has classes that no cell has any more, once a case was taken out; its snapshots have none. */
    private void checkClasses(int basis, Place place) {
        BitSet used = new BitSet();
        for (LedgerSnapshot.Part[] part : parts) {
            for (Cell cell : part[basis].cells()) {
                for (int i = 0; i < cell.classes().length; i += 2) {
                    used.set(cell.classes()[i]);
                }
            }
        }
        int known = classes.get(basis).size();
        if (used.cardinality() < known) {
            problem(
                    place,
                    "INCONSISTENT",
                    String.valueOf(known),
                    "classes that cells have, which are " + used.cardinality());
        }
    }

    private void problem(Place place, String code, String value, String expected) {
        problems.add(place, code, value, expected);
    }
}
