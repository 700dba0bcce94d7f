package io.github.hotlinekit.core.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who gives a command, when, and what the lifecycle has to know beyond the case itself.
 *
 * @param actor who wants it
 * @param at when it happens
 * @param recorded when it is recorded; not before it happens
 * @param due the first instant that is too late for the lead's reply, where the host's clock says one
 * @param master the other case of a merge
 */
public record CommandContext(Actor actor, Instant at, Instant recorded, Optional<Instant> due, Optional<Case> master) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it is recorded before it happens
     */
    public CommandContext {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(master, "master");
        if (recorded.isBefore(at)) {
            throw new IllegalArgumentException("recorded must not be before at " + at + ", but was " + recorded);
        }
    }

    /**
     * A command that is recorded as it happens.
     *
     * @param actor who wants it
     * @param at when
     * @return the context
     */
    public static CommandContext of(Actor actor, Instant at) {
        return new CommandContext(actor, at, at, Optional.empty(), Optional.empty());
    }

    /**
     * The same, recorded later than it happened.
     *
     * @param recorded when it is recorded
     * @return the context
     * @throws IllegalArgumentException if that is before it happens
     */
    public CommandContext withRecorded(Instant recorded) {
        return new CommandContext(actor, at, recorded, due, master);
    }

    /**
     * The same with the due instant.
     *
     * @param due the first instant that is too late for the lead's reply
     * @return the context
     */
    public CommandContext withDue(Instant due) {
        return new CommandContext(actor, at, recorded, Optional.of(due), master);
    }

    /**
     * The same with the other case of a merge.
     *
     * @param master the case that is to be followed
     * @return the context
     */
    public CommandContext withMaster(Case master) {
        return new CommandContext(actor, at, recorded, due, Optional.of(master));
    }

    Stamp stamp(int sequence) {
        return new Stamp(sequence, at, recorded, actor, Extras.NONE);
    }
}
