package io.github.hotlinekit.examples.dmn;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.DayType;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
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
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A made-up city: its categories, departments, areas and rules, and cases, all drawn from a seed. */
final class City {

    private static final List<String> DEPARTMENTS = List.of("ZJJ", "CGJ", "SCJG", "GAJ", "RSJ", "STHJ");

    private final Random random;
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final List<CategoryCode> categories;
    private final List<AreaCode> areas;

    City(long seed) throws IOException {
        this.random = new Random(seed);
        this.taxonomy = makeTaxonomy();
        this.directory = makeDirectory();
        this.categories = taxonomy.categories().stream().map(Category::code).toList();
        this.areas = directory.areas().stream().map(Area::code).toList();
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    Directory directory() {
        return directory;
    }

    private static Taxonomy makeTaxonomy() throws IOException {
        StringBuilder csv = new StringBuilder("code,parent,name_zh,name_en\n");
        for (int a = 1; a <= 4; a++) {
            csv.append("0" + a + ",,类" + a + ",Class " + a + "\n");
            for (int b = 1; b <= 3; b++) {
                String middle = "0" + a + ".0" + b;
                csv.append(middle + ",0" + a + ",项" + middle + ",Matter " + middle + "\n");
                for (int c = 1; c <= 2; c++) {
                    String leaf = middle + ".0" + c;
                    csv.append(leaf + "," + middle + ",项" + leaf + ",Matter " + leaf + "\n");
                }
            }
        }
        return Taxonomy.readCsv(
                "city", "1", "city.csv", new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Directory makeDirectory() {
        List<Department> departments = Stream.concat(DEPARTMENTS.stream(), Stream.of("JD1", "JD2", "QU"))
                .map(code -> Department.builder()
                        .code(DepartmentCode.of(code))
                        .name(Label.of("单位" + code, "Unit " + code))
                        .type("bureau")
                        .build())
                .toList();
        return Directory.of(
                "city",
                "1",
                departments,
                List.of(
                        area("350581", "district", Optional.empty(), "QU"),
                        area("350581001", "street", Optional.of("350581"), "JD1"),
                        area("350581002", "street", Optional.of("350581"), "JD2"),
                        area("350582", "district", Optional.empty(), "QU")));
    }

    private static Area area(String code, String level, Optional<String> parent, String department) {
        return Area.builder()
                .code(AreaCode.of(code))
                .name(Label.of("区" + code, "Area " + code))
                .parent(parent.map(AreaCode::of))
                .level(level)
                .department(DepartmentCode.of(department))
                .build();
    }

    /** Rules of every policy. */
    RuleSet rules() {
        return RuleSet.builder()
                .id("city")
                .version("2026.1")
                .zone(ZoneId.of("Asia/Shanghai"))
                .taxonomy(taxonomy.identity())
                .directory(directory.identity())
                .addSections(
                        section("rulings", SectionPolicy.FIRST, 40),
                        section("catalogue", SectionPolicy.MOST_SPECIFIC, 150),
                        section("also", SectionPolicy.COLLECT, 15),
                        section("territorial", SectionPolicy.UNIQUE, 40))
                .build();
    }

    private RuleSet.Section section(String id, SectionPolicy policy, int size) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            Condition.Builder when = Condition.builder();
            // At least one category each, or the first rules would decide everything.
            when.addAllCategories(some(categories, 1 + random.nextInt(3)));
            if (chance(60)) {
                when.addAllAreas(some(areas, 1 + random.nextInt(2)));
            }
            if (chance(40)) {
                when.addAllKinds(some(List.of(CaseKind.HELP, CaseKind.COMPLAINT, CaseKind.REPORT), 2));
            }
            if (chance(20)) {
                when.addAllChannels(some(List.of(Channel.PHONE, Channel.WEB), 1));
            }
            if (chance(15)) {
                when.addAllPriorities(some(List.of(Priority.values()), 1));
            }
            if (chance(15)) {
                when.addAllRequesters(some(List.of(RequesterType.values()), 2));
            }
            if (chance(15)) {
                when.addAllDayTypes(some(List.of(DayType.values()), 2));
            }
            for (Cell cell : List.of(Cell.CATEGORY, Cell.AREA, Cell.KIND, Cell.DAY_TYPE)) {
                if (chance(10)) {
                    when.addMissing(cell);
                }
            }
            rules.add(Rule.builder()
                    .id(id + "-" + i)
                    .title("第" + i + "条 <\"" + id + "\"> & 其他")
                    .when(when.build())
                    .then(policy == SectionPolicy.COLLECT ? new Directive.Assist(departments(2)) : directive())
                    .basis("权责清单\n第" + i + "项")
                    .build());
        }
        return new RuleSet.Section(id, policy, rules);
    }

    private Directive directive() {
        List<Supplier<Directive>> others = List.of(
                Outcome.AnswerAtDesk::new,
                () -> new Outcome.Refer("119"),
                () -> new Outcome.Statutory("信访 \"来信\" \\ <来访> & 1"),
                () -> new Outcome.Triage("ASK"),
                () -> new Directive.Assign(Target.Jurisdiction.NEAREST, departments(1)),
                () -> new Directive.Assign(Target.Jurisdiction.of("street"), departments(1)));
        if (chance(30)) {
            return others.get(random.nextInt(others.size())).get();
        }
        List<Target> drawn = departments(3);
        List<Target> assisting = new ArrayList<>(drawn.subList(1, drawn.size()));
        if (chance(20)) {
            assisting.add(Target.Jurisdiction.of("street"));
        }
        return new Directive.Assign(drawn.get(0), assisting);
    }

    private List<Target> departments(int atMost) {
        return some(DEPARTMENTS, 1 + random.nextInt(atMost)).stream()
                .map(Target::department)
                .toList();
    }

    /** A case, of which every fact may be missing, and category and area may be unknown to the rules. */
    RoutingFacts facts() {
        return RoutingFacts.builder()
                .category(maybe(() ->
                        chance(10) ? CategoryCode.of(one(List.of("04.03.02.01", "09", "01.09"))) : one(categories)))
                .area(maybe(() -> chance(20) ? AreaCode.of(one(List.of("350581001007", "36", "3505"))) : one(areas)))
                .kind(maybe(() -> one(List.of(CaseKind.HELP, CaseKind.COMPLAINT, CaseKind.PRAISE))))
                .channel(maybe(() -> one(List.of(Channel.PHONE, Channel.WEB, Channel.LETTER))))
                .priority(maybe(() -> one(List.of(Priority.values()))))
                .requester(maybe(() -> one(List.of(RequesterType.values()))))
                .dayType(maybe(() -> one(List.of(DayType.values()))))
                .build();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return chance(20) ? Optional.empty() : Optional.of(value.get());
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(List<T> values, int count) {
        List<T> drawn = new ArrayList<>();
        while (drawn.size() < Math.min(count, values.size())) {
            T value = one(values);
            if (!drawn.contains(value)) {
                drawn.add(value);
            }
        }
        return drawn;
    }
}
