package io.github.hotlinekit.core.json;

import io.github.hotlinekit.core.document.CodeText;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads and writes a taxonomy as a JSON document of the format {@value #FORMAT}. Each category has {@code code} and
 * {@code name}, an object with {@code zh} and {@code en}, and may have {@code description}, {@code typicalKinds},
 * {@code typicalLead}, {@code keywords}, {@code effective} with {@code from} and {@code to} (exclusive), and
 * {@code successors}. Properties that begin with {@code x-} are passed over.
 */
public final class TaxonomyJson {

    /** The format's name and version. */
    public static final String FORMAT = "hotline-taxonomy/1";

    private static final String CODE_EXPECTED = "two digits a level joined by dots, such as 03.02.05";

    private final Problems problems;
    private final List<Category> categories = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<CategoryCode, Entry> first = new HashMap<>();
    /** Successors and ends of time that could not be read. */
    private final List<Place> unread = new ArrayList<>();

    /** A category's object, and its lists with the places of their elements. */
    private record Entry(JsonPart part, Map<String, List<JsonPart.Text>> lists) {

        Place place(String property) {
            return new Place.Pointer(((Place.Pointer) part.place()).pointer() + "/" + property);
        }

        Place place(Inconsistency wrong) {
            List<JsonPart.Text> list = lists.getOrDefault(wrong.property(), List.of());
            return wrong.element().isPresent()
                    ? list.get(wrong.element().getAsInt()).place()
                    : place(wrong.property());
        }
    }

    private TaxonomyJson(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a taxonomy.
     *
     * @param in its text, preferably from {@link Utf8#reader}; not closed
     * @param source the document's name, for problems
     * @return the taxonomy
     * @throws InvalidDocumentException with every problem, if there is one: those of {@link Taxonomy#inconsistencies},
     *     {@code BAD_CODE}, {@code BAD_DATE}, {@code BAD_PERIOD}, {@code BAD_ID}, {@code UNSUPPORTED_FORMAT} and those of
     *     {@link JsonPart}
     * @throws IOException if {@code in} throws it
     */
    public static Taxonomy read(Reader in, String source) throws IOException {
        Problems problems = Problems.of(source);
        Optional<Taxonomy> taxonomy = JsonPart.read(in, problems).flatMap(new TaxonomyJson(problems)::taxonomy);
        problems.throwIfAny();
        return taxonomy.orElseThrow();
    }

    private Optional<Taxonomy> taxonomy(JsonPart root) {
        root.allow("format", "id", "version", "categories");
        DocumentHead.format(root, FORMAT);
        Optional<Identity> identity = DocumentHead.identity(root);
        root.requiredObjects("categories").forEach(this::category);
        Taxonomy.inconsistencies(categories).forEach(this::tell);
        return problems.isEmpty() ? identity.map(i -> Taxonomy.of(i.id(), i.version(), categories)) : Optional.empty();
    }

    /** What cannot be read gets a stand-in that has no other fault, so that nothing is told twice. */
    private void category(JsonPart part) {
        part.allow("code", "name", "description", "typicalKinds", "typicalLead", "keywords", "effective", "successors");
        Map<String, List<JsonPart.Text>> lists = new HashMap<>();
        Label standIn = Label.of("entry " + entries.size(), "entry " + entries.size());
        Category.Builder builder = Category.builder()
                .name(part.requiredObject("name")
                        .map(n -> label(n, Category.MAX_NAME, standIn))
                        .orElse(standIn))
                .description(part.object("description").map(d -> label(d, Category.MAX_DESCRIPTION, standIn)))
                .addAllTypicalKinds(list(part, "typicalKinds", lists))
                .typicalLead(part.text("typicalLead"))
                .addAllKeywords(list(part, "keywords", lists))
                .effective(part.object("effective").map(this::effective).orElse(Effective.ALWAYS));
        List<JsonPart.Text> successors = new ArrayList<>();
        for (JsonPart.Text text : part.texts("successors")) {
            Optional<CategoryCode> successor = code(text);
            if (successor.isPresent()) {
                builder.addSuccessors(successor.get());
                successors.add(text);
            }
        }
        lists.put("successors", successors);
        Optional<CategoryCode> code = part.requiredText("code", JsonPart.MAX_STRING)
                .flatMap(c -> code(new JsonPart.Text(c, part.at("code"))));
        if (code.isPresent()) {
            Entry entry = new Entry(part, lists);
            categories.add(builder.code(code.get()).build());
            entries.add(entry);
            first.putIfAbsent(code.get(), entry);
        }
    }

    private static Label label(JsonPart part, int most, Label standIn) {
        part.allow("zh", "en");
        return Label.of(
                part.requiredText("zh", most).orElse(standIn.zh()),
                part.requiredText("en", most).orElse(standIn.en()));
    }

    private static List<String> list(JsonPart part, String name, Map<String, List<JsonPart.Text>> lists) {
        List<JsonPart.Text> texts = part.texts(name);
        lists.put(name, texts);
        return texts.stream().map(JsonPart.Text::value).toList();
    }

    /** The code; if it is none, the one probably meant, so that what refers to that is not told as well. */
    private Optional<CategoryCode> code(JsonPart.Text text) {
        Optional<CategoryCode> code = code(text.value());
        if (code.isPresent()) {
            return code;
        }
        problems.add(text.place(), "BAD_CODE", text.value(), CODE_EXPECTED + CodeText.hint(text.value()));
        unread.add(text.place());
        return code(CodeText.unified(text.value()));
    }

    private static Optional<CategoryCode> code(String text) {
        try {
            return Optional.of(CategoryCode.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Effective effective(JsonPart part) {
        part.allow("from", "to");
        Optional<LocalDate> from = date(part, "from");
        Optional<LocalDate> to = date(part, "to");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            String expected = "a day after " + from.get() + ", the first day no longer in force";
            problems.add(part.at("to"), "BAD_PERIOD", to.get().toString(), expected);
            unread.add(part.at("to"));
            return Effective.ALWAYS;
        }
        return new Effective(from, to);
    }

    private Optional<LocalDate> date(JsonPart part, String name) {
        Optional<LocalDate> date = part.parsed(name, LocalDate::parse, "BAD_DATE", "a date such as 2026-07-01");
        if (date.isEmpty() && part.has(name)) {
            unread.add(part.at(name));
        }
        return date;
    }

    private void tell(Inconsistency wrong) {
        boolean aboutTime =
                wrong.property().equals("effective/to") || wrong.property().equals("successors");
        if (aboutTime && !unread.isEmpty()) {
            return; // it may come of what could not be read
        }
        Entry entry = entries.get(wrong.index());
        String expected = wrong.expected();
        if (wrong.code().equals("DUPLICATE_CODE")) {
            Entry before = first.getOrDefault(categories.get(wrong.index()).code(), entry);
            expected = "a code not used before; it is also at " + before.place("code");
        }
        problems.add(entry.place(wrong), wrong.code(), wrong.value(), expected);
    }

    /**
     * Writes a taxonomy, a line a category where it fits. Equal taxonomies give the same text, and {@link #read} gives an
     * equal one.
     *
     * @param taxonomy the taxonomy
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IllegalArgumentException if the text were longer than a document may be, {@value JsonPart#MAX_DOCUMENT}
     *     characters; nothing is written
     * @throws IOException if {@code out} throws it
     */
    public static void write(Taxonomy taxonomy, Writer out) throws IOException {
        Objects.requireNonNull(out, "out");
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("id", taxonomy.id());
        root.put("version", taxonomy.version());
        root.put(
                "categories",
                taxonomy.categories().stream().map(TaxonomyJson::object).toList());
        String text = JsonText.of(root);
        if (text.length() >= JsonPart.MAX_DOCUMENT) {
            throw Json.tooLarge("less than " + JsonPart.MAX_DOCUMENT + " characters");
        }
        out.append(text).append('\n');
    }

    private static Map<String, Object> object(Category category) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", category.code().value());
        object.put("name", object(category.name()));
        category.description().ifPresent(d -> object.put("description", object(d)));
        put(object, "typicalKinds", category.typicalKinds());
        category.typicalLead().ifPresent(l -> object.put("typicalLead", l));
        put(object, "keywords", category.keywords());
        Map<String, Object> effective = new LinkedHashMap<>();
        category.effective().from().ifPresent(d -> effective.put("from", d.toString()));
        category.effective().toExclusive().ifPresent(d -> effective.put("to", d.toString()));
        if (!effective.isEmpty()) {
            object.put("effective", effective);
        }
        put(
                object,
                "successors",
                category.successors().stream().map(CategoryCode::value).toList());
        return object;
    }

    private static Map<String, Object> object(Label label) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("zh", label.zh());
        object.put("en", label.en());
        return object;
    }

    private static void put(Map<String, Object> object, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            object.put(name, texts);
        }
    }
}
