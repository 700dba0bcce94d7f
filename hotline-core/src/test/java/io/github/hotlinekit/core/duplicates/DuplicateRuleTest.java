package io.github.hotlinekit.core.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.Kind;
import io.github.hotlinekit.core.duplicates.DuplicateRule.Weights;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DuplicateRuleTest {

    private static final DuplicateRule RULE = DuplicateRule.STANDARD;

    @Test
    void every_part_has_its_range() {
        RULE.withWindow(DuplicateRule.MIN_WINDOW).withWindow(DuplicateRule.MAX_WINDOW);
        refused(() -> RULE.withWindow(DuplicateRule.MIN_WINDOW.minusNanos(1)), "window must be PT1M to PT87840H");
        refused(() -> RULE.withWindow(DuplicateRule.MAX_WINDOW.plusNanos(1)), "window");
        RULE.withAreaDepth(1).withAreaDepth(24).withCategoryDepth(1).withCategoryDepth(8);
        refused(() -> RULE.withAreaDepth(0), "areaDepth must be 1 to 24, but was 0");
        refused(() -> RULE.withAreaDepth(25), "areaDepth");
        refused(() -> RULE.withCategoryDepth(0), "categoryDepth");
        refused(() -> RULE.withCategoryDepth(9), "categoryDepth must be 1 to 8, but was 9");
        RULE.withMinimumText(1).withMinimumText(1000).withThreshold(0).withThreshold(1000);
        refused(() -> RULE.withMinimumText(0), "minimumText must be 1 to 1000, but was 0");
        refused(() -> RULE.withMinimumText(1001), "minimumText");
        refused(() -> RULE.withThreshold(-1), "threshold");
        refused(() -> RULE.withThreshold(1001), "threshold must be 0 to 1000, but was 1001");
    }

    @Test
    void weights_add_up_to_a_thousand() {
        assertThat(new Weights(1, 2, 3, 4, 990).of(Kind.TIME)).isEqualTo(4);
        refused(() -> new Weights(1, 2, 3, 4, 991), "weights must add up to 1000, but were 1001");
        refused(() -> new Weights(-1, 1001, 0, 0, 0), "weight of the requester must be 0 to 1000, but was -1");
        refused(() -> new Weights(500, -1, 501, 0, 0), "weight of the area must be 0 to 1000, but was -1");
        refused(() -> new Weights(500, 501, -1, 0, 0), "weight of the category must be 0 to 1000, but was -1");
        refused(() -> new Weights(500, 501, 0, -1, 0), "weight of the time must be 0 to 1000, but was -1");
        refused(() -> new Weights(500, 501, 0, 0, -1), "weight of the text must be 0 to 1000, but was -1");
    }

    @Test
    void a_rule_keeps_its_own_set_in_order() {
        Set<Kind> required = EnumSet.of(Kind.TEXT, Kind.AREA);
        DuplicateRule rule = RULE.withRequired(required);
        required.clear();
        assertThat(rule.required()).containsExactly(Kind.AREA, Kind.TEXT);
        assertThat(RULE.withWindow(Duration.ofDays(1)).window()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void evidence_and_candidates_are_what_they_can_be() {
        refused(() -> new DuplicateEvidence.SameRequester(PersonalField.NAME), "ID_NUMBER or PHONE, but was NAME");
        refused(() -> new DuplicateEvidence.Within(Duration.ofNanos(-1)), "apart must not be negative");
        refused(() -> new DuplicateEvidence.SimilarText(1001, 1), "perMille");
        refused(() -> new DuplicateEvidence.SimilarText(1000, 0), "shared must be at least 1, but was 0");
        refused(() -> new DuplicateCandidate(CaseNumber.of("1"), 1001, List.of()), "score must be 0 to 1000");
    }

    @Test
    void blocks_are_as_small_as_the_rule_allows() {
        Blocking.Key area = new Blocking.Key(true, false);
        Blocking.Key category = new Blocking.Key(false, true);
        Blocking.Key both = new Blocking.Key(true, true);
        assertThat(Blocking.of(RULE)).isEqualTo(new Blocking(true, Set.of(area, category), false));
        assertThat(Blocking.of(RULE.withRequired(Set.of(Kind.AREA, Kind.CATEGORY))))
                .isEqualTo(new Blocking(true, Set.of(both), false));
        assertThat(Blocking.of(RULE.withRequired(Set.of(Kind.AREA, Kind.CATEGORY, Kind.TEXT))))
                .isEqualTo(new Blocking(false, Set.of(both), false));
        assertThat(Blocking.of(RULE.withRequired(Set.of(Kind.REQUESTER))))
                .isEqualTo(new Blocking(true, Set.of(), false));
        assertThat(Blocking.of(RULE.withThreshold(450))).isEqualTo(new Blocking(false, Set.of(), true));
        assertThat(Blocking.of(RULE.withThreshold(1000))).isEqualTo(new Blocking(true, Set.of(), false));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable made, String because) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageContaining(because);
    }
}
