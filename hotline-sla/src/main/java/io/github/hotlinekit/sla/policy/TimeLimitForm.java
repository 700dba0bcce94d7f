package io.github.hotlinekit.sla.policy;

import java.util.regex.Pattern;

/** The form of a limit as text, kept out of the public interface. */
final class TimeLimitForm {

    static final Pattern PATTERN = Pattern.compile("(0|[1-9][0-9]{0,7})(wd|wh|wm|d|h|mo|m)");

    private TimeLimitForm() {}
}
