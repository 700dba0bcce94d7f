package io.github.hotlinekit.core.testkit;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.shape.RecordShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Corrections of what was recorded: of instants, of words, of any choice from a list, and wrong ones. */
final class Corrections {

    private static final Map<Class<?>, RecordShape> SHAPES = new ConcurrentHashMap<>();

    private static final DepartmentCode[] DEPARTMENTS = Commands.DEPARTMENTS.toArray(new DepartmentCode[0]);

    private Corrections() {}

    static CaseCommand any(Random random, Case subject, boolean suits, Actor second) {
        int index = random.nextInt(subject.version());
        CaseEvent wrong = subject.correctedEvents().get(index);
        Optional<Actor> confirmedBy = suits || random.nextBoolean() ? Optional.of(second) : Optional.empty();
        CaseEvent right = random.nextInt(3) == 0 ? moved(random, subject, wrong) : varied(random, wrong, suits);
        if (!suits && random.nextInt(4) == 0) {
            right = withStamp(right, elsewhere(random, right.stamp()));
        }
        return new CaseCommand.Correct(right, Registrations.text(random), confirmedBy);
    }

    /** The same event at another instant: mostly one that the events beside it allow. */
    private static CaseEvent moved(Random random, Case subject, CaseEvent wrong) {
        Instant latest = wrong.stamp().recorded();
        Instant at = wrong.at().plusSeconds(random.nextInt(600) - 400L);
        if (wrong.sequence() > 1 && random.nextInt(4) > 0) {
            Instant before = subject.correctedEvents().get(wrong.sequence() - 2).at();
            at = at.isBefore(before) ? before : at;
        }
        return withStamp(wrong, wrong.stamp().withAt(at.isAfter(latest) ? latest : at));
    }

    private static Stamp elsewhere(Random random, Stamp stamp) {
        return switch (random.nextInt(3)) {
            case 0 -> new Stamp(stamp.sequence() + 1, stamp.at(), stamp.recorded(), stamp.actor(), stamp.extras());
            case 1 ->
                new Stamp(stamp.sequence(), stamp.at(), stamp.recorded().plusSeconds(1), stamp.actor(), stamp.extras());
            default -> new Stamp(stamp.sequence(), stamp.at(), stamp.recorded(), Actor.SYSTEM, stamp.extras());
        };
    }

    private static CaseEvent withStamp(CaseEvent event, Stamp stamp) {
        RecordShape shape = shape(event);
        Object[] values = values(shape, event);
        values[0] = stamp;
        return (CaseEvent) shape.create(values);
    }

    private static CaseEvent varied(Random random, CaseEvent event, boolean suits) {
        RecordShape shape = shape(event);
        Object[] values = values(shape, event);
        List<Integer> free = new ArrayList<>();
        for (int i = 1; i < values.length; i++) {
            if (values[i] instanceof Enum
                    || values[i] instanceof FreeText
                    || values[i] instanceof Registration
                    || values[i] instanceof CaseNumber
                    || values[i] instanceof DepartmentCode
                    || values[i] instanceof ExtensionAmount
                    || values[i] instanceof Integer
                    || values[i] instanceof Instant
                    || (values[i] instanceof List<?> list
                            && !list.isEmpty()
                            && list.get(0) instanceof DepartmentCode)) {
                free.add(i);
            }
        }
        if (free.isEmpty()) {
            return event; // nothing of it can be said otherwise: the correction changes nothing
        }
        int which = free.get(random.nextInt(free.size()));
        values[which] = varied(random, values[which], suits);
        try {
            return (CaseEvent) shape.create(values);
        } catch (IllegalArgumentException e) {
            return event; // such as a lead that would assist as well: no such event can be
        }
    }

    private static Object varied(Random random, Object value, boolean suits) {
        if (value instanceof Enum<?> constant) {
            return Registrations.one(random, constant.getDeclaringClass().getEnumConstants());
        } else if (value instanceof CaseNumber) {
            return CaseNumber.of("WRONG");
        } else if (value instanceof DepartmentCode) {
            return Registrations.one(random, DEPARTMENTS);
        } else if (value instanceof List<?> list) {
            return random.nextBoolean()
                    ? list.subList(1, list.size())
                    : List.of(Registrations.one(random, DEPARTMENTS));
        } else if (value instanceof ExtensionAmount amount) {
            return new ExtensionAmount(Math.max(1, amount.amount() + random.nextInt(5) - 2), amount.unit());
        } else if (value instanceof Integer number) {
            return Math.min(9, Math.max(1, number + random.nextInt(3) - 1));
        } else if (value instanceof Instant instant) {
            return instant.plusSeconds((random.nextInt(21) - 10) * 86_400L);
        } else if (value instanceof Registration registration) {
            CaseNumber number = suits ? registration.number() : CaseNumber.of("WRONG");
            Registration other = Registrations.any(random, number, Instant.EPOCH);
            return new Registration(
                    registration.id(),
                    number,
                    other.kind(),
                    other.channel(),
                    other.requester(),
                    other.title(),
                    other.text(),
                    other.area(),
                    other.location(),
                    other.respondent(),
                    other.priority(),
                    other.tags(),
                    other.related(),
                    other.attachments(),
                    other.promisedBy(),
                    registration.source(),
                    other.extensions());
        }
        return Registrations.text(random);
    }

    private static RecordShape shape(CaseEvent event) {
        return SHAPES.computeIfAbsent(event.getClass(), RecordShape::of);
    }

    private static Object[] values(RecordShape shape, CaseEvent event) {
        Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.get(event, i);
        }
        return values;
    }
}
