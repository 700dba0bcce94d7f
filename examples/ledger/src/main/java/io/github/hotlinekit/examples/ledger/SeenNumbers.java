package io.github.hotlinekit.examples.ledger;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongLongHashMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/**
 * The case numbers seen so far, in about 16 bytes each, so that a file of millions of rows can be
 * checked for duplicates in a small heap. Plain numbers are held exactly; any other text as 128 bits
 * of its SHA-256.
 */
final class SeenNumbers {

    private static final int MAX_DIGITS = 18;

    private final LongHashSet plain = new LongHashSet();
    private final LongLongHashMap hashed = new LongLongHashMap();
    private final Set<String> clashing = new HashSet<>();
    private final MessageDigest sha256;

    SeenNumbers() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds a number; false if it was there already. */
    boolean add(String number) {
        return isPlain(number) ? plain.add(Long.parseLong(number)) : addHashed(number);
    }

    /** A decimal number without leading zeros, so that equal numbers are equal texts. */
    private static boolean isPlain(String number) {
        return !number.isEmpty()
                && number.length() <= MAX_DIGITS
                && (number.length() == 1 || number.charAt(0) != '0')
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private boolean addHashed(String number) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(number.getBytes(StandardCharsets.UTF_8)));
        long high = digest.getLong();
        long low = digest.getLong();
        int index = hashed.indexOf(high);
        if (hashed.indexExists(index)) {
            // Two texts with the same first half are kept apart by the second, and a third by its own text.
            return hashed.indexGet(index) != low && clashing.add(number);
        }
        hashed.indexInsert(index, high, low);
        return true;
    }
}
