package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.language.Label;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a calendar document. */
final class CalendarReader {

    static final String PLAIN_YEARS = "plainYears";
    static final String INSTEAD_OF = "insteadOf";

    private static final String DATE =
            "a date such as 2026-02-14, in the years " + WorkingCalendar.MIN_YEAR + " to " + WorkingCalendar.MAX_YEAR;

    private CalendarReader() {}

    static Optional<CalendarDocument> read(JsonPart root) {
        Problems problems = root.problems();
        root.allow("format", "id", "version", "name", "week", "first", "last", "settledUntil", PLAIN_YEARS, "days");
        root.requiredText("format", JsonPart.MAX_NAME)
                .filter(f -> !f.equals(CalendarDocument.FORMAT))
                .ifPresent(f -> problems.add(root.at("format"), "UNSUPPORTED_FORMAT", f, CalendarDocument.FORMAT));
        Optional<String> id = root.requiredText("id", CalendarDocument.MAX_ID);
        Optional<String> version = root.requiredText("version", CalendarDocument.MAX_ID);
        Optional<Label> name = name(root);
        Set<DayOfWeek> week = week(root);
        Optional<LocalDate> first = requiredDate(root, "first");
        Optional<LocalDate> last = requiredDate(root, "last");
        Optional<LocalDate> settled = requiredDate(root, "settledUntil");
        inOrder(root, "first", first, "settledUntil", settled);
        inOrder(root, "settledUntil", settled, "last", last);
        ArrangementReading reading = ArrangementReading.ofOverlay(problems);
        List<JsonPart> parts = root.isEmptyList("days") ? List.of() : root.objects("days");
        for (JsonPart part : parts) {
            day(part, week, reading).ifPresent(d -> {
                if (first.filter(d.date()::isBefore).isPresent()
                        || last.filter(d.date()::isAfter).isPresent()) {
                    problems.add(
                            part.at("date"),
                            "OUT_OF_RANGE",
                            d.date().toString(),
                            "a date from first to last: " + orUnknown(first) + " to " + orUnknown(last));
                }
            });
        }
        List<Year> plain = root.isEmptyList(PLAIN_YEARS)
                ? List.of()
                : root.parsedList(PLAIN_YEARS, Year::parse, "BAD_YEAR", "a year such as 2011");
        List<SpecialDay> days = reading.finish();
        if (problems.isEmpty()) {
            plainYears(root, first.orElseThrow(), last.orElseThrow(), days, plain);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        WorkingCalendar.Builder builder = WorkingCalendar.builder(id.orElseThrow(), version.orElseThrow())
                .first(first.orElseThrow())
                .last(last.orElseThrow())
                .settledUntil(settled.orElseThrow())
                .days(days);
        return build(root, builder, week).map(calendar -> new CalendarDocument(name.orElseThrow(), calendar));
    }

    /** A date that could not be read is told of elsewhere. */
    private static String orUnknown(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("?");
    }

    private static Optional<WorkingCalendar> build(
            JsonPart root, WorkingCalendar.Builder builder, Set<DayOfWeek> week) {
        try {
            return Optional.of(builder.week(week).build());
        } catch (IllegalArgumentException e) { // a year without a working day
            root.problems().add(root.at("days"), "CONTRADICTION", "", "what makes a calendar: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Label> name(JsonPart part) {
        Optional<JsonPart> name = part.requiredObject("name");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        name.get().allow("zh", "en");
        Optional<String> zh = name.get().requiredText("zh", CalendarDocument.MAX_NAME);
        Optional<String> en = name.get().has("en") ? name.get().requiredText("en", CalendarDocument.MAX_NAME) : zh;
        return zh.flatMap(z -> en.map(e -> Label.of(z, e)));
    }

    private static Set<DayOfWeek> week(JsonPart root) {
        List<DayOfWeek> days = root.someOf("week", List.of(DayOfWeek.values()), DayOfWeek::name);
        Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : days) {
            if (!week.add(day)) {
                root.problems().add(root.at("week"), "DUPLICATE_VALUE", day.name(), "each day of the week once");
            }
        }
        return week.isEmpty() ? ArrangementReading.MONDAY_TO_FRIDAY : week;
    }

    private static Optional<LocalDate> requiredDate(JsonPart part, String name) {
        if (!part.has(name)) {
            part.missing(name);
            return Optional.empty();
        }
        Optional<LocalDate> date = part.parsed(name, LocalDate::parse, "BAD_DATE", DATE);
        if (date.isPresent() && !WorkingCalendar.isInRange(date.get())) {
            part.problems().add(part.at(name), "BAD_DATE", date.get().toString(), DATE);
            return Optional.empty();
        }
        return date;
    }

    private static void inOrder(
            JsonPart root, String earlier, Optional<LocalDate> from, String later, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            root.problems()
                    .add(
                            root.at(later),
                            "CONTRADICTION",
                            to.get().toString(),
                            "a date not before " + earlier + ", " + from.get());
        }
    }

    private static Optional<SpecialDay> day(JsonPart part, Set<DayOfWeek> week, ArrangementReading reading) {
        part.allow("date", "kind", INSTEAD_OF, "name", "source");
        Optional<LocalDate> date = requiredDate(part, "date");
        if (!part.has("kind")) {
            part.missing("kind");
        }
        Optional<DayKind> kind = part.oneOf("kind", List.of(DayKind.HOLIDAY, DayKind.WORKDAY), DayKind::name);
        Optional<DayKind> insteadOf = part.oneOf(INSTEAD_OF, List.of(DayKind.HOLIDAY), DayKind::name);
        Optional<Label> name = name(part);
        Optional<String> source = part.has("source")
                ? part.requiredText("source", CalendarDocument.MAX_SOURCE)
                : part.text("source").or(() -> Optional.of(""));
        boolean first = date.isPresent() && reading.isFirst(date.get(), part.at("date"));
        if (!first || kind.isEmpty() || name.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        boolean again =
                kind.get() == DayKind.WORKDAY && week.contains(date.get().getDayOfWeek());
        if (again && insteadOf.isEmpty()) {
            part.problems()
                    .add(
                            part.at("kind"),
                            "MAKE_UP_ON_WEEKDAY",
                            date.get() + " " + date.get().getDayOfWeek(),
                            "a make-up workday on a day of rest, or \"insteadOf\": \"HOLIDAY\" if it takes one back");
        } else if (!again && insteadOf.isPresent()) {
            part.problems()
                    .add(
                            part.at(INSTEAD_OF),
                            "CONTRADICTION",
                            "HOLIDAY",
                            "nothing, as the week does not work that day");
        }
        SpecialDay day = new SpecialDay(date.get(), kind.get(), name.get(), source.get());
        reading.add(day, part.at("date"));
        return Optional.of(day);
    }

    /** The years wholly in a range of which no day is named. */
    static Set<Integer> plainYears(LocalDate first, LocalDate last, List<SpecialDay> days) {
        Set<Integer> years = new TreeSet<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            if (!LocalDate.of(year, 1, 1).isBefore(first)
                    && !LocalDate.of(year, 12, 31).isAfter(last)) {
                years.add(year);
            }
        }
        days.forEach(day -> years.remove(day.date().getYear()));
        return years;
    }

    private static void plainYears(
            JsonPart root, LocalDate first, LocalDate last, List<SpecialDay> days, List<Year> said) {
        Set<Integer> plain = plainYears(first, last, days);
        Set<Integer> named = said.stream().map(Year::getValue).collect(Collectors.toCollection(TreeSet::new));
        for (Integer year : plain) {
            if (!named.contains(year)) {
                root.problems()
                        .add(
                                root.at("days"),
                                "YEAR_GAP",
                                year.toString(),
                                "a day of each year from first to last, or the year among plainYears");
            }
        }
        for (Integer year : named) {
            if (!plain.contains(year)) {
                root.problems()
                        .add(
                                root.at(PLAIN_YEARS),
                                "CONTRADICTION",
                                year.toString(),
                                "years wholly from first to last of which no day is named");
            }
        }
    }
}
