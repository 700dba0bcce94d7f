package io.github.hotlinekit.core.testkit;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.TaskState;
import io.github.hotlinekit.core.privacy.FreeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Whole lives of cases drawn at random, plausible ones: from the registration over returns, disputes,
 * tasks, suspensions, extensions, callbacks, merges and corrections until the case is closed, has ended or
 * is archived. The life of an index is the same for the same seed, whatever was drawn before; lives are
 * spread over ten years.
 */
public final class Lives {

    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");
    private static final int YEARS_IN_SECONDS = 10 * 365 * 86_400;
    private static final int MAX_STEPS = 120;

    private static final Map<CaseState, List<Act>> HABITS = habits();

    private final long seed;
    private final CaseLifecycle lifecycle;

    private Lives(long seed, CaseLifecycle lifecycle) {
        this.seed = seed;
        this.lifecycle = lifecycle;
    }

    /**
     * Lives by the standard lifecycle.
     *
     * @param seed where chance begins
     * @return the lives
     */
    public static Lives of(long seed) {
        return new Lives(seed, CaseLifecycle.standard());
    }

    /**
     * Lives by a lifecycle.
     *
     * @param seed where chance begins
     * @param lifecycle the rules they are lived by
     * @return the lives
     */
    public static Lives of(long seed, CaseLifecycle lifecycle) {
        return new Lives(seed, lifecycle);
    }

    /**
     * The first so many lives, made one by one.
     *
     * @param count how many
     * @return the lives
     */
    public Stream<Case> first(long count) {
        return LongStream.range(0, count).mapToObj(this::life);
    }

    /**
     * The life of an index.
     *
     * @param index which, from 0
     * @return a case that is closed, has ended or is archived
     */
    public Case life(long index) {
        Random random = new Random((seed * 1_000_003L + index) * 0x9E37_79B9_7F4A_7C15L);
        Case subject = registered(random, index);
        double haste = random.nextDouble(); // some cases are simple, others go on and on
        int steps = 0;
        while (subject.state().isOpen() || (steps < MAX_STEPS && random.nextInt(3) > 0)) {
            boolean straight = steps > MAX_STEPS / 2 || random.nextDouble() < haste / 2;
            subject = straight && subject.state().isOpen() ? straightOn(random, subject) : step(random, subject);
            steps++;
        }
        return subject;
    }

    /** What is recorded first; the number is of the index. */
    private Case registered(Random random, long index) {
        Instant received = FIRST.plusSeconds(random.nextInt(YEARS_IN_SECONDS));
        Actor actor = Actor.of(Registrations.one(random, new Role[] {Role.CITIZEN, Role.AGENT, Role.SYSTEM}));
        Instant recorded = random.nextInt(5) == 0 ? received.plusSeconds(random.nextInt(86_400)) : received;
        Decision decision = lifecycle.register(
                Registrations.any(random, CaseNumber.of("LIFE-" + index), received),
                CommandContext.of(actor, received).withRecorded(recorded));
        return decision.orElseThrow();
    }

    /**
     * Something that somebody is likely to try with a case as it stands; it may be refused.
     *
     * @param random where chance comes from
     * @param subject the case
     * @return the wish
     */
    public static Wish likely(Random random, Case subject) {
        return wish(random, subject, likelyAct(random, subject));
    }

    /**
     * An act that somebody is likely to try with a case as it stands.
     *
     * @param random where chance comes from
     * @param subject the case
     * @return the act
     */
    public static Act likelyAct(Random random, Case subject) {
        List<Act> habits = Objects.requireNonNull(HABITS.get(subject.state()));
        return habits.get(random.nextInt(habits.size()));
    }

    private Case step(Random random, Case subject) {
        return apply(subject, likely(random, subject));
    }

    private Case after(Random random, Case subject, Act act) {
        return apply(subject, wish(random, subject, act));
    }

    private static Wish wish(Random random, Case subject, Act act) {
        Instant recorded = Commands.recorded(subject).plusSeconds(random.nextInt(100_000));
        Instant at = recorded;
        if (random.nextInt(6) == 0) { // recorded late
            at = later(subject.since(), recorded.minusSeconds(random.nextInt(50_000)));
        }
        return Commands.fitting(random, subject, act, at, recorded);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Case apply(Case subject, Wish wish) {
        return wish.decide(lifecycle, subject) instanceof Decision.Accepted accepted ? accepted.result() : subject;
    }

    /** The next step on the shortest way. */
    private Case straightOn(Random random, Case subject) {
        Case next = after(random, subject, nextAct(random, subject));
        if (next.version() == subject.version() && subject.state() == CaseState.CALLBACK) {
            next = after(random, subject, Act.ATTEMPT_CALLBACK);
        } else if (next.version() == subject.version()) { // a policy may have closed the shortest way
            Instant at = Commands.recorded(subject).plusSeconds(60);
            Wish withdrawal = new Wish(
                    new CaseCommand.Withdraw(FreeText.of("solved itself")),
                    CommandContext.of(Actor.of(Role.CITIZEN), at));
            return random.nextInt(20) == 0 ? apply(subject, withdrawal) : step(random, subject);
        }
        return next;
    }

    private static Act nextAct(Random random, Case subject) {
        return switch (subject.state()) {
            case REGISTERED, TRIAGE -> Act.DISPATCH;
            case DISPATCHED -> Act.SIGN_FOR;
            case SUSPENDED -> Act.RESUME;
            case DISPUTED -> Act.RULE;
            case REPLIED -> Act.ACCEPT_REPLY;
            case CALLBACK -> random.nextBoolean() ? Act.RECORD_CALLBACK : Act.CLOSE;
            case HANDLING -> {
                boolean reported = subject.tasks().stream().anyMatch(t -> t.state() == TaskState.REPORTED);
                boolean given = subject.tasks().stream().anyMatch(t -> t.state().isOpen());
                boolean contacted = subject.firstContact().isPresent() || random.nextBoolean();
                yield reported ? Act.ACCEPT_TASK : given ? Act.REPORT_TASK : contacted ? Act.REPLY : Act.CONTACT;
            }
            case CLOSED, ENDED, ARCHIVED -> Act.ADD_NOTE;
        };
    }

    private static Map<CaseState, List<Act>> habits() {
        Map<CaseState, List<Act>> habits = new EnumMap<>(CaseState.class);
        List<Act> aside = List.of(
                Act.CLASSIFY,
                Act.CLASSIFY,
                Act.PRIORITIZE,
                Act.TAG,
                Act.ADD_NOTE,
                Act.LINK,
                Act.CHANGE_KIND,
                Act.ATTRIBUTE,
                Act.SUPERVISE,
                Act.LIFT_SUPERVISION,
                Act.ESCALATE,
                Act.ADD_FOLLOWER,
                Act.REMOVE_FOLLOWER,
                Act.RECALCULATE,
                Act.CORRECT,
                Act.CORRECT);
        List<Act> rare = List.of(Act.WITHDRAW, Act.END, Act.ERASE);
        habits.put(
                CaseState.REGISTERED,
                with(
                        aside,
                        rare,
                        "DISPATCH*12 QUEUE_FOR_TRIAGE*6 ANSWER_AT_DESK*4 REJECT REFER_EMERGENCY REFER_STATUTORY"
                                + " MARK_INVALID MERGE"));
        habits.put(
                CaseState.TRIAGE,
                with(
                        aside,
                        rare,
                        "DISPATCH*14 REFUSE_RETURN*5 OPEN_DISPUTE*4 SPLIT*3 REJECT REFER_EMERGENCY REFER_STATUTORY"
                                + " MARK_INVALID MERGE"));
        habits.put(
                CaseState.DISPATCHED,
                with(
                        aside,
                        rare,
                        "SIGN_FOR*14 RETURN*6 REDISPATCH*2 SIGN_FOR_ASSISTING*3 RETURN_ASSISTING CHANGE_ASSISTING"
                                + " CONTACT*2 URGE*3 OPEN_DISPUTE MERGE"));
        habits.put(
                CaseState.HANDLING,
                with(
                        aside,
                        rare,
                        "REPLY*10 RETURN*3 REDISPATCH SIGN_FOR_ASSISTING*4 RETURN_ASSISTING CHANGE_ASSISTING*2"
                                + " CONTACT*8 URGE*3 OPEN_DISPUTE ASSIGN_TASK*7 REPORT_TASK*9 ACCEPT_TASK*7"
                                + " SEND_BACK_TASK*3 CANCEL_TASK*2 SUSPEND*4 ASK_EXTENSION*4 GRANT_EXTENSION*4"
                                + " REFUSE_EXTENSION*2 REPLY_ASSISTING*4 SPLIT RECORD_FINDING REFER_STATUTORY MERGE"));
        habits.put(
                CaseState.SUSPENDED,
                with(
                        aside,
                        rare,
                        "RESUME*12 CONTACT*3 URGE*2 ASK_EXTENSION*2 GRANT_EXTENSION*2 REFUSE_EXTENSION"
                                + " SIGN_FOR_ASSISTING*2 RETURN_ASSISTING REPLY_ASSISTING*2 CHANGE_ASSISTING"));
        habits.put(CaseState.DISPUTED, with(aside, rare, "RULE*16 REFER_STATUTORY URGE*3"));
        habits.put(
                CaseState.REPLIED, with(aside, rare, "ACCEPT_REPLY*14 SEND_BACK*6 WAIVE_CALLBACK*3 RECORD_FINDING*2"));
        habits.put(
                CaseState.CALLBACK,
                with(aside, rare, "ATTEMPT_CALLBACK*8 RECORD_CALLBACK*10 CLOSE*9 REOPEN*9 RECORD_FINDING*2"));
        List<Act> after = List.of(Act.ADD_NOTE, Act.LINK, Act.TAG, Act.ATTRIBUTE, Act.CORRECT, Act.ERASE);
        habits.put(
                CaseState.CLOSED, with(after, List.of(), "ARCHIVE*6 REOPEN_CLOSED*3 LIFT_SUPERVISION REMOVE_FOLLOWER"));
        habits.put(CaseState.ENDED, with(after, List.of(), "ARCHIVE*6 UNMERGE*5 MERGE*2 LIFT_SUPERVISION"));
        habits.put(CaseState.ARCHIVED, List.of(Act.CORRECT, Act.ERASE));
        return Collections.unmodifiableMap(habits);
    }

    private static List<Act> with(List<Act> aside, List<Act> rare, String weights) {
        List<Act> all = new ArrayList<>(aside);
        all.addAll(rare);
        for (String weight : weights.split(" ", -1)) {
            String[] parts = weight.split("\\*", 2);
            int times = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            all.addAll(Collections.nCopies(times, Act.valueOf(parts[0])));
        }
        return List.copyOf(all);
    }
}
