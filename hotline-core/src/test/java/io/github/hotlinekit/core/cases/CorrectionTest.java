package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static final FreeText WHY = FreeText.of("misheard");
    private static final Actor SUPERVISOR = Actor.of(Role.SUPERVISOR);
    private static final Actor SECOND = Actor.of(Role.REVIEWER);
    private static final Actor CLERK = Actor.of(Role.DEPARTMENT_CLERK, Alphabet.A);

    @Test
    void a_corrected_registration_is_what_the_case_says_from_then_on_and_not_before() {
        Case wrong = fresh(CaseKind.HELP);
        Registration right = new Registration(
                wrong.id(),
                wrong.number(),
                CaseKind.COMPLAINT,
                Channel.WEB,
                Requester.of(RequesterType.VISITOR, Requester.Disclosure.CONFIDENTIAL),
                Optional.of(FreeText.of("noise")),
                Optional.of(FreeText.of("it is loud")),
                Optional.of(AreaCode.of("350581")),
                Optional.of(Location.UNKNOWN),
                Optional.of(Respondent.builder()
                        .type(RespondentType.COMPANY)
                        .organisation("公交公司")
                        .build()),
                Optional.of(Priority.URGENT),
                Set.of(Tag.of("night")),
                List.of(new RelatedCase(CaseNumber.of("9"), Relation.FOLLOW_UP)),
                List.of(new Attachment(Reference.of("a-1"), "image/png", Visibility.HOTLINE)),
                Optional.empty(),
                Optional.empty(),
                wrong.registration().extensions());
        Case mended = mend(wrong, new CaseEvent.Registered(wrong.events().get(0).stamp(), right));
        assertThat(mended.registration()).isEqualTo(right);
        assertThat(mended.kind()).isEqualTo(right.kind());
        assertThat(mended.channel()).isEqualTo(right.channel());
        assertThat(mended.requester()).isEqualTo(right.requester());
        assertThat(mended.title()).isEqualTo(right.title());
        assertThat(mended.text()).isEqualTo(right.text());
        assertThat(mended.area()).isEqualTo(right.area());
        assertThat(mended.location()).isEqualTo(right.location());
        assertThat(mended.respondent()).isEqualTo(right.respondent());
        assertThat(Optional.of(mended.priority())).isEqualTo(right.priority());
        assertThat(mended.tags()).isEqualTo(right.tags());
        assertThat(mended.related()).isEqualTo(right.related());
        assertThat(mended.attachments()).isEqualTo(right.attachments());
        assertThat(mended.source()).isEqualTo(right.source());
        assertThat(mended.isConfidential()).isTrue();
        assertThat(mended.events().get(0)).isEqualTo(wrong.events().get(0));
        assertThat(mended.asOf(Walk.START)).contains(wrong);
    }

    @Test
    void what_was_said_after_the_registration_outlives_its_correction() {
        Case subject = fresh(CaseKind.HELP);
        subject = after(subject, SUPERVISOR, new CaseCommand.ChangeKind(CaseKind.COMPLAINT, WHY));
        subject = after(subject, SUPERVISOR, CaseCommand.Prioritize.of(Priority.NORMAL));
        subject = after(subject, SUPERVISOR, new CaseCommand.SetTags(Set.of(Tag.of("later"))));
        CaseEvent.Registered first = (CaseEvent.Registered) subject.events().get(0);
        Case mended = mend(
                subject,
                registered(
                        subject,
                        r -> with(r, CaseKind.PRAISE, first.registration().requester())));
        assertThat(mended.registration().kind()).isEqualTo(CaseKind.PRAISE);
        assertThat(mended.kind()).isEqualTo(CaseKind.COMPLAINT);
        assertThat(mended.priority()).isEqualTo(Priority.NORMAL);
        assertThat(mended.tags()).containsExactly(Tag.of("later"));
    }

    @Test
    void a_receipt_is_corrected_by_two_and_moves_with_the_correction() {
        Case subject = fresh(CaseKind.HELP);
        CaseEvent.Registered first = (CaseEvent.Registered) subject.events().get(0);
        Instant earlier = first.at().minusSeconds(60);
        CaseEvent right = new CaseEvent.Registered(first.stamp().withAt(earlier), first.registration());
        assertThat(refusal(subject, CaseCommand.Correct.of(right, WHY))).contains(LifecycleRule.SECOND_PERSON);
        Case mended = mend(subject, right);
        assertThat(mended.received()).isEqualTo(earlier);
        assertThat(mended.since()).isEqualTo(earlier);
    }

    @Test
    void a_correction_that_lets_departments_know_a_requester_takes_two() {
        Case report = fresh(CaseKind.REPORT);
        CaseEvent open = registered(report, r -> with(r, CaseKind.HELP, r.requester()));
        assertThat(refusal(report, CaseCommand.Correct.of(open, WHY))).contains(LifecycleRule.SECOND_PERSON);
        assertThat(mend(report, open).isConfidential()).isFalse();
        CaseEvent still = registered(report, r -> with(r, CaseKind.REPORT, Requester.WITHHELD));
        assertThat(refusal(report, CaseCommand.Correct.of(still, WHY))).isEmpty();
    }

    @Test
    void a_correction_is_corrected_by_another_of_the_same_event_and_not_itself() {
        Case subject = after(fresh(CaseKind.HELP), SUPERVISOR, CaseCommand.Prioritize.of(Priority.URGENT));
        Stamp stamp = subject.events().get(1).stamp();
        subject = mend(subject, new CaseEvent.Prioritized(stamp, Priority.NORMAL, Optional.empty()));
        assertThat(subject.priority()).isEqualTo(Priority.NORMAL);
        CaseEvent.Corrected correction = (CaseEvent.Corrected) subject.events().get(2);
        CaseEvent other =
                new CaseEvent.Corrected(correction.stamp(), correction.right(), WHY, correction.confirmedBy());
        assertThat(refusal(subject, new CaseCommand.Correct(other, WHY, Optional.of(SECOND))))
                .contains(LifecycleRule.CORRECTION_FITS);
        subject = mend(subject, new CaseEvent.Prioritized(stamp, Priority.URGENT, Optional.of(WHY)));
        assertThat(subject.priority()).isEqualTo(Priority.URGENT);
        assertThat(subject.events()).hasSize(4);
    }

    @Test
    void a_correction_grants_no_more_than_was_asked_for_and_asks_for_no_less_than_was_granted() {
        Case subject = handling();
        subject = after(subject, CLERK, new CaseCommand.AskExtension(ExtensionAmount.ofWorkingDays(5), WHY));
        subject = after(subject, SUPERVISOR, CaseCommand.GrantExtension.of(ExtensionAmount.ofWorkingDays(3)));
        Stamp asked = subject.events().get(3).stamp();
        Stamp granted = subject.events().get(4).stamp();
        assertRefused(
                subject, new CaseEvent.ExtensionGranted(granted, ExtensionAmount.ofWorkingDays(6), Optional.empty()));
        assertRefused(subject, new CaseEvent.ExtensionAsked(asked, ExtensionAmount.ofWorkingDays(2), WHY));
        assertThat(mend(
                                subject,
                                new CaseEvent.ExtensionGranted(
                                        granted, ExtensionAmount.ofWorkingDays(5), Optional.empty()))
                        .extensions())
                .containsExactly(ExtensionAmount.ofWorkingDays(5));
    }

    @Test
    void a_correction_takes_no_case_from_a_department_that_acted_on_it() {
        Case subject = handling();
        Stamp stamp = subject.events().get(1).stamp();
        assertRefused(subject, new CaseEvent.Dispatched(stamp, Alphabet.B, List.of(), Optional.empty()));
        assertRefused(
                subject,
                new CaseEvent.Dispatched(
                        stamp, Alphabet.A, List.of(Alphabet.HELPER, Alphabet.HELPER), Optional.empty()));
        List<DepartmentCode> helper = List.of(Alphabet.HELPER);
        assertThat(mend(subject, new CaseEvent.Dispatched(stamp, Alphabet.A, helper, Optional.empty()))
                        .assignments())
                .hasSize(2);
    }

    @Test
    void a_merged_case_is_corrected_as_any_other_and_still_follows_the_same_master() {
        Case master = Alphabet.fresh("M", CaseKind.HELP, Optional.empty());
        Case subject = fresh(CaseKind.HELP);
        subject = Walk.STANDARD
                .decide(
                        subject,
                        new CaseCommand.Merge(master.number(), WHY),
                        CommandContext.of(Actor.of(Role.DISPATCHER), Walk.START).withMaster(master))
                .orElseThrow();
        Stamp merged = subject.events().get(1).stamp();
        subject = mend(subject, registered(subject, r -> with(r, CaseKind.COMPLAINT, r.requester())));
        assertThat(subject.kind()).isEqualTo(CaseKind.COMPLAINT);
        assertThat(subject.ending()).contains(Ending.MERGED);
        assertThat(subject.master()).contains(master.number());
        CaseEvent other = new CaseEvent.Merged(merged, CaseNumber.of("N"), WHY);
        assertThat(refusal(subject, CaseCommand.Correct.of(other, WHY))).contains(LifecycleRule.CORRECTION_FITS);
        CaseEvent evidence = new CaseEvent.Merged(merged, master.number(), FreeText.of("the same road"));
        assertThat(refusal(subject, CaseCommand.Correct.of(evidence, WHY))).isEmpty();
    }

    @Test
    void an_imported_timeline_that_contradicts_itself_is_put_right_step_by_step() {
        Case subject = fresh(CaseKind.HELP);
        Actor clerkOfB = Actor.of(Role.DEPARTMENT_CLERK, Alphabet.B);
        subject = subject.apply(
                new CaseEvent.Dispatched(stamp(subject, Actor.SYSTEM), Alphabet.A, List.of(), Optional.empty()));
        subject = subject.apply(new CaseEvent.SignedFor(stamp(subject, clerkOfB)));
        subject = subject.apply(new CaseEvent.ExtensionGranted(
                stamp(subject, SUPERVISOR), ExtensionAmount.ofWorkingDays(3), Optional.empty()));
        Case mended = mend(
                subject,
                new CaseEvent.Dispatched(subject.events().get(1).stamp(), Alphabet.B, List.of(), Optional.empty()));
        assertThat(mended.lead()).contains(Alphabet.B);
        assertRefused(
                mended,
                new CaseEvent.Dispatched(subject.events().get(1).stamp(), Alphabet.A, List.of(), Optional.empty()));
    }

    @Test
    void a_corrected_instant_puts_no_event_before_the_receipt_and_no_move_before_the_last() {
        Instant recorded = Walk.START.plusSeconds(600);
        Case subject = Walk.STANDARD
                .register(
                        fresh(CaseKind.HELP).registration(),
                        CommandContext.of(Actor.of(Role.AGENT), Walk.START).withRecorded(recorded))
                .orElseThrow();
        CaseEvent.Registered first = (CaseEvent.Registered) subject.events().get(0);
        Stamp noted = new Stamp(2, Walk.START.plusSeconds(300), recorded, Actor.of(Role.AGENT), Extras.NONE);
        Case note = subject.apply(new CaseEvent.NoteAdded(noted, Visibility.HOTLINE, WHY, List.of()));
        assertThat(mend(note, receivedAt(first, 300)).received()).isEqualTo(noted.at());
        assertRefused(note, receivedAt(first, 301));

        Case queued = subject.apply(new CaseEvent.QueuedForTriage(noted, WHY));
        Stamp sent = new Stamp(3, Walk.START.plusSeconds(400), recorded, Actor.of(Role.DISPATCHER), Extras.NONE);
        Case dispatched = queued.apply(new CaseEvent.Dispatched(sent, Alphabet.A, List.of(), Optional.empty()));
        assertThat(mend(dispatched, dispatchedAt(sent, 300)).since()).isEqualTo(noted.at());
        assertRefused(dispatched, dispatchedAt(sent, 299));
    }

    private static CaseEvent receivedAt(CaseEvent.Registered first, long second) {
        return new CaseEvent.Registered(first.stamp().withAt(Walk.START.plusSeconds(second)), first.registration());
    }

    private static CaseEvent dispatchedAt(Stamp sent, long second) {
        return new CaseEvent.Dispatched(
                sent.withAt(Walk.START.plusSeconds(second)), Alphabet.A, List.of(), Optional.empty());
    }

    @Test
    void a_correction_that_makes_a_later_event_impossible_is_no_timeline() {
        Source source = Source.of("old", Set.of(Step.DISPATCH, Step.SIGN_FOR));
        Case subject = Alphabet.fresh("1", CaseKind.HELP, Optional.of(source));
        subject = after(subject, Actor.of(Role.DISPATCHER), CaseCommand.Dispatch.of(Alphabet.A));
        subject = after(subject, CLERK, new CaseCommand.SignFor());
        subject = after(subject, CLERK, CaseCommand.AssignTask.of(1, Assignee.of(Post.of("P")), WHY));
        Case closed = after(subject, Actor.SYSTEM, new CaseCommand.Close(ClosingGround.UNKNOWN));
        assertThat(closed.tasks()).extracting(Task::state).containsExactly(TaskState.CANCELLED);
        CaseEvent born = registered(closed, r -> with(r, r.kind(), r.requester()));
        assertRefused(closed, born);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> closed.apply(
                        new CaseEvent.Corrected(stamp(closed, SUPERVISOR), born, WHY, Optional.of(SECOND))))
                .withMessageContaining("event 5, CLOSE, is not allowed in state HANDLING");
    }

    @Test
    void a_timeline_corrects_only_what_was_before_and_names_both_events() {
        Case subject = fresh(CaseKind.HELP);
        subject = after(subject, Actor.of(Role.DISPATCHER), new CaseCommand.AddFollower(CaseNumber.of("F")));
        subject = after(subject, Actor.of(Role.DISPATCHER), new CaseCommand.RemoveFollower(CaseNumber.of("F")));
        Case three = subject;
        CaseEvent other = new CaseEvent.FollowerRemoved(three.events().get(2).stamp(), CaseNumber.of("G"));
        assertThat(refusal(three, CaseCommand.Correct.of(other, WHY))).contains(LifecycleRule.CORRECTION_FITS);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        three.apply(new CaseEvent.Corrected(stamp(three, SUPERVISOR), other, WHY, Optional.of(SECOND))))
                .withMessageContaining("event 4 corrects event 3");
    }

    private static Case fresh(CaseKind kind) {
        return Alphabet.fresh("1", kind, Optional.empty());
    }

    private static Case handling() {
        Case subject = after(fresh(CaseKind.HELP), Actor.of(Role.DISPATCHER), CaseCommand.Dispatch.of(Alphabet.A));
        return after(subject, CLERK, new CaseCommand.SignFor());
    }

    private static Case after(Case subject, Actor actor, CaseCommand command) {
        return Walk.STANDARD
                .decide(subject, command, CommandContext.of(actor, Walk.START))
                .orElseThrow();
    }

    private static Stamp stamp(Case subject, Actor actor) {
        return Stamp.of(subject.version() + 1, Walk.START, actor);
    }

    private static CaseEvent registered(Case subject, UnaryOperator<Registration> change) {
        return new CaseEvent.Registered(subject.events().get(0).stamp(), change.apply(subject.registration()));
    }

    private static Registration with(Registration r, CaseKind kind, Requester requester) {
        return Registration.builder()
                .number(r.number())
                .kind(kind)
                .channel(r.channel())
                .requester(requester)
                .build();
    }

    private static Decision correct(Case subject, CaseCommand command) {
        return Walk.STANDARD.decide(subject, command, CommandContext.of(SUPERVISOR, Walk.START.plusSeconds(3_600)));
    }

    private static Case mend(Case subject, CaseEvent right) {
        return correct(subject, new CaseCommand.Correct(right, WHY, Optional.of(SECOND)))
                .orElseThrow();
    }

    private static Optional<LifecycleRule> refusal(Case subject, CaseCommand command) {
        return correct(subject, command) instanceof Decision.Refused refused
                ? Optional.of(refused.rule())
                : Optional.empty();
    }

    private static void assertRefused(Case subject, CaseEvent right) {
        assertThat(refusal(subject, new CaseCommand.Correct(right, WHY, Optional.of(SECOND))))
                .contains(LifecycleRule.TIMELINE_HOLDS);
    }
}
