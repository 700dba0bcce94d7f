package io.github.hotlinekit.stats.metric;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The 128-bit hash of a case's number and revision: MurmurHash3 x64 128 (Austin Appleby, public domain) of the number in
 * UTF-8, with the revision as seed. It is the same on every machine.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
record CaseHash(long high, long low) {

    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final int BLOCK = 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static CaseHash of(String number, int revision) {
        byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
        long h1 = revision & 0xffffffffL;
        long h2 = h1;
        int whole = bytes.length / BLOCK * BLOCK;
        for (int at = 0; at < whole; at += BLOCK) {
            h1 ^= first((long) LONGS.get(bytes, at));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= second((long) LONGS.get(bytes, at + Long.BYTES));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        // What is left over, filled up with zeros, which leave the halves as they are.
        h2 ^= second(upTo8(bytes, whole + Long.BYTES));
        h1 ^= first(upTo8(bytes, whole));
        h1 ^= bytes.length;
        h2 ^= bytes.length;
        h1 += h2;
        h2 += h1;
        h1 = mix(h1);
        h2 = mix(h2);
        h1 += h2;
        h2 += h1;
        return new CaseHash(h1, h2);
    }

    /** Eight bytes, or as many as there are, filled up with zeros. */
    private static long upTo8(byte[] bytes, int from) {
        int there = bytes.length - from;
        if (there <= 0) {
            return 0;
        }
        if (there >= Long.BYTES) {
            return (long) LONGS.get(bytes, from);
        }
        if (bytes.length >= Long.BYTES) {
            // The last eight, without those before.
            return (long) LONGS.get(bytes, bytes.length - Long.BYTES) >>> (Byte.SIZE * (Long.BYTES - there));
        }
        long value = 0;
        for (int i = bytes.length - 1; i >= from; i--) {
            value = (value << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return value;
    }

    private static long first(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long second(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    private static long mix(long value) {
        long k = value;
        k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccdL;
        k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return k ^ (k >>> 33);
    }
}
