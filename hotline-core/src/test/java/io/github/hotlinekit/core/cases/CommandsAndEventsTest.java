package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.shape.RecordShape;
import io.github.hotlinekit.core.testkit.Commands;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every command and event, by the declarations of their components. */
class CommandsAndEventsTest {

    private static final Stamp STAMP = Stamp.of(7, Walk.START, Actor.SYSTEM);
    private static final Case CASE = Alphabet.fresh("1", CaseKind.COMPLAINT, Optional.empty());

    /** Commands whose name is not that of their act. */
    private static final Map<Class<?>, Act> NAMED_OTHERWISE = Map.of(
            CaseCommand.SetTags.class, Act.TAG,
            CaseCommand.ReferToEmergency.class, Act.REFER_EMERGENCY,
            CaseCommand.ReferToStatutory.class, Act.REFER_STATUTORY);

    static List<CaseCommand> commands() {
        return Alphabet.commands(CASE);
    }

    static List<CaseEvent> events() {
        List<CaseEvent> events = new ArrayList<>();
        events.add(new CaseEvent.Registered(STAMP, CASE.registration()));
        commands().forEach(c -> events.add(Events.of(c, STAMP)));
        events.add(new CaseEvent.Opaque(STAMP, "fromTheFuture"));
        return events;
    }

    /** The components of one command and one event of each type. */
    private static Stream<Component> components() {
        Set<Class<?>> seen = new HashSet<>();
        return Stream.concat(commands().stream(), events().stream())
                .filter(r -> seen.add(r.getClass()))
                .flatMap(CommandsAndEventsTest::components);
    }

    private static Stream<Component> components(Object sample) {
        RecordShape shape = RecordShape.of(sample.getClass());
        return IntStream.range(0, shape.components().size()).mapToObj(i -> new Component(shape, sample, i));
    }

    static List<Component> objects() {
        return components().filter(c -> c.type() != int.class).toList();
    }

    static List<Component> tasks() {
        return components().filter(c -> c.name().equals("task")).toList();
    }

    static List<Component> levels() {
        return components().filter(c -> c.name().equals("level")).toList();
    }

    static List<Component> texts() {
        return components().filter(Component::isText).toList();
    }

    static List<Component> collections() {
        return components()
                .filter(c -> c.raw() == List.class || c.raw() == Set.class)
                .toList();
    }

    /** The lists of what happened that the lead is not in. */
    static List<Component> assisting() {
        return components()
                .filter(c -> c.sample() instanceof CaseEvent && c.name().equals("assisting"))
                .toList();
    }

    /** The short forms, one of each command that has one. */
    static List<Method> shortForms() {
        return types(CaseCommand.class).stream()
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getName().equals("of"))
                .toList();
    }

    @Test
    void there_is_a_command_and_an_event_of_every_act() {
        assertThat(commands()).extracting(Object::getClass).hasSameElementsAs(types(CaseCommand.class));
        assertThat(events()).extracting(Object::getClass).hasSameElementsAs(types(CaseEvent.class));
        assertThat(types(CaseCommand.class)).hasSameSizeAs(Commands.ACTS);
        assertThat(types(CaseEvent.class)).hasSameSizeAs(Act.values());
    }

    private static List<Class<?>> types(Class<?> sealed) {
        return List.of(sealed.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_of_the_act_in_its_name(CaseCommand command) {
        String name = command.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        Act act = NAMED_OTHERWISE.get(command.getClass());
        assertThat(command.act()).isEqualTo(act == null ? Act.valueOf(name.toUpperCase(Locale.ROOT)) : act);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_event_is_of_the_act_of_its_command(CaseCommand command) {
        assertThat(Events.of(command, STAMP).act()).isEqualTo(command.act());
    }

    @Test
    void the_first_event_registers_and_one_of_an_unknown_type_does_nothing_known() {
        assertThat(events().get(0).act()).isEqualTo(Act.REGISTER);
        assertThat(new CaseEvent.Opaque(STAMP, "fromTheFuture").act()).isEqualTo(Act.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_has_the_place_and_the_instant_of_its_stamp(CaseEvent event) {
        assertThat(event.stamp()).isEqualTo(STAMP);
        assertThat(event.sequence()).isEqualTo(7);
        assertThat(event.at()).isEqualTo(Walk.START);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void no_component_is_null(Component component) {
        assertThatNullPointerException()
                .isThrownBy(() -> component.with(nothing()))
                .withMessage(component.name());
    }

    @Test
    void every_number_is_a_task_or_a_level() {
        assertThat(components().filter(c -> c.type() == int.class))
                .extracting(Component::name)
                .containsOnly("task", "level");
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void a_task_is_at_least_one(Component task) {
        assertThat(task.with(1)).isEqualTo(1);
        task.refuses(0, "task must be at least 1, but was 0");
        task.refuses(-1, "task must be at least 1, but was -1");
    }

    @ParameterizedTest
    @MethodSource("levels")
    void a_level_is_one_to_nine(Component level) {
        assertThat(level.with(1)).isEqualTo(1);
        assertThat(level.with(9)).isEqualTo(9);
        level.refuses(0, "level must be 1 to 9, but was 0");
        level.refuses(10, "level must be 1 to 9, but was 10");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_plain_text_is_an_identity(Component text) {
        String longest = "x".repeat(200);
        assertThat(text.with(text.wrapped(longest))).isEqualTo(text.wrapped(longest));
        for (String wrong : List.of("", " x", "x ", "x\u0007y", longest + "x")) {
            text.refuses(
                    text.wrapped(wrong),
                    text.name() + " must be 1 to 200 characters without blanks at the ends and without"
                            + " control characters, but was of " + wrong.length() + " characters");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "旧"})
    void an_unknown_type_is_a_code(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseEvent.Opaque(STAMP, wrong))
                .withMessage("type must be 1 to 200 ASCII letters, digits, . - _ : and /, but was of " + wrong.length()
                        + " characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "-a", "_", "13800000000"})
    void an_unknown_type_begins_with_a_letter(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseEvent.Opaque(STAMP, wrong))
                .withMessage("type must begin with an ASCII letter, but did not");
    }

    @ParameterizedTest
    @MethodSource("collections")
    @SuppressWarnings("unchecked") // whatever the elements are
    void a_collection_is_a_copy_of_at_most_a_thousand(Component component) {
        boolean list = component.raw() == List.class;
        List<Integer> tooMany = IntStream.rangeClosed(0, 1_000).boxed().toList();
        component.refuses(
                list ? tooMany : new LinkedHashSet<>(tooMany),
                component.name() + " must have at most 1000 elements, but had 1001");
        List<String> elements = List.of("c", "a", "b");
        Collection<String> given = list ? new ArrayList<>(elements) : new LinkedHashSet<>(elements);
        Collection<Object> kept = (Collection<Object>) component.with(given);
        given.add("d");
        assertThat(kept).containsExactly("c", "a", "b").isUnmodifiable();
    }

    @ParameterizedTest
    @MethodSource("assisting")
    void in_what_happened_the_lead_does_not_assist(Component assisting) {
        Object lead = components(assisting.sample())
                .filter(c -> c.name().equals("lead"))
                .map(Component::value)
                .findFirst()
                .orElseThrow();
        assisting.refuses(
                List.of(DepartmentCode.of("Z"), lead), "assisting must not contain the lead, but contained " + lead);
    }

    /** In what somebody wishes, {@link LifecycleRule#LEAD_ASSISTS} answers. */
    @Test
    void a_command_in_which_the_lead_assists_is_refused_and_not_wrong() {
        CaseCommand dispatch = new CaseCommand.Dispatch(Alphabet.A, List.of(Alphabet.A), Optional.empty());
        Decision decision = CaseLifecycle.standard()
                .decide(CASE, dispatch, CommandContext.of(Actor.of(Role.DISPATCHER), Walk.START));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class, r -> assertThat(r.rule()).isEqualTo(LifecycleRule.LEAD_ASSISTS));
    }

    @ParameterizedTest
    @MethodSource("shortForms")
    void the_short_form_of_a_command_has_nothing_optional(Method shortForm) throws ReflectiveOperationException {
        CaseCommand sample = commands().stream()
                .filter(shortForm.getDeclaringClass()::isInstance)
                .findFirst()
                .orElseThrow();
        List<Object> due = new ArrayList<>();
        List<Object> whole = new ArrayList<>();
        components(sample).forEach(c -> {
            if (c.raw() == Optional.class) {
                whole.add(Optional.empty());
            } else if (c.raw() == List.class) {
                whole.add(List.of());
            } else {
                whole.add(c.value());
                due.add(c.value());
            }
        });
        assertThat(shortForm.invoke(null, due.toArray()))
                .isEqualTo(RecordShape.of(sample.getClass()).create(whole.toArray()));
    }

    /** A component of a record, to be changed alone. */
    private record Component(RecordShape shape, Object sample, int index) {

        String name() {
            return shape.components().get(index).name();
        }

        Type type() {
            return shape.components().get(index).type();
        }

        Type raw() {
            return type() instanceof ParameterizedType generic ? generic.getRawType() : type();
        }

        /** Whether it is a text or may be one; the type of an unknown event is a code. */
        boolean isText() {
            return shape.type() != CaseEvent.Opaque.class
                    && (type() == String.class
                            || (type() instanceof ParameterizedType generic
                                    && generic.getActualTypeArguments()[0] == String.class));
        }

        Object wrapped(String text) {
            return raw() == Optional.class ? Optional.of(text) : text;
        }

        Object value() {
            return shape.get(sample, index);
        }

        /** What the component is in the same record with another value here. */
        Object with(Object other) {
            Object[] values = components(sample).map(Component::value).toArray();
            values[index] = other;
            return shape.get(shape.create(values), index);
        }

        void refuses(Object other, String message) {
            assertThatIllegalArgumentException().isThrownBy(() -> with(other)).withMessage(message);
        }

        @Override
        public String toString() {
            return shape.type().getSimpleName() + "." + name();
        }
    }

    @SuppressWarnings("NullAway") // the point of the test
    private static Object nothing() {
        return null;
    }
}
