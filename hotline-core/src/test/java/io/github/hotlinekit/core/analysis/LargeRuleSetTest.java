package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As many rules as a large city may have, more than twenty for each category of the standard taxonomy. */
@Tag("large")
class LargeRuleSetTest {

    private static final int RULES = 10_000;
    private static final int DEPARTMENTS = 40;

    private static Directory directory() {
        List<Department> departments = IntStream.range(0, DEPARTMENTS)
                .mapToObj(i -> Department.builder()
                        .code(DepartmentCode.of("D" + i))
                        .name(Label.of("单位" + i, "Unit " + i))
                        .type("bureau")
                        .build())
                .toList();
        List<Area> areas = new ArrayList<>();
        areas.add(area("9901", Optional.empty(), "city"));
        for (int i = 1; i <= 9; i++) {
            String district = "99010" + i;
            areas.add(area(district, Optional.of("9901"), "district"));
            for (int j = 1; j <= 9; j++) {
                areas.add(area(district + "00" + j, Optional.of(district), "street"));
            }
        }
        return Directory.of("made", "1", departments, areas);
    }

    private static Area area(String code, Optional<String> parent, String level) {
        return Area.builder()
                .code(AreaCode.of(code))
                .name(Label.of("区域" + code, "Area " + code))
                .parent(parent.map(AreaCode::of))
                .level(level)
                .build();
    }

    private static RuleSet ruleSet(SectionPolicy policy, Directory directory, Random random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < RULES - 1; i++) {
            Condition.Builder when = Condition.builder();
            boolean anyCategory = random.nextInt(50) == 0;
            if (!anyCategory) {
                when.addCategories(any(random, Taxonomy.standard().categories()).code());
            }
            if (anyCategory || random.nextBoolean()) {
                when.addAreas(any(random, directory.areas()).code());
            }
            if (random.nextInt(3) == 0) {
                when.addKinds(any(random, List.of(CaseKind.values())));
            }
            if (random.nextInt(5) == 0) {
                when.addChannels(Channel.PHONE, any(random, List.of(Channel.WEB, Channel.APP, Channel.WECHAT)));
            }
            rules.add(Rule.builder()
                    .id("R" + i)
                    .when(when.build())
                    .then(Directive.Assign.of("D" + random.nextInt(DEPARTMENTS)))
                    .build());
        }
        rules.add(Rule.builder()
                .id("Z")
                .then(new Outcome.Triage(Outcome.UNROUTED))
                .build());
        return RuleSet.builder()
                .id("made")
                .version("1")
                .zone(ZoneId.of("Asia/Shanghai"))
                .taxonomy(Taxonomy.standard().identity())
                .directory(directory.identity())
                .addSections(new RuleSet.Section("catalogue", policy, rules))
                .build();
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = SectionPolicy.class,
            names = {"FIRST", "MOST_SPECIFIC"})
    void the_standard_budget_settles_every_question_of_ten_thousand_rules(SectionPolicy policy) {
        Directory directory = directory();
        RuleSet rules = ruleSet(policy, directory, new Random(7));
        Analysis analysis =
                RuleSetAnalyzer.of(rules, Taxonomy.standard(), directory).analyze(Budget.standard());
        assertThat(analysis.undecided()).isEmpty();
        assertThat(analysis.of(FindingCode.UNREACHABLE)).isNotEmpty();
        Router router = Router.of(rules, Taxonomy.standard(), directory);
        for (Finding finding : analysis.of(FindingCode.ONLY_AFTER_RETURN)) {
            Witness witness = finding.witness().orElseThrow();
            assertThat(router.route(witness.facts(), witness.objections(), witness.at())
                            .rule())
                    .isEqualTo(finding.rules().stream().findFirst());
        }
    }
}
