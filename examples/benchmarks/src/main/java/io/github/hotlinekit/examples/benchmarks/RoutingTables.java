package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.CaseText;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Keywords;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A made city and dispatch catalogues of it of any size: 20 classes of three levels with 8 below each, 4 levels of areas
 * with 8 in each, 40 departments. The rules that say most come first, so that a case's first hit lies deep. The same seed
 * makes the same tables.
 */
final class RoutingTables {

    private static final int CLASSES = 20;
    private static final int BRANCHES = 8;
    private static final int DEPARTMENTS = 40;
    private static final int WORDS = 5_000;
    private static final int TEXT = 200;
    private static final int FIRST_HAN = 0x4E00;
    private static final int HAN = 2_000;

    final Taxonomy taxonomy;
    final Directory directory;
    private final List<CategoryCode> categories;
    private final List<AreaCode> areas;
    private final List<String> words;
    private final Random random;

    private RoutingTables(long seed) {
        random = new Random(seed);
        taxonomy = makeTaxonomy();
        categories = taxonomy.categories().stream().map(c -> c.code()).toList();
        directory = makeDirectory();
        areas = directory.areas().stream().map(Area::code).toList();
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < WORDS) {
            made.add(han(2 + random.nextInt(3)));
        }
        words = List.copyOf(made);
    }

    static RoutingTables ofSeed(long seed) {
        return new RoutingTables(seed);
    }

    private static Taxonomy makeTaxonomy() {
        StringBuilder csv = new StringBuilder("code,parent,name_zh,name_en\n");
        for (int i = 1; i <= CLASSES; i++) {
            addCategory(csv, "", String.format(Locale.ROOT, "%02d", i), 1);
        }
        try {
            return Taxonomy.readCsv(
                    "made",
                    "1",
                    "made.csv",
                    new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addCategory(StringBuilder csv, String parent, String code, int depth) {
        csv.append(code + "," + parent + ",事项" + code + ",Matter " + code + "\n");
        for (int i = 1; depth < 3 && i <= BRANCHES; i++) {
            addCategory(csv, code, String.format(Locale.ROOT, "%s.%02d", code, i), depth + 1);
        }
    }

    private static Directory makeDirectory() {
        List<Department> departments = new ArrayList<>();
        for (int i = 0; i < DEPARTMENTS; i++) {
            departments.add(Department.builder()
                    .code(DepartmentCode.of("D" + i))
                    .name(Label.of("单位" + i, "Unit " + i))
                    .type("bureau")
                    .build());
        }
        List<Area> areas = new ArrayList<>();
        addArea(areas, Optional.empty(), "9901", 0);
        return Directory.of("made", "1", departments, areas);
    }

    private static void addArea(List<Area> areas, Optional<AreaCode> parent, String code, int depth) {
        areas.add(Area.builder()
                .code(AreaCode.of(code))
                .name(Label.of("区域" + code, "Area " + code))
                .parent(parent)
                .level(List.of("city", "district", "street", "community").get(depth))
                .department(DepartmentCode.of("D" + areas.size() % DEPARTMENTS))
                .build());
        for (int i = 1; depth < 3 && i <= BRANCHES; i++) {
            addArea(areas, Optional.of(AreaCode.of(code)), code + "0" + i, depth + 1);
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String han(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (FIRST_HAN + random.nextInt(HAN)));
        }
        return text.toString();
    }

    /** A catalogue in one section: one rule in two asks for an area, one in three for a kind, one in five for channels. */
    RuleSet ruleSet(int count, boolean keywords) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            Condition.Builder when = Condition.builder().addCategories(any(categories));
            if (random.nextInt(2) == 0) {
                when.addAreas(any(areas));
            }
            if (random.nextInt(3) == 0) {
                when.addKinds(any(List.of(CaseKind.values())));
            }
            if (random.nextInt(5) == 0) {
                when.addChannels(Channel.PHONE, any(List.of(Channel.WEB, Channel.APP, Channel.WECHAT)));
            }
            if (keywords) {
                int first = random.nextInt(WORDS - 5);
                when.keywords(Keywords.builder()
                        .addAllAny(words.subList(first, first + 5))
                        .build());
            }
            rules.add(Rule.builder()
                    .id("R" + i)
                    .when(when.build())
                    .then(Directive.Assign.of("D" + random.nextInt(20), "D" + (20 + random.nextInt(20))))
                    .basis("依据" + i)
                    .build());
        }
        rules.sort(Comparator.comparingInt(r -> -said(r.when())));
        rules.add(Rule.builder()
                .id("Z")
                .then(new Outcome.Triage(Outcome.UNROUTED))
                .build());
        return RuleSet.builder()
                .id("made")
                .version("1")
                .zone(ZoneId.of("Asia/Shanghai"))
                .taxonomy(taxonomy.identity())
                .directory(directory.identity())
                .addSections(new RuleSet.Section("catalogue", SectionPolicy.FIRST, rules))
                .build();
    }

    private static int said(Condition when) {
        int category = when.categories().get(0).depth();
        int area = when.areas().isEmpty() ? 0 : when.areas().get(0).value().length();
        return category * 1_000
                + area * 10
                + when.kinds().size()
                + when.channels().size();
    }

    /** Cases of the lowest categories and areas, with a text of 200 characters if wanted. */
    RoutingFacts[] facts(int count, boolean text) {
        List<CategoryCode> leaves =
                taxonomy.leaves().stream().map(c -> c.code()).toList();
        List<AreaCode> communities =
                areas.stream().filter(a -> a.value().length() == 10).toList();
        RoutingFacts[] facts = new RoutingFacts[count];
        for (int i = 0; i < count; i++) {
            RoutingFacts made = RoutingFacts.of(
                    Optional.of(any(leaves)),
                    Optional.of(any(communities)),
                    any(List.of(CaseKind.values())),
                    any(List.of(Channel.values())));
            facts[i] = text ? made.withText(CaseText.of(text())) : made;
        }
        return facts;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        while (text.length() < TEXT) {
            text.append(random.nextInt(10) == 0 ? any(words) : han(2));
        }
        text.setLength(TEXT);
        return text.toString();
    }
}
