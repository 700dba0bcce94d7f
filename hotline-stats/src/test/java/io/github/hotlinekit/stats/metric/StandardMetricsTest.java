package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.language.Label;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each metric of the catalogue says of outcomes that differ in one thing from that of an open case. */
class StandardMetricsTest {

    private static final CaseOutcome OPEN = CaseOutcome.builder()
            .kind(CaseKind.HELP)
            .state(CaseState.HANDLING)
            .addTraits(
                    Trait.DISPATCHED,
                    Trait.REQUESTER_KNOWN,
                    Trait.REPEATED_JUDGED,
                    Trait.RAISED_AGAIN_JUDGED,
                    Trait.CHRONIC_JUDGED)
            .build();

    private static List<String> said(CaseOutcome outcome) {
        CaseFact fact = CaseFact.builder()
                .number(CaseNumber.of("T1"))
                .received(Instant.EPOCH)
                .channel(Channel.PHONE)
                .outcome(outcome)
                .build();
        List<String> said = new ArrayList<>();
        for (Metric metric : Metric.catalogue()) {
            int found = metric.classify(fact);
            String word = found == Metric.HIT ? "hit" : found == Metric.MISS ? "miss" : null;
            said.add(metric.id() + " "
                    + (word == null ? metric.exclusions().get(found).id() : word));
        }
        return said;
    }

    /** What is said of it and is not said of the open case. */
    private static List<String> changed(CaseOutcome outcome) {
        List<String> changed = said(outcome);
        changed.removeAll(said(OPEN));
        return changed;
    }

    private static CaseOutcome with(Trait... more) {
        Set<Trait> traits = EnumSet.copyOf(OPEN.traits());
        traits.addAll(List.of(more));
        return OPEN.withTraits(traits);
    }

    private static CaseOutcome without(Trait... some) {
        Set<Trait> traits = EnumSet.copyOf(OPEN.traits());
        traits.removeAll(List.of(some));
        return OPEN.withTraits(traits);
    }

    private static CaseOutcome answered(Resolution resolution, Satisfaction satisfaction) {
        return OPEN.withCallback(CallbackOutcome.ANSWERED)
                .withResolution(Optional.of(resolution))
                .withSatisfaction(Optional.of(satisfaction));
    }

    @Test
    void of_an_open_case_that_nothing_happened_to() {
        assertThat(said(OPEN))
                .containsExactly(
                        "completion miss",
                        "onTime noTarget",
                        "promiseKept noTarget",
                        "signedOnTime noTarget",
                        "directAnswer miss",
                        "callbackCoverage notAsked",
                        "resolution notAsked",
                        "satisfaction notAsked",
                        "reopened notAsked",
                        "response miss",
                        "contactedOnTime noTarget",
                        "returned miss",
                        "dispatchAccuracy miss",
                        "firstContactResolution miss",
                        "repeated miss",
                        "chronic miss",
                        "extended miss",
                        "suspended miss",
                        "urged miss",
                        "supervised miss",
                        "overdueOpen noTarget",
                        "justBeforeDue notOnTime",
                        "reopenedAfterClosing neverClosed",
                        "suspendedLong miss",
                        "reworked miss");
        assertThat(Metric.standard()).isEqualTo(Metric.catalogue().subList(0, 9));
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNED, returned hit",
        "EXTENDED, extended hit",
        "SUSPENDED, suspended hit",
        "SUSPENDED_LONG, suspendedLong hit",
        "REOPENED_AFTER_CLOSING, reopenedAfterClosing hit",
        "REWORKED, reworked hit",
        "URGED, urged hit",
        "SUPERVISED, supervised hit",
        "CONTACTED, response hit",
        "FIRST_LEAD_KEPT, dispatchAccuracy hit",
        "REPEATED, repeated hit",
        "CHRONIC, chronic hit"
    })
    void what_is_so_of_a_case_makes_it_a_hit_of_its_own_metric(Trait trait, String expected) {
        assertThat(changed(with(trait))).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trait.class,
            names = {"JUST_BEFORE_DUE", "REOPENED", "RAISED_AGAIN", "IMPLAUSIBLE"})
    void what_counts_with_something_else_only_does_not_count_alone(Trait trait) {
        assertThat(changed(with(trait))).isEmpty();
    }

    @Test
    void what_no_department_had_is_in_no_rate_of_departments() {
        String[] ofDepartments = {
            "response",
            "returned",
            "dispatchAccuracy",
            "extended",
            "suspended",
            "urged",
            "supervised",
            "suspendedLong",
            "reworked"
        };
        assertThat(changed(without(Trait.DISPATCHED))).containsExactlyElementsOf(ids(ofDepartments, "notDispatched"));
        Set<Step> withoutDispatch = EnumSet.complementOf(EnumSet.of(Step.DISPATCH));
        assertThat(changed(OPEN.withRecorded(withoutDispatch)))
                .containsExactlyElementsOf(ids(ofDepartments, "notRecorded"));
    }

    private static List<String> ids(String[] ids, String word) {
        List<String> said = new ArrayList<>();
        for (String id : ids) {
            said.add(id + " " + word);
        }
        return said;
    }

    @Test
    void of_who_is_not_known_nothing_is_told_of_repetition() {
        assertThat(changed(without(Trait.REQUESTER_KNOWN)))
                .containsExactly("firstContactResolution requesterUnknown", "repeated requesterUnknown");
    }

    @ParameterizedTest
    @CsvSource({
        "REPEATED_JUDGED, repeated, 未判定是否重复诉求, not judged whether repeated",
        "RAISED_AGAIN_JUDGED, firstContactResolution, 未判定是否再次反映, not judged whether raised again",
        "CHRONIC_JUDGED, chronic, 未判定是否属反映多次的难题, not judged whether chronic"
    })
    void where_nobody_looked_the_rate_of_it_and_no_other_says_that_nobody_did(
            Trait judgement, String metric, String zh, String en) {
        assertThat(changed(without(judgement))).containsExactly(metric + " notJudged");
        assertThat(Metric.catalogue())
                .filteredOn(m -> m.id().equals(metric))
                .flatExtracting(Metric::exclusions)
                .filteredOn(e -> e.id().equals("notJudged"))
                .extracting(Exclusion::name)
                .containsExactly(Label.of(zh, en));
    }

    @Test
    void what_was_judged_is_told_while_something_else_is_not_yet() {
        Set<Trait> young = EnumSet.of(Trait.DISPATCHED, Trait.REQUESTER_KNOWN, Trait.REPEATED_JUDGED, Trait.REPEATED);
        assertThat(changed(OPEN.withTraits(young).withAnsweredAtDesk(true)))
                .contains("repeated hit", "firstContactResolution notJudged", "chronic notJudged", "directAnswer hit");
        Set<Trait> ofOld =
                EnumSet.of(Trait.DISPATCHED, Trait.REQUESTER_KNOWN, Trait.RAISED_AGAIN_JUDGED, Trait.RAISED_AGAIN);
        assertThat(changed(OPEN.withTraits(ofOld))).containsExactly("repeated notJudged", "chronic notJudged");
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_CONTACT, response",
        "RETURN, returned dispatchAccuracy",
        "EXTENSION, extended",
        "SUSPENSION, suspended suspendedLong",
        "URGING, urged",
        "SUPERVISION, supervised",
        "REVIEW, reworked",
        "REOPENING, reopened reopenedAfterClosing",
        "SIGN_FOR, ",
        "REPLY, "
    })
    void what_a_source_does_not_record_is_no_rate_of_zero(Step step, @Nullable String metrics) {
        CaseOutcome outcome = OPEN.withRecorded(EnumSet.complementOf(EnumSet.of(step)));
        String[] expected = metrics == null ? new String[0] : metrics.split(" ", -1);
        assertThat(changed(outcome)).containsExactlyElementsOf(ids(expected, "notRecorded"));
    }

    @Test
    void a_source_that_does_not_record_answers_at_the_desk_is_left_out_of_their_rates() {
        assertThat(changed(OPEN.withRecorded(EnumSet.complementOf(EnumSet.of(Step.ANSWER_AT_DESK)))))
                .containsExactly("directAnswer notRecorded", "firstContactResolution notRecorded");
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseState.class,
            names = {"CLOSED", "ARCHIVED"})
    void a_closed_case_is_complete_and_no_longer_open(CaseState state) {
        assertThat(changed(OPEN.withState(state)))
                .containsExactly("completion hit", "overdueOpen done", "reopenedAfterClosing miss");
    }

    @Test
    void an_answer_at_the_desk_resolves_at_first_contact_unless_the_same_is_raised_again() {
        assertThat(changed(OPEN.withAnsweredAtDesk(true)))
                .containsExactly(
                        "directAnswer hit",
                        "callbackCoverage answeredAtDesk",
                        "resolution answeredAtDesk",
                        "satisfaction answeredAtDesk",
                        "reopened answeredAtDesk",
                        "firstContactResolution hit");
        assertThat(changed(with(Trait.RAISED_AGAIN).withAnsweredAtDesk(true)))
                .contains("directAnswer hit")
                .doesNotContain("firstContactResolution hit");
    }

    @Test
    void verdicts_are_counted_by_the_rates_of_their_own_targets() {
        assertThat(changed(OPEN.withComplete(Verdict.ON_TIME)))
                .containsExactly("onTime hit", "overdueOpen miss", "justBeforeDue miss");
        assertThat(changed(with(Trait.JUST_BEFORE_DUE).withComplete(Verdict.ON_TIME)))
                .containsExactly("onTime hit", "overdueOpen miss", "justBeforeDue hit");
        assertThat(changed(OPEN.withComplete(Verdict.LATE))).containsExactly("onTime miss", "overdueOpen hit");
        assertThat(changed(OPEN.withPromise(Verdict.ON_TIME))).containsExactly("promiseKept hit");
        assertThat(changed(OPEN.withPromise(Verdict.LATE))).containsExactly("promiseKept miss");
        assertThat(changed(OPEN.withSignFor(Verdict.ON_TIME))).containsExactly("signedOnTime hit");
        assertThat(changed(OPEN.withSignFor(Verdict.LATE))).containsExactly("signedOnTime miss");
        assertThat(changed(OPEN.withFirstContact(Verdict.ON_TIME))).containsExactly("contactedOnTime hit");
        assertThat(changed(OPEN.withFirstContact(Verdict.LATE))).containsExactly("contactedOnTime miss");
        assertThat(changed(OPEN.withFirstContact(Verdict.PENDING)))
                .containsExactly("response notYetDue", "contactedOnTime notYetDue");
        assertThat(changed(with(Trait.CONTACTED).withFirstContact(Verdict.PENDING)))
                .containsExactly("response hit", "contactedOnTime notYetDue");
    }

    @ParameterizedTest
    @CsvSource({"PENDING, notYetDue, miss", "CANCELLED, cancelled, miss", "NOT_RECORDED, notRecorded, notRecorded"})
    void what_has_no_verdict_yet_or_none_any_more_is_left_out(Verdict verdict, String reason, String overdue) {
        CaseOutcome outcome = OPEN.withComplete(verdict).withPromise(verdict).withSignFor(verdict);
        assertThat(changed(outcome))
                .containsExactly(
                        "onTime " + reason,
                        "promiseKept " + reason,
                        "signedOnTime " + reason,
                        "overdueOpen " + overdue);
    }

    @Test
    void answers_of_a_callback_are_counted_and_silence_is_not() {
        assertThat(changed(OPEN.withCallback(CallbackOutcome.ANSWERED)))
                .containsExactly("callbackCoverage hit", "resolution noView", "satisfaction noGrade", "reopened miss");
        assertThat(changed(answered(Resolution.YES, Satisfaction.VERY_SATISFIED)))
                .containsExactly("callbackCoverage hit", "resolution hit", "satisfaction hit", "reopened miss");
        assertThat(changed(answered(Resolution.PARTLY, Satisfaction.FAIR)))
                .containsExactly("callbackCoverage hit", "resolution miss", "satisfaction miss", "reopened miss");
        assertThat(changed(answered(Resolution.UNREASONABLE, Satisfaction.SATISFIED)))
                .containsExactly(
                        "callbackCoverage hit", "resolution unreasonable", "satisfaction hit", "reopened miss");
        assertThat(changed(answered(Resolution.NO_VIEW, Satisfaction.VERY_DISSATISFIED)))
                .containsExactly("callbackCoverage hit", "resolution noView", "satisfaction miss", "reopened miss");
        assertThat(changed(with(Trait.REOPENED).withCallback(CallbackOutcome.REFUSED)))
                .containsExactly("callbackCoverage miss", "resolution refused", "satisfaction refused", "reopened hit");
        assertThat(changed(OPEN.withCallback(CallbackOutcome.UNREACHABLE)))
                .containsExactly(
                        "callbackCoverage miss", "resolution unreachable", "satisfaction unreachable", "reopened miss");
        assertThat(changed(OPEN.withCallback(CallbackOutcome.NOT_RECORDED)))
                .containsExactly(
                        "callbackCoverage notRecorded",
                        "resolution notRecorded",
                        "satisfaction notRecorded",
                        "reopened notRecorded");
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void what_ended_without_handling_is_left_out_of_all_but_the_sources_promise(Ending ending) {
        CaseOutcome ended = answered(Resolution.YES, Satisfaction.SATISFIED)
                .withComplete(Verdict.LATE)
                .withPromise(Verdict.ON_TIME)
                .withRecorded(Set.of());
        // State and ending go together.
        CaseOutcome outcome = CaseOutcome.unpack(CaseOutcome.builder()
                .kind(ended.kind())
                .state(CaseState.ENDED)
                .ending(Optional.of(ending))
                .build()
                .withComplete(ended.complete())
                .withPromise(ended.promise())
                .withCallback(ended.callback())
                .withResolution(ended.resolution())
                .withSatisfaction(ended.satisfaction())
                .withRecorded(ended.recorded())
                .pack());
        Set<String> words = new HashSet<>();
        for (String said : said(outcome)) {
            if (said.startsWith("promiseKept ")) {
                assertThat(said).isEqualTo("promiseKept hit");
            } else {
                words.add(said.substring(said.indexOf(' ') + 1));
            }
        }
        assertThat(words).containsExactly(ending.code());
    }

    @Test
    void the_words_of_a_satisfaction_rate_name_the_grades_that_were_chosen() {
        Metric standard = Metric.satisfaction(EnumSet.of(Satisfaction.SATISFIED, Satisfaction.VERY_SATISFIED));
        assertThat(standard.numerator())
                .isEqualTo(Label.of("评价满意或非常满意的工单", "cases graded satisfied or very satisfied"));
        assertThat(standard.denominator())
                .isEqualTo(Label.of("有评价的工单（基本满意不计为满意）", "cases graded; fairly satisfied is not counted as satisfied"));
        Metric wide = Metric.satisfaction(EnumSet.of(Satisfaction.SATISFIED, Satisfaction.FAIR));
        Label one = Satisfaction.SATISFIED.label();
        Label other = Satisfaction.FAIR.label();
        assertThat(wide.numerator())
                .isEqualTo(Label.of(
                        "评价为" + one.zh() + "、" + other.zh() + "的工单", "cases graded " + one.en() + ", " + other.en()));
        assertThat(wide.denominator()).isEqualTo(Label.of("有评价的工单", "cases graded"));
        assertThat(wide.id()).isEqualTo("satisfaction-satisfied-fair");
    }
}
