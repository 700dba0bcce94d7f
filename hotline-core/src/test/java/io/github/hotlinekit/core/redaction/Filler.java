package io.github.hotlinekit.core.redaction;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Attachment;
import io.github.hotlinekit.core.cases.CaseId;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.Post;
import io.github.hotlinekit.core.cases.Reference;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.cases.RespondentType;
import io.github.hotlinekit.core.cases.RetentionClass;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.cases.StaffRef;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.cases.Tag;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.Coordinates;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.IdNumber;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Values for any component of commands and events, with secrets wherever a person types something. */
final class Filler {

    static final List<DepartmentCode> DEPARTMENTS =
            List.of(DepartmentCode.of("ZJJ"), DepartmentCode.of("CGJ"), DepartmentCode.of("HBJ"));

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Random random;
    private final Planted planted;
    private final Instant now;

    Filler(Random random, Planted planted, Instant now) {
        this.random = random;
        this.planted = planted;
        this.now = now;
    }

    Object value(Type type, String name) {
        if (type instanceof ParameterizedType of) {
            Type inner = of.getActualTypeArguments()[0];
            if (of.getRawType() == Optional.class) {
                return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value(inner, name));
            } else if (of.getRawType() == Map.class) {
                return Map.of("x-note", FreeText.of(planted.unknown), "x-more", FreeText.of(planted.text(random)));
            }
            List<Object> some = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                some.add(value(inner, name));
            }
            List<Object> different = new ArrayList<>(new LinkedHashSet<>(some));
            return of.getRawType() == List.class ? List.copyOf(different) : new LinkedHashSet<>(different);
        }
        return plain((Class<?>) type, name);
    }

    private Object plain(Class<?> type, String name) {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (type == int.class) {
            return 1 + random.nextInt(2);
        } else if (type == Instant.class) {
            return now.plusSeconds(random.nextInt(100_000));
        } else if (type == String.class) {
            return name.equals("type") ? "newer" : name + "@1";
        } else if (type == FreeText.class) {
            return FreeText.of(planted.text(random));
        } else if (type == CategoryCode.class) {
            return CategoryCode.of("03.0" + (1 + random.nextInt(3)));
        } else if (type == AreaCode.class) {
            return AreaCode.of("350581001001007");
        } else if (type == DepartmentCode.class) {
            return DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
        } else if (type == CaseNumber.class) {
            return CaseNumber.of("OTHER-" + random.nextInt(5));
        } else if (type == CaseId.class) {
            return CaseId.of("id-1");
        } else if (type == Tag.class) {
            return Tag.of(List.of("夜间", "重复", planted.name, planted.phone).get(random.nextInt(4)));
        } else if (type == Post.class) {
            return Post.of(random.nextInt(6) == 0 ? "联系" + planted.name : "物业科");
        } else if (type == StaffRef.class) {
            return StaffRef.of("staff-" + random.nextInt(9));
        } else if (type == Reference.class) {
            return Reference.of("article-1");
        } else if (type == RetentionClass.class) {
            return RetentionClass.of("long");
        } else if (type == Attachment.class) {
            Visibility[] all = Visibility.values();
            return new Attachment(
                    Reference.of("file-" + planted.unknown), "image/jpeg", all[random.nextInt(all.length)]);
        } else if (type == Extras.class) {
            return random.nextBoolean() ? Extras.NONE : Extras.of(Map.of("/newer", "\"" + planted.unknown + "\""));
        } else if (type == Actor.class) {
            return Actor.of(random.nextBoolean() ? Role.REVIEWER : Role.SUPERVISOR)
                    .as(StaffRef.of("second"));
        } else if (type == Source.class) {
            return new Source("old", EnumSet.allOf(Step.class), Optional.of(Reference.of(planted.unknown)));
        } else if (type == Requester.class) {
            return requester();
        } else if (type == Respondent.class) {
            return respondent();
        } else if (type == Location.class) {
            return new Location(
                    maybe(AddressDetail.of(planted.address)),
                    maybe(Coordinates.of(new BigDecimal(planted.latitude), new BigDecimal(planted.longitude))));
        } else if (type == ExtensionAmount.class) {
            return ExtensionAmount.ofWorkingDays(1 + random.nextInt(3));
        }
        return record(type, Map.of());
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private Requester requester() {
        boolean anonymous = random.nextInt(4) == 0;
        return new Requester(
                RequesterType.RESIDENT,
                anonymous
                        ? Requester.Disclosure.ANONYMOUS
                        : random.nextBoolean() ? Requester.Disclosure.OPEN : Requester.Disclosure.CONFIDENTIAL,
                anonymous ? Optional.empty() : Optional.of(PersonName.of(planted.name)),
                Optional.of(PhoneNumber.of(planted.phone)),
                anonymous ? Optional.empty() : Optional.of(IdNumber.of(planted.idNumber)));
    }

    private Respondent respondent() {
        boolean body = random.nextBoolean();
        return new Respondent(
                RespondentType.COMPANY,
                body ? Optional.of("公交公司") : Optional.empty(),
                Optional.of("一路"),
                Optional.empty(),
                Optional.of(PersonName.of("李四")),
                Optional.of(DEPARTMENTS.get(0)));
    }

    /** A record with some components given and the others chosen. */
    <T> T record(Class<T> type, Map<String, ?> given) {
        Shape shape = SHAPES.get(type);
        Object[] values = new Object[shape.names().size()];
        for (int i = 0; i < values.length; i++) {
            String name = shape.names().get(i);
            values[i] = given.containsKey(name)
                    ? given.get(name)
                    : value(shape.types().get(i), name);
        }
        leadDoesNotAssist(shape.names(), values);
        try {
            return type.cast(shape.constructor().newInstance(values));
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no record to fill: " + type, e);
        }
    }

    private static void leadDoesNotAssist(List<String> names, Object[] values) {
        int i = names.indexOf("assisting");
        if (i > 0 && values[i] instanceof List<?> assisting) {
            List<Object> others = new ArrayList<>(assisting);
            others.remove(values[i - 1] instanceof DepartmentCode lead ? lead : values[i - 2]);
            values[i] = others;
        }
    }

    /** What reflection tells of a record, which takes it long. */
    private record Shape(List<String> names, List<Type> types, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                return new Shape(
                        Arrays.stream(components).map(RecordComponent::getName).toList(),
                        Arrays.stream(components)
                                .map(RecordComponent::getGenericType)
                                .toList(),
                        type.getDeclaredConstructor(Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("no record to fill: " + type, e);
            }
        }
    }
}
