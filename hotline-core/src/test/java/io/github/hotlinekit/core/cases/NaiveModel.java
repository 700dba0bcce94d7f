package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.shape.RecordShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lifecycle written once more, from the domain's table and from the timeline alone: which rules a
 * command would break. It knows neither the transition table nor the standing of a case.
 */
final class NaiveModel {

    private static final String TABLE = """
            CLASSIFY           open                                   AGENT DISPATCHER SYSTEM
            CHANGE_KIND        open                                   REVIEWER SUPERVISOR
            PRIORITIZE         open                                   AGENT DISPATCHER SUPERVISOR SYSTEM
            TAG                unfrozen                               AGENT DISPATCHER REVIEWER SUPERVISOR SYSTEM
            ANSWER_AT_DESK     registered                             AGENT
            QUEUE_FOR_TRIAGE   registered                             AGENT SYSTEM
            REJECT             registered triage                      AGENT DISPATCHER
            REFER_EMERGENCY    registered triage                      AGENT
            REFER_STATUTORY    registered triage handling disputed    AGENT DISPATCHER REVIEWER
            MARK_INVALID       registered triage                      AGENT
            WITHDRAW           open                                   CITIZEN AGENT
            END                open                                   SYSTEM
            DISPATCH           registered triage                      DISPATCHER SYSTEM
            REDISPATCH         dispatched handling                    DISPATCHER
            CHANGE_ASSISTING   dispatched handling suspended          DISPATCHER ARBITER
            SIGN_FOR           dispatched                             DEPARTMENT_CLERK SYSTEM
            SIGN_FOR_ASSISTING dispatched handling suspended          DEPARTMENT_CLERK SYSTEM
            RETURN             dispatched handling                    DEPARTMENT_CLERK DEPARTMENT_LEAD
            RETURN_ASSISTING   dispatched handling suspended          DEPARTMENT_CLERK DEPARTMENT_LEAD
            REFUSE_RETURN      triage                                 DISPATCHER
            OPEN_DISPUTE       triage dispatched handling             DISPATCHER SYSTEM
            RULE               disputed                               ARBITER
            ASSIGN_TASK        handling                               DEPARTMENT_CLERK DEPARTMENT_LEAD
            REPORT_TASK        handling                               HANDLER
            ACCEPT_TASK        handling                               DEPARTMENT_CLERK DEPARTMENT_LEAD
            SEND_BACK_TASK     handling                               DEPARTMENT_CLERK DEPARTMENT_LEAD
            CANCEL_TASK        handling                               DEPARTMENT_CLERK DEPARTMENT_LEAD
            CONTACT            dispatched handling suspended          HANDLER DEPARTMENT_CLERK
            SUSPEND            handling                               DEPARTMENT_CLERK DEPARTMENT_LEAD
            RESUME             suspended                              DEPARTMENT_CLERK DEPARTMENT_LEAD DISPATCHER SUPERVISOR SYSTEM
            ASK_EXTENSION      handling suspended                     DEPARTMENT_CLERK DEPARTMENT_LEAD
            GRANT_EXTENSION    handling suspended                     DISPATCHER SUPERVISOR
            REFUSE_EXTENSION   handling suspended                     DISPATCHER SUPERVISOR
            REPLY_ASSISTING    handling suspended                     DEPARTMENT_CLERK DEPARTMENT_LEAD
            REPLY              handling                               DEPARTMENT_CLERK DEPARTMENT_LEAD
            SEND_BACK          replied                                REVIEWER
            ACCEPT_REPLY       replied                                REVIEWER SYSTEM
            WAIVE_CALLBACK     replied                                REVIEWER SYSTEM
            ATTEMPT_CALLBACK   callback                               CALLBACK_AGENT SYSTEM
            RECORD_CALLBACK    callback                               CALLBACK_AGENT CITIZEN
            CLOSE              callback                               CALLBACK_AGENT SYSTEM
            REOPEN             callback                               CALLBACK_AGENT SUPERVISOR
            REOPEN_CLOSED      closed                                 DISPATCHER SUPERVISOR
            RECORD_FINDING     handling replied callback              REVIEWER SUPERVISOR
            ATTRIBUTE          unfrozen                               DISPATCHER REVIEWER SUPERVISOR
            MERGE              registered triage dispatched handling ended DISPATCHER
            UNMERGE            ended                                  DISPATCHER
            ADD_FOLLOWER       open                                   DISPATCHER
            REMOVE_FOLLOWER    unfrozen                               DISPATCHER
            SPLIT              triage handling                        DISPATCHER
            URGE               dispatched handling suspended disputed CITIZEN AGENT DISPATCHER SUPERVISOR SYSTEM
            SUPERVISE          open                                   SUPERVISOR
            LIFT_SUPERVISION   unfrozen                               SUPERVISOR
            ESCALATE           open                                   SUPERVISOR SYSTEM
            ADD_NOTE           unfrozen                               everybody
            LINK               unfrozen                               AGENT DISPATCHER REVIEWER SUPERVISOR SYSTEM
            ARCHIVE            closed ended                           ARCHIVIST SYSTEM
            CORRECT            any                                    SUPERVISOR
            ERASE              any                                    ARCHIVIST SYSTEM
            RECALCULATE        open                                   SYSTEM
            UNKNOWN            any                                    nobody
            """;

    private final NaiveStory story;
    private final LifecyclePolicy policy;
    private final Set<LifecycleRule> broken = EnumSet.noneOf(LifecycleRule.class);

    private NaiveModel(NaiveStory story, LifecyclePolicy policy) {
        this.story = story;
        this.policy = policy;
    }

    /** The rules that a command would break; it is accepted just if there are none. */
    static Set<LifecycleRule> broken(
            NaiveStory story, LifecyclePolicy policy, CaseCommand command, CommandContext context) {
        NaiveModel model = new NaiveModel(story, policy);
        model.look(command, context);
        return model.broken;
    }

    static Set<Role> roles(Act act) {
        List<String> words = words(act);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (words.contains(role.name()) || words.contains("everybody")) {
                roles.add(role);
            }
        }
        return roles;
    }

    static boolean allows(Act act, String state) {
        List<String> words = words(act);
        boolean open = !List.of("closed", "ended", "archived").contains(state);
        return words.contains(state)
                || words.contains("any")
                || (words.contains("open") && open)
                || (words.contains("unfrozen") && !state.equals("archived"));
    }

    private static List<String> words(Act act) {
        return TABLE.lines()
                .map(l -> List.of(l.split(" +", -1)))
                .filter(l -> l.get(0).equals(act.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether an act is allowed where the story has come to; a source may close a case at any time. */
    static boolean isAllowed(NaiveStory story, Act act) {
        return allows(act, story.state())
                || (act == Act.CLOSE
                        && story.isOpen()
                        && story.registration()
                                .source()
                                .filter(s -> !s.recorded().contains(Step.CALLBACK))
                                .isPresent());
    }

    private void unless(LifecycleRule rule, boolean holds) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private void ask(LifecycleRule rule, boolean holds) {
        unless(rule, holds || !policy.required().contains(rule));
    }

    private void look(CaseCommand command, CommandContext context) {
        Act act = command.act();
        Role role = context.actor().role();
        unless(
                LifecycleRule.WRONG_ROLE,
                policy.roles().getOrDefault(act, roles(act)).contains(role));
        unless(LifecycleRule.WRONG_STATE, isAllowed(story, act));
        unless(
                LifecycleRule.FORBIDDEN,
                policy.prohibitions().stream()
                        .noneMatch(p -> p.act() == act
                                && (p.kinds().isEmpty() || p.kinds().contains(story.kind()))
                                && (p.from().isEmpty()
                                        || p.from().stream()
                                                .anyMatch(s -> s.code().equals(story.state())))));
        Instant lastRecorded =
                story.events().get(story.events().size() - 1).stamp().recorded();
        unless(LifecycleRule.RECORDED_OUT_OF_ORDER, !context.recorded().isBefore(lastRecorded));
        unless(LifecycleRule.BEFORE_RECEIPT, !context.at().isBefore(story.received()));
        unless(
                LifecycleRule.BEFORE_LAST_CHANGE,
                NaiveStory.leadsTo(act).isEmpty() || !context.at().isBefore(story.since()));
        policy.limits()
                .forEach((limit, most) ->
                        unless(LifecycleRule.LIMIT_REACHED, !counts(limit, act) || done(limit) < most));
        if (!broken.contains(LifecycleRule.WRONG_STATE)) {
            new NaiveGuards(story, policy, this::unless, this::ask).look(command, context);
        }
    }

    private static boolean counts(Limit limit, Act act) {
        return switch (limit) {
            case RETURNS -> act == Act.RETURN;
            case DISPATCHES -> act == Act.DISPATCH || act == Act.REDISPATCH;
            case EXTENSIONS -> act == Act.ASK_EXTENSION || act == Act.GRANT_EXTENSION;
            case SUSPENSIONS -> act == Act.SUSPEND;
            case REOPENINGS -> act == Act.REOPEN || act == Act.REOPEN_CLOSED;
            case REWORKS -> act == Act.SEND_BACK;
            case CALLBACK_ATTEMPTS -> act == Act.ATTEMPT_CALLBACK;
        };
    }

    private int done(Limit limit) {
        return switch (limit) {
            case RETURNS -> story.count(Act.RETURN);
            case DISPATCHES -> story.count(Act.DISPATCH, Act.REDISPATCH);
            case EXTENSIONS -> story.count(Act.GRANT_EXTENSION);
            case SUSPENSIONS -> story.count(Act.SUSPEND);
            case REOPENINGS -> story.count(Act.REOPEN, Act.REOPEN_CLOSED);
            case REWORKS -> story.count(Act.SEND_BACK);
            case CALLBACK_ATTEMPTS -> story.attempts();
        };
    }

    /** The commands that events come of, by the events' types: the same parts after the stamp. */
    private static final Map<Class<?>, Class<?>> WANTED = Map.ofEntries(
            Map.entry(CaseEvent.MarkedInvalid.class, CaseCommand.MarkInvalid.class),
            Map.entry(CaseEvent.FindingRecorded.class, CaseCommand.RecordFinding.class),
            Map.entry(CaseEvent.Dispatched.class, CaseCommand.Dispatch.class),
            Map.entry(CaseEvent.Redispatched.class, CaseCommand.Redispatch.class),
            Map.entry(CaseEvent.Ruled.class, CaseCommand.Rule.class),
            Map.entry(CaseEvent.AssistingChanged.class, CaseCommand.ChangeAssisting.class),
            Map.entry(CaseEvent.SignedFor.class, CaseCommand.SignFor.class),
            Map.entry(CaseEvent.AssistingSignedFor.class, CaseCommand.SignForAssisting.class),
            Map.entry(CaseEvent.Returned.class, CaseCommand.Return.class),
            Map.entry(CaseEvent.AssistingReturned.class, CaseCommand.ReturnAssisting.class),
            Map.entry(CaseEvent.TaskAssigned.class, CaseCommand.AssignTask.class),
            Map.entry(CaseEvent.TaskReported.class, CaseCommand.ReportTask.class),
            Map.entry(CaseEvent.TaskAccepted.class, CaseCommand.AcceptTask.class),
            Map.entry(CaseEvent.TaskSentBack.class, CaseCommand.SendBackTask.class),
            Map.entry(CaseEvent.TaskCancelled.class, CaseCommand.CancelTask.class),
            Map.entry(CaseEvent.Contacted.class, CaseCommand.Contact.class),
            Map.entry(CaseEvent.Suspended.class, CaseCommand.Suspend.class),
            Map.entry(CaseEvent.Resumed.class, CaseCommand.Resume.class),
            Map.entry(CaseEvent.ExtensionAsked.class, CaseCommand.AskExtension.class),
            Map.entry(CaseEvent.ExtensionGranted.class, CaseCommand.GrantExtension.class),
            Map.entry(CaseEvent.ExtensionRefused.class, CaseCommand.RefuseExtension.class),
            Map.entry(CaseEvent.AssistingReplied.class, CaseCommand.ReplyAssisting.class),
            Map.entry(CaseEvent.Replied.class, CaseCommand.Reply.class),
            Map.entry(CaseEvent.Closed.class, CaseCommand.Close.class),
            Map.entry(CaseEvent.Merged.class, CaseCommand.Merge.class),
            Map.entry(CaseEvent.Unmerged.class, CaseCommand.Unmerge.class),
            Map.entry(CaseEvent.FollowerAdded.class, CaseCommand.AddFollower.class),
            Map.entry(CaseEvent.FollowerRemoved.class, CaseCommand.RemoveFollower.class),
            Map.entry(CaseEvent.SplitOff.class, CaseCommand.Split.class),
            Map.entry(CaseEvent.Escalated.class, CaseCommand.Escalate.class));

    /** What people should do, what a policy asks for, and what only the moment knows: not looked at afterwards. */
    private static final Set<LifecycleRule> OF_THE_MOMENT = EnumSet.of(
            LifecycleRule.WRONG_ROLE,
            LifecycleRule.BOUND_BY_RULING,
            LifecycleRule.NO_CALLBACK,
            LifecycleRule.MASTER_GIVEN,
            LifecycleRule.MASTER_OPEN,
            LifecycleRule.SAME_CONFIDENTIALITY);

    private static boolean contradicts(NaiveStory before, CaseEvent event) {
        Class<?> wanted = WANTED.get(event.getClass());
        if (wanted == null) {
            return false;
        }
        Stamp stamp = event.stamp();
        Set<LifecycleRule> broken = broken(
                before,
                LifecyclePolicy.STANDARD,
                (CaseCommand) RecordShape.of(wanted).create(partsAfterTheStamp(event)),
                new CommandContext(stamp.actor(), stamp.at(), stamp.recorded(), Optional.empty(), Optional.empty()));
        broken.removeAll(OF_THE_MOMENT);
        return !broken.isEmpty();
    }

    private static Object[] partsAfterTheStamp(CaseEvent event) {
        RecordShape shape = RecordShape.of(event.getClass());
        Object[] parts = new Object[shape.components().size() - 1];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = shape.get(event, i + 1);
        }
        return parts;
    }

    /** A task is some department's, that of whoever assigned it. */
    private static boolean isNobodysTask(CaseEvent event) {
        return event instanceof CaseEvent.TaskAssigned
                && event.stamp().actor().department().isEmpty();
    }

    /**
     * Whether each event is allowed where the ones before it have led, does not contradict them, and changes of
     * state go forward.
     */
    static boolean holdsTogether(List<CaseEvent> events) {
        List<CaseEvent> before = new ArrayList<>(events.subList(0, 1));
        for (CaseEvent event : events.subList(1, events.size())) {
            NaiveStory story = new NaiveStory(before);
            boolean moves = NaiveStory.leadsTo(event.act()).isPresent();
            if (isNobodysTask(event)
                    || !isAllowed(story, event.act())
                    || event.at().isBefore(moves ? story.since() : story.received())
                    || contradicts(story, event)) {
                return false;
            }
            before.add(event);
        }
        return true;
    }

    static boolean isDistinct(DepartmentCode lead, List<DepartmentCode> assisting) {
        Set<DepartmentCode> all = new HashSet<>(assisting);
        return all.size() == assisting.size() && !all.contains(lead);
    }

    static boolean isSamePerson(Actor one, Actor other) {
        if (one.staff().isPresent() && other.staff().isPresent()) {
            return one.staff().equals(other.staff());
        }
        Optional<Post> post = one.post();
        return one.role() == other.role() && one.department().equals(other.department()) && post.equals(other.post());
    }
}
