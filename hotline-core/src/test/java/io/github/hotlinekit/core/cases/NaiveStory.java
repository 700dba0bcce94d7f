package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a timeline says of a case, found by reading it again for each question: for clarity, not for speed. */
final class NaiveStory {

    private final List<CaseEvent> events;

    /** The events, with what was corrected put right in its place. */
    NaiveStory(List<CaseEvent> events) {
        this.events = events;
    }

    List<CaseEvent> events() {
        return events;
    }

    /** A department's share, as the departments' part of domain rules tells it. */
    static final class Share {
        final DepartmentCode department;
        final boolean leads;
        String state = "offered";

        Share(DepartmentCode department, boolean leads) {
            this.department = department;
            this.leads = leads;
        }

        boolean isOpen() {
            return state.equals("offered") || state.equals("signed");
        }

        @Override
        public String toString() {
            return department + (leads ? " leads " : " assists ") + state;
        }
    }

    /** A task. */
    static final class Job {
        final DepartmentCode department;
        String state = "given";

        Job(DepartmentCode department) {
            this.department = department;
        }

        boolean isOpen() {
            return !state.equals("accepted") && !state.equals("cancelled");
        }

        @Override
        public String toString() {
            return department + " " + state;
        }
    }

    Registration registration() {
        return ((CaseEvent.Registered) events.get(0)).registration();
    }

    Instant received() {
        return events.get(0).at();
    }

    static Optional<String> leadsTo(Act act) {
        return Optional.ofNullable(
                switch (act) {
                    case REGISTER -> "registered";
                    case QUEUE_FOR_TRIAGE, RETURN, REOPEN_CLOSED, UNMERGE -> "triage";
                    case DISPATCH, REDISPATCH -> "dispatched";
                    case SIGN_FOR, REFUSE_RETURN, RULE, RESUME, SEND_BACK, REOPEN -> "handling";
                    case SUSPEND -> "suspended";
                    case OPEN_DISPUTE -> "disputed";
                    case REPLY -> "replied";
                    case ACCEPT_REPLY -> "callback";
                    case ANSWER_AT_DESK, WAIVE_CALLBACK, CLOSE -> "closed";
                    case REJECT, REFER_EMERGENCY, REFER_STATUTORY, MARK_INVALID, WITHDRAW, END, MERGE -> "ended";
                    case ARCHIVE -> "archived";
                    default -> null;
                });
    }

    String state() {
        return events.stream()
                .flatMap(e -> leadsTo(e.act()).stream())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    Instant since() {
        return events.stream()
                .filter(e -> leadsTo(e.act()).isPresent())
                .map(CaseEvent::at)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    boolean isOpen() {
        return !List.of("closed", "ended", "archived").contains(state());
    }

    int count(Act... acts) {
        return (int)
                events.stream().filter(e -> List.of(acts).contains(e.act())).count();
    }

    <E extends CaseEvent> Optional<E> last(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).reduce((a, b) -> b);
    }

    /** How many of an act there were since the last of some others. */
    List<CaseEvent> since(Act... acts) {
        int from = 0;
        for (int i = 0; i < events.size(); i++) {
            from = List.of(acts).contains(events.get(i).act()) ? i + 1 : from;
        }
        return events.subList(from, events.size());
    }

    CaseKind kind() {
        return last(CaseEvent.KindChanged.class)
                .map(CaseEvent.KindChanged::kind)
                .orElse(registration().kind());
    }

    Optional<DepartmentCode> lead() {
        List<Share> leading = shares().stream().filter(s -> s.leads).toList();
        return leading.isEmpty() ? Optional.empty() : Optional.of(leading.get(leading.size() - 1).department);
    }

    Optional<Share> leading() {
        return shares().stream().filter(s -> s.leads).reduce((a, b) -> b);
    }

    Optional<Share> assisting(DepartmentCode department) {
        return shares().stream()
                .filter(s -> !s.leads && s.department.equals(department))
                .reduce((a, b) -> b);
    }

    /** A ruling binds while the lead that it named is the lead. */
    boolean isBound() {
        boolean bound = false;
        Optional<DepartmentCode> lead = Optional.empty();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.Ruled e) {
                bound = true;
                lead = Optional.of(e.lead());
            } else if (event instanceof CaseEvent.Dispatched e) {
                bound &= lead.equals(Optional.of(e.lead()));
                lead = Optional.of(e.lead());
            } else if (event instanceof CaseEvent.Redispatched e) {
                bound &= lead.equals(Optional.of(e.lead()));
                lead = Optional.of(e.lead());
            }
        }
        return bound;
    }

    List<Share> shares() {
        List<Share> all = new ArrayList<>();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.Dispatched e) {
                hand(all, e.lead(), e.assisting());
            } else if (event instanceof CaseEvent.Redispatched e) {
                hand(all, e.lead(), e.assisting());
            } else if (event instanceof CaseEvent.Ruled e) {
                hand(all, e.lead(), e.assisting());
                lastLead(all).state = "signed";
            } else if (event instanceof CaseEvent.AssistingChanged e) {
                all.stream()
                        .filter(s -> !s.leads && s.isOpen() && e.released().contains(s.department))
                        .forEach(s -> s.state = "released");
                e.added().forEach(d -> all.add(new Share(d, false)));
            } else if (event instanceof CaseEvent.AssistingSignedFor e) {
                lastAssisting(all, e.department()).state = "signed";
            } else if (event instanceof CaseEvent.AssistingReturned e) {
                lastAssisting(all, e.department()).state = "returned";
            } else if (event instanceof CaseEvent.AssistingReplied e) {
                lastAssisting(all, e.department()).state = "replied";
            } else {
                switch (event.act()) {
                    case SIGN_FOR, REFUSE_RETURN, SEND_BACK, REOPEN -> lastLead(all).state = "signed";
                    case RETURN -> lastLead(all).state = "returned";
                    case REPLY -> lastLead(all).state = "replied";
                    default -> {
                        String to = leadsTo(event.act()).orElse("");
                        if (to.equals("closed") || to.equals("ended")) {
                            all.stream().filter(Share::isOpen).forEach(s -> s.state = "released");
                        }
                    }
                }
            }
        }
        return all;
    }

    private static void hand(List<Share> all, DepartmentCode lead, List<DepartmentCode> assisting) {
        all.stream().filter(Share::isOpen).forEach(s -> s.state = "released");
        all.add(new Share(lead, true));
        assisting.forEach(d -> all.add(new Share(d, false)));
    }

    private static Share lastLead(List<Share> all) {
        return all.stream().filter(s -> s.leads).reduce((a, b) -> b).orElseThrow();
    }

    private static Share lastAssisting(List<Share> all, DepartmentCode department) {
        return all.stream()
                .filter(s -> !s.leads && s.department.equals(department))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** The tasks by their numbers. */
    SortedMap<Integer, Job> jobs() {
        SortedMap<Integer, Job> jobs = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            if (event instanceof CaseEvent.TaskAssigned e) {
                jobs.put(e.task(), new Job(e.stamp().actor().department().orElseThrow()));
            } else if (event instanceof CaseEvent.TaskReported e) {
                job(jobs, e.task()).state = "reported";
            } else if (event instanceof CaseEvent.TaskAccepted e) {
                job(jobs, e.task()).state = "accepted";
            } else if (event instanceof CaseEvent.TaskSentBack e) {
                job(jobs, e.task()).state = "sent back";
            } else if (event instanceof CaseEvent.TaskCancelled e) {
                job(jobs, e.task()).state = "cancelled";
            } else if (event instanceof CaseEvent.AssistingReturned e) {
                cancel(jobs, List.of(e.department()));
            } else if (event instanceof CaseEvent.AssistingChanged e) {
                cancel(jobs, e.released());
            } else if (event instanceof CaseEvent.Returned) {
                cancel(jobs, List.of(new NaiveStory(events.subList(0, i)).lead().orElseThrow()));
            } else if (List.of("dispatched", "closed", "ended")
                            .contains(leadsTo(event.act()).orElse(""))
                    || event.act() == Act.RULE) {
                jobs.values().stream().filter(Job::isOpen).forEach(j -> j.state = "cancelled");
            }
        }
        return jobs;
    }

    private static Job job(Map<Integer, Job> jobs, int number) {
        return Objects.requireNonNull(jobs.get(number));
    }

    private static void cancel(Map<Integer, Job> jobs, List<DepartmentCode> of) {
        jobs.values().stream()
                .filter(j -> j.isOpen() && of.contains(j.department))
                .forEach(j -> j.state = "cancelled");
    }

    /** The request that waits: the last one, unless it was decided or its lead is done with the case. */
    Optional<ExtensionAmount> asked() {
        Optional<ExtensionAmount> asked = Optional.empty();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.ExtensionAsked e) {
                asked = Optional.of(e.amount());
            } else if (List.of("triage", "dispatched", "replied", "closed", "ended")
                            .contains(leadsTo(event.act()).orElse(""))
                    || List.of(Act.GRANT_EXTENSION, Act.REFUSE_EXTENSION, Act.RULE)
                            .contains(event.act())) {
                asked = Optional.empty();
            }
        }
        return asked;
    }

    /** The reply that stands. */
    Optional<CaseEvent.Replied> reply() {
        Optional<CaseEvent.Replied> reply = Optional.empty();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.Replied e) {
                reply = Optional.of(e);
            } else if (List.of(
                            Act.SEND_BACK,
                            Act.REOPEN,
                            Act.REOPEN_CLOSED,
                            Act.UNMERGE,
                            Act.DISPATCH,
                            Act.REDISPATCH,
                            Act.RULE)
                    .contains(event.act())) {
                reply = Optional.empty();
            }
        }
        return reply;
    }

    /** The calls to the citizen since the case was last taken up. */
    private List<CaseEvent> calls() {
        return since(Act.REOPEN, Act.REOPEN_CLOSED, Act.UNMERGE);
    }

    int attempts() {
        return (int)
                calls().stream().filter(e -> e.act() == Act.ATTEMPT_CALLBACK).count();
    }

    Optional<CallbackAnswer> answer() {
        return calls().stream()
                .filter(CaseEvent.CallbackDone.class::isInstance)
                .map(e -> ((CaseEvent.CallbackDone) e).answer())
                .reduce((a, b) -> b);
    }

    /** Whether the last call since the reply was refused by the citizen. */
    boolean isRefused() {
        return calls().stream()
                .filter(e -> e.act() == Act.ATTEMPT_CALLBACK || e.act() == Act.RECORD_CALLBACK)
                .reduce((a, b) -> b)
                .filter(e -> e instanceof CaseEvent.CallbackAttempted c && c.failure() == CallbackFailure.REFUSED)
                .isPresent();
    }

    Optional<Ending> ending() {
        Optional<Ending> ending = Optional.empty();
        for (CaseEvent event : events) {
            ending = switch (event.act()) {
                case REJECT -> Optional.of(Ending.REJECTED);
                case REFER_EMERGENCY, REFER_STATUTORY -> Optional.of(Ending.REFERRED);
                case MARK_INVALID -> Optional.of(Ending.INVALID);
                case WITHDRAW -> Optional.of(Ending.WITHDRAWN);
                case MERGE -> Optional.of(Ending.MERGED);
                case END -> Optional.of(((CaseEvent.Ended) event).ending());
                case UNMERGE -> Optional.empty();
                default -> ending;
            };
        }
        return ending;
    }

    /** The case that it follows now. */
    Optional<CaseNumber> master() {
        return since(Act.UNMERGE).stream()
                .filter(CaseEvent.Merged.class::isInstance)
                .map(e -> ((CaseEvent.Merged) e).master())
                .reduce((a, b) -> b);
    }

    List<CaseNumber> followers() {
        List<CaseNumber> followers = new ArrayList<>();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.FollowerAdded e) {
                followers.add(e.follower());
            } else if (event instanceof CaseEvent.FollowerRemoved e) {
                followers.remove(e.follower());
            }
        }
        return followers;
    }

    List<CaseNumber> children() {
        return events.stream()
                .filter(CaseEvent.SplitOff.class::isInstance)
                .flatMap(e -> ((CaseEvent.SplitOff) e).children().stream())
                .toList();
    }

    int supervision() {
        return events.stream()
                .filter(e -> e.act() == Act.SUPERVISE || e.act() == Act.LIFT_SUPERVISION)
                .reduce((a, b) -> b)
                .map(e -> e instanceof CaseEvent.PutUnderSupervision p ? p.level() : 0)
                .orElse(0);
    }

    int escalation() {
        return last(CaseEvent.Escalated.class).map(CaseEvent.Escalated::level).orElse(0);
    }

    boolean isConfidential() {
        return kind() == CaseKind.REPORT
                || registration().kind() == CaseKind.REPORT
                || registration().requester().disclosure() == Requester.Disclosure.CONFIDENTIAL;
    }
}
