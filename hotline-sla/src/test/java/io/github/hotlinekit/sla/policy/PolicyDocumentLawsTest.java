package io.github.hotlinekit.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.sla.testkit.Policies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyDocumentLawsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What a schema cannot say. */
    private static final Set<String> BEYOND_THE_SCHEMA = Set.of(
            "UNREACHABLE_ROW",
            "NO_TARGET",
            "CONTRADICTION",
            "DUPLICATE_LIGHT",
            "WRONG_UNIT",
            "NO_EFFECT",
            "UNUSED_HOURS",
            "NEVER_OPEN",
            "UNKNOWN_ZONE",
            "UNKNOWN_HOURS",
            "OVERLAP",
            "DUPLICATE_ID",
            "DUPLICATE_TARGET");

    @Property(tries = 250)
    void reading_inverts_writing_and_the_reader_finds_what_the_lint_of_the_values_finds(
            @ForAll("policies") SlaPolicy policy) {
        String text = PolicyDocuments.written(policy);
        assertThat(PolicyDocuments.isOfSchema(PolicyDocuments.tree(text)))
                .as(text)
                .isTrue();
        List<Problem> overlooked = policy.check("p.json");
        assertThat(PolicyDocuments.check(text)).as(text).containsExactlyInAnyOrderElementsOf(overlooked);
        if (overlooked.isEmpty()) {
            SlaPolicy read = PolicyDocuments.read(text);
            assertThat(read).isEqualTo(policy).hasSameHashCodeAs(policy);
            assertThat(PolicyDocuments.written(read)).isEqualTo(text);
        }
    }

    @Property(tries = 100)
    void what_the_lint_refuses_apart_every_policy_is_read_as_it_was_written(@ForAll("policies") SlaPolicy policy) {
        SlaPolicy clean = new SlaPolicy(
                policy.id(),
                policy.version(),
                policy.zone(),
                policy.source(),
                policy.hours().entrySet().stream()
                        .filter(e -> policy.rows().get(0).targets().stream()
                                .anyMatch(t -> t.hours().equals(java.util.Optional.of(e.getKey()))))
                        .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue)),
                policy.reclassification(),
                List.of(new PolicyRow(
                        "r", RowCondition.ALWAYS, policy.rows().get(0).targets())));
        if (clean.check("p").isEmpty()) {
            assertThat(PolicyDocuments.read(PolicyDocuments.written(clean))).isEqualTo(clean);
        } else {
            assertThat(PolicyDocuments.check(PolicyDocuments.written(clean))).isNotEmpty();
        }
    }

    @Property(tries = 400)
    void a_mutated_document_is_refused_by_schema_and_reader_alike_and_never_half_read(
            @ForAll("policies") SlaPolicy policy, @ForAll Random random) throws IOException {
        ObjectNode tree = (ObjectNode) PolicyDocuments.tree(PolicyDocuments.written(policy));
        mutate(tree, random);
        String text = tree.toString();
        List<Problem> problems = PolicyDocuments.check(text);
        boolean isOfForm = problems.stream().allMatch(p -> isBeyondTheSchema(p));
        assertThat(PolicyDocuments.isOfSchema(tree)).as(text + "\n" + problems).isEqualTo(isOfForm);
        PolicyDocuments.assertAllOrNothing(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isBeyondTheSchema(Problem problem) {
        return switch (problem.code()) {
            // A day that no month has (of each year in a season, of one year elsewhere), a number too large.
            case "BAD_DATE" ->
                problem.value().matches(isOfASeason(problem) ? "[0-9]{2}-[0-9]{2}" : "[0-9]{4}-[0-9]{2}-[0-9]{2}");
            case "BAD_LIMIT" -> problem.value().matches("(0|[1-9][0-9]{0,7})(wd|wh|wm|d|h|m|mo)");
            // A target that counts by opening hours has to name some.
            case "MISSING_PROPERTY" -> problem.place().toString().endsWith("/hours");
            default -> BEYOND_THE_SCHEMA.contains(problem.code());
        };
    }

    private static boolean isOfASeason(Problem problem) {
        return problem.place().toString().contains("/seasons/");
    }

    /** Changes one value somewhere: another type, another text, gone, twice, one more. */
    private static void mutate(ObjectNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() ? "nothing" : names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x", NODES.textNode("x"));
                case 2 -> object.set("x-note", NODES.nullNode());
                default -> object.set(name, other(object.get(name), random));
            }
        } else {
            ArrayNode array = (ArrayNode) container;
            switch (array.isEmpty() ? 2 : random.nextInt(3)) {
                case 0 -> array.remove(0);
                case 1 -> array.set(0, other(array.get(0), random));
                default -> array.add(array.isEmpty() ? NODES.textNode("court") : array.get(0));
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode other(JsonNode value, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt(200) - 20);
            case 2 -> NODES.arrayNode();
            case 3 -> NODES.objectNode();
            case 4 -> NODES.textNode("");
            case 5 -> NODES.booleanNode(true);
            case 6 -> NODES.arrayNode().add(value);
            case 7 ->
                NODES.textNode(List.of(
                                "3wd",
                                "7d",
                                "0d",
                                "99h",
                                "9999wd",
                                "80%",
                                "sameTime",
                                "closeOfBusiness",
                                "reply",
                                "office",
                                "2026-02-30",
                                "17:30",
                                "03",
                                "yellow",
                                "help",
                                "08:00-12:00",
                                "x".repeat(65))
                        .get(random.nextInt(17)));
            default ->
                value != null && value.isTextual() ? NODES.textNode(value.textValue() + "0") : NODES.textNode("0");
        };
    }

    @Provide
    Arbitrary<SlaPolicy> policies() {
        return Policies.any();
    }
}
