package io.github.hotlinekit.core.testkit;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseId;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Post;
import io.github.hotlinekit.core.cases.Reference;
import io.github.hotlinekit.core.cases.RetentionClass;
import io.github.hotlinekit.core.cases.StaffRef;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.Tag;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.Coordinates;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.IdNumber;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import io.github.hotlinekit.core.shape.RecordShape;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Arbitrary values of the case model, built from the declarations of its records, so that a new component or
 * event needs nothing here. Every value is valid by itself; events in a row are no valid timeline.
 */
public final class CaseArbitraries {

    private static final int MAX_ELEMENTS = 3;

    private CaseArbitraries() {}

    /** Events of all types but {@link CaseEvent.Opaque}. */
    public static Arbitrary<CaseEvent> events() {
        return Arbitraries.of(eventTypes()).flatMap(CaseArbitraries::event);
    }

    /** Events of one type. */
    public static Arbitrary<CaseEvent> event(Class<? extends CaseEvent> type) {
        return records(type).map(e -> (CaseEvent) e);
    }

    /** The types of events that this version knows. */
    public static List<Class<? extends CaseEvent>> eventTypes() {
        return Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                .<Class<? extends CaseEvent>>map(c -> c.asSubclass(CaseEvent.class))
                .filter(c -> c != CaseEvent.Opaque.class)
                .toList();
    }

    /** Commands of all types. */
    public static Arbitrary<CaseCommand> commands() {
        return Arbitraries.of(Arrays.stream(CaseCommand.class.getPermittedSubclasses())
                        .filter(Class::isRecord)
                        .toList())
                .flatMap(CaseArbitraries::records)
                .map(CaseCommand.class::cast);
    }

    /** Values of any public record of the model. */
    @SuppressWarnings("unchecked")
    public static <T> Arbitrary<T> records(Class<T> type) {
        if (type == Stamp.class) {
            return (Arbitrary<T>) stamps();
        }
        if (type == Actor.class) {
            return (Arbitrary<T>) actors();
        }
        return built(type);
    }

    private static <T> Arbitrary<T> built(Class<T> type) {
        RecordShape shape = RecordShape.of(type);
        List<Arbitrary<Object>> parts = new ArrayList<>();
        for (RecordShape.Component component : shape.components()) {
            parts.add(of(component.type(), component.name()));
        }
        return Combinators.combine(parts)
                .as(values -> make(() -> type.cast(shape.create(values.toArray()))))
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    private interface Maker<T> {
        T make();
    }

    /** A combination that the constructor refuses is none. */
    private static <T> Optional<T> make(Maker<T> maker) {
        try {
            return Optional.of(maker.make());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Instants of this century to the nanosecond, mostly whole seconds. */
    public static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(946_684_800L, 4_102_444_799L),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(3, 0), net.jqwik.api.Tuple.of(1, 1))
                                .flatMap(f -> f == 0
                                        ? Arbitraries.just(0)
                                        : Arbitraries.integers().between(0, 999_999_999)))
                .as(Instant::ofEpochSecond);
    }

    /** Who does things. */
    public static Arbitrary<Actor> actors() {
        return built(Actor.class);
    }

    /** Stamps without extras, some recorded late. */
    public static Arbitrary<Stamp> stamps() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 10_000),
                        instants(),
                        Arbitraries.longs().between(0, 1_000_000).injectDuplicates(0.5),
                        actors())
                .as((sequence, at, late, actor) -> new Stamp(sequence, at, at.plusSeconds(late), actor, Extras.NONE));
    }

    /** Texts as people write them, with and without what tells who they are. */
    public static Arbitrary<FreeText> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "路灯不亮", "请尽快处理", "回电13812345678", "a \"quoted\" \\ text\nin two lines", "", "🏮灯"),
                        Arbitraries.strings().all().ofMaxLength(40).filter(CaseArbitraries::isWhole))
                .map(FreeText::of);
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Arbitrary<String> code(String more, int length) {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .numeric()
                .withChars(more)
                .ofMinLength(1)
                .ofMaxLength(length);
    }

    private static Arbitrary<String> lines(int length) {
        return Arbitraries.oneOf(
                Arbitraries.of("石狮市公交公司", "12345-default@2026.1", "Bus line 5"),
                Arbitraries.strings()
                        .all()
                        .ofMinLength(1)
                        .ofMaxLength(Math.min(12, length))
                        .filter(s -> isWhole(s)
                                && s.equals(s.strip())
                                && s.codePoints().noneMatch(Character::isISOControl)));
    }

    private static Arbitrary<Object> objects(Arbitrary<String> texts, Function<String, Object> of) {
        return texts.map(of);
    }

    private static final Map<Class<?>, Arbitrary<Object>> SIMPLE = Map.ofEntries(
            Map.entry(Instant.class, instants().map(i -> i)),
            Map.entry(CaseNumber.class, objects(lines(CaseNumber.MAX_LENGTH), CaseNumber::of)),
            Map.entry(CaseId.class, objects(code(".-_:/", 12), CaseId::of)),
            Map.entry(Post.class, objects(lines(12), Post::of)),
            Map.entry(Reference.class, objects(code(".-_:/", 12), Reference::of)),
            Map.entry(RetentionClass.class, objects(code(".-_:/", 8), RetentionClass::of)),
            Map.entry(StaffRef.class, objects(code(".-_:/", 8), StaffRef::of)),
            Map.entry(Tag.class, objects(lines(8), Tag::of)),
            Map.entry(AreaCode.class, objects(Arbitraries.of("350581", "350581001", "1"), AreaCode::of)),
            Map.entry(
                    DepartmentCode.class, objects(Arbitraries.of("ZJJ", "HB-JD", "gas_1", "JYJ"), DepartmentCode::of)),
            Map.entry(CategoryCode.class, objects(Arbitraries.of("03", "03.02", "03.02.05"), CategoryCode::of)),
            Map.entry(PersonName.class, objects(Arbitraries.of("王小明", "欧阳修", "John Smith", "李"), PersonName::of)),
            Map.entry(
                    PhoneNumber.class,
                    objects(Arbitraries.of("13812345678", "0595-88886666", "+86 138 1234 5678"), PhoneNumber::of)),
            Map.entry(
                    IdNumber.class,
                    objects(Arbitraries.of("350581199001011234", "E12345678", "35058119900101123x"), IdNumber::of)),
            Map.entry(
                    AddressDetail.class,
                    objects(Arbitraries.of("石狮市湖滨街道玉湖社区八七路123号", "5 High Street"), AddressDetail::of)),
            Map.entry(
                    Coordinates.class,
                    Combinators.combine(
                                    Arbitraries.bigDecimals()
                                            .between(BigDecimal.valueOf(-90), BigDecimal.valueOf(90))
                                            .ofScale(5),
                                    Arbitraries.bigDecimals()
                                            .between(BigDecimal.valueOf(-180), BigDecimal.valueOf(180))
                                            .ofScale(9))
                            .as(Coordinates::of)
                            .map(c -> c)),
            Map.entry(FreeText.class, texts().map(t -> t)));

    private static Arbitrary<Object> of(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return of(arguments[0], name).optional(0.6).map(o -> o);
            }
            if (generic.getRawType() == List.class) {
                return of(arguments[0], name).list().ofMaxSize(MAX_ELEMENTS).map(l -> l);
            }
            if (generic.getRawType() == java.util.Set.class) {
                return of(arguments[0], name).set().ofMaxSize(MAX_ELEMENTS).map(s -> s);
            }
            if (name.equals("extensions")) {
                Arbitrary<String> names = code(".-_:/", 12).map(n -> "x-" + n);
                return Arbitraries.maps(names, texts()).ofMaxSize(MAX_ELEMENTS).map(m -> m);
            }
        } else if (type instanceof Class<?> simple) {
            return of(simple, name);
        }
        throw new IllegalArgumentException("no arbitrary values of " + type + " for " + name);
    }

    private static Arbitrary<Object> of(Class<?> type, String name) {
        Arbitrary<Object> simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type.isEnum()) {
            return Arbitraries.of((Object[]) type.getEnumConstants());
        }
        if (type == int.class) {
            return Arbitraries.integers()
                    .between(1, name.equals("level") ? 9 : 3_000)
                    .map(i -> i);
        }
        if (type == String.class) {
            return name.equals("mediaType")
                    ? Arbitraries.of("image/jpeg", "audio/mpeg", "image/svg+xml")
                    : lines(200).map(s -> s);
        }
        if (type == CaseEvent.class) {
            return Arbitraries.lazy(() ->
                    events().filter(e -> !(e instanceof CaseEvent.Corrected)).map(e -> e));
        }
        return records(type).map(r -> r);
    }
}
