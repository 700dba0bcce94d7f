package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule set as one list whose first match decides, and beside it the rules that collect. A rule of a section whose most
 * specific rule decides is split into its pairs of a category and an area, which are sorted by how much they say: of
 * those of a rule that have a case, the first says most.
 */
final class Program {

    private static final List<Cell> OTHERS = Stream.of(Cell.values())
            .filter(c -> c != Cell.CATEGORY && c != Cell.AREA)
            .toList();

    private final RuleSet set;
    private final CaseSpace space;
    private final List<Rule> rules;
    private final List<List<Entry>> byRule;
    private final List<Entry> deciding;
    private final EntryIndex index;
    private final List<Entry> collected;
    private final EntryIndex collecting;

    Program(RuleSet set, CaseSpace space) {
        this.set = set;
        this.space = space;
        this.rules = set.sections().stream().flatMap(s -> s.rules().stream()).toList();
        this.byRule = new ArrayList<>();
        this.deciding = new ArrayList<>();
        this.collected = new ArrayList<>();
        int impossible = space.impossibleBoxes().size();
        for (Box box : space.impossibleBoxes()) {
            deciding.add(new Entry(deciding.size() - impossible, -1, -1, Entry.Level.NONE, Optional.empty(), box));
        }
        int rank = 0;
        for (int s = 0; s < set.sections().size(); s++) {
            RuleSet.Section section = set.sections().get(s);
            List<Entry> entries = new ArrayList<>();
            boolean levels = section.policy() == SectionPolicy.MOST_SPECIFIC;
            for (Rule rule : section.rules()) {
                int number = byRule.size();
                int others =
                        (int) OTHERS.stream().filter(c -> !rule.when().isAny(c)).count();
                for (CaseSpace.Alternative a : space.alternatives(rule.when(), rule.effective())) {
                    Entry.Level level = levels ? new Entry.Level(a.category(), a.area(), others) : Entry.Level.NONE;
                    entries.add(new Entry(0, number, s, level, Optional.of(rule), a.box()));
                }
                byRule.add(new ArrayList<>());
            }
            entries.sort(Comparator.comparing(
                    Entry::level,
                    Comparator.comparingInt(Entry.Level::category)
                            .thenComparingInt(Entry.Level::area)
                            .thenComparingInt(Entry.Level::others)
                            .reversed()));
            for (Entry e : entries) {
                Entry placed = new Entry(rank++, e.number(), s, e.level(), e.rule(), e.box());
                byRule.get(e.number()).add(placed);
                (section.policy() == SectionPolicy.COLLECT ? collected : deciding).add(placed);
            }
        }
        this.index = new EntryIndex(space, deciding);
        this.collecting = new EntryIndex(space, collected);
    }

    RuleSet set() {
        return set;
    }

    CaseSpace space() {
        return space;
    }

    /** The rules in the order of the document. */
    List<Rule> rules() {
        return rules;
    }

    /** The parts of a rule, in their order. */
    List<Entry> entries(int rule) {
        return byRule.get(rule);
    }

    /** All that decides, and what no case can be before it. */
    List<Entry> deciding() {
        return deciding;
    }

    /** All that adds departments. */
    List<Entry> collecting() {
        return collected;
    }

    SectionPolicy policy(Entry entry) {
        return set.sections().get(entry.section()).policy();
    }

    List<Entry> overlapping(Box box, Meter meter) throws Meter.ExhaustedException {
        return index.overlapping(box, meter);
    }

    /**
     * The entries after one that decide as well as it and have cases in common with it. Where the most specific rule decides
     * these are of the same category and area: others of one depth have none in common.
     */
    List<Entry> rivals(Entry winner, Meter meter) throws Meter.ExhaustedException {
        List<Entry> common = policy(winner) == SectionPolicy.MOST_SPECIFIC
                ? index.beside(winner.box(), meter)
                : overlapping(winner.box(), meter);
        return common.stream()
                .filter(e -> e.rank() > winner.rank()
                        && e.section() == winner.section()
                        && e.number() != winner.number()
                        && e.level().equals(winner.level()))
                .toList();
    }

    /** The entries before one that have cases of a box. */
    List<Entry> before(Entry entry, Box box, Meter meter) throws Meter.ExhaustedException {
        return overlapping(box, meter).stream()
                .filter(e -> e.rank() < entry.rank())
                .toList();
    }

    List<Entry> collecting(Box box, Meter meter) throws Meter.ExhaustedException {
        return collecting.overlapping(box, meter);
    }
}
