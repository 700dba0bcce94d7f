package io.github.hotlinekit.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.ErasureGround;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.VersionConflictException;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.duplicates.DuplicateIndex;
import io.github.hotlinekit.core.duplicates.DuplicateRule;
import io.github.hotlinekit.core.duplicates.Merging;
import io.github.hotlinekit.core.json.CaseJson;
import io.github.hotlinekit.core.json.ReadOptions;
import io.github.hotlinekit.core.json.TimelineReader;
import io.github.hotlinekit.core.json.TimelineWriter;
import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import io.github.hotlinekit.core.redaction.Planted;
import io.github.hotlinekit.core.redaction.Story;
import io.github.hotlinekit.core.retention.Erasure;
import io.github.hotlinekit.core.retention.RetentionPolicy;
import io.github.hotlinekit.core.retention.RetentionRow;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
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

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final RevealRequest STORE = RevealRequest.of(RevealPurpose.STORE, "clerk-1", LATER);
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

    /** All that a host can do with a case, and whatever comes of it: answers, errors, documents, the console. */
    @Property(tries = 100)
    void no_public_operation_of_core_lets_a_secret_out(@ForAll("stories") Story story) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        List<Object> told = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        try (PrintStream both = new PrintStream(console, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            decideAgain(story, told);
            travel(story.subject(), told);
            write(story.subject(), told, documents);
            searchAndMerge(story.subject(), told);
            retain(story.subject(), told);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertSilent(console.toString(StandardCharsets.UTF_8), story); // test engines may say something
        assertThat(told).doesNotContainNull().hasSizeGreaterThan(50);
        for (Object one : told) {
            assertSilent(one.toString(), story);
        }
        for (String document : documents) {
            assertMasked(document, story);
        }
    }

    private static void decideAgain(Story story, List<Object> told) {
        Case subject = story.subject();
        for (Role role : Role.values()) {
            Actor actor = role.isOfDepartment() ? Actor.of(role, DepartmentCode.of("ZJJ")) : Actor.of(role);
            for (CaseCommand command : story.commands) {
                Object answer = answer(
                        () -> CaseLifecycle.standard().decide(subject, command, CommandContext.of(actor, Story.START)));
                told.add(answer);
                if (answer instanceof Decision.Refused refused) {
                    told.add(refused.message());
                    told.add(answer(refused::orElseThrow));
                }
            }
        }
        told.add(answer(() -> CaseLifecycle.standard()
                .register(subject.registration(), CommandContext.of(Actor.of(Role.ARCHIVIST), Story.START))));
    }

    private static void travel(Case subject, List<Object> told) {
        List<CaseEvent> events = subject.events();
        for (CaseEvent event : events) {
            told.add(answer(() -> Case.replay(events.subList(0, event.sequence()))));
            told.add(answer(() -> Case.replay(List.of(events.get(0), event))));
            told.add(answer(() -> subject.apply(event)));
            told.add(answer(() -> subject.append(event.sequence() - 1, List.of(event))));
            told.add(subject.asOf(event.at()));
        }
        for (Viewer viewer : List.of(
                Viewer.HOTLINE,
                Viewer.CITIZEN,
                Viewer.PUBLIC,
                Viewer.SUPERVISOR,
                Viewer.of(DepartmentCode.of("ZJJ")))) {
            CaseView.of(subject, viewer).ifPresent(view -> {
                told.add(view);
                told.add(view.events());
                told.add(view.registration());
                told.add(view.requester());
                told.add(view.reply());
            });
        }
    }

    private static void write(Case subject, List<Object> told, List<String> documents) throws IOException {
        StringWriter document = new StringWriter();
        CaseJson.write(subject, document);
        StringWriter lines = new StringWriter();
        TimelineWriter.masked(lines).write(subject);
        documents.add(document.toString());
        documents.add(lines.toString());
        StringWriter clear = new StringWriter();
        told.add(CaseJson.writeRevealing(subject, clear, STORE));
        StringWriter clearLines = new StringWriter();
        TimelineWriter writer = TimelineWriter.revealing(clearLines, STORE);
        writer.write(subject);
        told.add(writer);
        told.add(writer.audit());
        ReadOptions options = ReadOptions.of("case.json");
        TimelineReader reader = TimelineReader.of(options.carryingUnknownEvents());
        told.add(reader);
        told.add(options);
        for (String text :
                List.of(document.toString(), clear.toString(), clear.toString().replace("\":", "\";"))) {
            told.add(answer(() -> CaseJson.read(new StringReader(text), options)));
        }
        for (String text : List.of(
                lines.toString(),
                clearLines.toString(),
                clearLines.toString().replace("\"sequence\":2,", "\"sequence\":3,"),
                clearLines.toString().replace("\"type\":\"", "\"type\":\"139"))) {
            told.add(answer(() -> {
                List<Object> read = new ArrayList<>();
                reader.forEachCase(new StringReader(text), read::add);
                return read;
            }));
        }
    }

    private static void searchAndMerge(Case subject, List<Object> told) {
        CommandContext context = CommandContext.of(Actor.of(Role.DISPATCHER), LATER);
        Case twin = CaseLifecycle.standard()
                .register(
                        Registration.builder()
                                .number(CaseNumber.of("TWIN"))
                                .kind(subject.registration().kind())
                                .channel(subject.registration().channel())
                                .requester(subject.registration().requester())
                                .title(subject.registration().title())
                                .text(subject.registration().text())
                                .area(subject.registration().area())
                                .build(),
                        CommandContext.of(Actor.of(Role.AGENT), subject.received()))
                .orElseThrow();
        RevealRequest request = RevealRequest.of(RevealPurpose.MATCH, "clerk-1", LATER);
        DuplicateIndex index = DuplicateIndex.of(DuplicateRule.STANDARD, List.of(subject, twin), request);
        told.add(index);
        told.add(index.audit());
        told.add(index.candidates(twin.number()));
        told.add(index.search(subject, request));
        told.add(answer(() -> DuplicateIndex.of(DuplicateRule.STANDARD, List.of(twin, twin), request)));
        told.add(answer(() -> index.candidates(CaseNumber.of("NONE"))));
        FreeText evidence = subject.registration().text().orElse(FreeText.ERASED);
        for (List<Case> pair : List.of(List.of(subject, twin), List.of(twin, subject))) {
            told.add(answer(() ->
                    Merging.merge(CaseLifecycle.standard(), pair.get(0), List.of(), pair.get(1), evidence, context)));
            told.add(answer(
                    () -> Merging.unmerge(CaseLifecycle.standard(), pair.get(0), pair.get(1), evidence, context)));
        }
    }

    private static void retain(Case subject, List<Object> told) {
        RetentionPolicy policy = RetentionPolicy.builder()
                .identity(Identity.of("retention", "1"))
                .addRows(RetentionRow.builder()
                        .keptFor(Period.ofDays(1))
                        .addFields(PersonalField.values())
                        .build())
                .build();
        told.add(policy);
        told.add(policy.due(subject, ZoneId.of("Asia/Shanghai"), c -> false));
        for (Role role : List.of(Role.ARCHIVIST, Role.CITIZEN)) {
            Object erasure = answer(() -> Erasure.of(
                    subject,
                    Set.of(PersonalField.PHONE),
                    ErasureGround.REQUEST,
                    CommandContext.of(Actor.of(role), LATER)));
            told.add(erasure);
            if (erasure instanceof Erasure.Erased erased) {
                told.add(erased.result().events());
            }
        }
        told.add(answer(() -> Registration.builder()
                .requester(subject.registration().requester())
                .text(subject.registration().text())
                .build()));
    }

    private interface Operation {
        @Nullable
        Object run() throws IOException;
    }

    /** What came of it, or what was thrown. */
    private static Object answer(Operation operation) {
        try {
            Object result = operation.run();
            return result == null ? "nothing" : result;
        } catch (RuntimeException | IOException e) {
            return said(e);
        }
    }

    /** What a stack trace would tell but the frames, which hold names of code alone and take long to print. */
    private static String said(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.toString());
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append('\n').append(said(suppressed));
        }
        return thrown.getCause() == null
                ? text.toString()
                : text.append('\n').append(said(thrown.getCause())).toString();
    }

    /** In a masked document a name or a house is known by a registration alone; references are opaque. */
    private static void assertMasked(String document, Story story) {
        List<String> secrets = new ArrayList<>(List.of(
                story.planted.phone,
                story.planted.idNumber,
                story.planted.latitude,
                story.planted.longitude,
                story.planted.unknown));
        if (Planted.isTold(PersonName.of(story.planted.name), story.subject())) {
            secrets.add(story.planted.name);
        }
        if (Planted.isTold(AddressDetail.of(story.planted.address), story.subject())) {
            secrets.add(story.planted.house);
        }
        assertThat(document.replaceAll("\"(reference|id)\":\"[^\"]*\"", "")).doesNotContain(secrets);
    }

    /** Tags and posts are not secret by themselves, so a story's own are left out of what is searched. */
    private static void assertSilent(String text, Story story) {
        String searched = text.replace("Tag[value=" + story.planted.name, "")
                .replace("Post[value=联系" + story.planted.name, "")
                .replace("联系" + story.planted.name, "")
                .replace("reference=file-" + story.planted.unknown, "")
                .replace("Optional[" + story.planted.unknown + "]", "");
        for (String tag : List.of(story.planted.name, story.planted.phone)) {
            if (searched.contains(tag)) { // few texts have it, and the expressions take long
                searched = searched.replaceAll("(tags=\\[[^]]*)" + tag, "$1").replaceAll("(tags=\\[[^]]*)" + tag, "$1");
            }
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
