package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.LifecyclePolicy;
import io.github.hotlinekit.core.cases.LifecycleRule;
import io.github.hotlinekit.core.cases.Limit;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes the published schemas out of the codecs; {@link #main} writes them where the jar takes them from. */
final class SchemaGenerator {

    private static final String CODE = "^[A-Za-z0-9._:/-]{1,%d}$";
    /** No control characters; blanks at the ends are the reader's to find. */
    private static final String LINE = "^[^\\u0000-\\u001f\\u007f-\\u009f]{1,%d}$";

    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("String", LINE.formatted(200)),
            Map.entry("AreaCode", "^[0-9]{1,24}$"),
            Map.entry("CaseId", CODE.formatted(64)),
            Map.entry("CaseNumber", LINE.formatted(64)),
            Map.entry("CategoryCode", "^[0-9]{2}(\\.[0-9]{2}){0,7}$"),
            Map.entry("DepartmentCode", "^[A-Za-z0-9_-]{1,64}$"),
            Map.entry("Post", LINE.formatted(64)),
            Map.entry("Reference", CODE.formatted(200)),
            Map.entry("RetentionClass", CODE.formatted(64)),
            Map.entry("StaffRef", CODE.formatted(64)),
            Map.entry("Tag", LINE.formatted(64)),
            Map.entry(
                    "Instant",
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?"
                            + "(Z|[+-][0-9]{2}(:[0-9]{2}){1,2})$"));

    private static final Map<String, List<Integer>> RANGES =
            Map.of("level", List.of(1, 9), "amount", List.of(1, 3_650), "task", List.of(1, Integer.MAX_VALUE));

    private final ObjectNode definitions = object();

    private SchemaGenerator() {}

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    /** All schemas by the names of their files. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("hotline-event-1", new SchemaGenerator().document("hotline-event-1", "An event of a case.", event()));
        SchemaGenerator line = new SchemaGenerator();
        all.put("hotline-timeline-1", line.document("hotline-timeline-1", "A line of a timeline.", line.line()));
        SchemaGenerator document = new SchemaGenerator();
        all.put("hotline-case-1", document.document("hotline-case-1", "A case and its events.", document.caseRoot()));
        all.put("hotline-lifecycle-1", text(policy()));
        all.put("hotline-routing-1", text(RoutingSchema.root(head("hotline-routing-1", "Who handles which case."))));
        all.put("hotline-taxonomy-1", text(taxonomy()));
        all.put("hotline-directory-1", text(directory()));
        return all;
    }

    private static ObjectNode head(String name, String description) {
        return object().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:hotlinekit:schema:" + name)
                .put("description", description);
    }

    private String document(String name, String description, ObjectNode root) {
        ObjectNode schema = head(name, description);
        defineEvent();
        schema.setAll(root);
        schema.set("$defs", definitions);
        return text(schema);
    }

    private static String text(ObjectNode schema) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return Json.MAPPER.writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode event() {
        return ref("event");
    }

    private static ObjectNode ref(String name) {
        return object().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode line() {
        ObjectNode root = object();
        root.set("allOf", Json.MAPPER.createArrayNode().add(ref("event")));
        ObjectNode properties = root.putObject("properties");
        properties.set(EventCodec.CASE, textType("CaseNumber"));
        properties.putObject(EventCodec.VERSION).put("const", 1);
        properties.set(EventCodec.MASKED, masked());
        root.putArray("required").add(EventCodec.CASE);
        return root;
    }

    private static ObjectNode masked() {
        return object().put("description", "A masked export; no reader takes it.")
                .put("const", true);
    }

    private ObjectNode caseRoot() {
        ObjectNode root = object().put("type", "object");
        ObjectNode properties = root.putObject("properties");
        properties.putObject("format").put("const", CaseJson.FORMAT);
        properties.set(EventCodec.MASKED, masked());
        properties.set("number", textType("CaseNumber"));
        properties
                .putObject("events")
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", TimelineReader.MAX_EVENTS)
                .set("items", ref("event"));
        root.putArray("required").add("format").add("number").add("events");
        root.put("additionalProperties", false);
        return root;
    }

    private void defineEvent() {
        ObjectNode event = definitions.putObject("event").put("type", "object");
        ObjectNode properties = event.putObject("properties");
        ArrayNode tags = properties.putObject(EventCodec.TYPE).putArray("enum");
        properties
                .putObject(EventCodec.SEQUENCE)
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", Timelines.MAX_EVENTS);
        properties.set(EventCodec.AT, textType("Instant"));
        properties.set(EventCodec.RECORDED, textType("Instant"));
        properties.set(EventCodec.ACTOR, of(EventCodec.INSTANCE.actors(), ""));
        properties.putObject(EventCodec.SEALED).put("type", "string");
        event.putArray("required")
                .add(EventCodec.TYPE)
                .add(EventCodec.SEQUENCE)
                .add(EventCodec.AT)
                .add(EventCodec.ACTOR);
        ArrayNode choices = event.putArray("allOf");
        EventCodec.INSTANCE.byTag().forEach((tag, codec) -> {
            tags.add(tag);
            ObjectNode choice = choices.addObject();
            ObjectNode condition = choice.putObject("if");
            condition.putObject("properties").putObject(EventCodec.TYPE).put("const", tag);
            choice.set("then", parts(codec));
        });
    }

    private ObjectNode parts(RecordCodec codec) {
        ObjectNode schema = object();
        ObjectNode properties = object();
        ArrayNode required = Json.MAPPER.createArrayNode();
        List<String> names = codec.names();
        for (int i = 0; i < names.size(); i++) {
            Codec part = codec.codec(i);
            properties.set(names.get(i), of(part, names.get(i)));
            if (part.absent() == null) {
                required.add(names.get(i));
            }
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode of(Codec codec, String name) {
        if (codec instanceof OptionalCodec optional) {
            return of(optional.value(), name);
        }
        if (codec instanceof ListCodec list) {
            ObjectNode schema = object().put("type", "array").put("maxItems", 1_000);
            if (list.kind() == ListCodec.Kind.SET) {
                schema.put("uniqueItems", true);
            }
            schema.set("items", of(list.element(), name));
            return schema;
        }
        if (codec instanceof RecordCodec record) {
            String defined = record.type().getSimpleName();
            if (!definitions.has(defined)) {
                ObjectNode schema = object().put("type", "object");
                definitions.set(defined, schema);
                if (record.hasExtensions()) {
                    schema.put("description", "A host's own properties begin with x- and are personal texts.");
                }
                schema.setAll(parts(record));
            }
            return ref(defined);
        }
        if (codec instanceof TextCodec text) {
            return textType(text.type().getSimpleName());
        }
        if (codec instanceof InstantCodec) {
            return textType("Instant");
        }
        if (codec instanceof PersonalCodec personal) {
            return personal(personal);
        }
        if (codec instanceof EnumCodec constants) {
            ObjectNode schema = object();
            constants.codes().forEach(schema.putArray("enum")::add);
            return schema;
        }
        if (codec instanceof IntCodec) {
            List<Integer> range = Objects.requireNonNull(RANGES.get(name), name);
            return object().put("type", "integer").put("minimum", range.get(0)).put("maximum", range.get(1));
        }
        return ref("event");
    }

    private ObjectNode textType(String type) {
        if (!definitions.has(type)) {
            definitions
                    .putObject(type)
                    .put("type", "string")
                    .put("pattern", Objects.requireNonNull(PATTERNS.get(type), type));
        }
        return ref(type);
    }

    private ObjectNode personal(PersonalCodec codec) {
        String name = codec.type().getSimpleName();
        if (!definitions.has(name)) {
            ArrayNode forms = definitions
                    .putObject(name)
                    .put(
                            "description",
                            "A personal value: in clear, masked, sealed" + (codec.canBeErased() ? ", or erased." : "."))
                    .putArray("oneOf");
            ObjectNode clear = forms.addObject().put("type", "string");
            if (codec.type() == FreeText.class) {
                clear.put("maxLength", FreeText.MAX_LENGTH);
            }
            form(forms, PersonalCodec.MASKED).put("type", "string");
            form(forms, PersonalCodec.SEALED).put("type", "string").put("maxLength", JsonPart.MAX_STRING);
            if (codec.canBeErased()) {
                form(forms, PersonalCodec.ERASED).put("const", true);
            }
        }
        return ref(name);
    }

    private static ObjectNode form(ArrayNode forms, String name) {
        ObjectNode form = forms.addObject().put("type", "object");
        ObjectNode value = form.putObject("properties").putObject(name);
        form.putArray("required").add(name);
        form.put("additionalProperties", false);
        return value;
    }

    private static ObjectNode policy() {
        ObjectNode root = head("hotline-lifecycle-1", "How a city tightens the lifecycle of cases.");
        root.put("type", "object");
        ObjectNode properties = root.putObject("properties");
        properties.putObject("format").put("const", LifecyclePolicyJson.FORMAT);
        for (String name : List.of("id", "version")) {
            properties.putObject(name).put("type", "string").put("pattern", "^[A-Za-z0-9._-]{1,64}$");
        }
        ObjectNode forbid = properties
                .putObject(LifecyclePolicyJson.FORBID)
                .put("type", "array")
                .put("minItems", 1);
        ObjectNode prohibition = forbid.putObject("items").put("type", "object");
        ObjectNode parts = prohibition.putObject("properties");
        codes(parts.putObject("act"), Act.values());
        list(parts.putObject("from"), CaseState.values());
        list(parts.putObject("kinds"), CaseKind.values());
        prohibition.putArray("required").add("act");
        closed(prohibition);
        ObjectNode roles = properties.putObject(LifecyclePolicyJson.ROLES).put("type", "object");
        codes(roles.putObject("propertyNames"), Act.values());
        list(roles.putObject("additionalProperties"), Role.values());
        ObjectNode limits = properties.putObject(LifecyclePolicyJson.LIMITS).put("type", "object");
        codes(limits.putObject("propertyNames"), Limit.values());
        limits.putObject("additionalProperties")
                .put("type", "integer")
                .put("minimum", 0)
                .put("maximum", LifecyclePolicy.MAX_LIMIT);
        list(
                properties.putObject(LifecyclePolicyJson.REQUIRE),
                Stream.of(LifecycleRule.values())
                        .filter(LifecycleRule::isOptional)
                        .toArray(Coded[]::new));
        properties
                .putObject(LifecyclePolicyJson.ATTEMPTS)
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", LifecyclePolicy.MAX_LIMIT);
        list(properties.putObject(LifecyclePolicyJson.UNUSED), CaseState.values());
        root.putArray("required").add("format").add("id").add("version");
        closed(root);
        return root;
    }

    private static ObjectNode taxonomy() {
        ObjectNode root = head("hotline-taxonomy-1", "A classification of demands.");
        root.put("type", "object");
        ObjectNode properties = root.putObject("properties");
        properties.putObject("format").put("const", TaxonomyJson.FORMAT);
        for (String name : List.of("id", "version")) {
            properties.putObject(name).put("type", "string").put("pattern", "^[A-Za-z0-9._-]{1,64}$");
        }
        ObjectNode category = properties
                .putObject("categories")
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", Taxonomy.MAX_CATEGORIES)
                .putObject("items")
                .put("type", "object");
        ObjectNode parts = category.putObject("properties");
        String code = Objects.requireNonNull(PATTERNS.get("CategoryCode"));
        parts.putObject("code").put("type", "string").put("pattern", code);
        label(parts.putObject("name"), Category.MAX_NAME);
        label(parts.putObject("description"), Category.MAX_DESCRIPTION);
        words(parts.putObject("typicalKinds"), Category.MAX_KINDS);
        parts.putObject("typicalLead").put("type", "string").put("pattern", PATTERNS.get("DepartmentCode"));
        words(parts.putObject("keywords"), Category.MAX_KEYWORDS);
        effective(parts.putObject("effective"));
        parts.putObject("successors")
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", Category.MAX_SUCCESSORS)
                .putObject("items")
                .put("type", "string")
                .put("pattern", code);
        category.putArray("required").add("code").add("name");
        closed(category);
        root.putArray("required").add("format").add("id").add("version").add("categories");
        closed(root);
        return root;
    }

    private static ObjectNode directory() {
        ObjectNode root = head("hotline-directory-1", "Departments, and the areas that they have charge of.");
        root.put("type", "object");
        ObjectNode properties = root.putObject("properties");
        properties.putObject("format").put("const", DirectoryJson.FORMAT);
        for (String name : List.of("id", "version")) {
            properties.putObject(name).put("type", "string").put("pattern", "^[A-Za-z0-9._-]{1,64}$");
        }
        String department = Objects.requireNonNull(PATTERNS.get("DepartmentCode"));
        String area = Objects.requireNonNull(PATTERNS.get("AreaCode"));
        String text = LINE.formatted(Directory.MAX_TEXT);
        ObjectNode unit = entries(properties.putObject("departments"));
        ObjectNode parts = unit.putObject("properties");
        text(parts, "code", department);
        label(parts.putObject("name"), Directory.MAX_TEXT);
        text(parts, "type", text);
        set(parts, "functions", "^[^|\\u0000-\\u001f\\u007f-\\u009f]{1,%d}$".formatted(Directory.MAX_TEXT));
        text(parts, "level", text);
        text(parts, "parent", department);
        text(parts, "supervisedBy", department);
        set(parts, "areas", area);
        effective(parts.putObject("effective"));
        set(parts, "successors", department);
        unit.putArray("required").add("code").add("name").add("type");
        closed(unit);
        ObjectNode place = entries(properties.putObject("areas"));
        parts = place.putObject("properties");
        text(parts, "code", area);
        label(parts.putObject("name"), Directory.MAX_TEXT);
        text(parts, "parent", area);
        text(parts, "level", text);
        text(parts, "department", department);
        place.putArray("required").add("code").add("name").add("level");
        closed(place);
        root.putArray("required").add("format").add("id").add("version");
        closed(root);
        return root;
    }

    private static ObjectNode entries(ObjectNode schema) {
        return schema.put("type", "array").put("minItems", 1).putObject("items").put("type", "object");
    }

    private static void text(ObjectNode properties, String name, String pattern) {
        properties.putObject(name).put("type", "string").put("pattern", pattern);
    }

    private static void set(ObjectNode properties, String name, String pattern) {
        ObjectNode list = properties.putObject(name).put("type", "array").put("minItems", 1);
        list.put("uniqueItems", true);
        list.putObject("items").put("type", "string").put("pattern", pattern);
    }

    private static void effective(ObjectNode schema) {
        ObjectNode days = schema.put("type", "object").putObject("properties");
        for (String name : List.of("from", "to")) {
            days.putObject(name).put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        }
        closed(schema);
    }

    private static void label(ObjectNode schema, int most) {
        schema.put("type", "object");
        ObjectNode languages = schema.putObject("properties");
        for (String language : List.of("zh", "en")) {
            languages.putObject(language).put("type", "string").put("pattern", LINE.formatted(most));
        }
        schema.putArray("required").add("zh").add("en");
        closed(schema);
    }

    private static void words(ObjectNode schema, int most) {
        schema.put("type", "array").put("minItems", 1).put("maxItems", most);
        schema.putObject("items")
                .put("type", "string")
                .put("pattern", "^[^|\\u0000-\\u001f\\u007f-\\u009f]{1,%d}$".formatted(Category.MAX_WORD));
    }

    /** People write policies, so a misspelt name is refused; a host's own begin with x-. */
    private static void closed(ObjectNode schema) {
        schema.putObject("patternProperties").putObject("^x-");
        schema.put("additionalProperties", false);
    }

    private static void codes(ObjectNode schema, Coded[] values) {
        ArrayNode codes = schema.putArray("enum");
        Stream.of(values).map(Coded::code).forEach(codes::add);
    }

    private static void list(ObjectNode schema, Coded[] values) {
        schema.put("type", "array").put("minItems", 1);
        codes(schema.putObject("items"), values);
    }

    /** Writes the schemas into a folder. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> schema : all().entrySet()) {
            Files.writeString(Path.of(arguments[0], schema.getKey() + ".schema.json"), schema.getValue());
        }
    }
}
