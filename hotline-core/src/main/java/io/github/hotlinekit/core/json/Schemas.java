package io.github.hotlinekit.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schemas (draft 2020-12) of the documents. They allow properties that they do not know, as readers
 * keep them; readers check more than a schema can say.
 *
 * <p>In the jar they lie beside this class, in the folder {@code schema}, as {@code hotline-event-1.schema.json},
 * {@code hotline-timeline-1.schema.json}, {@code hotline-case-1.schema.json},
 * {@code hotline-lifecycle-1.schema.json}, {@code hotline-taxonomy-1.schema.json}, {@code
 * hotline-directory-1.schema.json} and {@code hotline-routing-1.schema.json}; each stands alone.
 */
public final class Schemas {

    private static final String FOLDER = "schema/";

    private Schemas() {}

    /**
     * The schema of an event.
     *
     * @return its text
     */
    public static String event() {
        return text("hotline-event-1");
    }

    /**
     * The schema of a case in the format {@value CaseJson#FORMAT}.
     *
     * @return its text
     */
    public static String caseDocument() {
        return text("hotline-case-1");
    }

    /**
     * The schema of a line in the format {@value TimelineReader#FORMAT}.
     *
     * @return its text
     */
    public static String timelineLine() {
        return text("hotline-timeline-1");
    }

    /**
     * The schema of a lifecycle policy in the format {@value LifecyclePolicyJson#FORMAT}.
     *
     * @return its text
     */
    public static String lifecyclePolicy() {
        return text("hotline-lifecycle-1");
    }

    /**
     * The schema of a rule set in the format {@code hotline-routing/1}.
     *
     * @return its text
     */
    public static String routing() {
        return text("hotline-routing-1");
    }

    /**
     * The schema of a taxonomy in the format {@value TaxonomyJson#FORMAT}.
     *
     * @return its text
     */
    public static String taxonomy() {
        return text("hotline-taxonomy-1");
    }

    /**
     * The schema of a directory in the format {@value DirectoryJson#FORMAT}.
     *
     * @return its text
     */
    public static String directory() {
        return text("hotline-directory-1");
    }

    private static String text(String name) {
        String resource = FOLDER + name + ".schema.json";
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar must hold " + resource + ", but does not");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
