package io.github.hotlinekit.core.duplicates;

import static io.github.hotlinekit.core.duplicates.Hotline.REQUEST;
import static io.github.hotlinekit.core.duplicates.Hotline.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Requester.Disclosure;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.Kind;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.SameArea;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.SameCategory;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.SameRequester;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.SimilarText;
import io.github.hotlinekit.core.duplicates.DuplicateEvidence.Within;
import io.github.hotlinekit.core.duplicates.Hotline.Demand;
import io.github.hotlinekit.core.privacy.AuditEntry;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DuplicateIndexTest {

    private static final String NOISE = "永宁煤炭场噪音扰民";
    private static final String NIGHT_NOISE = "永宁煤炭场夜间噪音扰民";
    private static final DuplicateRule RULE = DuplicateRule.STANDARD;
    /** Whatever comes in within a day. */
    private static final DuplicateRule BY_TIME =
            RULE.withWindow(Duration.ofDays(1)).withThreshold(0);

    private static DuplicateIndex index(DuplicateRule rule, Case... cases) {
        return DuplicateIndex.of(rule, List.of(cases), REQUEST);
    }

    private static List<DuplicateCandidate> candidates(DuplicateRule rule, Demand subject, Demand other) {
        return index(rule, other.open()).search(subject.open(), REQUEST).candidates();
    }

    private static List<String> found(DuplicateIndex index, Case subject) {
        return index.search(subject, REQUEST).candidates().stream()
                .map(c -> c.number().value())
                .toList();
    }

    @Test
    void two_citizens_of_one_town_complain_of_one_noise() {
        Demand first = Demand.of("1", NOISE).in("350581101001", "03.02.05");
        Demand second = Demand.of("2", NIGHT_NOISE)
                .in("350581101002", "03.02.05")
                .at(START.plus(Duration.ofHours(26).plusMinutes(5)));
        assertThat(candidates(RULE, second, first))
                .containsExactly(new DuplicateCandidate(
                        CaseNumber.of("1"),
                        200 + 150 + 84 + 158, // the time 100 * (168 h - 26 h 5 min) / 168 h, the text 350 * 0.454
                        List.of(
                                new SameArea(AreaCode.of("350581101")),
                                new SameCategory(CategoryCode.of("03.02")),
                                new Within(Duration.ofMinutes(26 * 60 + 5)),
                                new SimilarText(454, 5))));
        assertThat(candidates(RULE, Demand.of("2", "路灯不亮"), first)).isEmpty();
    }

    @Test
    void evidence_reads_in_both_languages_and_names_nobody() {
        Demand first = Demand.of("1", NOISE).by(Disclosure.OPEN, "13800001111", "");
        Demand second = Demand.of("2", NIGHT_NOISE)
                .by(Disclosure.OPEN, "+86 138 0000 1111", "")
                .at(START.plus(Duration.ofHours(50).plusMinutes(1)));
        List<DuplicateEvidence> evidence =
                candidates(RULE, second, first).get(0).evidence();
        assertThat(evidence)
                .extracting(e -> e.sentence().zh())
                .containsExactly("诉求人的电话相同", "同在区域350581101", "同属事项03.02", "受理时间相距2天2小时1分钟", "文字相似度45.4%（相同的三字片段5个）");
        assertThat(evidence)
                .extracting(e -> e.sentence().en())
                .containsExactly(
                        "the requesters have the same phone number",
                        "both are of area 350581101",
                        "both are of category 03.02",
                        "received 2 d 2 h 1 min apart",
                        "the texts are alike to 45.4 % (shared pieces of three characters: 5)");
        assertThat(evidence.toString()).doesNotContain("138", "1111", "煤炭");
        assertThat(new Within(Duration.ofSeconds(59)).sentence().en()).isEqualTo("received less than a minute apart");
        assertThat(Stream.of(Kind.values()).map(k -> k.label().zh())).containsExactly("诉求人", "区域", "事项", "时间", "文字");
    }

    @Test
    void the_window_has_both_ends_in_it() {
        Duration day = Duration.ofDays(1);
        for (Duration apart : List.of(day, day.negated())) {
            Demand other = Demand.of("2", "").at(START.plus(apart));
            assertThat(candidates(BY_TIME, Demand.of("1", ""), other)).hasSize(1);
            Demand later = Demand.of("2", "").at(START.plus(apart).plusNanos(apart.isNegative() ? -1 : 1));
            assertThat(candidates(BY_TIME, Demand.of("1", ""), later)).isEmpty();
        }
        DuplicateRule timeAlone = BY_TIME.withWeights(new DuplicateRule.Weights(0, 0, 0, 1000, 0));
        assertThat(candidates(timeAlone, Demand.of("1", ""), Demand.of("2", "").at(START.plus(day))))
                .extracting(DuplicateCandidate::score)
                .containsExactly(0);
        assertThat(candidates(timeAlone, Demand.of("1", ""), Demand.of("2", "")))
                .extracting(DuplicateCandidate::score)
                .containsExactly(1000);
    }

    @Test
    void a_closed_case_is_a_candidate_until_the_window_is_over() {
        Instant closed = START.minus(Duration.ofHours(5));
        Demand demand = Demand.of("1", "").at(closed);
        Case other = Hotline.answered(demand.open(), closed);
        Case subject = Demand.of("2", "").at(closed).open();
        for (int nanos = 0; nanos < 2; nanos++) {
            RevealRequest then = RevealRequest.of(
                    RevealPurpose.MATCH, "p1", closed.plus(BY_TIME.window()).plusNanos(nanos));
            assertThat(DuplicateIndex.of(BY_TIME, List.of(other), then).numbers())
                    .isEqualTo(nanos == 0 ? List.of(CaseNumber.of("1")) : List.of());
        }
        assertThat(found(index(BY_TIME, other), subject)).containsExactly("1");
        assertThat(found(index(BY_TIME, Hotline.withdrawn(demand.open(), closed)), subject))
                .isEmpty();
    }

    @Test
    void a_follower_leads_to_its_master() {
        Case master = Demand.of("M", "路灯不亮").open();
        Case follower = Demand.of("F", NOISE).open();
        MergeDecision.Accepted merged = (MergeDecision.Accepted)
                Merging.merge(Hotline.LIFECYCLE, follower, List.of(), master, Hotline.WORDS, Hotline.dispatcher(START));
        Case masterNow = merged.find(master.number()).orElseThrow();
        Case followerNow = merged.find(follower.number()).orElseThrow();
        Case subject = Demand.of("S", NOISE).open();
        DuplicateIndex index = index(RULE, masterNow, followerNow, subject);
        assertThat(index.numbers()).containsExactly(CaseNumber.of("M"), CaseNumber.of("S"));
        assertThat(found(index, subject)).containsExactly("M");
        assertThat(index.candidates(CaseNumber.of("M")))
                .extracting(DuplicateCandidate::number)
                .containsExactly(CaseNumber.of("S"));
        assertThat(found(index, masterNow)).containsExactly("S");
        assertThat(found(index, followerNow)).containsExactly("S"); // neither itself nor its master
        assertThat(found(index(RULE, followerNow), subject)).isEmpty(); // its master was not given
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.candidates(CaseNumber.of("F")))
                .withMessageContaining("F");
    }

    @Test
    void a_confidential_case_is_a_candidate_of_confidential_ones_alone() {
        Demand open = Demand.of("1", NOISE);
        Demand confidential = Demand.of("2", NOISE).by(Disclosure.CONFIDENTIAL, "", "");
        Demand report = Demand.of("3", NOISE).as(CaseKind.REPORT);
        DuplicateIndex index = index(RULE, open.open(), confidential.open(), report.open());
        assertThat(index.candidates(CaseNumber.of("1"))).isEmpty();
        assertThat(found(index, confidential.open())).containsExactly("3");
        assertThat(found(index, report.open())).containsExactly("2");
    }

    @Test
    void followers_in_the_index_do_not_speak_for_a_master_that_has_become_confidential() {
        Case master = Demand.of("M", "路灯不亮").open();
        MergeDecision.Accepted merged = (MergeDecision.Accepted) Merging.merge(
                Hotline.LIFECYCLE,
                Demand.of("F", NOISE).open(),
                List.of(),
                master,
                Hotline.WORDS,
                Hotline.dispatcher(START));
        Case other = Demand.of("S", NOISE).open();
        DuplicateIndex index = index(
                RULE,
                merged.find(CaseNumber.of("M")).orElseThrow(),
                merged.find(CaseNumber.of("F")).orElseThrow(),
                other);
        assertThat(index.candidates(CaseNumber.of("M"))).hasSize(1);
        Case report = Demand.of("M", "路灯不亮").as(CaseKind.REPORT).open();
        assertThat(index.search(report, REQUEST).candidates()).isEmpty();
    }

    @Test
    void an_anonymous_caller_is_the_same_only_as_another_anonymous_one() {
        String phone = "13800001111";
        DuplicateRule same = RULE.withRequired(Set.of(Kind.REQUESTER)).withThreshold(0);
        Demand anonymous = Demand.of("1", "").by(Disclosure.ANONYMOUS, phone, "");
        Demand named = Demand.of("2", "").by(Disclosure.OPEN, phone, "");
        Demand again = Demand.of("3", "").by(Disclosure.ANONYMOUS, "138-0000-1111", "");
        assertThat(candidates(same, anonymous, named)).isEmpty();
        assertThat(candidates(same, anonymous, again)).hasSize(1);
        assertThat(candidates(
                        same,
                        Demand.of("4", "").by(Disclosure.ANONYMOUS, "", ""),
                        Demand.of("5", "").by(Disclosure.ANONYMOUS, "", "")))
                .isEmpty();
    }

    @Test
    void an_identity_number_tells_more_than_a_telephone_number() {
        DuplicateRule same = RULE.withRequired(Set.of(Kind.REQUESTER)).withThreshold(0);
        Demand one = Demand.of("1", "").by(Disclosure.OPEN, "13800001111", "35058119900101001x");
        Demand other = Demand.of("2", "").by(Disclosure.OPEN, "13800001111", "35058119900101001X");
        Demand moved = Demand.of("3", "").by(Disclosure.OPEN, "13900002222", "35058119900101001X");
        Demand family = Demand.of("4", "").by(Disclosure.OPEN, "13800001111", "350581199202020022");
        assertThat(candidates(same, one, other).get(0).evidence()).contains(new SameRequester(PersonalField.ID_NUMBER));
        assertThat(candidates(same, one, moved).get(0).evidence()).contains(new SameRequester(PersonalField.ID_NUMBER));
        assertThat(candidates(same, one, family).get(0).evidence()).contains(new SameRequester(PersonalField.PHONE));
    }

    @Test
    void indispensable_evidence_is_there_or_there_is_no_candidate() {
        Demand one = Demand.of("1", NOISE);
        Demand other = Demand.of("2", NOISE).in("", "03.02");
        assertThat(candidates(RULE, one, other)).hasSize(1);
        assertThat(candidates(RULE.withRequired(Set.of(Kind.AREA)), one, other)).isEmpty();
        assertThat(candidates(RULE.withRequired(Set.of(Kind.TIME, Kind.TEXT)), one, other))
                .hasSize(1);
    }

    @Test
    void areas_and_categories_are_compared_as_deep_as_the_rule_says() {
        DuplicateRule area = BY_TIME.withRequired(Set.of(Kind.AREA));
        Demand village = Demand.of("1", "").in("350581101001", "");
        Demand next = Demand.of("2", "").in("350581101002", "");
        Demand town = Demand.of("3", "").in("350581101", "");
        assertThat(candidates(area.withAreaDepth(9), village, next)).hasSize(1);
        assertThat(candidates(area.withAreaDepth(9), village, town)).hasSize(1);
        assertThat(candidates(area.withAreaDepth(12), village, next)).isEmpty();
        assertThat(candidates(area.withAreaDepth(12), village, town)).isEmpty();
        DuplicateRule category = BY_TIME.withRequired(Set.of(Kind.CATEGORY));
        Demand third = Demand.of("1", "").in("", "03.02.05");
        Demand other = Demand.of("2", "").in("", "03.02.06");
        Demand second = Demand.of("3", "").in("", "03.02");
        assertThat(candidates(category.withCategoryDepth(2), third, other)).hasSize(1);
        assertThat(candidates(category.withCategoryDepth(2), third, second)).hasSize(1);
        assertThat(candidates(category.withCategoryDepth(3), third, other)).isEmpty();
        assertThat(candidates(category.withCategoryDepth(3), third, second)).isEmpty();
    }

    @Test
    void the_least_similarity_and_the_threshold_are_in() {
        DuplicateRule text = BY_TIME.withRequired(Set.of(Kind.TEXT));
        Demand one = Demand.of("1", NOISE);
        Demand other = Demand.of("2", NIGHT_NOISE);
        assertThat(candidates(text.withMinimumText(454), one, other)).hasSize(1);
        assertThat(candidates(text.withMinimumText(455), one, other)).isEmpty();
        int score = candidates(RULE, one, other).get(0).score();
        assertThat(candidates(RULE.withThreshold(score), one, other)).hasSize(1);
        assertThat(candidates(RULE.withThreshold(score + 1), one, other)).isEmpty();
        int same = candidates(RULE, one, Demand.of("2", NOISE)).get(0).score();
        assertThat(same).isEqualTo(200 + 150 + 100 + 350);
        assertThat(candidates(RULE.withThreshold(same), one, Demand.of("2", NOISE)))
                .hasSize(1);
        assertThat(candidates(RULE.withThreshold(same + 1), one, Demand.of("2", NOISE)))
                .isEmpty();
    }

    @Test
    void what_is_revealed_is_audited() {
        Case one = Demand.of("1", NOISE).titled("噪音").open();
        Case blank = Demand.of("2", " ").open();
        DuplicateIndex index = index(RULE, one, blank);
        AuditEntry two = new AuditEntry(RevealPurpose.MATCH, "night-run", START, Set.of(PersonalField.TEXT), 2);
        assertThat(index.audit()).contains(two);
        assertThat(index.rule()).isEqualTo(RULE);
        assertThat(index.search(one, REQUEST).audit()).contains(two);
        assertThat(index.search(blank, REQUEST).audit()).isEqualTo(Optional.empty());
    }

    @Test
    void what_cannot_be_is_refused() {
        Case one = Demand.of("1", NOISE).open();
        RevealRequest other = RevealRequest.of(RevealPurpose.HANDLE_CASE, "p1", START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DuplicateIndex.of(RULE, List.of(one), other))
                .withMessage("purpose must be MATCH, but was HANDLE_CASE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index(RULE).search(one, other))
                .withMessageContaining("MATCH");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index(RULE, one, one))
                .withMessage("cases must have different numbers, but two were 1");
    }
}
