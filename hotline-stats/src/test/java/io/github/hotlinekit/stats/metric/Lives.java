package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CallbackFailure;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.ContactMeans;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Publicity;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.ResumeCause;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.ReworkGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random lives of cases, in which much happens that clocks and figures go by. */
final class Lives {

    private static final DepartmentCode LEAD = DepartmentCode.of("ZJJ");
    private static final FreeText WORDS = FreeText.of("王小明说回电13812345678");

    private Lives() {}

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** What happened to a case received at an instant, most of it recorded as it happened. */
    static Case life(CaseNumber number, Instant received, Random random) {
        Registration registration = Registration.builder()
                .number(number)
                .kind(one(random, CaseKind.values()))
                .channel(Channel.PHONE)
                .requester(new Requester(
                        RequesterType.RESIDENT,
                        Requester.Disclosure.OPEN,
                        Optional.of(PersonName.of("王小明")),
                        Optional.of(PhoneNumber.of("13812345678")),
                        Optional.empty()))
                .text(WORDS)
                .area(AreaCode.of("350581001"))
                .location(new Location(Optional.of(AddressDetail.of("石狮市八七路123号")), Optional.empty()))
                .promisedBy(random.nextBoolean() ? Optional.of(received.plusSeconds(500_000)) : Optional.empty())
                .source(
                        random.nextInt(5) == 0
                                ? Optional.of(Source.of("old", Set.of(Step.values())))
                                : Optional.empty())
                .build();
        Case subject = CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), received))
                .orElseThrow();
        Instant at = received;
        int steps = 20 + random.nextInt(100);
        for (int i = 0; i < steps; i++) {
            at = at.plusSeconds(random.nextInt(40_000));
            CaseCommand command = command(random, subject, at);
            Instant recorded = at.plusSeconds(random.nextInt(25) == 0 ? random.nextInt(200_000) : 0);
            for (Actor actor : actors()) {
                Decision decision = CaseLifecycle.standard()
                        .decide(subject, command, CommandContext.of(actor, at).withRecorded(recorded));
                if (decision instanceof Decision.Accepted accepted) {
                    subject = accepted.result();
                    at = recorded;
                    break;
                }
            }
        }
        return subject;
    }

    private static List<Actor> actors() {
        List<Actor> actors = new ArrayList<>();
        for (Role role : Role.values()) {
            actors.add(role.isOfDepartment() ? Actor.of(role, LEAD) : Actor.of(role));
        }
        return actors;
    }

    private static CaseCommand command(Random random, Case subject, Instant at) {
        return switch (random.nextInt(32)) {
            case 0 -> rare(random);
            case 1 -> new CaseCommand.Classify(CategoryCode.of("03.02"), "shishi@1", Optional.of(WORDS));
            case 2 -> new CaseCommand.ChangeKind(one(random, CaseKind.values()), WORDS);
            case 3 -> new CaseCommand.AddNote(Visibility.HOTLINE, WORDS, List.of());
            case 4 ->
                new CaseCommand.Suspend(
                        one(random, SuspensionGround.values()),
                        WORDS,
                        at.plusSeconds(90_000),
                        Optional.of(Actor.of(Role.REVIEWER)));
            case 5 -> new CaseCommand.Resume(one(random, ResumeCause.values()));
            case 6, 7 -> new CaseCommand.Dispatch(LEAD, List.of(), Optional.empty());
            case 8, 9, 10 -> new CaseCommand.SignFor();
            case 11, 12, 13 ->
                new CaseCommand.Reply(ReplyResult.builder()
                        .outcome(ReplyOutcome.RESOLVED)
                        .publicity(Publicity.PUBLIC)
                        .text(WORDS)
                        .build());
            case 14, 15 -> new CaseCommand.AcceptReply();
            case 16 -> new CaseCommand.AttemptCallback(one(random, CallbackFailure.values()));
            case 17, 29 ->
                new CaseCommand.RecordCallback(new CallbackAnswer(
                        one(random, Resolution.values()),
                        Optional.of(one(random, Satisfaction.values())),
                        Optional.of(WORDS)));
            case 18 -> new CaseCommand.Reopen(WORDS);
            case 19, 30 -> new CaseCommand.Close(one(random, ClosingGround.values()));
            case 20 -> new CaseCommand.ReopenClosed(WORDS);
            case 21 -> correction(random, subject);
            case 22 -> new CaseCommand.Prioritize(one(random, Priority.values()), Optional.of(WORDS));
            case 23 -> new CaseCommand.AskExtension(ExtensionAmount.ofWorkingDays(1 + random.nextInt(5)), WORDS);
            case 24 ->
                new CaseCommand.GrantExtension(ExtensionAmount.ofWorkingDays(1 + random.nextInt(5)), Optional.empty());
            case 25 -> new CaseCommand.SendBack(one(random, ReworkGround.values()), WORDS);
            case 26 ->
                new CaseCommand.Return(one(random, ReturnGround.values()), WORDS, Optional.of(WORDS), Optional.empty());
            case 27 -> new CaseCommand.RefuseReturn(WORDS);
            case 28 ->
                new CaseCommand.Contact(
                        one(random, ContactMeans.values()), one(random, ContactOutcome.values()), Optional.empty());
            default -> new CaseCommand.Urge(Optional.empty());
        };
    }

    /** What ends a case at once, and so most often does not happen. */
    private static CaseCommand rare(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> new CaseCommand.Withdraw(WORDS);
            case 1 -> CaseCommand.AnswerAtDesk.of();
            default -> new CaseCommand.SignFor();
        };
    }

    /** The first event put right with another channel. */
    private static CaseCommand correction(Random random, Case subject) {
        CaseEvent.Registered first =
                (CaseEvent.Registered) subject.correctedEvents().get(0);
        Registration was = first.registration();
        Registration right = Registration.builder()
                .number(was.number())
                .kind(was.kind())
                .channel(one(random, Channel.values()))
                .requester(was.requester())
                .text(WORDS)
                .area(was.area())
                .location(was.location())
                .promisedBy(was.promisedBy())
                .source(was.source())
                .build();
        return new CaseCommand.Correct(
                new CaseEvent.Registered(first.stamp(), right), WORDS, Optional.of(Actor.of(Role.REVIEWER)));
    }
}
