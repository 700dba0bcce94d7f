package io.github.hotlinekit.core.privacy;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** What personal data is revealed for. */
public enum RevealPurpose implements Coded {
    /** Handling the case. */
    HANDLE_CASE("办理", "handling the case"),
    /** Calling the citizen back. */
    CALL_BACK("回访", "calling back"),
    /** Making sure who somebody is. */
    VERIFY_IDENTITY("核实身份", "verifying identity"),
    /** Writing the value to the host's own protected store. */
    STORE("存储", "storing"),
    /** An authority asks for it by law. */
    LAWFUL_REQUEST("依法调取", "lawful request"),
    /** Finding out whether two demands are one. */
    MATCH("查重", "finding duplicates"),
    /** None of the others. */
    OTHER("其他", "other");

    private final Label label;

    RevealPurpose(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
