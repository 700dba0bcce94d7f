package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.CaseText;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.DayType;
import io.github.hotlinekit.core.routing.Keywords;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.OutcomePattern;
import io.github.hotlinekit.core.routing.ReturnPolicy;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import java.util.List;
import java.util.stream.Stream;

/** The schema of rule sets: their shape; what codes mean is for the reader, who has taxonomy and directory. */
final class RoutingSchema {

    private static final String CATEGORY = "[0-9]{2}(\\.[0-9]{2}){0,7}";
    private static final String AREA = "[0-9]{1,24}";
    private static final String NONE = "\\(none\\)";

    private RoutingSchema() {}

    static ObjectNode root(ObjectNode root) {
        ObjectNode properties = object(root, true);
        properties.putObject("format").put("const", RuleSet.FORMAT);
        for (String name : List.of("id", "version")) {
            pattern(properties, name, "[A-Za-z0-9._-]{1,64}");
        }
        for (String name : List.of("zone", "taxonomy", "directory")) {
            text(properties, name, 200);
        }
        ref(properties, "effective");
        items(properties, "sections", "section");
        ref(properties, "onReturn");
        items(properties, "norms", "norm");
        items(properties, "tests", "test");
        required(root, "format", "id", "version", "zone", "taxonomy", "directory", "sections");
        ObjectNode definitions = root.putObject("$defs");
        effective(definitions.putObject("effective"));
        section(definitions.putObject("section"));
        rule(definitions.putObject("rule"));
        when(definitions.putObject("when"));
        then(definitions.putObject("then"));
        jurisdiction(definitions.putObject("target"));
        onReturn(definitions.putObject("onReturn"));
        norm(definitions.putObject("norm"));
        law(definitions.putObject("law"));
        test(definitions.putObject("test"));
        return root;
    }

    private static ObjectNode object(ObjectNode schema, boolean extensible) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        if (extensible) {
            schema.putObject("patternProperties").putObject("^x-");
        }
        schema.put("additionalProperties", false);
        return properties;
    }

    private static void required(ObjectNode schema, String... names) {
        ArrayNode required = schema.putArray("required");
        Stream.of(names).forEach(required::add);
    }

    private static void text(ObjectNode properties, String name, int max) {
        properties.putObject(name).put("type", "string").put("minLength", 1).put("maxLength", max);
    }

    private static void pattern(ObjectNode properties, String name, String pattern) {
        properties.putObject(name).put("type", "string").put("pattern", "^" + pattern + "$");
    }

    private static void ref(ObjectNode properties, String name) {
        properties.putObject(name).put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode list(ObjectNode properties, String name) {
        return properties
                .putObject(name)
                .put("type", "array")
                .put("minItems", 1)
                .put("uniqueItems", true)
                .put("maxItems", Condition.MAX_VALUES)
                .putObject("items");
    }

    private static void items(ObjectNode properties, String name, String definition) {
        properties
                .putObject(name)
                .put("type", "array")
                .put("minItems", 1)
                .putObject("items")
                .put("$ref", "#/$defs/" + definition);
    }

    private static void codes(ObjectNode schema, Coded... values) {
        ArrayNode codes = schema.putArray("enum");
        Stream.of(values).map(Coded::code).forEach(codes::add);
    }

    private static void codesOrNone(ObjectNode properties, String name, Coded... values) {
        ObjectNode items = list(properties, name);
        codes(items, values);
        ((ArrayNode) items.get("enum")).add("(none)");
    }

    private static void exactlyOne(ObjectNode schema, String... names) {
        ArrayNode forms = schema.putArray("oneOf");
        for (String name : names) {
            required(forms.addObject(), name);
        }
    }

    private static void effective(ObjectNode schema) {
        ObjectNode properties = object(schema, false);
        String date = "[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}";
        pattern(properties, "from", date);
        pattern(properties, "to", date);
    }

    private static void section(ObjectNode schema) {
        ObjectNode properties = object(schema, false);
        text(properties, "id", Rule.MAX_ID);
        codes(properties.putObject("policy"), SectionPolicy.values());
        items(properties, "rules", "rule");
        pattern(properties, "table", "[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
        required(schema, "id");
        exactlyOne(schema, "rules", "table");
    }

    private static void rule(ObjectNode schema) {
        ObjectNode properties = object(schema, true);
        text(properties, "id", Rule.MAX_ID);
        text(properties, "title", Rule.MAX_TITLE);
        ref(properties, "when");
        ref(properties, "then");
        ref(properties, "effective");
        text(properties, "basis", Rule.MAX_BASIS);
        required(schema, "id", "then");
    }

    private static void when(ObjectNode schema) {
        ObjectNode properties = object(schema, false);
        list(properties, "category").put("type", "string").put("pattern", "^(" + CATEGORY + "|" + NONE + ")$");
        list(properties, "area").put("type", "string").put("pattern", "^(" + AREA + "|" + NONE + ")$");
        codesOrNone(properties, "kind", CaseKind.values());
        codesOrNone(properties, "channel", Channel.values());
        codesOrNone(properties, "priority", Priority.values());
        codesOrNone(properties, "requester", RequesterType.values());
        codesOrNone(properties, "dayType", DayType.values());
        ObjectNode keywords = properties.putObject("keywords");
        ObjectNode lists = object(keywords, false);
        keywords.put("minProperties", 1);
        for (String name : List.of("any", "all", "none")) {
            ObjectNode words = lists.putObject(name).put("type", "array").put("minItems", 1);
            words.put("maxItems", Keywords.MAX_WORDS);
            words.putObject("items").put("type", "string").put("minLength", 1);
        }
        list(properties, "time").put("type", "string");
    }

    private static void department(ObjectNode properties, String name) {
        pattern(properties, name, "[A-Za-z0-9_-]{1,64}");
    }

    private static void outcomes(ObjectNode properties) {
        properties.putObject("desk").put("const", "answer");
        pattern(properties, "refer", "[0-9-]{1," + Outcome.MAX_LENGTH + "}");
        text(properties, "statutory", Outcome.MAX_LENGTH);
        pattern(properties, "triage", "[A-Z0-9_]{1," + Outcome.MAX_LENGTH + "}");
    }

    private static void then(ObjectNode schema) {
        ObjectNode properties = object(schema, false);
        properties.putObject("lead").put("$ref", "#/$defs/target");
        list(properties, "assist").put("$ref", "#/$defs/target");
        outcomes(properties);
        ArrayNode forms = schema.putArray("oneOf");
        for (String name : List.of("lead", "desk", "refer", "statutory", "triage")) {
            required(forms.addObject(), name);
        }
        ObjectNode collecting = forms.addObject();
        required(collecting, "assist");
        ArrayNode others = collecting.putObject("not").putArray("anyOf");
        for (String name : List.of("lead", "desk", "refer", "statutory", "triage")) {
            required(others.addObject(), name);
        }
    }

    private static void jurisdiction(ObjectNode schema) {
        ArrayNode forms = schema.putArray("oneOf");
        forms.addObject().put("type", "string").put("pattern", "^[A-Za-z0-9_-]{1,64}$");
        ObjectNode form = forms.addObject();
        ObjectNode properties = object(form, false);
        text(properties, "jurisdiction", 64);
        text(properties, "function", 64);
        required(form, "jurisdiction");
    }

    private static void onReturn(ObjectNode schema) {
        ObjectNode properties = object(schema, false);
        codes(properties.putObject("policy"), ReturnPolicy.Next.values());
        properties
                .putObject("maxReturns")
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", ReturnPolicy.MAX_RETURNS);
        ObjectNode then = properties.putObject("then");
        pattern(object(then, false), "triage", "[A-Z0-9_]{1," + Outcome.MAX_LENGTH + "}");
        required(then, "triage");
    }

    private static void norm(ObjectNode schema) {
        ObjectNode properties = object(schema, false);
        text(properties, "id", Rule.MAX_ID);
        text(properties, "title", Rule.MAX_TITLE);
        properties.putObject("never").put("$ref", "#/$defs/law");
        properties.putObject("always").put("$ref", "#/$defs/law");
        list(properties, "except").put("type", "string");
        text(properties, "basis", Rule.MAX_BASIS);
        required(schema, "id");
        exactlyOne(schema, "never", "always");
    }

    private static void law(ObjectNode schema) {
        ObjectNode properties = object(schema, false);
        ref(properties, "when");
        ObjectNode then = properties.putObject("then");
        ObjectNode pattern = object(then, false);
        then.put("minProperties", 1);
        codes(list(pattern, "outcome"), OutcomePattern.Sort.values());
        list(pattern, "lead").put("type", "string");
        list(pattern, "involves").put("type", "string");
        for (String name : List.of("leadLevel", "leadType", "leadFunction")) {
            text(pattern, name, 200);
        }
        required(schema, "then");
    }

    private static void test(ObjectNode schema) {
        ObjectNode properties = object(schema, false);
        text(properties, "id", Rule.MAX_ID);
        text(properties, "title", Rule.MAX_TITLE);
        properties.putObject("at").put("type", "string");
        ObjectNode facts = object(properties.putObject("facts"), false);
        pattern(facts, "category", CATEGORY);
        pattern(facts, "area", AREA);
        codes(facts.putObject("kind"), CaseKind.values());
        codes(facts.putObject("channel"), Channel.values());
        codes(facts.putObject("priority"), Priority.values());
        codes(facts.putObject("requester"), RequesterType.values());
        codes(facts.putObject("dayType"), DayType.values());
        facts.putObject("text").put("type", "string").put("maxLength", CaseText.MAX_CHARACTERS);
        facts.putObject("receivedAt").put("type", "string");
        list(properties, "excluded").put("type", "string");
        ObjectNode expect = properties.putObject("expect");
        ObjectNode expected = object(expect, false);
        expect.put("minProperties", 1);
        text(expected, "rule", Rule.MAX_ID);
        department(expected, "lead");
        expected.putObject("assist").put("type", "array").putObject("items").put("type", "string");
        outcomes(expected);
        required(schema, "id", "facts", "expect");
    }
}
