package io.github.hotlinekit.core.json;

import java.util.function.UnaryOperator;
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
        return pointerFrom(ancestor, own -> own);
    }

    /** The same with every name as it is shown. */
    String pointerFrom(Path ancestor, UnaryOperator<String> shown) {
        if (this == ancestor || parent == null) {
            return "";
        }
        return parent.pointerFrom(ancestor, shown) + "/"
                + (index == NAMED ? shown.apply(name).replace("~", "~0").replace("/", "~1") : Integer.toString(index));
    }
}
