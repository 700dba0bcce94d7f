package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactField;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts cases by the groupings of a specification (民生账本). It holds whole numbers only, so that merging is associative
 * and commutative: however the cases are split, and in whatever order they come, the snapshot is the same, byte by byte.
 * What was added can be subtracted, if the specification {@linkplain LedgerSpec#isInvertible keeps the bins from the
 * start}: for a case that has changed, subtract the old fact and add the new one.
 *
 * <p>A ledger is changed by {@link #add}, {@link #subtract} and {@link #merge} and is not thread-safe, not even to be read
 * by several, since cases wait to be counted together, up to 1,023 of them, and are counted when it is read: give each thread
 * its own and merge them. Counts wait too: for each grouping and time basis in up to 5 MiB, and some 12 bytes for each cell
 * with 24 more for each measure; a snapshot gives that memory back.
 */
public final class Ledger {

    /**
     * The most cases. Every count is an int: none is greater than the number of cases; and a sum of times is below 2^61, as
     * a case has less than 2^30 minutes. So nothing can overflow but this number, and that is checked.
     */
    public static final int MAX_CASES = Integer.MAX_VALUE;

    private final LedgerSpec spec;
    private final Layout layout;
    private final TimeBasis[] bases;
    private final ClassTable[] classes;
    private final Measure[][] measures;
    private final Keyer[] keyers;
    /** By dimension: whether it is one of a user's own, which may refuse a case. */
    private final boolean[] isOwn;
    /** Whether a case is asked before it is taken in, since something of a user's own may refuse it. */
    private final boolean asksAtOnce;
    /** Whether a case is, or its outcome when it first occurs, since a user's own metric may refuse it. */
    private final boolean asks;

    private final int[][] dimensions;
    /** By grouping: its dimension of several keys, or -1. */
    private final int[] multiple;

    private final CellKeys[] cellKeys;
    /** By grouping, then by basis. */
    private final Table[][] tables;

    /** How many cases were counted, those that wait aside. */
    private final int[] total = new int[1];

    private final Waiting waiting;
    // Of the cases that wait. By basis, then by case: its class.
    private final int[][] classAt;
    /** By basis, then by measure, then by case: its time, as {@link CaseFact#coded}. */
    private final int[][][] codedAt;
    /** By basis, then by dimension, then by case: the number of its key, or of one of several. */
    private final int[][][] keyAt;
    /** By dimension of several keys, then by case: their numbers. */
    private final int[][] @Nullable [] keysAt;
    /** By grouping, then by basis, then by its dimensions: their columns of {@link #keyAt}. */
    private final int[][][][] keysOf;
    /** By grouping, then by basis, then by case: its cell; -1 for a case that is absent, undefined for several. */
    private final int[][][] cellAt;

    private Ledger(LedgerSpec spec) {
        this.spec = Objects.requireNonNull(spec, "spec");
        this.layout = new Layout(spec);
        this.bases = layout.bases().toArray(new TimeBasis[0]);
        this.classes = new ClassTable[bases.length];
        this.measures = new Measure[bases.length][];
        for (int b = 0; b < bases.length; b++) {
            this.classes[b] = new ClassTable(layout.metrics(b));
            this.measures[b] = layout.measures(b).toArray(new Measure[0]);
        }
        List<Dimension> all = spec.groupings().stream()
                .flatMap(g -> g.dimensions().stream())
                .distinct()
                .toList();
        this.keyers = all.stream().map(d -> Keyer.of(d, bases)).toArray(Keyer[]::new);
        this.isOwn = new boolean[keyers.length];
        int groupings = spec.groupings().size();
        this.dimensions = new int[groupings][];
        this.multiple = new int[groupings];
        this.cellKeys = new CellKeys[groupings];
        this.tables = new Table[groupings][bases.length];
        for (int g = 0; g < groupings; g++) {
            dimensions[g] = spec.groupings().get(g).dimensions().stream()
                    .mapToInt(all::indexOf)
                    .toArray();
            multiple[g] = Arrays.stream(dimensions[g])
                    .filter(d -> keyers[d].isMultiple())
                    .findFirst()
                    .orElse(-1);
            cellKeys[g] = new CellKeys(dimensions[g].length);
            for (int b = 0; b < bases.length; b++) {
                tables[g][b] =
                        Table.of(new Table.Form(measures[b].length, spec.exactUpTo(), b == 0 ? spec.examples() : 0));
            }
        }
        this.asksAtOnce = all.stream().anyMatch(Dimension::isOwn)
                || Arrays.stream(classes).anyMatch(ClassTable::asksOfEach)
                || spec.measures().stream().anyMatch(m -> m.reads().equals(FactField.all()));
        this.asks = asksAtOnce
                || spec.metrics().stream()
                        .anyMatch(m -> Metric.catalogue().stream().noneMatch(standard -> standard == m));
        this.waiting = new Waiting(bases);
        this.classAt = new int[bases.length][Waiting.MOST];
        this.codedAt = new int[bases.length][][];
        this.keyAt = new int[bases.length][keyers.length][];
        this.keysAt = new int[keyers.length][] @Nullable [];
        this.cellAt = new int[groupings][bases.length][Waiting.MOST];
        for (int b = 0; b < bases.length; b++) {
            codedAt[b] = new int[measures[b].length][Waiting.MOST];
            for (int d = 0; d < keyers.length; d++) {
                keyAt[b][d] = b == 0 || keyers[d].isOfBasis() ? new int[Waiting.MOST] : keyAt[0][d];
            }
        }
        this.keysOf = new int[groupings][bases.length][][];
        for (int g = 0; g < groupings; g++) {
            for (int b = 0; b < bases.length; b++) {
                int[][] columns = keyAt[b];
                keysOf[g][b] =
                        Arrays.stream(dimensions[g]).mapToObj(d -> columns[d]).toArray(int[][]::new);
            }
        }
        for (int d = 0; d < keyers.length; d++) {
            isOwn[d] = all.get(d).isOwn();
            if (keyers[d].isMultiple()) {
                keysAt[d] = new int[Waiting.MOST][];
            }
        }
    }

    /**
     * A ledger that has counted nothing.
     *
     * @param spec what to count, and by what
     * @return the ledger
     */
    public static Ledger of(LedgerSpec spec) {
        return new Ledger(spec);
    }

    /**
     * A ledger that goes on from a snapshot.
     *
     * @param snapshot what was counted
     * @return the ledger
     */
    public static Ledger from(LedgerSnapshot snapshot) {
        return new Ledger(snapshot.spec()).merge(snapshot);
    }

    /**
     * What it counts.
     *
     * @return the specification
     */
    public LedgerSpec spec() {
        return spec;
    }

    /**
     * How many cases it has counted.
     *
     * @return 0 to {@link #MAX_CASES}
     */
    public long size() {
        return (long) total[0] + waiting.size();
    }

    /**
     * Counts a case. O(groupings x time bases), and nothing is allocated where its cells exist, their counts have room and
     * as many have waited as may, but by dimensions and metrics of one's own and by dimensions with several keys. Whatever
     * exception is thrown, also by a metric or dimension of one's own, the ledger is then as it was; only where memory runs
     * out, which is an error, must it no longer be used.
     *
     * @param fact the case
     * @return this ledger
     * @throws NullPointerException if a dimension gives the case no key; the message names both
     * @throws ArithmeticException if there would be more than {@link #MAX_CASES}, or more cells than an array can hold
     */
    public Ledger add(CaseFact fact) {
        if (waiting.isFull()) { // which it is only if none may wait, as else those that wait would have been counted
            throw tooMany();
        }
        offer(fact);
        waiting.accept();
        if (waiting.isFull()) {
            settleWithLast();
        }
        return this;
    }

    /** Puts a case after those that wait, and asks all that may refuse it. */
    private void offer(CaseFact fact) {
        waiting.offer(fact);
        if (asks) {
            askAtOnce(fact);
        }
    }

    private void askAtOnce(CaseFact fact) {
        if (asksAtOnce || isNewOutcome(fact)) {
            ask(waiting.size(), waiting.size() + 1);
        }
    }

    private boolean isNewOutcome(CaseFact fact) {
        int outcome = waiting.outcomeOf(fact);
        for (int b = 0; b < bases.length; b++) {
            if (!classes[b].knows(outcome) && fact.hasInstant(bases[b])) {
                return true;
            }
        }
        return false;
    }

    /** Asks what is counted of some cases, and all keys that a user's own dimension may refuse. */
    private void ask(int from, int until) {
        waiting.describe(from, until);
        for (int b = 0; b < bases.length; b++) {
            boolean[] present = waiting.present(b);
            classes[b].number(waiting, present, from, until, classAt[b]);
            for (int m = 0; m < measures[b].length; m++) {
                ToIntFunction<CaseFact> coded = measures[b][m].coded();
                int[] into = codedAt[b][m];
                for (int i = from; i < until; i++) {
                    if (present[i]) {
                        into[i] = coded.applyAsInt(waiting.fact(i));
                    }
                }
            }
        }
        for (int d = 0; d < keyers.length; d++) {
            if (isOwn[d]) {
                number(d, from, until);
            }
        }
    }

    private void settleWithLast() {
        boolean isCounted = false;
        try {
            settle();
            isCounted = true;
        } finally {
            if (!isCounted) {
                waiting.dropLast(); // it is refused, and those before it were not
            }
        }
    }

    /** Counts the cases that wait; if there is no room for them, all wait on. */
    private void settle() {
        if (waiting.size() == 0) {
            return;
        }
        locate();
        try {
            total[0] += waiting.size();
            for (int g = 0; g < dimensions.length; g++) {
                for (int b = 0; b < bases.length; b++) {
                    count(g, b);
                }
            }
        } finally {
            waiting.clear();
        }
        limitWaiting();
    }

    /** Finds where the cases that wait count, and makes room for them: after that nothing can be refused. */
    private void locate() {
        int cases = waiting.size();
        if (!asksAtOnce) {
            ask(0, cases);
        }
        for (int d = 0; d < keyers.length; d++) {
            int[] @Nullable [] several = keysAt[d];
            if (several != null) {
                for (int i = 0; i < cases; i++) {
                    several[i] = keyers[d].numbers(waiting.fact(i));
                }
            } else if (!isOwn[d]) {
                number(d, 0, cases);
            }
        }
        for (int g = 0; g < dimensions.length; g++) {
            for (int b = 0; b < bases.length; b++) {
                locate(g, b);
            }
        }
    }

    /** Numbers the keys of some cases in one dimension; where no basis is asked for, the column is that of all bases. */
    private void number(int d, int from, int until) {
        int columns = keyers[d].isOfBasis() ? bases.length : 1;
        for (int b = 0; b < columns; b++) {
            keyers[d].number(waiting, from, until, b, keyAt[b][d]);
        }
    }

    private void locate(int g, int b) {
        if (multiple[g] >= 0) {
            forEachCell(g, b, (cell, i) -> tables[g][b].makeRoom(cell));
            return;
        }
        int[] cells = cellAt[g][b];
        cellKeys[g].number(keysOf[g][b], waiting.present(b), waiting.size(), cells);
        int last = -1;
        for (int i = 0; i < waiting.size(); i++) {
            last = Math.max(last, cells[i]);
        }
        if (last >= 0) {
            tables[g][b].makeRoom(last);
        }
    }

    private void count(int g, int b) {
        if (multiple[g] < 0 && spec.isInvertible()) {
            tables[g][b].count(
                    waiting, cellAt[g][b], classAt[b], classes[b].classes().size(), codedAt[b]);
        } else {
            countEach(g, b, 1);
        }
    }

    /**
     * Lets cases wait only while there is room for any cells that they may bring, else one is counted at a time; and no more
     * than may be counted.
     */
    private void limitWaiting() {
        int most = Math.min(Waiting.MOST, MAX_CASES - total[0]);
        for (Table[] ofGrouping : tables) {
            for (Table table : ofGrouping) {
                if (!table.hasRoom()) {
                    most = Math.min(most, 1);
                }
            }
        }
        waiting.setMost(most);
    }

    private static ArithmeticException tooMany() {
        return new ArithmeticException("a ledger counts at most " + MAX_CASES + " cases");
    }

    /**
     * Takes a case out that was counted before, such as the former state of a case that has changed.
     *
     * @param fact the case, equal to what was added
     * @return this ledger
     * @throws IllegalStateException if it was not counted, as far as can be told, or the specification is not {@linkplain
     *     LedgerSpec#isInvertible invertible}; the ledger is then as it was
     */
    public Ledger subtract(CaseFact fact) {
        if (!spec.isInvertible()) {
            throw new IllegalStateException(
                    "a ledger that keeps exact times or examples does not subtract: exactUpTo was " + spec.exactUpTo()
                            + " and examples " + spec.examples());
        }
        settle();
        offer(fact);
        waiting.accept();
        try {
            locate();
            for (int g = 0; g < dimensions.length; g++) {
                for (int b = 0; b < bases.length; b++) {
                    check(g, b);
                }
            }
            total[0]--;
            for (int g = 0; g < dimensions.length; g++) {
                for (int b = 0; b < bases.length; b++) {
                    countEach(g, b, -1);
                }
            }
        } finally {
            waiting.clear();
        }
        limitWaiting();
        return this;
    }

    /** Does something for each cell of each case that waits. */
    private void forEachCell(int g, int b, CellAction action) {
        boolean[] present = waiting.present(b);
        for (int i = 0; i < waiting.size(); i++) {
            int[] several = several(g, i);
            int cells = several == null ? 1 : several.length;
            for (int k = 0; present[i] && k < cells; k++) {
                if (several != null) {
                    keyAt[b][multiple[g]][i] = several[k];
                }
                action.accept(cell(g, b, i), i);
            }
        }
    }

    private interface CellAction {
        void accept(int cell, int at);
    }

    private void countEach(int g, int b, int by) {
        forEachCell(g, b, (cell, i) -> tables[g][b].count(cell, classAt[b][i], waiting.fact(i), codedAt[b], i, by));
    }

    private void check(int g, int b) {
        forEachCell(g, b, (cell, i) -> {
            if (!tables[g][b].holds(cell, classAt[b][i], codedAt[b], i)) {
                throw new IllegalStateException("case " + waiting.fact(i).number() + " was not counted in cell "
                        + keyTexts(g, b, i) + " of " + spec.groupings().get(g));
            }
        });
    }

    private List<String> keyTexts(int g, int b, int i) {
        return Arrays.stream(dimensions[g])
                .mapToObj(d -> keyers[d].text(keyAt[b][d][i]))
                .toList();
    }

    /** The keys of a case in the one dimension of a grouping that may have several; null if it has no such dimension. */
    private int @Nullable [] several(int g, int i) {
        int[] @Nullable [] keys = multiple[g] < 0 ? null : keysAt[multiple[g]];
        return keys == null ? null : keys[i];
    }

    private int cell(int g, int b, int i) {
        return cellKeys[g].number(keysOf[g][b], i);
    }

    /**
     * Adds all that another ledger has counted; the other stays as it is. O(cells and what they hold).
     *
     * @param other a ledger of the same definition
     * @return this ledger
     * @throws IllegalArgumentException if the definitions differ; the message names the first difference
     * @throws ArithmeticException if there would be more than {@link #MAX_CASES}; the ledger is then as it was
     */
    public Ledger merge(Ledger other) {
        if (other == this) {
            return merge(snapshot());
        }
        accept(other.spec, other.size());
        settle();
        other.settle();
        int[][] keys = new int[keyers.length][];
        for (int d = 0; d < keyers.length; d++) {
            keys[d] = keyers[d].numbersOf(other.keyers[d]);
        }
        int[][] cells = new int[dimensions.length][];
        for (int g = 0; g < dimensions.length; g++) {
            int[][] ofGrouping =
                    Arrays.stream(dimensions[g]).mapToObj(d -> keys[d]).toArray(int[][]::new);
            cells[g] = cellKeys[g].numbersOf(other.cellKeys[g], ofGrouping);
            for (int b = 0; b < bases.length; b++) {
                tables[g][b].makeRoom(other.tables[g][b], cells[g]);
            }
        }
        total[0] += other.total[0];
        for (int b = 0; b < bases.length; b++) {
            Renumbering classNumbers = new Renumbering(classes[b].numbersOf(other.classes[b]));
            for (int g = 0; g < dimensions.length; g++) {
                tables[g][b].addAll(other.tables[g][b], cells[g], classNumbers);
            }
        }
        limitWaiting();
        return this;
    }

    /**
     * Adds all that a snapshot has counted.
     *
     * @param other a snapshot of the same definition
     * @return this ledger
     * @throws IllegalArgumentException if the definitions differ; the message names the first difference
     * @throws ArithmeticException if there would be more than {@link #MAX_CASES}; the ledger is then as it was
     */
    public Ledger merge(LedgerSnapshot other) {
        accept(other.spec(), other.size());
        settle();
        for (int g = 0; g < dimensions.length; g++) {
            for (int b = 0; b < bases.length; b++) {
                for (List<String> key : other.part(g, b).keys()) {
                    tables[g][b].makeRoom(cellOf(g, key));
                }
            }
        }
        total[0] += Math.toIntExact(other.size());
        for (int b = 0; b < bases.length; b++) {
            int[] numbers =
                    other.classes(b).stream().mapToInt(classes[b]::number).toArray();
            for (int g = 0; g < dimensions.length; g++) {
                LedgerSnapshot.Part part = other.part(g, b);
                for (int i = 0; i < part.keys().size(); i++) {
                    tables[g][b].add(cellOf(g, part.keys().get(i)), part.cells().get(i), numbers);
                }
            }
        }
        limitWaiting();
        return this;
    }

    /** Refuses another ledger whose cases may not be added. */
    private void accept(LedgerSpec other, long cases) {
        Optional<String> difference = spec.difference(other.definition());
        if (difference.isPresent()) {
            throw new IllegalArgumentException("ledgers to merge must have one definition, but " + difference.get());
        }
        if (cases > MAX_CASES - size()) {
            throw tooMany();
        }
    }

    private int cellOf(int g, List<String> key) {
        int[] numbers = new int[dimensions[g].length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = keyers[dimensions[g][i]].numberOfText(key.get(i));
        }
        return cellKeys[g].number(numbers);
    }

    /**
     * What it has counted so far.
     *
     * @return a copy that does not change
     */
    public LedgerSnapshot snapshot() {
        settle();
        List<List<ClassTable.Verdicts>> usedClasses = new ArrayList<>();
        LedgerSnapshot.Part[][] parts = new LedgerSnapshot.Part[dimensions.length][bases.length];
        for (int b = 0; b < bases.length; b++) {
            List<ClassTable.Verdicts> known = classes[b].classes();
            boolean[] used = new boolean[known.size()];
            for (Table[] table : tables) {
                table[b].markUsed(used);
            }
            List<ClassTable.Verdicts> sorted = new ArrayList<>();
            for (int c = 0; c < known.size(); c++) {
                if (used[c]) {
                    sorted.add(known.get(c));
                }
            }
            sorted.sort(null);
            int[] places = new int[known.size()];
            for (int c = 0; c < places.length; c++) {
                places[c] = Collections.binarySearch(sorted, known.get(c));
            }
            usedClasses.add(List.copyOf(sorted));
            for (int g = 0; g < dimensions.length; g++) {
                parts[g][b] = part(g, b, places);
            }
        }
        return new LedgerSnapshot(layout, total[0], usedClasses, parts);
    }

    private LedgerSnapshot.Part part(int g, int b, int[] classPlaces) {
        record Keyed(List<String> key, Cell cell) {}
        List<Keyed> found = new ArrayList<>();
        Table table = tables[g][b];
        List<int[]> keys = cellKeys[g].keys(table.size());
        for (int i = 0; i < table.size(); i++) {
            Cell cell = table.cell(i, classPlaces);
            if (cell != null) {
                String[] texts = new String[dimensions[g].length];
                for (int d = 0; d < texts.length; d++) {
                    texts[d] = keyers[dimensions[g][d]].text(keys.get(i)[d]);
                }
                found.add(new Keyed(List.of(texts), cell));
            }
        }
        found.sort((one, other) -> LedgerSnapshot.compareKeys(one.key(), other.key()));
        return new LedgerSnapshot.Part(
                found.stream().map(Keyed::key).toList(),
                found.stream().map(Keyed::cell).toList());
    }
}
