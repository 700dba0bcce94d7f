package io.github.hotlinekit.core.redaction;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.StaffRef;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.Transition;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A case of chance with secrets planted all over it, and every decision on the way. Any command and
 * any event may be in it, those of later versions too, since their parts are filled by type.
 */
public final class Story {

    /** When stories begin. */
    public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private static final Map<Act, Transition> TABLE =
            CaseLifecycle.transitions().stream().collect(Collectors.toMap(Transition::act, t -> t));
    private static final Set<CaseState> ENDS = Set.of(CaseState.ENDED, CaseState.ARCHIVED);

    /** What was planted. */
    public final Planted planted;
    /** All decisions, accepted and refused. */
    public final List<Decision> decisions = new ArrayList<>();
    /** The commands given. */
    public final List<CaseCommand> commands = new ArrayList<>();

    private final Random random;
    private Case subject;

    private Story(Random random) {
        this.random = random;
        this.planted = new Planted(random);
        Filler filler = new Filler(random, planted, START);
        Registration registration = filler.record(Registration.class, Map.of("number", CaseNumber.of("20260302-0001")));
        Actor agent = Actor.of(random.nextBoolean() ? Role.AGENT : Role.CITIZEN).as(StaffRef.of("a-1"));
        subject = decide(CaseLifecycle.standard().register(registration, CommandContext.of(agent, START)));
        int steps = 10 + random.nextInt(40);
        for (int i = 1; i <= steps; i++) {
            step(START.plusSeconds(i * 60L));
        }
    }

    /**
     * Stories of chance.
     *
     * @return the stories
     */
    public static Arbitrary<Story> stories() {
        return Arbitraries.randomValue(Story::new);
    }

    /**
     * The case they lead to.
     *
     * @return the case
     */
    public Case subject() {
        return subject;
    }

    /**
     * The same case for departments that may not know the requester.
     *
     * @return the case, confidential
     */
    public Case confidential() {
        List<CaseEvent> events = new ArrayList<>();
        for (CaseEvent event : subject.events()) {
            if (event instanceof CaseEvent.Registered registered) {
                events.add(hidden(registered));
            } else if (event instanceof CaseEvent.Corrected corrected
                    && corrected.right() instanceof CaseEvent.Registered right) {
                events.add(new CaseEvent.Corrected(
                        corrected.stamp(), hidden(right), corrected.reason(), corrected.confirmedBy()));
            } else {
                events.add(event);
            }
        }
        return Case.replay(events);
    }

    private CaseEvent hidden(CaseEvent.Registered event) {
        Filler filler = new Filler(random, planted, START);
        Map<String, Object> same = parts(event.registration());
        Requester requester = event.registration().requester();
        if (random.nextBoolean() || requester.disclosure() == Requester.Disclosure.ANONYMOUS) {
            same.put("kind", CaseKind.REPORT);
        } else if (requester.disclosure() == Requester.Disclosure.OPEN) {
            same.put(
                    "requester",
                    new Requester(
                            requester.type(),
                            Requester.Disclosure.CONFIDENTIAL,
                            requester.name(),
                            requester.phone(),
                            requester.idNumber()));
        }
        return new CaseEvent.Registered(event.stamp(), filler.record(Registration.class, same));
    }

    private void step(Instant at) {
        if (random.nextInt(20) == 0) {
            subject = subject.apply(new CaseEvent.Opaque(
                    new Stamp(
                            subject.version() + 1,
                            at,
                            at,
                            Actor.SYSTEM,
                            Extras.of(Map.of("/words", "\"" + planted.unknown + planted.phone + "\""))),
                    "newer"));
            return;
        }
        Filler filler = new Filler(random, planted, at);
        Class<?>[] types = CaseCommand.class.getPermittedSubclasses();
        for (int tries = 0; tries < 12; tries++) {
            CaseCommand command = command(filler, types[random.nextInt(types.length)]);
            Transition row = Objects.requireNonNull(TABLE.get(command.act()));
            boolean ends = row.to().filter(ENDS::contains).isPresent();
            if (ends && random.nextInt(10) > 0) {
                continue;
            }
            commands.add(command);
            int before = subject.version();
            subject = decide(CaseLifecycle.standard().decide(subject, command, context(row, at)));
            if (subject.version() > before) {
                return;
            }
        }
    }

    private CaseCommand command(Filler filler, Class<?> type) {
        Map<String, Object> given = new HashMap<>();
        if (type == CaseCommand.Correct.class) {
            CaseEvent wrong = subject.correctedEvents().get(random.nextInt(subject.version()));
            given.put(
                    "right",
                    right(
                            filler,
                            random.nextInt(3) == 0 ? subject.correctedEvents().get(0) : wrong));
        } else if (type == CaseCommand.AssignTask.class) {
            given.put("task", subject.tasks().size() + 1);
        } else if (type == CaseCommand.Erase.class) {
            return new CaseCommand.Archive(Optional.empty()); // Erasure alone gives this command
        }
        return (CaseCommand) filler.record(type, given);
    }

    /** Another event of the same act, recording instant and actor, and perhaps another instant. */
    private CaseEvent right(Filler filler, CaseEvent wrong) {
        Map<String, Object> given = new HashMap<>();
        given.put("stamp", wrong.stamp());
        if (wrong instanceof CaseEvent.Registered registered) {
            given.put(
                    "registration",
                    filler.record(
                            Registration.class,
                            Map.of(
                                    "number", registered.registration().number(),
                                    "id", registered.registration().id())));
        } else if (wrong instanceof CaseEvent.Corrected corrected) {
            given.put("right", corrected.right()); // will be refused
        }
        return (CaseEvent) filler.record(wrong.getClass(), given);
    }

    private CommandContext context(Transition row, Instant at) {
        List<Role> roles = List.copyOf(row.roles());
        Role role = random.nextInt(20) == 0
                ? List.of(Role.values()).get(random.nextInt(Role.values().length))
                : roles.get(random.nextInt(roles.size()));
        Actor actor = Actor.of(role);
        if (role.isOfDepartment()) {
            DepartmentCode department = subject.lead()
                    .filter(lead -> random.nextInt(4) > 0)
                    .orElse(Filler.DEPARTMENTS.get(random.nextInt(Filler.DEPARTMENTS.size())));
            actor = Actor.of(role, department);
        }
        return CommandContext.of(actor.as(StaffRef.of("s-" + random.nextInt(9))), at)
                .withDue(at.plusSeconds(1_000_000))
                .withMaster(other(random.nextInt(5)));
    }

    private Case other(int number) {
        Filler filler = new Filler(random, planted, START);
        Registration registration = filler.record(
                Registration.class,
                Map.of("number", CaseNumber.of("OTHER-" + number), "text", Optional.of(FreeText.of(planted.phone))));
        return CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), START))
                .orElseThrow();
    }

    private Case decide(Decision decision) {
        decisions.add(decision);
        return decision instanceof Decision.Accepted accepted ? accepted.result() : subject;
    }

    /**
     * The components of a record by their names.
     *
     * @param instance the record
     * @return the values
     */
    static Map<String, Object> parts(Record instance) {
        Map<String, Object> parts = new HashMap<>();
        for (java.lang.reflect.RecordComponent component : instance.getClass().getRecordComponents()) {
            try {
                parts.put(component.getName(), component.getAccessor().invoke(instance));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return parts;
    }
}
