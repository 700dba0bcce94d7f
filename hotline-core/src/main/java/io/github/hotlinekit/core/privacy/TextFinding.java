package io.github.hotlinekit.core.privacy;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import java.util.Objects;

/**
 * Where in a text something stands that tells who a person is.
 *
 * @param kind what it looks like
 * @param start its first char, in UTF-16 units from 0
 * @param end the char after its last
 */
public record TextFinding(Kind kind, int start, int end) {

    /** What is looked for in a text. */
    public enum Kind implements Coded {
        /** A mobile number of mainland China. */
        MOBILE("手机号码", "mobile number"),
        /** A landline number with its area code. */
        LANDLINE("固定电话", "landline number"),
        /** A number of a Chinese identity card. */
        ID_NUMBER("身份证号码", "ID number"),
        /** An e-mail address. */
        EMAIL("电子邮箱", "e-mail address"),
        /** A number plate of a vehicle. */
        PLATE("车牌号码", "number plate"),
        /** A number of a bank card. */
        BANK_CARD("银行卡号", "bank card number");

        private final Label label;

        Kind(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the end is not after the start, or the start is negative
     */
    public TextFinding {
        Objects.requireNonNull(kind, "kind");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "end must be after start, and start at least 0, but they were " + end + " and " + start);
        }
    }
}
