package io.github.hotlinekit.core.duplicates;

import static io.github.hotlinekit.core.duplicates.Hotline.REQUEST;
import static io.github.hotlinekit.core.duplicates.Hotline.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Requester.Disclosure;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.Kind;
import io.github.hotlinekit.core.duplicates.Hotline.Demand;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Over few people, places and words, so that cases agree often. */
class DuplicateIndexLawsTest {

    private static final Instant NOW = START.plus(Duration.ofHours(100));
    private static final RevealRequest ASKED = RevealRequest.of(RevealPurpose.MATCH, "night-run", NOW);

    private static DuplicateIndex index(DuplicateRule rule, List<Case> cases) {
        return DuplicateIndex.of(rule, cases, ASKED);
    }

    @Property(tries = 400)
    void the_index_finds_what_comparing_every_pair_finds(
            @ForAll("rules") DuplicateRule rule, @ForAll("towns") List<Case> cases) {
        DuplicateIndex index = index(rule, cases);
        DuplicateReference reference = new DuplicateReference(rule, cases, NOW);
        assertThat(index.numbers())
                .isEqualTo(cases.stream()
                        .filter(reference::isHead)
                        .map(Case::number)
                        .sorted()
                        .toList());
        int found = 0;
        for (Case subject : cases) {
            List<DuplicateCandidate> expected = reference.candidates(subject);
            assertThat(index.search(subject, ASKED).candidates()).isEqualTo(expected);
            if (reference.isHead(subject)) {
                assertThat(index.candidates(subject.number())).isEqualTo(expected);
                found += expected.size();
            }
        }
        Statistics.collect(found > 0 ? "candidates" : "none");
        Statistics.coverage(c -> c.check("candidates").percentage(p -> p > 20));
    }

    @Property(tries = 400)
    void a_case_finds_another_just_where_the_other_finds_it_with_the_same_evidence(
            @ForAll("rules") DuplicateRule rule, @ForAll("towns") List<Case> cases) {
        DuplicateIndex index = index(rule, cases);
        for (CaseNumber a : index.numbers()) {
            for (DuplicateCandidate b : index.candidates(a)) {
                assertThat(index.candidates(b.number())).contains(new DuplicateCandidate(a, b.score(), b.evidence()));
            }
        }
    }

    @Property(tries = 400)
    void the_order_of_the_cases_does_not_matter(
            @ForAll("rules") DuplicateRule rule, @ForAll("towns") List<Case> cases, @ForAll Random random) {
        List<Case> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, random);
        DuplicateIndex one = index(rule, cases);
        DuplicateIndex other = index(rule, shuffled);
        assertThat(other.numbers()).isEqualTo(one.numbers());
        assertThat(other.audit()).isEqualTo(one.audit());
        for (Case subject : cases) {
            assertThat(other.search(subject, ASKED)).isEqualTo(one.search(subject, ASKED));
        }
    }

    @Property(tries = 400)
    void candidates_are_in_order_hold_by_the_rule_and_are_as_confidential(
            @ForAll("rules") DuplicateRule rule, @ForAll("towns") List<Case> cases) {
        DuplicateIndex index = index(rule, cases);
        for (Case subject : cases) {
            List<DuplicateCandidate> candidates = index.search(subject, ASKED).candidates();
            for (int i = 0; i < candidates.size(); i++) {
                DuplicateCandidate candidate = candidates.get(i);
                List<Kind> kinds = candidate.evidence().stream()
                        .map(DuplicateEvidence::kind)
                        .toList();
                assertThat(kinds).isSorted().doesNotHaveDuplicates().contains(Kind.TIME);
                assertThat(kinds).containsAll(rule.required());
                assertThat(candidate.score()).isBetween(rule.threshold(), 1000);
                Case other = cases.stream()
                        .filter(c -> c.number().equals(candidate.number()))
                        .findFirst()
                        .orElseThrow();
                assertThat(other.isConfidential()).isEqualTo(subject.isConfidential());
                assertThat(other.number()).isNotEqualTo(subject.number());
                assertThat(other.master()).isEmpty();
                if (i > 0) {
                    DuplicateCandidate before = candidates.get(i - 1);
                    assertThat(before.score() > candidate.score()
                                    || (before.score() == candidate.score()
                                            && before.number().compareTo(candidate.number()) < 0))
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 400)
    void a_higher_threshold_or_a_shorter_window_finds_nothing_new(
            @ForAll("rules") DuplicateRule rule, @ForAll("openTowns") List<Case> cases) {
        DuplicateIndex index = index(rule, cases);
        DuplicateIndex higher = index(rule.withThreshold(Math.min(1000, rule.threshold() + 100)), cases);
        DuplicateRule flat = rule.withWeights(new DuplicateRule.Weights(250, 250, 250, 0, 250));
        DuplicateIndex longer = index(flat, cases);
        DuplicateIndex shorter = index(flat.withWindow(Duration.ofHours(3)), cases);
        for (CaseNumber number : index.numbers()) {
            assertThat(index.candidates(number)).containsAll(higher.candidates(number));
            assertThat(longer.candidates(number)).containsAll(shorter.candidates(number));
        }
    }

    @Property(tries = 400)
    void the_audit_counts_every_text_that_was_looked_at_and_text_shows_nothing(@ForAll("openTowns") List<Case> cases) {
        DuplicateIndex index = index(DuplicateRule.STANDARD, cases);
        long texts = cases.stream()
                .mapToLong(c -> c.registration().title().stream().count()
                        + c.registration().text().stream().count())
                .sum();
        assertThat(index.audit().map(a -> (long) a.count()).orElse(0L)).isEqualTo(texts);
        assertThat(index).hasToString("DuplicateIndex of " + cases.size() + " cases");
        assertThat(DuplicateIndex.of(DuplicateRule.STANDARD, List.of(), REQUEST).audit())
                .isEmpty();
    }

    @Provide
    Arbitrary<DuplicateRule> rules() {
        Arbitrary<Duration> windows =
                Arbitraries.of(Duration.ofHours(4), Duration.ofHours(24), Duration.ofHours(48), Duration.ofDays(30));
        Arbitrary<DuplicateRule.Weights> weights = Arbitraries.integers()
                .between(0, 10)
                .list()
                .ofSize(4)
                .map(parts -> {
                    List<Integer> cuts = new ArrayList<>(
                            parts.stream().map(p -> p * 100).sorted().toList());
                    return new DuplicateRule.Weights(
                            cuts.get(0),
                            cuts.get(1) - cuts.get(0),
                            cuts.get(2) - cuts.get(1),
                            cuts.get(3) - cuts.get(2),
                            1000 - cuts.get(3));
                });
        Arbitrary<Set<Kind>> required = Arbitraries.of(Kind.class).set().ofMaxSize(1);
        Arbitrary<DuplicateRule> free = Combinators.combine(
                        windows,
                        Arbitraries.of(6, 9, 24),
                        Arbitraries.of(1, 2, 8),
                        Arbitraries.of(1, 300, 454, 455, 1000),
                        weights,
                        Arbitraries.integers().between(0, 6).map(t -> t * 100),
                        required)
                .as(DuplicateRule::new);
        return Arbitraries.oneOf(free, Arbitraries.just(DuplicateRule.STANDARD));
    }

    @Provide
    Arbitrary<List<Case>> openTowns() {
        return demands().map(demands -> demands.stream().map(Demand::open).toList());
    }

    /** Some are closed, withdrawn, follow another, or turned out to be reports after others followed them. */
    @Provide
    Arbitrary<List<Case>> towns() {
        return Combinators.combine(
                        demands(), Arbitraries.integers().between(0, 14).list().ofSize(9))
                .as(DuplicateIndexLawsTest::town);
    }

    private static List<Case> town(List<Demand> demands, List<Integer> fates) {
        List<Case> cases = new ArrayList<>(demands.stream().map(Demand::open).toList());
        for (int i = 0; i < cases.size(); i++) {
            if (fates.get(i) == 10 && cases.get(i).kind() != CaseKind.REPORT) {
                cases.set(i, Hotline.answered(cases.get(i), cases.get(i).received()));
            }
        }
        for (int i = 0; i < cases.size(); i++) {
            if (fates.get(i) < cases.size()) {
                merge(cases, i, fates.get(i));
            }
        }
        for (int i = 0; i < cases.size(); i++) {
            Case subject = cases.get(i);
            if (subject.state().isOpen() && subject.kind() != CaseKind.REPORT) {
                switch (fates.get(i)) {
                    case 11 -> cases.set(i, Hotline.answered(subject, NOW));
                    case 12 -> cases.set(i, Hotline.withdrawn(subject, NOW));
                    case 13 ->
                        cases.set(
                                i,
                                Hotline.decide(
                                        subject,
                                        new CaseCommand.ChangeKind(CaseKind.REPORT, Hotline.WORDS),
                                        Role.REVIEWER,
                                        NOW));
                    default -> {}
                }
            }
        }
        return cases;
    }

    private static void merge(List<Case> cases, int follower, int master) {
        MergeDecision decision = Merging.merge(
                Hotline.LIFECYCLE,
                cases.get(follower),
                cases.stream()
                        .filter(c -> !c.equals(cases.get(follower)) && !c.equals(cases.get(master)))
                        .toList(),
                cases.get(master),
                Hotline.WORDS,
                Hotline.dispatcher(NOW));
        if (decision instanceof MergeDecision.Accepted accepted) {
            cases.replaceAll(c -> accepted.find(c.number()).orElse(c));
        }
    }

    private static Arbitrary<List<Demand>> demands() {
        Arbitrary<Demand> demand = Combinators.combine(
                        Arbitraries.integers().between(0, 96).map(h -> START.plus(Duration.ofHours(h))),
                        Arbitraries.frequency(Tuple.of(6, CaseKind.COMPLAINT), Tuple.of(1, CaseKind.REPORT)),
                        Arbitraries.frequency(
                                Tuple.of(5, Disclosure.OPEN),
                                Tuple.of(2, Disclosure.ANONYMOUS),
                                Tuple.of(1, Disclosure.CONFIDENTIAL)),
                        Arbitraries.of("", "13800001111", "+86 138-0000-1111", "13900002222"),
                        Arbitraries.of("", "", "35058119900101001x", "35058119900101001X"),
                        Arbitraries.of(
                                "", "350581", "350581101", "350581101001", "350581101001", "350581101002", "350581102"),
                        Arbitraries.of("", "03", "03.02", "03.02.05", "03.02.05", "03.01"),
                        // Two texts in one: eight parts are the most, and jqwik keeps each generator of a flatAs.
                        Combinators.combine(words(), words()).as(Tuple::of))
                .as((at, kind, who, phone, id, area, category, texts) ->
                        new Demand("0", at, kind, who, phone, id, area, category, texts.get1(), texts.get2()));
        return demand.list().ofMinSize(4).ofMaxSize(9).map(DuplicateIndexLawsTest::numbered);
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of(
                "", "噪音", "永宁煤炭场噪音扰民", "永宁煤炭场夜间噪音扰民", "永宁煤炭场，23:30 噪音扰民！", "路灯不亮", "ＡＢＣ小区12号楼停水", "abc小区3号楼停水");
    }

    private static List<Demand> numbered(List<Demand> demands) {
        List<Demand> numbered = new ArrayList<>();
        for (Demand d : demands) {
            numbered.add(new Demand(
                    "T" + (numbered.size() * 7 + 3) % 10, // not in the order of their instants
                    d.received(),
                    d.kind(),
                    d.disclosure(),
                    d.phone(),
                    d.idNumber(),
                    d.area(),
                    d.category(),
                    d.title(),
                    d.text()));
        }
        return numbered;
    }
}
