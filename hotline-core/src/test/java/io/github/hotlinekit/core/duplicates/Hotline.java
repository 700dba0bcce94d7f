package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Requester.Disclosure;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.IdNumber;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cases of a small town, as tests need them. */
final class Hotline {

    static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    static final CaseLifecycle LIFECYCLE = CaseLifecycle.standard();
    static final RevealRequest REQUEST = RevealRequest.of(RevealPurpose.MATCH, "night-run", START);
    static final FreeText WORDS = FreeText.of("同一事项");

    private Hotline() {}

    /** What a case is made of; the empty text means none. */
    record Demand(
            String number,
            Instant received,
            CaseKind kind,
            Disclosure disclosure,
            String phone,
            String idNumber,
            String area,
            String category,
            String title,
            String text) {

        static Demand of(String number, String text) {
            return new Demand(
                    number, START, CaseKind.COMPLAINT, Disclosure.OPEN, "", "", "350581101", "03.02", "", text);
        }

        Demand at(Instant instant) {
            return new Demand(number, instant, kind, disclosure, phone, idNumber, area, category, title, text);
        }

        Demand by(Disclosure who, String number1, String id) {
            return new Demand(number, received, kind, who, number1, id, area, category, title, text);
        }

        Demand in(String areaCode, String categoryCode) {
            return new Demand(number, received, kind, disclosure, phone, idNumber, areaCode, categoryCode, title, text);
        }

        Demand as(CaseKind other) {
            return new Demand(number, received, other, disclosure, phone, idNumber, area, category, title, text);
        }

        Demand titled(String other) {
            return new Demand(number, received, kind, disclosure, phone, idNumber, area, category, other, text);
        }

        Case open() {
            boolean named = disclosure != Disclosure.ANONYMOUS;
            Requester requester = new Requester(
                    RequesterType.RESIDENT,
                    disclosure,
                    Optional.empty(),
                    given(phone).map(PhoneNumber::of),
                    given(idNumber).filter(i -> named).map(IdNumber::of));
            Registration.Builder registration = Registration.builder()
                    .number(CaseNumber.of(number))
                    .kind(kind)
                    .channel(Channel.PHONE)
                    .requester(requester);
            given(area).map(AreaCode::of).ifPresent(registration::area);
            given(title).map(FreeText::of).ifPresent(registration::title);
            given(text).map(FreeText::of).ifPresent(registration::text);
            Case fresh = LIFECYCLE
                    .register(registration.build(), CommandContext.of(Actor.of(Role.AGENT), received))
                    .orElseThrow();
            return given(category)
                    .map(c -> decide(
                            fresh,
                            new CaseCommand.Classify(CategoryCode.of(c), "test@1", Optional.empty()),
                            Role.AGENT,
                            received))
                    .orElse(fresh);
        }
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static Case decide(Case subject, CaseCommand command, Role role, Instant at) {
        return LIFECYCLE
                .decide(subject, command, CommandContext.of(Actor.of(role), at))
                .orElseThrow();
    }

    static Case dispatched(Case subject, String lead, Instant at) {
        return decide(
                subject,
                new CaseCommand.Dispatch(DepartmentCode.of(lead), List.of(), Optional.empty()),
                Role.DISPATCHER,
                at);
    }

    static Case answered(Case subject, Instant at) {
        return decide(subject, new CaseCommand.AnswerAtDesk(Optional.of(WORDS), Optional.empty()), Role.AGENT, at);
    }

    static Case withdrawn(Case subject, Instant at) {
        return decide(subject, new CaseCommand.Withdraw(WORDS), Role.CITIZEN, at);
    }

    static CommandContext dispatcher(Instant at) {
        return CommandContext.of(Actor.of(Role.DISPATCHER), at);
    }
}
