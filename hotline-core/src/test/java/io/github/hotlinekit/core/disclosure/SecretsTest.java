package io.github.hotlinekit.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.VersionConflictException;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.redaction.Story;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing that a person is told by comes out of a text that was meant for logs, errors or consoles. */
class SecretsTest {

    private static final String SECRET = "司马青衫13987654321";

    @Property(tries = 100)
    void no_text_of_a_case_event_command_or_decision_tells_a_secret(@ForAll("stories") Story story) {
        List<Object> all = new ArrayList<>(story.decisions);
        all.addAll(story.commands);
        all.addAll(story.subject().events());
        all.addAll(story.subject().correctedEvents());
        all.add(story.subject());
        all.add(story.subject().registration());
        for (Viewer viewer : List.of(Viewer.HOTLINE, Viewer.CITIZEN, Viewer.PUBLIC, Viewer.SUPERVISOR)) {
            CaseView.of(story.subject(), viewer).ifPresent(all::add);
        }
        for (Object one : all) {
            assertSilent(one.toString(), story);
            if (one instanceof Decision.Refused refused) {
                assertSilent(refused.message().zh() + refused.message().en(), story);
                Throwable thrown = catchThrowable(refused::orElseThrow);
                assertThat(thrown).isInstanceOf(IllegalStateException.class);
                assertSilent(thrown.toString(), story);
            }
        }
    }

    @Property(tries = 100)
    void no_error_of_a_timeline_tells_a_secret(@ForAll("stories") Story story) {
        Case subject = story.subject();
        List<CaseEvent> events = subject.events();
        List<@Nullable Throwable> thrown = new ArrayList<>();
        thrown.add(catchThrowable(() -> Case.replay(List.of())));
        for (CaseEvent event : events) {
            thrown.add(catchThrowable(() -> subject.apply(event)));
            thrown.add(catchThrowable(() -> Case.replay(List.of(event, events.get(0)))));
            thrown.add(catchThrowable(() -> subject.append(event.sequence() - 1, List.of(event))));
        }
        Throwable conflict = catchThrowable(() -> subject.append(subject.version() - 1, List.of(events.get(0))));
        assertThat(conflict).isInstanceOf(VersionConflictException.class);
        thrown.add(conflict);
        for (Throwable one : thrown) {
            assertThat(one).isNotNull();
            assertSilent(String.valueOf(one), story);
        }
    }

    /** Tags and posts are not secret by themselves, so a story's own are left out of what is searched. */
    private static void assertSilent(String text, Story story) {
        String searched = text.replace("Tag[value=" + story.planted.name, "")
                .replace("Post[value=联系" + story.planted.name, "")
                .replace("联系" + story.planted.name, "")
                .replace("reference=file-" + story.planted.unknown, "")
                .replace("Optional[" + story.planted.unknown + "]", "");
        for (String tag : List.of(story.planted.name, story.planted.phone)) {
            searched = searched.replaceAll("(tags=\\[[^]]*)" + tag, "$1").replaceAll("(tags=\\[[^]]*)" + tag, "$1");
        }
        assertThat(searched)
                .doesNotContain(
                        story.planted.name,
                        story.planted.phone,
                        story.planted.idNumber,
                        story.planted.house,
                        story.planted.latitude,
                        story.planted.longitude,
                        story.planted.unknown);
    }

    /** Every public way to make something of a text, with texts that no form allows. */
    @Test
    void no_factory_that_refuses_a_text_repeats_it() {
        int refused = 0;
        for (Class<?> type : publicTypes()) {
            for (Executable way : waysToMake(type)) {
                for (String bad :
                        List.of("\u0000" + SECRET, SECRET + "\ud800", " " + SECRET + "!", SECRET.repeat(3_000))) {
                    Optional<Throwable> thrown = thrown(way, bad);
                    refused += thrown.isPresent() ? 1 : 0;
                    thrown.ifPresent(
                            t -> assertThat(t.getMessage()).as(way.toString()).doesNotContain("司马", "13987654321"));
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void the_codes_of_departments_and_areas_are_no_personal_data_and_are_repeated() {
        assertThat(catchThrowable(() -> AreaCode.of("x1"))).hasMessageContaining("x1");
    }

    private static List<Executable> waysToMake(Class<?> type) {
        List<Executable> ways = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getDeclaringClass() == type && Modifier.isStatic(method.getModifiers()) && takesText(method)) {
                ways.add(method);
            }
        }
        for (Constructor<?> constructor : type.getConstructors()) {
            if (takesText(constructor)) {
                ways.add(constructor);
            }
        }
        return ways;
    }

    private static boolean takesText(Executable way) {
        return Arrays.stream(way.getGenericParameterTypes()).anyMatch(t -> t == String.class || isMaybeText(t));
    }

    private static boolean isMaybeText(Type type) {
        return type instanceof ParameterizedType of
                && of.getRawType() == Optional.class
                && of.getActualTypeArguments()[0] == String.class;
    }

    private static Optional<Throwable> thrown(Executable way, String bad) {
        Object[] arguments = Arrays.stream(way.getGenericParameterTypes())
                .map(type -> isMaybeText(type) ? Optional.of(bad) : argument(raw(type), bad))
                .toArray();
        try {
            if (way instanceof Method method) {
                method.invoke(null, arguments);
            } else {
                ((Constructor<?>) way).newInstance(arguments);
            }
            return Optional.empty();
        } catch (InvocationTargetException e) {
            // what is null here is the other arguments' fault, and says their names
            return Optional.ofNullable(e.getCause()).filter(t -> t.getMessage() != null);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return Optional.empty(); // an argument that could not be made up
        }
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType of
                ? raw(of.getRawType())
                : type instanceof Class<?> c ? c : Object.class;
    }

    private static @Nullable Object argument(Class<?> type, String bad) {
        if (type == String.class) {
            return bad;
        } else if (type == int.class) {
            return 1;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type == Optional.class) {
            return Optional.empty();
        } else if (type == FreeText.class) {
            return FreeText.ERASED;
        } else if (type == Stamp.class) {
            return Stamp.of(1, Instant.EPOCH, Actor.SYSTEM);
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == List.class) {
            return List.of();
        } else if (type == Set.class) {
            return Set.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == DepartmentCode.class) {
            return DepartmentCode.of("ZJJ");
        } else if (type == CategoryCode.class) {
            return CategoryCode.of("01");
        }
        return null;
    }

    private static List<Class<?>> publicTypes() {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> room : List.of(Case.class, FreeText.class)) {
            String at = room.getSimpleName() + ".class";
            try (Stream<Path> files = Files.list(Path.of(uri(room, at)).resolveSibling("."))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String name = file.getFileName().toString().replace(".class", "");
                    if (!name.equals("package-info")) {
                        types.add(Class.forName(room.getPackageName() + "." + name));
                    }
                }
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        // valueOf of an enum is the JDK's and repeats the name: readers of documents look codes up
        types.removeIf(type -> !Modifier.isPublic(type.getModifiers()) || type.isEnum());
        assertThat(types).contains(CaseCommand.Classify.class);
        return types;
    }

    private static URI uri(Class<?> room, String at) {
        try {
            return java.util.Objects.requireNonNull(room.getResource(at)).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.stories();
    }
}
