package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.SectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rules take cases from rows of later sections. In a section whose first match decides a row speaks of what is
 * left; in one whose most specific row decides, or whose rows must not overlap, it speaks of all its cases, and a rule
 * that comes before it overrides it.
 */
final class OverrideChecks {

    /** How many rows that a rule overrides are told. */
    private static final int MAX_ROWS = 10;

    private final Program program;
    private final CaseSpace space;
    private final Questions questions;
    private final Meter meter;

    OverrideChecks(Program program, Questions questions, Meter meter) {
        this.program = program;
        this.space = program.space();
        this.questions = questions;
        this.meter = meter;
    }

    void check(Report report) {
        int last = lastSectionOfRows();
        for (int i = 0; i < program.rules().size(); i++) {
            Rule rule = program.rules().get(i);
            List<String> rows = new ArrayList<>();
            List<Box> cases = new ArrayList<>();
            boolean more = false;
            meter.ask();
            try {
                for (Entry entry : program.entries(i)) {
                    // Most rules are rows of the last such section, and override nothing: they cost nothing.
                    more = more || (entry.section() < last && overridden(entry, rows, cases));
                }
            } catch (Meter.ExhaustedException e) {
                report.undecided(FindingCode.OVERRIDES, List.of(rule.id()));
            }
            if (!rows.isEmpty()) {
                report.add(finding(rule, rows, more, space.witness(cases.get(0))));
            }
        }
    }

    /** The last section whose rows can be overridden; -1 if there is none. */
    private int lastSectionOfRows() {
        int last = -1;
        for (int i = 0; i < program.rules().size(); i++) {
            for (Entry entry : program.entries(i)) {
                last = program.policy(entry) == SectionPolicy.FIRST ? last : Math.max(last, entry.section());
            }
        }
        return last;
    }

    /** Adds the rows that an entry overrides, with a case each; says whether there are more than are told. */
    private boolean overridden(Entry entry, List<String> rows, List<Box> cases) throws Meter.ExhaustedException {
        if (program.policy(entry) == SectionPolicy.COLLECT) {
            return false;
        }
        for (Entry later : program.overlapping(entry.box(), meter)) {
            boolean row = later.section() > entry.section() && program.policy(later) != SectionPolicy.FIRST;
            if (row && !rows.contains(later.theRule().id())) {
                Optional<Box> where = questions.overridden(entry, later);
                if (where.isPresent() && rows.size() == MAX_ROWS) {
                    return true;
                }
                where.ifPresent(box -> {
                    rows.add(later.theRule().id());
                    cases.add(box);
                });
            }
        }
        return false;
    }

    private static Finding finding(Rule rule, List<String> rows, boolean more, Optional<Witness> witness) {
        String list = String.join(", ", rows) + (more ? ", …" : "");
        return Report.finding(
                FindingCode.OVERRIDES,
                rule,
                rows,
                Label.of(
                        "规则 " + rule.id() + " 优先于后续分区中结果不同的条目:" + list,
                        "Rule " + rule.id() + " decides cases that rows of later sections would decide otherwise: "
                                + list),
                witness);
    }
}
