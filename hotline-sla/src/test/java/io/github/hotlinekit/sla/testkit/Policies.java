package io.github.hotlinekit.sla.testkit;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.OpeningPeriod;
import io.github.hotlinekit.sla.policy.CaseTraits;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.DueMoment;
import io.github.hotlinekit.sla.policy.ExtensionRule;
import io.github.hotlinekit.sla.policy.LastDay;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.PolicyRow;
import io.github.hotlinekit.sla.policy.Reclassification;
import io.github.hotlinekit.sla.policy.RowCondition;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.StartMoment;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import io.github.hotlinekit.sla.policy.Warning;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Policies and their parts, over few codes and few days so that rows meet. They are drawn to be valid, not to be sensible:
 * most have something overlooked that {@link SlaPolicy#check(String)} reports. What is drawn here does not shrink.
 */
public final class Policies {

    /** The categories that conditions and traits name: two trees. */
    public static final List<CategoryCode> CATEGORIES =
            codes(CategoryCode::of, "01", "01.01", "01.01.01", "01.02", "02", "02.01");

    /** The areas that conditions and traits name. */
    public static final List<AreaCode> AREAS = codes(AreaCode::of, "35", "3505", "350581", "3506", "11");

    /** The departments that conditions and traits name. */
    public static final List<DepartmentCode> DEPARTMENTS = codes(DepartmentCode::of, "A", "B");

    /** The channels that conditions name. Traits have any. */
    public static final List<Channel> CHANNELS = List.of(Channel.PHONE, Channel.LETTER);

    /** The first day on which a dated condition begins. Traits have days from the one before. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    /** How many days there are, from {@link #FIRST_DAY}, on which a dated condition may begin. */
    public static final int DAYS = 3;

    private static final List<String> HOURS = List.of("office", "窗口", "a/b~c");

    private Policies() {}

    private static <T> List<T> codes(Function<String, T> of, String... texts) {
        return List.of(texts).stream().map(of).toList();
    }

    /**
     * Policies of one to six rows, with every form of limit, opening hours over midnight and by the season, pauses,
     * extensions and lights.
     *
     * @return the policies
     */
    public static Arbitrary<SlaPolicy> any() {
        return Arbitraries.randomValue(Policies::policy);
    }

    /**
     * Conditions over the codes and days named here, some without any restriction.
     *
     * @return the conditions
     */
    public static Arbitrary<RowCondition> conditions() {
        return Arbitraries.randomValue(Policies::condition);
    }

    /**
     * Rows with conditions as {@link #conditions()} draws them, each with one target: to complete within up to eight
     * working days.
     *
     * @param most how many rows at most, at least 1
     * @return the lists of rows, none of them empty; the ids in a list differ
     */
    public static Arbitrary<List<PolicyRow>> rows(int most) {
        return Arbitraries.randomValue(random -> rows(random, random.nextInt(most) + 1));
    }

    /**
     * Traits of cases that the conditions here may or may not match.
     *
     * @return the traits
     */
    public static Arbitrary<CaseTraits> traits() {
        return Arbitraries.randomValue(random -> new CaseTraits(
                one(random, CaseKind.values()),
                maybe(random, CATEGORIES),
                one(random, Priority.values()),
                maybe(random, AREAS),
                one(random, Channel.values()),
                maybe(random, DEPARTMENTS),
                FIRST_DAY.plusDays(random.nextInt(DAYS + 2) - 1)));
    }

    private static List<PolicyRow> rows(Random random, int count) {
        List<PolicyRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new PolicyRow(
                    "r" + i,
                    condition(random),
                    List.of(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(i % 9)))));
        }
        return rows;
    }

    private static SlaPolicy policy(Random random) {
        Map<String, OpeningHours> hours = new HashMap<>();
        for (String name : HOURS) {
            if (random.nextBoolean()) {
                hours.put(name, hours(random));
            }
        }
        List<PolicyRow> rows = new ArrayList<>();
        int count = random.nextInt(6) + 1;
        for (int i = 0; i < count; i++) {
            RowCondition when = i == count - 1 && random.nextInt(4) > 0 ? RowCondition.ALWAYS : condition(random);
            rows.add(new PolicyRow("r" + i, when, targets(random, List.copyOf(hours.keySet()))));
        }
        return new SlaPolicy(
                "p\"\\" + random.nextInt(10),
                "版本",
                ZoneId.of(one(random, "Asia/Shanghai", "UTC", "+05:30", "America/New_York")),
                "source\n" + (char) (random.nextInt(0x2100) + 0x21),
                hours,
                one(random, Reclassification.values()),
                rows);
    }

    private static OpeningHours hours(Random random) {
        Map<DayOfWeek, List<OpeningPeriod>> weekdays = new HashMap<>();
        Map<LocalDate, List<OpeningPeriod>> dates = new HashMap<>();
        List<OpeningHours.Season> seasons = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            weekdays.put(one(random, DayOfWeek.values()), periods(random));
            dates.put(FIRST_DAY.plusDays(random.nextInt(400)), periods(random));
            seasons.add(new OpeningHours.Season(day(random), day(random), periods(random)));
        }
        return new OpeningHours(periods(random), periods(random), weekdays, seasons, dates);
    }

    private static MonthDay day(Random random) {
        return MonthDay.of(random.nextInt(12) + 1, random.nextInt(28) + 1);
    }

    private static List<OpeningPeriod> periods(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> List.of();
            case 1 -> List.of(OpeningPeriod.parse("22:00-06:00"));
            case 2 -> List.of(OpeningPeriod.parse("00:00-24:00"));
            default -> List.of(OpeningPeriod.parse("08:30-12:00"), OpeningPeriod.parse("13:30-17:30"));
        };
    }

    private static RowCondition condition(Random random) {
        RowCondition.Builder when = RowCondition.builder()
                .addAllKinds(some(random, List.of(CaseKind.values()), 2))
                .addAllPriorities(some(random, List.of(Priority.values()), 4))
                .addAllChannels(some(random, CHANNELS, 6))
                .addAllCategories(some(random, CATEGORIES, 3))
                .addAllAreas(some(random, AREAS, 4))
                .addAllDepartments(some(random, DEPARTMENTS, 5));
        int from = random.nextInt(DAYS);
        if (random.nextInt(3) == 0) {
            when.receivedFrom(FIRST_DAY.plusDays(from));
        }
        if (random.nextInt(3) == 0) {
            when.receivedBefore(FIRST_DAY.plusDays(from + 1 + random.nextInt(DAYS - from)));
        }
        return when.build();
    }

    private static List<SlaTarget> targets(Random random, List<String> hours) {
        List<SlaTarget> targets = new ArrayList<>();
        for (TargetKind kind : TargetKind.values()) {
            Set<ClockStart> starts = new HashSet<>();
            int count = kind == TargetKind.COMPLETE ? 1 + random.nextInt(5) / 4 : random.nextInt(8) / 6;
            for (int i = 0; kind != TargetKind.PROMISE && i < count; i++) {
                SlaTarget target = target(random, kind, hours);
                if (starts.add(target.start())) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }

    private static SlaTarget target(Random random, TargetKind kind, List<String> hours) {
        TimeLimit limit = limit(random, !hours.isEmpty());
        SlaTarget usual = hours.isEmpty() || (!(limit instanceof TimeLimit.WorkingTime) && random.nextBoolean())
                ? SlaTarget.of(kind, limit)
                : SlaTarget.of(kind, limit, hours.get(random.nextInt(hours.size())));
        if (random.nextInt(4) == 0) {
            usual = usual.withStart(one(random, ClockStart.values()));
        }
        if (random.nextInt(6) == 0) {
            usual = usual.withCutoff(LocalTime.of(random.nextInt(24), random.nextInt(60)));
        }
        if (usual.hours().isPresent() && random.nextBoolean()) {
            usual = usual.withStartMoment(StartMoment.NEXT_OPENING);
        }
        if (limit.isInDays() && random.nextInt(3) == 0) {
            usual = usual.withDue(usual.hours().isPresent() ? one(random, DueMoment.values()) : DueMoment.SAME_TIME);
        }
        if (random.nextInt(6) == 0) {
            usual = usual.withLastDay(LastDay.AS_COUNTED);
        }
        if (random.nextInt(3) == 0) {
            usual = usual.withPauses(some(random, List.of(SuspensionGround.values()), 1));
        }
        if (random.nextInt(3) == 0) {
            usual = usual.withExtensions(new ExtensionRule(
                    random.nextInt(4),
                    random.nextBoolean() ? Optional.of(limit) : Optional.empty(),
                    one(random, ExtensionRule.Asked.values()),
                    Set.copyOf(some(random, List.of(Role.values()), 2))));
        }
        List<Warning> warnings = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Light light = i == 1 ? Light.RED : Light.YELLOW;
            warnings.add(
                    random.nextBoolean()
                            ? Warning.used(light, 1 + random.nextInt(99))
                            : Warning.left(light, random.nextInt(4) == 0 ? limit(random, true) : limit));
        }
        return usual.withWarnings(warnings);
    }

    private static TimeLimit limit(Random random, boolean working) {
        int size = random.nextInt(20) + 1;
        return TimeLimit.parse(
                size + one(random, "wd", "d", "h", "m", "mo", working ? "wh" : "wd", working ? "wm" : "d"));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Optional<T> maybe(Random random, List<T> values) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size())));
    }

    /** Some in one of so many draws, else none. */
    private static <T> List<T> some(Random random, List<T> values, int rarity) {
        List<T> some = new ArrayList<>();
        if (random.nextInt(rarity) == 0) {
            double share = random.nextDouble();
            values.stream().filter(v -> random.nextDouble() < share).forEach(some::add);
        }
        return some;
    }
}
