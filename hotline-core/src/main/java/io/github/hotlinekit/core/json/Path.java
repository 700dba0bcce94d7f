package io.github.hotlinekit.core.json;

import org.jspecify.annotations.Nullable;

/** Where a reader stands in a document; made into a JSON Pointer only when there is something to tell. */
final class Path {

    private static final int NAMED = -1;

    /** The whole document. */
    static final Path ROOT = new Path(null, "", NAMED);

    private final @Nullable Path parent;
    private final String name;
    private final int index;

    private Path(@Nullable Path parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    Path child(String property) {
        return new Path(this, property, NAMED);
    }

    Path child(int element) {
        return new Path(this, "", element);
    }

    /** The pointer from an ancestor, or from the whole document. */
    String pointerFrom(Path ancestor) {
        if (this == ancestor || parent == null) {
            return "";
        }
        return parent.pointerFrom(ancestor) + "/"
                + (index == NAMED ? name.replace("~", "~0").replace("/", "~1") : Integer.toString(index));
    }
}
