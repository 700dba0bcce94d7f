package io.github.hotlinekit.core.disclosure;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Attachment;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.RelatedCase;
import io.github.hotlinekit.core.cases.Relation;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonalData;
import io.github.hotlinekit.core.redaction.Redaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an audience that does not see all sees of the parts of one case. */
final class ViewRedaction implements Redaction {

    /** What a citizen is told of; what is not here is the office's own business, new acts too. */
    private static final Set<Act> TOLD = Collections.unmodifiableSet(EnumSet.of(
            Act.REGISTER,
            Act.CLASSIFY,
            Act.CHANGE_KIND,
            Act.ANSWER_AT_DESK,
            Act.REJECT,
            Act.REFER_EMERGENCY,
            Act.REFER_STATUTORY,
            Act.WITHDRAW,
            Act.END,
            Act.DISPATCH,
            Act.SIGN_FOR,
            Act.SUSPEND,
            Act.RESUME,
            Act.GRANT_EXTENSION,
            Act.REPLY,
            Act.ACCEPT_REPLY,
            Act.WAIVE_CALLBACK,
            Act.ATTEMPT_CALLBACK,
            Act.RECORD_CALLBACK,
            Act.CLOSE,
            Act.REOPEN,
            Act.REOPEN_CLOSED,
            Act.SPLIT,
            Act.URGE,
            Act.ADD_NOTE,
            Act.ARCHIVE,
            Act.CORRECT,
            Act.ERASE));

    private static final int SHOWN_DECIMALS = 2;
    private static final String WITHHELD = "〔不予公开 withheld〕";

    private final Case subject;
    private final Audience audience;
    private final boolean withholds;
    private final Set<CaseNumber> confidential;
    private final List<PersonalData> known;

    ViewRedaction(Case subject, Audience audience, Set<CaseNumber> confidential) {
        this.subject = subject;
        this.audience = audience;
        this.withholds = audience == Audience.PUBLIC
                || (audience == Audience.DEPARTMENT
                        && (subject.isConfidential()
                                || subject.registration().requester().disclosure() != Requester.Disclosure.OPEN));
        this.confidential = confidential;
        this.known = withholds ? known(subject, audience) : List.of();
    }

    /** All that any version of the registration says of who raised the case, and where; to the public, of whom too. */
    private static List<PersonalData> known(Case subject, Audience audience) {
        List<PersonalData> known = new ArrayList<>();
        for (CaseEvent event : subject.events()) {
            CaseEvent said = event instanceof CaseEvent.Corrected corrected ? corrected.right() : event;
            if (said instanceof CaseEvent.Registered registered) {
                Registration registration = registered.registration();
                registration.requester().name().ifPresent(known::add);
                registration.requester().phone().ifPresent(known::add);
                registration.requester().idNumber().ifPresent(known::add);
                registration.location().flatMap(Location::address).ifPresent(known::add);
                if (audience == Audience.PUBLIC) {
                    registration.respondent().flatMap(Respondent::person).ifPresent(known::add);
                }
            }
        }
        return known;
    }

    @Override
    public boolean keeps(CaseEvent event) {
        if (audience == Audience.PUBLIC || (audience == Audience.CITIZEN && !TOLD.contains(event.act()))) {
            return false;
        }
        if (event instanceof CaseEvent.Corrected corrected) {
            CaseEvent right = corrected.right();
            return subject.correctedEvents().get(right.sequence() - 1).equals(right);
        }
        return !(event instanceof CaseEvent.NoteAdded note) || audience.sees(note.visibility());
    }

    @Override
    public boolean keeps(Attachment attachment) {
        return !withholds && audience.sees(attachment.visibility());
    }

    @Override
    public boolean keeps(RelatedCase related) {
        return audience == Audience.DEPARTMENT
                && !withholds
                && related.relation() == Relation.SAME_MATTER
                && !confidential.contains(related.number());
    }

    @Override
    public boolean keeps(CaseNumber other) {
        return !withholds && !confidential.contains(other);
    }

    @Override
    public FreeText text(FreeText text) {
        return withholds ? text.withholding(known) : text;
    }

    @Override
    public String name(String name) {
        return withholds ? FreeText.of(name).withholding(known).masked() : name;
    }

    @Override
    public Requester requester(Requester requester) {
        return withholds ? Requester.WITHHELD : requester;
    }

    @Override
    public Location location(Location location) {
        return withholds
                ? new Location(Optional.empty(), location.coordinates().map(c -> c.rounded(SHOWN_DECIMALS)))
                : location;
    }

    /** A department has to know whom to look into; a citizen is not told who of a company it was. */
    @Override
    public Respondent respondent(Respondent respondent) {
        if (audience == Audience.DEPARTMENT || respondent.person().isEmpty()) {
            return respondent;
        }
        return new Respondent(
                respondent.type(),
                respondent.organisation().or(() -> Optional.of(WITHHELD)),
                respondent.unit(),
                respondent.post(),
                Optional.empty(),
                respondent.supervisedBy());
    }

    @Override
    public Actor actor(Actor actor) {
        boolean isNobodysBusiness = audience != Audience.DEPARTMENT || (withholds && actor.role() == Role.CITIZEN);
        return isNobodysBusiness
                ? new Actor(actor.role(), actor.department(), Optional.empty(), Optional.empty())
                : actor;
    }

    @Override
    public Source source(Source source) {
        return withholds ? Source.of(source.system(), source.recorded()) : source;
    }

    @Override
    public Map<String, FreeText> extensions(Map<String, FreeText> extensions) {
        return withholds ? Map.of() : extensions;
    }

    @Override
    public Extras extras(Extras extras) {
        return Extras.NONE;
    }
}
