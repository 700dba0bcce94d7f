package io.github.hotlinekit.core.testkit;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.Transition;
import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Commands drawn at random for a case: of any act, by anybody, at any time, or such as suit the case so
 * that they are mostly accepted. The same for the same seed and case.
 */
public final class Commands {

    /** The departments that occur. */
    public static final List<DepartmentCode> DEPARTMENTS = List.of(
            DepartmentCode.of("ZJJ"),
            DepartmentCode.of("CGJ"),
            DepartmentCode.of("JTJ"),
            DepartmentCode.of("HB-JD"),
            DepartmentCode.of("SJJ"));

    /** The acts that a command can be of. */
    public static final List<Act> ACTS = List.of(Act.values()).stream()
            .filter(a -> a != Act.REGISTER && a != Act.UNKNOWN)
            .toList();

    private static final Map<Act, Transition> ROWS =
            CaseLifecycle.transitions().stream().collect(Collectors.toUnmodifiableMap(Transition::act, t -> t));

    private Commands() {}

    /**
     * A wish of any act, by anybody, often at a wrong time, with parts that suit or not.
     *
     * @param random where chance comes from
     * @param subject the case
     * @return the wish
     */
    public static Wish any(Random random, Case subject) {
        return any(random, subject, ACTS.get(random.nextInt(ACTS.size())));
    }

    /**
     * A wish of one act, by anybody, often at a wrong time, with parts that suit or not.
     *
     * @param random where chance comes from
     * @param subject the case
     * @param act the act
     * @return the wish
     */
    public static Wish any(Random random, Case subject, Act act) {
        Instant last = recorded(subject);
        Instant at = last.plusSeconds(random.nextInt(7_200));
        Instant recorded = at;
        switch (random.nextInt(12)) {
            case 0 -> at = subject.since().minusSeconds(random.nextInt(3_600)); // late, perhaps too late
            case 1 -> at = subject.received().minusSeconds(random.nextInt(60));
            case 2 -> {
                at = last.minusSeconds(1 + random.nextInt(60));
                recorded = at;
            }
            case 3 -> recorded = at.plusSeconds(random.nextInt(86_400));
            default -> {}
        }
        boolean suits = random.nextInt(4) > 0;
        CommandDraw draw = new CommandDraw(random, subject, suits, at);
        CaseCommand command = draw.command(act);
        Actor actor = random.nextInt(4) > 0 ? draw.actor(command) : draw.anybody();
        return new Wish(command, draw.context(command, actor, recorded.isBefore(at) ? at : recorded));
    }

    /**
     * A wish of one act that suits the case as far as the act allows.
     *
     * @param random where chance comes from
     * @param subject the case
     * @param act the act
     * @param at when it happens
     * @param recorded when it is recorded
     * @return the wish
     */
    public static Wish fitting(Random random, Case subject, Act act, Instant at, Instant recorded) {
        CommandDraw draw = new CommandDraw(random, subject, true, at);
        CaseCommand command = draw.command(act);
        return new Wish(command, draw.context(command, draw.actor(command), recorded));
    }

    /**
     * When the last event of a case was recorded.
     *
     * @param subject the case
     * @return the instant
     */
    public static Instant recorded(Case subject) {
        return subject.events().get(subject.version() - 1).stamp().recorded();
    }

    /**
     * The row of the table for an act.
     *
     * @param act the act
     * @return the row
     */
    public static Transition row(Act act) {
        return Objects.requireNonNull(ROWS.get(act));
    }
}
