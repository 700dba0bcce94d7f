package io.github.hotlinekit.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.RelatedCase;
import io.github.hotlinekit.core.cases.Relation;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewerTest {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final DepartmentCode ZJJ = DepartmentCode.of("ZJJ");
    private static final Actor DISPATCHER = Actor.of(Role.DISPATCHER);

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_of_a_department_never_sees_as_the_hotline(Role role) {
        Viewer viewer = Viewer.of(Actor.of(role, ZJJ));
        assertThat(viewer.audience() == Audience.DEPARTMENT).isEqualTo(role.isOfDepartment());
        assertThat(viewer.department()).contains(ZJJ);
        assertThat(viewer.audience() == Audience.PUBLIC).isFalse();
    }

    @Test
    void a_viewer_of_a_department_must_name_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Viewer.of(Actor.of(Role.DEPARTMENT_CLERK)))
                .withMessageContaining("department");
    }

    @Test
    void each_visibility_includes_those_before_it() {
        assertThat(Audience.HOTLINE.sees(Visibility.HOTLINE)).isTrue();
        assertThat(Audience.DEPARTMENT.sees(Visibility.HOTLINE)).isFalse();
        assertThat(Audience.DEPARTMENT.sees(Visibility.DEPARTMENTS)).isTrue();
        assertThat(Audience.DEPARTMENT.sees(Visibility.CITIZEN)).isTrue();
        assertThat(Audience.CITIZEN.sees(Visibility.DEPARTMENTS)).isFalse();
        assertThat(Audience.PUBLIC.sees(Visibility.CITIZEN)).isFalse();
    }

    @Test
    void a_department_sees_the_requester_of_an_open_case_and_what_was_said() {
        CaseView view = view(openCase(CaseKind.COMPLAINT), Viewer.of(ZJJ));
        assertThat(view.requester().phone()).contains(PhoneNumber.of("13812345678"));
        assertThat(view.registration().orElseThrow().text()).contains(FreeText.of("我是张三丰，路灯不亮"));
    }

    @Test
    void of_a_report_a_department_sees_the_text_without_who_raised_it() {
        CaseView view = view(openCase(CaseKind.REPORT), Viewer.of(ZJJ));
        assertThat(view.requester()).isEqualTo(Requester.WITHHELD);
        assertThat(view.registration().orElseThrow().text()).contains(FreeText.of("我是***，路灯不亮"));
        assertThat(view.toString()).contains("DEPARTMENT", "20260302-0001").doesNotContain("张");
    }

    @Test
    void a_case_that_becomes_a_report_withholds_from_its_first_event_on() {
        Case open = openCase(CaseKind.COMPLAINT);
        Case report = CaseLifecycle.standard()
                .decide(
                        open,
                        new CaseCommand.ChangeKind(CaseKind.REPORT, FreeText.of("举报张三丰的邻居")),
                        CommandContext.of(Actor.of(Role.SUPERVISOR), AT))
                .orElseThrow();
        CaseView view = view(report, Viewer.of(ZJJ));
        CaseEvent.Registered first = (CaseEvent.Registered) view.events().get(0);
        assertThat(first.registration().requester()).isEqualTo(Requester.WITHHELD);
        assertThat(((CaseEvent.KindChanged) view.events().get(2)).reason()).isEqualTo(FreeText.of("举报***的邻居"));
    }

    @Test
    void an_open_case_does_not_lead_to_a_report_of_the_same_requester() {
        Case open = openCase(CaseKind.COMPLAINT);
        for (Relation relation : Relation.values()) {
            Case linked = CaseLifecycle.standard()
                    .decide(
                            open,
                            new CaseCommand.Link(new RelatedCase(CaseNumber.of("20260301-0007"), relation)),
                            CommandContext.of(DISPATCHER, AT))
                    .orElseThrow();
            List<CaseEvent> seen = view(linked, Viewer.of(ZJJ)).events();
            assertThat(seen.size()).isEqualTo(relation == Relation.SAME_MATTER ? 3 : 2);
            assertThat(view(linked, Viewer.HOTLINE).events()).hasSize(3);
        }
    }

    @Test
    void a_note_for_the_hotline_leaves_a_gap_in_the_sequence() {
        Case noted = CaseLifecycle.standard()
                .decide(
                        openCase(CaseKind.COMPLAINT),
                        new CaseCommand.AddNote(Visibility.HOTLINE, FreeText.of("多次来电"), List.of()),
                        CommandContext.of(DISPATCHER, AT))
                .orElseThrow();
        Case more = CaseLifecycle.standard()
                .decide(
                        noted,
                        new CaseCommand.AddNote(Visibility.DEPARTMENTS, FreeText.of("请先联系"), List.of()),
                        CommandContext.of(DISPATCHER, AT))
                .orElseThrow();
        assertThat(view(more, Viewer.of(ZJJ)).events().stream().map(CaseEvent::sequence))
                .containsExactly(1, 2, 4);
        assertThat(view(more, Viewer.CITIZEN).events().stream().map(CaseEvent::sequence))
                .containsExactly(1, 2);
    }

    private static CaseView view(Case subject, Viewer viewer) {
        return CaseView.of(subject, viewer).orElseThrow();
    }

    private static Case openCase(CaseKind kind) {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("20260302-0001"))
                .kind(kind)
                .channel(Channel.PHONE)
                .requester(new Requester(
                        RequesterType.RESIDENT,
                        Requester.Disclosure.OPEN,
                        Optional.of(PersonName.of("张三丰")),
                        Optional.of(PhoneNumber.of("13812345678")),
                        Optional.empty()))
                .text(FreeText.of("我是张三丰，路灯不亮"))
                .build();
        Case registered = CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), AT))
                .orElseThrow();
        return CaseLifecycle.standard()
                .decide(registered, CaseCommand.Dispatch.of(ZJJ), CommandContext.of(DISPATCHER, AT))
                .orElseThrow();
    }
}
