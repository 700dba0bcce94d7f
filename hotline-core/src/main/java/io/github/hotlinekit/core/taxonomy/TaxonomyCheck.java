package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.document.CodeText;
import io.github.hotlinekit.core.document.Cycles;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.text.NormalText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What must hold among the categories of a taxonomy, whichever document they come from. Made for one check. */
final class TaxonomyCheck {

    static final String LIST = "categories";
    static final String DUPLICATE_CODE = "DUPLICATE_CODE";
    static final String UNKNOWN_PARENT = "UNKNOWN_PARENT";

    private static final int MAX_CYCLES = 100;
    /** Beyond this looking for the nearest code at each unknown one would take a hostile document long. */
    private static final int MAX_FOR_HINTS = 5_000;

    private final List<Category> categories;
    private final Map<CategoryCode, Integer> first = new HashMap<>();
    private final Map<Named, List<Category>> siblings = new HashMap<>();
    private final List<Inconsistency> found = new ArrayList<>();
    private final List<String> codes;

    /** A name in a language below a category; no parent for a top class. */
    private record Named(Optional<CategoryCode> parent, String property, String name) {}

    private TaxonomyCheck(List<Category> categories) {
        this.categories = categories;
        this.codes = categories.size() > MAX_FOR_HINTS
                ? List.of()
                : categories.stream().map(c -> c.code().value()).toList();
    }

    /** Everything wrong, cycles first, then in the order of the categories, but no more than a document may have. */
    static List<Inconsistency> of(List<Category> categories) {
        TaxonomyCheck check = new TaxonomyCheck(categories);
        if (categories.size() > Taxonomy.MAX_CATEGORIES) {
            check.add(
                    Taxonomy.MAX_CATEGORIES,
                    "code",
                    "LIMIT_EXCEEDED",
                    Integer.toString(categories.size()),
                    "at most " + Taxonomy.MAX_CATEGORIES + " categories");
            return List.copyOf(check.found);
        }
        for (int i = 0; i < categories.size(); i++) {
            check.first.putIfAbsent(categories.get(i).code(), i);
        }
        check.cycles();
        int keywords = 0;
        for (int i = 0; i < categories.size() && check.found.size() < Problems.LIMIT; i++) {
            check.category(i);
            int before = keywords;
            keywords += categories.get(i).keywords().size();
            if (keywords > Taxonomy.MAX_KEYWORDS && before <= Taxonomy.MAX_KEYWORDS) {
                check.add(
                        i,
                        "keywords",
                        "LIMIT_EXCEEDED",
                        Integer.toString(keywords),
                        "at most " + Taxonomy.MAX_KEYWORDS + " keywords in all categories up to here");
            }
        }
        return List.copyOf(check.found.subList(0, Math.min(check.found.size(), Problems.LIMIT)));
    }

    private void add(int index, String property, String code, String value, String expected) {
        found.add(new Inconsistency(LIST, index, property, OptionalInt.empty(), code, value, expected));
    }

    private void add(int index, String property, int element, String code, String value, String expected) {
        found.add(new Inconsistency(LIST, index, property, OptionalInt.of(element), code, value, expected));
    }

    private Optional<Category> find(CategoryCode code) {
        return Optional.ofNullable(first.get(code)).map(categories::get);
    }

    private void cycles() {
        List<CategoryCode> all = categories.stream().map(Category::code).toList();
        for (List<CategoryCode> cycle :
                Cycles.of(all, c -> find(c).map(Category::successors).orElse(List.of()), MAX_CYCLES)) {
            int index = first.getOrDefault(cycle.get(0), 0);
            int element = categories.get(index).successors().indexOf(cycle.get(1));
            add(index, "successors", element, "CYCLE", Cycles.text(cycle), "successors that never lead back");
        }
    }

    private void category(int i) {
        Category category = categories.get(i);
        CategoryCode code = category.code();
        int before = first.getOrDefault(code, i);
        if (before < i) {
            add(
                    i,
                    "code",
                    DUPLICATE_CODE,
                    code.value(),
                    "a code not used before; it is also at /" + LIST + "/" + before + "/code");
        } else {
            Optional<CategoryCode> parent = code.parent();
            if (parent.filter(p -> first.getOrDefault(p, i) >= i).isPresent()) {
                String expected = "a category " + parent.orElseThrow() + " that stands before this one";
                add(i, "code", UNKNOWN_PARENT, code.value(), expected);
            }
            name(i, "name/zh", category.name().zh());
            name(i, "name/en", category.name().en());
        }
        category.description().ifPresent(d -> description(i, d));
        list(i, "typicalKinds", category.typicalKinds(), Category.MAX_KINDS, UnaryOperator.identity());
        category.typicalLead().filter(lead -> !isDepartment(lead)).ifPresent(lead -> {
            String expected = "the code of a department: 1 to " + Category.MAX_WORD + " ASCII letters, digits, - and _";
            add(i, "typicalLead", CodeText.problem(lead), lead, expected + CodeText.hint(lead));
        });
        list(i, "keywords", category.keywords(), Category.MAX_KEYWORDS, NormalText::normalized);
        date(i, "effective/from", category.effective().from());
        date(i, "effective/to", category.effective().toExclusive());
        successors(i, category);
    }

    private void name(int i, String property, String name) {
        text(i, property, name, Category.MAX_NAME);
        Category category = categories.get(i);
        List<Category> same =
                siblings.computeIfAbsent(new Named(category.code().parent(), property, name), n -> new ArrayList<>());
        Effective effective = category.effective();
        same.stream()
                .filter(other -> other.effective().overlaps(effective))
                .findFirst()
                .ifPresent(other -> add(
                        i,
                        property,
                        "DUPLICATE_NAME",
                        name,
                        "a name that no sibling has at the same time, as " + other.code() + " has"));
        same.add(category);
    }

    private void description(int i, Label description) {
        text(i, "description/zh", description.zh(), Category.MAX_DESCRIPTION);
        text(i, "description/en", description.en(), Category.MAX_DESCRIPTION);
    }

    private void text(int i, String property, String text, int most) {
        if (text.isEmpty()) {
            add(i, property, "MISSING_VALUE", text, "a value");
        } else if (text.length() > most) {
            add(i, property, "LIMIT_EXCEEDED", text, "at most " + most + " characters");
        } else if (!CodeText.isPlain(text, most)) {
            add(i, property, "BAD_TEXT", text, "a text of one line without blanks at its ends");
        }
    }

    private void list(int i, String property, List<String> list, int most, UnaryOperator<String> form) {
        if (list.size() > most) {
            add(i, property, "LIMIT_EXCEEDED", Integer.toString(list.size()), "at most " + most);
        }
        Set<String> before = new HashSet<>();
        for (int e = 0; e < list.size(); e++) {
            String word = list.get(e);
            String normal = form.apply(word);
            boolean fit = CodeText.isPlain(word, Category.MAX_WORD) && word.indexOf('|') < 0 && !normal.isEmpty();
            if (!fit || !before.add(normal)) {
                String expected = "words of 1 to " + Category.MAX_WORD + " characters without |, each once";
                add(i, property, e, "BAD_LIST", word, expected);
            }
        }
    }

    private static boolean isDepartment(String code) {
        return !code.isEmpty()
                && code.length() <= Category.MAX_WORD
                && code.chars()
                        .allMatch(c -> (c >= 'A' && c <= 'Z')
                                || (c >= 'a' && c <= 'z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_');
    }

    private void date(int i, String property, Optional<LocalDate> date) {
        date.filter(d -> d.getYear() < 1 || d.getYear() > 9_999)
                .ifPresent(d -> add(i, property, "BAD_DATE", d.toString(), "a date of the years 0001 to 9999"));
    }

    private void successors(int i, Category category) {
        List<CategoryCode> successors = category.successors();
        if (successors.isEmpty()) {
            return;
        }
        Optional<LocalDate> end = category.effective().toExclusive();
        if (end.isEmpty()) {
            add(i, "effective/to", "MISSING_END", "", "the first day no longer in force, since there are successors");
        }
        if (successors.size() > Category.MAX_SUCCESSORS) {
            String size = Integer.toString(successors.size());
            add(i, "successors", "LIMIT_EXCEEDED", size, "at most " + Category.MAX_SUCCESSORS);
        }
        Set<CategoryCode> before = new HashSet<>();
        for (int e = 0; e < successors.size(); e++) {
            CategoryCode code = successors.get(e);
            Optional<Category> successor = find(code);
            if (!before.add(code)) {
                add(i, "successors", e, "BAD_LIST", code.value(), "each successor once");
            } else if (successor.isEmpty()) {
                String expected = "a category of this taxonomy" + Suggestion.hint(code.value(), codes);
                add(i, "successors", e, "UNKNOWN_SUCCESSOR", code.value(), expected);
            } else if (end.isPresent() && !successor.get().effective().includes(end.get())) {
                String expected = "a category in force on " + end.get() + ", when it takes over";
                add(i, "successors", e, "SUCCESSOR_NOT_IN_FORCE", code.value(), expected);
            }
        }
    }
}
