package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.Keywords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A set of texts, by the words in them, and whether a case without a text is in the set. The words that must be there
 * are closed under being within, those that must not under being around, and of each clause one must be there. Since
 * clauses ask only for presence, such a set is empty exactly if a word is both, or a clause has only words that must not
 * be there.
 */
final class Words {

    private static final int[] NO_WORDS = {};
    private static final int[][] NO_CLAUSES = {};

    /** Everything, a missing text too. */
    static final Words ANY = new Words(true, true, NO_WORDS, NO_WORDS, NO_CLAUSES);
    /** A missing text alone. */
    static final Words ABSENT = new Words(true, false, NO_WORDS, NO_WORDS, NO_CLAUSES);
    /** Every text. */
    static final Words PRESENT = new Words(false, true, NO_WORDS, NO_WORDS, NO_CLAUSES);

    private final boolean absent;
    private final boolean present;
    private final int[] with;
    private final int[] without;
    private final int[][] clauses;

    private Words(boolean absent, boolean present, int[] with, int[] without, int[][] clauses) {
        this.absent = absent;
        this.present = present;
        this.with = with;
        this.without = without;
        this.clauses = clauses;
    }

    /** The texts that keywords hold for; empty if there are none. */
    static Optional<Words> of(Keywords keywords, Vocabulary vocabulary) {
        if (keywords.isAny()) {
            return Optional.of(ANY);
        }
        Optional<Words> words = Optional.of(PRESENT);
        words = words.flatMap(w -> w.with(ids(keywords.all(), vocabulary), vocabulary));
        words = words.flatMap(w -> w.without(ids(keywords.none(), vocabulary), vocabulary));
        if (!keywords.any().isEmpty()) {
            words = words.flatMap(w -> w.withOneOf(ids(keywords.any(), vocabulary), vocabulary));
        }
        return words;
    }

    private static int[] ids(List<String> words, Vocabulary vocabulary) {
        return words.stream().mapToInt(vocabulary::id).sorted().toArray();
    }

    boolean isAny() {
        return absent && present;
    }

    boolean isAbsent() {
        return absent && !present;
    }

    private Optional<Words> with(int[] more, Vocabulary vocabulary) {
        Set<Integer> closed = boxed(with);
        for (int word : more) {
            for (int inner : vocabulary.within(word)) {
                closed.add(inner);
            }
        }
        return checked(unboxed(closed), without, List.of(clauses), vocabulary);
    }

    private Optional<Words> without(int[] more, Vocabulary vocabulary) {
        Set<Integer> closed = boxed(without);
        for (int word : more) {
            for (int outer : vocabulary.around(word)) {
                closed.add(outer);
            }
        }
        return checked(with, unboxed(closed), List.of(clauses), vocabulary);
    }

    private Optional<Words> withOneOf(int[] clause, Vocabulary vocabulary) {
        List<int[]> more = new ArrayList<>(List.of(clauses));
        more.add(clause);
        return checked(with, without, more, vocabulary);
    }

    private static Optional<Words> checked(int[] with, int[] without, List<int[]> clauses, Vocabulary vocabulary) {
        if (Arrays.stream(with).anyMatch(w -> Vocabulary.contains(without, w))) {
            return Optional.empty();
        }
        List<int[]> open = new ArrayList<>();
        for (int[] clause : clauses) {
            if (Arrays.stream(clause).noneMatch(w -> Vocabulary.contains(with, w))) {
                int[] possible = Arrays.stream(clause)
                        .filter(w -> !Vocabulary.contains(without, w))
                        .toArray();
                if (possible.length == 0) {
                    return Optional.empty();
                }
                open.add(possible);
            }
        }
        Words words = new Words(false, true, with, without, open.toArray(int[][]::new));
        Optional<int[]> forced = open.stream().filter(c -> c.length == 1).findFirst();
        return forced.isPresent() ? words.with(forced.get(), vocabulary) : Optional.of(words);
    }

    Optional<Words> and(Words other, Vocabulary vocabulary) {
        if (other.isAny()) {
            return Optional.of(this);
        }
        if (isAny()) {
            return Optional.of(other);
        }
        if (isAbsent() || other.isAbsent()) {
            return isAbsent() && other.isAbsent() ? Optional.of(this) : Optional.empty();
        }
        Optional<Words> both = with(other.with, vocabulary).flatMap(w -> w.without(other.without, vocabulary));
        for (int[] clause : other.clauses) {
            both = both.flatMap(w -> w.withOneOf(clause, vocabulary));
        }
        return both;
    }

    /** Whether a case is in both sets. Where both ask for presence alone, a text with all the words is. */
    boolean meet(Words other, Vocabulary vocabulary) {
        if (isAny() || other.isAny()) {
            return true;
        }
        boolean presenceAlone = !isAbsent() && !other.isAbsent() && without.length == 0 && other.without.length == 0;
        return presenceAlone || and(other, vocabulary).isPresent();
    }

    /** What of this is not in another set, in parts that have nothing in common. */
    List<Words> minus(Words other, Vocabulary vocabulary) {
        List<Words> parts = new ArrayList<>();
        if (other.isAny()) {
            return parts;
        }
        if (other.isAbsent()) {
            if (isAny()) {
                parts.add(PRESENT);
            } else if (!isAbsent()) {
                parts.add(this);
            }
            return parts;
        }
        if (absent) {
            parts.add(ABSENT);
        }
        Optional<Words> rest =
                isAny() ? Optional.of(PRESENT) : Optional.of(this).filter(w -> w.present);
        for (int word : other.with) {
            int[] one = {word};
            rest.flatMap(w -> w.without(one, vocabulary)).ifPresent(parts::add);
            rest = rest.flatMap(w -> w.with(one, vocabulary));
        }
        for (int word : other.without) {
            int[] one = {word};
            rest.flatMap(w -> w.with(one, vocabulary)).ifPresent(parts::add);
            rest = rest.flatMap(w -> w.without(one, vocabulary));
        }
        for (int[] clause : other.clauses) {
            rest.flatMap(w -> w.without(clause, vocabulary)).ifPresent(parts::add);
            rest = rest.flatMap(w -> w.withOneOf(clause, vocabulary));
        }
        return parts;
    }

    /** A text of the set; empty if it is of the missing text alone, or no text can be made. */
    Optional<String> example(Vocabulary vocabulary) {
        List<Integer> wanted = new ArrayList<>(Arrays.stream(with).boxed().toList());
        for (int[] clause : clauses) {
            int[] first = IntStream.of(clause)
                    .boxed()
                    .min((a, b) ->
                            vocabulary.word(a).length() - vocabulary.word(b).length())
                    .stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            wanted.add(first[0]);
        }
        return vocabulary.text(wanted.stream().distinct().toList());
    }

    /** What the set asks of a text, in the signs of a decision table. */
    String describe(Vocabulary vocabulary) {
        List<String> parts = new ArrayList<>();
        for (int[] clause : clauses) {
            parts.add(String.join(
                    "|", Arrays.stream(clause).mapToObj(vocabulary::word).toList()));
        }
        Arrays.stream(with).forEach(w -> parts.add("+" + vocabulary.word(w)));
        Arrays.stream(without).forEach(w -> parts.add("-" + vocabulary.word(w)));
        return String.join(" ", parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Words that
                && absent == that.absent
                && present == that.present
                && Arrays.equals(with, that.with)
                && Arrays.equals(without, that.without)
                && Arrays.deepEquals(clauses, that.clauses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(with) * 31 + Arrays.hashCode(without) + Arrays.deepHashCode(clauses);
    }

    private static Set<Integer> boxed(int[] values) {
        Set<Integer> set = new TreeSet<>();
        for (int value : values) {
            set.add(value);
        }
        return set;
    }

    private static int[] unboxed(Set<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
