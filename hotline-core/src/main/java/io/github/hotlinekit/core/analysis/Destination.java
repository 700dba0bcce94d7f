package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.OutcomePattern;
import java.util.Comparator;
import java.util.Objects;

/**
 * Where a case goes, whoever assists (去向): what a row and a column of a replay stand for. Ordered by sort, then by
 * detail.
 *
 * @param sort the sort of outcome
 * @param detail the code of the department that leads, the number, the channel or the reason of triage; empty for an
 *     answer at the desk
 */
public record Destination(OutcomePattern.Sort sort, String detail) implements Comparable<Destination> {

    private static final Comparator<Destination> ORDER =
            Comparator.comparing(Destination::sort).thenComparing(Destination::detail);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if an answer at the desk has a detail, or another sort has none
     */
    public Destination {
        Objects.requireNonNull(sort, "sort");
        if (Objects.requireNonNull(detail, "detail").isEmpty() != (sort == OutcomePattern.Sort.DESK)) {
            throw new IllegalArgumentException(
                    "detail must be empty for an answer at the desk and for that only, but was \"" + detail + "\" for "
                            + sort.code());
        }
    }

    /**
     * Where an outcome sends a case.
     *
     * @param outcome the outcome
     * @return the destination
     */
    public static Destination of(Outcome outcome) {
        if (outcome instanceof Outcome.Dispatch dispatch) {
            return new Destination(OutcomePattern.Sort.DISPATCH, dispatch.lead().value());
        } else if (outcome instanceof Outcome.Triage triage) {
            return new Destination(OutcomePattern.Sort.TRIAGE, triage.reason());
        } else if (outcome instanceof Outcome.Refer refer) {
            return new Destination(OutcomePattern.Sort.REFER, refer.number());
        } else if (outcome instanceof Outcome.Statutory statutory) {
            return new Destination(OutcomePattern.Sort.STATUTORY, statutory.channel());
        }
        return new Destination(OutcomePattern.Sort.DESK, "");
    }

    /**
     * Its name.
     *
     * @return the sort's, with the detail
     */
    public Label label() {
        String more = detail.isEmpty() ? "" : " " + detail;
        return Label.of(sort.label().zh() + more, sort.label().en() + more);
    }

    @Override
    public int compareTo(Destination other) {
        return ORDER.compare(this, other);
    }
}
