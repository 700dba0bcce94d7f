package io.github.hotlinekit.core.json;

import java.util.Objects;
import java.util.Optional;

/**
 * How documents of cases are read.
 *
 * @param source the document's name, for problems
 * @param unknownEvents what becomes of events of types that this version does not know
 * @param vault opens sealed values; without one they are refused
 */
public record ReadOptions(String source, UnknownEvents unknownEvents, Optional<PersonalDataVault> vault) {

    /** Checks the parts. */
    public ReadOptions {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(unknownEvents, "unknownEvents");
        Objects.requireNonNull(vault, "vault");
    }

    /**
     * Unknown events and sealed values are refused.
     *
     * @param source the document's name, for problems
     * @return the options
     */
    public static ReadOptions of(String source) {
        return new ReadOptions(source, UnknownEvents.REFUSE, Optional.empty());
    }

    /**
     * The same, but events of unknown types are carried.
     *
     * @return the options
     */
    public ReadOptions carryingUnknownEvents() {
        return new ReadOptions(source, UnknownEvents.CARRY, vault);
    }

    /**
     * The same with a vault.
     *
     * @param opener opens sealed values
     * @return the options
     */
    public ReadOptions opening(PersonalDataVault opener) {
        return new ReadOptions(source, unknownEvents, Optional.of(opener));
    }
}
