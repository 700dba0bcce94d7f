package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Requester.Disclosure;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.Kind;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The meaning of a rule, written a second time: compares every pair, on sets of strings. */
final class DuplicateReference {

    private final DuplicateRule rule;
    private final List<Case> cases;
    private final Instant now;

    DuplicateReference(DuplicateRule rule, Collection<Case> cases, Instant now) {
        this.rule = rule;
        this.cases = List.copyOf(cases);
        this.now = now;
    }

    private record Pair(int score, CaseNumber lower, CaseNumber higher, List<DuplicateEvidence> evidence) {}

    boolean isHead(Case c) {
        return c.state().isOpen()
                || (c.state() == CaseState.CLOSED
                        && !c.closed().orElseThrow().plus(rule.window()).isBefore(now));
    }

    /** A head and those that follow it. */
    private List<Case> matter(Case head) {
        return Stream.concat(
                        Stream.of(head),
                        cases.stream()
                                .filter(c -> c.ending().equals(Optional.of(Ending.MERGED)))
                                .filter(c -> c.state() == CaseState.ENDED)
                                .filter(c -> c.master().equals(Optional.of(head.number())))
                                .filter(c -> c.isConfidential() == head.isConfidential()))
                .toList();
    }

    List<DuplicateCandidate> candidates(Case subject) {
        List<DuplicateCandidate> found = new ArrayList<>();
        List<Case> members = isHead(subject) ? matter(subject) : List.of(subject);
        for (Case other : cases) {
            if (!isHead(other)
                    || other.number().equals(subject.number())
                    || subject.master().equals(Optional.of(other.number()))) {
                continue;
            }
            members.stream()
                    .flatMap(a -> matter(other).stream().flatMap(b -> compare(a, b).stream()))
                    .min(Comparator.comparing(Pair::score)
                            .reversed()
                            .thenComparing(Pair::lower)
                            .thenComparing(Pair::higher))
                    .ifPresent(p -> found.add(new DuplicateCandidate(other.number(), p.score(), p.evidence())));
        }
        found.sort(
                Comparator.comparing(DuplicateCandidate::score).reversed().thenComparing(DuplicateCandidate::number));
        return found;
    }

    private Optional<Pair> compare(Case a, Case b) {
        Duration apart = Duration.between(a.received(), b.received()).abs();
        if (a.isConfidential() != b.isConfidential() || apart.compareTo(rule.window()) > 0) {
            return Optional.empty();
        }
        DuplicateRule.Weights weights = rule.weights();
        List<DuplicateEvidence> evidence = new ArrayList<>();
        int score = 0;
        Optional<PersonalField> by = sameRequester(a, b);
        if (by.isPresent()) {
            evidence.add(new DuplicateEvidence.SameRequester(by.get()));
            score += weights.requester();
        }
        if (a.area().isPresent() && b.area().isPresent()) {
            String common = cut(a.area().get().value(), rule.areaDepth());
            if (common.equals(cut(b.area().get().value(), rule.areaDepth()))) {
                evidence.add(new DuplicateEvidence.SameArea(AreaCode.of(common)));
                score += weights.area();
            }
        }
        if (a.category().isPresent() && b.category().isPresent()) {
            int length = rule.categoryDepth() * 3 - 1;
            String common = cut(a.category().get().value(), length);
            if (common.equals(cut(b.category().get().value(), length))) {
                evidence.add(new DuplicateEvidence.SameCategory(CategoryCode.of(common)));
                score += weights.category();
            }
        }
        evidence.add(new DuplicateEvidence.Within(apart));
        long window = rule.window().toMillis();
        score += (int) (weights.time() * (window - apart.toMillis()) / window);
        Set<String> shared = shingles(a);
        Set<String> all = new HashSet<>(shared);
        Set<String> others = shingles(b);
        shared.retainAll(others);
        all.addAll(others);
        if (!shared.isEmpty() && shared.size() * 1000L >= (long) rule.minimumText() * all.size()) {
            int perMille = shared.size() * 1000 / all.size();
            evidence.add(new DuplicateEvidence.SimilarText(perMille, shared.size()));
            score += weights.text() * perMille / 1000;
        }
        Set<Kind> kinds = new HashSet<>();
        evidence.forEach(e -> kinds.add(e.kind()));
        if (score < rule.threshold() || !kinds.containsAll(rule.required())) {
            return Optional.empty();
        }
        List<CaseNumber> numbers = Stream.of(a.number(), b.number()).sorted().toList();
        return Optional.of(new Pair(score, numbers.get(0), numbers.get(1), evidence));
    }

    private static Optional<PersonalField> sameRequester(Case a, Case b) {
        var one = a.registration().requester();
        var two = b.registration().requester();
        if ((one.disclosure() == Disclosure.ANONYMOUS) != (two.disclosure() == Disclosure.ANONYMOUS)) {
            return Optional.empty();
        }
        if (one.idNumber().isPresent() && one.idNumber().equals(two.idNumber())) {
            return Optional.of(PersonalField.ID_NUMBER);
        }
        return one.phone().isPresent() && one.phone().equals(two.phone())
                ? Optional.of(PersonalField.PHONE)
                : Optional.empty();
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    static Set<String> shingles(Case c) {
        Set<String> all = new HashSet<>();
        Stream.of(c.registration().title(), c.registration().text())
                .flatMap(Optional::stream)
                .map(DuplicateReference::folded)
                .forEach(text -> {
                    int length = text.codePointCount(0, text.length());
                    if (length > 0 && length < 3) {
                        all.add(text);
                    }
                    for (int i = 0; i + 3 <= length; i++) {
                        all.add(text.substring(text.offsetByCodePoints(0, i), text.offsetByCodePoints(0, i + 3)));
                    }
                });
        return all;
    }

    private static String folded(FreeText text) {
        String clear = text.reveal(Hotline.REQUEST).value();
        return Normalizer.normalize(clear, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Mn}\\p{Mc}\\p{N}]", "")
                .replaceAll("[\\p{Nd}\\p{No}]+", "0");
    }
}
