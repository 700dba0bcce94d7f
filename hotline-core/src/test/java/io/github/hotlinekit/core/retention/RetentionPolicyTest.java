package io.github.hotlinekit.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.ErasureGround;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RetentionClass;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Tag;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionPolicyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant AT = Instant.parse("2024-02-28T16:30:00Z"); // in Shanghai the 29th
    private static final Actor AGENT = Actor.of(Role.AGENT);
    private static final RetentionClass LONG = RetentionClass.of("long");

    private static final RetentionPolicy POLICY = RetentionPolicy.builder()
            .identity(Identity.of("retention", "2026.1"))
            .addRows(row(Period.ofDays(30)).ending(Ending.WITHDRAWN).build())
            .addRows(RetentionRow.builder()
                    .retention(LONG)
                    .addFields(PersonalField.TEXT)
                    .build())
            .addRows(RetentionRow.builder()
                    .keptFor(Period.ofYears(1))
                    .addFields(PersonalField.PHONE)
                    .build())
            .addRows(row(Period.ofYears(3)).build())
            .addHoldTags(Tag.of("诉讼"))
            .build();

    private static RetentionRow.Builder row(Period keptFor) {
        return RetentionRow.builder().keptFor(keptFor).addFields(PersonalField.values());
    }

    @Test
    void an_open_case_is_kept() {
        assertThat(POLICY.due(registered(), SHANGHAI)).isEmpty();
    }

    @Test
    void for_each_field_the_first_row_counts_and_the_earliest_comes_first() {
        Case closed = closed();
        RetentionDue phone = POLICY.due(closed, SHANGHAI).orElseThrow();
        assertThat(phone.fields()).containsExactly(PersonalField.PHONE);
        assertThat(phone.row()).isEqualTo(2);
        assertThat(phone.policy()).hasToString("retention@2026.1");
        Case without = erased(closed, phone);
        RetentionDue others = POLICY.due(without, SHANGHAI).orElseThrow();
        assertThat(others.fields()).isEqualTo(EnumSet.complementOf(EnumSet.of(PersonalField.PHONE)));
        assertThat(others.row()).isEqualTo(3);
        assertThat(POLICY.due(erased(without, others), SHANGHAI)).isEmpty();
    }

    @Test
    void a_period_runs_in_the_calendar_of_the_zone() {
        assertThat(POLICY.due(closed(), SHANGHAI).orElseThrow().from())
                .isEqualTo(Instant.parse("2025-02-27T16:30:00Z")); // the 28th in Shanghai: 2025 has no 29th
        assertThat(POLICY.due(closed(), ZoneId.of("UTC")).orElseThrow().from())
                .isEqualTo(Instant.parse("2025-02-28T16:30:00Z"));
    }

    @Test
    void it_is_due_from_its_instant_on() {
        RetentionDue due = POLICY.due(closed(), SHANGHAI).orElseThrow();
        assertThat(due.isDue(due.from().minusNanos(1))).isFalse();
        assertThat(due.isDue(due.from())).isTrue();
    }

    @Test
    void a_special_row_stands_before_a_general_one() {
        Case withdrawn = decide(registered(), new CaseCommand.Withdraw(FreeText.of("不用了")), AGENT);
        RetentionDue due = POLICY.due(withdrawn, SHANGHAI).orElseThrow();
        assertThat(due.row()).isZero();
        assertThat(due.fields()).isEqualTo(RetentionRow.EVERYTHING);
    }

    @Test
    void a_row_without_a_period_keeps_for_good() {
        Case archived = decide(closed(), new CaseCommand.Archive(Optional.of(LONG)), Actor.of(Role.ARCHIVIST));
        Case without = erased(archived, POLICY.due(archived, SHANGHAI).orElseThrow());
        assertThat(POLICY.due(without, SHANGHAI).orElseThrow().fields()).doesNotContain(PersonalField.TEXT);
    }

    @Test
    void a_hold_stops_everything() {
        Case held = decide(closed(), new CaseCommand.SetTags(Set.of(Tag.of("诉讼"))), AGENT);
        assertThat(POLICY.due(held, SHANGHAI)).isEmpty();
        assertThat(POLICY.due(closed(), SHANGHAI, c -> c.number().equals(CaseNumber.of("1"))))
                .isEmpty();
    }

    @Test
    void what_is_said_after_an_erasure_is_due_again() {
        Case closed = closed();
        Case erased = erased(closed, RetentionRow.EVERYTHING);
        assertThat(POLICY.due(erased, SHANGHAI)).isEmpty();
        Case noted = decide(erased, new CaseCommand.AddNote(Visibility.HOTLINE, FreeText.of("又来电"), List.of()), AGENT);
        assertThat(POLICY.due(noted, SHANGHAI)).isPresent();
    }

    @Test
    void a_row_must_name_a_field_and_no_negative_period() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionRow.builder().build())
                .withMessageContaining("fields");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row(Period.ofDays(-1)).build())
                .withMessageContaining("P-1D");
    }

    private static Case erased(Case subject, RetentionDue due) {
        return erased(subject, due.fields());
    }

    private static Case erased(Case subject, Set<PersonalField> fields) {
        return ((Erasure.Erased)
                        Erasure.of(subject, fields, ErasureGround.RETENTION_OVER, CommandContext.of(Actor.SYSTEM, AT)))
                .result();
    }

    private static Case closed() {
        return decide(registered(), CaseCommand.AnswerAtDesk.of(), AGENT);
    }

    private static Case registered() {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("1"))
                .kind(CaseKind.COMPLAINT)
                .channel(Channel.PHONE)
                .requester(Requester.UNKNOWN)
                .build();
        return CaseLifecycle.standard()
                .register(registration, CommandContext.of(AGENT, AT))
                .orElseThrow();
    }

    private static Case decide(Case subject, CaseCommand command, Actor actor) {
        return CaseLifecycle.standard()
                .decide(subject, command, CommandContext.of(actor, AT))
                .orElseThrow();
    }
}
