package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two entries by a rule; the same either way round. */
final class Matcher {

    private final DuplicateRule rule;
    private final DuplicateRule.Weights weights;

    Matcher(DuplicateRule rule) {
        this.rule = rule;
        this.weights = rule.weights();
    }

    /**
     * Two entries that are candidates of each other. Of two matters with several cases the pair that agrees
     * most stands, and among equals the one whose lower number is the lowest, then whose higher one is:
     * whichever matter is asked for.
     */
    record Match(int score, CaseNumber lower, CaseNumber higher, List<DuplicateEvidence> evidence) {

        boolean isBefore(Match other) {
            int order = Integer.compare(other.score, score);
            order = order == 0 ? lower.compareTo(other.lower) : order;
            return (order == 0 ? higher.compareTo(other.higher) : order) < 0;
        }
    }

    Optional<Match> match(Entry a, Entry b) {
        if (a.confidential() != b.confidential()) {
            return Optional.empty();
        }
        Duration apart = Duration.between(a.received(), b.received()).abs();
        if (apart.compareTo(rule.window()) > 0) {
            return Optional.empty();
        }
        List<DuplicateEvidence> evidence = new ArrayList<>(5);
        sameRequester(a, b).ifPresent(by -> evidence.add(new DuplicateEvidence.SameRequester(by)));
        a.area()
                .filter(x -> b.area().filter(x::equals).isPresent())
                .ifPresent(x -> evidence.add(new DuplicateEvidence.SameArea(x)));
        a.category()
                .filter(x -> b.category().filter(x::equals).isPresent())
                .ifPresent(x -> evidence.add(new DuplicateEvidence.SameCategory(x)));
        evidence.add(new DuplicateEvidence.Within(apart));
        int score = nearness(apart);
        for (DuplicateEvidence e : evidence) {
            score += e.kind() == DuplicateEvidence.Kind.TIME ? 0 : weights.of(e.kind());
        }
        if (score + textScore(a.text().atMostPerMille(b.text())) < rule.threshold()) {
            return Optional.empty(); // whatever the texts have in common
        }
        int shared = a.text().shared(b.text());
        int perMille = a.text().perMille(b.text(), shared);
        if (shared > 0 && perMille >= rule.minimumText()) {
            evidence.add(new DuplicateEvidence.SimilarText(perMille, shared));
            score += textScore(perMille);
        }
        if (score < rule.threshold() || !hasRequired(evidence)) {
            return Optional.empty();
        }
        boolean ordered = a.number().compareTo(b.number()) <= 0;
        return Optional.of(
                new Match(score, ordered ? a.number() : b.number(), ordered ? b.number() : a.number(), evidence));
    }

    /** Who told a name in one call is not said to be who told none in another. */
    private static Optional<PersonalField> sameRequester(Entry a, Entry b) {
        if (a.anonymous() != b.anonymous()) {
            return Optional.empty();
        }
        if (a.idNumber().isPresent() && a.idNumber().equals(b.idNumber())) {
            return Optional.of(PersonalField.ID_NUMBER);
        }
        return a.phone().isPresent() && a.phone().equals(b.phone())
                ? Optional.of(PersonalField.PHONE)
                : Optional.empty();
    }

    private int nearness(Duration apart) {
        long window = rule.window().toMillis();
        return Math.toIntExact(weights.time() * (window - apart.toMillis()) / window);
    }

    private int textScore(int perMille) {
        return weights.text() * perMille / DuplicateRule.WHOLE;
    }

    private boolean hasRequired(List<DuplicateEvidence> evidence) {
        return rule.required().stream().allMatch(kind -> evidence.stream().anyMatch(e -> e.kind() == kind));
    }
}
