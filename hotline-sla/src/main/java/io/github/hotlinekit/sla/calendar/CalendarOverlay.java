package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.Identity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Days that a region or an office has otherwise than the calendar below it (地方放假安排): days off and days
 * worked, each of which overrides what is below, in both directions. Immutable. Put over a calendar with {@link
 * WorkingCalendar#with}, and over another overlay with {@link #over}: a city's over its province's.
 *
 * <p>Overlays are associative: it does not matter which are put together first. One that names no days, or
 * only such as {@link DayKind#INHERIT}, changes no day; one over itself is itself. The order matters just where two
 * name the same day.
 */
public final class CalendarOverlay {
    private final String id;
    private final String version;
    private final Map<LocalDate, SpecialDay> days;

    private CalendarOverlay(String id, String version, Map<LocalDate, SpecialDay> days) {
        this.id = id;
        this.version = version;
        this.days = days;
    }

    /**
     * An overlay.
     *
     * @param id its id, such as {@code fujian}: 1 to {@value Identity#MAX_LENGTH} ASCII letters, digits, {@code .},
     *     {@code -} and {@code _}
     * @param version its version, of the same form
     * @param days the days, each once; those that are {@link DayKind#INHERIT} say nothing and are not kept
     * @return the overlay
     * @throws IllegalArgumentException if id or version is malformed or a day is named twice
     */
    public static CalendarOverlay of(String id, String version, Collection<SpecialDay> days) {
        Identity.of(id, version);
        Map<LocalDate, SpecialDay> kept = new TreeMap<>();
        for (SpecialDay day : once(days)) {
            if (day.kind() != DayKind.INHERIT) {
                kept.put(day.date(), day);
            }
        }
        return new CalendarOverlay(id, version, kept);
    }

    /** The days in order, refused if one is named twice. */
    static Collection<SpecialDay> once(Collection<SpecialDay> days) {
        Map<LocalDate, SpecialDay> seen = new TreeMap<>();
        for (SpecialDay day : days) {
            if (seen.putIfAbsent(day.date(), day) != null) {
                throw new IllegalArgumentException(
                        "a layer must name each day once, but named " + day.date() + " twice");
            }
        }
        return seen.values();
    }

    /**
     * This overlay over another: both as one, in which the days of this one count where both name them.
     *
     * @param lower the other, such as the province's under a city's
     * @return the two as one, whose id and version name both, such as {@code guangxi+nanning@1+3}
     */
    public CalendarOverlay over(CalendarOverlay lower) {
        LayerNames names = LayerNames.of(lower.id, lower.version).under(LayerNames.of(id, version));
        Map<LocalDate, SpecialDay> both = new TreeMap<>(lower.days);
        both.putAll(days);
        return new CalendarOverlay(names.id(), names.version(), both);
    }

    /**
     * The id: of overlays put together all their ids, the lowest first.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The version: of overlays put together all their versions, the lowest first.
     *
     * @return the version
     */
    public String version() {
        return version;
    }

    /**
     * Id and version.
     *
     * @return such as {@code fujian@1}
     */
    public String identity() {
        return id + "@" + version;
    }

    /**
     * The days that it names.
     *
     * @return an unmodifiable list, in order
     */
    public List<SpecialDay> days() {
        return List.copyOf(days.values());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalendarOverlay that
                && id.equals(that.id)
                && version.equals(that.version)
                && days.equals(that.days);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version, days);
    }

    @Override
    public String toString() {
        return "CalendarOverlay " + identity() + " of " + days.size() + " days";
    }
}
