package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.OpeningPeriod;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Opening hours as a part of a policy document. */
final class HoursForm {

    private static final String WORKING_DAYS = "workingDays";
    private static final String REST_DAYS = "restDays";
    private static final String WEEKDAYS = "weekdays";
    private static final String SEASONS = "seasons";
    private static final String DATES = "dates";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String PERIODS = "periods";

    private HoursForm() {}

    static OpeningHours read(JsonPart part) {
        part.allow(WORKING_DAYS, REST_DAYS, WEEKDAYS, SEASONS, DATES);
        return new OpeningHours(
                periods(part, WORKING_DAYS), periods(part, REST_DAYS), weekdays(part), seasons(part), dates(part));
    }

    private static Map<DayOfWeek, List<OpeningPeriod>> weekdays(JsonPart part) {
        Map<DayOfWeek, List<OpeningPeriod>> weekdays = new EnumMap<>(DayOfWeek.class);
        part.object(WEEKDAYS).ifPresent(w -> {
            w.allow(List.of(DayOfWeek.values()).stream().map(HoursForm::code).toArray(String[]::new));
            for (DayOfWeek day : DayOfWeek.values()) {
                if (w.names().contains(code(day))) {
                    weekdays.put(day, periods(w, code(day)));
                }
            }
        });
        return weekdays;
    }

    private static List<OpeningHours.Season> seasons(JsonPart part) {
        List<OpeningHours.Season> seasons = new ArrayList<>();
        for (JsonPart season : part.objects(SEASONS)) {
            season.allow(FIRST, LAST, PERIODS);
            Optional<MonthDay> first = monthDay(season, FIRST);
            Optional<MonthDay> last = monthDay(season, LAST);
            if (!season.names().contains(PERIODS)) {
                season.missing(PERIODS);
            }
            List<OpeningPeriod> periods = periods(season, PERIODS);
            if (first.isPresent() && last.isPresent()) {
                seasons.add(new OpeningHours.Season(first.get(), last.get(), periods));
            }
        }
        return seasons;
    }

    private static Optional<MonthDay> monthDay(JsonPart part, String name) {
        if (!part.names().contains(name)) {
            part.missing(name);
        }
        return part.parsed(
                name, text -> MonthDay.parse("--" + text), "BAD_DATE", "a day of each year such as 06-01 for 1 June");
    }

    private static Map<LocalDate, List<OpeningPeriod>> dates(JsonPart part) {
        Map<LocalDate, List<OpeningPeriod>> dates = new TreeMap<>();
        part.object(DATES).ifPresent(d -> {
            for (String name : d.names()) {
                if (!name.startsWith(SlaPolicyJson.NOTE)) {
                    Optional<LocalDate> date = SlaPolicyJson.date(name);
                    if (date.isEmpty()) {
                        d.problems().add(d.at(name), "BAD_DATE", name, SlaPolicyJson.DATE);
                    }
                    List<OpeningPeriod> periods = periods(d, name);
                    date.ifPresent(day -> dates.put(day, periods));
                }
            }
        });
        return dates;
    }

    /** No periods where there is something wrong, so that reading goes on. */
    private static List<OpeningPeriod> periods(JsonPart part, String name) {
        if (part.isEmptyList(name)) {
            return List.of();
        }
        List<OpeningPeriod> periods = part.parsedList(
                name, OpeningPeriod::parse, "BAD_PERIOD", "a period such as 08:30-12:00, 14:00-24:00 or 22:00-06:00");
        try {
            new OpeningHours(periods, List.of(), Map.of(), List.of(), Map.of());
            return periods;
        } catch (IllegalArgumentException overlap) {
            part.problems().add(part.at(name), "OVERLAP", periods.toString(), "periods that do not overlap");
            return List.of();
        }
    }

    static Map<String, Object> tree(OpeningHours hours) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(WORKING_DAYS, texts(hours.workingDays()));
        if (!hours.restDays().isEmpty()) {
            tree.put(REST_DAYS, texts(hours.restDays()));
        }
        if (!hours.weekdays().isEmpty()) {
            Map<String, Object> weekdays = new LinkedHashMap<>();
            new EnumMap<>(hours.weekdays()).forEach((day, periods) -> weekdays.put(code(day), texts(periods)));
            tree.put(WEEKDAYS, weekdays);
        }
        if (!hours.seasons().isEmpty()) {
            tree.put(SEASONS, hours.seasons().stream().map(HoursForm::tree).toList());
        }
        if (!hours.dates().isEmpty()) {
            Map<String, Object> dates = new LinkedHashMap<>();
            new TreeMap<>(hours.dates()).forEach((day, periods) -> dates.put(SlaPolicyJson.text(day), texts(periods)));
            tree.put(DATES, dates);
        }
        return tree;
    }

    private static Map<String, Object> tree(OpeningHours.Season season) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(FIRST, season.first().toString().substring(2));
        tree.put(LAST, season.last().toString().substring(2));
        tree.put(PERIODS, texts(season.periods()));
        return tree;
    }

    private static List<String> texts(List<OpeningPeriod> periods) {
        return periods.stream().map(OpeningPeriod::toString).toList();
    }

    private static String code(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
