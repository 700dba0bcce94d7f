package io.github.hotlinekit.core.document;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text with their numbers; lines can be given back and come again. */
final class LineSource {

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param text its text, empty if too long
     * @param tooLong whether it was longer than {@link Csv#MAX_LINE}
     * @param ended whether a line end follows it, rather than the end of the text
     */
    record Line(long number, String text, boolean tooLong, boolean ended) {}

    private static final int POSITION = 0;
    private static final int LIMIT = 1;

    private final Reader in;
    private final char[] buffer = new char[1 << 15];
    private final int[] window = new int[2];
    private final long[] lastNumber = new long[1];
    private final boolean[] skipLineFeed = new boolean[1];
    private final Deque<Line> givenBack = new ArrayDeque<>();

    LineSource(Reader in) {
        this.in = in;
    }

    @Nullable
    Line next() throws IOException {
        Line again = givenBack.poll();
        return again != null ? again : read();
    }

    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            givenBack.addFirst(lines.get(i));
        }
    }

    private @Nullable Line read() throws IOException {
        StringBuilder pieces = new StringBuilder(0);
        boolean any = false;
        boolean tooLong = false;
        while (fill()) {
            int start = window[POSITION];
            if (skipLineFeed[0]) {
                skipLineFeed[0] = false;
                if (buffer[start] == '\n') {
                    window[POSITION]++;
                    continue;
                }
            }
            any = true;
            int end = start;
            while (end < window[LIMIT] && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            tooLong |= pieces.length() + (end - start) > Csv.MAX_LINE;
            if (end < window[LIMIT]) {
                skipLineFeed[0] = buffer[end] == '\r';
                window[POSITION] = end + 1;
                if (pieces.isEmpty() && !tooLong) {
                    return new Line(++lastNumber[0], new String(buffer, start, end - start), false, true);
                }
                append(pieces, start, end, tooLong);
                return new Line(++lastNumber[0], pieces.toString(), tooLong, true);
            }
            append(pieces, start, end, tooLong);
            window[POSITION] = end;
        }
        return any ? new Line(++lastNumber[0], pieces.toString(), tooLong, false) : null;
    }

    private void append(StringBuilder pieces, int start, int end, boolean tooLong) {
        if (tooLong) {
            pieces.setLength(0);
        } else {
            pieces.append(buffer, start, end - start);
        }
    }

    private boolean fill() throws IOException {
        if (window[POSITION] < window[LIMIT]) {
            return true;
        }
        int got = in.read(buffer, 0, buffer.length);
        window[POSITION] = 0;
        window[LIMIT] = Math.max(got, 0);
        return got > 0;
    }
}
