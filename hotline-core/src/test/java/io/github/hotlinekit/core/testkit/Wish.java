package io.github.hotlinekit.core.testkit;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;

/**
 * A command and who wants it when.
 *
 * @param command the command
 * @param context who and when
 */
public record Wish(CaseCommand command, CommandContext context) {

    /**
     * What comes of it.
     *
     * @param lifecycle the rules
     * @param subject the case
     * @return the decision
     */
    public Decision decide(CaseLifecycle lifecycle, Case subject) {
        return lifecycle.decide(subject, command, context);
    }
}
