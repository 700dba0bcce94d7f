package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the values of rules take, up to the last value that they take. */
class RuleValuesTest {

    private static final Set<DayOfWeek> SUNDAY = EnumSet.of(DayOfWeek.SUNDAY);

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @Test
    void a_window_begins_within_a_day_and_ends_within_a_day_of_that() {
        assertThat(new TimeWindow(SUNDAY, 0, 1)).hasToString("Sun 00:00-00:01");
        assertThat(new TimeWindow(SUNDAY, 0, 1_440)).hasToString("Sun 00:00-24:00");
        assertThat(new TimeWindow(SUNDAY, 1_439, 2_879)).hasToString("Sun 23:59-23:59");
        assertRefused(() -> new TimeWindow(Set.of(), 0, 1), "days");
        assertRefused(() -> new TimeWindow(SUNDAY, -1, 1), "but was -1 to 1");
        assertRefused(() -> new TimeWindow(SUNDAY, 1_440, 1_441), "but was 1440 to 1441");
        assertRefused(() -> new TimeWindow(SUNDAY, 60, 60), "but was 60 to 60");
        assertRefused(() -> new TimeWindow(SUNDAY, 60, 1_501), "but was 60 to 1501");
    }

    @Test
    void a_window_includes_its_first_minute_and_not_its_last_and_may_go_over_midnight_and_the_week() {
        TimeWindow night = TimeWindow.parse("Sun 22:00-06:00");
        int sunday = 6 * 1_440;
        assertThat(night.includes(sunday + 22 * 60 - 1)).isFalse();
        assertThat(night.includes(sunday + 22 * 60)).isTrue();
        assertThat(night.includes(sunday + 1_439)).isTrue();
        assertThat(night.includes(0)).isTrue();
        assertThat(night.includes(6 * 60 - 1)).isTrue();
        assertThat(night.includes(6 * 60)).isFalse();
        assertThat(night.includes(1_440)).isFalse();
        assertThat(night.includes(LocalDateTime.of(2026, 7, 6, 5, 59))).isTrue();
        assertThat(night.includes(LocalDateTime.of(2026, 7, 6, 6, 0))).isFalse();
        assertRefused(() -> night.includes(-1), "but was -1");
        assertRefused(() -> night.includes(10_080), "but was 10080");
        assertThat(TimeWindow.parse("Tue 00:00-24:00").includes(2 * 1_440)).isFalse();
        TimeWindow minute = TimeWindow.parse("Tue 08:30-08:31");
        assertThat(minute.includes(LocalDateTime.of(2026, 7, 7, 8, 29, 59))).isFalse();
        assertThat(minute.includes(LocalDateTime.of(2026, 7, 7, 8, 30))).isTrue();
        assertThat(minute.includes(LocalDateTime.of(2026, 7, 7, 8, 31))).isFalse();
    }

    @Test
    void the_days_of_a_window_are_lists_and_ranges_that_may_go_over_the_weekend() {
        assertThat(TimeWindow.parse("Sat-Mon,wed 08:00-09:00")).hasToString("Mon,Wed,Sat-Sun 08:00-09:00");
        assertThat(TimeWindow.parse("Sun-Sat 08:00-09:00")).hasToString("08:00-09:00");
        assertThat(TimeWindow.parse("Mon-Mon 23:59-00:00").to()).isEqualTo(1_440);
        assertThat(TimeWindow.parse("Mon 08:00-08:00").to()).isEqualTo(8 * 60 + 1_440);
        for (String wrong :
                List.of("Mon- 1:00-2:00", "Mon- 01:00-02:00", "-Mon 01:00-02:00", "Mo 01:00-02:00", "01:00-24:01")) {
            assertRefused(() -> TimeWindow.parse(wrong), wrong);
        }
    }

    @Test
    void texts_of_outcomes_have_sixty_four_characters_at_most_of_those_that_each_may_have() {
        String most = "1".repeat(Outcome.MAX_LENGTH);
        assertThat(new Outcome.Refer(most).number()).isEqualTo(most);
        assertThat(new Outcome.Refer("0-9").number()).isEqualTo("0-9");
        assertThat(new Outcome.Triage("AZ_09").reason()).isEqualTo("AZ_09");
        assertThat(new Outcome.Statutory("信访 局").channel()).isEqualTo("信访 局");
        assertRefused(() -> new Outcome.Refer(most + "1"), "1 to 64 characters");
        assertRefused(() -> new Outcome.Statutory(" "), "not blank");
        assertRefused(() -> new Outcome.Statutory("信\u200B访"), "looks like another");
        assertRefused(() -> new Outcome.Triage(""), "not blank");
        assertRefused(() -> new Outcome.Triage("A".repeat(65)), "1 to 64 characters");
        for (String wrong : List.of("1/", "1:", "1+", "1 1")) {
            assertRefused(() -> new Outcome.Refer(wrong), "digits and hyphens");
        }
        for (String wrong : List.of("A@", "A[", "A/", "A:", "a", "A-B", "A B")) {
            assertRefused(() -> new Outcome.Triage(wrong), "capitals, digits and _");
        }
    }

    @Test
    void a_lead_does_not_assist_and_nobody_assists_twice() {
        DepartmentCode a = DepartmentCode.of("A");
        DepartmentCode b = DepartmentCode.of("B");
        assertRefused(() -> new Outcome.Dispatch(a, List.of(b, a)), "the lead A must not assist");
        assertRefused(() -> new Outcome.Dispatch(a, List.of(b, b)), "must differ");
        assertRefused(() -> Directive.Assign.of("A", "B", "A"), "must not assist");
        assertRefused(() -> new Directive.Assist(List.of()), "must not be empty");
        assertThat(Directive.Assign.of("A", "B", "C").assisting())
                .containsExactly(Target.department("B"), Target.department("C"));
    }

    @Test
    void a_level_and_a_function_have_sixty_four_characters_at_most_and_neither_slash_nor_bar() {
        String most = "f".repeat(Target.Jurisdiction.MAX_LENGTH);
        assertThat(Target.Jurisdiction.of(most, most).function()).hasValue(most);
        assertThat(Target.Jurisdiction.of("street").function()).isEmpty();
        assertThat(Target.Jurisdiction.NEAREST.level()).isEmpty();
        assertRefused(() -> Target.Jurisdiction.of("street", most + "f"), "function must be 1 to 64 characters");
        assertRefused(() -> Target.Jurisdiction.of(" "), "not blank");
        for (String wrong : List.of("/a", "a/", "|a", "a|", "a\u200B")) {
            assertRefused(() -> Target.Jurisdiction.of(wrong), "level must have no / and |");
            assertRefused(() -> Target.Jurisdiction.of("street", wrong), "function must have no / and |");
        }
    }

    @Test
    void texts_of_rules_and_objections_may_be_as_long_as_is_said() {
        Rule rule = Rule.builder().id("1").then(new Outcome.AnswerAtDesk()).build();
        assertThat(rule.withId("i".repeat(Rule.MAX_ID)).id()).hasSize(64);
        assertThat(rule.withTitle("t".repeat(Rule.MAX_TITLE)).title().orElseThrow())
                .hasSize(200);
        assertThat(rule.withBasis("b\n\t".repeat(333) + "b").basis().orElseThrow())
                .hasSize(Rule.MAX_BASIS);
        assertRefused(() -> rule.withId("i".repeat(65)), "id must be 1 to 64 characters");
        assertRefused(() -> rule.withTitle("t".repeat(201)), "title must be at most 200 characters, but had 201");
        assertRefused(() -> rule.withBasis("b".repeat(1_001)), "basis must be at most 1000 characters");
        assertThat(Objection.of("A", "g".repeat(Objection.MAX_GROUND)).ground()).hasSize(1_000);
        assertRefused(() -> Objection.of("A", "g".repeat(1_001)), "ground must be at most 1000 characters");
    }

    @Test
    void a_cell_has_each_value_once_and_at_most_so_many_and_only_lists_may_be_missing() {
        List<CategoryCode> categories = IntStream.range(0, 257)
                .mapToObj(i -> CategoryCode.of("%02d.%02d".formatted(i / 100, i % 100)))
                .toList();
        List<AreaCode> areas =
                IntStream.range(10, 75).mapToObj(i -> AreaCode.of("" + i)).toList();
        assertThat(categories(categories.subList(0, 256)).build().categories()).hasSize(Condition.MAX_VALUES);
        assertRefused(() -> categories(categories).build(), "categories must be at most 256 values, but were 257");
        assertRefused(
                () -> Condition.builder().addKinds(CaseKind.HELP, CaseKind.HELP).build(), "kinds must differ");
        Condition.Builder widest = categories(categories.subList(0, 64));
        widest.addAllAreas(areas.subList(0, 64));
        assertThat(widest.build().areas()).hasSize(64);
        Condition.Builder wider = categories(categories.subList(0, 64));
        wider.addAllAreas(areas);
        assertRefused(wider::build, "at most 4096 pairs, but were 4160");
        for (Cell cell : Cell.values()) {
            Condition.Builder builder = Condition.builder();
            builder.addMissing(cell);
            if (cell == Cell.KEYWORDS || cell == Cell.TIME) {
                assertRefused(builder::build, "only cells that list values may be missing");
            } else {
                Condition missing = builder.build();
                assertThat(missing.isAny(cell)).isFalse();
                assertThat(EnumSet.complementOf(EnumSet.of(cell))).allMatch(missing::isAny);
            }
        }
    }

    private static Condition.Builder categories(List<CategoryCode> categories) {
        Condition.Builder builder = Condition.builder();
        builder.addAllCategories(categories);
        return builder;
    }

    @Test
    void words_are_literal_of_sixty_four_characters_at_most_and_each_once_in_its_list() {
        List<String> words = IntStream.range(0, 1_025).mapToObj(i -> "w" + i).toList();
        assertThat(new Keywords(words.subList(0, 1_000), words.subList(0, 20), words.subList(0, 4)).words())
                .hasSize(1_000);
        assertRefused(
                () -> new Keywords(words.subList(0, 1_000), words.subList(0, 20), words.subList(0, 5)),
                "at most 1024, but were 1025");
        assertThat(Keywords.anyOf("长".repeat(64)).any().get(0)).hasSize(Keywords.MAX_LENGTH);
        assertRefused(() -> Keywords.anyOf("长".repeat(65)), "1 to 64 characters");
        assertRefused(() -> Keywords.anyOf(" "), "not blank");
        assertRefused(() -> Keywords.anyOf("etc", "ＥＴＣ"), "words of any must differ");
        assertRefused(() -> Keywords.anyOf("a\u0001"), "must be literal");
        assertThat(Keywords.anyOf("a").isAny()).isFalse();
        assertThat(new Keywords(List.of(), List.of("a"), List.of()).isAny()).isFalse();
        assertThat(new Keywords(List.of(), List.of(), List.of("a")).isAny()).isFalse();
    }

    @Test
    void words_hold_where_one_of_any_and_all_of_all_and_none_of_none_are_there() {
        Keywords keywords = new Keywords(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
        assertThat(keywords.words()).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(keywords.holdFor(Set.of("b", "c", "d"))).isTrue();
        assertThat(keywords.holdFor(Set.of("c", "d"))).isFalse();
        assertThat(keywords.holdFor(Set.of("a", "c"))).isFalse();
        assertThat(keywords.holdFor(Set.of("a", "c", "d", "f"))).isFalse();
        assertThat(new Keywords(List.of(), List.of(), List.of("e")).holdFor(Set.of()))
                .isTrue();
    }

    @Test
    void words_may_be_added_one_by_one() {
        Keywords.Builder builder = Keywords.builder();
        builder.addAny("a").addAll("b", "c").addNone("d");
        assertThat(builder.build()).isEqualTo(new Keywords(List.of("a"), List.of("b", "c"), List.of("d")));
    }

    @Test
    void whatever_documents_name_is_called_something_in_both_languages() {
        List<Coded> names = Stream.<Coded[]>of(
                        Cell.values(),
                        SectionPolicy.values(),
                        ReturnPolicy.Next.values(),
                        Norm.Mode.values(),
                        OutcomePattern.Sort.values(),
                        DayType.values(),
                        Notice.values(),
                        RoutingExplanation.Reason.values())
                .flatMap(Stream::of)
                .toList();
        assertThat(names).allSatisfy(name -> {
            assertThat(name.label().zh()).isNotBlank();
            assertThat(name.label().en()).isNotBlank().isNotEqualTo(name.label().zh());
        });
        assertThat(OutcomePattern.Sort.DISPATCH.label().zh()).isEqualTo("派单");
    }

    @Test
    void people_decide_after_one_to_a_hundred_objections() {
        for (int most : new int[] {1, ReturnPolicy.MAX_RETURNS}) {
            assertThat(new ReturnPolicy(ReturnPolicy.Next.TRIAGE, most, new Outcome.Triage("X")).maxReturns())
                    .isEqualTo(most);
        }
        for (int wrong : new int[] {0, 101}) {
            assertRefused(
                    () -> new ReturnPolicy(ReturnPolicy.Next.TRIAGE, wrong, new Outcome.Triage("X")),
                    "maxReturns must be 1 to 100, but was " + wrong);
        }
    }

    @Test
    void a_text_equals_the_same_text_and_shows_its_length_alone() {
        CaseText text = CaseText.of("煤 气", "ＧＡＳ");
        assertThat(text).isEqualTo(CaseText.of("煤 气", "ＧＡＳ")).isNotEqualTo(CaseText.of("煤 气", "ＧＵＳ"));
        assertThat(text).hasSameHashCodeAs(CaseText.of("煤 气", "ＧＡＳ"));
        assertThat(text.hashCode()).isNotEqualTo(CaseText.of("煤 气", "ＧＵＳ").hashCode());
        assertThat(text.toString()).doesNotContain("煤").doesNotContainIgnoringCase("gas");
        // A word does not stand half in the title and half in the text.
        assertThat(CaseText.of("煤", "气").normal().value()).doesNotContain("煤气");
        assertThat(CaseText.of("a".repeat(CaseText.MAX_CHARACTERS)).isCut()).isFalse();
        assertThat(CaseText.of("a".repeat(CaseText.MAX_CHARACTERS + 1)).isCut()).isTrue();
    }

    @Test
    void names_have_no_character_that_is_not_seen_or_is_taken_for_another() {
        for (String good : List.of("a b", "~", "!", "é", "信访𠮷", "О")) {
            assertThat(Spelling.idFlaw(good)).as(good).isEmpty();
        }
        for (String bad : List.of(
                " a", "a ", "a\u001F", "a\u007F", "a\u0080", "a\u00A0", "a\u3000", "a\u2028", "a。", "Ａ", "a\u200B",
                "a\uD800", "a\uFFFF", "ﬁ")) {
            assertThat(Spelling.idFlaw(bad)).as(bad).isPresent();
        }
        assertThat(Spelling.codeFlaw("信访a~!")).isEmpty();
        assertThat(Spelling.codeFlaw("a b")).hasValue(' ');
        assertThat(Spelling.codeFlaw("aО")).hasValue('О');
        assertThat(Spelling.textFlaw("a\n\t\uD842\uDFB7")).isEmpty();
        assertThat(Spelling.textFlaw("a\r")).hasValue('\r');
        assertThat(Spelling.textFlaw("a\uD800")).hasValue(0xD800);
        assertThat(Spelling.textFlaw("a\uDFFF")).hasValue(0xDFFF);
        assertThat(Spelling.textFlaw("\uD7FF\uE000")).isEmpty();
        assertThat(Spelling.describe('a')).isEqualTo("U+0061 LATIN SMALL LETTER A");
        assertThat(Spelling.describe(0xFFFF)).isEqualTo("U+FFFF");
    }

    @Test
    void an_extension_has_a_name_that_begins_with_x_and_is_kept_as_canonical_json() {
        String longest = "x-" + "a".repeat(JsonPart.MAX_NAME - 2);
        assertThat(Extensions.of(Map.of(longest, "{ \"b\": 1, \"a\": [ ] }")).values())
                .containsExactly(Map.entry(longest, "{\"a\":[],\"b\":1}"));
        assertRefused(() -> Extensions.of(Map.of(longest + "a", "1")), "must begin with x-");
        assertRefused(() -> Extensions.of(Map.of("y-a", "1")), "must begin with x-");
        assertThat(Extensions.of(Map.of())).isSameAs(Extensions.NONE);
        assertThat(Extensions.NONE.isEmpty()).isTrue();
        assertThat(Extensions.of(Map.of("x-", "1")).isEmpty()).isFalse();
    }

    @Test
    void a_pattern_of_outcomes_asks_for_at_least_one_thing() {
        for (Consumer<OutcomePattern.Builder> part : List.<Consumer<OutcomePattern.Builder>>of(
                b -> b.addOutcomes(OutcomePattern.Sort.DESK),
                b -> b.addLeads(DepartmentCode.of("A")),
                b -> b.addInvolves(DepartmentCode.of("A")),
                b -> b.leadLevel("city"),
                b -> b.leadType("bureau"),
                b -> b.leadFunction("housing"))) {
            OutcomePattern.Builder builder = OutcomePattern.builder();
            part.accept(builder);
            assertThat(builder.build()).isNotNull();
        }
        assertRefused(() -> OutcomePattern.builder().build(), "must ask for something");
    }

    @Test
    void each_outcome_is_of_one_sort() {
        assertThat(OutcomePattern.Sort.of(new Outcome.Dispatch(DepartmentCode.of("A"), List.of())))
                .isEqualTo(OutcomePattern.Sort.DISPATCH);
        assertThat(OutcomePattern.Sort.of(new Outcome.AnswerAtDesk())).isEqualTo(OutcomePattern.Sort.DESK);
        assertThat(OutcomePattern.Sort.of(new Outcome.Refer("1"))).isEqualTo(OutcomePattern.Sort.REFER);
        assertThat(OutcomePattern.Sort.of(new Outcome.Statutory("s"))).isEqualTo(OutcomePattern.Sort.STATUTORY);
        assertThat(OutcomePattern.Sort.of(new Outcome.Triage("X"))).isEqualTo(OutcomePattern.Sort.TRIAGE);
    }

    @Test
    void a_test_expects_something_and_either_departments_or_another_outcome() {
        Optional<DepartmentCode> a = Optional.of(DepartmentCode.of("A"));
        Optional<Outcome> desk = Optional.of(new Outcome.AnswerAtDesk());
        assertRefused(
                () -> new RuleTest.Expectation(Optional.empty(), a, Optional.empty(), desk),
                "either departments or another outcome");
        assertRefused(
                () -> new RuleTest.Expectation(Optional.empty(), Optional.empty(), Optional.of(List.of()), desk),
                "either departments or another outcome");
        assertRefused(
                () -> new RuleTest.Expectation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                "must expect something");
        assertThat(new RuleTest.Expectation(
                                Optional.empty(), Optional.empty(), Optional.of(List.of()), Optional.empty())
                        .assist())
                .hasValue(List.of());
        assertThat(new RuleTest.Expectation(Optional.of("1"), Optional.empty(), Optional.empty(), desk).outcome())
                .isEqualTo(desk);
        assertThat(test("x".repeat(CaseText.MAX_CHARACTERS)).facts().text()).isPresent();
        assertRefused(() -> test("x".repeat(CaseText.MAX_CHARACTERS + 1)), "text must be at most 20000 characters");
        RuleTest.Builder unnamed = RuleTest.builder();
        unnamed.id(" ").facts(RoutingFacts.NONE).expect(test("x").expect());
        assertRefused(unnamed::build, "test id must be 1 to 64 characters");
        RuleTest.Builder untitled = RuleTest.builder();
        untitled.id("t")
                .title("t".repeat(201))
                .facts(RoutingFacts.NONE)
                .expect(test("x").expect());
        assertRefused(untitled::build, "title must be at most 200 characters");
    }

    private static RuleTest test(String text) {
        return RuleTest.builder()
                .id("t")
                .facts(RoutingFacts.NONE)
                .text(text)
                .expect(new RuleTest.Expectation(
                        Optional.of("1"), Optional.empty(), Optional.empty(), Optional.empty()))
                .build();
    }

    @Test
    void more_of_the_category_says_more_than_more_of_the_area_and_that_more_than_other_cells() {
        List<Specificity> falling = List.of(
                new Specificity(1, 0, 0),
                new Specificity(0, 2, 0),
                new Specificity(0, 1, 3),
                new Specificity(0, 1, 2),
                new Specificity(0, 0, 9));
        for (int i = 1; i < falling.size(); i++) {
            assertThat(falling.get(i)).isLessThan(falling.get(i - 1));
        }
    }

    @Test
    void facts_may_be_given_by_the_four_that_nearly_every_case_has() {
        assertThat(RoutingFacts.of(
                        Optional.of(CategoryCode.of("01")), Optional.of(AreaCode.of("1")), CaseKind.HELP, Channel.WEB))
                .isEqualTo(RoutingFacts.builder()
                        .category(CategoryCode.of("01"))
                        .area(AreaCode.of("1"))
                        .kind(CaseKind.HELP)
                        .channel(Channel.WEB)
                        .build());
    }

    @Test
    void the_facts_of_a_case_are_its_own_and_an_unknown_requester_is_none() {
        Instant received = Instant.parse("2026-07-01T01:00:00Z");
        for (RequesterType type : List.of(RequesterType.RESIDENT, RequesterType.UNKNOWN)) {
            Case subject = CaseLifecycle.standard()
                    .register(
                            Registration.builder()
                                    .number(CaseNumber.of("N-1"))
                                    .kind(CaseKind.COMPLAINT)
                                    .channel(Channel.PHONE)
                                    .priority(Priority.URGENT)
                                    .requester(Requester.of(type, Requester.Disclosure.OPEN))
                                    .area(AreaCode.of("1"))
                                    .build(),
                            CommandContext.of(Actor.of(Role.AGENT), received))
                    .orElseThrow();
            assertThat(RoutingFacts.from(subject))
                    .isEqualTo(RoutingFacts.builder()
                            .area(AreaCode.of("1"))
                            .kind(CaseKind.COMPLAINT)
                            .channel(Channel.PHONE)
                            .priority(Priority.URGENT)
                            .requester(Optional.of(type).filter(t -> t != RequesterType.UNKNOWN))
                            .receivedAt(received)
                            .build());
        }
    }

    @Test
    void a_norm_has_an_id_and_texts_as_a_rule_has() {
        for (boolean titled : new boolean[] {true, false}) {
            Norm.Builder builder = norm("n");
            Norm.Builder wrong =
                    titled ? builder.title("t".repeat(Rule.MAX_TITLE + 1)) : builder.basis("b".repeat(1_001));
            assertRefused(wrong::build, "must be at most " + (titled ? 200 : 1_000) + " characters");
        }
        assertRefused(norm(" ")::build, "norm id must be 1 to 64 characters");
    }

    private static Norm.Builder norm(String id) {
        Norm.Builder builder = Norm.builder();
        builder.id(id)
                .mode(Norm.Mode.NEVER)
                .then(OutcomePattern.builder()
                        .addOutcomes(OutcomePattern.Sort.DESK)
                        .build());
        return builder;
    }

    @Test
    void clocks_tell_day_and_minute_of_all_instants_as_dates_do() {
        for (ZoneId zone : List.of(RoutingArbitraries.ZONE, ZoneId.of("America/New_York"), ZoneId.of("+18:00"))) {
            for (Instant at : List.of(
                    Instant.MIN,
                    Instant.EPOCH.minusSeconds(1),
                    Instant.EPOCH,
                    Instant.parse("2026-07-05T15:59:59Z"),
                    Instant.parse("2026-07-05T16:00:00Z"),
                    Instant.MAX)) {
                LocalDateTime time = WallClock.time(at, zone);
                assertThat(WallClock.epochDay(at, zone))
                        .isEqualTo(WallClock.day(at, zone).toEpochDay());
                assertThat(WallClock.minuteOfWeek(at, zone))
                        .isEqualTo(
                                (time.getDayOfWeek().getValue() - 1) * 1_440 + time.getHour() * 60 + time.getMinute());
            }
        }
    }

    @Test
    void a_rule_set_has_so_many_rules_words_and_versions_and_no_more() {
        List<Rule> versions = IntStream.range(0, 257)
                .mapToObj(i -> Rule.builder()
                        .id("1")
                        .then(new Outcome.AnswerAtDesk())
                        .effective(Effective.between(LocalDate.EPOCH.plusDays(i), LocalDate.EPOCH.plusDays(i + 1L)))
                        .build())
                .toList();
        assertThat(set(versions.subList(0, 256)).size()).isEqualTo(RuleSet.MAX_VERSIONS);
        assertRefused(() -> set(versions), "at most 256 versions of rule 1, but had 257");
        Rule[] worded = IntStream.range(0, 51)
                .mapToObj(i -> Rule.builder()
                        .id("" + i)
                        .when(Condition.builder()
                                .keywords(Keywords.anyOf(IntStream.range(0, i == 50 ? 1 : 1_000)
                                        .mapToObj(w -> "w" + i + "-" + w)
                                        .toArray(String[]::new)))
                                .build())
                        .then(new Outcome.AnswerAtDesk())
                        .build())
                .toArray(Rule[]::new);
        assertThat(set(List.of(worded).subList(0, 50)).size()).isEqualTo(50);
        assertRefused(() -> set(List.of(worded)), "at most 50000 words, but had 50001");
        Rule rule = Rule.builder().id("r").then(new Outcome.AnswerAtDesk()).build();
        List<Rule> rules = IntStream.rangeClosed(0, RuleSet.MAX_RULES)
                .mapToObj(i -> rule.withId("" + i))
                .toList();
        assertThat(set(rules.subList(1, rules.size())).size()).isEqualTo(RuleSet.MAX_RULES);
        assertRefused(() -> set(rules), "at most 100000 rules, but had 100001");
    }

    private static RuleSet set(List<Rule> rules) {
        return RuleSet.builder()
                .id("r")
                .version("1")
                .zone(RoutingArbitraries.ZONE)
                .taxonomy("t@1")
                .directory("d@1")
                .addSections(new RuleSet.Section("s", SectionPolicy.FIRST, rules))
                .build();
    }
}
