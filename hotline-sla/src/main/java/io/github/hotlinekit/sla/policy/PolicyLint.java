package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks for what the author of a policy has overlooked: it can be read, and cannot have been meant. */
final class PolicyLint {

    /** The days of the 28 years after which days of the week and dates come together again. */
    private static final LocalDate FIRST_OF_28_YEARS = LocalDate.of(2001, 1, 1);

    private static final int DAYS_OF_28_YEARS = 10_227;
    private static final int NAMED_ROWS = 5;

    private final String source;
    private final List<Problem> found;

    PolicyLint(String source, List<Problem> found) {
        this.source = source;
        this.found = found;
    }

    /** All of a policy, at the places at which it would be written. */
    static List<Problem> of(String source, SlaPolicy policy) {
        List<Problem> found = new ArrayList<>();
        PolicyLint lint = new PolicyLint(source, found);
        for (int r = 0; r < policy.rows().size(); r++) {
            PolicyRow row = policy.rows().get(r);
            String targets = "/rows/" + r + "/targets/";
            if (row.target(TargetKind.COMPLETE).isEmpty()) {
                lint.add(targets + TargetKind.COMPLETE.code(), "MISSING_PROPERTY", "", "a property complete");
            }
            lint.targets(row.targets(), index -> targets + written(row.targets(), index));
        }
        lint.rowsAndHours(policy, index -> "/rows/" + index);
        return found.stream().limit(Problems.LIMIT).toList();
    }

    private static String written(List<SlaTarget> targets, int index) {
        TargetKind kind = targets.get(index).kind();
        List<Integer> alike = IntStream.range(0, targets.size())
                .filter(i -> targets.get(i).kind() == kind)
                .boxed()
                .toList();
        return kind.code() + (alike.size() == 1 ? "" : "/" + alike.indexOf(index));
    }

    private void add(String pointer, String code, String value, String expected) {
        found.add(new Problem(source, new Place.Pointer(pointer), code, value, expected));
    }

    /** The targets of one row. */
    void targets(List<SlaTarget> targets, IntFunction<String> placeOf) {
        for (int i = 0; i < targets.size(); i++) {
            target(targets.get(i), placeOf.apply(i));
            for (SlaTarget complete : targets) {
                if (complete.kind() == TargetKind.COMPLETE && isLonger(targets.get(i), complete)) {
                    add(
                            placeOf.apply(i) + "/" + TargetForm.LIMIT,
                            "CONTRADICTION",
                            targets.get(i).limit().toString(),
                            "at most the limit of completion, " + complete.limit());
                }
            }
        }
    }

    private void target(SlaTarget target, String place) {
        if (target.start() == ClockStart.REPLY && target.kind() != TargetKind.CALLBACK) {
            add(
                    place + "/" + TargetForm.START,
                    "CONTRADICTION",
                    target.start().code(),
                    "receipt or dispatch, as only a callback comes after the reply");
        }
        if (target.limit() instanceof TimeLimit.Elapsed && target.cutoff().isPresent()) {
            add(
                    place + "/" + TargetForm.CUTOFF,
                    "NO_EFFECT",
                    target.cutoff().get().toString(),
                    "no cutoff, as the limit is in elapsed time");
        }
        if (target.lastDay() != LastDay.NEXT_WORKING_DAY
                && !(target.limit() instanceof TimeLimit.CalendarDays)
                && !(target.limit() instanceof TimeLimit.Months)) {
            add(
                    place + "/" + TargetForm.LAST_DAY,
                    "NO_EFFECT",
                    target.lastDay().code(),
                    "no lastDay, as the limit is not in calendar days or months");
        }
        extensions(target, place + "/" + TargetForm.EXTENSIONS + "/");
        warnings(target, place + "/" + TargetForm.WARNINGS);
    }

    private void extensions(SlaTarget target, String place) {
        ExtensionRule rule = target.extensions();
        rule.each()
                .filter(each -> !isOfUnit(each, target.limit()))
                .ifPresent(each -> wrongUnit(place + TargetForm.EACH, each, target.limit()));
        if (rule.most() == 0 && !rule.equals(ExtensionRule.NONE)) {
            add(place + TargetForm.MOST, "NO_EFFECT", "0", "nothing more about extensions, as none count");
        }
    }

    private void wrongUnit(String place, TimeLimit value, TimeLimit limit) {
        add(place, "WRONG_UNIT", value.toString(), "the unit of the limit, " + limit);
    }

    private void warnings(SlaTarget target, String place) {
        Map<Light, Integer> first = new HashMap<>();
        for (int i = 0; i < target.warnings().size(); i++) {
            Warning warning = target.warnings().get(i);
            String at = place + "/" + i + "/";
            Integer before = first.putIfAbsent(warning.light(), i);
            if (before != null) {
                add(
                        at + TargetForm.LIGHT,
                        "DUPLICATE_LIGHT",
                        warning.light().code(),
                        "each light once; " + place + "/" + before + " has it already");
            }
            if (warning.threshold() instanceof Warning.Left left) {
                if (!isOfUnit(left.left(), target.limit())) {
                    wrongUnit(at + TargetForm.LEFT, left.left(), target.limit());
                } else if (size(left.left()) >= size(target.limit())) {
                    add(
                            at + TargetForm.LEFT,
                            "CONTRADICTION",
                            left.left().toString(),
                            "less than the limit, " + target.limit() + ", of which nothing is used at the start");
                }
            } else if (size(target.limit()) == 0) {
                add(
                        at + TargetForm.USED,
                        "CONTRADICTION",
                        warning.threshold().toString(),
                        "no warning, as the limit is " + target.limit());
            }
        }
        Integer yellow = first.get(Light.YELLOW);
        Integer red = first.get(Light.RED);
        if (yellow != null
                && red != null
                && isBefore(target.warnings().get(red), target.warnings().get(yellow), target.limit())) {
            add(
                    place + "/" + red,
                    "CONTRADICTION",
                    target.warnings().get(red).threshold().toString(),
                    "red after yellow, which is at "
                            + target.warnings().get(yellow).threshold());
        }
    }

    /** Whether red leaves yellow no time: two of a form must differ, a percentage and a rest may fall together. */
    private static boolean isBefore(Warning red, Warning yellow, TimeLimit limit) {
        OptionalLong redLeft = hundredthsLeft(red.threshold(), limit);
        OptionalLong yellowLeft = hundredthsLeft(yellow.threshold(), limit);
        if (red.threshold() instanceof Warning.Used r && yellow.threshold() instanceof Warning.Used y) {
            return r.percent() <= y.percent();
        }
        if (redLeft.isEmpty() || yellowLeft.isEmpty()) {
            return false;
        }
        boolean sameForm = red.threshold() instanceof Warning.Left && yellow.threshold() instanceof Warning.Left;
        return sameForm ? redLeft.getAsLong() >= yellowLeft.getAsLong() : redLeft.getAsLong() > yellowLeft.getAsLong();
    }

    /** What is left of a limit at a threshold; empty where it is of another unit, or a part of months. */
    private static OptionalLong hundredthsLeft(Warning.Threshold threshold, TimeLimit limit) {
        if (threshold instanceof Warning.Left left) {
            return isOfUnit(left.left(), limit) ? OptionalLong.of(100 * size(left.left())) : OptionalLong.empty();
        }
        if (limit instanceof TimeLimit.Months) {
            return OptionalLong.empty();
        }
        long used = size(limit) * ((Warning.Used) threshold).percent();
        long counted = limit.isInDays() ? (used + 99) / 100 * 100 : used;
        return OptionalLong.of(100 * size(limit) - counted);
    }

    /** Only what is so whatever the calendar: the same way of counting, or working time against time by the clock. */
    private static boolean isLonger(SlaTarget step, SlaTarget complete) {
        if (step.kind() == TargetKind.COMPLETE
                || step.kind() == TargetKind.CALLBACK
                || step.start().compareTo(complete.start()) < 0
                || step.startMoment() != complete.startMoment()
                || !step.cutoff().equals(complete.cutoff())) {
            return false;
        }
        if (step.limit() instanceof TimeLimit.WorkingTime && complete.limit() instanceof TimeLimit.Elapsed) {
            return size(step.limit()) > size(complete.limit());
        }
        return isOfUnit(step.limit(), complete.limit())
                && (step.limit() instanceof TimeLimit.Elapsed || step.hours().equals(complete.hours()))
                && step.lastDay() == complete.lastDay()
                && size(step.limit()) > size(complete.limit());
    }

    private static boolean isOfUnit(TimeLimit one, TimeLimit other) {
        return one.getClass() == other.getClass();
    }

    private static long size(TimeLimit limit) {
        if (limit instanceof TimeLimit.WorkingDays days) {
            return days.days();
        }
        if (limit instanceof TimeLimit.CalendarDays days) {
            return days.days();
        }
        if (limit instanceof TimeLimit.Months months) {
            return months.months();
        }
        return limit instanceof TimeLimit.Elapsed elapsed
                ? elapsed.duration().toMinutes()
                : ((TimeLimit.WorkingTime) limit).duration().toMinutes();
    }

    /** What takes all of a policy to see. */
    void rowsAndHours(SlaPolicy policy, IntFunction<String> placeOf) {
        RowCover cover = new RowCover(policy.rows());
        for (int r = 1; r < policy.rows().size(); r++) {
            int row = r;
            cover.takersOf(r)
                    .ifPresent(takers -> add(
                            placeOf.apply(row),
                            "UNREACHABLE_ROW",
                            policy.rows().get(row).id(),
                            "a row that some case reaches; "
                                    + named(takers.stream()
                                            .map(t -> policy.rows().get(t).id())
                                            .toList())));
        }
        for (CaseKind kind : CaseKind.values()) {
            cover.gap(kind).ifPresent(gap -> add("/rows", "NO_TARGET", kind.code(), expectedFor(gap)));
        }
        hours(policy);
    }

    private static String named(List<String> ids) {
        String shown = ids.stream().limit(NAMED_ROWS).collect(Collectors.joining(", "));
        return ids.size() == 1
                ? "row " + shown + " before it takes all of its cases"
                : "rows " + shown + (ids.size() > NAMED_ROWS ? " and others" : "")
                        + " before it take all of its cases together";
    }

    private static String expectedFor(RowCover.Gap gap) {
        return "a row without category, area and department for every kind, priority, channel and day, so that every"
                + " case has a limit; none is for " + gap.priority().code() + " cases by "
                + gap.channel().code()
                + gap.day().map(day -> " received on " + day).orElse("");
    }

    private void hours(SlaPolicy policy) {
        Set<String> used = new HashSet<>();
        policy.rows().forEach(row -> row.targets().forEach(t -> t.hours().ifPresent(used::add)));
        new TreeMap<>(policy.hours()).forEach((name, hours) -> {
            String place = "/hours/" + name.replace("~", "~0").replace("/", "~1");
            if (!used.contains(name)) {
                add(place, "UNUSED_HOURS", name, "opening hours that some target names");
            }
            if (!isEverOpen(hours)) {
                add(place, "NEVER_OPEN", name, "a period on some day that comes again");
            }
        });
    }

    /** Single dates apart: a limit in working time has to run out some day. */
    private static boolean isEverOpen(OpeningHours hours) {
        OpeningHours recurring =
                new OpeningHours(hours.workingDays(), hours.restDays(), hours.weekdays(), hours.seasons(), Map.of());
        if (!hours.restDays().isEmpty()) {
            return true;
        }
        return IntStream.range(0, DAYS_OF_28_YEARS)
                .mapToObj(FIRST_OF_28_YEARS::plusDays)
                .anyMatch(day -> !recurring.on(day, true).isEmpty());
    }
}
