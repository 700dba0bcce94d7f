package io.github.hotlinekit.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.testkit.Policies;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which row is for a case, and which rows are for none, against references that try everything. */
class PolicyRowLawsTest {

    @Property
    void a_condition_is_met_as_its_words_say(
            @ForAll("conditions") RowCondition when, @ForAll("traits") CaseTraits traits) {
        assertThat(when.matches(traits)).isEqualTo(naivelyMatches(when, traits));
    }

    /** Word by word. */
    private static boolean naivelyMatches(RowCondition when, CaseTraits traits) {
        boolean category = when.categories().isEmpty();
        for (CategoryCode code : when.categories()) {
            category |= traits.category()
                    .filter(c -> (c.value() + ".").startsWith(code.value() + "."))
                    .isPresent();
        }
        boolean area = when.areas().isEmpty();
        for (AreaCode code : when.areas()) {
            area |= traits.area()
                    .filter(a -> a.value().startsWith(code.value()))
                    .isPresent();
        }
        boolean department = when.departments().isEmpty();
        for (DepartmentCode code : when.departments()) {
            department |= traits.department().equals(Optional.of(code));
        }
        long day = traits.received().toEpochDay();
        return (when.kinds().isEmpty() || when.kinds().contains(traits.kind()))
                && (when.priorities().isEmpty() || when.priorities().contains(traits.priority()))
                && (when.channels().isEmpty() || when.channels().contains(traits.channel()))
                && category
                && area
                && department
                && when.receivedFrom().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE) <= day
                && day < when.receivedBefore().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    }

    @Property
    void the_first_row_that_matches_counts(
            @ForAll("manyRows") List<PolicyRow> rows, @ForAll("traits") CaseTraits traits) {
        assertThat(policy(rows).row(traits)).isEqualTo(naiveRow(rows, traits));
    }

    private static Optional<PolicyRow> naiveRow(List<PolicyRow> rows, CaseTraits traits) {
        return rows.stream().filter(r -> naivelyMatches(r.when(), traits)).findFirst();
    }

    @Test
    void rows_that_name_more_codes_than_are_laid_out_are_found() {
        List<PolicyRow> rows = new ArrayList<>();
        List<DepartmentCode> many = IntStream.range(0, 300)
                .mapToObj(i -> DepartmentCode.of("D" + i))
                .toList();
        RowCondition wide = RowCondition.builder()
                .addCategories(CategoryCode.of("01"), CategoryCode.of("02"))
                .addAreas(AreaCode.of("35"), AreaCode.of("11"))
                .addAllDepartments(many)
                .build();
        rows.add(new PolicyRow("wide", wide, List.of()));
        for (int i = 0; i < 300; i++) {
            rows.add(new PolicyRow(
                    "r" + i, RowCondition.builder().addDepartments(many.get(i)).build(), List.of()));
        }
        CaseTraits traits = new CaseTraits(
                CaseKind.HELP,
                Optional.of(CategoryCode.of("01.07")),
                Priority.NORMAL,
                Optional.of(AreaCode.of("350581")),
                Channel.WEB,
                Optional.of(DepartmentCode.of("D150")),
                Policies.FIRST_DAY);
        assertThat(policy(rows).row(traits).orElseThrow().id()).isEqualTo("wide");
        CaseTraits elsewhere = traits.withArea(AreaCode.of("44"));
        assertThat(policy(rows).row(elsewhere).orElseThrow().id()).isEqualTo("r150");
        assertThat(policy(rows).row(elsewhere.withDepartment(Optional.empty()))).isEmpty();
    }

    @Property(tries = 60)
    void a_row_is_unreachable_exactly_if_no_case_there_could_be_comes_to_it(@ForAll("fewRows") List<PolicyRow> rows) {
        Set<String> reached = new TreeSet<>();
        everyCase(rows).forEach(traits -> naiveRow(rows, traits).ifPresent(row -> reached.add(row.id())));
        List<String> unreached = rows.stream()
                .map(PolicyRow::id)
                .filter(id -> !reached.contains(id))
                .toList();
        assertThat(found(rows, "UNREACHABLE_ROW")).isEqualTo(unreached);
    }

    @Property(tries = 60)
    void a_kind_has_a_gap_exactly_if_some_case_of_it_has_no_row_while_any_is_in_force(
            @ForAll("fewRows") List<PolicyRow> rows) {
        LocalDate first = rows.stream()
                .map(r -> r.when().receivedFrom().orElse(LocalDate.MIN))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate end = rows.stream()
                .map(r -> r.when().receivedBefore().orElse(LocalDate.MAX))
                .max(LocalDate::compareTo)
                .orElseThrow();
        Set<CaseKind> without = new TreeSet<>();
        everyCase(rows)
                .filter(t -> !t.received().isBefore(first) && t.received().isBefore(end))
                .filter(t -> naiveRow(rows, t).isEmpty())
                .forEach(t -> without.add(t.kind()));
        assertThat(found(rows, "NO_TARGET"))
                .isEqualTo(without.stream().map(CaseKind::code).toList());
    }

    private static List<String> found(List<PolicyRow> rows, String code) {
        return policy(rows).check("p").stream()
                .filter(p -> p.code().equals(code))
                .map(Problem::value)
                .toList();
    }

    /** All that rows over the few codes can tell apart, and one of each sort that none of them names. */
    private static Stream<CaseTraits> everyCase(List<PolicyRow> rows) {
        List<Channel> channels = rows.stream().allMatch(r -> r.when().channels().isEmpty())
                ? List.of(Channel.PHONE)
                : List.of(Channel.PHONE, Channel.LETTER, Channel.APP);
        List<Priority> priorities =
                rows.stream().allMatch(r -> r.when().priorities().isEmpty())
                        ? List.of(Priority.NORMAL)
                        : List.of(Priority.values());
        List<LocalDate> days = rows.stream()
                        .allMatch(r -> r.when().receivedFrom().isEmpty()
                                && r.when().receivedBefore().isEmpty())
                ? List.of(Policies.FIRST_DAY)
                : IntStream.range(-1, Policies.DAYS + 2)
                        .mapToObj(Policies.FIRST_DAY::plusDays)
                        .toList();
        List<Optional<CategoryCode>> categories = each(rows, r -> r.categories().isEmpty(), Policies.CATEGORIES);
        List<Optional<AreaCode>> areas = each(rows, r -> r.areas().isEmpty(), Policies.AREAS);
        List<Optional<DepartmentCode>> departments =
                each(rows, r -> r.departments().isEmpty(), Policies.DEPARTMENTS);
        return Stream.of(CaseKind.values())
                .flatMap(kind -> priorities.stream()
                        .flatMap(priority -> channels.stream()
                                .flatMap(channel -> days.stream()
                                        .flatMap(day -> categories.stream()
                                                .flatMap(category -> areas.stream()
                                                        .flatMap(area -> departments.stream()
                                                                .map(department -> new CaseTraits(
                                                                        kind,
                                                                        category,
                                                                        priority,
                                                                        area,
                                                                        channel,
                                                                        department,
                                                                        day))))))));
    }

    private static <T> List<Optional<T>> each(
            List<PolicyRow> rows, java.util.function.Predicate<RowCondition> isOpen, List<T> codes) {
        List<Optional<T>> each = new ArrayList<>(List.of(Optional.empty()));
        if (!rows.stream().allMatch(r -> isOpen.test(r.when()))) {
            codes.forEach(code -> each.add(Optional.of(code)));
        }
        return each;
    }

    @Test
    void rows_that_take_all_of_a_row_only_together_are_named() {
        RowCondition.Builder before = RowCondition.builder().receivedBefore(LocalDate.of(2026, 3, 1));
        RowCondition.Builder after = RowCondition.builder().receivedFrom(LocalDate.of(2026, 3, 1));
        List<PolicyRow> rows = List.of(
                complete("old", before.build()),
                complete("new", after.build()),
                complete("help", RowCondition.builder().addKinds(CaseKind.HELP).build()));
        assertThat(policy(rows).check("p.json"))
                .hasSize(1)
                .first()
                .satisfies(p -> assertThat(p.toString())
                        .isEqualTo(
                                "p.json: /rows/2: UNREACHABLE_ROW: expected a row that some case reaches; rows old, new"
                                        + " before it take all of its cases together, but was \"help\""));
        List<PolicyRow> apart = List.of(
                rows.get(0),
                complete(
                        "new",
                        RowCondition.builder()
                                .receivedFrom(LocalDate.of(2026, 3, 2))
                                .build()),
                rows.get(2));
        assertThat(policy(apart).check("p.json")).extracting(Problem::value).doesNotContain("help");
        assertThat(policy(apart).check("p.json").get(0).expected())
                .endsWith("none is for normal cases by phone received on 2026-03-01");
    }

    @Test
    void ten_thousand_rows_are_checked_and_looked_up() {
        List<PolicyRow> rows = IntStream.range(0, SlaPolicy.MAX_ROWS)
                .mapToObj(i -> complete(
                        "r" + i,
                        i == SlaPolicy.MAX_ROWS - 1
                                ? RowCondition.ALWAYS
                                : RowCondition.builder()
                                        .addCategories(CategoryCode.of(
                                                two(i / 1_000) + "." + two(i / 100 % 10) + "." + two(i % 100)))
                                        .build()))
                .toList();
        SlaPolicy policy = policy(rows);
        assertThat(policy.check("p.json")).isEmpty();
        CaseTraits traits = Policies.traits().sample().withCategory(CategoryCode.of("07.03.44.01"));
        assertThat(policy.row(traits).orElseThrow().id()).isEqualTo("r7344");
        assertThat(policy.row(traits.withCategory(Optional.empty()))
                        .orElseThrow()
                        .id())
                .isEqualTo("r9999");
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static PolicyRow complete(String id, RowCondition when) {
        return new PolicyRow(id, when, List.of(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(1))));
    }

    private static SlaPolicy policy(List<PolicyRow> rows) {
        return new SlaPolicy("p", "1", ZoneId.of("Asia/Shanghai"), "test", Map.of(), Reclassification.KEEPS_LATE, rows);
    }

    @Provide
    Arbitrary<RowCondition> conditions() {
        return Policies.conditions();
    }

    @Provide
    Arbitrary<CaseTraits> traits() {
        return Policies.traits();
    }

    @Provide
    Arbitrary<List<PolicyRow>> manyRows() {
        return Policies.rows(60);
    }

    @Provide
    Arbitrary<List<PolicyRow>> fewRows() {
        return Policies.rows(16);
    }
}
