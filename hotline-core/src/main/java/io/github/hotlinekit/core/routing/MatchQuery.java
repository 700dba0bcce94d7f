package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.text.WordIndex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one case as the tables look them up. Made for one call and seen by one thread; the words of its text are
 * found when a rule first asks for them.
 */
final class MatchQuery {

    private static final int KIND = 0;
    private static final int CHANNEL = KIND + 1 + CaseKind.values().length;
    private static final int PRIORITY = CHANNEL + 1 + Channel.values().length;
    private static final int REQUESTER = PRIORITY + 1 + Priority.values().length;
    private static final int DAY_TYPE = REQUESTER + 1 + RequesterType.values().length;
    /** How many bits the cells that list names take; the first of each stands for a missing fact. */
    static final int BITS = DAY_TYPE + 1 + DayType.values().length;

    static {
        if (BITS > Long.SIZE) {
            throw new AssertionError("the cells take " + BITS + " bits");
        }
    }

    final RoutingFacts facts;
    final int category;
    final int area;
    final long bits;
    final long day;
    /** Whether rules count that are not in force on the day. */
    final boolean anyDay;
    /** Of the week; -1 if not known. */
    final int minute;

    private final WordIndex words;
    /** One place, for the words of the text once they are found. */
    private final @Nullable WordHits[] found;

    MatchQuery(RoutingFacts facts, int category, int area, long day, int minute, WordIndex words) {
        this(facts, category, area, bits(facts), day, false, minute, words, new WordHits[1]);
    }

    private MatchQuery(
            RoutingFacts facts,
            int category,
            int area,
            long bits,
            long day,
            boolean anyDay,
            int minute,
            WordIndex words,
            @Nullable WordHits[] found) {
        this.facts = facts;
        this.category = category;
        this.area = area;
        this.bits = bits;
        this.day = day;
        this.anyDay = anyDay;
        this.minute = minute;
        this.words = words;
        this.found = found;
    }

    /** The same case, asked of all rules whether in force or not; words are found once for both. */
    MatchQuery onAnyDay() {
        return new MatchQuery(facts, category, area, bits, day, true, minute, words, found);
    }

    /** One bit a cell. */
    private static long bits(RoutingFacts facts) {
        return bit(KIND, facts.kind())
                | bit(CHANNEL, facts.channel())
                | bit(PRIORITY, facts.priority())
                | bit(REQUESTER, facts.requester())
                | bit(DAY_TYPE, facts.dayType());
    }

    @SuppressWarnings("EnumOrdinal") // a number that lives no longer than the table
    private static <E extends Enum<E>> long bit(int field, Optional<E> fact) {
        return 1L << (field + (fact.isPresent() ? 1 + fact.get().ordinal() : 0));
    }

    /** The bits that a condition admits. */
    static long admitted(Condition when) {
        return admitted(when, Cell.KIND, KIND, CHANNEL, when.kinds())
                | admitted(when, Cell.CHANNEL, CHANNEL, PRIORITY, when.channels())
                | admitted(when, Cell.PRIORITY, PRIORITY, REQUESTER, when.priorities())
                | admitted(when, Cell.REQUESTER, REQUESTER, DAY_TYPE, when.requesters())
                | admitted(when, Cell.DAY_TYPE, DAY_TYPE, BITS, when.dayTypes());
    }

    @SuppressWarnings("EnumOrdinal") // a number that lives no longer than the table
    private static <E extends Enum<E>> long admitted(
            Condition when, Cell cell, int field, int toExclusive, List<E> values) {
        if (when.isAny(cell)) {
            return (1L << toExclusive) - (1L << field);
        }
        long mask = when.missing().contains(cell) ? 1L << field : 0;
        for (E value : values) {
            mask |= 1L << (field + 1 + value.ordinal());
        }
        return mask;
    }

    boolean hasText() {
        return facts.text().isPresent();
    }

    /** The words of the set that stand in the text; only if there is a text. */
    WordHits words() {
        WordHits hits = found[0];
        if (hits == null) {
            hits = WordHits.of(words.present(facts.text().orElseThrow().normal().value()));
            found[0] = hits;
        }
        return hits;
    }
}
