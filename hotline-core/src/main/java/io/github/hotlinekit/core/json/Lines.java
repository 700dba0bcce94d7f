package io.github.hotlinekit.core.json;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * The lines of a text, one after the other in the same memory. A line ends with a line feed; a carriage return
 * before it is white space to JSON.
 */
final class Lines {

    /** The most characters of a line. */
    static final int MAX_LINE = 4 << 20;

    private static final int START = 0;
    private static final int END = 1;
    private static final int LIMIT = 2;
    private static final int BAD = 3;
    private static final int FLAGS = 4;
    private static final int TOO_LONG = 1;
    private static final int BLANK = 2;
    private static final int NONE = -1;

    private final Reader in;
    private final char[][] buffer = {new char[1 << 16]};
    private final int[] at = new int[5];
    private final long[] number = new long[1];

    Lines(Reader in) {
        this.in = in;
        at[END] = -1;
    }

    /** Goes to the next line; false after the last. */
    boolean next() throws IOException {
        int start = Math.min(at[END] + 1, at[LIMIT]);
        int i = start;
        boolean any = false;
        boolean blank = true;
        boolean tooLong = false;
        int bad = NONE;
        while (true) {
            char[] chars = buffer[0];
            int limit = at[LIMIT];
            while (i < limit && chars[i] != '\n') {
                char c = chars[i];
                if (c > ' ') {
                    blank = false;
                    if (c >= 0xDC80 && c <= 0xDCFF && bad == NONE && !(i > start && isHigh(chars[i - 1]))) {
                        bad = i - start;
                    }
                }
                i++;
            }
            any |= i > start;
            if (i < limit) {
                break;
            }
            if (i - start > MAX_LINE + 1) { // one for a carriage return
                tooLong = true;
                start = i;
                any = true;
            }
            int kept = i - start;
            if (!refill(start)) {
                start = 0;
                i = kept;
                if (!any && !tooLong) {
                    return false;
                }
                break;
            }
            start = 0;
            i = kept;
        }
        at[START] = start;
        at[END] = i;
        at[BAD] = bad;
        tooLong |= length() > MAX_LINE;
        at[FLAGS] = (tooLong ? TOO_LONG : 0) | (blank ? BLANK : 0);
        number[0]++;
        return true;
    }

    private static boolean isHigh(char c) {
        return Character.isHighSurrogate(c);
    }

    /** Moves what begins at a start to the front, and reads more behind it; false at the end of the text. */
    private boolean refill(int start) throws IOException {
        int kept = at[LIMIT] - start;
        char[] chars = buffer[0];
        if (kept > chars.length / 2) {
            buffer[0] = Arrays.copyOfRange(chars, start, start + chars.length * 2);
        } else {
            System.arraycopy(chars, start, chars, 0, kept);
        }
        at[LIMIT] = kept;
        int got = in.read(buffer[0], kept, buffer[0].length - kept);
        if (got > 0) {
            at[LIMIT] += got;
        }
        return got > 0;
    }

    /** The number of the line, from 1. */
    long number() {
        return number[0];
    }

    boolean isBlank() {
        return (at[FLAGS] & BLANK) != 0;
    }

    boolean isTooLong() {
        return (at[FLAGS] & TOO_LONG) != 0;
    }

    /** The position in the line of the first byte that is not UTF-8; -1 if there is none. */
    int bad() {
        return at[BAD];
    }

    char[] chars() {
        return buffer[0];
    }

    int start() {
        return at[START];
    }

    /** How many characters the line has without its end. */
    int length() {
        int length = at[END] - at[START];
        return length > 0 && buffer[0][at[END] - 1] == '\r' ? length - 1 : length;
    }

    char charAt(int index) {
        return buffer[0][at[START] + index];
    }

    @Override
    public String toString() {
        return CharBuffer.wrap(buffer[0], at[START], length()).toString();
    }
}
