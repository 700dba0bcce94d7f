package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What kind of respondent (被诉对象类型). */
public enum RespondentType implements Coded {
    /** A company. */
    COMPANY("企业", "company"),
    /** An authority or another public body. */
    PUBLIC_BODY("公共机构", "public body"),
    /** A person who acts for nobody. */
    INDIVIDUAL("个人", "individual");

    private final Label label;

    RespondentType(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
