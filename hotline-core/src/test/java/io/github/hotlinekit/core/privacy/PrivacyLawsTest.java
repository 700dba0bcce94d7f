package io.github.hotlinekit.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.privacy.TextFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrivacyLawsTest {

    private static final RevealRequest REQUEST = RevealRequest.of(RevealPurpose.OTHER, "test", Instant.EPOCH);
    private static final List<Function<String, PersonalData>> FACTORIES =
            List.of(PersonName::of, PhoneNumber::of, IdNumber::of, AddressDetail::of, FreeText::of);

    /** Pieces that texts are made of, many of them wrong, cut or masked already. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        4,
                        Arbitraries.of(
                                "138", "1234", "5678", "0595", "0591", "8856", "86", "+86", "0086", "12", "1", "3")),
                net.jqwik.api.Tuple.of(
                        4,
                        Arbitraries.of(
                                " ", "-", "(", ")", "　", "－", "*", "**", "***", "****", "*****", ",", "。", "\u200B",
                                "\n")),
                net.jqwik.api.Tuple.of(
                        3, Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(19)),
                net.jqwik.api.Tuple.of(
                        3,
                        Arbitraries.of(
                                "13812345678",
                                "0595-88561234",
                                "059588561234",
                                "350581199001011234",
                                "35058119900101123X",
                                "350581900101123",
                                "4111111111111111",
                                "zhangsan@qq.com",
                                "13812345678@qq.com",
                                "闽C12345",
                                "闽CD1234")),
                net.jqwik.api.Tuple.of(
                        2, Arbitraries.of("闽", "C", "京A", "@", "a@", "@qq.com", ".", "x", "X", "学", "·")),
                net.jqwik.api.Tuple.of(2, Arbitraries.of("一", "三", "八", "幺", "〇", "①", "²", "一三八一二三四五六七八")),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("电话", "🙂", "\uD800", "\uDC00", "𝟏", "１", "é", "张三", "王")));
        return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> plainTexts() {
        return Arbitraries.of(
                        "13812345678",
                        "18600001111",
                        "350581199001011234",
                        "11010519491231002X",
                        "电话",
                        "是，",
                        "a",
                        "；",
                        "12345678",
                        "张",
                        "号")
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(3).ofMaxLength(20);
        return Arbitraries.oneOf(
                digits,
                digits.map(d -> "+" + d),
                digits.map(d -> "138" + d.substring(0, 3) + "45678"),
                digits.map(d -> "0595-8856" + d.substring(0, 3)));
    }

    @Property(tries = 20_000)
    void scanning_a_masked_text_finds_nothing(@ForAll("texts") String text) {
        TextScan scan = TextScanner.scan(text);
        assertThat(TextScanner.scan(scan.masked())).isEqualTo(new TextScan(List.of(), scan.masked(), List.of()));
    }

    @Property
    void findings_lie_in_order_and_do_not_overlap(@ForAll("texts") String text) {
        TextScan scan = TextScanner.scan(text);
        for (List<TextFinding> findings : List.of(scan.findings(), scan.maskedFindings())) {
            int end = 0;
            for (TextFinding finding : findings) {
                assertThat(finding.start()).isGreaterThanOrEqualTo(end);
                end = finding.end();
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
        }
        assertThat(scan.maskedFindings())
                .extracting(TextFinding::kind)
                .isEqualTo(scan.findings().stream().map(TextFinding::kind).toList());
    }

    @Property
    void text_outside_findings_is_unchanged(@ForAll("texts") String text) {
        TextScan scan = TextScanner.scan(text);
        assertThat(outside(scan.masked(), scan.maskedFindings())).isEqualTo(outside(text, scan.findings()));
        assertThat(scan.masked().length()).isLessThanOrEqualTo(text.length());
    }

    private static List<String> outside(String text, List<TextFinding> findings) {
        List<String> parts = new ArrayList<>();
        int done = 0;
        for (TextFinding finding : findings) {
            parts.add(text.substring(done, finding.start()));
            done = finding.end();
        }
        parts.add(text.substring(done));
        return parts;
    }

    @Property
    void a_mask_in_a_text_keeps_no_run_of_more_than_four_digits(@ForAll("texts") String text) {
        TextScan scan = TextScanner.scan(text);
        for (TextFinding finding : scan.maskedFindings()) {
            if (finding.kind() != Kind.EMAIL) {
                assertThat(scan.masked().substring(finding.start(), finding.end()))
                        .doesNotContainPattern("[0-9]{5}")
                        .contains("*");
            }
        }
    }

    /** Texts where a number stands alone, as a regular expression sees it. */
    @Property
    void simple_numbers_are_those_that_a_regular_expression_finds(@ForAll("plainTexts") String text) {
        Pattern naive = Pattern.compile(
                "(?<![0-9])(?:1[3-9][0-9]{9}(?![0-9])"
                        + "|[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?:[0-9](?![0-9])|X))");
        List<TextFinding> expected = new ArrayList<>();
        Matcher matcher = naive.matcher(text);
        while (matcher.find()) {
            Kind kind = matcher.end() - matcher.start() == 11 ? Kind.MOBILE : Kind.ID_NUMBER;
            expected.add(new TextFinding(kind, matcher.start(), matcher.end()));
        }
        assertThat(TextScanner.scan(text).findings().stream()
                        .filter(f -> f.end() - f.start() == 11 || f.end() - f.start() == 18)
                        .filter(f -> f.kind() != Kind.BANK_CARD)
                        .toList())
                .isEqualTo(expected);
    }

    @Property
    void masking_keeps_no_run_of_more_than_four_digits_of_a_number(@ForAll("numbers") String number) {
        String masked = PhoneNumber.of(number).masked();
        assertThat(masked).doesNotContainPattern("[0-9]{5}").contains("*");
        assertThat(masked.chars().filter(Character::isDigit).count()).isLessThanOrEqualTo(7);
        String id = number.replaceAll("[^0-9]", "") + "1234";
        assertThat(IdNumber.of(id).masked()).hasSameSizeAs(id).doesNotContainPattern("[0-9]{5}");
    }

    @Property
    void a_masked_address_holds_no_digit(@ForAll("texts") String house) {
        String address = "玉湖社区" + house.replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
        assertThat(AddressDetail.of(address).masked()).doesNotContainPattern("[0-9０-９]");
    }

    @Property
    void masking_leaves_nothing_known_in_a_text(@ForAll("texts") String before, @ForAll("texts") String after) {
        List<PersonalData> known = List.of(
                PersonName.of("李四光"),
                PhoneNumber.of("13700001111"),
                PhoneNumber.of("0595-22221111"),
                IdNumber.of("G87654321"),
                AddressDetail.of("子芳路77号6栋"));
        for (PersonalData data : known) {
            String value = data.reveal(REQUEST).value();
            String text = (before + value + after).replaceAll("\\p{Cs}", "");
            FreeText masked = FreeText.of(text).masking(known);
            String shown = masked.reveal(REQUEST).value();
            assertThat(shown.replaceAll("[-()（）－ 　]", "").toUpperCase(Locale.ROOT))
                    .doesNotContain(value.replace("-", ""));
            assertThat(masked.scan().findings()).isEmpty();
            assertThat(masked.masked()).isEqualTo(shown);
            assertThat(masked.length()).isLessThanOrEqualTo(text.length());
        }
    }

    @Property
    void an_exception_never_carries_the_value(@ForAll("texts") String text, @ForAll char odd) {
        for (Function<String, PersonalData> factory : FACTORIES) {
            for (String value : List.of(text + "\u0001" + odd, text.repeat(60) + "\uD800", "密" + text)) {
                try {
                    assertThat(factory.apply(value)).isNotNull();
                } catch (IllegalArgumentException e) {
                    assertThat(e.getMessage()).doesNotContain(value).doesNotContain("密");
                    if (text.strip().length() > 4) {
                        assertThat(e.getMessage()).doesNotContain(text.strip());
                    }
                    assertThat(e.getCause()).isNull();
                }
            }
        }
    }

    @Property
    void equal_numbers_have_equal_masks_and_keys(@ForAll("numbers") String number) {
        PhoneNumber one = PhoneNumber.of(number);
        PhoneNumber other = PhoneNumber.of(number.replace("-", "－").replaceAll("([0-9])([0-9])", "$1 $2"));
        byte[] secret = new byte[RequesterKey.MIN_SECRET_LENGTH];
        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(other.masked()).isEqualTo(one.masked());
        assertThat(RequesterKey.of(other, secret)).isEqualTo(RequesterKey.of(one, secret));
    }
}
