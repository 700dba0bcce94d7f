package io.github.hotlinekit.core.cases;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** How a case came to its end, or what the citizen said on the way. */
@Value.Builder
record Result(
        Optional<CallbackAnswer> callback,
        Optional<CallbackFailure> callbackFailure,
        int attempts,
        boolean answered,
        Optional<Instant> closed,
        Optional<ClosingGround> closingGround,
        Optional<Ending> ending,
        Optional<Instant> ended,
        int reopenings,
        int closings)
        implements WithResult {

    static final Result NONE = new Result(
            Optional.empty(),
            Optional.empty(),
            0,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            0);

    Result close(Instant at, ClosingGround ground) {
        return withClosed(Optional.of(at))
                .withClosingGround(Optional.of(ground))
                .withClosings(closings + 1);
    }

    Result end(Instant at, Ending how) {
        return withEnding(Optional.of(how)).withEnded(Optional.of(at));
    }

    /** Back to the hotline: whatever was asked of the citizen before has to be asked again. */
    Result unmerge() {
        return withEnding(Optional.empty())
                .withEnded(Optional.empty())
                .withAttempts(0)
                .withAnswered(false);
    }

    /** Back to the department: attempts count anew; the last answer stays until there is another. */
    Result reopen() {
        return withReopenings(reopenings + 1).withAttempts(0).withAnswered(false);
    }

    Result reopenClosed() {
        return reopen().withClosed(Optional.empty()).withClosingGround(Optional.empty());
    }
}
