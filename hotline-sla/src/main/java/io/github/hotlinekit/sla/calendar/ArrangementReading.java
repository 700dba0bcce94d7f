package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.language.Label;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days of an arrangement while they are read, and what can be wrong with them in any format. */
final class ArrangementReading {

    static final Set<DayOfWeek> MONDAY_TO_FRIDAY = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private final @Nullable Set<DayOfWeek> week;
    private final Problems problems;
    private final Map<LocalDate, Place> places = new HashMap<>();
    private final Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();

    private ArrangementReading(@Nullable Set<DayOfWeek> week, Problems problems) {
        this.week = week;
        this.problems = problems;
    }

    static ArrangementReading of(Set<DayOfWeek> week, Problems problems) {
        return new ArrangementReading(Objects.requireNonNull(week, "week"), problems);
    }

    static ArrangementReading ofOverlay(Problems problems) {
        return new ArrangementReading(null, problems);
    }

    Problems problems() {
        return problems;
    }

    /** Whether a date stands for the first time; adds a problem if not. */
    boolean isFirst(LocalDate date, Place place) {
        Place before = places.putIfAbsent(date, place);
        if (before != null) {
            SpecialDay day = days.get(date);
            String as = day == null ? "" : ", as " + day.kind();
            problems.add(
                    place, "DUPLICATE_DATE", date.toString(), "each date once; it stands already at " + before + as);
        }
        return before == null;
    }

    /** Adds a day whose date stands for the first time. */
    void add(SpecialDay day, Place place) {
        if (week != null
                && day.kind() == DayKind.WORKDAY
                && week.contains(day.date().getDayOfWeek())) {
            problems.add(
                    place,
                    "MAKE_UP_ON_WEEKDAY",
                    day.date() + " " + day.date().getDayOfWeek(),
                    "a make-up workday on a day of rest; this day is worked without being named");
        }
        days.put(day.date(), day);
    }

    /** Adds a day, or joins its name to those of the same date and kind. */
    void join(SpecialDay day, Place place) {
        SpecialDay before = days.get(day.date());
        if (before == null || before.kind() != day.kind()) {
            if (isFirst(day.date(), place)) {
                add(day, place);
            }
        } else {
            String zh = joined(before.name().zh(), day.name().zh(), "、");
            String en = joined(before.name().en(), day.name().en(), ", ");
            String source = joined(before.source(), day.source(), " ");
            days.put(day.date(), new SpecialDay(day.date(), day.kind(), Label.of(zh, en), source));
        }
    }

    private static String joined(String before, String text, String between) {
        if (before.isEmpty() || text.isEmpty() || before.equals(text)) {
            return before.isEmpty() ? text : before;
        }
        return before + between + text;
    }

    /** The days in the order of the document, once the years have been looked at. */
    List<SpecialDay> finish() {
        if (week != null && problems.isEmpty()) { // a year that could not be read would seem to be left out
            gaps();
        }
        return List.copyOf(days.values());
    }

    private void gaps() {
        TreeMap<Integer, LocalDate> firsts = new TreeMap<>();
        for (LocalDate date : days.keySet()) {
            firsts.merge(date.getYear(), date, (a, b) -> a.isBefore(b) ? a : b);
        }
        for (Map.Entry<Integer, LocalDate> entry : firsts.entrySet()) {
            Integer before = firsts.lowerKey(entry.getKey());
            if (before != null && before < entry.getKey() - 1) {
                int first = before + 1;
                int last = entry.getKey() - 1;
                problems.add(
                        Objects.requireNonNull(places.get(entry.getValue())),
                        "YEAR_GAP",
                        first == last ? String.valueOf(first) : first + " to " + last,
                        "days of every year from " + firsts.firstKey() + " to " + firsts.lastKey());
            }
        }
    }
}
