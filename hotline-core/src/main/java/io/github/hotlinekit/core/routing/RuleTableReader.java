package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.document.Csv;
import io.github.hotlinekit.core.document.CsvHandler;
import io.github.hotlinekit.core.document.CsvRow;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.JsonPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of a section from a decision table. */
final class RuleTableReader {

    /** The columns, in the order in which they are written. */
    static final List<String> COLUMNS = List.of(
            "rule",
            "title",
            "category",
            "area",
            "kind",
            "channel",
            "priority",
            "requester",
            "day_type",
            "keywords",
            "keywords_all",
            "keywords_none",
            "time",
            "lead",
            "assist",
            "outcome",
            "from",
            "to",
            "basis");

    /** What a cell has that says nothing. */
    static final String ANY = "-";

    private static final String FORMULA = "=+@-'";

    private final Problems problems;
    private final String section;
    private final SectionPolicy policy;
    private final RuleParts parts;
    private final int maxRules;
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final int[] rows = new int[1];

    private RuleTableReader(Problems problems, String section, SectionPolicy policy, RuleParts parts, int maxRules) {
        this.problems = problems;
        this.section = section;
        this.policy = policy;
        this.parts = parts;
        this.maxRules = maxRules;
    }

    /** The rules; what is wrong is in the problems, and then they are not all there. */
    static List<Rule> read(
            Problems problems, InputStream in, String section, SectionPolicy policy, RuleParts parts, int maxRules)
            throws IOException {
        RuleTableReader reader = new RuleTableReader(problems, section, policy, parts, maxRules);
        try {
            reader.read(in);
        } catch (InvalidDocumentException e) {
            return List.of(); // so many problems that reading ended; all of them are kept
        }
        return reader.rules;
    }

    private void read(InputStream in) throws IOException {
        Uncommented text = new Uncommented(Utf8.reader(in));
        Csv.read(problems.source(), text, new CsvHandler() {
            @Override
            public void header(CsvRow header) {
                RuleTableReader.this.header(header);
            }

            @Override
            public void row(CsvRow row) {
                if (!row.cell(0).startsWith("#")) {
                    RuleTableReader.this.row(row);
                }
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        });
        if (text.isTooLong()) {
            problems.add(
                    new Place.Position(1, 1), "LIMIT_EXCEEDED", "", "at most " + JsonPart.MAX_DOCUMENT + " characters");
        }
        if (rows[0] == 0 && problems.isEmpty()) {
            problems.add(
                    new Place.Position(1, 1),
                    "EMPTY_DOCUMENT",
                    "",
                    "a header with columns of " + COLUMNS + " and a rule");
        }
    }

    private void header(CsvRow header) {
        for (int i = 0; i < header.size(); i++) {
            String name = header.cell(i).strip();
            Place place = new Place.Cell(header.line(), i + 1, name);
            if (!COLUMNS.contains(name)) {
                problems.add(place, "UNKNOWN_COLUMN", name, "one of " + COLUMNS + Suggestion.hint(name, COLUMNS));
            } else if (columns.putIfAbsent(name, i) != null) {
                problems.add(
                        place,
                        "DUPLICATE_COLUMN",
                        name,
                        "each column once; it is also at "
                                + new Place.Cell(header.line(), columns.get(name) + 1, name));
            }
        }
        List<String> needed = policy == SectionPolicy.COLLECT ? List.of("rule", "assist") : List.of("rule");
        for (String name : needed) {
            if (!columns.containsKey(name)) {
                problems.add(
                        new Place.Cell(header.line(), header.size(), ""), "MISSING_COLUMN", "", "a column " + name);
            }
        }
        if (policy != SectionPolicy.COLLECT && !columns.containsKey("lead") && !columns.containsKey("outcome")) {
            problems.add(
                    new Place.Cell(header.line(), header.size(), ""), "MISSING_COLUMN", "", "a column lead or outcome");
        }
        problems.throwIfAny(); // with another header every row would be wrong
    }

    private void row(CsvRow row) {
        if (++rows[0] > maxRules) {
            problems.add(
                    new Place.Cell(row.line(), 1, "rule"),
                    "LIMIT_EXCEEDED",
                    "",
                    "at most " + RuleSet.MAX_RULES + " rules");
            problems.throwIfAny();
        }
        Optional<String> id = id(row);
        Optional<String> title = prose(row, "title", Rule.MAX_TITLE);
        Condition.Builder when = parts.lists(
                (cell, missing) -> RuleParts.withoutNone(codes(row, columnOf(cell)), cell, missing, problems),
                place(row, "category"),
                problems);
        parts.keywords(
                        words(row, "keywords"),
                        words(row, "keywords_all"),
                        words(row, "keywords_none"),
                        place(row, "keywords"),
                        problems)
                .ifPresent(when::keywords);
        when.addAllTimes(RuleParts.times(stripped(words(row, "time")), problems));
        Optional<Directive> then = directive(row);
        Optional<Effective> effective =
                RuleParts.effective(single(row, "from"), single(row, "to"), place(row, "to"), problems);
        Optional<String> basis = prose(row, "basis", Rule.MAX_BASIS);
        if (id.isPresent() && effective.isPresent()) {
            RuleParts.Located place = new RuleParts.Located(problems.source(), place(row, "rule"));
            parts.add(id.get(), section, effective.get(), place, problems);
        }
        if (problems.isEmpty()) {
            rules.add(Rule.builder()
                    .id(id.orElseThrow())
                    .title(title)
                    .when(when.build())
                    .then(then.orElseThrow())
                    .effective(effective.orElseThrow())
                    .basis(basis)
                    .build());
        }
    }

    /** The column of a cell of a condition. */
    static String columnOf(Cell cell) {
        return cell == Cell.DAY_TYPE ? "day_type" : cell.code();
    }

    private Place place(CsvRow row, String column) {
        return new Place.Cell(row.line(), columns.getOrDefault(column, 0) + 1, column);
    }

    /** The cell as it stands; empty if it is blank or says nothing. */
    private Optional<JsonPart.Text> cell(CsvRow row, String column) {
        Integer index = columns.get(column);
        String text = index == null ? "" : row.cell(index);
        return text.isBlank() || text.strip().equals(ANY)
                ? Optional.empty()
                : Optional.of(new JsonPart.Text(text, place(row, column)));
    }

    /**
     * Whether text that begins so has a quote before it: a spreadsheet would take it for a formula, or the quote for its
     * own, or a reader its blanks for nothing.
     */
    static boolean needsQuote(char first) {
        return FORMULA.indexOf(first) >= 0 || Character.isWhitespace(first);
    }

    /** The cell without the quote that keeps a spreadsheet from taking it for a formula. */
    private Optional<JsonPart.Text> unquoted(CsvRow row, String column) {
        return cell(row, column).map(t -> {
            String text = t.value();
            boolean quoted = text.length() > 1 && text.charAt(0) == '\'' && needsQuote(text.charAt(1));
            return quoted ? new JsonPart.Text(text.substring(1), t.place()) : t;
        });
    }

    private Optional<JsonPart.Text> single(CsvRow row, String column) {
        return unquoted(row, column).map(t -> new JsonPart.Text(t.value().strip(), t.place()));
    }

    private Optional<String> prose(CsvRow row, String column, int maxLength) {
        return unquoted(row, column).flatMap(t -> RuleParts.prose(t, maxLength, problems));
    }

    private static List<JsonPart.Text> alternatives(Optional<JsonPart.Text> cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<JsonPart.Text> texts = new ArrayList<>();
        for (String part : cell.get().value().split("\\|", -1)) {
            texts.add(new JsonPart.Text(part, cell.get().place()));
        }
        return texts;
    }

    private static List<JsonPart.Text> stripped(List<JsonPart.Text> texts) {
        return texts.stream()
                .map(t -> new JsonPart.Text(t.value().strip(), t.place()))
                .toList();
    }

    private List<JsonPart.Text> words(CsvRow row, String column) {
        return alternatives(unquoted(row, column));
    }

    /** Alternatives that are codes, of which none may look like a formula. */
    private List<JsonPart.Text> codes(CsvRow row, String column) {
        List<JsonPart.Text> good = new ArrayList<>();
        for (JsonPart.Text text : alternatives(cell(row, column))) {
            if (text.value().isBlank()) {
                problems.add(text.place(), "BLANK", "", "a value on either side of |");
            } else if (!isSuspicious(text)) {
                good.add(text);
            }
        }
        return good;
    }

    private boolean isSuspicious(JsonPart.Text text) {
        boolean suspicious = "=+@".indexOf(text.value().charAt(0)) >= 0;
        if (suspicious) {
            problems.add(
                    text.place(),
                    "SUSPICIOUS_CELL",
                    text.value(),
                    "no id and no code that a spreadsheet takes for a formula");
        }
        return suspicious;
    }

    private Optional<String> id(CsvRow row) {
        Optional<JsonPart.Text> text = cell(row, "rule");
        if (text.isEmpty()) {
            problems.add(place(row, "rule"), "MISSING_VALUE", "", "the id of the rule");
            return Optional.empty();
        }
        if (text.get().value().length() > Rule.MAX_ID) {
            problems.add(
                    text.get().place(), "LIMIT_EXCEEDED", text.get().value(), "at most " + Rule.MAX_ID + " characters");
            return Optional.empty();
        }
        return isSuspicious(text.get()) ? Optional.empty() : RuleParts.id(text.get(), problems);
    }

    private Optional<Directive> directive(CsvRow row) {
        Optional<JsonPart.Text> lead = cell(row, "lead");
        Optional<JsonPart.Text> assist = cell(row, "assist");
        Optional<JsonPart.Text> outcome = single(row, "outcome");
        if (policy == SectionPolicy.COLLECT) {
            lead.or(() -> outcome)
                    .ifPresent(t -> problems.add(
                            t.place(), "CONFLICTING_CELLS", t.value(), "only assist, since the section collects"));
            if (assist.isEmpty()) {
                problems.add(place(row, "assist"), "MISSING_VALUE", "", "a department that assists");
            }
            List<Target> assisting = RuleParts.different(alternatives(assist), problems, this::target);
            return assisting.isEmpty() ? Optional.empty() : Optional.of(new Directive.Assist(assisting));
        }
        if (lead.isPresent() == outcome.isPresent()) {
            problems.add(
                    place(row, columns.containsKey("lead") ? "lead" : "outcome"),
                    lead.isPresent() ? "CONFLICTING_CELLS" : "MISSING_VALUE",
                    lead.map(JsonPart.Text::value).orElse(""),
                    "exactly one of lead and outcome");
            return Optional.empty();
        }
        if (lead.isPresent()) {
            List<Target> assisting = RuleParts.different(alternatives(assist), problems, this::target);
            return RuleParts.assign(target(lead.get()), assisting, place(row, "assist"), problems);
        }
        assist.ifPresent(t ->
                problems.add(t.place(), "CONFLICTING_CELLS", t.value(), "assisting departments only beside a lead"));
        return outcome.flatMap(this::outcome);
    }

    private Optional<Target> target(JsonPart.Text text) {
        String value = text.value();
        if (value.startsWith("@")) {
            int slash = value.indexOf('/');
            String level = slash < 0 ? value.substring(1) : value.substring(1, slash);
            Optional<JsonPart.Text> function = slash < 0
                    ? Optional.empty()
                    : Optional.of(new JsonPart.Text(value.substring(slash + 1), text.place()));
            return parts.jurisdiction(new JsonPart.Text(level, text.place()), function, problems);
        }
        if (value.isBlank()) {
            problems.add(text.place(), "BLANK", "", "a department on either side of |");
            return Optional.empty();
        }
        return isSuspicious(text)
                ? Optional.empty()
                : parts.department(text, problems).map(Target.Department::new);
    }

    private Optional<Directive> outcome(JsonPart.Text text) {
        int colon = text.value().indexOf(':');
        String name = colon < 0 ? text.value() : text.value().substring(0, colon);
        boolean known = colon < 0
                ? name.equals("desk")
                : List.of("refer", "statutory", "triage").contains(name);
        if (!known) {
            problems.add(
                    text.place(),
                    "UNKNOWN_OUTCOME",
                    text.value(),
                    "desk, refer:119, statutory:信访 or triage:REASON"
                            + Suggestion.hint(name, List.of("desk", "refer", "statutory", "triage")));
            return Optional.empty();
        }
        String argument = colon < 0 ? RuleParts.ANSWER : text.value().substring(colon + 1);
        return RuleParts.outcome(name, new JsonPart.Text(argument, text.place()), problems)
                .map(o -> (Directive) o);
    }

    /** A table with an empty line for every line that is a comment. */
    private static final class Uncommented extends Reader {

        private static final int READ = 0;
        private static final int QUOTED = 1;
        private static final int COMMENT = 2;
        private static final int LINE_START = 3;
        private static final int TOO_LONG = 4;

        private final Reader in;
        private final int[] state = {0, 0, 0, 1, 0};

        Uncommented(Reader in) {
            this.in = in;
        }

        boolean isTooLong() {
            return state[TOO_LONG] == 1;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            while (state[TOO_LONG] == 0) {
                int got = in.read(target, offset, length);
                if (got <= 0) {
                    return got;
                }
                int kept = offset;
                for (int i = offset; i < offset + got; i++) {
                    if (keeps(target[i])) {
                        target[kept++] = target[i];
                    }
                }
                state[READ] += got;
                if (state[READ] > JsonPart.MAX_DOCUMENT) {
                    state[TOO_LONG] = 1;
                } else if (kept > offset) {
                    return kept - offset;
                }
            }
            return -1;
        }

        private boolean keeps(char c) {
            if (c == '\n' || c == '\r') {
                state[COMMENT] = 0;
                state[LINE_START] = 1;
                return true;
            }
            if (state[LINE_START] == 1 && c == '#' && state[QUOTED] == 0) {
                state[COMMENT] = 1;
            }
            state[LINE_START] = 0;
            if (state[COMMENT] == 0 && c == '"') {
                state[QUOTED] ^= 1;
            }
            return state[COMMENT] == 0;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
