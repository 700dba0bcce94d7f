package io.github.hotlinekit.examples.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads instants the way a city writes them: by patterns of {@link DateTimeFormatter}, tried in order,
 * or as a count of milliseconds or seconds since 1970. A wall time without an offset is taken in the
 * city's zone; in the hour that a clock change repeats, as its first pass; in the hour it skips, as
 * much later as the clock was moved.
 */
final class Timestamps {

    static final String EPOCH_MILLIS = "epochMillis";
    static final String EPOCH_SECONDS = "epochSeconds";

    private static final long MAX_EPOCH_SECOND = 253_402_300_799L; // the end of the year 9999
    private static final int MAX_DIGITS = 18;

    private interface Format {
        Optional<Instant> parse(String text);
    }

    private final List<String> names;
    private final List<Format> formats;

    private Timestamps(List<String> names, List<Format> formats) {
        this.names = names;
        this.formats = formats;
    }

    /**
     * Reads by these formats.
     *
     * @throws IllegalArgumentException if a pattern is none
     */
    static Timestamps of(List<String> names, ZoneId zone) {
        List<Format> formats = new ArrayList<>();
        for (String name : names) {
            formats.add(format(name, zone));
        }
        return new Timestamps(List.copyOf(names), List.copyOf(formats));
    }

    private static Format format(String name, ZoneId zone) {
        if (name.equals(EPOCH_MILLIS)) {
            return text -> epoch(text, 1_000);
        }
        if (name.equals(EPOCH_SECONDS)) {
            return text -> epoch(text, 1);
        }
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(name)
                .parseDefaulting(ChronoField.ERA, 1) // so that yyyy, which is all cities' word for it, is strict too
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
        return text -> parse(text, formatter, zone);
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter formatter, ZoneId zone) {
        TemporalAccessor parsed;
        try {
            parsed = formatter.parse(text);
        } catch (java.time.format.DateTimeParseException notThisOne) {
            return Optional.empty(); // the caller reports a text that fits none of the formats
        }
        LocalDateTime local = LocalDateTime.from(parsed);
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        return Optional.of(
                offset == null
                        ? local.atZone(zone).toInstant()
                        : local.atOffset(offset).toInstant());
    }

    private static Optional<Instant> epoch(String text, long unitsASecond) {
        boolean digits =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            return Optional.empty();
        }
        long units = Long.parseLong(text);
        long seconds = units / unitsASecond;
        return seconds > MAX_EPOCH_SECOND
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds, units % unitsASecond * (1_000_000_000L / unitsASecond)));
    }

    /** The instant that a text tells; empty if it fits none of the formats. */
    Optional<Instant> parse(String text) {
        for (Format format : formats) {
            Optional<Instant> instant = format.parse(text);
            if (instant.isPresent()) {
                return instant;
            }
        }
        return Optional.empty();
    }

    /** The formats as the mapping document names them, for messages. */
    List<String> names() {
        return names;
    }
}
