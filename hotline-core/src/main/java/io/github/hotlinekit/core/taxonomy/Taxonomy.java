package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.document.CodeText;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A classification of demands (事项分类): a forest of categories, each below the category whose code
 * is its own without the last two digits. Categories come and go on dates; those retired stay, with their successors, so
 * that old cases keep their meaning. Immutable; two with the same identity and categories are equal.
 */
public final class Taxonomy {

    /** The most categories. */
    public static final int MAX_CATEGORIES = 100_000;
    /** The most keywords of all categories together. */
    public static final int MAX_KEYWORDS = 50_000;
    /** How many UTF-16 units of a text are looked at for suggestions; the rest is left out. */
    public static final int MAX_TEXT = 10_000;

    private static final Comparator<Category> LATEST_END_FIRST = Comparator.comparing(
                    (Category c) -> c.effective().toExclusive().orElse(LocalDate.MAX))
            .reversed();

    private final Identity identity;
    private final List<Category> categories;
    private final List<Category> roots;
    private final List<Category> leaves;
    private final Map<CategoryCode, List<Category>> children;
    /** Every category right after the one above it or after what is below an earlier sibling. */
    private final List<Category> preorder;

    private final Map<CategoryCode, Integer> places;
    /** For each place in {@link #preorder} the place after all that is below it. */
    private final int[] ends;

    private final CategoryNames names;
    private final CategoryWords words;

    private Taxonomy(Identity identity, List<Category> categories) {
        this.identity = identity;
        this.categories = List.copyOf(categories);
        Map<CategoryCode, List<Category>> below = new HashMap<>();
        for (Category category : categories) {
            category.code()
                    .parent()
                    .ifPresent(p ->
                            below.computeIfAbsent(p, c -> new ArrayList<>()).add(category));
        }
        below.replaceAll((code, list) -> List.copyOf(list));
        this.children = Map.copyOf(below);
        this.roots = categories.stream().filter(c -> c.code().depth() == 1).toList();
        this.leaves =
                categories.stream().filter(c -> !children.containsKey(c.code())).toList();
        List<Category> laid = new ArrayList<>();
        Map<CategoryCode, Integer> starts = new HashMap<>();
        this.ends = new int[categories.size()];
        roots.forEach(root -> lay(root, laid, starts));
        this.preorder = List.copyOf(laid);
        this.places = Map.copyOf(starts);
        this.names = CategoryNames.of(this.categories);
        this.words = CategoryWords.of(this.categories, c -> !children.containsKey(c.code()));
    }

    private void lay(Category category, List<Category> laid, Map<CategoryCode, Integer> starts) {
        int start = laid.size();
        laid.add(category);
        starts.put(category.code(), start);
        children(category.code()).forEach(child -> lay(child, laid, starts));
        ends[start] = laid.size();
    }

    /** Loads on first use. */
    private static final class Standard {
        static final Taxonomy INSTANCE = load();

        private static Taxonomy load() {
            String name = "12345-default.csv";
            try (InputStream in = Objects.requireNonNull(Taxonomy.class.getResourceAsStream(name), name)) {
                return readCsv("12345-default", "2026.1", name, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The taxonomy that comes with the SDK, {@code 12345-default@2026.1}: 23 top classes in three
     * levels. It is a common ground of published catalogues and no official standard.
     *
     * @return the taxonomy, loaded on first use
     */
    public static Taxonomy standard() {
        return Standard.INSTANCE;
    }

    /**
     * A taxonomy of given categories.
     *
     * @param id the taxonomy's name
     * @param version its version
     * @param categories its categories, at least one, each after the one above it
     * @return the taxonomy, its categories in the order given
     * @throws IllegalArgumentException with the first of {@link #inconsistencies}, if there is any, if there is no
     *     category, or if id or version is not of the form of {@link Identity}
     */
    public static Taxonomy of(String id, String version, List<Category> categories) {
        Identity identity = Identity.of(id, version);
        List<Category> copy = List.copyOf(categories);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("a taxonomy must have at least one category");
        }
        inconsistencies(copy).stream().findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong.toString());
        });
        return checked(identity, copy);
    }

    static Taxonomy checked(Identity identity, List<Category> categories) {
        return new Taxonomy(identity, categories);
    }

    /**
     * What is wrong with categories that should make up a taxonomy; the one check of the builder and of every reader.
     * The codes: {@code LIMIT_EXCEEDED}, {@code DUPLICATE_CODE}, {@code UNKNOWN_PARENT} where the category above is
     * missing or comes later, {@code DUPLICATE_NAME} among siblings in force at the same time, {@code MISSING_VALUE},
     * {@code BAD_TEXT}, {@code BAD_LIST}, {@code BAD_CODE}, {@code SUSPICIOUS_CELL}, {@code BAD_DATE}; and of
     * successors {@code CYCLE}, {@code UNKNOWN_SUCCESSOR}, {@code MISSING_END} where one that is not to be retired has
     * any, and {@code SUCCESSOR_NOT_IN_FORCE} where one is not in force on the day it should take over.
     *
     * @param categories the categories, in order
     * @return an unmodifiable list, cycles first, then in the order of the categories; at most
     *     {@value io.github.hotlinekit.core.document.Problems#LIMIT}, of which at most 100 cycles
     */
    public static List<Inconsistency> inconsistencies(List<Category> categories) {
        return TaxonomyCheck.of(categories);
    }

    /**
     * Reads a taxonomy from a table in UTF-8 with the columns {@code code, parent, name_zh, name_en}
     * and, if wanted, {@code description_zh}, {@code description_en}, {@code typical_kinds}, {@code
     * typical_lead_department}, {@code keywords}, {@code from}, {@code to} (exclusive) and {@code successors}. Lists are
     * separated by {@code |}. A parent comes before its children. An apostrophe before what a spreadsheet would take for
     * a formula is taken off.
     *
     * @param id the taxonomy's name
     * @param version its version
     * @param source the document's name, for problems
     * @param in the table; not closed
     * @return the taxonomy, its categories in the order of the table
     * @throws InvalidDocumentException with every problem found, if there is any: those of {@link #inconsistencies},
     *     {@code BAD_CODE} naming the character that only looks right, {@code SUSPICIOUS_CELL}, {@code PARENT_MISMATCH},
     *     {@code BAD_DATE}, {@code BAD_PERIOD}, {@code EMPTY_DOCUMENT} and those of the table itself
     * @throws IllegalArgumentException if id or version is not of the form of {@link Identity}
     * @throws IOException if {@code in} throws it
     */
    public static Taxonomy readCsv(String id, String version, String source, InputStream in) throws IOException {
        return TaxonomyCsv.read(Identity.of(id, version), source, in);
    }

    /**
     * Writes the categories as a table that {@link #readCsv} reads; columns that no category needs are left out. The
     * table does not say which taxonomy it is of. Equal taxonomies give the same text.
     *
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public void writeCsv(Appendable out) throws IOException {
        TaxonomyCsv.write(this, out);
    }

    /**
     * Which taxonomy this is.
     *
     * @return its id and version, such as {@code 12345-default@2026.1}
     */
    public String identity() {
        return identity.toString();
    }

    /**
     * Its name.
     *
     * @return the id
     */
    public String id() {
        return identity.id();
    }

    /**
     * Its version.
     *
     * @return the version
     */
    public String version() {
        return identity.version();
    }

    /**
     * A category. In O(1), as all that takes a code unless it says otherwise.
     *
     * @param code its code
     * @return the category; empty if there is none of that code
     */
    public Optional<Category> find(CategoryCode code) {
        return Optional.ofNullable(place(code)).map(preorder::get);
    }

    private @Nullable Integer place(CategoryCode code) {
        return places.get(Objects.requireNonNull(code, "code"));
    }

    /**
     * Whether a category is another one or below it; as {@link CategoryCode#isWithin}, but for known codes alone.
     *
     * @param ancestor the code of the category that may contain the other
     * @param code the other's code
     * @return whether it does; false if either is not known
     */
    public boolean contains(CategoryCode ancestor, CategoryCode code) {
        Integer above = place(ancestor);
        Integer place = place(code);
        return above != null && place != null && above <= place && place < ends[above];
    }

    /**
     * A category and all below it.
     *
     * @param code the category's code
     * @return an unmodifiable view, each category before those below it; empty for an unknown code
     */
    public List<Category> subtree(CategoryCode code) {
        Integer place = place(code);
        return place == null ? List.of() : preorder.subList(place, ends[place]);
    }

    /**
     * The categories above one.
     *
     * @param code the category's code
     * @return an unmodifiable list from the top class down, without the category itself; empty for a top class and an
     *     unknown code
     */
    public List<Category> ancestors(CategoryCode code) {
        if (place(code) == null) {
            return List.of();
        }
        List<Category> ancestors = new ArrayList<>();
        for (int depth = 1; depth < code.depth(); depth++) {
            find(code.atDepth(depth)).ifPresent(ancestors::add);
        }
        return List.copyOf(ancestors);
    }

    /**
     * Which categories a case filed under a code belongs to on a day: the category itself until it is retired, and then
     * those that its successors forward to. In time linear in the categories on the way.
     *
     * @param code the code a case was filed under
     * @param day the day
     * @return one category, or several, each once, in the order of the successors if it was split; the code itself where
     *     it is not known, or was retired without a successor
     */
    public List<CategoryCode> forward(CategoryCode code, LocalDate day) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(day, "day");
        Set<CategoryCode> reached = new LinkedHashSet<>();
        Set<CategoryCode> seen = new HashSet<>();
        Deque<CategoryCode> ahead = new ArrayDeque<>(List.of(code));
        while (!ahead.isEmpty()) {
            CategoryCode next = ahead.pop();
            if (seen.add(next)) {
                List<CategoryCode> successors =
                        find(next).map(c -> replacements(c, day)).orElse(List.of());
                if (successors.isEmpty()) {
                    reached.add(next);
                }
                for (int i = successors.size() - 1; i >= 0; i--) {
                    ahead.push(successors.get(i));
                }
            }
        }
        return List.copyOf(reached);
    }

    /** Those that have taken a category's place by a day: none if it is not retired yet or has no successors. */
    private static List<CategoryCode> replacements(Category category, LocalDate day) {
        boolean retired = category.effective()
                .toExclusive()
                .filter(end -> !day.isBefore(end))
                .isPresent();
        return retired ? category.successors() : List.of();
    }

    /**
     * What {@link #forward} gives for every category, for statistics that count old cases under the categories of a day.
     * In time linear in categories, successors and what it gives.
     *
     * @param day the day
     * @return an unmodifiable map in the order of the document
     */
    public Map<CategoryCode, List<CategoryCode>> mapping(LocalDate day) {
        Objects.requireNonNull(day, "day");
        Map<CategoryCode, List<CategoryCode>> mapping = new LinkedHashMap<>();
        categories.forEach(c -> mapping.put(c.code(), List.of(c.code())));
        // A successor is in force when its predecessor ends, so it ends later and comes first here.
        categories.stream().sorted(LATEST_END_FIRST).forEach(category -> {
            Set<CategoryCode> reached = new LinkedHashSet<>();
            replacements(category, day).forEach(s -> reached.addAll(mapping.getOrDefault(s, List.of())));
            if (!reached.isEmpty()) {
                mapping.put(category.code(), List.copyOf(reached));
            }
        });
        return Collections.unmodifiableMap(mapping);
    }

    /**
     * The categories of a name.
     *
     * @param exactName the name in either language
     * @return an unmodifiable list in the order of the document, also of retired ones; names are unique among siblings
     *     only
     */
    public List<Category> named(String exactName) {
        return names.named(Objects.requireNonNull(exactName, "exactName"));
    }

    /**
     * The categories in whose names a text stands, in either language. Names and text are compared in one normal form:
     * compatibility forms unified (NFKC), lower case, no white space between Han characters. In time linear in all names.
     *
     * @param text the text
     * @return an unmodifiable list, also of retired ones: first those whose name is the text, then those whose name
     *     begins with it, then the others, each in the order of the document; empty for a blank text
     */
    public List<Category> search(String text) {
        return names.search(Objects.requireNonNull(text, "text"));
    }

    /**
     * "Did you mean": the code that was probably meant by a text, which is no code or is not known.
     *
     * @param text what was written, such as {@code ０３。02}
     * @return the code of a category: that which the text is once its look-alike characters are replaced, or else the
     *     nearest by edit distance; empty if even that differs in more than a third
     */
    public Optional<CategoryCode> suggestCode(String text) {
        String unified = CodeText.unified(Objects.requireNonNull(text, "text"));
        Optional<CategoryCode> meant = CategoryCode.find(unified).filter(places::containsKey);
        return meant.isPresent()
                ? meant
                : Suggestion.nearest(
                                unified,
                                categories.stream().map(c -> c.code().value()).toList())
                        .map(CategoryCode::of);
    }

    /**
     * The categories that the words of a text speak for, of those that are never to be retired; see {@link
     * #suggest(String, LocalDate, int)}.
     *
     * @param text the text, such as a citizen's demand
     * @param limit the most categories to give, at least 1
     * @return an unmodifiable list, the best first
     * @throws IllegalArgumentException if the limit is below 1
     */
    public List<Suggested> suggest(String text, int limit) {
        requireLimit(limit);
        return words.suggest(
                Objects.requireNonNull(text, "text"),
                c -> c.effective().toExclusive().isEmpty(),
                limit);
    }

    /**
     * The categories that the words of a text speak for (智能推荐), of those in force on a day: a hint for who files a case,
     * never a decision. The words are the keywords of all categories and the Chinese names of leaves, taken literally in
     * the normal form of {@link #search}. A category's score is the number of characters of its different words in the
     * text, without words that are part of another of its words there; ties go to more words, then to the one whose
     * first word comes first, then to the lower code.
     *
     * <p>One pass over the first {@value #MAX_TEXT} characters of the text, however many words there are.
     *
     * @param text the text, such as a citizen's demand
     * @param day the day
     * @param limit the most categories to give, at least 1
     * @return an unmodifiable list, the best first; empty if no word is in the text
     * @throws IllegalArgumentException if the limit is below 1
     */
    public List<Suggested> suggest(String text, LocalDate day, int limit) {
        requireLimit(limit);
        Objects.requireNonNull(day, "day");
        return words.suggest(
                Objects.requireNonNull(text, "text"), c -> c.effective().includes(day), limit);
    }

    private static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, but was " + limit);
        }
    }

    /**
     * A name to show for a code.
     *
     * @param code the code
     * @return the category's name; the code itself, in both languages, if there is no such category
     */
    public Label nameOf(CategoryCode code) {
        return find(code).map(Category::name).orElseGet(() -> Label.of(code.value(), code.value()));
    }

    /**
     * All categories.
     *
     * @return an unmodifiable list in the order of the document, parents before their children
     */
    public List<Category> categories() {
        return categories;
    }

    /**
     * The top classes.
     *
     * @return an unmodifiable list in the order of the document
     */
    public List<Category> roots() {
        return roots;
    }

    /**
     * The categories without children.
     *
     * @return an unmodifiable list in the order of the document
     */
    public List<Category> leaves() {
        return leaves;
    }

    /**
     * The categories directly below one.
     *
     * @param code the category's code
     * @return an unmodifiable list in the order of the document; empty for a leaf and an unknown code
     */
    public List<Category> children(CategoryCode code) {
        return children.getOrDefault(Objects.requireNonNull(code, "code"), List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Taxonomy that && identity.equals(that.identity) && categories.equals(that.categories);
    }

    @Override
    public int hashCode() {
        return Objects.hash(identity, categories);
    }

    @Override
    public String toString() {
        return "Taxonomy " + identity + ", " + categories.size() + " categories";
    }
}
