package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.cases.CaseId;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Post;
import io.github.hotlinekit.core.cases.Reference;
import io.github.hotlinekit.core.cases.RetentionClass;
import io.github.hotlinekit.core.cases.StaffRef;
import io.github.hotlinekit.core.cases.Tag;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts, and values that are a text. */
final class TextCodec extends Codec {

    /** All types that are a text; their {@code toString} gives it back. */
    static final List<TextCodec> ALL = List.of(
            new TextCodec(String.class, text -> text),
            new TextCodec(AreaCode.class, AreaCode::of),
            new TextCodec(CaseId.class, CaseId::of),
            new TextCodec(CaseNumber.class, CaseNumber::of),
            new TextCodec(CategoryCode.class, CategoryCode::of),
            new TextCodec(DepartmentCode.class, DepartmentCode::of),
            new TextCodec(Post.class, Post::of),
            new TextCodec(Reference.class, Reference::of),
            new TextCodec(RetentionClass.class, RetentionClass::of),
            new TextCodec(StaffRef.class, StaffRef::of),
            new TextCodec(Tag.class, Tag::of));

    /** What people type, so that there may be a name or a number in it. */
    private static final Set<Class<?>> TYPED = Set.of(String.class, Post.class, Tag.class);

    private final Class<?> type;
    private final Function<String, Object> of;

    private TextCodec(Class<?> type, Function<String, Object> of) {
        this.type = type;
        this.of = of;
    }

    Class<?> type() {
        return type;
    }

    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        if (!node.isTextual()) {
            in.wrongType(path, node, "a text");
            return null;
        }
        String text = node.textValue();
        if (Reading.hasLoneSurrogate(text)) {
            in.wrong(path, "BAD_VALUE", "text without lone surrogates");
            return null;
        }
        try {
            return of.apply(text);
        } catch (IllegalArgumentException e) {
            in.wrong(path, "BAD_VALUE", text, Reading.demand(e));
            return null;
        }
    }

    @Override
    void write(Object value, Writing out) throws IOException {
        String text = value.toString();
        out.json().writeString(TYPED.contains(type) ? out.form().typed(text) : text);
    }
}
