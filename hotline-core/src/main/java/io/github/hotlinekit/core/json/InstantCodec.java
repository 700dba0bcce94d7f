package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants as ISO 8601 texts. Midnight is 00:00 and a minute has 60 seconds: neither 24:00 nor :60 is read. */
final class InstantCodec extends Codec {

    static final InstantCodec INSTANCE = new InstantCodec();

    /** 9999-12-31T23:59:59Z. */
    static final long LAST_SECOND = 253_402_300_799L;

    private static final String EXPECTED = "an instant such as 2026-03-02T01:00:00Z, of the years 1970 to 9999";
    private static final int SHORTEST = "2026-03-02T01:00:00Z".length();
    private static final int LONGEST = 40;
    private static final int FRACTION = 20;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private InstantCodec() {}

    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        if (!node.isTextual()) {
            in.wrongType(path, node, EXPECTED);
            return null;
        }
        Instant instant = parse(node.textValue());
        if (instant == null) {
            String shown = looksLikeInstant(node.textValue()) ? node.textValue() : "";
            in.wrong(path, "BAD_VALUE", shown, EXPECTED);
        }
        return instant;
    }

    /** What has other letters may be anything, and is not shown. */
    private static boolean looksLikeInstant(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "TZtz:.+- ".indexOf(c) >= 0);
    }

    @Override
    void write(Object value, Writing out) throws IOException {
        out.json().writeString(text((Instant) value));
    }

    static String text(Instant instant) {
        if (instant.getEpochSecond() < 0 || instant.getEpochSecond() > LAST_SECOND) {
            throw new IllegalArgumentException(
                    "an instant of a case must be of the years 1970 to 9999, but was " + instant);
        }
        return instant.toString();
    }

    /** The instant; null if the text is none. */
    static @Nullable Instant parse(String text) {
        Instant instant = parseUsual(text);
        if (instant != null || text.length() > LONGEST || hasEmptyFraction(text)) {
            return instant;
        }
        try {
            instant = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
            return instant.getEpochSecond() < 0 || instant.getEpochSecond() > LAST_SECOND ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The platform reads a point without digits behind it. */
    private static boolean hasEmptyFraction(String text) {
        int point = text.indexOf('.');
        return point >= 0 && (point + 1 == text.length() || digits(text, point + 1, point + 2) < 0);
    }

    /** The form that {@link Instant#toString} writes, by hand; null if it is another or out of range. */
    private static @Nullable Instant parseUsual(String text) {
        int end = text.length() - 1;
        if (end + 1 < SHORTEST || text.charAt(end) != 'Z' || !hasMarks(text)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int nanos = end + 1 == SHORTEST ? 0 : nanos(text, end);
        if (year < 1970 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0 || nanos < 0) {
            return null;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int length = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1] + (leap && month == 2 ? 1 : 0);
        if (day > length || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        int before = year - 1;
        long days = before * 365L + before / 4 - before / 100 + before / 400 - 719_162L;
        days += DAYS_BEFORE_MONTH[month - 1] + (leap && month > 2 ? 1 : 0) + day - 1;
        return Instant.ofEpochSecond(days * 86_400L + hour * 3_600L + minute * 60L + second, nanos);
    }

    private static boolean hasMarks(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int nanos(String text, int end) {
        if (text.charAt(FRACTION - 1) != '.' || end == FRACTION || end > FRACTION + 9) {
            return -1;
        }
        int nanos = digits(text, FRACTION, end);
        for (int i = end; i < FRACTION + 9 && nanos > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The number that digits are; -1 if one is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
