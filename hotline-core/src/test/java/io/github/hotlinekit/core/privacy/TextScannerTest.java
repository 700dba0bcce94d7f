package io.github.hotlinekit.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.hotlinekit.core.privacy.TextFinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScannerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "请回电13812345678谢谢 | 请回电138****5678谢谢",
                "tel13812345678 | tel138****5678",
                "138 1234 5678 | 138****5678",
                "138-1234-5678 | 138****5678",
                "138－1234－5678 | 138****5678",
                "138　1234　5678 | 138****5678",
                "1 3 8 1 2 3 4 5 6 7 8 | 138****5678",
                "（138）12345678。 | 138****5678。",
                "+86 138 1234 5678 | 138****5678",
                "(+86)13812345678 | 138****5678",
                "+8613812345678 | 138****5678",
                "008613812345678 | 138****5678",
                "013812345678 | 138****5678",
                "１３８１２３４５６７８ | 138****5678",
                "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 | 138****5678",
                "138\u200B1234\u200B5678 | 138****5678",
                "电话一三八一二三四五六七八。 | 电话138****5678。",
                "幺三八幺二三四五六七八 | 138****5678",
                "一 三 八 一二三四 五六七八 | 138****5678",
                "138一二三四五六七八 | 138****5678",
                "周一13812345678 | 周一138****5678",
                "①13812345678 ②13912345678 | ①138****5678 ②139****5678",
                "13812345678² | 138****5678²",
                "13812345678 13912345678 | 138****5678 139****5678",
                "13812345678/13912345678 | 138****5678/139****5678",
                "12345转13812345678 | 12345转138****5678",
                "**13812345678** | **138****5678**",
                "*138 1234 5678* | *138****5678*",
            })
    void mobile_numbers_are_found(String text, String masked) {
        assertThat(TextScanner.scan(text).masked()).isEqualTo(masked);
        assertThat(TextScanner.scan(text).findings())
                .extracting(TextFinding::kind)
                .containsOnly(Kind.MOBILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "电话0595-88561234 | 电话0595-******34",
                "(0595)88561234 | 0595-******34",
                "（0595） 8856 1234 | 0595-******34",
                "059588561234 | 0595******34",
                "05958856123 | 0595*****23",
                "010-62345678 | 010-******78",
                "021 6234-5678 | 021-******78",
                "０５９５－８８５６１２３４ | 0595-******34",
                "零五九五八八五六一二三四 | 0595******34",
                "0595-88561234转801 | 0595-******34转801",
                "+86 595 88561234 | ***********34",
                "008659588561234 | *************34",
            })
    void landline_numbers_are_found(String text, String masked) {
        assertThat(TextScanner.scan(text).masked()).isEqualTo(masked);
        assertThat(TextScanner.scan(text).findings())
                .extracting(TextFinding::kind)
                .containsOnly(Kind.LANDLINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "身份证350581199001011234 | 身份证**************1234",
                "11010519491231002X | **************002X",
                "11010519491231002x, | **************002x,",
                "１１０１０５１９４９１２３１００２Ｘ | **************002X",
                "350581 19900101 1234 | **************1234",
                "350581-1990-0101-1234 | **************1234",
                "350581 19900101 123 X | **************123X",
                "35058119901399123X | **************123X",
                "350581900101123 | *************23",
                "350581 900101 123 | *************23",
            })
    void id_numbers_are_found(String text, String masked) {
        assertThat(TextScanner.scan(text).masked()).isEqualTo(masked);
        assertThat(TextScanner.scan(text).findings())
                .extracting(TextFinding::kind)
                .containsOnly(Kind.ID_NUMBER);
    }

    @Test
    void a_right_check_digit_makes_an_id_number_of_an_implausible_date() {
        String body = "11010519491331002";
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        for (char check : "0123456789".toCharArray()) {
            boolean right = "10X98765432".charAt(sum % 11) == check;
            assertThat(TextScanner.scan(body + check).findings().size()).isEqualTo(right ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL | 邮箱zhangsan@qq.com。 | 邮箱z***@qq.com。",
                "EMAIL | ab@mail.example.com.cn | a*@mail.example.com.cn",
                "EMAIL | a@qq.com | *@qq.com",
                "EMAIL | 13812345678@139.com | 1***@139.com",
                "EMAIL | zhang.san+1@qq.com.后 | z***@qq.com.后",
                "EMAIL | ｚｈａｎｇ＠ｑｑ．ｃｏｍ | z***＠ｑｑ．ｃｏｍ",
                "PLATE | 车牌闽C12345停在 | 车牌闽C***45停在",
                "PLATE | 闽C·12345 | 闽C***45",
                "PLATE | 闽CD12345 | 闽C****45",
                "PLATE | 闽c1234学 | 闽c***4学",
                "PLATE | 闽C12B4D | 闽C***4D",
                "BANK_CARD | 卡号4111111111111111 | 卡号************1111",
                "BANK_CARD | 4111 1111 1111 1111 | ************1111",
                "BANK_CARD | 6222 0212 3456 7890 128 | ***************0128",
            })
    void mail_addresses_plates_and_cards_are_found(Kind kind, String text, String masked) {
        assertThat(TextScanner.scan(text).masked()).isEqualTo(masked);
        assertThat(TextScanner.scan(text).findings())
                .extracting(TextFinding::kind)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "工单GD20260918001已办结",
                "GD202609180010012345",
                "2026-09-18 13:25:10",
                "2026年9月18日至2026年10月8日",
                "20260918",
                "2026-09-18 2026-10-08",
                "价格13,812,345,678.00元",
                "共150000元",
                "拨打12345、110、96110",
                "0595-12345",
                "12345678901",
                "88561234",
                "23812345678",
                "138123456789",
                "1381234567",
                "138.1234.5678",
                "4111111111111112",
                "350581197813991237",
                "二〇二六年九月十八日",
                "一二三四五六七八九",
                "a@b",
                "@qq.com",
                "云A计划",
                "新APPLICATION",
                "闽D20260918001",
                "什么都没有",
                "138****5678",
                "🙂\uD83D",
            })
    void what_is_nobodys_is_left_alone(String text) {
        assertThat(TextScanner.scan(text)).isEqualTo(new TextScan(List.of(), text, List.of()));
    }

    @Test
    void offsets_are_those_of_the_original_and_of_the_mask() {
        String text = "🙂电话𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖，邮箱zhangsan@qq.com🙂";
        TextScan scan = TextScanner.scan(text);
        assertThat(scan.masked()).isEqualTo("🙂电话138****5678，邮箱z***@qq.com🙂");
        assertThat(scan.findings())
                .containsExactly(new TextFinding(Kind.MOBILE, 4, 26), new TextFinding(Kind.EMAIL, 29, 44));
        assertThat(scan.maskedFindings())
                .containsExactly(new TextFinding(Kind.MOBILE, 4, 15), new TextFinding(Kind.EMAIL, 18, 29));
    }

    @Test
    void findings_that_cut_into_each_other_are_masked_wholly() {
        assertThat(TextScanner.scan("0595 138 1234 5678").masked()).isEqualTo("*".repeat(18));
        assertThat(TextScanner.scan("a@13812345678.com").masked()).isEqualTo("*".repeat(17));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "张三丰说张三 丰家 | 张**说张**家",
                "JOHN  SMITH and johnsmith | J*** and J***",
                "住石狮市玉湖社区12号楼301室 | 住石狮市玉湖社区**",
                "住１２号楼３０１室 | 住**",
                "电话8856 1234或0595 88561234 | 电话******34或0595-******34",
                "号码6688,66881 | 号码****,66881",
                "护照E 1234-5678x | 护照*****5678x",
                "护照e12345678 | 护照*****5678",
                "邮箱a@张三丰.com | 邮箱a@张**.com",
                "又13912345678 | 又139****5678",
            })
    void known_data_is_masked_in_every_writing(String text, String masked) {
        List<PersonalData> known = List.of(
                PersonName.of("张三丰"),
                PersonName.of("John Smith"),
                PhoneNumber.of("0595-88561234"),
                PhoneNumber.of("6688"),
                IdNumber.of("E12345678"),
                AddressDetail.of("石狮市玉湖社区12号楼301室"),
                FreeText.of("说"));
        assertThat(reveal(FreeText.of(text).masking(known))).isEqualTo(masked);
    }

    @Test
    void a_name_within_a_longer_known_datum_goes_with_all_of_it() {
        List<PersonalData> known = List.of(PersonName.of("张三"), AddressDetail.of("张三路5号"), PersonName.of("张"));
        assertThat(reveal(FreeText.of("住张三路5号").masking(known))).isEqualTo("住*****");
        assertThat(reveal(FreeText.of("mail x@zhang.com").masking(List.of(PersonName.of("Zhang")))))
                .isEqualTo("mail ***********");
    }

    @Test
    void nothing_is_scanned_of_null() {
        assertThatNullPointerException().isThrownBy(() -> TextScanner.scan(nothing()));
        assertThatNullPointerException().isThrownBy(() -> FreeText.of("a").masking(nothing()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    private static String reveal(FreeText text) {
        return text.reveal(RevealRequest.of(RevealPurpose.OTHER, "test", java.time.Instant.EPOCH))
                .value();
    }
}
