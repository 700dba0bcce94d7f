package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** How grave a finding is. */
public enum Severity implements Coded {
    /** The rules do not say what their authors meant. */
    ERROR("错误", "error"),
    /** They may not. */
    WARNING("警告", "warning"),
    /** They may well, and it is worth knowing. */
    INFO("提示", "info");

    private final Label label;

    Severity(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
