package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** Outcomes as officials read them. Departments are named by their codes, as in the rules. */
final class OutcomeText {

    private static final Label NONE = Label.of("无", "none");

    private OutcomeText() {}

    static Label of(Outcome outcome) {
        Label name = Destination.of(outcome).label();
        if (outcome instanceof Outcome.Dispatch dispatch
                && !dispatch.assisting().isEmpty()) {
            Label assisting = of(dispatch.assisting());
            return Label.of(name.zh() + ",协办 " + assisting.zh(), name.en() + ", assisting " + assisting.en());
        }
        return name;
    }

    static Label of(List<DepartmentCode> codes) {
        return codes.isEmpty() ? NONE : Label.of(join(codes, "、"), join(codes, ", "));
    }

    private static String join(List<DepartmentCode> codes, String between) {
        return codes.stream().map(DepartmentCode::value).collect(Collectors.joining(between));
    }
}
