package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.IdNumber;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One example on each side of what the parts of a case refuse and answer. */
class CasePartsTest {

    private static final FreeText TEXT = FreeText.of("x");
    private static final PhoneNumber PHONE = PhoneNumber.of("13800000000");

    private static Requester.Builder requester(Requester.Disclosure disclosure) {
        return Requester.builder().type(RequesterType.RESIDENT).disclosure(disclosure);
    }

    @Test
    void an_anonymous_requester_has_neither_name_nor_identity_number_but_may_have_a_phone() {
        String message = "an anonymous requester must have neither name nor identity number, but had one";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requester(Requester.Disclosure.ANONYMOUS)
                        .name(PersonName.of("王小明"))
                        .build())
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requester(Requester.Disclosure.ANONYMOUS)
                        .idNumber(IdNumber.of("350581199001011234"))
                        .build())
                .withMessage(message);
        assertThat(requester(Requester.Disclosure.ANONYMOUS)
                        .phone(PHONE)
                        .build()
                        .isCallable())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_requester_without_identity_keeps_type_and_disclosure(Requester.Disclosure disclosure) {
        Requester.Builder builder = requester(disclosure).phone(PHONE);
        if (disclosure != Requester.Disclosure.ANONYMOUS) {
            builder.name(PersonName.of("王小明")).idNumber(IdNumber.of("350581199001011234"));
        }
        Requester known = builder.build();
        assertThat(known.isCallable()).isTrue();
        assertThat(known.withoutIdentity())
                .isEqualTo(Requester.of(RequesterType.RESIDENT, disclosure))
                .isNotEqualTo(known);
        assertThat(known.withoutIdentity().isCallable()).isFalse();
    }

    private static Respondent.Builder company(String organisation) {
        return Respondent.builder().type(RespondentType.COMPANY).organisation(organisation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 公交公司", "公交公司 ", "公交\u0000公司", "201"})
    void the_names_of_a_respondent_are_plain_and_of_at_most_two_hundred_characters(String example) {
        String wrong = example.equals("201") ? "司".repeat(201) : example;
        String form = " must be 1 to 200 characters without blanks at the ends and without control characters,"
                + " but was of " + wrong.length() + " characters";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> company(wrong).build())
                .withMessage("organisation" + form);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> company("公交公司").unit(wrong).build())
                .withMessage("unit" + form);
    }

    @Test
    void a_respondent_is_an_organisation_or_a_person() {
        String longest = "司".repeat(Respondent.MAX_ORGANISATION);
        assertThat(company(longest).unit(longest).build().unit()).contains(longest);
        assertThat(Respondent.builder()
                        .type(RespondentType.INDIVIDUAL)
                        .person(PersonName.of("李四"))
                        .build()
                        .organisation())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Respondent.builder()
                        .type(RespondentType.COMPANY)
                        .unit("一路")
                        .build())
                .withMessage("a respondent must have an organisation or a person, but had neither");
    }

    @Test
    void extras_are_sorted_copies_that_tell_only_how_many_they_are() {
        assertThat(Extras.of(Map.of())).isSameAs(Extras.NONE);
        assertThat(Extras.NONE.isEmpty()).isTrue();
        assertThat(Extras.NONE).hasToString("0 extras");
        Map<String, String> given = new LinkedHashMap<>();
        given.put("/b", "\"secret\"");
        given.put("/a", "1");
        Extras extras = Extras.of(given);
        given.clear();
        assertThat(extras.isEmpty()).isFalse();
        assertThat(extras).hasToString("2 extras");
        assertThat(extras.values()).containsExactly(Map.entry("/a", "1"), Map.entry("/b", "\"secret\""));
        assertThat(extras.values()).isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "secret"})
    void the_pointer_of_an_extra_begins_with_a_slash_and_is_not_told(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Extras.of(Map.of("/right", "1", wrong, "2")))
                .withMessage("the pointer of an extra must begin with /, but one of " + wrong.length()
                        + " characters did not");
        TreeMap<String, String> nothing = new TreeMap<>();
        nothing.put("/right", null);
        assertThatNullPointerException().isThrownBy(() -> new Extras(nothing)).withMessage("extra");
    }

    @ParameterizedTest
    @EnumSource
    void an_actor_is_placed_at_a_post_and_named_by_a_reference(Role role) {
        Post post = Post.of("物业科");
        StaffRef staff = StaffRef.of("s-1");
        Actor alone = Actor.of(role);
        assertThat(alone).isEqualTo(new Actor(role, Optional.empty(), Optional.empty(), Optional.empty()));
        Actor member = Actor.of(role, Alphabet.A);
        assertThat(member).isEqualTo(new Actor(role, Optional.of(Alphabet.A), Optional.empty(), Optional.empty()));
        Actor whole = new Actor(role, Optional.of(Alphabet.A), Optional.of(post), Optional.of(staff));
        assertThat(member.at(post).as(staff)).isEqualTo(whole);
        assertThat(member.as(staff).at(post)).isEqualTo(whole);
        assertThat(whole.at(Post.of("2")).as(StaffRef.of("2")))
                .isEqualTo(new Actor(
                        role, Optional.of(Alphabet.A), Optional.of(Post.of("2")), Optional.of(StaffRef.of("2"))));
    }

    @ParameterizedTest
    @EnumSource
    void an_attempt_is_by_a_department_where_the_role_is_of_one(Role role) {
        Case subject = Alphabet.fresh("1", CaseKind.COMPLAINT, Optional.empty());
        Attempt attempt = new Attempt(
                subject,
                new CaseCommand.SignFor(),
                CommandContext.of(Actor.of(role, Alphabet.A), Walk.START),
                LifecyclePolicy.builder("c@1").build());
        assertThat(attempt.role()).isEqualTo(role);
        assertThat(attempt.department()).contains(Alphabet.A);
        assertThat(attempt.isByDepartment()).isEqualTo(role.isOfDepartment());
    }

    @Test
    void an_extension_is_of_one_to_the_most() {
        for (ExtensionUnit unit : ExtensionUnit.values()) {
            for (int right : List.of(1, ExtensionAmount.MAX)) {
                assertThat(new ExtensionAmount(right, unit).amount()).isEqualTo(right);
            }
            for (int wrong : List.of(-1, 0, ExtensionAmount.MAX + 1)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new ExtensionAmount(wrong, unit))
                        .withMessage("amount must be 1 to 3650, but was " + wrong);
            }
        }
        assertThat(ExtensionAmount.ofWorkingDays(2)).isEqualTo(new ExtensionAmount(2, ExtensionUnit.WORKING_DAYS));
    }

    private static Registration with(Map<String, FreeText> extensions) {
        return Registration.builder()
                .number(CaseNumber.of("1"))
                .kind(CaseKind.HELP)
                .channel(Channel.WEB)
                .requester(Requester.UNKNOWN)
                .putAllExtensions(extensions)
                .build();
    }

    private static Map<String, FreeText> extensions(int count) {
        Map<String, FreeText> extensions = new LinkedHashMap<>();
        for (int i = count; i > 0; i--) {
            extensions.put("x-%04d".formatted(i), TEXT);
        }
        return extensions;
    }

    @Test
    void a_registration_has_at_most_a_hundred_extensions_in_the_order_of_their_names() {
        assertThat(with(Map.of()).extensions()).isEmpty();
        Map<String, FreeText> most = extensions(Registration.MAX_EXTENSIONS);
        Map<String, FreeText> kept = with(most).extensions();
        assertThat(kept).isUnmodifiable();
        assertThat(List.copyOf(kept.keySet()))
                .hasSize(Registration.MAX_EXTENSIONS)
                .isSorted();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(extensions(Registration.MAX_EXTENSIONS + 1)))
                .withMessage("extensions must be at most 100, but were 101");
    }

    @Test
    void the_name_of_an_extension_is_a_code_with_the_prefix() {
        String longest = "x-" + "n".repeat(Registration.MAX_EXTENSION_NAME - 2);
        assertThat(with(Map.of(longest, TEXT)).extensions()).containsOnlyKeys(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of("y-secret", TEXT)))
                .withMessage("the name of an extension must begin with x-, but one of 8 characters did not");
        for (String wrong : List.of("x-天气", "x-a b", longest + "n")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(Map.of(wrong, TEXT)))
                    .withMessage("the name of an extension must be 1 to 64 ASCII letters, digits, . - _ : and /,"
                            + " but was of " + wrong.length() + " characters");
        }
    }

    @Test
    void a_registration_is_confidential_where_it_is_a_report_or_the_requester_asks_for_it() {
        for (CaseKind kind : CaseKind.values()) {
            for (Requester.Disclosure disclosure : Requester.Disclosure.values()) {
                Registration registration = Registration.builder()
                        .number(CaseNumber.of("1"))
                        .kind(kind)
                        .channel(Channel.WEB)
                        .requester(requester(disclosure).build())
                        .build();
                assertThat(registration.isConfidential())
                        .as("%s, %s", kind, disclosure)
                        .isEqualTo(kind == CaseKind.REPORT || disclosure == Requester.Disclosure.CONFIDENTIAL);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_answer_says_not_resolved_or_has_one_of_the_two_lowest_grades(Satisfaction grade) {
        boolean low = grade == Satisfaction.DISSATISFIED || grade == Satisfaction.VERY_DISSATISFIED;
        for (Resolution resolution : Resolution.values()) {
            boolean unresolved = resolution == Resolution.NO;
            assertThat(CallbackAnswer.of(resolution).isBad()).isEqualTo(unresolved);
            assertThat(CallbackAnswer.of(resolution, grade).isBad())
                    .as("%s, %s", resolution, grade)
                    .isEqualTo(unresolved || low);
        }
    }

    @Test
    void the_expected_version_is_that_before_the_events() {
        CaseLifecycle lifecycle = CaseLifecycle.standard();
        Case fresh = Alphabet.fresh("1", CaseKind.COMPLAINT, Optional.empty());
        CommandContext agent = CommandContext.of(Actor.of(Role.AGENT), Walk.START);
        Decision.Accepted first = (Decision.Accepted) lifecycle.register(fresh.registration(), agent);
        assertThat(first.expectedVersion()).isZero();
        assertThat(first.orElseThrow()).isSameAs(first.result());
        Decision.Accepted second =
                (Decision.Accepted) lifecycle.decide(fresh, new CaseCommand.QueueForTriage(TEXT), agent);
        assertThat(second.expectedVersion()).isEqualTo(1);
        Decision.Accepted both = new Decision.Accepted(
                List.of(first.events().get(0), second.events().get(0)), second.result());
        assertThat(both.expectedVersion()).isZero();
    }

    @Test
    void whoever_is_second_is_told_which_event_was_stored_in_its_place() {
        CaseLifecycle lifecycle = CaseLifecycle.standard();
        Case fresh = Alphabet.fresh("GD-1", CaseKind.COMPLAINT, Optional.empty());
        CommandContext agent = CommandContext.of(Actor.of(Role.AGENT), Walk.START.plusSeconds(60));
        Decision.Accepted ours =
                (Decision.Accepted) lifecycle.decide(fresh, new CaseCommand.QueueForTriage(TEXT), agent);
        Case stored = lifecycle
                .decide(fresh, CaseCommand.AddNote.of(Visibility.HOTLINE, TEXT), agent)
                .orElseThrow();
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> stored.append(1, ours.events()))
                .withMessage("case GD-1 is at version 2, not 1: event 2 ADD_NOTE recorded 2026-03-02T01:01:00Z"
                        + " was stored before event 2 QUEUE_FOR_TRIAGE recorded 2026-03-02T01:01:00Z")
                .satisfies(e -> {
                    assertThat(e.expected()).isEqualTo(1);
                    assertThat(e.found()).isEqualTo(2);
                });
    }

    @Test
    void whoever_is_ahead_of_what_is_stored_is_told_of_the_last_event() {
        Case fresh = Alphabet.fresh("GD-1", CaseKind.COMPLAINT, Optional.empty());
        CaseEvent third = new CaseEvent.QueuedForTriage(Stamp.of(3, Walk.START.plusSeconds(60), Actor.SYSTEM), TEXT);
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> fresh.append(2, List.of(third)))
                .withMessage("case GD-1 is at version 1, not 2: event 1 REGISTER recorded 2026-03-02T01:00:00Z"
                        + " is the last before event 3 QUEUE_FOR_TRIAGE recorded 2026-03-02T01:01:00Z")
                .satisfies(e -> {
                    assertThat(e.expected()).isEqualTo(2);
                    assertThat(e.found()).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_task_is_numbered_from_one(int wrong) {
        Assignee assignee = Assignee.of(Post.of("P"));
        assertThat(new Task(1, Alphabet.A, assignee, Optional.empty(), TaskState.GIVEN).in(TaskState.REPORTED))
                .isEqualTo(new Task(1, Alphabet.A, assignee, Optional.empty(), TaskState.REPORTED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(wrong, Alphabet.A, assignee, Optional.empty(), TaskState.GIVEN))
                .withMessage("number must be at least 1, but was " + wrong);
    }
}
