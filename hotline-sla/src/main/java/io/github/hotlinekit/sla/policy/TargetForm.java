package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.json.JsonPart;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A target as a part of a policy document. What is not said is as {@link SlaTarget#of} has it. */
final class TargetForm {

    static final String LIMIT = "limit";
    static final String START = "start";
    static final String START_MOMENT = "startMoment";
    static final String CUTOFF = "cutoff";
    static final String DUE = "due";
    static final String LAST_DAY = "lastDay";
    static final String HOURS = "hours";
    static final String PAUSES = "pauses";
    static final String EXTENSIONS = "extensions";
    static final String MOST = "most";
    static final String EACH = "each";
    static final String ASKED = "asked";
    static final String GRANTED_BY = "grantedBy";
    static final String WARNINGS = "warnings";
    static final String LIGHT = "light";
    static final String USED = "used";
    static final String LEFT = "left";

    private static final List<Light> LIGHTS = List.of(Light.YELLOW, Light.RED);
    private static final String LIMIT_FORM = "a limit such as 3wd, 16wh, 7d, 24h, 30m or 1mo, of at most "
            + TimeLimit.MAX_DAYS + " days or " + TimeLimit.MAX_MONTHS + " months";

    private TargetForm() {}

    /** A target that hangs together; its hours may be of a name that the policy does not have. */
    static Optional<SlaTarget> read(TargetKind kind, JsonPart part) {
        part.allow(LIMIT, START, START_MOMENT, CUTOFF, DUE, LAST_DAY, HOURS, PAUSES, EXTENSIONS, WARNINGS);
        Optional<TimeLimit> limit = part.requiredText(LIMIT, SlaPolicy.MAX_TEXT).flatMap(t -> limit(part, LIMIT));
        Optional<ClockStart> start = part.oneOf(START, List.of(ClockStart.values()), ClockStart::code);
        Optional<StartMoment> moment = part.oneOf(START_MOMENT, List.of(StartMoment.values()), StartMoment::code);
        Optional<LocalTime> cutoff = part.parsed(CUTOFF, TargetForm::time, "BAD_TIME", "a time of day such as 17:30");
        Optional<DueMoment> due = part.oneOf(DUE, List.of(DueMoment.values()), DueMoment::code);
        Optional<LastDay> lastDay = part.oneOf(LAST_DAY, List.of(LastDay.values()), LastDay::code);
        Optional<String> hours =
                part.names().contains(HOURS) ? part.requiredText(HOURS, SlaPolicy.MAX_TEXT) : Optional.empty();
        Set<SuspensionGround> pauses = pauses(part);
        ExtensionRule extensions =
                part.object(EXTENSIONS).map(TargetForm::extensions).orElse(SlaTarget.usualExtensions(kind));
        List<Warning> warnings = warnings(part);
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        DueMoment meant = due.orElse(SlaTarget.usualDue(limit.get()));
        if (!limit.get().isInDays() && meant != DueMoment.SAME_TIME) {
            part.problems()
                    .add(
                            part.at(DUE),
                            "CONTRADICTION",
                            meant.code(),
                            limit.get() instanceof TimeLimit.Elapsed
                                    ? "sameTime, as the limit is in elapsed time"
                                    : "sameTime, as the limit is in working time");
            return Optional.empty();
        }
        if (!part.names().contains(HOURS)
                && SlaTarget.needsHours(limit.get(), moment.orElse(StartMoment.AS_RECORDED), meant)) {
            part.problems()
                    .add(
                            part.at(HOURS),
                            "MISSING_PROPERTY",
                            "",
                            "a property hours that names opening hours of the policy, as the target counts by them");
        }
        if (hours.isEmpty() && SlaTarget.needsHours(limit.get(), moment.orElse(StartMoment.AS_RECORDED), meant)) {
            return Optional.empty();
        }
        return Optional.of(new SlaTarget(
                kind,
                limit.get(),
                start.orElse(SlaTarget.usualStart(kind)),
                moment.orElse(StartMoment.AS_RECORDED),
                cutoff,
                meant,
                lastDay.orElse(LastDay.NEXT_WORKING_DAY),
                hours,
                pauses,
                extensions,
                warnings));
    }

    static void checkHours(SlaTarget target, JsonPart part, Collection<String> known) {
        target.hours()
                .filter(name -> !known.contains(name))
                .ifPresent(name -> part.problems()
                        .add(
                                part.at(HOURS),
                                "UNKNOWN_HOURS",
                                name,
                                (known.isEmpty() ? "a name that stands in /hours" : "one of " + known)
                                        + Suggestion.hint(name, known)));
    }

    private static Optional<TimeLimit> limit(JsonPart part, String name) {
        return part.parsed(name, TimeLimit::parse, "BAD_LIMIT", LIMIT_FORM);
    }

    private static LocalTime time(String text) {
        if (text.length() != "17:30".length()) {
            throw new IllegalArgumentException(text);
        }
        return LocalTime.parse(text);
    }

    private static Set<SuspensionGround> pauses(JsonPart part) {
        if (part.isEmptyList(PAUSES)) {
            return Set.of();
        }
        return part.names().contains(PAUSES)
                ? Set.copyOf(part.someOf(PAUSES, List.of(SuspensionGround.values()), SuspensionGround::code))
                : SlaTarget.ALL_GROUNDS;
    }

    private static ExtensionRule extensions(JsonPart part) {
        part.allow(MOST, EACH, ASKED, GRANTED_BY);
        OptionalInt most = part.integer(MOST, 0, ExtensionRule.MAX_EXTENSIONS);
        return new ExtensionRule(
                most.orElse(ExtensionRule.MAX_EXTENSIONS),
                limit(part, EACH),
                part.oneOf(ASKED, List.of(ExtensionRule.Asked.values()), ExtensionRule.Asked::code)
                        .orElse(ExtensionRule.Asked.BEFORE_DUE),
                Set.copyOf(part.someOf(GRANTED_BY, List.of(Role.values()), Role::code)));
    }

    private static List<Warning> warnings(JsonPart part) {
        List<Warning> warnings = new ArrayList<>();
        for (JsonPart warning : part.objects(WARNINGS)) {
            warning.allow(LIGHT, USED, LEFT);
            if (!warning.names().contains(LIGHT)) {
                warning.missing(LIGHT);
            }
            Optional<Light> light = warning.oneOf(LIGHT, LIGHTS, Light::code);
            Optional<Warning.Threshold> used = warning.parsed(
                    USED, Warning.Used::parse, "BAD_PERCENTAGE", "a whole percentage from 1% to 99%, such as 80%");
            Optional<Warning.Threshold> left = limit(warning, LEFT).map(Warning.Left::new);
            boolean hasUsed = warning.names().contains(USED);
            if (hasUsed == warning.names().contains(LEFT)) {
                warning.problems()
                        .add(
                                warning.place(),
                                hasUsed ? "CONFLICTING_PROPERTIES" : "MISSING_PROPERTY",
                                "",
                                "either a property used or a property left");
            }
            light.ifPresent(l -> used.or(() -> left).ifPresent(t -> warnings.add(new Warning(l, t))));
        }
        return warnings;
    }

    static Map<String, Object> tree(SlaTarget target) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(LIMIT, target.limit().toString());
        if (target.start() != SlaTarget.usualStart(target.kind())) {
            tree.put(START, target.start().code());
        }
        if (target.startMoment() != StartMoment.AS_RECORDED) {
            tree.put(START_MOMENT, target.startMoment().code());
        }
        target.cutoff().ifPresent(time -> tree.put(CUTOFF, time.toString()));
        if (target.due() != SlaTarget.usualDue(target.limit())) {
            tree.put(DUE, target.due().code());
        }
        if (target.lastDay() != LastDay.NEXT_WORKING_DAY) {
            tree.put(LAST_DAY, target.lastDay().code());
        }
        target.hours().ifPresent(name -> tree.put(HOURS, name));
        if (!target.pauses().equals(SlaTarget.ALL_GROUNDS)) {
            tree.put(
                    PAUSES,
                    target.pauses().stream()
                            .sorted()
                            .map(SuspensionGround::code)
                            .toList());
        }
        if (!target.extensions().equals(SlaTarget.usualExtensions(target.kind()))) {
            tree.put(EXTENSIONS, tree(target.extensions()));
        }
        if (!target.warnings().isEmpty()) {
            tree.put(WARNINGS, target.warnings().stream().map(TargetForm::tree).toList());
        }
        return tree;
    }

    private static Map<String, Object> tree(ExtensionRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(MOST, rule.most());
        rule.each().ifPresent(each -> tree.put(EACH, each.toString()));
        if (rule.asked() != ExtensionRule.Asked.BEFORE_DUE) {
            tree.put(ASKED, rule.asked().code());
        }
        if (!rule.grantedBy().isEmpty()) {
            tree.put(
                    GRANTED_BY,
                    rule.grantedBy().stream().sorted().map(Role::code).toList());
        }
        return tree;
    }

    private static Map<String, Object> tree(Warning warning) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(LIGHT, warning.light().code());
        tree.put(
                warning.threshold() instanceof Warning.Used ? USED : LEFT,
                warning.threshold().toString());
        return tree;
    }
}
