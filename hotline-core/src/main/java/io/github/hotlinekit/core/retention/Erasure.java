package io.github.hotlinekit.core.retention;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.ErasureGround;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.redaction.EventRewriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What came of the wish to erase personal data of a case. All of the timeline is rewritten, what
 * corrections hold within included, and an event says what was erased, why and by whom:
 *
 * <ul>
 *   <li>{@link PersonalField#NAME}: the names of the requester and of the person complained of,
 *   <li>{@link PersonalField#PHONE} and {@link PersonalField#ID_NUMBER}: the requester's,
 *   <li>{@link PersonalField#ADDRESS}: address and point,
 *   <li>{@link PersonalField#TEXT}: every text, which becomes {@link
 *       io.github.hotlinekit.core.privacy.FreeText#ERASED}, the host's own properties, and the references to
 *       attachments; the host deletes the files.
 * </ul>
 *
 * <p>Where texts stay they lose what is erased elsewhere, and all that looks like a number of a person, as
 * {@link io.github.hotlinekit.core.privacy.FreeText#withholding} finds it; so do tags, posts and names of
 * organisations. An address without a number of a house is public, and stays in texts. What a document said
 * beyond this version goes with any erasure, since nobody can tell what it is. All else, states, instants,
 * counts and departments, stays as it was, and with it every figure.
 *
 * <p>The host replaces the stored events by these, in one transaction and under the same lock as any
 * other change, and erases what it keeps of the case elsewhere.
 */
public sealed interface Erasure {

    /**
     * The data was erased.
     *
     * @param result the case with its timeline rewritten, and the event at its end
     * @param counts how many values of each kind were taken out or replaced, without those that were already
     *     gone; kinds with none are left out
     */
    record Erased(Case result, Map<PersonalField, Integer> counts) implements Erasure {
        /** Checks and copies the parts. */
        public Erased {
            Objects.requireNonNull(result, "result");
            Map<PersonalField, Integer> copy = new EnumMap<>(PersonalField.class);
            copy.putAll(counts);
            counts = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * The lifecycle refused the erasure, and nothing was changed.
     *
     * @param decision the refusal
     */
    record Refused(Decision.Refused decision) implements Erasure {
        /** Checks the part. */
        public Refused {
            Objects.requireNonNull(decision, "decision");
        }
    }

    /**
     * Erases personal data by the standard lifecycle.
     *
     * @param subject the case
     * @param fields what is to be erased
     * @param ground why
     * @param context who wants it, and when
     * @return the case without it, or a refusal
     * @throws IllegalArgumentException if there is no field
     */
    static Erasure of(Case subject, Set<PersonalField> fields, ErasureGround ground, CommandContext context) {
        return of(CaseLifecycle.standard(), subject, fields, ground, context);
    }

    /**
     * Erases personal data. Linear in the length of the timeline and its texts.
     *
     * @param lifecycle what says whether it is allowed
     * @param subject the case
     * @param fields what is to be erased
     * @param ground why
     * @param context who wants it, and when
     * @return the case without it, or a refusal
     * @throws IllegalArgumentException if there is no field
     */
    static Erasure of(
            CaseLifecycle lifecycle,
            Case subject,
            Set<PersonalField> fields,
            ErasureGround ground,
            CommandContext context) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields must be at least 1, but were none");
        }
        Decision decision = lifecycle.decide(subject, new CaseCommand.Erase(fields, ground), context);
        if (decision instanceof Decision.Refused refused) {
            return new Refused(refused);
        }
        ErasingRedaction redaction = new ErasingRedaction(subject, fields);
        List<CaseEvent> rewritten = subject.events().stream()
                .map(event -> EventRewriter.rewrite(event, redaction).orElseThrow())
                .toList();
        Case result = Case.replay(rewritten);
        for (CaseEvent event : ((Decision.Accepted) decision).events()) {
            result = result.apply(event);
        }
        return new Erased(result, redaction.counts());
    }
}
