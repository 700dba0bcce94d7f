package io.github.hotlinekit.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Attachment;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Post;
import io.github.hotlinekit.core.cases.RelatedCase;
import io.github.hotlinekit.core.cases.Relation;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.StaffRef;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.redaction.Depths;
import io.github.hotlinekit.core.redaction.Story;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class CaseViewLawsTest {

    private static final List<DepartmentCode> DEPARTMENTS =
            List.of(DepartmentCode.of("ZJJ"), DepartmentCode.of("CGJ"), DepartmentCode.of("HBJ"));

    @Property(tries = 300)
    void a_department_reaches_nothing_of_a_withheld_requester_even_by_reflection(@ForAll("stories") Story story) {
        Case subject = story.confidential();
        assertThat(subject.isConfidential()).isTrue();
        for (DepartmentCode department : DEPARTMENTS) {
            Optional<CaseView> view = CaseView.of(subject, Viewer.of(department));
            Statistics.label("sees").collect(view.isPresent());
            if (view.isEmpty()) {
                continue;
            }
            String all = Depths.textOf(view.get());
            assertThat(all).doesNotContain(story.planted.of(subject));
            assertThat(all).doesNotContain("OTHER-");
            assertThat(Depths.objectsOf(view.get(), Attachment.class)).isEmpty();
            assertThat(Depths.objectsOf(view.get(), Requester.class)).allMatch(Requester.WITHHELD::equals);
            assertThat(view.get().requester()).isEqualTo(Requester.WITHHELD);
        }
    }

    @Property(tries = 100)
    void the_same_holds_for_an_anonymous_requester(@ForAll("stories") Story story) {
        Case subject = story.subject();
        if (subject.registration().requester().disclosure() != Requester.Disclosure.OPEN) {
            for (DepartmentCode department : DEPARTMENTS) {
                CaseView.of(subject, Viewer.of(department))
                        .ifPresent(view -> assertThat(Depths.textOf(view)).doesNotContain(story.planted.of(subject)));
            }
        }
        Statistics.label("disclosure")
                .collect(subject.registration().requester().disclosure());
    }

    @Property(tries = 100)
    void a_department_sees_a_case_just_when_it_was_given_it(@ForAll("stories") Story story) {
        Case subject = story.subject();
        for (DepartmentCode department : DEPARTMENTS) {
            boolean given =
                    subject.assignments().stream().anyMatch(a -> a.department().equals(department));
            assertThat(CaseView.of(subject, Viewer.of(department)).isPresent()).isEqualTo(given);
        }
        assertThat(CaseView.of(subject, Viewer.of(DepartmentCode.of("NONE")))).isEmpty();
    }

    @Property(tries = 100)
    void the_hotline_sees_all_as_it_was_recorded(@ForAll("stories") Story story) {
        for (Viewer viewer : List.of(Viewer.HOTLINE, Viewer.SUPERVISOR)) {
            CaseView view = CaseView.of(story.subject(), viewer).orElseThrow();
            assertThat(view.events()).isEqualTo(story.subject().events());
            assertThat(view.requester())
                    .isEqualTo(story.subject().registration().requester());
        }
    }

    @Property(tries = 100)
    void one_of_the_hotline_whose_department_has_the_case_sees_what_it_sees(@ForAll("stories") Story story) {
        for (DepartmentCode department : DEPARTMENTS) {
            Optional<CaseView> asDepartment = CaseView.of(story.subject(), Viewer.of(department));
            CaseView asHotline = CaseView.of(story.subject(), new Viewer(Audience.HOTLINE, Optional.of(department)))
                    .orElseThrow();
            assertThat(asHotline)
                    .isEqualTo(asDepartment.orElse(
                            CaseView.of(story.subject(), Viewer.HOTLINE).orElseThrow()));
        }
    }

    @Property(tries = 100)
    void sequences_rise_and_what_stays_is_no_note_or_file_for_others(@ForAll("stories") Story story) {
        for (Viewer viewer : viewers()) {
            Optional<CaseView> view = CaseView.of(story.subject(), viewer);
            if (view.isEmpty() || viewer.equals(Viewer.HOTLINE)) {
                continue;
            }
            assertThat(view.get().events().stream().map(CaseEvent::sequence))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(Depths.objectsOf(view.get(), CaseEvent.NoteAdded.class))
                    .allMatch(n -> sees(viewer, ((CaseEvent.NoteAdded) n).visibility()));
            assertThat(Depths.objectsOf(view.get(), Attachment.class))
                    .allMatch(a -> sees(viewer, ((Attachment) a).visibility()));
            assertThat(Depths.objectsOf(view.get(), RelatedCase.class))
                    .allMatch(r -> ((RelatedCase) r).relation() == Relation.SAME_MATTER);
            assertThat(Depths.textOf(view.get())).doesNotContain("\"" + story.planted.unknown);
            assertThat(view.get().state()).isEqualTo(story.subject().state());
            assertThat(view.get().kind()).isEqualTo(story.subject().kind());
        }
    }

    @Property(tries = 100)
    void what_was_corrected_in_order_to_hide_it_is_hidden(@ForAll("stories") Story story) {
        Case subject = story.subject();
        for (Viewer viewer : viewers()) {
            if (viewer.equals(Viewer.HOTLINE)) {
                continue;
            }
            for (CaseEvent event :
                    CaseView.of(subject, viewer).map(CaseView::events).orElse(List.of())) {
                CaseEvent said = event instanceof CaseEvent.Corrected c ? c.right() : event;
                CaseEvent stands = subject.correctedEvents().get(said.sequence() - 1);
                assertThat(said.at()).isEqualTo(stands.at());
                if (stands instanceof CaseEvent.NoteAdded note) {
                    assertThat(sees(viewer, note.visibility())).isTrue();
                }
            }
        }
    }

    @Property(tries = 100)
    void a_citizen_meets_neither_staff_nor_posts_nor_the_person_complained_of(@ForAll("stories") Story story) {
        CaseView view = CaseView.of(story.subject(), Viewer.CITIZEN).orElseThrow();
        assertThat(Depths.objectsOf(view, StaffRef.class)).isEmpty();
        assertThat(Depths.objectsOf(view.events(), Actor.class))
                .allMatch(a -> ((Actor) a).post().isEmpty());
        assertThat(Depths.objectsOf(view, PersonName.class)).doesNotContain(PersonName.of("李四"));
        assertThat(view.requester()).isEqualTo(story.subject().registration().requester());
        assertThat(view.events().stream().map(CaseEvent::act))
                .doesNotContain(Act.ASSIGN_TASK, Act.MERGE, Act.LINK, Act.UNKNOWN, Act.RECORD_FINDING);
        assertThat(Depths.objectsOf(view, Post.class)).isEmpty();
    }

    @Property(tries = 100)
    void the_public_reaches_no_person_at_all(@ForAll("stories") Story story) {
        Case subject = story.subject();
        Optional<CaseView> view = CaseView.of(subject, Viewer.PUBLIC);
        assertThat(view.isPresent()).isEqualTo(!subject.isConfidential());
        if (view.isPresent()) {
            assertThat(Depths.textOf(view.get()))
                    .doesNotContain(story.planted.of(subject))
                    .doesNotContain("李四");
            assertThat(view.get().events()).isEmpty();
            assertThat(view.get().registration()).isEmpty();
            view.get().area().ifPresent(area -> assertThat(area.value()).hasSize(12));
        }
    }

    @Property(tries = 100)
    void cases_named_confidential_are_named_to_no_department(@ForAll("stories") Story story) {
        Set<CaseNumber> confidential = Set.of(
                CaseNumber.of("OTHER-0"), CaseNumber.of("OTHER-1"), CaseNumber.of("OTHER-2"), CaseNumber.of("OTHER-3"));
        for (DepartmentCode department : DEPARTMENTS) {
            CaseView.of(story.subject(), Viewer.of(department), confidential)
                    .ifPresent(view -> assertThat(Depths.objectsOf(view, CaseNumber.class))
                            .doesNotContainAnyElementsOf(confidential));
        }
    }

    @Property(tries = 100)
    void the_kind_report_alone_withholds(@ForAll("stories") Story story) {
        if (story.subject().kind() == CaseKind.REPORT) {
            CaseView.of(story.subject(), Viewer.of(DEPARTMENTS.get(0)))
                    .ifPresent(view -> assertThat(view.requester()).isEqualTo(Requester.WITHHELD));
        }
        Statistics.label("report").collect(story.subject().kind() == CaseKind.REPORT);
    }

    private static List<Viewer> viewers() {
        return List.of(
                Viewer.HOTLINE,
                Viewer.CITIZEN,
                Viewer.PUBLIC,
                Viewer.of(DEPARTMENTS.get(0)),
                Viewer.of(DEPARTMENTS.get(1)));
    }

    private static boolean sees(Viewer viewer, Visibility visibility) {
        return viewer.audience() == Audience.CITIZEN
                ? visibility == Visibility.CITIZEN || visibility == Visibility.PUBLIC
                : visibility != Visibility.HOTLINE;
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.stories();
    }
}
