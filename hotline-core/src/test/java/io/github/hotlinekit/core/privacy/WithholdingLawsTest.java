package io.github.hotlinekit.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WithholdingLawsTest {

    private static final RevealRequest REQUEST = RevealRequest.of(RevealPurpose.OTHER, "auditor-1", Instant.EPOCH);
    private static final List<PersonalData> KNOWN = List.of(
            PersonName.of("欧阳青衫"),
            PhoneNumber.of("13987654321"),
            IdNumber.of("350581199003071234"),
            AddressDetail.of("石狮市湖滨街道玉湖社区长虹路88号3栋1201室"));

    @Test
    void neither_a_surname_nor_the_end_of_a_number_is_left() {
        FreeText text = FreeText.of("我叫欧阳青衫，电话139-8765-4321，证件350581199003071234，住长虹路88号3栋1201室");
        assertThat(text.withholding(KNOWN).reveal(REQUEST).value())
                .isEqualTo("我叫****，电话" + "*".repeat(13) + "，证件" + "*".repeat(18) + "，住长虹路" + "*".repeat(10));
    }

    @Test
    void an_erased_text_stays_erased() {
        assertThat(FreeText.ERASED.withholding(KNOWN)).isEqualTo(FreeText.ERASED);
    }

    @Property(tries = 2000)
    void what_was_withheld_is_not_longer_and_a_scan_finds_nothing_in_it(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = '0', to = '9')
                    @Chars({'欧', '阳', '青', '衫', '号', '栋', ' ', '-', '*', 'X', '@', '.', '闽', 'C'})
                    String text) {
        FreeText withheld = FreeText.of(text).withholding(KNOWN);
        assertThat(withheld.length()).isLessThanOrEqualTo(text.length());
        assertThat(withheld.scan().findings()).isEmpty();
        assertThat(withheld.withholding(List.of())).isEqualTo(withheld);
    }
}
