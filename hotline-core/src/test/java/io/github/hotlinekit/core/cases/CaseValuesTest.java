package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "03.2", "03.", ".03", "03.02.", "0a", "03,02", "03．02", "01.01.01.01.01.01.01.01.01"})
    void a_category_code_is_two_digits_a_level_and_at_most_eight_levels(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoryCode.of(wrong))
                .withMessageContaining(wrong);
    }

    @Test
    void a_category_is_within_itself_and_its_ancestors_and_nothing_else() {
        CategoryCode code = CategoryCode.of("03.02.05");
        assertThat(code.isWithin(CategoryCode.of("03.02.05"))).isTrue();
        assertThat(code.isWithin(CategoryCode.of("03.02"))).isTrue();
        assertThat(code.isWithin(CategoryCode.of("03"))).isTrue();
        assertThat(code.isWithin(CategoryCode.of("02"))).isFalse();
        assertThat(CategoryCode.of("03").isWithin(code)).isFalse();
        assertThat(code.depth()).isEqualTo(3);
        assertThat(code.atDepth(1)).isEqualTo(CategoryCode.of("03"));
        assertThat(code.atDepth(9)).isEqualTo(code);
        assertThatIllegalArgumentException().isThrownBy(() -> code.atDepth(0)).withMessageContaining("0");
        assertThat(CategoryCode.of("01.01.01.01.01.01.01.01").depth()).isEqualTo(CategoryCode.MAX_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ZJJ", "Z J", "住建局", "a/b"})
    void a_department_code_is_plain_ascii(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> DepartmentCode.of(wrong));
    }

    @Test
    void codes_and_numbers_are_as_long_as_their_limit_and_no_longer() {
        assertThat(DepartmentCode.of("x".repeat(DepartmentCode.MAX_LENGTH)).value())
                .hasSize(DepartmentCode.MAX_LENGTH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DepartmentCode.of("x".repeat(DepartmentCode.MAX_LENGTH + 1)));
        assertThat(AreaCode.of("1".repeat(AreaCode.MAX_LENGTH)).value()).hasSize(AreaCode.MAX_LENGTH);
        assertThatIllegalArgumentException().isThrownBy(() -> AreaCode.of("1".repeat(AreaCode.MAX_LENGTH + 1)));
        assertThat(CaseNumber.of("工".repeat(CaseNumber.MAX_LENGTH)).value()).hasSize(CaseNumber.MAX_LENGTH);
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of("1".repeat(CaseNumber.MAX_LENGTH + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of("1\u0007"));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of(" 1"));
    }

    @Test
    void an_area_is_within_the_areas_whose_code_begins_its_own() {
        assertThat(AreaCode.of("350581001").isWithin(AreaCode.of("350581"))).isTrue();
        assertThat(AreaCode.of("350581").isWithin(AreaCode.of("350581001"))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> AreaCode.of("35058a"));
    }

    @Test
    void codes_in_documents_do_not_depend_on_the_default_locale() {
        assertThat(CaseKind.SUGGESTION.code()).isEqualTo("suggestion"); // in Turkish, I would lower to a dotless i
        assertThat(Step.SIGN_FOR.code()).isEqualTo("signFor");
        assertThat(RequesterType.MIGRANT_WORKER.code()).isEqualTo("migrantWorker");
    }

    @Test
    void the_lead_cannot_assist() {
        DepartmentCode lead = DepartmentCode.of("ZJJ");
        Stamp stamp = Stamp.of(1, Instant.EPOCH, Actor.SYSTEM);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseEvent.Dispatched(stamp, lead, List.of(lead), Optional.empty()))
                .withMessageContaining("ZJJ");
    }

    @Test
    void a_timeline_begins_with_the_registration_and_its_sequence_has_no_gap() {
        Stamp stamp = Stamp.of(1, Instant.EPOCH, Actor.SYSTEM);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Case.replay(List.of()))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Case.replay(List.of(new CaseEvent.SignedFor(stamp))))
                .withMessageContaining("SIGN_FOR");
        Registration registration = Registration.builder()
                .number(CaseNumber.of("1"))
                .kind(CaseKind.HELP)
                .channel(Channel.WEB)
                .requester(Requester.UNKNOWN)
                .build();
        CaseEvent first = new CaseEvent.Registered(stamp, registration);
        CaseEvent third =
                new CaseEvent.QueuedForTriage(Stamp.of(3, Instant.EPOCH, Actor.SYSTEM), FreeText.of("unclear"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Case.replay(List.of(first, third)))
                .withMessageContaining("must be 2, but was 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Stamp.of(0, Instant.EPOCH, Actor.SYSTEM));
    }

    @Test
    void an_event_is_not_recorded_before_it_happens() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stamp(1, Instant.MAX, Instant.EPOCH, Actor.SYSTEM, Extras.NONE))
                .withMessageContaining("recorded");
        CommandContext context = CommandContext.of(Actor.SYSTEM, Instant.EPOCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> context.withRecorded(Instant.EPOCH.minusSeconds(1)))
                .withMessageContaining("recorded");
        Stamp late = context.withRecorded(Instant.EPOCH.plusSeconds(9)).stamp(4);
        assertThat(late.withAt(Instant.EPOCH.plusSeconds(9)).at()).isEqualTo(late.recorded());
        assertThatIllegalArgumentException().isThrownBy(() -> late.withAt(Instant.EPOCH.plusSeconds(10)));
    }

    @Test
    void levels_are_one_to_nine_tasks_count_from_one_and_extensions_have_a_length() {
        FreeText text = FreeText.of("x");
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseCommand.Escalate(0, text));
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseCommand.Escalate(10, text));
        assertThat(new CaseCommand.Escalate(9, text).level()).isEqualTo(9);
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseCommand.AcceptTask(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ExtensionAmount.ofWorkingDays(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ExtensionAmount.ofWorkingDays(ExtensionAmount.MAX + 1));
        ExtensionAmount three = ExtensionAmount.ofWorkingDays(3);
        assertThat(three.isAtMost(three)).isTrue();
        assertThat(three.isAtMost(ExtensionAmount.ofWorkingDays(2))).isFalse();
        assertThat(three.isAtMost(new ExtensionAmount(9, ExtensionUnit.CALENDAR_DAYS)))
                .isFalse();
    }

    @Test
    void an_anonymous_requester_has_no_name_and_a_respondent_is_somebody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Requester(
                        RequesterType.RESIDENT,
                        Requester.Disclosure.ANONYMOUS,
                        Optional.of(PersonName.of("张三")),
                        Optional.empty(),
                        Optional.empty()))
                .withMessageNotContaining("张三");
        assertThat(Requester.UNKNOWN.isCallable()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Respondent.builder().type(RespondentType.COMPANY).build());
    }

    @Test
    void an_extension_of_a_registration_has_the_prefix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Registration.builder()
                        .number(CaseNumber.of("1"))
                        .kind(CaseKind.HELP)
                        .channel(Channel.WEB)
                        .requester(Requester.UNKNOWN)
                        .putExtensions("weather", FreeText.of("rain"))
                        .build())
                .withMessageContaining(Registration.EXTENSION_PREFIX)
                .withMessageNotContaining("rain");
    }

    @Test
    void a_bad_answer_is_one_that_is_not_resolved_or_not_satisfied() {
        assertThat(CallbackAnswer.of(Resolution.NO).isBad()).isTrue();
        assertThat(CallbackAnswer.of(Resolution.YES, Satisfaction.DISSATISFIED).isBad())
                .isTrue();
        assertThat(CallbackAnswer.of(Resolution.YES, Satisfaction.VERY_DISSATISFIED)
                        .isBad())
                .isTrue();
        assertThat(CallbackAnswer.of(Resolution.PARTLY, Satisfaction.FAIR).isBad())
                .isFalse();
        assertThat(CallbackAnswer.of(Resolution.UNREASONABLE).isBad()).isFalse();
    }

    @Test
    void a_builder_names_what_is_missing() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Registration.builder().number(CaseNumber.of("1")).build())
                .withMessageContaining("kind");
        assertThatNullPointerException().isThrownBy(() -> CaseNumber.of(nothing()));
    }

    @SuppressWarnings("NullAway") // the point of the test
    private static String nothing() {
        return null;
    }
}
