package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.language.Label;

/** What a time limit is for, and so on which clock it runs. */
public enum TargetKind {
    /** Completion (办结), on the citizen's clock: from receipt, and never started anew. */
    COMPLETE("办结", "complete", "complete"),
    /** Sign-for (签收), on a department's clock: from the dispatch to it. */
    SIGN_FOR("签收", "sign for", "signFor"),
    /** What the source of an imported case promised; never in a policy. */
    PROMISE("来源承诺", "source's promise", "promise");

    private final Label label;
    private final String code;

    TargetKind(String zh, String en, String code) {
        this.label = Label.of(zh, en);
        this.code = code;
    }

    /**
     * Its name in both languages.
     *
     * @return the label
     */
    public Label label() {
        return label;
    }

    /**
     * Its name in documents.
     *
     * @return such as {@code signFor}
     */
    public String code() {
        return code;
    }
}
