package io.github.hotlinekit.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NormalTextLawsTest {

    @Property
    void the_form_of_a_part_is_a_part_of_the_form(
            @ForAll("texts") String before, @ForAll("texts") String part, @ForAll("texts") String after) {
        assertThat(NormalText.of(before + part + after, 1_000).value()).contains(NormalText.normalized(part));
    }

    @Property
    void the_form_of_a_form_is_itself(@ForAll("texts") String text) {
        String form = NormalText.normalized(text);
        assertThat(NormalText.normalized(form)).isEqualTo(form);
    }

    @Property
    void the_form_of_where_a_character_stood_has_the_character(@ForAll("texts") String text) {
        NormalText normal = NormalText.of(text, 1_000);
        int reached = 0;
        for (int i = 0; i < normal.value().length(); i++) {
            assertThat(normal.start(i)).isBetween(reached, text.length() - 1);
            reached = normal.start(i);
            String stood = text.substring(normal.start(i), normal.endExclusive(i));
            assertThat(stood.codePointCount(0, stood.length())).isEqualTo(1);
            String form = stood.isBlank() ? " " : NormalText.of(stood, 2).value();
            assertThat(form + " ").contains(normal.value().substring(i, i + 1));
        }
    }

    @Test
    void nothing_hides_a_word() {
        assertThat(NormalText.of("ＷＩＦＩ 楼上\n装 \u3000修\u200B噪\uFE00音  ok", 100).value())
                .isEqualTo("wifi 楼上装修噪音 ok");
        assertThat(NormalText.of("㊀ 漏", 100).value()).isEqualTo("一漏");
    }

    @Test
    void offsets_are_those_of_the_code_points_a_word_came_from() {
        NormalText text = NormalText.of("\uD842\uDFB7 ㍿\u200BA", 100);
        assertThat(text.value()).isEqualTo("\uD842\uDFB7株式会社a");
        assertThat(text.start(0)).isZero();
        assertThat(text.endExclusive(1)).isEqualTo(2);
        assertThat(text.start(4)).isEqualTo(3);
        assertThat(text.endExclusive(4)).isEqualTo(4);
        assertThat(text.start(6)).isEqualTo(5);
    }

    @Test
    void a_text_is_cut_before_half_a_pair() {
        NormalText text = NormalText.of("漏\uD842\uDFB7", 2);
        assertThat(text.value()).isEqualTo("漏");
        assertThat(text.isCut()).isTrue();
        assertThat(text.originalLength()).isEqualTo(1);
        assertThat(text).hasToString("text of 1 characters");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "楼",
                        "漏",
                        "A",
                        "z",
                        "Ｂ",
                        "㍿",
                        "㊀",
                        "\uD842\uDFB7",
                        "ﬁ",
                        "¨",
                        "İ",
                        "·",
                        "。",
                        " ",
                        "\n",
                        "\u3000",
                        "\u200B",
                        "\uFE0F",
                        "\u0301")
                .list()
                .ofMaxSize(12)
                .map(parts -> parts.stream().collect(Collectors.joining()));
    }
}
