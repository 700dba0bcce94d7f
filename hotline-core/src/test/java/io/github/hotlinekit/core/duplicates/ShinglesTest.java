package io.github.hotlinekit.core.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShinglesTest {

    private static Shingles of(String... texts) {
        return Shingles.of(List.of(texts));
    }

    private static int alike(String one, String other) {
        Shingles a = of(one);
        Shingles b = of(other);
        return a.perMille(b, a.shared(b));
    }

    @Test
    void width_case_blanks_punctuation_and_digits_in_a_row_do_not_count() {
        assertThat(alike("ＡＢＣ小区　12号楼，停水！", "abc小区3号楼 停水")).isEqualTo(1000);
        assertThat(alike("电话138-0000-1111请回", "电话13900002222请回")).isEqualTo(1000);
        assertThat(alike("电话请回", "电话1请回")).isZero();
    }

    @Test
    void pieces_are_of_characters_and_not_of_their_halves() {
        assertThat(of("𠮷野家").size()).isEqualTo(1);
        assertThat(of("𠮷野家店").size()).isEqualTo(2);
        assertThat(of("𠮷野家").shared(of("𠮷野家店"))).isEqualTo(1);
    }

    @Test
    void different_pieces_never_collide() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.appendCodePoint('一' + i);
        }
        assertThat(of(text.toString()).size()).isEqualTo(2_998);
        assertThat(of("甲乙丙", "甲丙乙", "乙甲丙", "乙丙甲", "丙甲乙", "丙乙甲").size()).isEqualTo(6);
    }

    @Test
    void a_text_of_one_or_two_characters_is_one_piece_and_an_empty_one_none() {
        assertThat(alike("噪音", "噪音")).isEqualTo(1000);
        assertThat(alike("噪", "噪音")).isZero();
        assertThat(of("噪", "噪音").size()).isEqualTo(2);
        assertThat(of("!? ，", "").size()).isZero();
        assertThat(alike("", "")).isZero();
    }

    @Test
    void no_piece_reaches_from_one_text_into_another_and_none_counts_twice() {
        assertThat(of("噪音扰民", "噪音扰民").size()).isEqualTo(2);
        assertThat(of("噪音扰", "民")).extracting(Shingles::size).isEqualTo(2);
        assertThat(of("噪音扰", "民").shared(of("音扰民"))).isZero();
    }

    @Test
    void only_the_beginning_of_a_long_text_is_looked_at() {
        String most = "长".repeat(Shingles.MAX_CHARACTERS);
        assertThat(alike(most, most + "文字不看")).isEqualTo(1000);
        assertThat(of(most.substring(1) + "文字不看").size()).isEqualTo(2);
    }

    @Test
    void sizes_alone_bound_the_similarity() {
        Shingles one = of("永宁煤炭场噪音扰民");
        Shingles other = of("永宁煤炭场夜间噪音扰民");
        assertThat(one.atMostPerMille(other)).isEqualTo(777).isEqualTo(other.atMostPerMille(one));
        assertThat(one).hasToString("7 shingles");
    }
}
