package io.github.hotlinekit.core.json;

import io.github.hotlinekit.core.document.Identity;
import java.util.Optional;

/** How the documents begin that have a format, an id and a version. */
final class DocumentHead {

    static final String FORMAT = "format";
    static final String ID = "id";
    static final String VERSION = "version";

    private DocumentHead() {}

    /** Adds a problem if the document is of another format than the one to be read, or says none. */
    static void format(JsonPart root, String expected) {
        root.requiredText(FORMAT, JsonPart.MAX_NAME)
                .filter(f -> !f.equals(expected))
                .ifPresent(f -> root.problems().add(root.at(FORMAT), "UNSUPPORTED_FORMAT", f, expected));
    }

    /** The document's id and version; empty, with a problem for each that is wrong, if one is. */
    static Optional<Identity> identity(JsonPart root) {
        Optional<String> id = part(root, ID);
        Optional<String> version = part(root, VERSION);
        return id.isPresent() && version.isPresent()
                ? Optional.of(Identity.of(id.get(), version.get()))
                : Optional.empty();
    }

    private static Optional<String> part(JsonPart root, String name) {
        Optional<String> text = root.requiredText(name, Identity.MAX_LENGTH);
        if (text.isPresent() && !Identity.isValidPart(text.get())) {
            root.problems().add(root.at(name), "BAD_ID", text.get(), "ASCII letters, digits, ., - and _");
            return Optional.empty();
        }
        return text;
    }
}
