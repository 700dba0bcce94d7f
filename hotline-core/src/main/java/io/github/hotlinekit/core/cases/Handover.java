package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Who has a case, and had it. */
record Handover(
        List<Assignment> assignments,
        Optional<DepartmentCode> lead,
        Optional<Instant> dispatched,
        Optional<Instant> signedFor,
        int dispatches,
        int returns,
        boolean bound) {

    static final Handover NONE =
            new Handover(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, false);

    /** A new lead and its assistants; who had the case before is released. A ruling binds whom it named. */
    Handover dispatch(DepartmentCode newLead, List<DepartmentCode> assisting, Instant at) {
        List<Assignment> all = new ArrayList<>(assignments.size() + 1 + assisting.size());
        for (Assignment a : assignments) {
            all.add(a.state().isOpen() ? a.withState(AssignmentState.RELEASED) : a);
        }
        all.add(Assignment.offer(newLead, Part.LEAD, at));
        for (DepartmentCode assistant : assisting) {
            all.add(Assignment.offer(assistant, Part.ASSIST, at));
        }
        return new Handover(
                List.copyOf(all),
                Optional.of(newLead),
                Optional.of(at),
                Optional.empty(),
                dispatches + 1,
                returns,
                bound && lead.equals(Optional.of(newLead)));
    }

    Handover rule(DepartmentCode newLead, List<DepartmentCode> assisting, Instant at) {
        Handover sent = dispatch(newLead, assisting, at).signForLead(at);
        return new Handover(sent.assignments, sent.lead, sent.dispatched, sent.signedFor, dispatches, returns, true);
    }

    Handover signForLead(Instant at) {
        return leading(a -> a.sign(at), Optional.of(at), returns);
    }

    Handover returnByLead() {
        return leading(a -> a.withState(AssignmentState.RETURNED), signedFor, returns + 1);
    }

    /** The lead has it again; it counts as signed for from then on, unless it had signed. */
    Handover refuseReturn(Instant at) {
        return leading(
                a -> a.signed().isPresent() ? a.withState(AssignmentState.SIGNED) : a.sign(at),
                signedFor.isPresent() ? signedFor : Optional.of(at),
                returns);
    }

    Handover reply(Instant at) {
        return leading(a -> a.reply(at), signedFor, returns);
    }

    Handover rework() {
        return leading(Assignment::rework, signedFor, returns);
    }

    private Handover leading(UnaryOperator<Assignment> change, Optional<Instant> signed, int nowReturned) {
        int last = lastIndex(a -> a.part() == Part.LEAD);
        return new Handover(
                last < 0 ? assignments : replaced(last, change),
                lead,
                dispatched,
                signed,
                dispatches,
                nowReturned,
                bound);
    }

    Handover assisting(DepartmentCode department, UnaryOperator<Assignment> change) {
        int last = lastIndex(a -> a.part() == Part.ASSIST && a.department().equals(department));
        return last < 0 ? this : with(replaced(last, change));
    }

    Handover change(List<DepartmentCode> added, List<DepartmentCode> released, Instant at) {
        List<Assignment> all = new ArrayList<>(assignments.size() + added.size());
        for (Assignment a : assignments) {
            boolean leaves = a.part() == Part.ASSIST && a.state().isOpen() && released.contains(a.department());
            all.add(leaves ? a.withState(AssignmentState.RELEASED) : a);
        }
        for (DepartmentCode department : added) {
            all.add(Assignment.offer(department, Part.ASSIST, at));
        }
        return with(List.copyOf(all));
    }

    /** Nobody has to do anything any more. */
    Handover release() {
        for (Assignment a : assignments) {
            if (a.state().isOpen()) {
                return with(assignments.stream()
                        .map(b -> b.state().isOpen() ? b.withState(AssignmentState.RELEASED) : b)
                        .toList());
            }
        }
        return this;
    }

    private Handover with(List<Assignment> all) {
        return new Handover(all, lead, dispatched, signedFor, dispatches, returns, bound);
    }

    private List<Assignment> replaced(int index, UnaryOperator<Assignment> change) {
        Assignment[] all = assignments.toArray(new Assignment[0]);
        all[index] = change.apply(all[index]);
        return List.of(all);
    }

    private int lastIndex(Predicate<Assignment> wanted) {
        for (int i = assignments.size() - 1; i >= 0; i--) {
            if (wanted.test(assignments.get(i))) {
                return i;
            }
        }
        return -1;
    }

    Optional<Assignment> leading() {
        int last = lastIndex(a -> a.part() == Part.LEAD);
        return last < 0 ? Optional.empty() : Optional.of(assignments.get(last));
    }

    Optional<Assignment> assisting(DepartmentCode department) {
        int last = lastIndex(a -> a.part() == Part.ASSIST && a.department().equals(department));
        return last < 0 ? Optional.empty() : Optional.of(assignments.get(last));
    }

    boolean returnedBy(DepartmentCode department) {
        return lastIndex(a -> a.part() == Part.LEAD
                        && a.state() == AssignmentState.RETURNED
                        && a.department().equals(department))
                >= 0;
    }

    boolean involves(DepartmentCode department) {
        return lastIndex(a -> a.department().equals(department)) >= 0;
    }
}
