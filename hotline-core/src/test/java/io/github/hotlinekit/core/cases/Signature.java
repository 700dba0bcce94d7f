package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.List;
import java.util.Optional;

/**
 * What of a case the rules look at, with counters cut off at two: cases of one signature are taken for the
 * same state of the lifecycle.
 */
record Signature(
        CaseState state,
        CaseKind kind,
        Optional<DepartmentCode> lead,
        List<String> shares,
        List<TaskState> tasks,
        int flags,
        int returns,
        int dispatches,
        int attempts,
        int reopenings,
        int extensions,
        int suspensions,
        int reworks,
        int contacts) {

    static Signature of(Case c) {
        Standing s = c.standing();
        Handover handover = s.handover();
        List<String> shares = handover.assignments().stream()
                .filter(a -> a.state() != AssignmentState.RELEASED)
                .map(a -> a.department() + " " + a.part() + " " + a.state())
                .distinct()
                .sorted()
                .toList();
        int flags = 0;
        flags = flags << 1 | bit(handover.bound());
        flags = flags << 1 | bit(c.pendingExtension().isPresent());
        flags = flags << 1 | bit(s.result().answered());
        flags = flags << 1 | bit(c.callback().filter(CallbackAnswer::isBad).isPresent());
        flags = flags << 1 | bit(c.callbackFailure().equals(Optional.of(CallbackFailure.REFUSED)));
        flags = flags << 1 | bit(c.firstContact().isPresent());
        flags = flags << 1 | bit(c.finding().equals(Optional.of(Finding.UNREASONABLE)));
        flags = flags << 1 | bit(c.ending().equals(Optional.of(Ending.MERGED)));
        flags = flags << 1 | bit(!c.followers().isEmpty());
        flags = flags << 1 | bit(c.supervision() > 0);
        flags = flags << 1 | bit(c.escalation() > 0);
        flags = flags << 1 | bit(c.registration().source().isPresent());
        flags = flags << 1 | bit(c.category().isPresent());
        return new Signature(
                c.state(),
                c.kind(),
                c.lead(),
                shares,
                c.tasks().stream().map(Task::state).toList(),
                flags,
                two(c.returns()),
                two(handover.dispatches()),
                two(s.result().attempts()),
                two(c.reopenings()),
                two(c.extensions().size()),
                two(c.suspensions().size()),
                two(c.reworks()),
                two(s.work().contactsInVain()));
    }

    private static int bit(boolean set) {
        return set ? 1 : 0;
    }

    private static int two(int count) {
        return Math.min(count, 2);
    }
}
