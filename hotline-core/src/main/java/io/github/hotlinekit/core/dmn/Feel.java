package io.github.hotlinekit.core.dmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The little of FEEL, the expression language of DMN, that stands in our cells. */
final class Feel {

    static final String ANY = "-";
    static final String NULL = "null";
    private static final String SYMBOLS = "?=(),-";

    private Feel() {}

    /** A string literal. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    static String startsWith(String prefix) {
        return "starts with(?, " + quoted(prefix) + ")";
    }

    static String equalTo(String value) {
        return "? = " + quoted(value);
    }

    /** A test that one of some alternatives holds of a value that is there, or that it may be missing. */
    static String test(List<String> alternatives, boolean missing) {
        if (alternatives.isEmpty()) {
            return missing ? "? = null" : ANY;
        }
        String present = "? != null and "
                + (alternatives.size() == 1 ? alternatives.get(0) : "(" + String.join(" or ", alternatives) + ")");
        return missing ? "? = null or (" + present + ")" : present;
    }

    /** A test that the value is one of a list, or that it may be missing. */
    static String oneOf(List<String> values, boolean missing) {
        return missing || values.isEmpty()
                ? test(values.stream().map(Feel::equalTo).toList(), missing)
                : values.stream().map(Feel::quoted).collect(Collectors.joining(","));
    }

    /**
     * What a cell of an input asks.
     *
     * @param any nothing
     * @param listed whether it is a plain list of values
     * @param equal the values it may be equal to
     * @param prefixes the texts it may begin with
     * @param missing whether it may be missing
     */
    record Test(boolean any, boolean listed, List<String> equal, List<String> prefixes, boolean missing) {}

    /** Reads a cell of an input; empty if it is none of the above. A blank cell asks nothing, as editors leave it. */
    static Optional<Test> parse(String cell) {
        return tokens(cell).flatMap(tokens -> new Parser(tokens).parse());
    }

    /** Reads a literal: the text of a string, or the empty text for null; empty if it is neither. */
    static Optional<Optional<String>> literal(String cell) {
        return tokens(cell).filter(tokens -> tokens.size() == 1).flatMap(tokens -> {
            Token token = tokens.getFirst();
            return token.string()
                    ? Optional.of(Optional.of(token.text()))
                    : token.text().equals(NULL) ? Optional.of(Optional.empty()) : Optional.empty();
        });
    }

    private record Token(boolean string, String text) {}

    private static Optional<Deque<Token>> tokens(String text) {
        Deque<Token> tokens = new ArrayDeque<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                StringBuilder value = new StringBuilder();
                int end = string(text, at, value);
                if (end < 0) {
                    return Optional.empty();
                }
                tokens.add(new Token(true, value.toString()));
                at = end;
            } else if (isLetter(c)) {
                int end = at;
                while (end < text.length() && isLetter(text.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(false, text.substring(at, end)));
                at = end;
            } else if (text.startsWith("!=", at)) {
                tokens.add(new Token(false, "!="));
                at += 2;
            } else if (SYMBOLS.indexOf(c) >= 0) {
                tokens.add(new Token(false, String.valueOf(c)));
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(tokens);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Reads a string literal, and gives where it ends, exclusive, or -1 if it does not. */
    private static int string(String text, int start, StringBuilder value) {
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c != '\\') {
                value.append(c);
                at++;
                continue;
            }
            char escape = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            int plain = "\"\\'nrt".indexOf(escape);
            if (plain >= 0) {
                value.append("\"\\'\n\r\t".charAt(plain));
                at += 2;
            } else if (escape == 'u' && at + 6 <= text.length() && isHex(text.substring(at + 2, at + 6))) {
                value.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                at += 6;
            } else {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isHex(String digits) {
        return digits.toLowerCase(Locale.ROOT).chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** By the grammar that {@link Feel#test} and {@link Feel#oneOf} write; nothing nests, so nothing recurs. */
    private static final class Parser {
        private final Deque<Token> tokens;
        private final List<String> equal = new ArrayList<>();
        private final List<String> prefixes = new ArrayList<>();

        Parser(Deque<Token> tokens) {
            this.tokens = tokens;
        }

        Optional<Test> parse() {
            if (tokens.isEmpty() || accept("-")) {
                return ended(true, new Test(true, false, List.of(), List.of(), false));
            }
            if (accept("?", "=", NULL)) {
                boolean whole = tokens.isEmpty() || (accept("or", "(") && present() && accept(")"));
                return ended(whole, new Test(false, false, equal, prefixes, true));
            }
            if (accept("?", "!=", NULL, "and")) {
                return ended(alternatives(), new Test(false, false, equal, prefixes, false));
            }
            return list();
        }

        private Optional<Test> ended(boolean whole, Test test) {
            return whole && tokens.isEmpty() ? Optional.of(test) : Optional.empty();
        }

        private boolean present() {
            return accept("?", "!=", NULL, "and") && alternatives();
        }

        private boolean alternatives() {
            if (!accept("(")) {
                return alternative();
            }
            boolean well = alternative();
            while (well && accept("or")) {
                well = alternative();
            }
            return well && accept(")");
        }

        private boolean alternative() {
            return accept("?", "=")
                    ? string(equal)
                    : accept("starts", "with", "(", "?", ",") && string(prefixes) && accept(")");
        }

        private Optional<Test> list() {
            int nulls = 0;
            do {
                if (accept(NULL)) {
                    nulls++;
                } else if (!string(equal)) {
                    return Optional.empty();
                }
            } while (accept(","));
            return ended(nulls <= 1, new Test(false, true, equal, prefixes, nulls == 1));
        }

        private boolean string(List<String> values) {
            Token next = tokens.peek();
            if (next == null || !next.string()) {
                return false;
            }
            values.add(tokens.remove().text());
            return true;
        }

        private boolean accept(String... texts) {
            Iterator<Token> next = tokens.iterator();
            for (String text : texts) {
                if (!next.hasNext() || !next.next().equals(new Token(false, text))) {
                    return false;
                }
            }
            for (int i = 0; i < texts.length; i++) {
                tokens.remove();
            }
            return true;
        }
    }
}
