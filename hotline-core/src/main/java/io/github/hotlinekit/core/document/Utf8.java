package io.github.hotlinekit.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads UTF-8 without losing or guessing anything: a byte order mark is dropped, and a byte that is
 * not UTF-8 becomes one lone surrogate, U+DC00 plus the byte, which no valid text holds. So a reader
 * can go on, and can still say where the bad byte stands and which it was.
 */
public final class Utf8 {

    private static final int BUFFER = 1 << 16;

    private Utf8() {}

    /**
     * A reader of UTF-8 bytes.
     *
     * @param in the bytes; closed with the reader
     * @return a reader as described above, to be used by one thread
     */
    public static Reader reader(InputStream in) {
        return new LosslessReader(Objects.requireNonNull(in, "in"));
    }

    /**
     * The first position at or after a start that stands for a byte that was not UTF-8.
     *
     * @param text a text read by {@link #reader}
     * @param startInclusive where to begin, from 0
     * @return the position, or -1 if there is none
     */
    public static int indexOfBadByte(CharSequence text, int startInclusive) {
        for (int i = startInclusive; i < text.length(); i++) {
            if (isBadByte(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The byte that a position found by {@link #indexOfBadByte} stands for.
     *
     * @param escaped the character there
     * @return the byte in the form {@code byte 0xB9}
     */
    public static String describe(char escaped) {
        return "byte 0x" + Integer.toHexString(escaped & 0xFF).toUpperCase(java.util.Locale.ROOT);
    }

    /**
     * What was expected where a byte is not UTF-8; says so if the bytes look like GBK, in which spreadsheets save Chinese
     * tables by default.
     *
     * @param text a text read by {@link #reader}
     * @param position a position found by {@link #indexOfBadByte}
     * @return the words for a problem
     */
    public static String expected(CharSequence text, int position) {
        int next = position + 1;
        boolean gbk = (text.charAt(position) & 0xFF) > 0x80
                && next < text.length()
                && isBadByte(text, next)
                && (text.charAt(next) & 0xFF) >= 0xA1;
        return gbk ? "text in UTF-8 (this looks like GBK: save it as UTF-8)" : "text in UTF-8";
    }

    static boolean isBadByte(CharSequence text, int i) {
        char c = text.charAt(i);
        return c >= 0xDC80 && c <= 0xDCFF && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static final class LosslessReader extends Reader {
        private final InputStream in;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
        private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
        private final boolean[] state = new boolean[2];
        private static final int STARTED = 0;
        private static final int ENDED = 1;

        LosslessReader(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            while (!chars.hasRemaining()) {
                if (state[ENDED] && !bytes.hasRemaining()) {
                    return -1;
                }
                decodeSome();
            }
            int count = Math.min(length, chars.remaining());
            chars.get(target, offset, count);
            return count;
        }

        private void decodeSome() throws IOException {
            if (!state[ENDED]) {
                bytes.compact();
                int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
                if (got < 0) {
                    state[ENDED] = true;
                } else {
                    bytes.position(bytes.position() + got);
                }
                bytes.flip();
            }
            chars.clear();
            CoderResult result = decoder.decode(bytes, chars, state[ENDED]);
            while (result.isError() && chars.hasRemaining()) {
                for (int i = 0; i < result.length() && chars.hasRemaining(); i++) {
                    chars.put((char) (0xDC00 | (bytes.get() & 0xFF)));
                }
                result = decoder.decode(bytes, chars, state[ENDED]);
            }
            chars.flip();
            if (!state[STARTED] && chars.hasRemaining()) {
                state[STARTED] = true;
                if (chars.get(chars.position()) == '\uFEFF') {
                    chars.get();
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
