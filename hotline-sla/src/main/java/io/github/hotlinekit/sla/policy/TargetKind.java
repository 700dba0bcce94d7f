package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.language.Label;

/** What a time limit is for. */
public enum TargetKind {
    /** Completion (办结): the reply, or the closing without one. */
    COMPLETE("办结", "complete", "complete"),
    /** Sign-for (签收) by the department. */
    SIGN_FOR("签收", "sign for", "signFor"),
    /** The window for giving a case back to the hotline (退单时限): after it the department keeps the case. */
    RETURN("退单", "return", "return"),
    /** The first talk with the citizen (首次联系). */
    FIRST_CONTACT("首次联系", "first contact", "firstContact"),
    /** The callback (回访): from the reply. */
    CALLBACK("回访", "callback", "callback"),
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
