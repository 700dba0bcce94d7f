package io.github.hotlinekit.core.cases;

import java.util.Objects;

/**
 * Who raised a demand (诉求人). It holds no name, phone or address: what identifies a person stays
 * with the host.
 *
 * @param type what kind of requester
 * @param disclosure what may be told about the requester, and to whom
 */
public record Requester(RequesterType type, Disclosure disclosure) {

    /** What may be told about a requester. */
    public enum Disclosure {
        /** The departments may know. */
        OPEN,
        /** Only the hotline may know; departments never do. */
        CONFIDENTIAL,
        /** Nobody knows: the call was anonymous. */
        ANONYMOUS
    }

    /** A requester of whom nothing is known. */
    public static final Requester UNKNOWN = new Requester(RequesterType.UNKNOWN, Disclosure.ANONYMOUS);

    /** Checks the parts. */
    public Requester {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(disclosure, "disclosure");
    }
}
