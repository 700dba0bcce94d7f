package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.LifecyclePolicy;
import io.github.hotlinekit.core.cases.LifecyclePolicy.Inconsistency;
import io.github.hotlinekit.core.cases.LifecyclePolicy.Prohibition;
import io.github.hotlinekit.core.cases.LifecycleRule;
import io.github.hotlinekit.core.cases.Limit;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Coded;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads and writes a lifecycle policy as a JSON document of the format {@value #FORMAT}. Whatever is not said
 * is as in the standard table. Every inconsistency of a policy is a problem at its part.
 */
public final class LifecyclePolicyJson {

    /** The format's name and version. */
    public static final String FORMAT = "hotline-lifecycle/1";

    static final String FORBID = "forbid";
    static final String ROLES = "roles";
    static final String LIMITS = "limits";
    static final String REQUIRE = "require";
    static final String ATTEMPTS = "attemptsBeforeClosing";
    static final String UNUSED = "unused";

    private LifecyclePolicyJson() {}

    /**
     * Reads a policy.
     *
     * @param in its text, preferably from {@link Utf8#reader}; not closed
     * @param source the document's name, for problems
     * @return the policy
     * @throws InvalidDocumentException with every problem, if there is one
     * @throws IOException if {@code in} throws it
     */
    public static LifecyclePolicy read(Reader in, String source) throws IOException {
        Problems problems = Problems.of(source);
        Optional<LifecyclePolicy> policy = JsonPart.read(in, problems).flatMap(LifecyclePolicyJson::read);
        problems.throwIfAny();
        return policy.orElseThrow();
    }

    private static Optional<LifecyclePolicy> read(JsonPart root) {
        Problems problems = root.problems();
        DocumentHead.format(root, FORMAT);
        root.allow("format", "id", "version", FORBID, ROLES, LIMITS, REQUIRE, ATTEMPTS, UNUSED);
        Optional<Identity> identity = DocumentHead.identity(root);
        List<Prohibition> prohibitions = new ArrayList<>();
        for (JsonPart part : root.objects(FORBID)) {
            prohibition(part).ifPresent(prohibitions::add);
        }
        Map<Act, Set<Role>> roles = new EnumMap<>(Act.class);
        root.object(ROLES).ifPresent(part -> roles(part, roles));
        Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
        root.object(LIMITS).ifPresent(part -> limits(part, limits));
        Set<LifecycleRule> required = some(root, REQUIRE, LifecycleRule.values());
        int attempts = root.integer(ATTEMPTS, 1, LifecyclePolicy.MAX_LIMIT).orElse(1);
        Set<CaseState> unused = some(root, UNUSED, CaseState.values());
        if (!problems.isEmpty()) {
            return Optional.empty(); // what could not be read would be taken for what is not said
        }
        List<Inconsistency> wrong =
                LifecyclePolicy.inconsistencies(prohibitions, roles, limits, required, attempts, unused);
        wrong.forEach(w -> problems.add(place(root, w), w.code(), w.value(), w.expected()));
        return wrong.isEmpty()
                ? Optional.of(new LifecyclePolicy(
                        identity.orElseThrow().toString(), prohibitions, roles, limits, required, attempts, unused))
                : Optional.empty();
    }

    private static Optional<Prohibition> prohibition(JsonPart part) {
        part.allow("act", "from", "kinds");
        if (!part.has("act")) {
            part.missing("act");
        }
        Optional<Act> act = part.oneOf("act", List.of(Act.values()), Coded::code);
        Set<CaseState> from = some(part, "from", CaseState.values());
        Set<CaseKind> kinds = some(part, "kinds", CaseKind.values());
        return act.map(a -> new Prohibition(a, from, kinds));
    }

    private static void roles(JsonPart part, Map<Act, Set<Role>> roles) {
        for (String name : part.names()) {
            Set<Role> some = some(part, name, Role.values());
            named(part, name, Act.values()).ifPresent(act -> roles.put(act, some));
        }
    }

    private static void limits(JsonPart part, Map<Limit, Integer> limits) {
        for (String name : part.names()) {
            Optional<Limit> limit = named(part, name, Limit.values());
            part.integer(name, 0, LifecyclePolicy.MAX_LIMIT)
                    .ifPresent(most -> limit.ifPresent(l -> limits.put(l, most)));
        }
    }

    private static <T extends Coded> Optional<T> named(JsonPart part, String name, T[] values) {
        List<String> codes = Stream.of(values).map(Coded::code).toList();
        int index = codes.indexOf(name);
        if (index < 0) {
            part.problems()
                    .add(part.at(name), "UNKNOWN_PROPERTY", name, "one of " + codes + Suggestion.hint(name, codes));
            return Optional.empty();
        }
        return Optional.of(values[index]);
    }

    private static <T extends Coded> Set<T> some(JsonPart part, String name, T[] values) {
        return new LinkedHashSet<>(part.someOf(name, List.of(values), Coded::code));
    }

    private static Place place(JsonPart root, Inconsistency wrong) {
        String first = wrong.value().split(" ", 2)[0];
        return switch (wrong.part()) {
            case "roles", "limits" -> new Place.Pointer("/" + wrong.part() + "/" + first);
            case "prohibitions" -> root.at(FORBID);
            case "required" -> root.at(REQUIRE);
            default -> root.at(wrong.part());
        };
    }

    /**
     * Writes a policy, without what is as in the standard table. Equal policies give the same text.
     *
     * @param policy the policy
     * @param out takes the text, to be encoded in UTF-8; neither flushed nor closed
     * @throws IllegalArgumentException if the policy's identity is not of the form id@version of
     *     {@link Identity}; nothing is written
     * @throws IOException if {@code out} throws it
     */
    public static void write(LifecyclePolicy policy, Writer out) throws IOException {
        Objects.requireNonNull(out, "out");
        String[] identity = policy.identity().split("@", 2);
        if (identity.length != 2) {
            throw new IllegalArgumentException(
                    "identity must be of the form id@version, but was \"" + policy.identity() + "\"");
        }
        Identity checked = Identity.of(identity[0], identity[1]);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("id", checked.id());
            json.writeStringField("version", checked.version());
            writeProhibitions(policy, json);
            writeRoles(policy, json);
            writeLimits(policy, json);
            writeCodes(json, REQUIRE, policy.required());
            if (policy.attemptsBeforeClosing() != 1) {
                json.writeNumberField(ATTEMPTS, policy.attemptsBeforeClosing());
            }
            writeCodes(json, UNUSED, policy.unused());
            json.writeEndObject();
        }
        out.append(text.getBuffer());
    }

    private static void writeProhibitions(LifecyclePolicy policy, JsonGenerator json) throws IOException {
        if (policy.prohibitions().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(FORBID);
        for (Prohibition prohibition : policy.prohibitions()) {
            json.writeStartObject();
            json.writeStringField("act", prohibition.act().code());
            writeCodes(json, "from", prohibition.from());
            writeCodes(json, "kinds", prohibition.kinds());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRoles(LifecyclePolicy policy, JsonGenerator json) throws IOException {
        if (policy.roles().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(ROLES);
        for (Act act : Act.values()) {
            writeCodes(json, act.code(), policy.roles().getOrDefault(act, Set.of()));
        }
        json.writeEndObject();
    }

    private static void writeLimits(LifecyclePolicy policy, JsonGenerator json) throws IOException {
        if (policy.limits().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(LIMITS);
        for (Limit limit : Limit.values()) {
            Optional<Integer> most = policy.limit(limit);
            if (most.isPresent()) {
                json.writeNumberField(limit.code(), most.get());
            }
        }
        json.writeEndObject();
    }

    private static <E extends Enum<E> & Coded> void writeCodes(JsonGenerator json, String name, Collection<E> codes)
            throws IOException {
        if (!codes.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (E constant : codes.stream().sorted().toList()) {
                json.writeString(constant.code());
            }
            json.writeEndArray();
        }
    }
}
