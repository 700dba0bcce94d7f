package io.github.hotlinekit.examples.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.analysis.RuleCoverage;
import io.github.hotlinekit.core.analysis.RuleHits;
import io.github.hotlinekit.core.routing.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sample city is what its README says. */
class SampleCityTest {

    private static City city() throws IOException {
        return new DocumentOptions().read(Path.of("rules.json"), Program.CITY);
    }

    @Test
    void every_test_passes_with_exit_code_0() {
        Program.Ran ran = Program.run(Program.CITY, "test", "rules.json");

        assertThat(ran.out()).isEqualTo("72 of 72 tests passed\n");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void neither_errors_nor_warnings_are_found_in_the_rules() {
        Program.Ran ran = Program.run(Program.CITY, "check", "rules.json");

        assertThat(ran.out())
                .startsWith("shishi-sample@2026.07: 6 sections, 260 rules, 11 norms, 72 tests\n")
                .endsWith("\n17 findings, 17 less grave not shown\n");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void the_city_as_an_area_and_the_rows_that_rulings_override_are_worth_knowing() {
        Program.Ran ran = Program.run(Program.CITY, "check", "rules.json", "--fail-on", "info");

        assertThat(ran.out())
                .containsOnlyOnce("info COARSE_AREA: Nobody is @area in areas (1) but in parts of them: 350581;")
                .contains("info OVERRIDES: Rule H1 decides cases that rows of later sections would decide otherwise:"
                        + " M0901, M180103\n  such as the case category 09.01.02, ")
                .endsWith("\n17 findings\n");
        assertThat(ran.exit()).isEqualTo(RulesCommand.FOUND);
        assertThat(Program.run(Program.CITY, "check", "rules.json", "--fail-on", "info", "--lang", "zh")
                        .out())
                .contains("提示 COARSE_AREA: 属地单位 @area 须有更细的区域才能确定,以下 1 个区域过粗:350581;涉及 47 条规则:H7, ")
                .contains("提示 OVERRIDES: 规则 H1 优先于后续分区中结果不同的条目:M0901, M180103\n");
    }

    @Test
    void every_norm_is_proved() {
        Program.Ran ran = Program.run(Program.CITY, "norms", "rules.json");

        assertThat(ran.out()).endsWith("\n11 of 11 norms proved\n");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void the_set_has_the_size_that_the_readme_says() throws IOException {
        RuleSet rules = city().rules();

        assertThat(rules.sections().stream().map(RuleSet.Section::id))
                .containsExactly("emergency", "rulings", "catalogue", "also", "territorial", "fallback");
        assertThat(rules.sections().get(2).rules()).hasSize(226);
        assertThat(rules.norms()).hasSize(11).allMatch(n -> n.basis().isPresent());
        assertThat(rules.sections().stream().flatMap(s -> s.rules().stream()))
                .allMatch(r -> r.basis().isPresent() && r.title().isPresent());
    }

    @Test
    void tests_reach_every_section_and_every_rule_outside_the_catalogue() throws IOException {
        City city = city();
        Set<String> reached = RuleCoverage.of(city.router()).rules().stream()
                .filter(rule -> rule.hits() > 0)
                .map(RuleHits::rule)
                .collect(Collectors.toSet());

        for (RuleSet.Section section : city.rules().sections()) {
            List<String> ids = section.rules().stream().map(r -> r.id()).toList();
            if (section.id().equals("catalogue")) {
                assertThat(ids).containsAnyElementsOf(reached);
            } else {
                assertThat(reached).as(section.id()).containsAll(ids);
            }
        }
    }

    @Test
    void documents_are_laid_out_as_the_program_lays_them_out() {
        assertThat(Program.run(Program.CITY, "format", "--check", "rules.json").exit())
                .isZero();
    }
}
