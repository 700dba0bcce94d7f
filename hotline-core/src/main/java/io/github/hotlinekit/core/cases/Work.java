package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.immutables.value.Value;

/** What is being done about a case. */
@Value.Builder
record Work(
        List<Task> tasks,
        Optional<Instant> firstContact,
        Optional<Instant> firstAttempt,
        int contactsInVain,
        Optional<Instant> replied,
        Optional<ReplyResult> result,
        int reworks,
        Optional<ExtensionAmount> asked,
        List<ExtensionAmount> granted,
        List<Suspension> suspensions)
        implements WithWork {

    static final Work NONE = new Work(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            List.of(),
            List.of());

    Optional<Task> task(int number) {
        return number <= tasks.size() ? Optional.of(tasks.get(number - 1)) : Optional.empty();
    }

    Work give(Task task) {
        if (task.number() != tasks.size() + 1) {
            throw new IllegalArgumentException(
                    "task must be " + (tasks.size() + 1) + ", the next in the case, but was " + task.number());
        }
        return withTasks(appended(tasks, task));
    }

    Work task(int number, TaskState state) {
        if (number > tasks.size()) {
            throw new IllegalArgumentException(
                    "task must be one of the " + tasks.size() + " of the case, but was " + number);
        }
        Task[] all = tasks.toArray(new Task[0]);
        all[number - 1] = all[number - 1].in(state);
        return withTasks(List.of(all));
    }

    /** The department has the case no longer: its tasks are not needed. */
    Work cancelTasks(Predicate<DepartmentCode> of) {
        Predicate<Task> gone = t -> t.state().isOpen() && of.test(t.department());
        return tasks.stream().noneMatch(gone)
                ? this
                : withTasks(tasks.stream()
                        .map(t -> gone.test(t) ? t.in(TaskState.CANCELLED) : t)
                        .toList());
    }

    Work contact(CaseEvent.Contacted event) {
        Optional<Instant> at = Optional.of(event.at());
        boolean reached = event.outcome() == ContactOutcome.REACHED;
        return withFirstAttempt(earlier(firstAttempt, at))
                .withContactsInVain(reached ? contactsInVain : contactsInVain + 1)
                .withFirstContact(reached ? earlier(firstContact, at) : firstContact);
    }

    private static Optional<Instant> earlier(Optional<Instant> known, Optional<Instant> at) {
        return known.isPresent() && known.get().compareTo(at.orElseThrow()) <= 0 ? known : at;
    }

    Work grant(ExtensionAmount amount) {
        return withAsked(Optional.empty()).withGranted(appended(granted, amount));
    }

    Work withoutRequest() {
        return asked.isEmpty() ? this : withAsked(Optional.empty());
    }

    Work withoutReply() {
        return replied.isEmpty() ? this : withReplied(Optional.empty()).withResult(Optional.empty());
    }

    Work suspend(CaseEvent.Suspended e) {
        return withSuspensions(appended(suspensions, new Suspension(e.ground(), e.at(), e.until(), Optional.empty())));
    }

    /** A span that goes on ends now. */
    Work endSuspension(Instant at) {
        int last = suspensions.size() - 1;
        if (last < 0 || suspensions.get(last).end().isPresent()) {
            return this;
        }
        Suspension open = suspensions.get(last);
        List<Suspension> all = new ArrayList<>(suspensions);
        all.set(last, new Suspension(open.ground(), open.start(), open.until(), Optional.of(at)));
        return withSuspensions(List.copyOf(all));
    }

    static <T> List<T> appended(List<T> list, T element) {
        List<T> all = new ArrayList<>(list.size() + 1);
        all.addAll(list);
        all.add(element);
        return List.copyOf(all);
    }
}
