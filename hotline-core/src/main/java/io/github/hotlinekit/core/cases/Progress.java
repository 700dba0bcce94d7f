package io.github.hotlinekit.core.cases;

import java.time.Instant;

/** Where a case stands, since when, and when something was last recorded of it. */
record Progress(CaseState state, Instant since, Instant recorded) {

    Progress after(CaseEvent event, Transition transition) {
        boolean moves = transition.to().isPresent();
        return new Progress(
                moves ? transition.to().get() : state,
                moves ? event.at() : since,
                event.stamp().recorded());
    }
}
