package io.github.hotlinekit.core.testkit;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.CaseText;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.DayType;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Keywords;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.ReturnPolicy;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.routing.Target;
import io.github.hotlinekit.core.routing.TimeWindow;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Rule sets and cases over small trees, so that rules meet often: two categories a level, areas of one to three digits
 * out of two, few days on which anything changes, few words.
 */
public final class RoutingArbitraries {

    /** The zone of every rule set drawn. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The only days on which anything begins or ends. */
    public static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1));

    /** Departments that exist all the time. */
    public static final List<String> DEPARTMENTS = List.of("A", "B", "C");

    /** OLD becomes A on the last of {@link #DAYS}; GONE ends on the second without a successor; LATER begins on it. */
    public static final List<String> CHANGING_DEPARTMENTS = List.of("OLD", "GONE", "LATER");

    /** Words, some within others. */
    public static final List<String> WORDS = List.of("水果", "果", "煤气", "煤气味", "gas");

    private static final List<String> SEGMENTS = List.of("01", "02");
    private static final Taxonomy TAXONOMY = readTaxonomy();
    private static final Directory DIRECTORY = makeDirectory();

    private RoutingArbitraries() {}

    /**
     * Categories of one or two levels, {@code 01} to {@code 02.02}; of three there are those below {@code 01.01}.
     *
     * @return taxonomy {@code t@1}
     */
    public static Taxonomy taxonomy() {
        return TAXONOMY;
    }

    /**
     * District 1 (of A) with streets 11 (of nobody) and 12 (of C), community 111 (of OLD); district 2 (of nobody) with
     * street 21 (of B). Housing is B's in 1, and B's and C's in 2.
     *
     * @return directory {@code d@1}
     */
    public static Directory directory() {
        return DIRECTORY;
    }

    private static Taxonomy readTaxonomy() {
        StringBuilder csv = new StringBuilder("code,parent,name_zh,name_en\n");
        for (String code : List.of("01", "01.01", "01.01.01", "01.01.02", "01.02", "02", "02.01", "02.02")) {
            String parent = code.length() > 2 ? code.substring(0, code.length() - 3) : "";
            csv.append(code + "," + parent + ",事" + code + ",Matter " + code + "\n");
        }
        try {
            return Taxonomy.readCsv(
                    "t", "1", "t.csv", new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Directory makeDirectory() {
        List<Department> departments = List.of(
                department("A", Effective.ALWAYS),
                housing("B", "1", "2"),
                housing("C", "2"),
                department("OLD", Effective.until(DAYS.get(2)), "A"),
                department("GONE", Effective.until(DAYS.get(1))),
                department("LATER", Effective.from(DAYS.get(1))));
        List<Area> areas = List.of(
                area("1", "district", "A"),
                area("11", "street", null),
                area("12", "street", "C"),
                area("111", "community", "OLD"),
                area("2", "district", null),
                area("21", "street", "B"));
        return Directory.of("d", "1", departments, areas);
    }

    private static Department department(String code, Effective effective, String... successors) {
        return Department.builder()
                .code(DepartmentCode.of(code))
                .name(Label.of("单位" + code, "Unit " + code))
                .type("bureau")
                .effective(effective)
                .addAllSuccessors(Stream.of(successors).map(DepartmentCode::of).toList())
                .build();
    }

    private static Department housing(String code, String... areas) {
        return Department.builder()
                .code(DepartmentCode.of(code))
                .name(Label.of("单位" + code, "Unit " + code))
                .type("bureau")
                .addFunctions("housing")
                .addAllAreas(Stream.of(areas).map(AreaCode::of).toList())
                .build();
    }

    private static Area area(String code, String level, String department) {
        return Area.builder()
                .code(AreaCode.of(code))
                .name(Label.of("区" + code, "Area " + code))
                .parent(Optional.of(code.substring(0, code.length() - 1))
                        .filter(p -> !p.isEmpty())
                        .map(AreaCode::of))
                .level(level)
                .department(Optional.ofNullable(department).map(DepartmentCode::of))
                .build();
    }

    // What is drawn.

    /**
     * Taxonomies of the categories of {@link #taxonomy}, of which some begin or are retired on {@link #DAYS}: without a
     * successor, renamed, merged with others, split, and all that over and over.
     *
     * @return taxonomies {@code t@1}
     */
    public static Arbitrary<Taxonomy> taxonomies() {
        return Arbitraries.randomValue(RoutingArbitraries::drawTaxonomy);
    }

    private static Taxonomy drawTaxonomy(Random random) {
        List<Effective> times =
                TAXONOMY.categories().stream().map(c -> drawTime(random)).toList();
        List<CategoryCode> codes =
                TAXONOMY.categories().stream().map(Category::code).toList();
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            categories.add(Category.builder()
                    .code(codes.get(i))
                    .name(TAXONOMY.categories().get(i).name())
                    .effective(times.get(i))
                    .addAllSuccessors(drawSuccessors(times.get(i), codes, times, random))
                    .build());
        }
        return Taxonomy.of(TAXONOMY.id(), TAXONOMY.version(), categories);
    }

    /**
     * Directories of the departments and areas of {@link #directory}, of which some departments begin or end on
     * {@link #DAYS}: without a successor, or with those that do from then on what they did, whole or in part.
     *
     * @return directories {@code d@1}
     */
    public static Arbitrary<Directory> directories() {
        return Arbitraries.randomValue(RoutingArbitraries::drawDirectory);
    }

    private static Directory drawDirectory(Random random) {
        List<Department> units = DIRECTORY.departments();
        List<Effective> times = units.stream().map(d -> drawTime(random)).toList();
        List<DepartmentCode> codes = units.stream().map(Department::code).toList();
        List<Department> departments = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            departments.add(Department.builder()
                    .code(codes.get(i))
                    .name(units.get(i).name())
                    .type(units.get(i).type())
                    .addAllFunctions(units.get(i).functions())
                    .addAllAreas(units.get(i).areas())
                    .effective(times.get(i))
                    .addAllSuccessors(drawSuccessors(times.get(i), codes, times, random))
                    .build());
        }
        return Directory.of(DIRECTORY.id(), DIRECTORY.version(), departments, DIRECTORY.areas());
    }

    /** Mostly with an end, so that there is much to succeed to. */
    private static Effective drawTime(Random random) {
        int from = random.nextInt(4) > 0 ? -1 : random.nextInt(DAYS.size());
        int to = random.nextInt(3) == 0 ? DAYS.size() : from + 1 + random.nextInt(DAYS.size() - from);
        return new Effective(
                from < 0 ? Optional.empty() : Optional.of(DAYS.get(from)),
                to >= DAYS.size() ? Optional.empty() : Optional.of(DAYS.get(to)));
    }

    /** Mostly one, up to three, of those that are in force on the day of the end: none where there is no end. */
    private static <T> List<T> drawSuccessors(Effective time, List<T> codes, List<Effective> times, Random random) {
        if (time.toExclusive().isEmpty()) {
            return List.of();
        }
        List<T> heirs = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (times.get(i).includes(time.toExclusive().get())) {
                heirs.add(codes.get(i));
            }
        }
        Collections.shuffle(heirs, random);
        int size = random.nextBoolean() ? 1 : random.nextInt(4);
        return List.copyOf(heirs.subList(0, Math.min(heirs.size(), size)));
    }

    /**
     * Categories of one to three levels, most of them in the taxonomy.
     *
     * @return codes
     */
    public static Arbitrary<CategoryCode> categories() {
        return Arbitraries.of(SEGMENTS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(levels -> CategoryCode.of(String.join(".", levels)));
    }

    /**
     * Categories that rules may name: those of the taxonomy.
     *
     * @return codes
     */
    public static Arbitrary<CategoryCode> knownCategories() {
        return Arbitraries.of(TAXONOMY.categories().stream().map(c -> c.code()).toList());
    }

    /**
     * Areas of one to three digits, half of them in the directory.
     *
     * @return codes
     */
    public static Arbitrary<AreaCode> areas() {
        return Arbitraries.strings()
                .withChars('1', '2')
                .ofMinLength(1)
                .ofMaxLength(3)
                .map(AreaCode::of);
    }

    /**
     * Areas that rules may name: those of the directory.
     *
     * @return codes
     */
    public static Arbitrary<AreaCode> knownAreas() {
        return Arbitraries.of(DIRECTORY.areas().stream().map(Area::code).toList());
    }

    /**
     * Intervals between {@link #DAYS}, most of them open at both ends.
     *
     * @return intervals
     */
    public static Arbitrary<Effective> effectives() {
        return Arbitraries.frequency(
                        Tuple.of(6, Effective.ALWAYS),
                        Tuple.of(1, Effective.from(DAYS.get(1))),
                        Tuple.of(1, Effective.until(DAYS.get(1))),
                        Tuple.of(1, Effective.from(DAYS.get(2))),
                        Tuple.of(1, Effective.between(DAYS.get(0), DAYS.get(2))))
                .map(e -> e);
    }

    /**
     * Instants at and beside the midnights of {@link #DAYS}, and in between.
     *
     * @return instants
     */
    public static Arbitrary<Instant> instants() {
        return Combinators.combine(Arbitraries.of(DAYS), Arbitraries.of(-1L, 0L, 36_000L, 45L * 86_400, -500L * 86_400))
                .as((day, seconds) -> day.atStartOfDay(ZONE).toInstant().plusSeconds(seconds));
    }

    /**
     * Keywords out of {@link #WORDS}, each list at most two words.
     *
     * @return keywords that ask for something
     */
    public static Arbitrary<Keywords> keywords() {
        Arbitrary<List<String>> list =
                Arbitraries.of(WORDS).list().uniqueElements().ofMaxSize(2);
        return Combinators.combine(list, list, list).as(Keywords::new).filter(k -> !k.isAny());
    }

    /**
     * Texts that have some of {@link #WORDS}, in several spellings, and some that have none.
     *
     * @return texts
     */
    public static Arbitrary<CaseText> texts() {
        return Arbitraries.of("水果", "水 果", "果", "煤气", "煤气味", "GAS", "ga s", "x", "。")
                .list()
                .ofMaxSize(3)
                .map(parts -> CaseText.of(String.join("", parts)));
    }

    /**
     * Windows of the week, some across midnight.
     *
     * @return windows
     */
    public static Arbitrary<TimeWindow> windows() {
        return Arbitraries.of("Mon-Fri 08:00-18:00", "22:00-06:00", "Sat,Sun 00:00-24:00", "Sun 23:00-01:00")
                .map(TimeWindow::parse);
    }

    /**
     * When cases came in: over a week, at the minutes around the ends of {@link #windows}.
     *
     * @return instants
     */
    public static Arbitrary<Instant> receipts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(0, 59, 60, 359, 360, 479, 480, 1_079, 1_080, 1_320, 1_380, 1_439))
                .as((day, minute) -> LocalDate.of(2026, 3, 2)
                        .plusDays(day)
                        .atStartOfDay(ZONE)
                        .plusMinutes(minute)
                        .toInstant());
    }

    private static <T> Arbitrary<List<T>> cell(Arbitrary<T> values) {
        return values.list().uniqueElements().ofMaxSize(2);
    }

    /** A cell that is seldom filled. */
    private static <T> Arbitrary<List<T>> sparse(Arbitrary<T> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(List.<T>of())),
                Tuple.of(1, values.list().uniqueElements().ofMinSize(1).ofMaxSize(2)));
    }

    private record Head(
            List<CategoryCode> categories, List<AreaCode> areas, List<CaseKind> kinds, List<Channel> channels) {}

    private record Tail(
            List<Priority> priorities,
            List<RequesterType> requesters,
            List<DayType> dayTypes,
            Set<Cell> missing,
            Keywords keywords,
            List<TimeWindow> times) {}

    /**
     * Conditions over every cell; categories and areas are known ones.
     *
     * @return conditions
     */
    public static Arbitrary<Condition> conditions() {
        return Combinators.combine(heads(), tails())
                .as((head, tail) -> new Condition(
                        head.categories(),
                        head.areas(),
                        head.kinds(),
                        head.channels(),
                        tail.priorities(),
                        tail.requesters(),
                        tail.dayTypes(),
                        tail.missing(),
                        tail.keywords(),
                        tail.times()));
    }

    /**
     * Conditions that ask for neither words nor times, nor that a fact be missing: tables of plain lists.
     *
     * @return conditions
     */
    public static Arbitrary<Condition> plainConditions() {
        return heads().map(head -> Condition.builder()
                .addAllCategories(head.categories())
                .addAllAreas(head.areas())
                .addAllKinds(head.kinds())
                .addAllChannels(head.channels())
                .build());
    }

    private static Arbitrary<Head> heads() {
        return Combinators.combine(
                        cell(knownCategories()),
                        cell(knownAreas()),
                        sparse(Arbitraries.of(CaseKind.HELP, CaseKind.COMPLAINT)),
                        sparse(Arbitraries.of(Channel.PHONE, Channel.PLATFORM)))
                .as(Head::new);
    }

    private static Arbitrary<Tail> tails() {
        Arbitrary<Set<Cell>> missing = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(EnumSet.noneOf(Cell.class))),
                Tuple.of(
                        1,
                        Arbitraries.of(Cell.class)
                                .filter(Cell::listsValues)
                                .set()
                                .ofMaxSize(2)
                                .map(s -> s)));
        return Combinators.combine(
                        sparse(Arbitraries.of(Priority.class)),
                        sparse(Arbitraries.of(RequesterType.class)),
                        sparse(Arbitraries.of(DayType.class)),
                        missing,
                        Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(Keywords.ANY)), Tuple.of(1, keywords())),
                        sparse(windows()))
                .as(Tail::new);
    }

    /**
     * Departments, those that change among them, and whoever has charge of the area.
     *
     * @return targets
     */
    public static Arbitrary<Target> targets() {
        List<Target> targets = new ArrayList<>();
        DEPARTMENTS.forEach(code -> targets.add(Target.department(code)));
        CHANGING_DEPARTMENTS.forEach(code -> targets.add(Target.department(code)));
        targets.add(Target.Jurisdiction.NEAREST);
        targets.add(Target.Jurisdiction.of("street"));
        targets.add(Target.Jurisdiction.of("district", "housing"));
        return Arbitraries.of(targets);
    }

    /**
     * What rules do that decide.
     *
     * @return directives, none of them an {@link Directive.Assist}
     */
    public static Arbitrary<Directive> directives() {
        Arbitrary<Directive> assignments = Combinators.combine(
                        targets(), targets().list().uniqueElements().ofMaxSize(3))
                .as((lead, assisting) -> new Directive.Assign(
                        lead, assisting.stream().filter(t -> !t.equals(lead)).toList()));
        return Arbitraries.frequencyOf(
                Tuple.of(4, assignments),
                Tuple.of(
                        1,
                        Arbitraries.<Directive>of(
                                new Outcome.AnswerAtDesk(),
                                new Outcome.Refer("119"),
                                new Outcome.Statutory("信访"),
                                new Outcome.Triage("ASK"))));
    }

    private record Drawn(Condition when, Directive then, Effective effective) {}

    private static Arbitrary<RuleSet.Section> sections(Arbitrary<Condition> conditions) {
        Arbitrary<RuleSet.Section> deciding = Combinators.combine(
                        Arbitraries.of(SectionPolicy.FIRST, SectionPolicy.MOST_SPECIFIC, SectionPolicy.UNIQUE),
                        Combinators.combine(conditions, directives(), effectives())
                                .as(Drawn::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6))
                .as(RoutingArbitraries::section);
        Arbitrary<Directive> assists =
                targets().list().uniqueElements().ofMinSize(1).ofMaxSize(3).map(Directive.Assist::new);
        Arbitrary<RuleSet.Section> collecting = Combinators.combine(conditions, assists, effectives())
                .as(Drawn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(drawn -> section(SectionPolicy.COLLECT, drawn));
        return Arbitraries.frequencyOf(Tuple.of(4, deciding), Tuple.of(1, collecting));
    }

    private static RuleSet.Section section(SectionPolicy policy, List<Drawn> drawn) {
        List<Rule> rules = new ArrayList<>();
        for (Drawn d : drawn) {
            rules.add(Rule.builder()
                    .id("R" + rules.size())
                    .when(d.when())
                    .then(d.then())
                    .effective(d.effective())
                    .basis("Basis " + rules.size())
                    .build());
        }
        return new RuleSet.Section("drawn", policy, rules);
    }

    /**
     * A rule set of sections, which are numbered {@code S0} and so on, as are their rules, {@code S0R0} and so on. Where
     * a rule and the one before it are never in force together they get one id, as versions of one rule do.
     *
     * @param sections at least one
     * @return the rule set {@code r@1} over {@link #taxonomy} and {@link #directory}
     */
    public static RuleSet ruleSet(List<RuleSet.Section> sections) {
        return ruleSet(sections, ReturnPolicy.STANDARD, Effective.ALWAYS);
    }

    private static RuleSet ruleSet(List<RuleSet.Section> sections, ReturnPolicy onReturn, Effective effective) {
        List<RuleSet.Section> numbered = new ArrayList<>();
        for (RuleSet.Section section : sections) {
            String id = "S" + numbered.size();
            List<Rule> rules = new ArrayList<>();
            for (Rule rule : section.rules()) {
                Rule before = rules.isEmpty() ? null : rules.get(rules.size() - 1);
                boolean version = before != null
                        && !before.effective().overlaps(rule.effective())
                        && rules.stream()
                                .filter(r -> r.id().equals(before.id()))
                                .noneMatch(r -> r.effective().overlaps(rule.effective()));
                rules.add(rule.withId(version ? before.id() : id + "R" + rules.size()));
            }
            numbered.add(new RuleSet.Section(id, section.policy(), rules));
        }
        return RuleSet.builder()
                .id("r")
                .version("1")
                .zone(ZONE)
                .effective(effective)
                .taxonomy(TAXONOMY.identity())
                .directory(DIRECTORY.identity())
                .addAllSections(numbered)
                .onReturn(onReturn)
                .build();
    }

    /**
     * Rule sets of one to four sections of every policy.
     *
     * @return rule sets over {@link #taxonomy} and {@link #directory}
     */
    public static Arbitrary<RuleSet> ruleSets() {
        return ruleSets(conditions());
    }

    /**
     * Rule sets of one to four sections of every policy.
     *
     * @param conditions what their rules ask
     * @return rule sets over {@link #taxonomy} and {@link #directory}
     */
    public static Arbitrary<RuleSet> ruleSets(Arbitrary<Condition> conditions) {
        Arbitrary<ReturnPolicy> onReturn = Arbitraries.frequency(
                        Tuple.of(3, ReturnPolicy.STANDARD),
                        Tuple.of(1, new ReturnPolicy(ReturnPolicy.Next.NEXT_MATCH, 4, new Outcome.Triage("MEETING"))),
                        Tuple.of(1, new ReturnPolicy(ReturnPolicy.Next.TRIAGE, 2, new Outcome.Triage("MEETING"))))
                .map(p -> p);
        Arbitrary<Effective> effective = Arbitraries.frequency(
                        Tuple.of(9, Effective.ALWAYS), Tuple.of(1, Effective.from(DAYS.get(1))))
                .map(e -> e);
        return Combinators.combine(sections(conditions).list().ofMinSize(1).ofMaxSize(4), onReturn, effective)
                .as(RoutingArbitraries::ruleSet);
    }

    /**
     * Cases: every fact is missing, coarse, unknown to taxonomy or directory, or known.
     *
     * @return facts
     */
    public static Arbitrary<RoutingFacts> facts() {
        Arbitrary<RoutingFacts> head = Combinators.combine(
                        categories().optional(0.9),
                        areas().optional(0.9),
                        Arbitraries.of(CaseKind.HELP, CaseKind.COMPLAINT, CaseKind.OTHER)
                                .optional(0.9),
                        Arbitraries.of(Channel.PHONE, Channel.PLATFORM, Channel.WEB)
                                .optional(0.9))
                .as((category, area, kind, channel) -> RoutingFacts.builder()
                        .category(category)
                        .area(area)
                        .kind(kind)
                        .channel(channel)
                        .build());
        return Combinators.combine(
                        head,
                        Arbitraries.of(Priority.class).optional(0.7),
                        Arbitraries.of(RequesterType.class).optional(0.7),
                        Arbitraries.of(DayType.class).optional(0.7),
                        texts().optional(0.8),
                        receipts().optional(0.8))
                .as((facts, priority, requester, dayType, text, received) -> facts.withPriority(priority)
                        .withRequester(requester)
                        .withDayType(dayType)
                        .withText(text)
                        .withReceivedAt(received));
    }

    /**
     * Objections of up to three departments.
     *
     * @return lists of objections, half of them empty
     */
    public static Arbitrary<List<Objection>> objections() {
        List<String> codes = new ArrayList<>(DEPARTMENTS);
        codes.addAll(CHANGING_DEPARTMENTS);
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(List.<Objection>of())),
                Tuple.of(
                        1,
                        Arbitraries.of(codes)
                                .list()
                                .uniqueElements()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .map(list -> list.stream()
                                        .map(code -> Objection.of(code, "not ours"))
                                        .toList())));
    }
}
