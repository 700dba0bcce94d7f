package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "Z", "a", "z", "0", "9", ".", "-", "_", ":", "/", "aZ0/"})
    void a_code_is_of_ascii_letters_digits_and_five_signs(String right) {
        assertThatNoException().isThrownBy(() -> Checks.code(right, "code", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aZ0/9", "@", "[", "`", "{", ",", ";", "a b", "ä", "工", "İ"})
    void a_code_is_of_nothing_else_and_not_longer(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.code(wrong, "code", 4))
                .withMessageContaining("code must be 1 to 4")
                .withMessageContaining("of " + wrong.length() + " characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "工单号数", "\uD83D\uDE00", "\uD7FF", "\uE000"})
    void a_plain_text_is_of_any_characters_without_surprises(String right) {
        assertThatNoException().isThrownBy(() -> Checks.plain(right, "name", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", " a", "a ", "a\u0000", "a\u0085b", "\uD800", "a\uDFFF", "\uDC00\uD800"})
    void a_plain_text_has_no_blanks_at_its_ends_no_controls_and_no_half_characters(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.plain(wrong, "name", 4))
                .withMessageContaining("name must be 1 to 4")
                .withMessageContaining("of " + wrong.length() + " characters");
    }

    @Test
    void an_identity_may_be_absent_but_not_empty_or_too_long() {
        assertThatNoException().isThrownBy(() -> Checks.identity(Optional.empty(), "rule"));
        assertThatNoException().isThrownBy(() -> Checks.identity("x".repeat(Checks.MAX_IDENTITY), "rule"));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.identity(Optional.of(""), "rule"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.identity("x".repeat(Checks.MAX_IDENTITY + 1), "rule"));
    }

    @Test
    void lists_and_sets_are_copies_of_at_most_a_thousand_elements_in_their_order() {
        List<Integer> most = IntStream.range(0, Checks.MAX_ELEMENTS).boxed().toList();
        List<Integer> more =
                IntStream.rangeClosed(0, Checks.MAX_ELEMENTS).boxed().toList();
        assertThat(Checks.list(most, "list")).isEqualTo(most);
        assertThat(Checks.set(ordered(most), "set")).containsExactlyElementsOf(most);
        assertThat(Checks.set(Set.of(), "set")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.list(more, "list"))
                .withMessage("list must have at most 1000 elements, but had 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.set(ordered(more), "set"))
                .withMessage("set must have at most 1000 elements, but had 1001");
        assertThatNullPointerException()
                .isThrownBy(() -> Checks.set(Collections.singleton(null), "set"))
                .withMessage("set");
    }

    private static Set<Integer> ordered(List<Integer> elements) {
        return elements.stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void a_number_is_at_least_one_and_a_level_one_to_nine() {
        assertThatNoException().isThrownBy(() -> Checks.atLeastOne(1, "task"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.atLeastOne(0, "task"))
                .withMessage("task must be at least 1, but was 0");
        assertThatNoException().isThrownBy(() -> Checks.level(1));
        assertThatNoException().isThrownBy(() -> Checks.level(Checks.MAX_LEVEL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.level(0))
                .withMessage("level must be 1 to 9, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.level(10))
                .withMessage("level must be 1 to 9, but was 10");
    }
}
