package io.github.hotlinekit.core.json;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.util.Optional;

/**
 * Seals personal values on their way into documents and opens them on the way out, with keys of the host's:
 * one a case, or one a person. Destroying a key erases what it sealed in every copy of every document
 * (crypto-shredding). Hosts implement this; the library holds neither keys nor ciphers.
 *
 * <p>What an implementation throws is its own and passes through readers and writers, but for the one that
 * {@link #open} says: no message of it may hold a value.
 */
public interface PersonalDataVault {

    /**
     * Seals a value. Whoever implements this should authenticate the case number and the kind of data along
     * with the value, so that nobody can move a sealed text to another place.
     *
     * @param number the case the value belongs to
     * @param field the kind of data
     * @param plain the value in clear, 20,000 characters at most; longer where it is all that a newer writer
     *     added to an event
     * @return the sealed text, at most {@value JsonPart#MAX_STRING} characters without lone surrogates
     */
    String seal(CaseNumber number, PersonalField field, String plain);

    /**
     * Opens a sealed text.
     *
     * @param number the case the value belongs to
     * @param field the kind of data
     * @param sealed the sealed text
     * @return the value in clear; empty if its key was destroyed
     * @throws IllegalArgumentException if this vault did not seal the text for this case and kind; the reader
     *     makes a problem of it
     */
    Optional<String> open(CaseNumber number, PersonalField field, String sealed);
}
