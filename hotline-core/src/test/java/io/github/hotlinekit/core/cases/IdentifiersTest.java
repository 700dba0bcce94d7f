package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short texts by which a case names something. */
class IdentifiersTest {

    private static final String OF_CODES = " ASCII letters, digits, . - _ : and /, but was of ";
    private static final String OF_NAMES =
            " characters without blanks at the ends and without control characters, but was of ";

    enum Kind {
        CASE_ID("case id", 64, OF_CODES, CaseId::of),
        STAFF_REF("staff reference", 64, OF_CODES, StaffRef::of),
        RETENTION_CLASS("retention class", 64, OF_CODES, RetentionClass::of),
        REFERENCE("reference", 200, OF_CODES, Reference::of),
        CASE_NUMBER("case number", 64, OF_NAMES, CaseNumber::of),
        POST("post", 64, OF_NAMES, Post::of),
        TAG("tag", 64, OF_NAMES, Tag::of);

        private final String name;
        private final int most;
        private final String form;
        private final Function<String, Comparable<?>> of;

        Kind(String name, int most, String form, Function<String, Comparable<?>> of) {
            this.name = name;
            this.most = most;
            this.form = form;
            this.of = of;
        }

        Comparable<?> of(String text) {
            return of.apply(text);
        }

        void refuses(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(text))
                    .withMessage(name + " must be 1 to " + most + form + text.length() + " characters");
        }

        @SuppressWarnings("unchecked") // of one kind
        int compare(String one, String other) {
            return ((Comparable<Object>) of(one)).compareTo(of(other));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_identifier_says_its_text_and_equals_what_says_the_same(Kind kind) {
        for (String text : List.of("A", "a.b-c_d:e/9", "x".repeat(kind.most))) {
            assertThat(kind.of(text)).hasToString(text).isEqualTo(kind.of(text)).hasSameHashCodeAs(kind.of(text));
            assertThat(kind.compare(text, text)).isZero();
        }
        assertThat(kind.of("A")).isNotEqualTo(kind.of("a"));
    }

    @ParameterizedTest
    @EnumSource
    void identifiers_are_in_the_order_of_their_texts(Kind kind) {
        List<String> texts = List.of("1", "10", "2", "A", "AB", "a");
        for (String one : texts) {
            for (String other : texts) {
                assertThat(Integer.signum(kind.compare(one, other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.compare(texts.indexOf(one), texts.indexOf(other)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_identifier_is_not_empty_or_too_long_and_has_no_blank_ends_or_control_characters(Kind kind) {
        Stream.of("", " ", " a", "a ", "a\n", "a\u0000b", "\u007F", "x".repeat(kind.most + 1))
                .forEach(kind::refuses);
        assertThatNullPointerException().isThrownBy(() -> kind.of(nothing())).withMessage(kind.name);
    }

    @ParameterizedTest
    @EnumSource(names = {"CASE_ID", "STAFF_REF", "RETENTION_CLASS", "REFERENCE"})
    void a_code_cannot_be_a_name(Kind kind) {
        Stream.of("工", "a b", "a,b", "ä").forEach(kind::refuses);
    }

    @ParameterizedTest
    @EnumSource(names = {"CASE_NUMBER", "POST", "TAG"})
    void a_name_is_in_any_language(Kind kind) {
        for (String text : List.of("工单 1", "a,b", "ä")) {
            assertThat(kind.of(text)).hasToString(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " old", "old\t"})
    void the_name_of_a_source_is_an_identity(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.of(wrong, Set.of()))
                .withMessage("system must be 1 to 200" + OF_NAMES + wrong.length() + " characters");
    }

    @Test
    void a_source_has_a_name_of_at_most_two_hundred_characters_and_its_steps_in_order() {
        String longest = "旧".repeat(200);
        Source source = Source.of(longest, EnumSet.of(Step.SIGN_FOR, Step.DISPATCH));
        assertThat(source).isEqualTo(new Source(longest, Set.of(Step.DISPATCH, Step.SIGN_FOR), Optional.empty()));
        assertThat(source.recorded()).containsExactlyElementsOf(EnumSet.of(Step.DISPATCH, Step.SIGN_FOR));
        assertThat(Source.of("old", Set.of()).recorded()).isEmpty();
        assertThat(Source.ALL_STEPS).containsExactlyInAnyOrder(Step.values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.of(longest + "旧", Set.of()))
                .withMessage("system must be 1 to 200" + OF_NAMES + "201 characters");
    }

    @Test
    void a_media_type_is_a_code_that_may_have_a_plus() {
        Reference file = Reference.of("file-1");
        String longest = "image/" + "x".repeat(Attachment.MAX_MEDIA_TYPE - 6);
        for (String type : List.of("image/svg+xml", longest)) {
            assertThat(new Attachment(file, type, Visibility.HOTLINE).mediaType())
                    .isEqualTo(type);
        }
        for (String wrong : List.of("", "image jpeg", "图", longest + "x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Attachment(file, wrong, Visibility.HOTLINE))
                    .withMessage("media type must be 1 to 100" + OF_CODES + wrong.length() + " characters");
        }
    }

    @SuppressWarnings("NullAway") // the point of the test
    private static String nothing() {
        return null;
    }
}
