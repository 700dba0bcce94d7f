package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.privacy.FreeText;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What is recorded when a demand comes in.
 *
 * @param id the host's id of the case, where it is another than the number
 * @param number the case's number, as the citizen is told it
 * @param kind its kind
 * @param channel the way it came in
 * @param requester who raised it
 * @param title what it is about, in a line
 * @param text the demand, in the citizen's words
 * @param area the most precise area known
 * @param location where it is, more precisely
 * @param respondent who is complained of
 * @param priority how urgent it is
 * @param tags its tags
 * @param related cases that have to do with it
 * @param attachments what came with it
 * @param promisedBy the last instant, inclusive, by which the source system promised to be done
 * @param source where the case was imported from; empty for a case born here
 * @param extensions what the host adds, by names that begin with {@value #EXTENSION_PREFIX}; they are
 *     treated as personal
 */
@Value.Builder
public record Registration(
        Optional<CaseId> id,
        CaseNumber number,
        CaseKind kind,
        Channel channel,
        Requester requester,
        Optional<FreeText> title,
        Optional<FreeText> text,
        Optional<AreaCode> area,
        Optional<Location> location,
        Optional<Respondent> respondent,
        Optional<Priority> priority,
        Set<Tag> tags,
        List<RelatedCase> related,
        List<Attachment> attachments,
        Optional<Instant> promisedBy,
        Optional<Source> source,
        Map<String, FreeText> extensions) {

    /** How the names of a host's own properties begin. */
    public static final String EXTENSION_PREFIX = "x-";
    /** The most characters of the name of a host's own property. */
    public static final int MAX_EXTENSION_NAME = 64;
    /** The most properties of a host's own. */
    public static final int MAX_EXTENSIONS = 100;

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if a list or map is too long, or the name of an extension is not
     *     {@value #EXTENSION_PREFIX} and ASCII letters, digits, {@code . - _ :} and {@code /}
     */
    public Registration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(respondent, "respondent");
        Objects.requireNonNull(priority, "priority");
        tags = Checks.set(tags, "tags");
        related = Checks.list(related, "related");
        attachments = Checks.list(attachments, "attachments");
        Objects.requireNonNull(promisedBy, "promisedBy");
        Objects.requireNonNull(source, "source");
        extensions = extensions(Objects.requireNonNull(extensions, "extensions"));
    }

    private static Map<String, FreeText> extensions(Map<String, FreeText> extensions) {
        if (extensions.isEmpty()) {
            return Map.of();
        }
        if (extensions.size() > MAX_EXTENSIONS) {
            throw new IllegalArgumentException(
                    "extensions must be at most " + MAX_EXTENSIONS + ", but were " + extensions.size());
        }
        SortedMap<String, FreeText> copy = new TreeMap<>(extensions);
        copy.forEach((name, value) -> {
            Objects.requireNonNull(value, "extension");
            if (!name.startsWith(EXTENSION_PREFIX)) {
                throw new IllegalArgumentException("the name of an extension must begin with " + EXTENSION_PREFIX
                        + ", but one of " + name.length() + " characters did not");
            }
            Checks.code(name, "the name of an extension", MAX_EXTENSION_NAME);
        });
        return Collections.unmodifiableMap(copy);
    }

    boolean isConfidential() {
        return kind == CaseKind.REPORT || requester.disclosure() == Requester.Disclosure.CONFIDENTIAL;
    }

    /**
     * A builder; number, kind, channel and requester must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a registration. */
    public static final class Builder extends RegistrationBuilder {
        Builder() {}
    }
}
