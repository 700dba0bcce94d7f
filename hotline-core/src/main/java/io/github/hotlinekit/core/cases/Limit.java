package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import java.util.EnumSet;
import java.util.Set;

/** How often something may be done, where a {@link LifecyclePolicy} says so. */
public enum Limit implements Coded {
    /** How often the lead may return the case. */
    RETURNS("退单次数", "returns", EnumSet.of(Act.RETURN)),
    /** How often the case may be given to a lead, rulings aside. */
    DISPATCHES("派单次数", "dispatches", EnumSet.of(Act.DISPATCH, Act.REDISPATCH)),
    /** How many extensions may be granted. */
    EXTENSIONS("延期次数", "extensions", EnumSet.of(Act.ASK_EXTENSION, Act.GRANT_EXTENSION)),
    /** How often the clock may be stopped. */
    SUSPENSIONS("挂起次数", "suspensions", EnumSet.of(Act.SUSPEND)),
    /** How often the case may be taken up again, before or after closing. */
    REOPENINGS("重办次数", "reopenings", EnumSet.of(Act.REOPEN, Act.REOPEN_CLOSED)),
    /** How often a reply may be sent back. */
    REWORKS("审核退回次数", "reworks", EnumSet.of(Act.SEND_BACK)),
    /** How often the citizen may be called in vain after one reply. */
    CALLBACK_ATTEMPTS("回访尝试次数", "callback attempts", EnumSet.of(Act.ATTEMPT_CALLBACK));

    private final Label label;
    private final Set<Act> acts;

    Limit(String zh, String en, Set<Act> acts) {
        this.label = Label.of(zh, en);
        this.acts = Set.copyOf(acts);
    }

    @Override
    public Label label() {
        return label;
    }

    /**
     * The acts that it limits.
     *
     * @return an unmodifiable set
     */
    public Set<Act> acts() {
        return acts;
    }

    /** How often it was done so far. */
    int count(Case subject) {
        return switch (this) {
            case RETURNS -> subject.returns();
            case DISPATCHES -> subject.standing().handover().dispatches();
            case EXTENSIONS -> subject.extensions().size();
            case SUSPENSIONS -> subject.suspensions().size();
            case REOPENINGS -> subject.reopenings();
            case REWORKS -> subject.reworks();
            case CALLBACK_ATTEMPTS -> subject.standing().result().attempts();
        };
    }
}
