package io.github.hotlinekit.examples.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.dmn.RoutingDmn;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.routing.Target;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A category that was retired is routed by its successor, in other engines too. */
class RetiredCategoriesTest {

    private static final LocalDate END = LocalDate.of(2026, 4, 1);
    private static final Taxonomy TAXONOMY = Taxonomy.of(
            "t",
            "1",
            List.of(
                    category("01", Effective.ALWAYS),
                    category("02", Effective.ALWAYS),
                    category("03", Effective.until(END), "02"),
                    category("04", Effective.until(END), "01", "02"),
                    category("05", Effective.until(END))));
    private static final Directory DIRECTORY = Directory.of(
            "d",
            "1",
            List.of(Department.builder()
                    .code(DepartmentCode.of("A"))
                    .name(Label.of("单位", "Unit"))
                    .type("bureau")
                    .build()),
            List.of());

    private static Category category(String code, Effective effective, String... successors) {
        return Category.builder()
                .code(CategoryCode.of(code))
                .name(Label.of("项" + code, "Matter " + code))
                .effective(effective)
                .addAllSuccessors(Stream.of(successors).map(CategoryCode::of).toList())
                .build();
    }

    private static RuleSet rules() {
        Rule[] rules = Stream.of("01", "02", "03", "04", "05")
                .map(code -> Rule.builder()
                        .id("R" + code)
                        .when(Condition.builder()
                                .addCategories(CategoryCode.of(code))
                                .build())
                        .then(Directive.Assign.of("A"))
                        .build())
                .toArray(Rule[]::new);
        Rule also = Rule.builder()
                .id("X")
                .then(new Directive.Assist(List.of(Target.department("A"))))
                .build();
        return RuleSet.builder()
                .id("r")
                .version("1")
                .zone(ZoneId.of("Asia/Shanghai"))
                .taxonomy(TAXONOMY.identity())
                .directory(DIRECTORY.identity())
                .addSections(
                        RuleSet.Section.first("catalogue", rules),
                        new RuleSet.Section("also", SectionPolicy.COLLECT, List.of(also)))
                .build();
    }

    private static String written(LocalDate day) throws IOException {
        StringWriter out = new StringWriter();
        assertThat(RoutingDmn.write(rules(), day, TAXONOMY, out)).isEmpty();
        return out.toString();
    }

    private static RuleSet read(String document) throws IOException {
        return RoutingDmn.read(
                "rules.dmn", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), TAXONOMY, DIRECTORY);
    }

    @Test
    void retired_categories_are_forwarded_from_the_day_they_end_as_the_router_does() throws IOException {
        Router router = Router.of(rules(), TAXONOMY, DIRECTORY);
        for (LocalDate day : List.of(END.minusDays(1), END)) {
            String document = written(day);
            Router again = Router.of(read(document), TAXONOMY, DIRECTORY);
            Instant at = day.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
            for (Engine engine : List.of(new Drools(document), new Camunda(document))) {
                for (String code : List.of("01", "02", "03", "03.01", "04", "05", "06", "")) {
                    Optional<String> category = Optional.of(code).filter(c -> !c.isEmpty());
                    RoutingFacts facts = RoutingFacts.builder()
                            .category(category.map(CategoryCode::of))
                            .build();
                    Map<String, Object> named = new HashMap<>();
                    List.of("area", "kind", "channel", "priority", "requester", "dayType")
                            .forEach(name -> named.put(name, null));
                    named.put("category", category.orElse(null));
                    assertThat(engine.route(named).map(outputs -> (String) outputs.get("rule")))
                            .as("category %s on %s", code, day)
                            .isEqualTo(router.route(facts, at).rule());
                    assertThat(again.route(facts, at)).isEqualTo(router.route(facts, at));
                }
            }
        }
    }

    @Test
    void a_table_of_successors_that_is_not_the_taxonomys_is_refused() throws IOException {
        String document = written(END);
        String row = document.lines()
                .filter(l -> l.contains("rule_currentCategory_1\""))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains("&quot;03&quot;", "&quot;02&quot;");
        for (String other : List.of("", row.replace("03", "01"), row.replace("02", "01"), row + row)) {
            assertThatThrownBy(() -> read(document.replace(row, other)))
                    .isInstanceOf(InvalidDocumentException.class)
                    .hasMessageContaining("DMN_OTHER_SUCCESSOR");
        }
        assertThatThrownBy(() -> read(written(END.minusDays(1)).replace("day=\"2026-03-31\"", "day=\"2026-04-01\"")))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("MISSING_ELEMENT");
    }
}
