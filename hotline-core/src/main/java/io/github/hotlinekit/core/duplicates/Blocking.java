package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.Kind;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries have to be compared so that no pair is missed. A pair can only reach the threshold with one
 * of the smallest sets of evidence that suffice at best; so it is enough to compare those that agree
 * exactly where such a set says they do.
 *
 * @param requester whether those of one requester are to be compared
 * @param keys by which of area and category else
 * @param all whether there is a set that nothing exact is in, so that all within the window are to be compared
 */
record Blocking(boolean requester, Set<Key> keys, boolean all) {

    /** By which of area and category. */
    record Key(boolean byArea, boolean byCategory) {

        /** The block of an entry; empty if it has nothing there to agree in. */
        Optional<Block> of(Entry entry) {
            if ((byArea && entry.area().isEmpty())
                    || (byCategory && entry.category().isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(new Block(
                    byArea ? entry.area() : Optional.empty(), byCategory ? entry.category() : Optional.empty()));
        }
    }

    /** What the entries of a block agree in. */
    record Block(Optional<AreaCode> area, Optional<CategoryCode> category) {}

    private static final List<Kind> CHOICES = List.of(Kind.REQUESTER, Kind.AREA, Kind.CATEGORY, Kind.TEXT);

    static Blocking of(DuplicateRule rule) {
        boolean requester = false;
        boolean all = false;
        Set<Key> keys = new LinkedHashSet<>();
        for (int mask = 0; mask < 1 << CHOICES.size(); mask++) {
            EnumSet<Kind> kinds = kinds(mask);
            if (!isSmallest(rule, kinds)) {
                continue;
            }
            Key key = new Key(kinds.contains(Kind.AREA), kinds.contains(Kind.CATEGORY));
            if (kinds.contains(Kind.REQUESTER)) {
                requester = true;
            } else if (key.byArea() || key.byCategory()) {
                keys.add(key);
            } else {
                all = true;
            }
        }
        if (keys.contains(new Key(true, false)) || keys.contains(new Key(false, true))) {
            keys.remove(new Key(true, true));
        }
        return all ? new Blocking(false, Set.of(), true) : new Blocking(requester, keys, false);
    }

    private static EnumSet<Kind> kinds(int mask) {
        EnumSet<Kind> kinds = EnumSet.of(Kind.TIME);
        for (int i = 0; i < CHOICES.size(); i++) {
            if ((mask & 1 << i) != 0) {
                kinds.add(CHOICES.get(i));
            }
        }
        return kinds;
    }

    private static boolean isSmallest(DuplicateRule rule, Set<Kind> kinds) {
        if (!suffices(rule, kinds)) {
            return false;
        }
        for (Kind kind : CHOICES) {
            EnumSet<Kind> without = EnumSet.copyOf(kinds);
            if (without.remove(kind) && suffices(rule, without)) {
                return false;
            }
        }
        return true;
    }

    private static boolean suffices(DuplicateRule rule, Set<Kind> kinds) {
        EnumSet<Kind> needed = EnumSet.of(Kind.TIME);
        needed.addAll(rule.required());
        return kinds.containsAll(needed)
                && kinds.stream().mapToInt(rule.weights()::of).sum() >= rule.threshold();
    }
}
