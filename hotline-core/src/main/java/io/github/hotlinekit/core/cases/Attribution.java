package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What a demand comes from (归因). */
public enum Attribution implements Coded {
    /** What the administration did or left undone. */
    ADMINISTRATION("政府管理", "administration"),
    /** What a company did or left undone. */
    COMPANY("企业经营", "company"),
    /** What citizens did. */
    CITIZENS("市民自身行为", "citizens’ own conduct"),
    /** Weather and other natural causes. */
    NATURE("自然原因", "nature"),
    /** Something left over from long ago. */
    LEGACY("历史遗留", "legacy"),
    /** Something else. */
    OTHER("其他", "other");

    private final Label label;

    Attribution(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
