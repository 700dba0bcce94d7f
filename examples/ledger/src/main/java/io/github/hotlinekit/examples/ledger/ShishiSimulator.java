package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CallbackFailure;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.ContactMeans;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.EmergencyNumber;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.ReworkGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.StatutoryChannel;
import io.github.hotlinekit.core.cases.Transfer;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A county-level city's hotline over three years, made up from a seed: every case gets a full timeline
 * of events by the SDK's own lifecycle, routed by the city's rules, with deadlines by its policy. The
 * numbers of cases by kind are those {@linkplain PublishedFigures published}; how many are still open
 * at the end and how many citizens are satisfied is chosen so that the rates come out as published.
 * Everything else (which day, which category, how fast, what comes of a callback) is assumption. The
 * same seed always makes the same cases.
 */
final class ShishiSimulator {

    static final LocalDate FIRST_DAY = LocalDate.of(2013, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2015, 12, 31);

    private static final LocalTime OPENING = LocalTime.of(8, 30);
    private static final LocalTime CLOSING = LocalTime.of(17, 30);
    /** When departments work. */
    static final OpeningHours OFFICE = OpeningHours.of(OPENING + "-" + CLOSING);

    private static final double REPORTS_AMONG_COMPLAINTS = 0.1;
    private static final double CONSULTATIONS_ANSWERED_AT_DESK = 0.86;
    private static final double OTHERS_ANSWERED_AT_DESK = 0.62;
    private static final double RETURNED = 0.02;
    private static final double SENT_BACK = 0.01;
    private static final double REOPENED = 0.015;
    private static final double SIGNED_LATE = 0.012;
    private static final double LATE = 0.035;
    private static final double PARTLY_RESOLVED_AMONG_SATISFIED = 0.03;
    /** Soon after signing, which is in office hours, so that nobody is called at night. */
    private static final Duration CALLS_WITHIN = Duration.ofHours(2);

    private static final double REACHED = 0.9;
    private static final double REACHED_AT_SECOND = 0.6;
    private static final double UNREACHABLE = 0.11;
    private static final double REFUSED_CALLBACK = 0.03;
    private static final double FAIR_AMONG_UNSATISFIED = 0.55;
    private static final int LEAST_STUCK = 12;
    private static final int STUCK_FROM_DAYS_BEFORE_END = 200;
    private static final int STUCK_TO_DAYS_BEFORE_END = 20;

    private final City city;
    private final ZoneId zone;
    private final long seed;
    private final List<Category> leaves;
    private final List<Area> communities;

    ShishiSimulator(City city, long seed) {
        this.city = city;
        this.zone = city.policy().zone();
        this.seed = seed;
        this.leaves = city.taxonomy().leaves();
        this.communities = city.directory().areas().stream()
                .filter(a -> a.level().equals("community") || a.level().equals("village"))
                .toList();
    }

    /** The instant as of which the figures are those published: the end of the last day. */
    Instant asOf() {
        return LAST_DAY.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Makes the cases, in order of receipt. */
    void forEach(Consumer<Case> cases) {
        Random random = new Random(seed);
        List<Plan> plans = plans(random);
        calibrateOpen(plans, random);
        calibrateSatisfaction(plans, random);
        contact(plans, random);
        for (Plan plan : plans) {
            cases.accept(timeline(plan));
        }
    }

    /** What is to become of a case, decided before its timeline is made. */
    private static final class Plan {
        final Registration registration;
        final CategoryCode category;
        final Instant received;
        final Optional<String> rule;
        final List<Step> steps = new ArrayList<>();
        CallbackAnswer finalAnswer = CallbackAnswer.of(Resolution.YES, Satisfaction.SATISFIED);
        boolean graded;

        Plan(Registration registration, CategoryCode category, Instant received, Optional<String> rule) {
            this.registration = registration;
            this.category = category;
            this.received = received;
            this.rule = rule;
        }

        Instant end() {
            return steps.get(steps.size() - 1).at;
        }
    }

    /** An act of a plan; the final callback's answer is filled in when the grades are known. */
    private record Step(CaseCommand command, Actor actor, Instant at, Answer answer) {
        enum Answer {
            NONE,
            FINAL
        }

        Step(CaseCommand command, Actor actor, Instant at) {
            this(command, actor, at, Answer.NONE);
        }
    }

    private List<Plan> plans(Random random) {
        List<CaseKind> kinds = kinds(random);
        List<Instant> received = receipts(random);
        List<Plan> plans = new ArrayList<>(kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            plans.add(plan(i + 1, kinds.get(i), received.get(i), random));
        }
        return plans;
    }

    private static List<CaseKind> kinds(Random random) {
        int reports = (int) Math.round(PublishedFigures.COMPLAINTS_AND_REPORTS * REPORTS_AMONG_COMPLAINTS);
        List<CaseKind> kinds = new ArrayList<>(PublishedFigures.CALLS);
        kinds.addAll(Collections.nCopies(PublishedFigures.CONSULTATIONS, CaseKind.CONSULTATION));
        kinds.addAll(Collections.nCopies(PublishedFigures.COMPLAINTS_AND_REPORTS - reports, CaseKind.COMPLAINT));
        kinds.addAll(Collections.nCopies(reports, CaseKind.REPORT));
        kinds.addAll(Collections.nCopies(PublishedFigures.SUGGESTIONS, CaseKind.SUGGESTION));
        kinds.addAll(Collections.nCopies(PublishedFigures.UNLISTED_KINDS, CaseKind.OTHER));
        Collections.shuffle(kinds, random);
        return kinds;
    }

    /** More calls each year, fewer on rest days, and most of them in the day. */
    private List<Instant> receipts(Random random) {
        int days = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;
        double[] upTo = new double[days];
        double sum = 0;
        for (int d = 0; d < days; d++) {
            LocalDate day = FIRST_DAY.plusDays(d);
            double weight = 1 + 0.5 * d / days;
            weight *= city.calendar().isWorkingDay(day) ? 1 : day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.45 : 0.55;
            weight *= 1 + 0.15 * Math.sin(2 * Math.PI * (day.getDayOfYear() - 100) / 365.0);
            sum += weight;
            upTo[d] = sum;
        }
        List<Instant> receipts = new ArrayList<>(PublishedFigures.CALLS);
        for (int i = 0; i < PublishedFigures.CALLS; i++) {
            int found = java.util.Arrays.binarySearch(upTo, random.nextDouble() * sum);
            LocalDate day = FIRST_DAY.plusDays(Math.min(days - 1, found < 0 ? -found - 1 : found));
            double hour = Math.min(23.99, Math.max(0, 13 + 4.2 * random.nextGaussian()));
            receipts.add(day.atTime(LocalTime.ofSecondOfDay((int) (hour * 3600)))
                    .atZone(zone)
                    .toInstant());
        }
        Collections.sort(receipts);
        return receipts;
    }

    private Plan plan(int serial, CaseKind kind, Instant received, Random random) {
        Category category = category(kind, received, random);
        AreaCode area = communities
                .get((int) (communities.size() * Math.pow(random.nextDouble(), 1.4)))
                .code();
        String number = "SS" + received.atZone(zone).getYear() + String.format(Locale.ROOT, "%06d", serial);
        Registration registration = Registration.builder()
                .number(CaseNumber.of(number))
                .kind(kind)
                .channel(random.nextDouble() < 0.93 ? Channel.PHONE : Channel.WECHAT)
                .requester(requester(kind, random))
                .area(area)
                .build();
        RoutingDecision decision = city.router()
                .route(
                        RoutingFacts.of(Optional.of(category.code()), Optional.of(area), kind, registration.channel()),
                        received);
        Plan plan = new Plan(registration, category.code(), received, decision.rule());
        Instant answered = received.plusSeconds(120 + random.nextInt(600));
        if (decision.outcome() instanceof Outcome.Dispatch dispatch && !atDesk(kind, random)) {
            handle(plan, dispatch, received, random);
        } else if (decision.outcome() instanceof Outcome.Refer) {
            plan.steps.add(new Step(
                    new CaseCommand.ReferToEmergency(EmergencyNumber.POLICE_110, Transfer.TRANSFERRED),
                    Actor.of(Role.AGENT),
                    answered));
        } else if (decision.outcome() instanceof Outcome.Statutory statutory) {
            plan.steps.add(new Step(
                    new CaseCommand.ReferToStatutory(StatutoryChannel.OTHER, FreeText.of(statutory.channel())),
                    Actor.of(Role.AGENT),
                    answered));
        } else if (kind == CaseKind.REPORT) {
            FreeText reason = FreeText.of("举报不可直接答复 a report of wrongdoing is not answered at the desk");
            plan.steps.add(new Step(new CaseCommand.QueueForTriage(reason), Actor.of(Role.AGENT), answered));
            DepartmentCode ofArea = city.directory().departmentOf(area).orElseThrow();
            handle(plan, new Outcome.Dispatch(ofArea, List.of()), answered, random);
        } else {
            plan.steps.add(new Step(CaseCommand.AnswerAtDesk.of(), Actor.of(Role.AGENT), answered));
        }
        return plan;
    }

    private static boolean atDesk(CaseKind kind, Random random) {
        double share = kind == CaseKind.CONSULTATION
                ? CONSULTATIONS_ANSWERED_AT_DESK
                : kind == CaseKind.OTHER ? OTHERS_ANSWERED_AT_DESK : 0;
        return random.nextDouble() < share;
    }

    private static Requester requester(CaseKind kind, Random random) {
        double draw = random.nextDouble();
        RequesterType type = draw < 0.6
                ? RequesterType.RESIDENT
                : draw < 0.88
                        ? RequesterType.MIGRANT_WORKER
                        : draw < 0.96 ? RequesterType.BUSINESS : RequesterType.VISITOR;
        return Requester.of(
                type, kind == CaseKind.REPORT ? Requester.Disclosure.CONFIDENTIAL : Requester.Disclosure.OPEN);
    }

    /** A leaf that such a kind is usual for; early ones of a class more often, property management surging in 2015. */
    private Category category(CaseKind kind, Instant received, Random random) {
        boolean surge =
                !received.isBefore(LocalDate.of(2015, 6, 1).atStartOfDay(zone).toInstant());
        while (true) {
            Category leaf = leaves.get((int) (leaves.size() * Math.pow(random.nextDouble(), 1.5)));
            boolean usual = kind == CaseKind.OTHER || leaf.typicalKinds().contains(kind.code());
            boolean property = leaf.code().isWithin(CategoryCode.of("01"));
            if (usual && (property ? surge || random.nextDouble() < 0.5 : true)) {
                return leaf;
            }
        }
    }

    private void handle(Plan plan, Outcome.Dispatch routed, Instant received, Random random) {
        Instant at = received.plusSeconds(600 + random.nextInt(3_000));
        DepartmentCode lead = routed.lead();
        List<DepartmentCode> assisting = routed.assisting();
        plan.steps.add(dispatch(lead, assisting, plan.rule, at));
        Optional<DepartmentCode> other = city.directory()
                .departmentOf(plan.registration.area().orElseThrow())
                .filter(d -> !d.equals(lead));
        if (other.isPresent() && random.nextDouble() < RETURNED) {
            at = officeTime(at.plus(Duration.ofHours(2)), random);
            plan.steps.add(new Step(
                    CaseCommand.Return.of(ReturnGround.NOT_ITS_DUTY, FreeText.of("not within its duties")),
                    Actor.of(Role.DEPARTMENT_CLERK, lead),
                    at));
            at = at.plusSeconds(1_800);
            plan.steps.add(dispatch(other.get(), List.of(), Optional.empty(), at));
            work(plan, other.get(), at, random);
        } else {
            work(plan, lead, at, random);
        }
    }

    private static Step dispatch(
            DepartmentCode lead, List<DepartmentCode> assisting, Optional<String> rule, Instant at) {
        return new Step(new CaseCommand.Dispatch(lead, assisting, rule), Actor.of(Role.DISPATCHER), at);
    }

    private void work(Plan plan, DepartmentCode lead, Instant dispatched, Random random) {
        Actor clerk = Actor.of(Role.DEPARTMENT_CLERK, lead);
        Duration slow = random.nextDouble() < SIGNED_LATE ? Duration.ofDays(3) : Duration.ZERO;
        Instant signed =
                officeTime(dispatched.plusSeconds(600 + random.nextInt(14_400)).plus(slow), random);
        plan.steps.add(new Step(new CaseCommand.SignFor(), clerk, signed));
        Instant replied = reply(plan.registration, plan.received, signed, random);
        plan.steps.add(new Step(new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), clerk, replied));
        Instant at = replied.plusSeconds(1_800 + random.nextInt(7_200));
        if (random.nextDouble() < SENT_BACK) {
            plan.steps.add(new Step(
                    new CaseCommand.SendBack(ReworkGround.NOT_ON_POINT, FreeText.of("not on point")),
                    Actor.of(Role.REVIEWER),
                    at));
            at = officeTime(at.plusSeconds(7_200), random);
            plan.steps.add(new Step(new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), clerk, at));
            at = at.plusSeconds(3_600);
        }
        plan.steps.add(new Step(new CaseCommand.AcceptReply(), Actor.of(Role.REVIEWER), at));
        Actor caller = Actor.of(Role.CALLBACK_AGENT);
        at = officeTime(at.plusSeconds(3_600 + random.nextInt(20_000)), random);
        double draw = random.nextDouble();
        if (draw < UNREACHABLE + REFUSED_CALLBACK) {
            CallbackFailure failure = draw < UNREACHABLE ? CallbackFailure.UNREACHABLE : CallbackFailure.REFUSED;
            plan.steps.add(new Step(new CaseCommand.AttemptCallback(failure), caller, at));
            plan.steps.add(new Step(new CaseCommand.Close(ClosingGround.CALLBACK_FAILED), caller, at.plusSeconds(60)));
            return;
        }
        if (random.nextDouble() < REOPENED) {
            CallbackAnswer bad = CallbackAnswer.of(Resolution.NO, Satisfaction.DISSATISFIED);
            plan.steps.add(new Step(new CaseCommand.RecordCallback(bad), caller, at));
            plan.steps.add(new Step(new CaseCommand.Reopen(FreeText.of("not resolved")), caller, at.plusSeconds(60)));
            at = officeTime(at.plus(Duration.ofHours(20)), random);
            plan.steps.add(new Step(new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), clerk, at));
            plan.steps.add(new Step(new CaseCommand.AcceptReply(), Actor.of(Role.REVIEWER), at.plusSeconds(3_600)));
            at = officeTime(at.plusSeconds(10_800), random);
        }
        CallbackAnswer open = CallbackAnswer.of(Resolution.YES, Satisfaction.SATISFIED);
        plan.steps.add(new Step(new CaseCommand.RecordCallback(open), caller, at, Step.Answer.FINAL));
        plan.steps.add(new Step(new CaseCommand.Close(ClosingGround.CALLBACK_DONE), caller, at.plusSeconds(60)));
        plan.graded = true;
    }

    /** A reply on a day up to the due day, or a few working days after it. */
    private Instant reply(Registration registration, Instant received, Instant signed, Random random) {
        Case fresh = CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), received))
                .orElseThrow();
        LocalDate due = city.clock().read(fresh, received).stream()
                .filter(r -> r.kind() == TargetKind.COMPLETE)
                .findFirst()
                .flatMap(r -> r.dueDate())
                .orElseThrow();
        LocalDate start = signed.atZone(zone).toLocalDate();
        int left = Math.max(0, (int) city.calendar().workingDaysBetween(start, due));
        LocalDate day = random.nextDouble() < LATE
                ? city.calendar().plusWorkingDays(due, 1 + random.nextInt(6))
                : city.calendar().plusWorkingDays(start, left == 0 ? 0 : random.nextInt(left + 1));
        Instant at = day.atTime(LocalTime.of(9, 0).plusSeconds(random.nextInt(8 * 3_600)))
                .atZone(zone)
                .toInstant();
        return at.isAfter(signed) ? at : signed.plusSeconds(900);
    }

    /** The instant itself if it lies in office hours, else a while after the next opening. */
    private Instant officeTime(Instant wanted, Random random) {
        LocalDate day = wanted.atZone(zone).toLocalDate();
        LocalTime time = wanted.atZone(zone).toLocalTime();
        if (city.calendar().isWorkingDay(day)) {
            if (time.isBefore(OPENING)) {
                return opening(day, random);
            }
            if (time.isBefore(CLOSING)) {
                return wanted;
            }
        }
        return opening(city.calendar().plusWorkingDays(day, 1), random);
    }

    private Instant opening(LocalDate day, Random random) {
        return day.atTime(OPENING.plusSeconds(random.nextInt(7_200)))
                .atZone(zone)
                .toInstant();
    }

    /**
     * Makes just so many cases open at the end that the completion rate is the one published: those
     * whose time has not come yet, and some that a department never replied to.
     */
    private void calibrateOpen(List<Plan> plans, Random random) {
        Instant end = asOf();
        long valid = plans.stream().filter(p -> !isReferred(p)).count();
        long wanted = Math.round(valid * (100 - PublishedFigures.COMPLETION_PERCENT.doubleValue()) / 100);
        List<Plan> open = new ArrayList<>(plans.stream()
                .filter(p -> p.end().compareTo(end) > 0)
                .sorted(Comparator.comparing((Plan p) -> p.received).reversed())
                .toList());
        for (Plan plan : List.copyOf(open)) {
            if (open.size() <= wanted - LEAST_STUCK) {
                break;
            }
            CaseKind kind = plan.registration.kind();
            if (kind == CaseKind.CONSULTATION || kind == CaseKind.OTHER) {
                plan.steps.clear();
                plan.graded = false;
                plan.steps.add(new Step(
                        CaseCommand.AnswerAtDesk.of(),
                        Actor.of(Role.AGENT),
                        earlier(plan.received.plusSeconds(300), end)));
                open.remove(plan);
            }
        }
        Instant from = LAST_DAY.minusDays(STUCK_FROM_DAYS_BEFORE_END)
                .atStartOfDay(zone)
                .toInstant();
        Instant to =
                LAST_DAY.minusDays(STUCK_TO_DAYS_BEFORE_END).atStartOfDay(zone).toInstant();
        List<Plan> candidates = new ArrayList<>(plans.stream()
                .filter(p -> p.steps.size() > 3 && p.received.isAfter(from) && p.received.isBefore(to))
                .filter(p -> p.end().isBefore(end))
                .toList());
        Collections.shuffle(candidates, random);
        for (Plan plan : candidates.subList(0, (int) wanted - open.size())) {
            int reply = 0;
            while (!(plan.steps.get(reply).command() instanceof CaseCommand.Reply)) {
                reply++;
            }
            plan.steps.subList(reply, plan.steps.size()).clear();
            plan.graded = false;
        }
    }

    private static Instant earlier(Instant one, Instant end) {
        return one.isBefore(end) ? one : end.minusSeconds(1);
    }

    private static boolean isReferred(Plan plan) {
        CaseCommand first = plan.steps.get(0).command();
        return first instanceof CaseCommand.ReferToEmergency || first instanceof CaseCommand.ReferToStatutory;
    }

    /** Gives just so many citizens a good grade that the satisfaction rate is the one published. */
    private void calibrateSatisfaction(List<Plan> plans, Random random) {
        Instant end = asOf();
        List<Plan> graded = new ArrayList<>();
        long badSoFar = 0;
        for (Plan plan : plans) {
            boolean answered =
                    plan.steps.stream().anyMatch(s -> s.answer() == Step.Answer.FINAL && !s.at().isAfter(end));
            if (plan.graded && answered) {
                graded.add(plan);
            } else if (plan.steps.stream()
                    .anyMatch(s -> s.command() instanceof CaseCommand.RecordCallback
                            && s.answer() == Step.Answer.NONE
                            && !s.at().isAfter(end))) {
                badSoFar++;
            }
        }
        long satisfied =
                Math.round((graded.size() + badSoFar) * PublishedFigures.SATISFACTION_PERCENT.doubleValue() / 100);
        Collections.shuffle(graded, random);
        for (int i = 0; i < graded.size(); i++) {
            graded.get(i).finalAnswer = i < satisfied ? satisfied(random) : unsatisfied(random);
        }
    }

    /** A department that has signed for a case calls the citizen, once more if in vain, before it replies. */
    private static void contact(List<Plan> plans, Random random) {
        for (Plan plan : plans) {
            int signed = 0;
            while (signed < plan.steps.size() && !(plan.steps.get(signed).command() instanceof CaseCommand.SignFor)) {
                signed++;
            }
            if (signed == plan.steps.size()) {
                continue;
            }
            Step before = plan.steps.get(signed);
            Duration free = CALLS_WITHIN;
            if (signed + 1 < plan.steps.size()) {
                Duration untilReply =
                        Duration.between(before.at(), plan.steps.get(signed + 1).at());
                free = untilReply.compareTo(free) < 0 ? untilReply : free;
            }
            boolean isReached = random.nextDouble() < REACHED;
            plan.steps.add(signed + 1, contact(before.actor(), before.at().plus(free.dividedBy(3)), isReached));
            if (!isReached) {
                Instant again = before.at().plus(free.dividedBy(3).multipliedBy(2));
                plan.steps.add(signed + 2, contact(before.actor(), again, random.nextDouble() < REACHED_AT_SECOND));
            }
        }
    }

    private static Step contact(Actor clerk, Instant at, boolean isReached) {
        ContactOutcome outcome = isReached ? ContactOutcome.REACHED : ContactOutcome.NOT_REACHED;
        return new Step(CaseCommand.Contact.of(ContactMeans.PHONE, outcome), clerk, at);
    }

    private static CallbackAnswer satisfied(Random random) {
        return CallbackAnswer.of(
                random.nextDouble() < PARTLY_RESOLVED_AMONG_SATISFIED ? Resolution.PARTLY : Resolution.YES,
                random.nextDouble() < 0.4 ? Satisfaction.VERY_SATISFIED : Satisfaction.SATISFIED);
    }

    private static CallbackAnswer unsatisfied(Random random) {
        return random.nextDouble() < FAIR_AMONG_UNSATISFIED
                ? CallbackAnswer.of(random.nextDouble() < 0.5 ? Resolution.YES : Resolution.PARTLY, Satisfaction.FAIR)
                : CallbackAnswer.of(Resolution.NO, Satisfaction.DISSATISFIED);
    }

    private Case timeline(Plan plan) {
        Case subject = CaseLifecycle.standard()
                .register(plan.registration, CommandContext.of(Actor.of(Role.AGENT), plan.received))
                .orElseThrow();
        subject = after(
                subject,
                new Step(
                        CaseCommand.Classify.of(plan.category, city.taxonomy().identity()),
                        Actor.of(Role.AGENT),
                        plan.received));
        for (Step step : plan.steps) {
            subject = after(
                    subject,
                    step.answer() == Step.Answer.FINAL
                            ? new Step(new CaseCommand.RecordCallback(plan.finalAnswer), step.actor(), step.at())
                            : step);
        }
        return subject;
    }

    private static Case after(Case subject, Step step) {
        Decision decision =
                CaseLifecycle.standard().decide(subject, step.command(), CommandContext.of(step.actor(), step.at()));
        if (decision instanceof Decision.Accepted accepted) {
            return accepted.result();
        }
        throw new IllegalStateException("case " + subject.number() + ": " + step + ": " + decision);
    }
}
