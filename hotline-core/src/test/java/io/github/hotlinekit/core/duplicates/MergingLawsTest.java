package io.github.hotlinekit.core.duplicates;

import static io.github.hotlinekit.core.duplicates.Hotline.LIFECYCLE;
import static io.github.hotlinekit.core.duplicates.Hotline.START;
import static io.github.hotlinekit.core.duplicates.Hotline.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.duplicates.Hotline.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Over six cases, one of them a report and one withdrawn, which are merged and parted at random. */
class MergingLawsTest {

    private static final int CASES = 6;

    /** What somebody does to the pool; the second case is there for merges and partings. */
    record Action(Kind kind, int first, int second) {
        enum Kind {
            MERGE,
            MERGE_BLINDLY,
            MERGE_AS_AGENT,
            UNMERGE,
            DISPATCH,
            CLASSIFY_AS_REPORT,
            ARCHIVE
        }
    }

    private static Map<CaseNumber, Case> pool() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Demand demand = Demand.of("P" + i, "永宁煤炭场噪音扰民").at(START.plus(Duration.ofHours(i)));
            cases.add((i == 4 ? demand.as(CaseKind.REPORT) : demand).open());
        }
        cases.set(5, Hotline.withdrawn(cases.get(5), START.plus(Duration.ofHours(9))));
        Map<CaseNumber, Case> pool = new LinkedHashMap<>();
        cases.forEach(c -> pool.put(c.number(), c));
        return pool;
    }

    private static Case at(Map<CaseNumber, Case> pool, int index) {
        return List.copyOf(pool.values()).get(index);
    }

    private static Case known(Map<CaseNumber, Case> pool, CaseNumber number) {
        return Objects.requireNonNull(pool.get(number), "case");
    }

    private static MergeDecision merge(Map<CaseNumber, Case> pool, Case follower, Case master, CommandContext context) {
        List<Case> tied = Stream.concat(follower.followers().stream(), follower.master().stream())
                .filter(n -> !n.equals(master.number()))
                .map(n -> known(pool, n))
                .toList();
        return Merging.merge(LIFECYCLE, follower, tied, master, WORDS, context);
    }

    private static Optional<MergeDecision> perform(Map<CaseNumber, Case> pool, Action action, Instant now) {
        Case first = at(pool, action.first());
        Case second = at(pool, action.second());
        CommandContext context = Hotline.dispatcher(now);
        Optional<MergeDecision> decision = switch (action.kind()) {
            case MERGE -> Optional.of(merge(pool, first, second, context));
            case MERGE_BLINDLY -> Optional.of(Merging.merge(LIFECYCLE, first, List.of(), second, WORDS, context));
            case MERGE_AS_AGENT ->
                Optional.of(merge(pool, first, second, CommandContext.of(Actor.of(Role.AGENT), now)));
            case UNMERGE ->
                Optional.of(Merging.unmerge(
                        LIFECYCLE,
                        first,
                        first.master().map(n -> known(pool, n)).orElse(second),
                        WORDS,
                        context));
            default -> Optional.empty();
        };
        Map<CaseNumber, Case> before = new LinkedHashMap<>(pool);
        decision.ifPresent(d -> {
            if (d instanceof MergeDecision.Accepted accepted) {
                accepted.changes().forEach(c -> {
                    Case old = known(before, c.result().number());
                    assertThat(old.append(c.expectedVersion(), c.events())).isEqualTo(c.result());
                    pool.put(c.result().number(), c.result());
                });
            }
        });
        alone(action, first, now).ifPresent(c -> pool.put(c.number(), c));
        return decision;
    }

    /** What happens to one case alone. */
    private static Optional<Case> alone(Action action, Case subject, Instant now) {
        Decision decision = switch (action.kind()) {
            case DISPATCH ->
                LIFECYCLE.decide(
                        subject,
                        new CaseCommand.Dispatch(DepartmentCode.of("HBJ"), List.of(), Optional.empty()),
                        Hotline.dispatcher(now));
            case CLASSIFY_AS_REPORT ->
                LIFECYCLE.decide(
                        subject,
                        new CaseCommand.ChangeKind(CaseKind.REPORT, WORDS),
                        CommandContext.of(Actor.of(Role.REVIEWER), now));
            case ARCHIVE ->
                LIFECYCLE.decide(
                        subject,
                        new CaseCommand.Archive(Optional.empty()),
                        CommandContext.of(Actor.of(Role.ARCHIVIST), now));
            default -> null;
        };
        return decision instanceof Decision.Accepted accepted ? Optional.of(accepted.result()) : Optional.empty();
    }

    private static Instant instant(int step) {
        return START.plus(Duration.ofHours(24)).plusSeconds(step);
    }

    @Property
    void merges_are_a_forest_of_depth_one_on_which_both_sides_agree(@ForAll("actions") List<Action> actions) {
        Map<CaseNumber, Case> pool = pool();
        int most = 0;
        for (int i = 0; i < actions.size(); i++) {
            perform(pool, actions.get(i), instant(i));
            for (Case subject : pool.values()) {
                most = Math.max(most, subject.followers().size());
                assertThat(subject.followers()).doesNotHaveDuplicates();
                subject.followers()
                        .forEach(f -> assertThat(known(pool, f).master()).contains(subject.number()));
                subject.master().ifPresent(m -> {
                    assertThat(subject.followers()).isEmpty();
                    assertThat(known(pool, m).followers()).contains(subject.number());
                    assertThat(known(pool, m).master()).isEmpty();
                    assertThat(subject.ending()).contains(Ending.MERGED);
                });
            }
        }
        Statistics.collect(most > 1 ? "several followers" : most > 0 ? "one follower" : "none");
        Statistics.coverage(c -> {
            c.check("several followers").percentage(p -> p > 5);
            c.check("one follower").percentage(p -> p > 5);
        });
    }

    @Property
    void every_timeline_goes_on_and_the_receipt_stays(@ForAll("actions") List<Action> actions) {
        Map<CaseNumber, Case> pool = pool();
        for (int i = 0; i < actions.size(); i++) {
            Map<CaseNumber, Case> before = new LinkedHashMap<>(pool);
            perform(pool, actions.get(i), instant(i));
            pool.forEach((number, now) -> {
                Case old = known(before, number);
                assertThat(now.events()).startsWith(old.events().toArray(new CaseEvent[0]));
                assertThat(now.received()).isEqualTo(old.received());
                assertThat(Case.replay(now.events())).isEqualTo(now);
            });
        }
    }

    @Property
    void what_is_not_accepted_changes_nothing_and_says_why(@ForAll("actions") List<Action> actions) {
        Map<CaseNumber, Case> pool = pool();
        for (int i = 0; i < actions.size(); i++) {
            Map<CaseNumber, Case> before = new LinkedHashMap<>(pool);
            Optional<MergeDecision> decision = perform(pool, actions.get(i), instant(i));
            if (decision.isPresent() && !(decision.get() instanceof MergeDecision.Accepted)) {
                assertThat(pool).isEqualTo(before);
            }
            if (decision.isPresent() && decision.get() instanceof MergeDecision.Refused refused) {
                assertThat(pool).containsKey(refused.number());
                assertThat(refused.refusal().message().zh()).isNotBlank();
            }
            if (decision.isPresent() && decision.get() instanceof MergeDecision.Incomplete incomplete) {
                Case first = at(pool, actions.get(i).first());
                assertThat(Stream.concat(first.master().stream(), first.followers().stream()))
                        .containsAll(incomplete.missing());
            }
        }
    }

    @Property
    void no_merge_crosses_confidentiality(@ForAll("actions") List<Action> actions) {
        Map<CaseNumber, Case> pool = pool();
        for (int i = 0; i < actions.size(); i++) {
            Optional<MergeDecision> decision = perform(pool, actions.get(i), instant(i));
            if (decision.isPresent() && decision.get() instanceof MergeDecision.Accepted accepted) {
                accepted.changes().stream()
                        .flatMap(c -> c.events().stream()
                                .filter(CaseEvent.Merged.class::isInstance)
                                .map(e -> List.of(c.result(), known(pool, ((CaseEvent.Merged) e).master()))))
                        .forEach(pair -> assertThat(pair.get(0).isConfidential())
                                .isEqualTo(pair.get(1).isConfidential()));
            }
        }
    }

    @Property
    void parting_after_a_merge_gives_the_follower_back_what_it_had(@ForAll("actions") List<Action> actions) {
        Map<CaseNumber, Case> pool = pool();
        for (int i = 0; i < actions.size(); i++) {
            perform(pool, actions.get(i), instant(i));
        }
        for (Case follower : List.copyOf(pool.values())) {
            for (Case master : List.copyOf(pool.values())) {
                boolean fresh = follower.state().isOpen();
                MergeDecision merged = merge(pool, follower, master, Hotline.dispatcher(instant(1_000)));
                if (fresh && merged instanceof MergeDecision.Accepted accepted) {
                    Case there = accepted.find(follower.number()).orElseThrow();
                    Case master2 = accepted.find(master.number()).orElseThrow();
                    MergeDecision.Accepted parted = (MergeDecision.Accepted)
                            Merging.unmerge(LIFECYCLE, there, master2, WORDS, Hotline.dispatcher(instant(2_000)));
                    Case back = parted.find(follower.number()).orElseThrow();
                    assertThat(back.state()).isEqualTo(CaseState.TRIAGE);
                    assertThat(back.master()).isEmpty();
                    assertThat(back.ending()).isEmpty();
                    assertThat(back.category()).isEqualTo(follower.category());
                    assertThat(back.taxonomy()).isEqualTo(follower.taxonomy());
                    assertThat(back.lead()).isEqualTo(follower.lead());
                    assertThat(back.received()).isEqualTo(follower.received());
                    assertThat(back.kind()).isEqualTo(follower.kind());
                    assertThat(parted.find(master.number()).orElseThrow().followers())
                            .doesNotContain(follower.number());
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        Arbitrary<Action.Kind> kinds = Arbitraries.frequency(
                Tuple.of(10, Action.Kind.MERGE),
                Tuple.of(4, Action.Kind.UNMERGE),
                Tuple.of(2, Action.Kind.MERGE_BLINDLY),
                Tuple.of(1, Action.Kind.MERGE_AS_AGENT),
                Tuple.of(2, Action.Kind.DISPATCH),
                Tuple.of(1, Action.Kind.CLASSIFY_AS_REPORT),
                Tuple.of(1, Action.Kind.ARCHIVE));
        Arbitrary<Integer> indices = Arbitraries.integers().between(0, CASES - 1);
        return Combinators.combine(kinds, indices, indices)
                .as(Action::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(16);
    }
}
