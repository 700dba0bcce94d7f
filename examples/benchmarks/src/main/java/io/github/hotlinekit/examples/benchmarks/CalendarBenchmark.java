package io.github.hotlinekit.examples.benchmarks;

import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.github.hotlinekit.sla.calendar.DayKind;
import io.github.hotlinekit.sla.calendar.Projection;
import io.github.hotlinekit.sla.calendar.SpecialDay;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * China's working days added and counted, from 1,024 random days of 2006 to 2024, beside the same days in Strata's
 * calendar and in two hash sets that are walked day by day. Jollyday has no China, no make-up days and no
 * adding: it is asked whether a day is a holiday in Germany.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CalendarBenchmark {

    private static final int STARTS = 1_024;
    private static final long SEED = 20_260_914L;

    private final LocalDate[] starts = new LocalDate[STARTS];
    private final LocalDate[] ends = new LocalDate[STARTS];
    private final WorkingCalendar china = WorkingCalendar.china();
    private final WorkingCalendar strict = china.strict();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> workdays = new HashSet<>();
    private ImmutableHolidayCalendar strata;
    private HolidayManager jollyday;
    private int at;

    /** The same days for all. */
    @Setup
    public void setUp() {
        for (SpecialDay day : china.specialDays()) {
            (day.kind() == DayKind.HOLIDAY ? holidays : workdays).add(day.date());
        }
        strata = ImmutableHolidayCalendar.of(
                HolidayCalendarId.of("China"), holidays, List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), workdays);
        jollyday = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
        Random random = new Random(SEED);
        long first = LocalDate.of(2006, 1, 1).toEpochDay();
        int days = Math.toIntExact(LocalDate.of(2025, 1, 1).toEpochDay() - first);
        for (int i = 0; i < STARTS; i++) {
            starts[i] = LocalDate.ofEpochDay(first + random.nextInt(days));
            ends[i] = starts[i].plusYears(1);
        }
    }

    private int next() {
        at = (at + 1) & (STARTS - 1);
        return at;
    }

    /** A working day, by this SDK. */
    @Benchmark
    public boolean isWorkingDayHotline() {
        return china.isWorkingDay(starts[next()]);
    }

    /** A working day, by Strata. */
    @Benchmark
    public boolean isWorkingDayStrata() {
        return strata.isBusinessDay(starts[next()]);
    }

    /** A holiday of another country, by Jollyday. */
    @Benchmark
    public boolean isHolidayJollyday() {
        return jollyday.isHoliday(starts[next()]);
    }

    /** Three working days on, by this SDK. */
    @Benchmark
    public LocalDate plus003Hotline() {
        return china.plusWorkingDays(starts[next()], 3);
    }

    /** Three working days on, by this SDK, refused if not settled. */
    @Benchmark
    public LocalDate plus003HotlineStrict() {
        return strict.plusWorkingDays(starts[next()], 3);
    }

    /** Three working days on, by this SDK, with bounds. */
    @Benchmark
    public Projection plus003HotlineProject() {
        return china.project(starts[next()], 3);
    }

    /** Three working days on, by Strata. */
    @Benchmark
    public LocalDate plus003Strata() {
        return strata.shift(starts[next()], 3);
    }

    /** Three working days on, by walking. */
    @Benchmark
    public LocalDate plus003Walk() {
        return walk(starts[next()], 3);
    }

    /** Thirty working days on, by this SDK. */
    @Benchmark
    public LocalDate plus030Hotline() {
        return china.plusWorkingDays(starts[next()], 30);
    }

    /** Thirty working days on, by Strata. */
    @Benchmark
    public LocalDate plus030Strata() {
        return strata.shift(starts[next()], 30);
    }

    /** Thirty working days on, by walking. */
    @Benchmark
    public LocalDate plus030Walk() {
        return walk(starts[next()], 30);
    }

    /** A year's working days on, by this SDK. */
    @Benchmark
    public LocalDate plus250Hotline() {
        return china.plusWorkingDays(starts[next()], 250);
    }

    /** A year's working days on, by Strata. */
    @Benchmark
    public LocalDate plus250Strata() {
        return strata.shift(starts[next()], 250);
    }

    /** A year's working days on, by walking. */
    @Benchmark
    public LocalDate plus250Walk() {
        return walk(starts[next()], 250);
    }

    /** A year's working days counted, by this SDK. */
    @Benchmark
    public long countYearHotline() {
        int i = next();
        return china.workingDaysFrom(starts[i], ends[i]);
    }

    /** A year's working days counted, by Strata. */
    @Benchmark
    public long countYearStrata() {
        int i = next();
        return strata.daysBetween(starts[i], ends[i]);
    }

    private LocalDate walk(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            if (weekend ? workdays.contains(day) : !holidays.contains(day)) {
                left--;
            }
        }
        return day;
    }
}
