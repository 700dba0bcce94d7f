package io.github.hotlinekit.examples.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.dmn.RoutingDmn;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.RuleSet;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two engines that others wrote, on the tables that rules are exported as. */
@Tag("engines")
class EnginesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private final City city;
    private final RuleSet rules;
    private final Router router;
    private final String document;

    EnginesTest() throws IOException {
        this.city = new City(1);
        this.rules = city.rules();
        this.router = Router.of(rules, city.taxonomy(), city.directory());
        StringWriter out = new StringWriter();
        assertThat(RoutingDmn.write(rules, DAY, city.taxonomy(), out)).isEmpty();
        this.document = out.toString();
    }

    @Test
    void drools_decides_by_the_exported_tables_as_the_router_does() {
        assertDecidesAsTheRouter(new Drools(document), 1_000);
    }

    @Test
    void camunda_decides_by_the_exported_tables_as_the_router_does() {
        assertDecidesAsTheRouter(new Camunda(document), 200);
    }

    private void assertDecidesAsTheRouter(Engine engine, int cases) {
        assertThat(rules.size()).isGreaterThan(200);
        Set<String> deciding = new HashSet<>();
        int unrouted = 0;
        for (int i = 0; i < cases; i++) {
            RoutingFacts facts = city.facts();
            Map<String, Object> named = named(facts);
            RoutingDecision expected = router.route(facts, at());
            Optional<Map<String, Object>> said = engine.route(named);
            assertThat(said.map(s -> text(s, "rule").orElseThrow()))
                    .as("rule for %s", facts)
                    .isEqualTo(expected.rule());
            assertThat(said.map(s -> text(s, "section").orElseThrow())).isEqualTo(expected.section());
            assertThat(outcome(said, facts, () -> engine.assist(named)))
                    .as("outcome for %s", facts)
                    .isEqualTo(expected.outcome());
            expected.rule().ifPresent(deciding::add);
            unrouted += said.isEmpty() ? 1 : 0;
        }
        // Cases that all go one way would prove little.
        assertThat(deciding).hasSizeGreaterThan(50);
        assertThat(unrouted).isPositive();
    }

    private Instant at() {
        return DAY.atTime(9, 0).atZone(rules.zone()).toInstant();
    }

    private static Map<String, Object> named(RoutingFacts facts) {
        Map<String, Object> named = new HashMap<>();
        named.put("category", facts.category().map(Object::toString).orElse(null));
        named.put("area", facts.area().map(Object::toString).orElse(null));
        named.put("kind", facts.kind().map(Coded::code).orElse(null));
        named.put("channel", facts.channel().map(Coded::code).orElse(null));
        named.put("priority", facts.priority().map(Coded::code).orElse(null));
        named.put("requester", facts.requester().map(Coded::code).orElse(null));
        named.put("dayType", facts.dayType().map(Coded::code).orElse(null));
        return named;
    }

    private static Optional<String> text(Map<String, Object> outputs, String name) {
        return Optional.ofNullable((String) outputs.get(name));
    }

    /** Rows that assist, asked for only where a case is dispatched. */
    private interface Assisting {
        List<Map<String, Object>> rows();
    }

    /** What a host makes of the outputs. */
    private Outcome outcome(Optional<Map<String, Object>> said, RoutingFacts facts, Assisting assisting) {
        if (said.isEmpty()) {
            return new Outcome.Triage(Outcome.UNROUTED);
        }
        String detail = text(said.get(), "detail").orElse("");
        return switch (text(said.get(), "outcome").orElseThrow()) {
            case "desk" -> new Outcome.AnswerAtDesk();
            case "refer" -> new Outcome.Refer(detail);
            case "statutory" -> new Outcome.Statutory(detail);
            case "triage" -> new Outcome.Triage(detail);
            default -> dispatch(said.get(), facts, assisting);
        };
    }

    private Outcome dispatch(Map<String, Object> said, RoutingFacts facts, Assisting assisting) {
        Optional<DepartmentCode> lead = text(said, "lead")
                .map(DepartmentCode::of)
                .or(() -> inCharge(text(said, "jurisdiction").orElseThrow(), facts));
        if (lead.isEmpty()) {
            return new Outcome.Triage(Outcome.NO_JURISDICTION);
        }
        List<DepartmentCode> departments = new ArrayList<>();
        Stream.concat(Stream.of(said), assisting.rows().stream())
                .flatMap(row -> text(row, "assist").stream())
                .flatMap(text -> Stream.of(text.split("\\|", -1)))
                .flatMap(target -> (target.startsWith("@")
                                ? inCharge(target.substring(1), facts)
                                : Optional.of(DepartmentCode.of(target)))
                        .stream())
                .filter(code -> !code.equals(lead.get()) && !departments.contains(code))
                .forEach(departments::add);
        return new Outcome.Dispatch(lead.get(), departments);
    }

    private Optional<DepartmentCode> inCharge(String level, RoutingFacts facts) {
        Optional<String> asked = Optional.of(level).filter(l -> !l.equals("area"));
        return facts.area()
                .flatMap(area -> city.directory().inCharge(area, asked, Optional.empty(), DAY).stream()
                        .findFirst());
    }
}
