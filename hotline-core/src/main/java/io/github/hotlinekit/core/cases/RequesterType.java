package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Who raises a demand, by type. */
public enum RequesterType implements Coded {
    /** Lives in the city. */
    RESIDENT("本地居民", "resident"),
    /** Works in the city and comes from elsewhere. */
    MIGRANT_WORKER("外来务工人员", "migrant worker"),
    /** Visits the city. */
    VISITOR("来访游客", "visitor"),
    /** Does business. */
    BUSINESS("企业商户", "business"),
    /** Speaks for a public body. */
    PUBLIC_BODY("公共机构", "public body"),
    /** Not known. */
    UNKNOWN("未知", "unknown");

    private final Label label;

    RequesterType(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
