package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.text.NormalText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What rules are made of, whichever document they are read from: each part is checked against taxonomy and directory,
 * and all together against what a rule set may be. Made for one reading.
 */
final class RuleParts {

    /** What stands for a fact that must be missing. */
    static final String NONE = "(none)";
    /** What a desk does. */
    static final String ANSWER = "answer";

    private final Vocabulary<CategoryCode> categories;
    private final Vocabulary<AreaCode> areas;
    private final Vocabulary<Department> departments;
    private final Vocabulary<String> areaLevels;
    private final Vocabulary<String> functions;
    private final Vocabulary<String> departmentLevels;
    private final Vocabulary<String> departmentTypes;
    private final Vocabulary<CaseKind> kinds = Vocabulary.of("UNKNOWN_KIND", CaseKind.values());
    private final Vocabulary<Channel> channels = Vocabulary.of("UNKNOWN_CHANNEL", Channel.values());
    private final Vocabulary<Priority> priorities = Vocabulary.of("UNKNOWN_PRIORITY", Priority.values());
    private final Vocabulary<RequesterType> requesters = Vocabulary.of("UNKNOWN_REQUESTER", RequesterType.values());
    private final Vocabulary<DayType> dayTypes = Vocabulary.of("UNKNOWN_DAY_TYPE", DayType.values());

    private final Map<String, List<Version>> versions = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    /** A rule that has been read, good or bad. */
    private record Version(String section, Effective effective, Located place) {}

    /**
     * A place, of whichever document.
     *
     * @param source the document's name
     * @param place the place in it
     */
    record Located(String source, Place place) {
        String seenFrom(String other) {
            return source.equals(other) ? place.toString() : source + ": " + place;
        }
    }

    RuleParts(Taxonomy taxonomy, Directory directory) {
        this.categories = Vocabulary.of(
                "UNKNOWN_CATEGORY",
                "a category of " + taxonomy.identity(),
                taxonomy.categories().stream().map(Category::code).toList(),
                CategoryCode::value);
        this.areas = Vocabulary.of(
                "UNKNOWN_AREA",
                "an area of " + directory.identity(),
                directory.areas().stream().map(Area::code).toList(),
                AreaCode::value);
        List<Department> all = directory.departments();
        this.departments = Vocabulary.of(
                "UNKNOWN_DEPARTMENT",
                "a department of " + directory.identity(),
                all,
                d -> d.code().value());
        this.areaLevels = Vocabulary.of(
                "UNKNOWN_LEVEL",
                "the level of an area of " + directory.identity() + ", or " + Target.Jurisdiction.NEAREST_LEVEL,
                directory.areas().stream().map(Area::level));
        this.functions = Vocabulary.of(
                "UNKNOWN_FUNCTION",
                "a function of a department of " + directory.identity(),
                all.stream().flatMap(d -> d.functions().stream()));
        this.departmentLevels = Vocabulary.of(
                "UNKNOWN_LEVEL",
                "the level of a department of " + directory.identity(),
                all.stream().flatMap(d -> d.level().stream()));
        this.departmentTypes = Vocabulary.of(
                "UNKNOWN_TYPE",
                "the type of a department of " + directory.identity(),
                all.stream().map(Department::type));
    }

    Vocabulary<CaseKind> kinds() {
        return kinds;
    }

    Vocabulary<Channel> channels() {
        return channels;
    }

    Vocabulary<Priority> priorities() {
        return priorities;
    }

    Vocabulary<RequesterType> requesters() {
        return requesters;
    }

    Vocabulary<DayType> dayTypes() {
        return dayTypes;
    }

    Vocabulary<String> functions() {
        return functions;
    }

    Vocabulary<String> departmentLevels() {
        return departmentLevels;
    }

    Vocabulary<String> departmentTypes() {
        return departmentTypes;
    }

    Set<String> ruleIds() {
        return versions.keySet();
    }

    /** An id of a rule, a section, a norm or a test. */
    static Optional<String> id(JsonPart.Text text, Problems problems) {
        OptionalInt flaw = Spelling.idFlaw(text.value());
        if (flaw.isPresent()) {
            problems.add(text.place(), "BAD_CODE", text.value(), "an id without " + Spelling.describe(flaw.getAsInt()));
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    /** A title, a basis and the like; empty, with a problem, if a document should not hold it. */
    static Optional<String> prose(JsonPart.Text text, int maxLength, Problems problems) {
        OptionalInt flaw = Spelling.textFlaw(text.value());
        if (text.value().isBlank()) {
            problems.add(text.place(), "BLANK", "", "a text that is not blank");
        } else if (text.value().length() > maxLength) {
            problems.add(text.place(), "LIMIT_EXCEEDED", text.value(), "at most " + maxLength + " characters");
        } else if (flaw.isPresent()) {
            problems.add(text.place(), "BAD_VALUE", "", "a text without " + Spelling.describe(flaw.getAsInt()));
        } else {
            return Optional.of(text.value());
        }
        return Optional.empty();
    }

    /** The interval that two dates are the ends of. */
    static Optional<Effective> effective(
            Optional<JsonPart.Text> from, Optional<JsonPart.Text> to, Place place, Problems problems) {
        Optional<LocalDate> first = from.flatMap(t -> date(t, problems));
        Optional<LocalDate> end = to.flatMap(t -> date(t, problems));
        if (first.isPresent() != from.isPresent() || end.isPresent() != to.isPresent()) {
            return Optional.empty();
        }
        if (first.isPresent() && end.isPresent() && !first.get().isBefore(end.get())) {
            problems.add(
                    place, "BAD_PERIOD", first.get() + " to " + end.get(), "an end, exclusive, after the beginning");
            return Optional.empty();
        }
        return Optional.of(new Effective(first, end));
    }

    private static Optional<LocalDate> date(JsonPart.Text text, Problems problems) {
        try {
            return Optional.of(LocalDate.parse(text.value()));
        } catch (DateTimeException e) {
            problems.add(text.place(), "BAD_DATE", text.value(), "a date such as 2026-07-01");
            return Optional.empty();
        }
    }

    /** Notes a rule, good or bad, by its id, and tells of it if it may not be among those before it. */
    void add(String id, String section, Effective effective, Located place, Problems problems) {
        List<Version> before = versions.computeIfAbsent(id, i -> new ArrayList<>(1));
        String expected = "";
        String code = "DUPLICATE_ID";
        for (Version version : before) {
            String also = version.place.seenFrom(problems.source());
            if (!version.section.equals(section)) {
                expected = "an id that no other section has; it is also at " + also;
            } else if (version.effective.overlaps(effective)) {
                if (!version.effective.equals(Effective.ALWAYS) || !effective.equals(Effective.ALWAYS)) {
                    code = "OVERLAPPING_VERSIONS";
                    expected = "a version that is not in force together with that at " + also + ", which is "
                            + version.effective;
                } else {
                    expected = "an id not used before; it is also at " + also;
                }
            }
            if (!expected.isEmpty()) {
                problems.add(place.place, code, id, expected);
                return;
            }
        }
        if (before.size() == RuleSet.MAX_VERSIONS) {
            problems.add(place.place, "LIMIT_EXCEEDED", id, "at most " + RuleSet.MAX_VERSIONS + " rules of one id");
            return;
        }
        before.add(new Version(section, effective, place));
    }

    /** Cells that list values, read one after another from whichever document. */
    Condition.Builder lists(BiFunction<Cell, Set<Cell>, List<JsonPart.Text>> texts, Place place, Problems problems) {
        Set<Cell> missing = EnumSet.noneOf(Cell.class);
        List<CategoryCode> category = values(texts.apply(Cell.CATEGORY, missing), categories, problems);
        List<AreaCode> area = values(texts.apply(Cell.AREA, missing), areas, problems);
        int pairs = Math.max(1, category.size()) * Math.max(1, area.size());
        if (pairs > Condition.MAX_PAIRS) {
            problems.add(
                    place,
                    "RULE_TOO_WIDE",
                    category.size() + " categories by " + area.size() + " areas",
                    "at most " + Condition.MAX_PAIRS + " pairs of a category and an area; split the rule");
        }
        return Condition.builder()
                .addAllCategories(category)
                .addAllAreas(area)
                .addAllKinds(values(texts.apply(Cell.KIND, missing), kinds, problems))
                .addAllChannels(values(texts.apply(Cell.CHANNEL, missing), channels, problems))
                .addAllPriorities(values(texts.apply(Cell.PRIORITY, missing), priorities, problems))
                .addAllRequesters(values(texts.apply(Cell.REQUESTER, missing), requesters, problems))
                .addAllDayTypes(values(texts.apply(Cell.DAY_TYPE, missing), dayTypes, problems))
                .addAllMissing(missing);
    }

    private static <T> List<T> values(List<JsonPart.Text> texts, Vocabulary<T> vocabulary, Problems problems) {
        return different(texts, problems, t -> vocabulary.read(t, problems));
    }

    /** The values that stand there, each once and not too many; the sign for a missing fact is left out and noted. */
    static List<JsonPart.Text> withoutNone(List<JsonPart.Text> texts, Cell cell, Set<Cell> missing, Problems problems) {
        List<JsonPart.Text> values = new ArrayList<>();
        for (JsonPart.Text text : texts) {
            if (!text.value().equals(NONE)) {
                values.add(text);
            } else if (!missing.add(cell)) {
                problems.add(text.place(), "DUPLICATE_VALUE", NONE, "each value once");
            }
        }
        return values;
    }

    static <T> List<T> different(
            List<JsonPart.Text> texts, Problems problems, Function<JsonPart.Text, Optional<T>> read) {
        if (texts.size() > Condition.MAX_VALUES) {
            problems.add(
                    texts.get(Condition.MAX_VALUES).place(),
                    "LIMIT_EXCEEDED",
                    texts.size() + " values",
                    "at most " + Condition.MAX_VALUES + " values");
            return List.of();
        }
        List<T> values = new ArrayList<>();
        Set<T> seen = new HashSet<>();
        for (JsonPart.Text text : texts) {
            Optional<T> value = read.apply(text);
            if (value.isPresent() && !seen.add(value.get())) {
                problems.add(text.place(), "DUPLICATE_VALUE", text.value(), "each value once");
            } else {
                value.ifPresent(values::add);
            }
        }
        return values;
    }

    /** Windows of the week. */
    static List<TimeWindow> times(List<JsonPart.Text> texts, Problems problems) {
        return different(texts, problems, text -> {
            try {
                return Optional.of(TimeWindow.parse(text.value()));
            } catch (IllegalArgumentException e) {
                problems.add(text.place(), "BAD_TIME", text.value(), "a window such as Mon-Fri 08:00-18:00");
                return Optional.empty();
            }
        });
    }

    /** Words; empty, with problems, if some are wrong. */
    Optional<Keywords> keywords(
            List<JsonPart.Text> any,
            List<JsonPart.Text> all,
            List<JsonPart.Text> none,
            Place place,
            Problems problems) {
        int count = any.size() + all.size() + none.size();
        if (count == 0) {
            return Optional.of(Keywords.ANY);
        }
        if (count > Keywords.MAX_WORDS) {
            problems.add(place, "LIMIT_EXCEEDED", count + " words", "at most " + Keywords.MAX_WORDS + " words a rule");
            return Optional.empty();
        }
        List<String> anyWords = words(any, problems);
        List<String> allWords = words(all, problems);
        List<String> noneWords = words(none, problems);
        if (anyWords.size() + allWords.size() + noneWords.size() < count) {
            return Optional.empty();
        }
        int before = words.size();
        words.addAll(anyWords);
        words.addAll(allWords);
        words.addAll(noneWords);
        if (before <= RuleSet.MAX_WORDS && words.size() > RuleSet.MAX_WORDS) {
            problems.add(
                    place,
                    "LIMIT_EXCEEDED",
                    words.size() + " words",
                    "at most " + RuleSet.MAX_WORDS + " different words a rule set");
        }
        return Optional.of(new Keywords(anyWords, allWords, noneWords));
    }

    private static List<String> words(List<JsonPart.Text> texts, Problems problems) {
        List<String> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonPart.Text text : texts) {
            word(text, problems).ifPresent(word -> {
                if (seen.add(word)) {
                    words.add(word);
                } else {
                    problems.add(
                            text.place(), "DUPLICATE_VALUE", text.value(), "each word once, in whichever spelling");
                }
            });
        }
        return words;
    }

    private static Optional<String> word(JsonPart.Text text, Problems problems) {
        if (text.value().length() > Keywords.MAX_LENGTH * Keywords.MAX_LENGTH) {
            problems.add(
                    text.place(), "LIMIT_EXCEEDED", text.value(), "at most " + Keywords.MAX_LENGTH + " characters");
            return Optional.empty();
        }
        String word = NormalText.normalized(text.value());
        if (word.isEmpty()) {
            problems.add(text.place(), "BLANK", "", "a word that is not blank");
        } else if (word.length() > Keywords.MAX_LENGTH) {
            problems.add(
                    text.place(), "LIMIT_EXCEEDED", text.value(), "at most " + Keywords.MAX_LENGTH + " characters");
        } else if (Keywords.looksLikePattern(word)) {
            problems.add(
                    text.place(),
                    "REGEX_UNSUPPORTED",
                    text.value(),
                    "a literal word: there are no patterns; list each word, or ask for several with all");
        } else if (Spelling.textFlaw(word).isPresent()) {
            problems.add(
                    text.place(),
                    "BAD_VALUE",
                    "",
                    "a word without "
                            + Spelling.describe(Spelling.textFlaw(word).getAsInt()));
        } else {
            return Optional.of(word);
        }
        return Optional.empty();
    }

    /** A department that can be given a case. */
    Optional<DepartmentCode> department(JsonPart.Text text, Problems problems) {
        Optional<Department> department = departments.read(text, problems);
        if (department.filter(Department::isPlaceholder).isPresent()) {
            problems.add(
                    text.place(),
                    "PLACEHOLDER_DEPARTMENT",
                    text.value(),
                    "a department that is no placeholder; for that of the case's area write {\"jurisdiction\": \"area\"},"
                            + " or @area in a table");
            return Optional.empty();
        }
        return department.map(Department::code);
    }

    Optional<Target> jurisdiction(JsonPart.Text level, Optional<JsonPart.Text> function, Problems problems) {
        Optional<String> at = level.value().equals(Target.Jurisdiction.NEAREST_LEVEL)
                ? Optional.of(level.value())
                : areaLevels.read(level, problems);
        Optional<String> does = function.flatMap(f -> functions.read(f, problems));
        if (at.isEmpty() || does.isPresent() != function.isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Target.Jurisdiction(at.filter(a -> !a.equals(Target.Jurisdiction.NEAREST_LEVEL)), does));
        } catch (IllegalArgumentException e) { // the directory's word for it
            problems.add(level.place(), "BAD_VALUE", level.value(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** An outcome that is the same for every case. */
    static Optional<Outcome> outcome(String name, JsonPart.Text text, Problems problems) {
        String expected = switch (name) {
            case "desk" -> ANSWER;
            case "refer" -> "a number of digits and hyphens";
            case "statutory" -> "a channel's name";
            default -> "a reason in capitals, digits and _";
        };
        try {
            return Optional.of(
                    switch (name) {
                        case "desk" -> {
                            if (!text.value().equals(ANSWER)) {
                                throw new IllegalArgumentException(expected);
                            }
                            yield new Outcome.AnswerAtDesk();
                        }
                        case "refer" -> new Outcome.Refer(text.value());
                        case "statutory" -> new Outcome.Statutory(text.value());
                        default -> new Outcome.Triage(text.value());
                    });
        } catch (IllegalArgumentException e) {
            problems.add(
                    text.place(),
                    "BAD_VALUE",
                    text.value(),
                    expected
                            + (name.equals("desk")
                                    ? ""
                                    : ", not blank and at most " + Outcome.MAX_LENGTH + " characters"));
            return Optional.empty();
        }
    }

    /** A lead and assistants, none of whom is the lead. */
    static Optional<Directive> assign(
            Optional<Target> lead, List<Target> assisting, Place assistPlace, Problems problems) {
        if (lead.isPresent() && assisting.contains(lead.get())) {
            problems.add(assistPlace, "LEAD_ASSISTS", lead.get().toString(), "departments other than the lead");
            return Optional.empty();
        }
        return lead.map(l -> new Directive.Assign(l, assisting));
    }

    /** A category of a case of a test: of the taxonomy, or below one of it. */
    Optional<CategoryCode> factCategory(JsonPart.Text text, Problems problems) {
        try {
            CategoryCode code = CategoryCode.of(text.value());
            if (categories.meanings().containsKey(code.atDepth(1).value())) {
                return Optional.of(code);
            }
        } catch (IllegalArgumentException e) {
            return categories.read(text, problems);
        }
        return categories.read(text, problems);
    }

    /** An area of a case of a test: of the directory, or within one of it. */
    Optional<AreaCode> factArea(JsonPart.Text text, Problems problems) {
        String value = text.value();
        try {
            AreaCode code = AreaCode.of(value);
            for (int length = value.length(); length > 0; length--) {
                if (areas.meanings().containsKey(value.substring(0, length))) {
                    return Optional.of(code);
                }
            }
        } catch (IllegalArgumentException e) {
            return areas.read(text, problems);
        }
        return areas.read(text, problems);
    }
}
