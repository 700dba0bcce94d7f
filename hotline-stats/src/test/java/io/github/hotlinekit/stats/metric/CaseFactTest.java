package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.calendar.WorkingHours;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFactTest {

    private static final Instant RECEIVED = Instant.parse("2026-09-18T02:00:00.9Z");
    private static final Instant AS_OF = Instant.parse("2026-10-01T00:00:00Z");

    private static CaseFact.Builder fact() {
        return CaseFact.builder()
                .number(CaseNumber.of("T1"))
                .received(RECEIVED)
                .channel(Channel.PHONE)
                .outcome(CaseOutcome.builder()
                        .kind(CaseKind.HELP)
                        .state(CaseState.HANDLING)
                        .build());
    }

    @Provide
    Arbitrary<CaseFact> facts() {
        return Facts.facts();
    }

    @Property
    void a_fact_is_what_its_parts_say_and_a_copy_is_equal(@ForAll("facts") CaseFact fact) {
        CaseFact copy = fact.toBuilder().build();
        assertThat(copy).isEqualTo(fact).hasSameHashCodeAs(fact);
        assertThat(fact.kind()).isEqualTo(fact.outcome().kind());
        for (TimeBasis basis : TimeBasis.values()) {
            assertThat(fact.at(basis).isPresent()).isEqualTo(fact.hasInstant(basis));
        }
        for (Phase phase : Phase.values()) {
            assertThat(fact.minutes(phase).isPresent()).isEqualTo(fact.coded(phase) >= 0);
        }
    }

    @Property
    void a_builder_that_is_cleared_is_as_a_new_one(@ForAll("facts") CaseFact before, @ForAll("facts") CaseFact fact) {
        CaseFact.Builder cleared = before.toBuilder().clear();
        assertThatIllegalArgumentException().isThrownBy(cleared::build).withMessageContaining("NUMBER");
        cleared.number(fact.number()).received(fact.received()).channel(fact.channel());
        assertThatIllegalArgumentException().isThrownBy(cleared::build).withMessageContaining("OUTCOME");
        CaseFact anew = CaseFact.builder()
                .number(fact.number())
                .received(fact.received())
                .channel(fact.channel())
                .outcome(fact.outcome())
                .build();
        assertThat(cleared.outcomeOf(fact).build()).isEqualTo(anew);
    }

    @Property
    void facts_of_different_outcomes_have_different_codes(
            @ForAll("facts") CaseFact one, @ForAll("facts") CaseFact other) {
        assertThat(one.outcomeCode() == other.outcomeCode())
                .isEqualTo(one.outcome().equals(other.outcome()));
    }

    @Property
    void the_hash_is_murmur3_of_number_and_revision(
            @ForAll("facts") CaseFact fact, @ForAll @IntRange(min = 1, max = 60) int length) {
        String number =
                (fact.number().value() + "单".repeat(60)).substring(0, length).strip();
        CaseFact named = fact.toBuilder()
                .number(CaseNumber.of(number.isEmpty() ? "N" : number))
                .build();
        byte[] bytes = named.number().value().getBytes(StandardCharsets.UTF_8);
        assertThat(new long[] {named.hashHigh(), named.hashLow()})
                .containsExactly(MurmurHash3.hash128x64(bytes, 0, bytes.length, named.revision()));
    }

    @Test
    void instants_are_kept_to_the_second_and_what_is_missing_is_told() {
        CaseFact fact = fact().build();
        assertThat(fact.received()).isEqualTo(Instant.parse("2026-09-18T02:00:00Z"));
        assertThat(fact.due()).isEmpty();
        assertThat(fact.minutes(Phase.TO_REPLY)).isEmpty();
        assertThat(fact).hasToString("CaseFact T1 HELP received 2026-09-18T02:00:00Z HANDLING");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseFact.builder().build())
                .withMessageContaining("NUMBER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fact().took(Phase.TO_REPLY, -1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fact().running(Phase.TO_REPLY, CaseFact.MAX_MINUTES + 1))
                .withMessageContaining(String.valueOf(CaseFact.MAX_MINUTES + 1));
        CaseFact longest = fact().running(Phase.TO_REPLY, CaseFact.MAX_MINUTES)
                .took(Phase.TO_SIGN_FOR, CaseFact.MAX_MINUTES)
                .build();
        assertThat(longest.minutes(Phase.TO_REPLY)).hasValue(CaseFact.MAX_MINUTES);
        assertThat(longest.isRunning(Phase.TO_REPLY)).isTrue();
        assertThat(longest.minutes(Phase.TO_SIGN_FOR)).hasValue(CaseFact.MAX_MINUTES);
        assertThat(longest.isRunning(Phase.TO_SIGN_FOR)).isFalse();
    }

    @Test
    void instants_are_within_100_million_years_of_1970() {
        Instant last = Instant.ofEpochSecond(100_000_000L * 31_556_952L, 999_999_999);
        Instant first = Instant.ofEpochSecond(-100_000_000L * 31_556_952L);
        CaseFact fact = fact().received(first).due(last).build();
        assertThat(fact.received()).isEqualTo(first);
        assertThat(fact.due()).contains(last.truncatedTo(ChronoUnit.SECONDS));
        for (Instant far : List.of(last.plusNanos(1), first.minusNanos(1), Instant.MAX, Instant.MIN)) {
            for (UnaryOperator<CaseFact.Builder> set : List.<UnaryOperator<CaseFact.Builder>>of(
                    b -> b.received(far), b -> b.due(far), b -> b.completed(far), b -> b.calledBack(far))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> set.apply(fact()))
                        .withMessageContaining("100 million years")
                        .withMessageContaining(far.toString());
            }
        }
    }

    @Property
    void a_code_is_what_its_field_holds(@ForAll("facts") CaseFact fact) {
        assertThat(fact.code(FactField.CHANNEL)).isEqualTo(fact.channel());
        assertThat(fact.code(FactField.PRIORITY)).isEqualTo(fact.priority());
        assertThat(fact.code(FactField.REQUESTER_TYPE)).isEqualTo(fact.requesterType());
        assertThat(fact.code(FactField.CATEGORY)).isEqualTo(fact.category().orElse(null));
        assertThat(fact.code(FactField.AREA)).isEqualTo(fact.area().orElse(null));
        assertThat(fact.code(FactField.LEAD)).isEqualTo(fact.lead().orElse(null));
        assertThat(fact.code(FactField.RESPONDENT)).isEqualTo(fact.respondent().orElse(null));
        assertThat(fact.code(FactField.ATTRIBUTION))
                .isEqualTo(fact.attribution().orElse(null));
        for (FactField other : List.of(FactField.NUMBER, FactField.ASSISTING, FactField.OUTCOME, FactField.DUE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fact.code(other))
                    .withMessageContaining(other.name());
        }
    }

    @Test
    void departments_that_assist_stand_once_each_in_order() {
        CaseFact fact = fact().assisting(
                        List.of(DepartmentCode.of("B"), DepartmentCode.of("A"), DepartmentCode.of("B")))
                .build();
        assertThat(fact.assisting()).extracting(DepartmentCode::value).containsExactly("A", "B");
        assertThat(fact.with(Trait.URGED).outcome().traits()).containsExactly(Trait.URGED);
    }

    @ParameterizedTest
    @CsvSource({"REPEATED, REPEATED_JUDGED", "RAISED_AGAIN, RAISED_AGAIN_JUDGED", "CHRONIC, CHRONIC_JUDGED"})
    void nothing_is_said_of_what_was_not_judged(Trait trait, Trait judgement) {
        CaseFact fact = fact().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fact.with(trait))
                .withMessage("traits must have " + judgement + " where they have " + trait
                        + ", since a rate of them counts only cases that were judged, but were [" + trait + "]");
        assertThat(fact.with(judgement).with(trait).outcome().traits()).containsExactlyInAnyOrder(judgement, trait);
        CaseOutcome judgedOtherwise = fact.outcome().withTraits(EnumSet.complementOf(EnumSet.of(trait)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judgedOtherwise.withTraits(EnumSet.complementOf(EnumSet.of(judgement))))
                .withMessageStartingWith("traits must have " + judgement + " where they have " + trait + ", since ");
    }

    @Test
    void all_that_was_not_judged_is_told_at_once() {
        CaseOutcome outcome = fact().build().outcome();
        Set<Trait> traits =
                EnumSet.of(Trait.CHRONIC, Trait.RAISED_AGAIN, Trait.RAISED_AGAIN_JUDGED, Trait.REPEATED, Trait.URGED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome.withTraits(traits))
                .withMessage(
                        "traits must have REPEATED_JUDGED where they have REPEATED and CHRONIC_JUDGED where they have"
                                + " CHRONIC, since a rate of them counts only cases that were judged, but were"
                                + " [URGED, REPEATED, RAISED_AGAIN_JUDGED, RAISED_AGAIN, CHRONIC]");
    }

    @Test
    void what_cannot_be_so_is_found() {
        FactCheck check = FactCheck.of(AS_OF);
        assertThat(check.faults(fact().build())).isEmpty();
        Instant before = RECEIVED.minusSeconds(60);
        Map<FactFault, CaseFact> faulty = Map.of(
                FactFault.RECEIVED_IN_FUTURE,
                fact().received(AS_OF.plusSeconds(1)).build(),
                FactFault.COMPLETED_IN_FUTURE,
                fact().completed(AS_OF.plusSeconds(1))
                        .lead(DepartmentCode.of("D"))
                        .build(),
                FactFault.COMPLETED_BEFORE_RECEIVED,
                fact().completed(before).lead(DepartmentCode.of("D")).build(),
                FactFault.DUE_BEFORE_RECEIVED,
                fact().due(before).build(),
                FactFault.CALLED_BACK_BEFORE_RECEIVED,
                fact().calledBack(before).build(),
                FactFault.NO_LEAD,
                fact().completed(AS_OF).build(),
                FactFault.CLOSED_WITHOUT_COMPLETION,
                fact().outcome(CaseOutcome.builder()
                                .kind(CaseKind.HELP)
                                .state(CaseState.CLOSED)
                                .build())
                        .build(),
                FactFault.COMPLETED_AND_UNHANDLED,
                fact().completed(AS_OF)
                        .lead(DepartmentCode.of("D"))
                        .outcome(CaseOutcome.builder()
                                .kind(CaseKind.HELP)
                                .state(CaseState.TRIAGE)
                                .build())
                        .build(),
                FactFault.ANSWER_WITHOUT_CALLBACK,
                fact().outcome(CaseOutcome.builder()
                                .kind(CaseKind.HELP)
                                .state(CaseState.HANDLING)
                                .satisfaction(Optional.of(Satisfaction.SATISFIED))
                                .build())
                        .build());
        faulty.forEach(
                (fault, fact) -> assertThat(check.faults(fact)).as(fault.name()).containsExactly(fault));
    }

    @Test
    void the_grades_of_a_satisfaction_rate_are_chosen_and_are_in_its_id() {
        Metric wide =
                Metric.satisfaction(EnumSet.of(Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED, Satisfaction.FAIR));
        assertThat(wide.id()).isEqualTo("satisfaction-verySatisfied-satisfied-fair");
        CaseFact fair = fact().outcome(CaseOutcome.builder()
                        .kind(CaseKind.HELP)
                        .state(CaseState.CLOSED)
                        .callback(CallbackOutcome.ANSWERED)
                        .satisfaction(Optional.of(Satisfaction.FAIR))
                        .build())
                .build();
        assertThat(wide.classify(fair)).isEqualTo(Metric.HIT);
        Metric standard = Metric.satisfaction(EnumSet.of(Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED));
        assertThat(standard.id()).isEqualTo("satisfaction");
        assertThat(standard.classify(fair)).isEqualTo(Metric.MISS);
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.satisfaction(Set.of()));
    }

    @Test
    void a_what_if_counts_those_left_out_the_other_way() {
        Metric satisfaction = Metric.satisfaction(EnumSet.of(Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED));
        Ratio actual = Ratio.of(8, 10);
        Map<String, Long> excluded =
                Map.of("unreachable", 5L, "noGrade", 1L, "refused", 2L, "notAsked", 2L, "merged", 9L);
        assertThat(satisfaction.whatIfs())
                .extracting(w -> w.apply(actual, excluded))
                .containsExactly(Ratio.of(18, 20), Ratio.of(8, 20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WhatIf("x", satisfaction.name(), Set.of("a"), Set.of("a")))
                .withMessageContaining("[a]");
    }

    @Test
    void the_dictionary_prints_every_figure_in_both_languages_and_as_json() {
        DataDictionary dictionary = DataDictionary.standard();
        String zh = dictionary.markdown(Language.ZH);
        String en = dictionary.markdown(Language.EN);
        String json = dictionary.json();
        for (Metric metric : Metric.catalogue()) {
            assertThat(zh).contains("## " + metric.name().zh() + "\n", DataDictionary.anchor(metric.id()));
            assertThat(en)
                    .contains(
                            "## " + metric.name().en() + "\n",
                            metric.numerator().en(),
                            metric.denominator().en());
            assertThat(json).contains("\"" + metric.id() + "\"");
            assertThat(metric.guards())
                    .allSatisfy(g -> assertThat(Metric.catalogue())
                            .extracting(Metric::id)
                            .contains(g));
        }
        for (Measure measure : Measure.standard()) {
            assertThat(zh).contains("## " + measure.name().zh() + "\n");
            assertThat(en).contains(measure.meaning().en());
            assertThat(json).contains("\"" + measure.id() + "\"");
        }
    }

    @Test
    void each_basis_has_its_own_instant() {
        CaseFact fact = fact().due(RECEIVED.plusSeconds(1))
                .completed(RECEIVED.plusSeconds(2))
                .calledBack(RECEIVED.plusSeconds(3))
                .priority(Priority.URGENT)
                .build();
        long received = Instant.parse("2026-09-18T02:00:00Z").getEpochSecond();
        assertThat(fact.epochSecond(TimeBasis.RECEIVED)).isEqualTo(received);
        assertThat(fact.epochSecond(TimeBasis.DUE)).isEqualTo(received + 1);
        assertThat(fact.epochSecond(TimeBasis.COMPLETED)).isEqualTo(received + 2);
        assertThat(fact.epochSecond(TimeBasis.CALLED_BACK)).isEqualTo(received + 3);
        assertThat(fact.at(TimeBasis.COMPLETED)).contains(Instant.ofEpochSecond(received + 2));
        assertThat(fact.priority()).isEqualTo(Priority.URGENT);
        assertThat(fact().build().at(TimeBasis.DUE)).isEmpty();
        assertThat(fact().build().epochSecond(TimeBasis.DUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(fact().build().priority()).isEqualTo(Priority.NORMAL);
    }

    @Property
    void facts_are_equal_just_if_all_their_parts_are(@ForAll("facts") CaseFact one, @ForAll("facts") CaseFact other) {
        assertThat(one.equals(other)).isEqualTo(parts(one).equals(parts(other)));
        CaseFact.Builder likeOne = other.toBuilder().clear().number(one.number());
        CaseFact mixed = likeOne.revision(one.revision())
                .received(one.received())
                .channel(one.channel())
                .outcomeOf(other)
                .build();
        assertThat(mixed.equals(one)).isEqualTo(parts(mixed).equals(parts(one)));
    }

    private static List<Object> parts(CaseFact fact) {
        List<Object> parts = new ArrayList<>(List.of(
                fact.number(),
                fact.revision(),
                fact.channel(),
                fact.priority(),
                fact.requesterType(),
                fact.category(),
                fact.area(),
                fact.lead(),
                fact.assisting(),
                fact.respondent(),
                fact.attribution(),
                fact.outcome()));
        for (TimeBasis basis : TimeBasis.values()) {
            parts.add(fact.at(basis));
        }
        for (Phase phase : Phase.values()) {
            parts.add(List.of(fact.minutes(phase), fact.isRunning(phase)));
        }
        return parts;
    }

    @Test
    void what_is_at_the_same_instant_is_not_before_nor_after() {
        Instant second = Instant.parse("2026-09-18T02:00:00Z");
        CaseFact fact = fact().received(second)
                .due(second)
                .completed(second)
                .calledBack(second)
                .lead(DepartmentCode.of("D"))
                .build();
        assertThat(FactCheck.of(second).faults(fact)).isEmpty();
        assertThat(FactCheck.of(second.minusSeconds(1)).faults(fact))
                .containsExactly(
                        FactFault.RECEIVED_IN_FUTURE, FactFault.COMPLETED_IN_FUTURE, FactFault.CALLED_BACK_IN_FUTURE);
        assertThat(FactCheck.of(second).faults(fact.with(Trait.IMPLAUSIBLE)))
                .containsExactly(FactFault.TIME_RUNS_BACKWARDS);
    }

    @Test
    void codes_that_do_not_exist_are_found() {
        DepartmentCode known = DepartmentCode.of("D");
        AreaCode area = AreaCode.of("350581001");
        Taxonomy taxonomy = Taxonomy.standard();
        CategoryCode category = taxonomy.categories().iterator().next().code();
        Directory directory = Directory.of(
                "test",
                "1",
                List.of(Department.builder()
                        .code(known)
                        .name(Label.of("局", "bureau"))
                        .type("bureau")
                        .build()),
                List.of(Area.builder()
                        .code(area)
                        .name(Label.of("街道", "street"))
                        .level("street")
                        .build()));
        FactCheck check = FactCheck.of(AS_OF, taxonomy, directory);
        CaseFact good = fact().category(category)
                .lead(known)
                .assisting(List.of(known))
                .area(area)
                .build();
        assertThat(check.faults(good)).isEmpty();
        assertThat(check.faults(fact().build())).isEmpty();
        DepartmentCode unknown = DepartmentCode.of("X");
        CaseFact unknownCategory =
                good.toBuilder().category(CategoryCode.of("99.99")).build();
        CaseFact unknownLead = good.toBuilder().lead(unknown).build();
        CaseFact unknownAssistant =
                good.toBuilder().assisting(List.of(known, unknown)).build();
        CaseFact unknownArea = good.toBuilder().area(AreaCode.of("350581999")).build();
        assertThat(check.faults(unknownCategory)).containsExactly(FactFault.UNKNOWN_CATEGORY);
        assertThat(check.faults(unknownLead)).containsExactly(FactFault.UNKNOWN_DEPARTMENT);
        assertThat(check.faults(unknownAssistant)).containsExactly(FactFault.UNKNOWN_DEPARTMENT);
        assertThat(check.faults(unknownArea)).containsExactly(FactFault.UNKNOWN_AREA);
        for (CaseFact fact : List.of(unknownCategory, unknownLead, unknownAssistant, unknownArea)) {
            assertThat(FactCheck.of(AS_OF).faults(fact)).isEmpty();
        }
    }

    private static CaseFact.Builder of(CaseState state) {
        return fact().outcome(
                        CaseOutcome.builder().kind(CaseKind.HELP).state(state).build())
                .lead(DepartmentCode.of("D"));
    }

    @Test
    void a_fault_of_the_outcome_needs_all_that_makes_it_one() {
        FactCheck check = FactCheck.of(AS_OF);
        CaseOutcome closed = CaseOutcome.builder()
                .kind(CaseKind.HELP)
                .state(CaseState.CLOSED)
                .build();
        assertThat(check.faults(of(CaseState.HANDLING).completed(AS_OF).build()))
                .isEmpty();
        assertThat(check.faults(of(CaseState.DISPATCHED).completed(AS_OF).build()))
                .containsExactly(FactFault.COMPLETED_AND_UNHANDLED);
        assertThat(check.faults(of(CaseState.CLOSED).completed(AS_OF).build())).isEmpty();
        Set<Step> withoutReply = EnumSet.complementOf(EnumSet.of(Step.REPLY));
        assertThat(check.faults(
                        fact().outcome(closed.withRecorded(withoutReply)).build()))
                .isEmpty();
        // Nobody leads what was answered at the desk, and who led is not known of a source without dispatches.
        assertThat(check.faults(fact().completed(AS_OF)
                        .outcome(closed.withAnsweredAtDesk(true))
                        .build()))
                .isEmpty();
        Set<Step> withoutDispatch = EnumSet.complementOf(EnumSet.of(Step.DISPATCH));
        assertThat(check.faults(fact().completed(AS_OF)
                        .outcome(closed.withRecorded(withoutDispatch))
                        .build()))
                .isEmpty();
        CaseOutcome resolved = closed.withResolution(Optional.of(Resolution.YES));
        assertThat(check.faults(
                        of(CaseState.CLOSED).completed(AS_OF).outcome(resolved).build()))
                .containsExactly(FactFault.ANSWER_WITHOUT_CALLBACK);
        assertThat(check.faults(of(CaseState.CLOSED)
                        .completed(AS_OF)
                        .outcome(resolved.withCallback(CallbackOutcome.ANSWERED))
                        .build()))
                .isEmpty();
    }

    @Test
    void times_of_the_rules_are_more_than_nothing() {
        Duration day = Duration.ofDays(1);
        assertThat(new FactRules(Optional.empty(), Duration.ofNanos(1), Duration.ofNanos(1)).hours())
                .isEmpty();
        for (Duration none : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FactRules(Optional.empty(), none, day))
                    .withMessage("justBefore must be more than 0, but was " + none);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FactRules(Optional.empty(), day, none))
                    .withMessage("longSuspension must be more than 0, but was " + none);
        }
        WorkingHours hours = WorkingHours.of(OpeningHours.ALWAYS, WorkingCalendar.china(), ZoneId.of("Asia/Shanghai"));
        FactRules rules = new FactRules(Optional.empty(), day, day.plusDays(1)).withHours(hours);
        assertThat(rules).isEqualTo(new FactRules(Optional.of(hours), day, day.plusDays(1)));
        FactRules standard = FactRules.STANDARD;
        assertThat(standard.justBefore()).isEqualTo(Duration.ofHours(2));
        assertThat(standard.longSuspension()).isEqualTo(Duration.ofDays(15));
    }
}
