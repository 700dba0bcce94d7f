package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.json.JsonText;
import io.github.hotlinekit.core.language.Coded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule set as the properties of its document; equal rule sets have equal properties. */
final class RuleSetWriter {

    private RuleSetWriter() {}

    static String text(RuleSet rules) {
        return JsonText.of(document(rules)) + "\n";
    }

    static String hash(RuleSet rules) {
        try {
            byte[] canonical = JsonText.canonical(document(rules)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, Object> document(RuleSet rules) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", RuleSet.FORMAT);
        document.put("id", rules.id());
        document.put("version", rules.version());
        document.put("zone", rules.zone().getId());
        effective(rules.effective(), document);
        document.put("taxonomy", rules.taxonomy());
        document.put("directory", rules.directory());
        document.put(
                "sections",
                rules.sections().stream().map(RuleSetWriter::section).toList());
        if (!rules.onReturn().equals(ReturnPolicy.STANDARD)) {
            Map<String, Object> onReturn = new LinkedHashMap<>();
            onReturn.put("policy", rules.onReturn().next().code());
            onReturn.put("maxReturns", rules.onReturn().maxReturns());
            onReturn.put("then", outcome(rules.onReturn().then()));
            document.put("onReturn", onReturn);
        }
        some("norms", rules.norms().stream().map(RuleSetWriter::norm).toList(), document);
        some("tests", rules.tests().stream().map(RuleSetWriter::test).toList(), document);
        extensions(rules.extensions(), document);
        return document;
    }

    private static void some(String name, List<?> list, Map<String, Object> object) {
        if (!list.isEmpty()) {
            object.put(name, list);
        }
    }

    private static void text(String name, Optional<?> text, Map<String, Object> object) {
        text.ifPresent(t -> object.put(name, t.toString()));
    }

    private static void effective(Effective effective, Map<String, Object> object) {
        if (!effective.equals(Effective.ALWAYS)) {
            Map<String, Object> ends = new LinkedHashMap<>();
            effective.from().map(LocalDate::toString).ifPresent(d -> ends.put("from", d));
            effective.toExclusive().map(LocalDate::toString).ifPresent(d -> ends.put("to", d));
            object.put("effective", ends);
        }
    }

    private static void extensions(Extensions extensions, Map<String, Object> object) {
        extensions.values().forEach((name, json) -> object.put(name, new JsonText.Raw(json)));
    }

    private static Map<String, Object> section(RuleSet.Section section) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", section.id());
        object.put("policy", section.policy().code());
        object.put("rules", section.rules().stream().map(RuleSetWriter::rule).toList());
        return object;
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", rule.id());
        text("title", rule.title(), object);
        object.put("when", condition(rule.when()));
        object.put("then", directive(rule.then()));
        effective(rule.effective(), object);
        text("basis", rule.basis(), object);
        extensions(rule.extensions(), object);
        return object;
    }

    private static Map<String, Object> condition(Condition when) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Cell cell : Cell.values()) {
            some(cell.code(), cell.listsValues() ? values(when, cell) : List.of(), object);
        }
        Map<String, Object> keywords = new LinkedHashMap<>();
        some("any", when.keywords().any(), keywords);
        some("all", when.keywords().all(), keywords);
        some("none", when.keywords().none(), keywords);
        if (!keywords.isEmpty()) {
            object.put("keywords", keywords);
        }
        some("time", when.times().stream().map(TimeWindow::toString).toList(), object);
        return object;
    }

    /** The values of a cell as documents have them, the sign for a missing fact last. */
    static List<String> values(Condition when, Cell cell) {
        Collection<?> values = switch (cell) {
            case CATEGORY -> when.categories();
            case AREA -> when.areas();
            case KIND -> when.kinds();
            case CHANNEL -> when.channels();
            case PRIORITY -> when.priorities();
            case REQUESTER -> when.requesters();
            case DAY_TYPE -> when.dayTypes();
            case KEYWORDS, TIME -> List.of();
        };
        Stream<String> texts = values.stream().map(v -> v instanceof Coded coded ? coded.code() : v.toString());
        return Stream.concat(texts, when.missing().contains(cell) ? Stream.of(RuleParts.NONE) : Stream.of())
                .toList();
    }

    private static Map<String, Object> directive(Directive then) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (then instanceof Directive.Assign assign) {
            object.put("lead", target(assign.lead()));
            some(
                    "assist",
                    assign.assisting().stream().map(RuleSetWriter::target).toList(),
                    object);
        } else if (then instanceof Directive.Assist assist) {
            some(
                    "assist",
                    assist.assisting().stream().map(RuleSetWriter::target).toList(),
                    object);
        } else {
            object.putAll(outcome((Outcome) then));
        }
        return object;
    }

    private static Object target(Target target) {
        if (target instanceof Target.Department department) {
            return department.code().value();
        }
        Target.Jurisdiction jurisdiction = (Target.Jurisdiction) target;
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("jurisdiction", jurisdiction.level().orElse(Target.Jurisdiction.NEAREST_LEVEL));
        text("function", jurisdiction.function(), object);
        return object;
    }

    private static Map<String, Object> outcome(Outcome outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (outcome instanceof Outcome.AnswerAtDesk) {
            object.put("desk", RuleParts.ANSWER);
        } else if (outcome instanceof Outcome.Refer refer) {
            object.put("refer", refer.number());
        } else if (outcome instanceof Outcome.Statutory statutory) {
            object.put("statutory", statutory.channel());
        } else if (outcome instanceof Outcome.Triage triage) {
            object.put("triage", triage.reason());
        } else {
            throw new IllegalArgumentException("a dispatch is written by its departments, but was " + outcome);
        }
        return object;
    }

    private static Map<String, Object> norm(Norm norm) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", norm.id());
        text("title", norm.title(), object);
        Map<String, Object> law = new LinkedHashMap<>();
        law.put("when", condition(norm.when()));
        Map<String, Object> then = new LinkedHashMap<>();
        some("outcome", norm.then().outcomes().stream().map(Coded::code).toList(), then);
        some("lead", texts(norm.then().leads()), then);
        some("involves", texts(norm.then().involves()), then);
        text("leadLevel", norm.then().leadLevel(), then);
        text("leadType", norm.then().leadType(), then);
        text("leadFunction", norm.then().leadFunction(), then);
        law.put("then", then);
        object.put(norm.mode().code(), law);
        some("except", norm.except(), object);
        text("basis", norm.basis(), object);
        return object;
    }

    private static List<String> texts(List<?> codes) {
        return codes.stream().map(Object::toString).toList();
    }

    private static Map<String, Object> test(RuleTest test) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", test.id());
        text("title", test.title(), object);
        text("at", test.at(), object);
        Map<String, Object> facts = new LinkedHashMap<>();
        text("category", test.facts().category(), facts);
        text("area", test.facts().area(), facts);
        text("kind", test.facts().kind().map(Coded::code), facts);
        text("channel", test.facts().channel().map(Coded::code), facts);
        text("priority", test.facts().priority().map(Coded::code), facts);
        text("requester", test.facts().requester().map(Coded::code), facts);
        text("dayType", test.facts().dayType().map(Coded::code), facts);
        text("text", test.text(), facts);
        text("receivedAt", test.facts().receivedAt(), facts);
        object.put("facts", facts);
        some("excluded", texts(test.excluded()), object);
        Map<String, Object> expect = new LinkedHashMap<>();
        text("rule", test.expect().rule(), expect);
        text("lead", test.expect().lead(), expect);
        test.expect().assist().ifPresent(codes -> expect.put("assist", new ArrayList<>(texts(codes))));
        test.expect().outcome().ifPresent(o -> expect.putAll(outcome(o)));
        object.put("expect", expect);
        return object;
    }
}
