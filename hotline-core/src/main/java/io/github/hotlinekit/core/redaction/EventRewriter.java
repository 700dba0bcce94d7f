package io.github.hotlinekit.core.redaction;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Attachment;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseId;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.Reference;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.RelatedCase;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.cases.RetentionClass;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.cases.StaffRef;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.Coordinates;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonalData;
import io.github.hotlinekit.core.shape.RecordShape;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks any event down to its last component and puts there what a {@link Redaction} says. The ways
 * through all types of events are laid once, from their declarations: a component of a type that is not
 * classified here, and every plain text that has no reason beside it, is refused when this class is
 * loaded, so a new event cannot slip by.
 *
 * <p>What is taken out of an optional component leaves it empty, and what is taken out of a list leaves
 * the list shorter; a record that cannot do without a part that is taken out goes with it, up to the event.
 */
public final class EventRewriter {

    /** Types that stay as they are, beside numbers, instants and enums. */
    private static final Map<Class<?>, String> KEPT_TYPES = Map.of(
            CategoryCode.class, "digits of the taxonomy",
            AreaCode.class, "digits of the directory of areas",
            DepartmentCode.class, "code of the directory of departments",
            CaseId.class, "code by which the host finds this case",
            StaffRef.class, "goes with its actor; a code, never a name",
            Reference.class, "code of an article or a file; goes with its attachment or source",
            RetentionClass.class, "code of the retention policy");

    /** Plain texts that stay as they are, by record and component. */
    private static final Map<String, String> KEPT_TEXTS = Map.of(
            "Classified.taxonomy", "identity of a document",
            "Dispatched.rule", "name of a routing rule",
            "CalendarRecalculated.calendar", "identity of a document",
            "Opaque.type", "tag of an event of a newer version; all it says is in the extras",
            "Source.system", "name of a system",
            "Attachment.mediaType", "goes with its attachment");

    /** Plain texts that people choose: {@link Redaction#name} decides. */
    private static final Set<String> NAMES =
            Set.of("Tag.value", "Post.value", "Respondent.organisation", "Respondent.unit");

    /** Personal data on which the decision on its record is made. */
    private static final Set<String> DECIDED_BY_RECORD = Set.of(
            "Requester.name",
            "Requester.phone",
            "Requester.idNumber",
            "Respondent.person",
            "Location.address",
            "Location.coordinates");

    private static final String OWN_NUMBER = "Registration.number";
    private static final String EXTENSIONS = "Registration.extensions";

    private static final Map<Class<?>, Way> WAYS = new EventRewriter().ways(CaseEvent.class);

    private final Map<Class<?>, Way> ways = new HashMap<>();

    private EventRewriter() {}

    /** How a value of one type is rewritten; null takes it out. */
    @FunctionalInterface
    private interface Way {
        @Nullable
        Object rewrite(Object value, Redaction redaction);
    }

    /**
     * An event with what may not stay taken out.
     *
     * @param event the event
     * @param redaction what becomes of each part
     * @return the event as it may stay, the same if nothing of it changes; empty if it may not
     */
    public static Optional<CaseEvent> rewrite(CaseEvent event, Redaction redaction) {
        return Optional.ofNullable((CaseEvent) eventWay(event, redaction));
    }

    /**
     * A registration with what may not stay taken out.
     *
     * @param registration the registration
     * @param redaction what becomes of each part
     * @return the registration as it may stay
     */
    public static Registration rewrite(Registration registration, Redaction redaction) {
        // nothing that a registration must have is ever taken out whole
        return (Registration) Objects.requireNonNull(way(Registration.class).rewrite(registration, redaction));
    }

    /**
     * Lays the ways through a type: what the constants above are checked by.
     *
     * @param type a record or a sealed interface of records
     * @throws IllegalArgumentException if a part of it is not classified; the message says which
     */
    static void check(Class<?> type) {
        new EventRewriter().ways(type);
    }

    private static Way way(Class<?> type) {
        return Objects.requireNonNull(WAYS.get(type), "type");
    }

    private static @Nullable Object eventWay(Object event, Redaction redaction) {
        return redaction.keeps((CaseEvent) event) ? way(event.getClass()).rewrite(event, redaction) : null;
    }

    private Map<Class<?>, Way> ways(Class<?> type) {
        wayOf(type, type.getSimpleName());
        return Map.copyOf(ways);
    }

    private Way wayOf(Type type, String where) {
        if (type instanceof Class<?> plain) {
            return wayOfClass(plain, where);
        }
        if (type instanceof ParameterizedType of) {
            Type raw = of.getRawType();
            if (where.equals(EXTENSIONS)) {
                return EventRewriter::extensions;
            }
            Way inner = wayOf(of.getActualTypeArguments()[0], where);
            if (raw == Optional.class) {
                return (value, redaction) -> optional((Optional<?>) value, inner, redaction);
            }
            if (raw == List.class) {
                return (value, redaction) -> elements((List<?>) value, inner, redaction, new ArrayList<>());
            }
            if (raw == Set.class) {
                return (value, redaction) -> elements((Set<?>) value, inner, redaction, new LinkedHashSet<>());
            }
        }
        throw unclassified(type, where);
    }

    private Way wayOfClass(Class<?> type, String where) {
        if (type.isPrimitive() || type.isEnum() || type == Instant.class || KEPT_TYPES.containsKey(type)) {
            return (value, redaction) -> value;
        }
        if (type == String.class) {
            if (NAMES.contains(where)) {
                return (value, redaction) -> redaction.name((String) value);
            } else if (KEPT_TEXTS.containsKey(where)) {
                return (value, redaction) -> value;
            }
        } else if (type == FreeText.class) {
            return (value, redaction) -> redaction.text((FreeText) value);
        } else if (PersonalData.class.isAssignableFrom(type) || type == Coordinates.class) {
            if (DECIDED_BY_RECORD.contains(where)) {
                return (value, redaction) -> value;
            }
        } else if (type == CaseNumber.class) {
            return where.equals(OWN_NUMBER)
                    ? (value, redaction) -> value
                    : (value, redaction) -> redaction.keeps((CaseNumber) value) ? value : null;
        } else if (type == Extras.class) {
            return (value, redaction) -> redaction.extras((Extras) value);
        } else if (type == Attachment.class) {
            return (value, redaction) -> redaction.keeps((Attachment) value) ? value : null;
        } else if (type == RelatedCase.class) {
            return (value, redaction) -> redaction.keeps((RelatedCase) value) ? value : null;
        } else if (type.isSealed() && type.isInterface()) {
            return wayOfEvents(type, where);
        } else if (type.isRecord()) {
            return wayOfRecord(type);
        }
        throw unclassified(type, where);
    }

    private Way wayOfEvents(Class<?> type, String where) {
        if (type != CaseEvent.class) {
            throw unclassified(type, where);
        }
        if (!ways.containsKey(type)) {
            ways.put(type, EventRewriter::eventWay); // before its records: a correction has an event within
            for (Class<?> event : type.getPermittedSubclasses()) {
                wayOfRecord(event);
            }
        }
        return EventRewriter::eventWay;
    }

    private Way wayOfRecord(Class<?> type) {
        Way known = ways.get(type);
        if (known != null) {
            return known;
        }
        RecordShape shape = RecordShape.of(type);
        List<RecordShape.Component> components = shape.components();
        Way[] parts = new Way[components.size()];
        for (int i = 0; i < parts.length; i++) {
            RecordShape.Component component = components.get(i);
            parts[i] = wayOf(component.type(), type.getSimpleName() + "." + component.name());
        }
        Way way = (value, redaction) -> record(shape, parts, decided(value, redaction), redaction);
        ways.put(type, way);
        return way;
    }

    private static IllegalArgumentException unclassified(Type type, String where) {
        return new IllegalArgumentException("every part of an event must be classified as kept, or as one that may"
                + " tell who somebody is, but " + where + " of " + type.getTypeName() + " was not");
    }

    /** The records that are decided on as a whole, before their parts. */
    private static Object decided(Object value, Redaction redaction) {
        if (value instanceof Requester requester) {
            return redaction.requester(requester);
        } else if (value instanceof Respondent respondent) {
            return redaction.respondent(respondent);
        } else if (value instanceof Location location) {
            return redaction.location(location);
        } else if (value instanceof Actor actor) {
            return redaction.actor(actor);
        } else if (value instanceof Source source) {
            return redaction.source(source);
        }
        return value;
    }

    private static @Nullable Object record(RecordShape shape, Way[] parts, Object value, Redaction redaction) {
        @Nullable Object[] now = new Object[parts.length];
        boolean changed = false;
        for (int i = 0; i < parts.length; i++) {
            Object before = shape.get(value, i);
            Object after = parts[i].rewrite(before, redaction);
            if (after == null) {
                return null;
            }
            now[i] = after;
            changed |= after != before && !after.equals(before);
        }
        return changed ? shape.create(now) : value;
    }

    private static Object optional(Optional<?> value, Way inner, Redaction redaction) {
        return value.isEmpty() ? value : Optional.ofNullable(inner.rewrite(value.get(), redaction));
    }

    private static Object elements(Collection<?> values, Way inner, Redaction redaction, Collection<Object> into) {
        for (Object value : values) {
            Object after = inner.rewrite(value, redaction);
            if (after != null) {
                into.add(after);
            }
        }
        return into; // the record copies it
    }

    private static Object extensions(Object value, Redaction redaction) {
        @SuppressWarnings("unchecked") // declared so in Registration
        Map<String, FreeText> extensions = (Map<String, FreeText>) value;
        SortedMap<String, FreeText> kept = new TreeMap<>();
        redaction.extensions(extensions).forEach((name, text) -> kept.put(name, redaction.text(text)));
        return Collections.unmodifiableMap(kept);
    }
}
