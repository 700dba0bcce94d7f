package io.github.hotlinekit.core.json;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.privacy.AuditEntry;
import io.github.hotlinekit.core.privacy.Coordinates;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonalData;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import io.github.hotlinekit.core.privacy.Revealed;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The form in which personal values are written. */
abstract sealed class PersonalForm {

    /** Whether only what everybody may see is written, and so neither extras nor extensions are. */
    boolean isMasked() {
        return false;
    }

    /** A text of an organisation, a post or a tag, which is no personal value but may tell one. */
    String typed(String text) {
        return text;
    }

    final void write(Object value, Writing out) throws IOException {
        if (value instanceof FreeText text && text.isErased()) {
            out.json().writeStartObject();
            out.json().writeBooleanField(PersonalCodec.ERASED, true);
            out.json().writeEndObject();
        } else {
            writePresent(value, out);
        }
    }

    abstract void writePresent(Object value, Writing out) throws IOException;

    private static void writeForm(String form, String text, Writing out) throws IOException {
        out.json().writeStartObject();
        out.json().writeStringField(form, text);
        out.json().writeEndObject();
    }

    private static Revealed reveal(Object value, RevealRequest request) {
        return value instanceof PersonalData data ? data.reveal(request) : ((Coordinates) value).reveal(request);
    }

    private static PersonalField field(Object value) {
        return value instanceof PersonalData data ? data.field() : PersonalField.ADDRESS;
    }

    /** What everybody may see. */
    static final class Masked extends PersonalForm {
        static final Masked NOTHING_KNOWN = new Masked(List.of());

        private final List<PersonalData> known;

        private Masked(List<PersonalData> known) {
            this.known = known;
        }

        /** Knows whatever any version of the registration tells, and so finds it in texts. */
        static Masked of(Case subject) {
            List<PersonalData> known = new ArrayList<>();
            for (CaseEvent event : subject.events()) {
                CaseEvent said = event instanceof CaseEvent.Corrected corrected ? corrected.right() : event;
                if (said instanceof CaseEvent.Registered registered) {
                    Requester requester = registered.registration().requester();
                    requester.name().ifPresent(known::add);
                    requester.phone().ifPresent(known::add);
                    requester.idNumber().ifPresent(known::add);
                    registered
                            .registration()
                            .location()
                            .flatMap(Location::address)
                            .ifPresent(known::add);
                    registered
                            .registration()
                            .respondent()
                            .flatMap(Respondent::person)
                            .ifPresent(known::add);
                }
            }
            return new Masked(known);
        }

        @Override
        boolean isMasked() {
            return true;
        }

        @Override
        String typed(String text) {
            return masked(FreeText.of(text));
        }

        @Override
        void writePresent(Object value, Writing out) throws IOException {
            writeForm(PersonalCodec.MASKED, masked(value), out);
        }

        private String masked(Object value) {
            if (value instanceof FreeText text) {
                return text.masking(known).masked();
            }
            return value instanceof PersonalData data ? data.masked() : ((Coordinates) value).masked();
        }
    }

    /** The values themselves; counts what it told. */
    static final class Revealing extends PersonalForm {
        private final RevealRequest request;
        private final EnumSet<PersonalField> fields = EnumSet.noneOf(PersonalField.class);
        private final int[] count = new int[1];

        Revealing(RevealRequest request) {
            this.request = Objects.requireNonNull(request, "request");
        }

        @Override
        void writePresent(Object value, Writing out) throws IOException {
            fields.add(field(value));
            count[0] = Math.addExact(count[0], 1);
            out.json().writeString(reveal(value, request).value());
        }

        /** What a newer writer wrote may be personal. */
        void count(Extras extras) {
            fields.add(PersonalField.TEXT);
            count[0] = Math.addExact(count[0], extras.values().size());
        }

        Optional<AuditEntry> audit() {
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AuditEntry(
                            request.purpose(),
                            request.by(),
                            request.at(),
                            Collections.unmodifiableSet(EnumSet.copyOf(fields)),
                            count[0]));
        }
    }

    /** What the host's vault makes of them. Nobody sees a value, so there is nothing to audit. */
    static final class Sealing extends PersonalForm {
        private static final RevealRequest TO_SEAL = RevealRequest.of(RevealPurpose.STORE, "vault", Instant.EPOCH);

        private final PersonalDataVault vault;

        Sealing(PersonalDataVault vault) {
            this.vault = Objects.requireNonNull(vault, "vault");
        }

        @Override
        void writePresent(Object value, Writing out) throws IOException {
            writeForm(PersonalCodec.SEALED, seal(reveal(value, TO_SEAL).value(), field(value), out.number()), out);
        }

        /** A text that may hold anything. */
        String seal(String plain, CaseNumber number) {
            return seal(plain, PersonalField.TEXT, number);
        }

        private String seal(String plain, PersonalField field, CaseNumber number) {
            String sealed = Objects.requireNonNull(vault.seal(number, field, plain), "sealed");
            if (sealed.length() > JsonPart.MAX_STRING || Reading.hasLoneSurrogate(sealed)) {
                throw new IllegalArgumentException("a sealed text must be at most " + JsonPart.MAX_STRING
                        + " characters without lone surrogates, but was of " + sealed.length() + " characters");
            }
            return sealed;
        }
    }
}
