package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of each rule whether it holds for an attempt. */
final class Rules {

    private Rules() {}

    static boolean holds(LifecycleRule rule, Attempt a) {
        return switch (rule) {
            case WRONG_ROLE, WRONG_STATE, FORBIDDEN -> true; // looked at before all others
            case LIMIT_REACHED -> !a.policy().isExhausted(a.command().act(), a.subject());
            case RECORDED_OUT_OF_ORDER ->
                !a.context()
                        .recorded()
                        .isBefore(a.subject().standing().progress().recorded());
            case BEFORE_RECEIPT -> !a.context().at().isBefore(a.subject().received());
            case BEFORE_LAST_CHANGE -> !a.context().at().isBefore(a.subject().since());
            case REASON_TO_RECLASSIFY -> {
                CaseCommand.Classify c = (CaseCommand.Classify) a.command();
                yield a.subject().category().isEmpty()
                        || a.subject().category().get().equals(c.category())
                        || c.reason().isPresent();
            }
            case KIND_DIFFERS ->
                ((CaseCommand.ChangeKind) a.command()).kind() != a.subject().kind();
            case NOT_A_REPORT -> a.subject().kind() != CaseKind.REPORT;
            case SECOND_PERSON -> secondPerson(a);
            case IMPORTED_ONLY -> a.subject().registration().source().isPresent();
            case LEAD_ASSISTS -> leadDoesNotAssist(a.command());
            case OTHER_LEAD -> !a.handover().lead().equals(Optional.of(((CaseCommand.Redispatch) a.command()).lead()));
            case BOUND_BY_RULING -> !a.handover().bound();
            case ARBITER_AFTER_RETURN -> !a.handover().returnedBy(newLead(a.command()));
            case ASSISTING_CHANGES -> assistingChanges(a, (CaseCommand.ChangeAssisting) a.command());
            case NOT_THE_LEAD -> !a.isByDepartment() || isLead(a);
            case NOT_ASSIGNED -> !a.isByDepartment() || isLead(a) || isAssisting(a);
            case OWN_SHARE -> ownShare(a);
            case BASIS_TO_RETURN -> ((CaseCommand.Return) a.command()).basis().isPresent();
            case RETURNED_BEFORE -> a.handover().returns() > 0;
            case RETURN_STANDS ->
                a.handover()
                        .leading()
                        .filter(l -> l.state() == AssignmentState.RETURNED)
                        .isPresent();
            case NEXT_TASK ->
                ((CaseCommand.AssignTask) a.command()).task()
                        == a.work().tasks().size() + 1;
            case TASK_KNOWN -> taskKnown(a);
            case UNTIL_LATER ->
                ((CaseCommand.Suspend) a.command()).until().isAfter(a.context().at());
            case APPROVAL_TO_SUSPEND ->
                ((CaseCommand.Suspend) a.command())
                        .approvedBy()
                        .filter(p -> p.role() == Role.DISPATCHER || p.role() == Role.SUPERVISOR)
                        .isPresent();
            case NO_EXTENSION_PENDING -> a.work().asked().isEmpty();
            case EXTENSION_PENDING -> a.work().asked().isPresent();
            case EXTENSION_BEFORE_DUE ->
                a.context().due().filter(due -> a.context().at().isBefore(due)).isPresent();
            case AT_MOST_ASKED ->
                a.work()
                        .asked()
                        .filter(((CaseCommand.GrantExtension) a.command()).amount()::isAtMost)
                        .isPresent();
            case NO_OPEN_TASK ->
                a.work().tasks().stream().noneMatch(t -> t.state().isOpen() && waitsFor(a.command(), t));
            case CONTACT_BEFORE_REPLY ->
                a.work().firstContact().isPresent()
                        || !a.subject().recordedSteps().contains(Step.FIRST_CONTACT)
                        || a.work().contactsInVain() >= a.policy().attemptsBeforeClosing()
                        || !a.subject().registration().requester().isCallable();
            case ASSISTS_BEFORE_REPLY ->
                a.handover().assignments().stream()
                        .noneMatch(s -> s.part() == Part.ASSIST && s.state().isOpen());
            case EXEMPT -> isExempt(a.subject(), ((CaseCommand.WaiveCallback) a.command()).exemption());
            case NO_EXEMPTION -> false; // where a policy asks for it, nothing is exempt
            case INDEPENDENT_CALLER ->
                a.department().filter(a.handover()::involves).isEmpty();
            case NO_CALLBACK ->
                a.subject().mayCloseWithoutCallback()
                        || a.result().answered()
                        || a.result().attempts() >= a.policy().attemptsBeforeClosing()
                        || (a.result().attempts() > 0
                                && a.result().callbackFailure().equals(Optional.of(CallbackFailure.REFUSED)));
            case GROUND_MATCHES -> groundMatches(a);
            case NO_BAD_CALLBACK ->
                a.result().answered()
                        && a.result().callback().filter(CallbackAnswer::isBad).isPresent();
            case FOUND_UNREASONABLE -> !a.subject().finding().equals(Optional.of(Finding.UNREASONABLE));
            case MASTER_GIVEN ->
                a.context()
                        .master()
                        .filter(m -> m.number().equals(((CaseCommand.Merge) a.command()).master()))
                        .isPresent();
            case MASTER_OPEN ->
                a.context().master().filter(m -> m.state().isOpen()).isPresent();
            case NOT_ITSELF -> !itself(a.command()).equals(a.subject().number());
            case SAME_CONFIDENTIALITY ->
                a.context()
                        .master()
                        .filter(m -> m.isConfidential() == a.subject().isConfidential())
                        .isPresent();
            case NO_FOLLOWERS -> a.subject().followers().isEmpty();
            case MERGED_BEFORE -> a.subject().ending().equals(Optional.of(Ending.MERGED));
            case OPEN_OR_MERGED ->
                a.subject().state().isOpen() || a.subject().ending().equals(Optional.of(Ending.MERGED));
            case FOLLOWER_KNOWN ->
                a.command() instanceof CaseCommand.AddFollower c
                        ? !a.subject().followers().contains(c.follower())
                        : a.subject().followers().contains(((CaseCommand.RemoveFollower) a.command()).follower());
            case CHILDREN_DIFFER -> {
                List<CaseNumber> children = ((CaseCommand.Split) a.command()).children();
                Set<CaseNumber> different = new HashSet<>(children);
                different.add(a.subject().number());
                different.addAll(a.subject().children());
                yield !children.isEmpty()
                        && different.size()
                                == children.size() + 1 + a.subject().children().size();
            }
            case SUPERVISED -> a.subject().supervision() > 0;
            case LEVEL_RISES ->
                ((CaseCommand.Escalate) a.command()).level() > a.subject().escalation();
            case CORRECTION_FITS -> a.subject().canCorrect(((CaseCommand.Correct) a.command()).right());
            case TIMELINE_HOLDS -> a.subject().holdsWith(((CaseCommand.Correct) a.command()).right());
        };
    }

    private static boolean secondPerson(Attempt a) {
        Optional<Actor> second;
        if (a.command() instanceof CaseCommand.MarkInvalid c) {
            second = Optional.of(c.confirmedBy());
        } else if (a.command() instanceof CaseCommand.RecordFinding c) {
            second = Optional.of(c.confirmedBy());
        } else {
            CaseCommand.Correct c = (CaseCommand.Correct) a.command();
            if (!a.subject().weighs(c.right())) {
                return true;
            }
            second = c.confirmedBy();
        }
        return second.filter(p -> (p.role() == Role.REVIEWER || p.role() == Role.SUPERVISOR)
                        && p.department().filter(a.handover()::involves).isEmpty()
                        && !isSamePerson(p, a.context().actor()))
                .isPresent();
    }

    /** Two known persons are told apart by their references, others by role and post. */
    private static boolean isSamePerson(Actor one, Actor other) {
        if (one.staff().isPresent() && other.staff().isPresent()) {
            return one.staff().equals(other.staff());
        }
        return one.role() == other.role()
                && one.department().equals(other.department())
                && one.post().equals(other.post());
    }

    private static boolean leadDoesNotAssist(CaseCommand command) {
        List<DepartmentCode> all = new ArrayList<>();
        if (command instanceof CaseCommand.Dispatch c) {
            all.addAll(c.assisting());
            all.add(c.lead());
        } else if (command instanceof CaseCommand.Redispatch c) {
            all.addAll(c.assisting());
            all.add(c.lead());
        } else if (command instanceof CaseCommand.Rule c) {
            all.addAll(c.assisting());
            all.add(c.lead());
        }
        return new HashSet<>(all).size() == all.size();
    }

    /** The lead answers for all tasks, an assistant for its own. */
    private static boolean waitsFor(CaseCommand reply, Task task) {
        return !(reply instanceof CaseCommand.ReplyAssisting c)
                || task.department().equals(c.department());
    }

    private static DepartmentCode newLead(CaseCommand command) {
        return command instanceof CaseCommand.Dispatch c ? c.lead() : ((CaseCommand.Redispatch) command).lead();
    }

    /** The rules that ask for it belong to acts of states in which the last lead has the case. */
    private static boolean isLead(Attempt a) {
        return a.handover()
                .leading()
                .filter(l -> a.department().equals(Optional.of(l.department())))
                .isPresent();
    }

    private static boolean isAssisting(Attempt a) {
        return a.department()
                .flatMap(a.handover()::assisting)
                .filter(s -> s.state().isOpen())
                .isPresent();
    }

    private static boolean ownShare(Attempt a) {
        DepartmentCode department;
        Set<AssignmentState> in;
        if (a.command() instanceof CaseCommand.SignForAssisting c) {
            department = c.department();
            in = Set.of(AssignmentState.OFFERED);
        } else if (a.command() instanceof CaseCommand.ReturnAssisting c) {
            department = c.department();
            in = Set.of(AssignmentState.OFFERED, AssignmentState.SIGNED);
        } else {
            department = ((CaseCommand.ReplyAssisting) a.command()).department();
            in = Set.of(AssignmentState.SIGNED);
        }
        return (!a.isByDepartment() || a.department().equals(Optional.of(department)))
                && a.handover()
                        .assisting(department)
                        .filter(s -> in.contains(s.state()))
                        .isPresent();
    }

    private static boolean assistingChanges(Attempt a, CaseCommand.ChangeAssisting c) {
        return !(c.added().isEmpty() && c.released().isEmpty())
                && new HashSet<>(c.added()).size() == c.added().size()
                && c.added().stream()
                        .noneMatch(d -> assists(a, d) || a.handover().lead().equals(Optional.of(d)))
                && c.released().stream().allMatch(d -> assists(a, d));
    }

    private static boolean assists(Attempt a, DepartmentCode department) {
        return a.handover()
                .assisting(department)
                .filter(s -> s.state().isOpen())
                .isPresent();
    }

    private static boolean taskKnown(Attempt a) {
        int number;
        Set<TaskState> in;
        if (a.command() instanceof CaseCommand.ReportTask c) {
            number = c.task();
            in = Set.of(TaskState.GIVEN, TaskState.SENT_BACK);
        } else if (a.command() instanceof CaseCommand.AcceptTask c) {
            number = c.task();
            in = Set.of(TaskState.REPORTED);
        } else if (a.command() instanceof CaseCommand.SendBackTask c) {
            number = c.task();
            in = Set.of(TaskState.REPORTED);
        } else {
            number = ((CaseCommand.CancelTask) a.command()).task();
            in = Set.of(TaskState.GIVEN, TaskState.SENT_BACK, TaskState.REPORTED);
        }
        return a.work()
                .task(number)
                .filter(t -> in.contains(t.state()) && a.department().equals(Optional.of(t.department())))
                .isPresent();
    }

    private static boolean isExempt(Case subject, CallbackExemption exemption) {
        return switch (exemption) {
            case ANONYMOUS -> !subject.registration().requester().isCallable();
            case PRAISE -> subject.kind() == CaseKind.PRAISE;
            case DECLINED -> true;
        };
    }

    private static boolean groundMatches(Attempt a) {
        ClosingGround ground = ((CaseCommand.Close) a.command()).ground();
        return switch (ground) {
            case CALLBACK_DONE -> a.result().answered();
            case CALLBACK_FAILED -> !a.result().answered() && a.result().attempts() > 0;
            case UNKNOWN -> a.subject().registration().source().isPresent();
            case ANSWERED_AT_DESK, CALLBACK_WAIVED -> false;
        };
    }

    private static CaseNumber itself(CaseCommand command) {
        return command instanceof CaseCommand.Merge c ? c.master() : ((CaseCommand.AddFollower) command).follower();
    }
}
