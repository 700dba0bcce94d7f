package io.github.hotlinekit.core.privacy;

import java.util.Locale;

/** The names of enum constants in documents. */
final class Codes {

    private Codes() {}

    /** The name in lower camel case: {@code ID_NUMBER} is {@code idNumber}. */
    static String of(Enum<?> constant) {
        StringBuilder code = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            code.append(code.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return code.toString();
    }
}
