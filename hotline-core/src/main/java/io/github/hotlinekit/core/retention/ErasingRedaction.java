package io.github.hotlinekit.core.retention;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Attachment;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.RelatedCase;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PersonalData;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.redaction.Redaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes personal data of some kinds out of one case, and counts it. */
final class ErasingRedaction implements Redaction {

    private static final String ERASED = "〔已删除 erased〕";

    private final Set<PersonalField> fields;
    private final List<PersonalData> known;
    private final Map<PersonalField, Integer> counts = new EnumMap<>(PersonalField.class);

    ErasingRedaction(Case subject, Set<PersonalField> fields) {
        this.fields = EnumSet.copyOf(fields);
        this.known = known(subject);
    }

    /** What is to be erased, of every version of the registration. */
    private List<PersonalData> known(Case subject) {
        List<PersonalData> all = new ArrayList<>();
        for (CaseEvent event : subject.events()) {
            CaseEvent said = event instanceof CaseEvent.Corrected corrected ? corrected.right() : event;
            if (said instanceof CaseEvent.Registered registered) {
                Registration registration = registered.registration();
                registration.requester().name().ifPresent(all::add);
                registration.requester().phone().ifPresent(all::add);
                registration.requester().idNumber().ifPresent(all::add);
                registration.location().flatMap(Location::address).ifPresent(all::add);
                registration.respondent().flatMap(Respondent::person).ifPresent(all::add);
            }
        }
        all.removeIf(data -> !fields.contains(data.field()));
        return all;
    }

    Map<PersonalField, Integer> counts() {
        return counts;
    }

    private void count(PersonalField field) {
        counts.merge(field, 1, Integer::sum);
    }

    private <T> Optional<T> erased(Optional<T> value, PersonalField field) {
        if (value.isEmpty() || !fields.contains(field)) {
            return value;
        }
        count(field);
        return Optional.empty();
    }

    @Override
    public boolean keeps(CaseEvent event) {
        return true;
    }

    @Override
    public boolean keeps(Attachment attachment) {
        boolean goes = fields.contains(PersonalField.TEXT);
        if (goes) {
            count(PersonalField.TEXT);
        }
        return !goes;
    }

    @Override
    public boolean keeps(RelatedCase related) {
        return true;
    }

    @Override
    public boolean keeps(CaseNumber other) {
        return true;
    }

    @Override
    public FreeText text(FreeText text) {
        if (text.isErased()) {
            return text;
        } else if (fields.contains(PersonalField.TEXT)) {
            count(PersonalField.TEXT);
            return FreeText.ERASED;
        }
        return text.withholding(known);
    }

    @Override
    public String name(String name) {
        return FreeText.of(name).withholding(known).masked();
    }

    @Override
    public Requester requester(Requester requester) {
        return new Requester(
                requester.type(),
                requester.disclosure(),
                erased(requester.name(), PersonalField.NAME),
                erased(requester.phone(), PersonalField.PHONE),
                erased(requester.idNumber(), PersonalField.ID_NUMBER));
    }

    @Override
    public Location location(Location location) {
        return new Location(
                erased(location.address(), PersonalField.ADDRESS),
                erased(location.coordinates(), PersonalField.ADDRESS));
    }

    /** A respondent must be a body or a person: one that was but a person is now a body of no name. */
    @Override
    public Respondent respondent(Respondent respondent) {
        Optional<PersonName> person = erased(respondent.person(), PersonalField.NAME);
        return new Respondent(
                respondent.type(),
                person.isEmpty() ? respondent.organisation().or(() -> Optional.of(ERASED)) : respondent.organisation(),
                respondent.unit(),
                respondent.post(),
                person,
                respondent.supervisedBy());
    }

    @Override
    public Actor actor(Actor actor) {
        return actor;
    }

    @Override
    public Source source(Source source) {
        return source;
    }

    @Override
    public Map<String, FreeText> extensions(Map<String, FreeText> extensions) {
        if (!fields.contains(PersonalField.TEXT)) {
            return extensions;
        }
        extensions.values().forEach(text -> count(PersonalField.TEXT));
        return Map.of();
    }

    @Override
    public Extras extras(Extras extras) {
        return Extras.NONE;
    }
}
