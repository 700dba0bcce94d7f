package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every enum that documents and people name. */
class CaseVocabularyTest {

    /** The enums with a label among the compiled classes of the package, so that a new one is met here too. */
    static List<Class<?>> vocabulary() throws IOException, URISyntaxException {
        URL home = Objects.requireNonNull(CaseKind.class.getResource("CaseKind.class"));
        try (Stream<Path> files = Files.list(Path.of(home.toURI()).resolveSibling(""))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".class") && !n.equals("package-info.class"))
                    .sorted()
                    .<Class<?>>map(n -> load(n.substring(0, n.length() - ".class".length())))
                    .filter(c -> c.isEnum() && Coded.class.isAssignableFrom(c))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(CaseKind.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class " + name, e);
        }
    }

    private static List<Coded> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded.class::cast).toList();
    }

    @Test
    void the_vocabulary_is_found() throws IOException, URISyntaxException {
        assertThat(vocabulary())
                .contains(Act.class, CaseState.class, Requester.Disclosure.class, LifecycleRule.class, Visibility.class)
                .hasSizeGreaterThan(35);
    }

    @ParameterizedTest
    @MethodSource("vocabulary")
    void every_constant_has_a_label_of_its_own_in_both_languages(Class<?> type) {
        List<Coded> constants = constants(type);
        for (Language language : Language.values()) {
            assertThat(constants)
                    .extracting(c -> c.label().in(language))
                    .doesNotHaveDuplicates()
                    .allSatisfy(text -> assertThat(text).isNotBlank().isEqualTo(text.strip()));
        }
        assertThat(constants).extracting(Coded::label).allSatisfy(CaseVocabularyTest::isBilingual);
    }

    private static void isBilingual(Label label) {
        assertThat(label.zh().codePoints()).anyMatch(Character::isIdeographic);
        assertThat(label.en().codePoints()).noneMatch(Character::isIdeographic);
    }

    @ParameterizedTest
    @MethodSource("vocabulary")
    void a_code_is_the_name_in_lower_camel_case_and_tells_the_constant(Class<?> type) {
        List<Coded> constants = constants(type);
        assertThat(constants).extracting(Coded::code).doesNotHaveDuplicates();
        assertThat(constants)
                .allSatisfy(c -> assertThat(c.code())
                        .matches("[a-z][a-zA-Z0-9]*")
                        .isEqualToIgnoringCase(c.name().replace("_", "")));
    }

    @Test
    void only_some_roles_are_of_a_department() {
        assertThat(Role.values())
                .filteredOn(Role::isOfDepartment)
                .containsExactly(Role.DEPARTMENT_CLERK, Role.DEPARTMENT_LEAD, Role.HANDLER);
    }

    @Test
    void only_some_states_are_open() {
        assertThat(CaseState.values())
                .filteredOn(s -> !s.isOpen())
                .containsExactly(CaseState.CLOSED, CaseState.ENDED, CaseState.ARCHIVED);
        assertThat(TaskState.values())
                .filteredOn(s -> !s.isOpen())
                .containsExactly(TaskState.ACCEPTED, TaskState.CANCELLED);
        assertThat(AssignmentState.values())
                .filteredOn(AssignmentState::isOpen)
                .containsExactly(AssignmentState.OFFERED, AssignmentState.SIGNED);
    }
}
