package io.github.hotlinekit.core.privacy;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** The kinds of personal data, as an audit trail names them. */
public enum PersonalField implements Coded {
    /** A name. */
    NAME("姓名", "name"),
    /** A telephone number. */
    PHONE("电话", "phone number"),
    /** The number of an identity document. */
    ID_NUMBER("证件号码", "ID number"),
    /** An address, down to house and room. */
    ADDRESS("详细地址", "detailed address"),
    /** A text that may hold any of the others. */
    TEXT("文本", "text");

    private final Label label;

    PersonalField(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
