package io.github.hotlinekit.core.cases;

import static io.github.hotlinekit.core.cases.LifecycleRule.*;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the domain asks of each command beyond its state and role. */
final class NaiveGuards {

    /** Takes down a rule and whether it holds. */
    @FunctionalInterface
    interface Check {
        void of(LifecycleRule rule, boolean holds);
    }

    private final NaiveStory story;
    private final LifecyclePolicy policy;
    private final Check always;
    private final Check optional;

    NaiveGuards(NaiveStory story, LifecyclePolicy policy, Check always, Check optional) {
        this.story = story;
        this.policy = policy;
        this.always = always;
        this.optional = optional;
    }

    void look(CaseCommand command, CommandContext context) {
        Actor actor = context.actor();
        Optional<DepartmentCode> by = actor.department();
        boolean ofDepartment = actor.role() == Role.DEPARTMENT_CLERK
                || actor.role() == Role.DEPARTMENT_LEAD
                || actor.role() == Role.HANDLER;
        boolean byLead = story.leading()
                .filter(s -> !s.state.equals("returned") && !s.state.equals("released"))
                .filter(s -> by.equals(Optional.of(s.department)))
                .isPresent();
        boolean byAssistant =
                by.flatMap(story::assisting).filter(NaiveStory.Share::isOpen).isPresent();
        switch (command.act()) {
            case SIGN_FOR, RETURN, SUSPEND, RESUME, ASK_EXTENSION, REPLY ->
                always.of(NOT_THE_LEAD, byLead || !ofDepartment);
            case ASSIGN_TASK, REPORT_TASK, ACCEPT_TASK, SEND_BACK_TASK, CANCEL_TASK, CONTACT ->
                always.of(NOT_ASSIGNED, byLead || byAssistant || !ofDepartment);
            case ATTEMPT_CALLBACK, RECORD_CALLBACK ->
                always.of(INDEPENDENT_CALLER, by.isEmpty() || !everHadIt(by.get()));
            default -> {}
        }
        if (command instanceof CaseCommand.Classify c) {
            boolean another = story.last(CaseEvent.Classified.class)
                    .filter(e -> !e.category().equals(c.category()))
                    .isPresent();
            always.of(REASON_TO_RECLASSIFY, !another || c.reason().isPresent());
        } else if (command instanceof CaseCommand.ChangeKind c) {
            always.of(KIND_DIFFERS, c.kind() != story.kind());
        } else if (command instanceof CaseCommand.AnswerAtDesk) {
            always.of(NOT_A_REPORT, story.kind() != CaseKind.REPORT);
        } else if (command instanceof CaseCommand.MarkInvalid c) {
            always.of(SECOND_PERSON, confirms(Optional.of(c.confirmedBy()), actor));
        } else if (command instanceof CaseCommand.RecordFinding c) {
            always.of(SECOND_PERSON, confirms(Optional.of(c.confirmedBy()), actor));
        } else if (command instanceof CaseCommand.End) {
            always.of(IMPORTED_ONLY, story.registration().source().isPresent());
        } else if (command instanceof CaseCommand.Dispatch c) {
            always.of(LEAD_ASSISTS, NaiveModel.isDistinct(c.lead(), c.assisting()));
            optional.of(ARBITER_AFTER_RETURN, !returnedIt(c.lead()));
        } else if (command instanceof CaseCommand.Redispatch c) {
            always.of(LEAD_ASSISTS, NaiveModel.isDistinct(c.lead(), c.assisting()));
            always.of(OTHER_LEAD, !story.lead().equals(Optional.of(c.lead())));
            always.of(BOUND_BY_RULING, !story.isBound());
            optional.of(ARBITER_AFTER_RETURN, !returnedIt(c.lead()));
        } else if (command instanceof CaseCommand.Rule c) {
            always.of(LEAD_ASSISTS, NaiveModel.isDistinct(c.lead(), c.assisting()));
        } else if (command instanceof CaseCommand.ChangeAssisting c) {
            always.of(ASSISTING_CHANGES, changes(c));
        } else if (command instanceof CaseCommand.SignForAssisting c) {
            share(c.department(), by, ofDepartment, List.of("offered"));
        } else if (command instanceof CaseCommand.ReturnAssisting c) {
            share(c.department(), by, ofDepartment, List.of("offered", "signed"));
        } else if (command instanceof CaseCommand.ReplyAssisting c) {
            share(c.department(), by, ofDepartment, List.of("signed"));
            always.of(
                    NO_OPEN_TASK,
                    story.jobs().values().stream().noneMatch(j -> j.isOpen() && j.department.equals(c.department())));
        } else if (command instanceof CaseCommand.Return c) {
            always.of(BOUND_BY_RULING, !story.isBound());
            optional.of(BASIS_TO_RETURN, c.basis().isPresent());
        } else if (command instanceof CaseCommand.RefuseReturn) {
            always.of(
                    RETURN_STANDS,
                    story.leading().filter(s -> s.state.equals("returned")).isPresent());
        } else if (command instanceof CaseCommand.OpenDispute) {
            always.of(RETURNED_BEFORE, story.count(Act.RETURN) > 0);
        } else if (command instanceof CaseCommand.AssignTask c) {
            always.of(NEXT_TASK, c.task() == story.jobs().size() + 1);
        } else if (command instanceof CaseCommand.ReportTask c) {
            task(c.task(), by, List.of("given", "sent back"));
        } else if (command instanceof CaseCommand.AcceptTask c) {
            task(c.task(), by, List.of("reported"));
        } else if (command instanceof CaseCommand.SendBackTask c) {
            task(c.task(), by, List.of("reported"));
        } else if (command instanceof CaseCommand.CancelTask c) {
            task(c.task(), by, List.of("given", "sent back", "reported"));
        } else if (command instanceof CaseCommand.Suspend c) {
            always.of(UNTIL_LATER, c.until().isAfter(context.at()));
            optional.of(
                    APPROVAL_TO_SUSPEND,
                    c.approvedBy()
                            .filter(p ->
                                    List.of(Role.DISPATCHER, Role.SUPERVISOR).contains(p.role()))
                            .isPresent());
        } else if (command instanceof CaseCommand.AskExtension) {
            always.of(NO_EXTENSION_PENDING, story.asked().isEmpty());
            optional.of(
                    EXTENSION_BEFORE_DUE,
                    context.due().filter(due -> due.isAfter(context.at())).isPresent());
        } else if (command instanceof CaseCommand.GrantExtension c) {
            always.of(EXTENSION_PENDING, story.asked().isPresent());
            always.of(
                    AT_MOST_ASKED,
                    story.asked()
                            .filter(a -> a.unit() == c.amount().unit()
                                    && a.amount() >= c.amount().amount())
                            .isPresent());
        } else if (command instanceof CaseCommand.RefuseExtension) {
            always.of(EXTENSION_PENDING, story.asked().isPresent());
        } else if (command instanceof CaseCommand.Reply) {
            reply();
        } else if (command instanceof CaseCommand.WaiveCallback c) {
            always.of(
                    EXEMPT,
                    switch (c.exemption()) {
                        case ANONYMOUS ->
                            story.registration().requester().phone().isEmpty();
                        case PRAISE -> story.kind() == CaseKind.PRAISE;
                        case DECLINED -> true;
                    });
            optional.of(NO_EXEMPTION, false);
        } else {
            lookFurther(command, context);
        }
    }

    private void lookFurther(CaseCommand command, CommandContext context) {
        CaseNumber own = story.registration().number();
        if (command instanceof CaseCommand.Close c) {
            boolean noCallbacks = story.registration()
                    .source()
                    .filter(s -> !s.recorded().contains(Step.CALLBACK))
                    .isPresent();
            boolean called = story.attempts() >= policy.attemptsBeforeClosing() || story.isRefused();
            always.of(NO_CALLBACK, noCallbacks || story.answer().isPresent() || called);
            always.of(
                    GROUND_MATCHES,
                    switch (c.ground()) {
                        case CALLBACK_DONE -> story.answer().isPresent();
                        case CALLBACK_FAILED -> story.answer().isEmpty() && story.attempts() > 0;
                        case UNKNOWN -> story.registration().source().isPresent();
                        default -> false;
                    });
        } else if (command instanceof CaseCommand.Reopen) {
            always.of(
                    NO_BAD_CALLBACK,
                    story.answer()
                            .filter(a -> a.resolution() == Resolution.NO
                                    || List.of(Satisfaction.DISSATISFIED, Satisfaction.VERY_DISSATISFIED)
                                            .contains(a.satisfaction().orElse(Satisfaction.FAIR)))
                            .isPresent());
            always.of(
                    FOUND_UNREASONABLE,
                    story.last(CaseEvent.FindingRecorded.class)
                            .filter(e -> e.finding() == Finding.UNREASONABLE)
                            .isEmpty());
        } else if (command instanceof CaseCommand.Merge c) {
            Optional<Case> master = context.master().filter(m -> m.number().equals(c.master()));
            always.of(NOT_ITSELF, !c.master().equals(own));
            always.of(MASTER_GIVEN, master.isPresent());
            always.of(
                    MASTER_OPEN,
                    master.filter(m -> new NaiveStory(m.correctedEvents()).isOpen())
                            .isPresent());
            always.of(
                    SAME_CONFIDENTIALITY,
                    master.filter(m -> new NaiveStory(m.correctedEvents()).isConfidential() == story.isConfidential())
                            .isPresent());
            always.of(OPEN_OR_MERGED, story.isOpen() || isMerged());
            always.of(NO_FOLLOWERS, story.followers().isEmpty());
        } else if (command instanceof CaseCommand.Unmerge) {
            always.of(MERGED_BEFORE, isMerged());
        } else if (command instanceof CaseCommand.AddFollower c) {
            always.of(NOT_ITSELF, !c.follower().equals(own));
            always.of(FOLLOWER_KNOWN, !story.followers().contains(c.follower()));
        } else if (command instanceof CaseCommand.RemoveFollower c) {
            always.of(FOLLOWER_KNOWN, story.followers().contains(c.follower()));
        } else if (command instanceof CaseCommand.Split c) {
            Set<CaseNumber> different = new HashSet<>(c.children());
            always.of(
                    CHILDREN_DIFFER,
                    !different.isEmpty()
                            && different.size() == c.children().size()
                            && !different.contains(own)
                            && story.children().stream().noneMatch(different::contains));
        } else if (command instanceof CaseCommand.LiftSupervision) {
            always.of(SUPERVISED, story.supervision() > 0);
        } else if (command instanceof CaseCommand.Escalate c) {
            always.of(LEVEL_RISES, c.level() > story.escalation());
        } else if (command instanceof CaseCommand.Correct c) {
            correct(c, context.actor());
        }
    }

    private boolean isMerged() {
        return story.ending().equals(Optional.of(Ending.MERGED));
    }

    private void reply() {
        always.of(NO_OPEN_TASK, story.jobs().values().stream().noneMatch(NaiveStory.Job::isOpen));
        List<CaseEvent> contacts =
                story.events().stream().filter(e -> e.act() == Act.CONTACT).toList();
        long inVain = contacts.stream()
                .filter(e -> ((CaseEvent.Contacted) e).outcome() == ContactOutcome.NOT_REACHED)
                .count();
        optional.of(
                CONTACT_BEFORE_REPLY,
                inVain < contacts.size()
                        || story.registration()
                                .source()
                                .filter(s -> !s.recorded().contains(Step.FIRST_CONTACT))
                                .isPresent()
                        || inVain >= policy.attemptsBeforeClosing()
                        || story.registration().requester().phone().isEmpty());
        optional.of(ASSISTS_BEFORE_REPLY, story.shares().stream().noneMatch(s -> !s.leads && s.isOpen()));
    }

    private void correct(CaseCommand.Correct c, Actor actor) {
        CaseEvent right = c.right();
        List<CaseEvent> events = story.events();
        if (right.sequence() > events.size()) {
            always.of(CORRECTION_FITS, false);
            return;
        }
        CaseEvent wrong = events.get(right.sequence() - 1);
        boolean sameCase = !(wrong instanceof CaseEvent.Registered a && right instanceof CaseEvent.Registered b)
                || (a.registration().number().equals(b.registration().number())
                        && a.registration().id().equals(b.registration().id()));
        boolean sameTie = !(wrong instanceof CaseEvent.Merged a
                        && right instanceof CaseEvent.Merged b
                        && !a.master().equals(b.master()))
                && !(wrong instanceof CaseEvent.FollowerAdded c1
                        && right instanceof CaseEvent.FollowerAdded c2
                        && !c1.follower().equals(c2.follower()))
                && !(wrong instanceof CaseEvent.FollowerRemoved d1
                        && right instanceof CaseEvent.FollowerRemoved d2
                        && !d1.follower().equals(d2.follower()));
        always.of(
                CORRECTION_FITS,
                wrong.act() == right.act()
                        && !List.of(Act.CORRECT, Act.ERASE, Act.UNKNOWN).contains(wrong.act())
                        && wrong.stamp().recorded().equals(right.stamp().recorded())
                        && wrong.stamp().actor().equals(right.stamp().actor())
                        && sameCase
                        && sameTie
                        && !wrong.equals(right));
        boolean tells = isSecret(wrong) && !isSecret(right);
        always.of(SECOND_PERSON, (wrong.at().equals(right.at()) && !tells) || confirms(c.confirmedBy(), actor));
        if (wrong.act() == right.act()) {
            List<CaseEvent> corrected = new ArrayList<>(events);
            corrected.set(right.sequence() - 1, right);
            always.of(TIMELINE_HOLDS, NaiveModel.holdsTogether(corrected));
        }
    }

    private static boolean isSecret(CaseEvent event) {
        return event instanceof CaseEvent.Registered e
                && (e.registration().kind() == CaseKind.REPORT
                        || e.registration().requester().disclosure() == Requester.Disclosure.CONFIDENTIAL);
    }

    private boolean everHadIt(DepartmentCode department) {
        return story.shares().stream().anyMatch(s -> s.department.equals(department));
    }

    private boolean returnedIt(DepartmentCode department) {
        return story.shares().stream()
                .anyMatch(s -> s.leads && s.state.equals("returned") && s.department.equals(department));
    }

    private boolean confirms(Optional<Actor> second, Actor first) {
        return second.filter(p -> List.of(Role.REVIEWER, Role.SUPERVISOR).contains(p.role())
                        && (p.department().isEmpty()
                                || !everHadIt(p.department().get()))
                        && !NaiveModel.isSamePerson(p, first))
                .isPresent();
    }

    private boolean changes(CaseCommand.ChangeAssisting c) {
        boolean some = !c.added().isEmpty() || !c.released().isEmpty();
        boolean added =
                c.added().stream().allMatch(d -> !assists(d) && !story.lead().equals(Optional.of(d)));
        boolean twice = new HashSet<>(c.added()).size() < c.added().size();
        return some && added && !twice && c.released().stream().allMatch(this::assists);
    }

    private boolean assists(DepartmentCode department) {
        return story.assisting(department).filter(NaiveStory.Share::isOpen).isPresent();
    }

    private void share(DepartmentCode of, Optional<DepartmentCode> by, boolean ofDepartment, List<String> in) {
        always.of(
                OWN_SHARE,
                (!ofDepartment || by.equals(Optional.of(of)))
                        && story.assisting(of).filter(s -> in.contains(s.state)).isPresent());
    }

    private void task(int number, Optional<DepartmentCode> by, List<String> in) {
        NaiveStory.Job job = story.jobs().get(number);
        always.of(TASK_KNOWN, job != null && in.contains(job.state) && by.equals(Optional.of(job.department)));
    }
}
