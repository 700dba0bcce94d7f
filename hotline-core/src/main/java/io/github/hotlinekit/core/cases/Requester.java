package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.privacy.IdNumber;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who raised a demand (诉求人). What identifies the person masks itself; see
 * {@link io.github.hotlinekit.core.privacy.PersonalData#reveal}.
 *
 * @param type what kind of requester
 * @param disclosure what may be told about the requester, and to whom
 * @param name the name
 * @param phone the number to call back
 * @param idNumber the number of an identity document
 */
@Value.Builder
public record Requester(
        RequesterType type,
        Disclosure disclosure,
        Optional<PersonName> name,
        Optional<PhoneNumber> phone,
        Optional<IdNumber> idNumber) {

    /** What may be told about a requester. */
    public enum Disclosure implements Coded {
        /** The departments may know. */
        OPEN("公开", "open"),
        /** Only the hotline may know; departments never do. */
        CONFIDENTIAL("保密", "confidential"),
        /** Nobody knows: the call was anonymous. */
        ANONYMOUS("匿名", "anonymous");

        private final Label label;

        Disclosure(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /** A requester of whom nothing is known. */
    public static final Requester UNKNOWN = of(RequesterType.UNKNOWN, Disclosure.ANONYMOUS);

    /** What somebody sees who may know nothing of a requester. */
    public static final Requester WITHHELD = of(RequesterType.UNKNOWN, Disclosure.CONFIDENTIAL);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a requester is anonymous and yet has a name or an identity document
     */
    public Requester {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(idNumber, "idNumber");
        if (disclosure == Disclosure.ANONYMOUS && (name.isPresent() || idNumber.isPresent())) {
            throw new IllegalArgumentException(
                    "an anonymous requester must have neither name nor identity number, but had one");
        }
    }

    /**
     * A requester of whom no more is known.
     *
     * @param type what kind of requester
     * @param disclosure what may be told about the requester
     * @return the requester
     */
    public static Requester of(RequesterType type, Disclosure disclosure) {
        return new Requester(type, disclosure, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Whether anybody can be asked: a number to call is known.
     *
     * @return whether there is one
     */
    public boolean isCallable() {
        return phone.isPresent();
    }

    /**
     * The same requester without anything that identifies the person.
     *
     * @return type and disclosure alone
     */
    public Requester withoutIdentity() {
        return of(type, disclosure);
    }

    /**
     * A builder; type and disclosure must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a requester. */
    public static final class Builder extends RequesterBuilder {
        Builder() {}
    }
}
