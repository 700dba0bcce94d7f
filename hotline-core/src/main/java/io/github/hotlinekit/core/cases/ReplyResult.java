package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.privacy.FreeText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a department says came of a case (办理结果).
 *
 * @param outcome what came of it
 * @param text the answer to the citizen
 * @param publicity whether it may be published
 * @param measures what was done about the respondent, such as a warning or a fine
 * @param attribution what the demand comes from, in the department's view
 * @param finding whether the demand is reasonable, in the department's view; it counts only when a second
 *     person records it
 * @param evidence what shows that it was done
 */
@Value.Builder
public record ReplyResult(
        ReplyOutcome outcome,
        Optional<FreeText> text,
        Publicity publicity,
        Optional<FreeText> measures,
        Optional<Attribution> attribution,
        Optional<Finding> finding,
        List<Attachment> evidence) {

    /** Checks and copies the parts. */
    public ReplyResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(publicity, "publicity");
        Objects.requireNonNull(measures, "measures");
        Objects.requireNonNull(attribution, "attribution");
        Objects.requireNonNull(finding, "finding");
        evidence = Checks.list(evidence, "evidence");
    }

    /**
     * A result for the requester alone, with nothing more to say.
     *
     * @param outcome what came of it
     * @return the result
     */
    public static ReplyResult of(ReplyOutcome outcome) {
        return builder().outcome(outcome).publicity(Publicity.REQUESTER_ONLY).build();
    }

    /**
     * A builder; outcome and publicity must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a result. */
    public static final class Builder extends ReplyResultBuilder {
        Builder() {}
    }
}
