package io.github.hotlinekit.stats.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** What ids of definitions may be: they stand in documents, in anchors of pages and before what is derived from them. */
final class Ids {

    /** No dot or slash, which stand before a time basis and before an exclusion. */
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private Ids() {}

    /**
     * Checks an id that may end with a time basis, such as {@code handlingTime.due}.
     *
     * @param what whose id it is, for the message
     * @throws IllegalArgumentException if it is none
     */
    static void checkWithBasis(String what, String id) {
        Objects.requireNonNull(id, "id");
        String base = Arrays.stream(TimeBasis.values())
                .map(b -> "." + b.name().toLowerCase(Locale.ROOT))
                .filter(id::endsWith)
                .findFirst()
                .map(end -> id.substring(0, id.length() - end.length()))
                .orElse(id);
        check(what, id, base);
    }

    /**
     * Checks an id of a user's own.
     *
     * @param what whose id it is, for the message
     * @return the id
     * @throws IllegalArgumentException if it is none
     */
    static String check(String what, String id) {
        check(what, id, Objects.requireNonNull(id, "id"));
        return id;
    }

    private static void check(String what, String id, String base) {
        if (base.length() > Metric.MAX_ID_LENGTH || !ID.matcher(base).matches()) {
            throw new IllegalArgumentException("id of " + what
                    + " must be a letter and then letters, digits or hyphens, at"
                    + " most " + Metric.MAX_ID_LENGTH + ", but was "
                    + (base.length() > Metric.MAX_ID_LENGTH ? "of " + id.length() + " characters" : "\"" + id + "\""));
        }
    }
}
