package io.github.hotlinekit.sla.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The text whose hash names what a calendar says; its form is told at {@link WorkingCalendar#contentHash}. */
final class CalendarContent {

    private CalendarContent() {}

    static String text(WorkingCalendar calendar) {
        StringBuilder text = new StringBuilder("hotline-calendar-content/1\nfirst ")
                .append(calendar.first())
                .append("\nlast ")
                .append(calendar.last())
                .append("\nsettled ")
                .append(calendar.settledUntil())
                .append("\nweek");
        calendar.week().forEach(day -> text.append(' ').append(day.getValue()));
        text.append('\n');
        for (SpecialDay day : calendar.specialDays()) {
            text.append(day.date())
                    .append(' ')
                    .append(day.kind())
                    .append(' ')
                    .append(escape(day.name().zh()))
                    .append(" | ")
                    .append(escape(day.name().en()))
                    .append(" | ")
                    .append(escape(day.source()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\p").replace("\n", "\\n");
    }

    static String hash(WorkingCalendar calendar) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text(calendar).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
