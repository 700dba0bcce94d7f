package io.github.hotlinekit.core.disclosure;

import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Who looks at a case. */
public enum Audience implements Coded {
    /** The citizen, at his own case. */
    CITIZEN("诉求人", "citizen", Visibility.CITIZEN),
    /** A department that has the case, or had it (承办单位). */
    DEPARTMENT("承办单位", "department", Visibility.DEPARTMENTS),
    /** The hotline (热线). */
    HOTLINE("热线", "hotline", Visibility.HOTLINE),
    /** Who supervises departments and hotline (督办). */
    SUPERVISOR("督办", "supervisor", Visibility.HOTLINE),
    /** Everybody (公众). */
    PUBLIC("公众", "public", Visibility.PUBLIC);

    private final Label label;
    private final Visibility least;

    Audience(String zh, String en, Visibility least) {
        this.label = Label.of(zh, en);
        this.least = least;
    }

    @Override
    public Label label() {
        return label;
    }

    /** Whether what is visible to some is visible to this audience: each visibility includes those before it. */
    boolean sees(Visibility visibility) {
        return visibility.compareTo(least) >= 0;
    }

    static Audience of(Role role) {
        return switch (role) {
            case CITIZEN -> CITIZEN;
            case DEPARTMENT_CLERK, DEPARTMENT_LEAD, HANDLER -> DEPARTMENT;
            case SUPERVISOR -> SUPERVISOR;
            case AGENT, DISPATCHER, REVIEWER, CALLBACK_AGENT, ARBITER, ARCHIVIST, SYSTEM -> HOTLINE;
        };
    }
}
