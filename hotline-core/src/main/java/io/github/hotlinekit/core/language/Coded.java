package io.github.hotlinekit.core.language;

import java.util.Locale;

/** A constant with a stable name in documents and a label for people. Implemented by enums. */
public interface Coded {

    /**
     * Its name in Java.
     *
     * @return the name, such as {@code SIGN_FOR}
     */
    String name();

    /**
     * Its name in both languages.
     *
     * @return the label
     */
    Label label();

    /**
     * Its name in documents: the Java name in lower camel case.
     *
     * @return the name, such as {@code signFor}
     */
    default String code() {
        StringBuilder code = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            code.append(code.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return code.toString();
    }
}
