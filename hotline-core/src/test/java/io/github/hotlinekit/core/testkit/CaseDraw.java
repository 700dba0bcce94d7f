package io.github.hotlinekit.core.testkit;

import static io.github.hotlinekit.core.testkit.Registrations.department;
import static io.github.hotlinekit.core.testkit.Registrations.one;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Assignment;
import io.github.hotlinekit.core.cases.AssignmentState;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.cases.Post;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.StaffRef;
import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Who may want something of a case, and the parts of a case that wishes are about. */
class CaseDraw {

    final Random random;
    final Case subject;
    final boolean suits;
    final Instant at;

    CaseDraw(Random random, Case subject, boolean suits, Instant at) {
        this.random = random;
        this.subject = subject;
        this.suits = suits;
        this.at = at;
    }

    CommandContext context(CaseCommand command, Actor actor, Instant recorded) {
        CommandContext context = new CommandContext(actor, at, recorded, Optional.empty(), Optional.empty());
        if (command instanceof CaseCommand.Merge merge) {
            if (!suits && random.nextInt(3) == 0) {
                return context;
            }
            Case master = Masters.of(merge.master(), subject, suits, random);
            return context.withMaster(master);
        }
        if (command instanceof CaseCommand.AskExtension && (suits || random.nextBoolean())) {
            return context.withDue(at.plusSeconds(suits || random.nextBoolean() ? 3_600 : -60));
        }
        return context;
    }

    Actor anybody() {
        Role role = one(random, Role.values());
        Actor actor = random.nextInt(3) == 0 ? Actor.of(role, department(random)) : Actor.of(role);
        return role.isOfDepartment() && random.nextInt(4) > 0 ? Actor.of(role, department(random)) : actor;
    }

    /** Somebody who may do it by the table, of the department that has to do it. */
    Actor actor(CaseCommand command) {
        Set<Role> roles = Commands.row(command.act()).roles();
        Role role = List.copyOf(EnumSet.copyOf(roles)).get(random.nextInt(roles.size()));
        if (!role.isOfDepartment()) {
            Actor actor = suits || random.nextInt(3) > 0 ? Actor.of(role) : Actor.of(role, lead());
            return random.nextInt(3) == 0 ? actor.as(StaffRef.of("s-" + random.nextInt(20))) : actor;
        }
        Actor actor = Actor.of(role, owner(command));
        return random.nextInt(3) == 0 ? actor.at(Post.of("岗位" + random.nextInt(4))) : actor;
    }

    private DepartmentCode owner(CaseCommand command) {
        if (command instanceof CaseCommand.SignForAssisting c) {
            return c.department();
        } else if (command instanceof CaseCommand.ReturnAssisting c) {
            return c.department();
        } else if (command instanceof CaseCommand.ReplyAssisting c) {
            return c.department();
        } else if (command instanceof CaseCommand.ReportTask c) {
            return ofTask(c.task());
        } else if (command instanceof CaseCommand.AcceptTask c) {
            return ofTask(c.task());
        } else if (command instanceof CaseCommand.SendBackTask c) {
            return ofTask(c.task());
        } else if (command instanceof CaseCommand.CancelTask c) {
            return ofTask(c.task());
        } else if (command instanceof CaseCommand.AssignTask || command instanceof CaseCommand.Contact) {
            List<DepartmentCode> assisting = assisting(AssignmentState::isOpen);
            return assisting.isEmpty() || random.nextInt(3) > 0 ? lead() : assisting.get(0);
        }
        return lead();
    }

    private DepartmentCode ofTask(int number) {
        return number <= subject.tasks().size()
                ? subject.tasks().get(number - 1).department()
                : lead();
    }

    final DepartmentCode lead() {
        return subject.lead().orElse(Commands.DEPARTMENTS.get(0));
    }

    /** The departments whose last share is in such a state, or any one. */
    final DepartmentCode assistant(Predicate<AssignmentState> in) {
        List<DepartmentCode> found = assisting(in);
        return found.isEmpty() || (!suits && random.nextBoolean())
                ? department(random)
                : found.get(random.nextInt(found.size()));
    }

    final List<DepartmentCode> assisting(Predicate<AssignmentState> in) {
        List<DepartmentCode> found = new ArrayList<>();
        List<Assignment> all = subject.assignments();
        for (int i = all.size() - 1; i >= 0; i--) {
            Assignment a = all.get(i);
            if (a.part() == Part.ASSIST && in.test(a.state()) && !found.contains(a.department())) {
                found.add(a.department());
            }
        }
        return found;
    }
}
