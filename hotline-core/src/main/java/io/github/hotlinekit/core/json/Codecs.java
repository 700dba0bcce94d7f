package io.github.hotlinekit.core.json;

import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.shape.RecordShape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codecs of types, each made once. Used while the codec of events is made. */
final class Codecs {

    /** The type of a host's extensions. */
    static final Type EXTENSIONS = RecordShape.of(Registration.class).components().stream()
            .filter(c -> c.name().equals("extensions"))
            .findFirst()
            .orElseThrow()
            .type();

    /** Free texts. */
    static final PersonalCodec TEXT = PersonalCodec.ALL.stream()
            .filter(c -> c.type() == FreeText.class)
            .findFirst()
            .orElseThrow();

    private final Map<Type, Codec> made = new HashMap<>();

    Codecs(EventCodec events) {
        made.put(CaseEvent.class, events);
        made.put(int.class, IntCodec.INSTANCE);
        made.put(Instant.class, InstantCodec.INSTANCE);
        TextCodec.ALL.forEach(c -> made.put(c.type(), c));
        PersonalCodec.ALL.forEach(c -> made.put(c.type(), c));
    }

    Codec of(Type type) {
        Codec codec = made.get(type);
        if (codec == null) {
            codec = make(type);
            made.put(type, codec);
        }
        return codec;
    }

    private Codec make(Type type) {
        if (type instanceof ParameterizedType generic) {
            Codec argument = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Optional.class) {
                return new OptionalCodec(argument);
            }
            if (generic.getRawType() == List.class) {
                return new ListCodec(argument, ListCodec.Kind.LIST);
            }
            if (generic.getRawType() == Set.class) {
                return new ListCodec(argument, ListCodec.Kind.SET);
            }
        } else if (type instanceof Class<?> simple) {
            if (simple.isEnum()) {
                return new EnumCodec(simple);
            }
            if (simple.isRecord()) {
                return new RecordCodec(simple, 0, this);
            }
        }
        throw new IllegalStateException("no JSON is defined for " + type);
    }
}
