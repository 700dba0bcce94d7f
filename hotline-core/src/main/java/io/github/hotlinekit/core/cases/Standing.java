package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What the events of a case add up to. */
@Value.Builder
record Standing(
        Registration registration,
        CaseState state,
        Optional<CategoryCode> category,
        Optional<DepartmentCode> lead,
        Optional<Instant> dispatched,
        Optional<Instant> signedFor,
        Optional<Instant> replied,
        Optional<CallbackAnswer> callback,
        Optional<CallbackFailure> callbackFailure,
        Optional<Instant> closed,
        Optional<ClosingGround> closingGround,
        Optional<Ending> ending,
        Optional<Instant> ended,
        int reopenings,
        int returns)
        implements WithStanding {

    static Standing of(CaseEvent.Registered event) {
        return new StandingBuilder()
                .registration(event.registration())
                .state(CaseState.REGISTERED)
                .reopenings(0)
                .returns(0)
                .build();
    }

    Standing after(CaseEvent event) {
        Standing next = withState(CaseLifecycle.transition(event.act()).to().orElse(state));
        if (event instanceof CaseEvent.Classified e) {
            return next.withCategory(e.category());
        } else if (event instanceof CaseEvent.AnsweredAtDesk) {
            return next.withClosed(event.at()).withClosingGround(ClosingGround.ANSWERED_AT_DESK);
        } else if (event instanceof CaseEvent.Dispatched e) {
            return next.withLead(e.lead()).withDispatched(event.at()).withSignedFor(Optional.empty());
        } else if (event instanceof CaseEvent.SignedFor) {
            return next.withSignedFor(event.at());
        } else if (event instanceof CaseEvent.Returned) {
            return next.withReturns(returns + 1);
        } else if (event instanceof CaseEvent.Replied) {
            return next.withReplied(event.at());
        } else if (event instanceof CaseEvent.ReplySentBack) {
            return next.withReplied(Optional.empty());
        } else if (event instanceof CaseEvent.CallbackAttempted e) {
            return next.withCallbackFailure(e.failure());
        } else if (event instanceof CaseEvent.CallbackDone e) {
            return next.withCallback(e.answer()).withCallbackFailure(Optional.empty());
        } else if (event instanceof CaseEvent.Reopened) {
            return next.withReplied(Optional.empty()).withReopenings(reopenings + 1);
        } else if (event instanceof CaseEvent.Closed e) {
            return next.withClosed(event.at()).withClosingGround(e.ground());
        } else if (event instanceof CaseEvent.Ended e) {
            return next.withEnding(e.ending()).withEnded(event.at());
        }
        return next;
    }
}
