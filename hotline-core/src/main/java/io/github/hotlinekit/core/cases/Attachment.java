package io.github.hotlinekit.core.cases;

import java.util.Objects;

/**
 * A picture, recording or paper that the host keeps; the case only refers to it.
 *
 * @param reference what the host finds it by
 * @param mediaType its media type, such as {@code image/jpeg}; 1 to {@value #MAX_MEDIA_TYPE} characters
 * @param visibility who may see it
 */
public record Attachment(Reference reference, String mediaType, Visibility visibility) {

    /** The most characters of a media type. */
    public static final int MAX_MEDIA_TYPE = 100;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the media type is not ASCII, empty or too long
     */
    public Attachment {
        Objects.requireNonNull(reference, "reference");
        Checks.code(mediaType.replace('+', '-'), "media type", MAX_MEDIA_TYPE);
        Objects.requireNonNull(visibility, "visibility");
    }
}
