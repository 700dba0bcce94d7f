package io.github.hotlinekit.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final Instant AT = Instant.parse("2026-09-18T01:02:03Z");
    private static final RevealRequest REQUEST = RevealRequest.of(RevealPurpose.CALL_BACK, "staff-0042", AT);

    static Stream<PersonalData> all() {
        return Stream.of(
                PersonName.of("欧阳小明"),
                PhoneNumber.of("138 1234 5678"),
                IdNumber.of("35058119900101123X"),
                AddressDetail.of("石狮市湖滨街道玉湖社区子芳路12号3栋501室"),
                FreeText.of("请回电13812345678"));
    }

    static Stream<String> values() {
        return all().map(d -> d.reveal(REQUEST).value());
    }

    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "张三丰, 张**",
        "欧阳锋, 欧阳*",
        "欧阳小明, 欧阳**",
        "諸葛孔明, 諸葛**",
        "司马, 司*",
        "王, *",
        "买买提·吐尔逊, 买******",
        "𠮷田, 𠮷*",
        "John Smith, J***",
        "Al, A***",
        "A, *",
        "' 张三 ', 张*",
    })
    void a_name_keeps_its_surname_or_initial(String name, String masked) {
        assertThat(PersonName.of(name).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "13812345678, 138****5678",
        "138 1234 5678, 138****5678",
        "+86 138-1234-5678, 138****5678",
        "(0086)13812345678, 138****5678",
        "１３８１２３４５６７８, 138****5678",
        "0595-88561234, 0595-******34",
        "(0595)8856123, 0595-*****23",
        "010 62345678, 010-******78",
        "021-6234 5678, 021-******78",
        "88561234, ******34",
        "4001234567, ********67",
        "+852 9123 4567, *********67",
        "12345, ***45",
        "8001, ****",
        "110, ***",
    })
    void a_phone_number_keeps_what_its_form_allows(String number, String masked) {
        assertThat(PhoneNumber.of(number).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "350581199001011234, **************1234",
        "35058119900101123x, **************123x",
        "350581900101123, *************23",
        "CHN110190010112, *************12",
        "E12345678, *****5678",
        "A1234567, ******67",
        "12345, ***45",
        "1234, ****",
    })
    void an_id_number_keeps_its_end_and_no_date_of_birth(String number, String masked) {
        assertThat(IdNumber.of(number).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "石狮市湖滨街道玉湖社区12号楼301室, 石狮市湖滨街道玉湖社区**",
        "福建省石狮市湖滨街道子芳路１２３号, 福建省石狮市湖滨街道子芳路**",
        "湖滨街道玉湖社区三号楼二单元, 湖滨街道玉湖社区**",
        "凤里街道五星村三组, 凤里街道五星村**",
        "金色家园A栋501, 金色家园**",
        "幸福小区甲单元, 幸福小区**",
        "福州市鼓楼区五一路九彩苑, 福州市鼓楼区五一路九彩苑",
        "三明市梅列区八一路, 三明市梅列区八一路",
        "玉湖社区老王家对面, 玉湖社区**",
        "玉湖社区综合楼, 玉湖社区**",
        "子芳路一三八一二三四五六七八, 子芳路**",
        "5栋501, **",
        "'12 Main Street, Flat B', **",
        "湖滨街道玉湖社区, 湖滨街道玉湖社区",
    })
    void an_address_is_kept_down_to_community_or_road(String address, String masked) {
        assertThat(AddressDetail.of(address).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_but_reveal_tells_the_value(PersonalData data) throws JsonProcessingException {
        String value = data.reveal(REQUEST).value();
        assertThat(data.masked()).isNotEqualTo(value);
        assertThat(data.toString()).doesNotContain(value).doesNotContain("12345678");
        assertThat(new ObjectMapper().writeValueAsString(Map.of("it", data)))
                .isEqualTo("{\"it\":\"" + data.masked() + "\"}");
        assertThat(new ObjectMapper().writeValueAsString(List.of(data))).doesNotContain(value);
        assertThat(data).isNotInstanceOf(Serializable.class);
        assertThat(Arrays.stream(data.getClass().getMethods())
                        .filter(m -> m.getReturnType().equals(String.class) && m.getParameterCount() == 0)
                        .map(java.lang.reflect.Method::getName))
                .containsExactlyInAnyOrder("masked", "toString");
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_reveal_leaves_an_entry_without_the_value(PersonalData data) throws JsonProcessingException {
        Revealed revealed = data.reveal(REQUEST);
        assertThat(revealed.audit())
                .isEqualTo(new AuditEntry(RevealPurpose.CALL_BACK, "staff-0042", AT, Set.of(data.field()), 1));
        assertThat(revealed.toString()).doesNotContain(revealed.value()).contains("staff-0042");
        assertThat(new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsString(revealed))
                .doesNotContain(revealed.value())
                .contains("staff-0042");
    }

    @Test
    void values_are_revealed_as_they_were_given() {
        assertThat(values())
                .containsExactly(
                        "欧阳小明", "138 1234 5678", "35058119900101123X", "石狮市湖滨街道玉湖社区子芳路12号3栋501室", "请回电13812345678");
    }

    @Test
    void equality_is_by_value_whatever_the_writing() {
        assertThat(PhoneNumber.of("+86 138-1234-5678"))
                .isEqualTo(PhoneNumber.of("13812345678"))
                .hasSameHashCodeAs(PhoneNumber.of("１３８（１２３４）５６７８"))
                .isEqualTo(PhoneNumber.of("0086 13812345678"))
                .isNotEqualTo(PhoneNumber.of("13812345679"));
        assertThat(PhoneNumber.of("+14155550100")).isNotEqualTo(PhoneNumber.of("14155550100"));
        assertThat(IdNumber.of("35058119900101123x"))
                .isEqualTo(IdNumber.of("35058119900101123X"))
                .hasSameHashCodeAs(IdNumber.of("35058119900101123X"))
                .isNotEqualTo(IdNumber.of("350581199001011234"));
        assertThat(PersonName.of(" 张三"))
                .isEqualTo(PersonName.of("张三"))
                .hasSameHashCodeAs(PersonName.of("张三"))
                .isNotEqualTo(PersonName.of("张四"));
        assertThat(AddressDetail.of("子芳路1号"))
                .isEqualTo(AddressDetail.of("子芳路1号"))
                .hasSameHashCodeAs(AddressDetail.of("子芳路1号"))
                .isNotEqualTo(AddressDetail.of("子芳路2号"));
        assertThat(FreeText.of("a"))
                .isEqualTo(FreeText.of("a"))
                .hasSameHashCodeAs(FreeText.of("a"))
                .isNotEqualTo(FreeText.of("a "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "张\n三", "张\u0000", "\uD800张"})
    void a_name_or_an_address_is_one_line(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> PersonName.of(wrong));
        assertThatIllegalArgumentException().isThrownBy(() -> AddressDetail.of(wrong));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12", "123456789012345678901", "13812345678x", "电话13812345678", "1+38", "++138", "138.1234"})
    void a_phone_number_has_three_to_twenty_digits_and_separators(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.of(wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234 5678", "３５０５", "A-1234", "123456789012345678901234567890123"})
    void an_id_number_is_four_to_thirty_two_ascii_letters_and_digits(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> IdNumber.of(wrong));
    }

    @Test
    void lengths_are_bounded() {
        assertThat(PersonName.of("张".repeat(PersonName.MAX_LENGTH)).masked()).hasSize(PersonName.MAX_LENGTH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonName.of("张".repeat(PersonName.MAX_LENGTH + 1)))
                .withMessageContaining("101");
        assertThat(AddressDetail.of("路".repeat(AddressDetail.MAX_LENGTH)).masked())
                .hasSize(AddressDetail.MAX_LENGTH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressDetail.of("路".repeat(AddressDetail.MAX_LENGTH + 1)))
                .withMessageContaining("501");
        assertThat(FreeText.of("文".repeat(FreeText.MAX_LENGTH)).length()).isEqualTo(FreeText.MAX_LENGTH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreeText.of("文".repeat(FreeText.MAX_LENGTH + 1)))
                .withMessageContaining("20001");
        assertThat(PhoneNumber.of("123" + " ".repeat(PhoneNumber.MAX_LENGTH - 4) + "4")
                        .masked())
                .isEqualTo("****");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.of("123" + " ".repeat(PhoneNumber.MAX_LENGTH) + "4"));
        assertThatIllegalArgumentException().isThrownBy(() -> FreeText.of("\uDC80"));
    }

    @Test
    void nothing_is_made_of_null() {
        assertThatNullPointerException().isThrownBy(() -> PersonName.of(nothing()));
        assertThatNullPointerException().isThrownBy(() -> PhoneNumber.of(nothing()));
        assertThatNullPointerException().isThrownBy(() -> IdNumber.of(nothing()));
        assertThatNullPointerException().isThrownBy(() -> AddressDetail.of(nothing()));
        assertThatNullPointerException().isThrownBy(() -> FreeText.of(nothing()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    @Test
    void a_free_text_prints_its_length_alone() {
        assertThat(FreeText.of("请回电")).hasToString("text of 3 characters");
        assertThat(FreeText.of("").isBlank()).isTrue();
        assertThat(FreeText.of(" \n").isBlank()).isTrue();
        assertThat(FreeText.of("a").isBlank()).isFalse();
    }

    @Test
    void an_erased_text_comes_back_erased_from_any_store() {
        FreeText erased = FreeText.ERASED;
        assertThat(erased).hasToString("erased text");
        assertThat(erased.length()).isZero();
        assertThat(erased.isBlank()).isTrue();
        assertThat(erased.isErased()).isTrue();
        assertThat(FreeText.of(erased.reveal(REQUEST).value())).isSameAs(erased);
        assertThat(FreeText.of(erased.masked()).isErased()).isTrue();
        assertThat(erased.masking(List.of(PersonName.of("erased")))).isSameAs(erased);
        assertThat(FreeText.of("").isErased()).isFalse();
    }

    @Test
    void a_reference_to_staff_is_opaque() {
        assertThat(RevealRequest.of(RevealPurpose.OTHER, "a.B_9-".repeat(10) + "abcd", AT)
                        .by())
                .hasSize(64);
        for (String wrong : List.of("", "张三", "John Smith", "a".repeat(65))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RevealRequest.of(RevealPurpose.OTHER, wrong, AT))
                    .withMessageContaining(wrong.length() + " characters")
                    .withMessageNotContainingAny("张三", "John", "aaa");
        }
    }

    @Test
    void entries_of_one_act_add_up() {
        AuditEntry name = PersonName.of("张三").reveal(REQUEST).audit();
        AuditEntry phone = PhoneNumber.of("12345").reveal(REQUEST).audit();
        AuditEntry both = phone.plus(name).plus(name);
        assertThat(both.fields()).containsExactly(PersonalField.NAME, PersonalField.PHONE);
        assertThat(both.count()).isEqualTo(3);
        AuditEntry later = PersonName.of("张三")
                .reveal(RevealRequest.of(RevealPurpose.CALL_BACK, "staff-0042", AT.plusSeconds(1)))
                .audit();
        assertThatIllegalArgumentException().isThrownBy(() -> name.plus(later));
        assertThat(AuditEntry.merge(List.of(phone, later, name, name))).containsExactly(both, later);
        assertThat(AuditEntry.merge(List.of())).isEmpty();
    }

    @Test
    void an_entry_names_a_field_and_counts_as_many_values_as_fields() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditEntry(RevealPurpose.STORE, "a", AT, Set.of(), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditEntry(
                        RevealPurpose.STORE, "a", AT, Set.of(PersonalField.NAME, PersonalField.PHONE), 1));
    }

    @Test
    void codes_are_lower_camel_and_labels_in_both_languages() {
        assertThat(Arrays.stream(PersonalField.values()).map(PersonalField::code))
                .containsExactly("name", "phone", "idNumber", "address", "text");
        assertThat(Arrays.stream(RevealPurpose.values()).map(RevealPurpose::code))
                .containsExactly(
                        "handleCase", "callBack", "verifyIdentity", "store", "lawfulRequest", "match", "other");
        assertThat(Arrays.stream(TextFinding.Kind.values()).map(TextFinding.Kind::code))
                .containsExactly("mobile", "landline", "idNumber", "email", "plate", "bankCard");
        assertThat(PersonalField.PHONE.label().zh()).isEqualTo("电话");
        assertThat(RevealPurpose.MATCH.label().zh()).isEqualTo("查重");
        assertThat(TextFinding.Kind.PLATE.label().en()).isEqualTo("number plate");
    }

    @Test
    void a_finding_has_a_first_character() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TextFinding(TextFinding.Kind.EMAIL, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TextFinding(TextFinding.Kind.EMAIL, -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextScan(List.of(new TextFinding(TextFinding.Kind.EMAIL, 0, 1)), "", List.of()));
    }

    @Test
    void a_requester_key_is_a_keyed_hash() throws java.security.GeneralSecurityException {
        byte[] secret = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(secret, "HmacSHA256"));
        String expected = java.util.HexFormat.of()
                .formatHex(mac.doFinal("phone:13812345678".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        RequesterKey key = RequesterKey.of(PhoneNumber.of("+86 138 1234 5678"), secret);
        assertThat(key.value()).isEqualTo(expected);
        assertThat(new RequesterKey(expected)).isEqualTo(key);
        assertThat(RequesterKey.of(IdNumber.of("13812345678"), secret)).isNotEqualTo(key);
        assertThat(RequesterKey.of(IdNumber.of("1234567x"), secret))
                .isEqualTo(RequesterKey.of(IdNumber.of("1234567X"), secret));
        byte[] other = secret.clone();
        other[0]++;
        assertThat(RequesterKey.of(PhoneNumber.of("13812345678"), other)).isNotEqualTo(key);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequesterKey.of(PhoneNumber.of("13812345678"), new byte[15]));
        for (String wrong : List.of("", "0".repeat(63), "A".repeat(64), "g".repeat(64))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new RequesterKey(wrong));
        }
    }
}
