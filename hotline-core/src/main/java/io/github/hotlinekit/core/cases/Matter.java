package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What a case is about, as far as it is known. */
@Value.Builder
record Matter(
        CaseKind kind,
        Optional<CategoryCode> category,
        Optional<String> taxonomy,
        Priority priority,
        Set<Tag> tags,
        Optional<Finding> finding,
        Optional<Attribution> attribution)
        implements WithMatter {

    static Matter of(Registration registration) {
        return new Matter(
                registration.kind(),
                Optional.empty(),
                Optional.empty(),
                registration.priority().orElse(Priority.NORMAL),
                registration.tags(),
                Optional.empty(),
                Optional.empty());
    }
}
