package io.github.hotlinekit.sla.testkit;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ContactMeans;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.ResumeCause;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Timelines as clocks may meet them, to the minute; also such as no lifecycle would allow. */
public final class Timelines {

    /** Departments that occur. */
    public static final List<DepartmentCode> DEPARTMENTS =
            List.of(DepartmentCode.of("ZJJ"), DepartmentCode.of("CGJ"), DepartmentCode.of("JTJ"));

    private static final List<SuspensionGround> GROUNDS = List.of(SuspensionGround.values());
    private static final List<CaseKind> KINDS = List.of(CaseKind.values());
    private static final FreeText TEXT = FreeText.of("x");

    private Timelines() {}

    /**
     * The event that registers a case.
     *
     * @param kind its kind
     * @param at when it is received
     * @return the event, the first of its timeline
     */
    public static CaseEvent registered(CaseKind kind, Instant at) {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("T1"))
                .kind(kind)
                .channel(Channel.PHONE)
                .requester(Requester.UNKNOWN)
                .build();
        return new CaseEvent.Registered(Stamp.of(1, at, Actor.of(Role.AGENT)), registration);
    }

    /**
     * Any events of one case, the registration first: what happens is drawn without regard to what is allowed.
     *
     * @param earliest the earliest receipt, inclusive
     * @param latest the latest receipt, inclusive
     * @param within how long after the receipt something may happen
     * @param size how many events may follow
     * @return the timelines, in the order of their sequence numbers
     */
    public static Arbitrary<List<CaseEvent>> any(Instant earliest, Instant latest, Duration within, int size) {
        Arbitrary<Instant> receipts = minutes(earliest, latest);
        Arbitrary<List<Long>> offsets =
                Arbitraries.longs().between(0, within.toMinutes()).list().ofMaxSize(size);
        Arbitrary<List<Integer>> acts =
                Arbitraries.integers().between(0, 19).list().ofSize(size);
        Arbitrary<CaseKind> kinds = Arbitraries.of(CaseKind.class);
        return Combinators.combine(receipts, offsets, acts, kinds).as((receipt, at, what, kind) -> {
            List<CaseEvent> events = new ArrayList<>();
            events.add(registered(kind, receipt));
            List<Long> sorted = at.stream().sorted().toList();
            for (int i = 0; i < sorted.size(); i++) {
                Instant instant = receipt.plus(Duration.ofMinutes(sorted.get(i)));
                events.add(event(what.get(i), i + 2, instant));
            }
            return events;
        });
    }

    /**
     * Instants on whole minutes.
     *
     * @param earliest the earliest, inclusive
     * @param latest the latest, inclusive
     * @return the instants
     */
    public static Arbitrary<Instant> minutes(Instant earliest, Instant latest) {
        return Arbitraries.longs()
                .between(earliest.getEpochSecond() / 60, latest.getEpochSecond() / 60)
                .map(m -> Instant.ofEpochSecond(m * 60));
    }

    private static CaseEvent event(int what, int sequence, Instant at) {
        DepartmentCode department = DEPARTMENTS.get(sequence % DEPARTMENTS.size());
        DepartmentCode other = DEPARTMENTS.get((sequence + 1) % DEPARTMENTS.size());
        Stamp stamp = Stamp.of(sequence, at, Actor.of(Role.SYSTEM));
        return switch (what) {
            case 0, 1, 2, 3 ->
                new CaseEvent.Suspended(
                        stamp, GROUNDS.get(sequence % GROUNDS.size()), TEXT, at.plusSeconds(86_400), Optional.empty());
            case 4, 5, 6, 7 -> new CaseEvent.Resumed(stamp, ResumeCause.GROUND_OVER);
            case 8 -> new CaseEvent.ExtensionAsked(stamp, ExtensionAmount.ofWorkingDays(1 + sequence % 5), TEXT);
            case 9, 10 ->
                new CaseEvent.ExtensionGranted(
                        stamp, ExtensionAmount.ofWorkingDays(1 + sequence % 5), Optional.empty());
            case 11, 12 -> new CaseEvent.Dispatched(stamp, department, List.of(other), Optional.empty());
            case 13 -> new CaseEvent.SignedFor(stamp);
            case 14 -> new CaseEvent.AssistingSignedFor(stamp, other);
            case 15 -> new CaseEvent.Returned(stamp, ReturnGround.OTHER, TEXT, Optional.empty(), Optional.empty());
            case 16 -> new CaseEvent.Replied(stamp, ReplyResult.of(ReplyOutcome.RESOLVED));
            case 17 -> new CaseEvent.Reopened(stamp, TEXT);
            case 18 -> new CaseEvent.KindChanged(stamp, KINDS.get(sequence % KINDS.size()), TEXT);
            default -> new CaseEvent.Contacted(stamp, ContactMeans.PHONE, ContactOutcome.REACHED, Optional.empty());
        };
    }
}
