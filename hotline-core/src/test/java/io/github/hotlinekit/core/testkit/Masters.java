package io.github.hotlinekit.core.testkit;

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
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.privacy.FreeText;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Cases that others may follow, or may not. */
final class Masters {

    private static final Instant AT = Instant.parse("2015-12-31T00:00:00Z");

    private static final Case OPEN = registered("OTHER-0", Requester.UNKNOWN);
    private static final Case SECRET =
            registered("OTHER-1", Requester.of(RequesterType.RESIDENT, Requester.Disclosure.CONFIDENTIAL));
    private static final Case ENDED = CaseLifecycle.standard()
            .decide(
                    registered("OTHER-2", Requester.UNKNOWN),
                    new CaseCommand.Withdraw(FreeText.of("solved")),
                    CommandContext.of(Actor.of(Role.CITIZEN), AT))
            .orElseThrow();

    private static final List<Case> ALL = List.of(OPEN, SECRET, ENDED);

    private Masters() {}

    private static Case registered(String number, Requester requester) {
        return CaseLifecycle.standard()
                .register(
                        Registration.builder()
                                .number(CaseNumber.of(number))
                                .kind(CaseKind.COMPLAINT)
                                .channel(Channel.PHONE)
                                .requester(requester)
                                .build(),
                        CommandContext.of(Actor.of(Role.AGENT), AT))
                .orElseThrow();
    }

    static CaseNumber number(Case subject, boolean suits, Random random) {
        if (suits) {
            return (subject.isConfidential() ? SECRET : OPEN).number();
        }
        return random.nextInt(5) == 0
                ? subject.number()
                : ALL.get(random.nextInt(ALL.size())).number();
    }

    /** The case of a number, now and then another. */
    static Case of(CaseNumber number, Case subject, boolean suits, Random random) {
        if (number.equals(subject.number())) {
            return subject;
        }
        return !suits && random.nextInt(4) == 0
                ? ALL.get(random.nextInt(ALL.size()))
                : ALL.stream()
                        .filter(c -> c.number().equals(number))
                        .findFirst()
                        .orElseThrow();
    }
}
