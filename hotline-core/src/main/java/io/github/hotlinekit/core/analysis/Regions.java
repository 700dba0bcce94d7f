package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.DayType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes few boxes of many, and words of boxes. */
final class Regions {

    private static final String NONE = "(none)";

    private Regions() {}

    /** The same cases in fewer boxes, as far as pairs of them make one. */
    static List<Box> joined(List<Box> boxes) {
        List<Box> joined = new ArrayList<>();
        for (Box box : boxes) {
            Box current = box;
            for (int i = 0; i < joined.size(); i++) {
                Optional<Box> both = joined.get(i).joined(current);
                if (both.isPresent()) {
                    current = both.get();
                    joined.remove(i);
                    i = -1;
                }
            }
            joined.add(current);
        }
        return joined;
    }

    /** A box in the signs of a decision table, any left out. */
    static String describe(Box box, CaseSpace space) {
        Box all = space.everything();
        List<String> parts = new ArrayList<>();
        codes("category", box, Box.CATEGORY, space.categories(), parts);
        codes("area", box, Box.AREA, space.areas(), parts);
        values("kind", box, all, Box.KIND, CaseKind.values(), parts);
        values("channel", box, all, Box.CHANNEL, Channel.values(), parts);
        values("priority", box, all, Box.PRIORITY, Priority.values(), parts);
        values("requester", box, all, Box.REQUESTER, RequesterType.values(), parts);
        values("dayType", box, all, Box.DAY_TYPE, DayType.values(), parts);
        if (!box.words().isAny()) {
            parts.add("keywords " + (box.words().isAbsent() ? NONE : box.words().describe(space.vocabulary())));
        }
        for (int i = Box.MINUTES; i < box.sets(); i++) {
            if (box.bits(i) != all.bits(i)) {
                parts.add("time");
                break;
            }
        }
        if (box.from(Box.DAYS) > 0) {
            space.days().span(box.from(Box.DAYS)).from().ifPresent(d -> parts.add("from " + d));
        }
        if (box.to(Box.DAYS) < space.days().size() - 1) {
            space.days().span(box.to(Box.DAYS)).toExclusive().ifPresent(d -> parts.add("to " + d));
        }
        return parts.isEmpty() ? "-" : String.join("; ", parts);
    }

    private static void codes(String name, Box box, int interval, CodeTree tree, List<String> parts) {
        int from = box.from(interval);
        int to = box.to(interval);
        if (from == CodeTree.MISSING && to == tree.lastPosition()) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (int i = from; i <= to && names.size() < 10; i++) {
            if (i == CodeTree.MISSING) {
                names.add(NONE);
            } else if (i == CodeTree.ELSEWHERE) {
                names.add("?");
            } else {
                boolean whole = tree.last(i) <= to;
                names.add(whole ? tree.code(i) : "=" + tree.code(i));
                i = whole ? tree.last(i) : i;
            }
        }
        parts.add(name + " " + String.join("|", names));
    }

    private static void values(String name, Box box, Box all, int set, Coded[] values, List<String> parts) {
        if (box.bits(set) == all.bits(set)) {
            return;
        }
        List<String> names = new ArrayList<>();
        if ((box.bits(set) & Box.MISSING) != 0) {
            names.add(NONE);
        }
        for (int i = 0; i < values.length; i++) {
            if ((box.bits(set) & (1L << (i + 1))) != 0) {
                names.add(values[i].code());
            }
        }
        parts.add(name + " " + String.join("|", names));
    }
}
