package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CallbackFailure;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.ErasureGround;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.Publicity;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.ResumeCause;
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
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import io.github.hotlinekit.core.retention.Erasure;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaClock;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Who was concerned is forgotten; what is counted is not. */
class ErasureLawsTest {

    private static final SlaClock CLOCK = SlaClock.of(SlaPolicy.shishi2016(), WorkingCalendar.china());
    private static final Instant RECEIVED = Instant.parse("2026-09-18T02:00:00Z");
    private static final Instant ERASED = Instant.parse("2026-12-01T00:00:00Z");
    private static final DepartmentCode LEAD = DepartmentCode.of("ZJJ");
    private static final FreeText WORDS = FreeText.of("王小明说回电13812345678");

    @Property(tries = 300)
    void every_figure_of_a_case_is_the_same_before_and_after_an_erasure(
            @ForAll long seed, @ForAll("fields") Set<PersonalField> fields) {
        Case before = life(new Random(seed));
        Erasure erasure = Erasure.of(
                before, fields, ErasureGround.RETENTION_OVER, CommandContext.of(Actor.of(Role.ARCHIVIST), ERASED));
        Case after = ((Erasure.Erased) erasure).result();
        List<Instant> instants = new ArrayList<>(List.of(ERASED, ERASED.plusSeconds(86_400)));
        before.events().forEach(event -> instants.add(event.stamp().recorded()));
        for (Instant instant : instants) {
            assertThat(fact(after, instant)).isEqualTo(fact(before, instant));
        }
        Statistics.label("state").collect(before.state());
        Statistics.label("state").coverage(states -> {
            states.check(CaseState.CLOSED).count(n -> n > 0);
            states.check(CaseState.ENDED).count(n -> n > 0);
        });
    }

    private static CaseFact fact(Case subject, Instant instant) {
        return CaseFact.from(subject.asOf(instant).orElseThrow(), CLOCK.read(subject, instant), instant);
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Case life(Random random) {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("T1"))
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
                .promisedBy(random.nextBoolean() ? Optional.of(RECEIVED.plusSeconds(500_000)) : Optional.empty())
                .source(
                        random.nextInt(5) == 0
                                ? Optional.of(Source.of("old", Set.of(Step.values())))
                                : Optional.empty())
                .build();
        Case subject = CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), RECEIVED))
                .orElseThrow();
        Instant at = RECEIVED;
        int steps = 20 + random.nextInt(100);
        for (int i = 0; i < steps; i++) {
            at = at.plusSeconds(random.nextInt(40_000));
            CaseCommand command = command(random, subject, at);
            for (Actor actor : actors()) {
                Decision decision = CaseLifecycle.standard().decide(subject, command, CommandContext.of(actor, at));
                if (decision instanceof Decision.Accepted accepted) {
                    subject = accepted.result();
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
        return switch (random.nextInt(22)) {
            case 0 -> rare(random);
            case 1 -> new CaseCommand.Classify(CategoryCode.of("03.02"), "shishi@1", Optional.of(WORDS));
            case 2 -> new CaseCommand.ChangeKind(CaseKind.COMPLAINT, WORDS);
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
            case 17 ->
                new CaseCommand.RecordCallback(new CallbackAnswer(
                        one(random, Resolution.values()),
                        Optional.of(one(random, Satisfaction.values())),
                        Optional.of(WORDS)));
            case 18 -> new CaseCommand.Reopen(WORDS);
            case 19 -> new CaseCommand.Close(one(random, ClosingGround.values()));
            case 20 -> new CaseCommand.ReopenClosed(WORDS);
            default -> correction(random, subject);
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

    @Provide
    Arbitrary<Set<PersonalField>> fields() {
        return Arbitraries.of(PersonalField.class).set().ofMinSize(1);
    }
}
