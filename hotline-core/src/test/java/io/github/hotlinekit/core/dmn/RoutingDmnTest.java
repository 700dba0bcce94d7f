package io.github.hotlinekit.core.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Keywords;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.routing.Target;
import io.github.hotlinekit.core.routing.TimeWindow;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingDmnTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private static final Rule SPLIT = Rule.builder()
            .id("R1")
            .title("A & B")
            .basis("《条例》 <41>")
            .when(Condition.builder()
                    .addCategories(CategoryCode.of("01"), CategoryCode.of("02.01"))
                    .addAreas(AreaCode.of("12"))
                    .addKinds(CaseKind.HELP, CaseKind.COMPLAINT)
                    .addMissing(Cell.AREA)
                    .build())
            .then(new Directive.Assign(Target.department("A"), List.of(Target.Jurisdiction.of("street", "housing"))))
            .build();
    private static final Rule NEAREST = Rule.builder()
            .id("R2")
            .when(Condition.builder().addCategories(CategoryCode.of("02")).build())
            .then(new Directive.Assign(Target.Jurisdiction.NEAREST, List.of()))
            .build();
    private static final Rule REST = Rule.builder()
            .id("Z")
            .when(Condition.builder().addMissing(Cell.CATEGORY).build())
            .then(new Outcome.Triage("ASK"))
            .build();
    private static final Rule ALSO = Rule.builder()
            .id("A1")
            .then(new Directive.Assist(List.of(Target.department("B"))))
            .build();

    private static RuleSet sample() {
        return RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first("x", REST)))
                .withSections(
                        new RuleSet.Section("catalogue", SectionPolicy.MOST_SPECIFIC, List.of(NEAREST, SPLIT)),
                        new RuleSet.Section("also", SectionPolicy.COLLECT, List.of(ALSO)),
                        RuleSet.Section.first("fallback", REST));
    }

    private static String written(RuleSet rules, Taxonomy taxonomy) throws IOException {
        StringWriter out = new StringWriter();
        assertThat(RoutingDmn.write(rules, DAY, taxonomy, out)).isEmpty();
        return out.toString();
    }

    private static String document() throws IOException {
        return written(sample(), RoutingArbitraries.taxonomy());
    }

    private static RuleSet read(byte[] document) throws IOException {
        return RoutingDmn.read(
                "rules.dmn",
                new ByteArrayInputStream(document),
                RoutingArbitraries.taxonomy(),
                RoutingArbitraries.directory());
    }

    private static List<Problem> problems(String document) {
        return problems(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem> problems(byte[] document) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(document))
                .problems();
    }

    private static List<String> codes(String document) {
        return problems(document).stream().map(Problem::code).toList();
    }

    private static String with(String part, String other) throws IOException {
        String document = document();
        assertThat(document).contains(part);
        return document.replace(part, other);
    }

    @Test
    void a_rule_of_unequal_depths_is_a_row_for_each_and_the_deepest_stands_first() throws IOException {
        String below =
                "<inputEntry><text>? != null and (? = &quot;%s&quot; or starts with(?, &quot;%s.&quot;))</text></inputEntry>";
        assertThat(document()
                        .lines()
                        .filter(l -> l.startsWith("<rule id=\"rule_route_"))
                        .map(l -> l.substring(l.indexOf('>') + 1))
                        .map(l -> l.substring(0, l.indexOf("</inputEntry>", l.indexOf("</inputEntry>") + 1))))
                .containsExactly(
                        String.format(java.util.Locale.ROOT, below, "02.01", "02.01")
                                + "<inputEntry><text>? != null and starts with(?, &quot;12&quot;)</text>",
                        String.format(java.util.Locale.ROOT, below, "02.01", "02.01")
                                + "<inputEntry><text>? = null</text>",
                        String.format(java.util.Locale.ROOT, below, "01", "01")
                                + "<inputEntry><text>? != null and starts with(?, &quot;12&quot;)</text>",
                        String.format(java.util.Locale.ROOT, below, "01", "01") + "<inputEntry><text>? = null</text>",
                        String.format(java.util.Locale.ROOT, below, "02", "02") + "<inputEntry><text>-</text>",
                        "<inputEntry><text>? = null</text></inputEntry><inputEntry><text>-</text>");
    }

    @Test
    void sections_are_read_as_the_table_has_them_and_rows_after_a_rules_first_get_ids_of_their_own()
            throws IOException {
        RuleSet read = read(document().getBytes(StandardCharsets.UTF_8));
        assertThat(read.sections())
                .extracting(s -> s.id() + " " + s.policy() + " "
                        + s.rules().stream().map(Rule::id).toList())
                .containsExactly(
                        "catalogue FIRST [R1, R1/2, R1/3, R1/4, R2]", "fallback FIRST [Z]", "also COLLECT [A1]");
        Rule first = read.sections().get(0).rules().get(0);
        assertThat(first.then()).isEqualTo(SPLIT.then());
        assertThat(first.title()).isEqualTo(SPLIT.title());
        assertThat(first.basis()).isEqualTo(SPLIT.basis());
        assertThat(read.identity()).isEqualTo("r@1");
        assertThat(read.onReturn()).isEqualTo(sample().onReturn());
    }

    @Test
    void words_and_times_are_refused_and_nothing_is_written() throws IOException {
        Rule words = REST.withId("K")
                .withWhen(Condition.builder()
                        .keywords(Keywords.anyOf("民宿"))
                        .addTimes(TimeWindow.parse("22:00-06:00"))
                        .build());
        Rule past = words.withId("P").withEffective(Effective.until(DAY));
        RuleSet rules = sample().withSections(RuleSet.Section.first("s", words, past));
        StringWriter out = new StringWriter();
        assertThat(RoutingDmn.write(rules, DAY, RoutingArbitraries.taxonomy(), out))
                .extracting(u -> u.rule().orElse("") + " " + u.code())
                .containsExactly("K DMN_UNSUPPORTED_KEYWORDS", "K DMN_UNSUPPORTED_TIME");
        assertThat(out.toString()).isEmpty();
        assertThat(RoutingDmn.unsupported(rules, DAY).get(0))
                .hasToString("section s, rule K: DMN_UNSUPPORTED_KEYWORDS: DMN has no condition for keywords");
        assertThat(RoutingDmn.unsupported(rules.withEffective(Effective.until(DAY)), DAY))
                .extracting(Unsupported::code)
                .containsExactly("DMN_NOT_IN_FORCE");
        assertThat(RoutingDmn.unsupported(
                        rules.withSections(RuleSet.Section.first("s", REST.withEffective(Effective.until(DAY)))), DAY))
                .extracting(Unsupported::code)
                .containsExactly("DMN_NO_RULES");
    }

    @Test
    void rules_of_more_rows_than_a_rule_set_may_have_are_refused() {
        List<Rule> rules = new java.util.ArrayList<>();
        List<CategoryCode> categories = List.of("01", "01.01", "01.01.01").stream()
                .map(CategoryCode::of)
                .toList();
        for (int i = 0; i <= RuleSet.MAX_RULES / 3; i++) {
            rules.add(REST.withId("R" + i)
                    .withWhen(Condition.builder().addAllCategories(categories).build()));
        }
        assertThat(RoutingDmn.unsupported(
                        sample().withSections(new RuleSet.Section("s", SectionPolicy.MOST_SPECIFIC, rules)), DAY))
                .extracting(Unsupported::code)
                .containsExactly("DMN_TOO_LONG");
    }

    @Test
    void another_taxonomy_than_the_rules_name_is_a_mistake() {
        assertThatThrownBy(() -> RoutingDmn.write(sample(), DAY, Taxonomy.standard(), new StringWriter()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t@1");
    }

    @Test
    void problems_say_line_column_and_the_nearest_id_whatever_ends_the_lines() throws IOException {
        String document = with("<text>&quot;dispatch&quot;</text>", "<text>&quot;dispatsch&quot;</text>");
        for (String end : List.of("\n", "\r\n", "\r")) {
            String[] lines = document.split("\n", -1);
            List<Problem> problems = problems(String.join(end, lines));
            assertThat(problems).hasSize(5).allSatisfy(p -> {
                assertThat(p.code()).isEqualTo("UNKNOWN_OUTCOME");
                assertThat(p.expected()).contains("did you mean \"dispatch\"?");
                Place.Element place = (Place.Element) p.place();
                String line = lines[(int) place.line() - 1];
                assertThat(line).startsWith("<rule id=\"" + place.id() + "\"");
                assertThat(line.substring(place.column() - 1)).startsWith("<outputEntry><text>&quot;dispatsch");
            });
        }
        assertThat(problems(document).get(0))
                .hasToString("rules.dmn: line "
                        + (1
                                + document.substring(0, document.indexOf("rule_route_1\""))
                                        .lines()
                                        .count()
                                - 1) + ", column "
                        + (1
                                + document.lines()
                                        .filter(l -> l.contains("rule_route_1\""))
                                        .findFirst()
                                        .orElse("")
                                        .indexOf("<outputEntry><text>&quot;dispatsch"))
                        + " (rule_route_1): UNKNOWN_OUTCOME: expected one of [dispatch, desk, refer, statutory, triage];"
                        + " did you mean \"dispatch\"?, but was \"dispatsch\"");
    }

    @Test
    void places_hold_far_into_a_document() throws IOException {
        String padding = "<!-- " + "石".repeat(99) + " -->\n";
        String document = with("<extensionElements>", padding.repeat(2_000) + "<extensionElements>")
                .replace("&quot;Z&quot;", "&quot;&quot;");
        assertThat(problems(document)).singleElement().satisfies(p -> {
            Place.Element place = (Place.Element) p.place();
            String line = document.lines().skip(place.line() - 1).findFirst().orElse("");
            assertThat(place.id()).isEqualTo("rule_route_6");
            assertThat(line.substring(place.column() - 1)).startsWith("<outputEntry><text>&quot;&quot;");
            assertThat(p.code()).isEqualTo("MISSING_VALUE");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "not(&quot;01&quot;)",
                "&quot;02&quot;",
                "? = &quot;02&quot;",
                "starts with(?, &quot;02.&quot;)",
                "? != null",
                "? != null and (? = &quot;02&quot; or starts with(?, &quot;01.&quot;))",
                "? != null and starts with(?, &quot;02.&quot;)",
                "? != null and (? = &quot;02&quot; or starts with(?, &quot;02.&quot;)",
                "? != null and (? = &quot;02&quot; and starts with(?, &quot;02.&quot;))",
                "? = null or ? = &quot;02&quot;",
                "[1..2]",
                "category",
                "&quot;02",
                "&quot;\\x&quot;",
                "? = null ? = null",
                "- ? = null",
                "- &quot;01&quot;",
                "matches(?, &quot;02.*&quot;)"
            })
    void other_feel_in_a_category_is_refused_with_its_cell(String feel) throws IOException {
        String ours = "? != null and (? = &quot;02&quot; or starts with(?, &quot;02.&quot;))";
        assertThat(problems(with(ours, feel))).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("DMN_UNSUPPORTED_FEEL");
            assertThat(p.expected()).contains("in the input category", "starts with");
            assertThat(p.value()).isEqualTo(feel.replace("&quot;", "\""));
            assertThat(((Place.Element) p.place()).id()).isEqualTo("rule_route_5");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "? != null and ( ? = &quot;02&quot; or starts  with( ?,&quot;02.&quot;) )",
                "? != null and (starts with(?, &quot;02.&quot;) or ? = &quot;\\u0030\\u0032&quot;)"
            })
    void white_space_order_and_escapes_of_feel_do_not_matter(String feel) throws IOException {
        String ours = "? != null and (? = &quot;02&quot; or starts with(?, &quot;02.&quot;))";
        assertThat(read(with(ours, feel).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(read(document().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_blank_cell_asks_nothing_as_editors_leave_it() throws IOException {
        assertThat(read(with("<text>-</text>", "<text></text>").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(read(document().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "hitPolicy=\"FIRST\" ~ hitPolicy=\"PRIORITY\" ~ DMN_UNSUPPORTED_HIT_POLICY",
                "hitPolicy=\"FIRST\" ~ id2=\"x\" ~ DMN_UNSUPPORTED_HIT_POLICY",
                "hitPolicy=\"RULE ORDER\" ~ hitPolicy=\"COLLECT\" aggregation=\"COUNT\" ~ DMN_UNSUPPORTED_HIT_POLICY",
                "20191111/MODEL/ ~ 20230324/MODEL/ ~ DMN_UNSUPPORTED_VERSION",
                "typeRef=\"string\"><text>kind ~ typeRef=\"number\"><text>kind ~ DMN_UNSUPPORTED_TYPE",
                "<text>kind</text> ~ <text>kinds</text> ~ DMN_UNSUPPORTED_INPUT",
                "<text>kind</text> ~ <text>area</text> ~ DUPLICATE_COLUMN",
                "name=\"lead\" typeRef ~ name=\"leader\" typeRef ~ DMN_UNSUPPORTED_OUTPUT",
                "name=\"route\"> ~ name=\"rout\"> ~ DMN_UNSUPPORTED_DECISION",
                "<decisionTable id=\"table_route\" ~ <literalExpression/><decisionTable id=\"table_route\" ~ DMN_UNSUPPORTED_ELEMENT",
                "<inputData id=\"input_kind\" ~ <itemDefinition/><inputData id=\"input_kind\" ~ DMN_UNSUPPORTED_ELEMENT",
                "<rule id=\"rule_route_5\"> ~ <rule id=\"rule_route_5\"><inputEntry/> ~ DMN_ENTRY_COUNT",
                "<rule id=\"rule_route_5\"> ~ <rule id=\"rule_route_5\"><x/> ~ DMN_UNSUPPORTED_ELEMENT",
                "<inputEntry><text>&quot;help ~ <inputEntry expressionLanguage=\"groovy\"><text>&quot;help ~ DMN_UNSUPPORTED_LANGUAGE",
                "<inputEntry><text>-</text></inputEntry> ~ <inputEntry>not(1)</inputEntry> ~ DMN_UNSUPPORTED_ELEMENT",
                "<inputEntry><text>-</text></inputEntry> ~ <inputEntry/> ~ DMN_UNSUPPORTED_ELEMENT",
                "<text>-</text> ~ <text>-</text><text>1</text> ~ DMN_UNSUPPORTED_ELEMENT",
                "&quot;help&quot;, ~ &quot;halp&quot;, ~ UNKNOWN_KIND",
                "&quot;help&quot;, ~ &quot;help&quot;,&quot;help&quot;, ~ DUPLICATE_VALUE",
                "&quot;12&quot; ~ &quot;19&quot; ~ UNKNOWN_AREA",
                "02.01 ~ 02.09 ~ UNKNOWN_CATEGORY",
                "&quot;A&quot; ~ &quot;AA&quot; ~ UNKNOWN_DEPARTMENT",
                "@street/housing ~ @stret/housing ~ UNKNOWN_LEVEL",
                "@street/housing ~ @street/house ~ UNKNOWN_FUNCTION",
                "@street/housing ~ B|B ~ DUPLICATE_VALUE",
                "@street/housing ~ A ~ LEAD_ASSISTS",
                "<text>&quot;area&quot;</text> ~ <text>null</text> ~ MISSING_VALUE",
                "&quot;ASK&quot; ~ &quot;ask&quot; ~ BAD_VALUE",
                "&quot;triage&quot; ~ &quot;refer&quot; ~ BAD_VALUE",
                "&quot;triage&quot; ~ &quot;desk&quot; ~ CONFLICTING_CELLS",
                "<text>&quot;ASK&quot;</text> ~ <text>null</text> ~ MISSING_VALUE",
                "<text>&quot;ASK&quot;</text> ~ <text>detail</text> ~ DMN_UNSUPPORTED_FEEL",
                "<text>&quot;R2&quot; ~ <text>&quot;Z&quot; ~ DUPLICATE_ID",
                "&quot;A1&quot; ~ &quot;Z&quot; ~ DUPLICATE_ID",
                "&quot;also&quot; ~ &quot;fallback&quot; ~ DUPLICATE_ID",
                "taxonomy=\"t@1\" ~ taxonomy=\"t@2\" ~ OTHER_IDENTITY",
                "zone=\"Asia/Shanghai\" ~ zone=\"Asia/Shanghi\" ~ BAD_ZONE",
                "day=\"2026-05-01\" ~ day=\"2026-5-1\" ~ BAD_DATE",
                "day=\"2026-05-01\" ~ day=\"2026-05-01\" from=\"2026-05-01\" to=\"2026-05-01\" ~ BAD_PERIOD",
                "maxReturns=\"2\" ~ maxReturns=\"0\" ~ BAD_VALUE",
                "onReturn=\"nextMatch\" ~ onReturn=\"next\" ~ UNKNOWN_POLICY",
                "version=\"1\" ~ ver=\"1\" ~ MISSING_ATTRIBUTE",
                "hotline:ruleSet ~ hotline:rules ~ MISSING_ELEMENT"
            })
    void what_is_not_of_the_subset_is_refused_with_a_code(String ours, String other, String code) throws IOException {
        // The declaration's own version is not meant.
        String document = with(ours, other).replace("<?xml ver=", "<?xml version=");
        assertThat(codes(document)).contains(code);
    }

    @Test
    void a_section_whose_rows_are_apart_is_refused() throws IOException {
        String row = document()
                .lines()
                .filter(l -> l.contains("rule_route_1\""))
                .findFirst()
                .orElseThrow();
        String document = document()
                .replace(row + "\n", "")
                .replace(
                        "</decisionTable></decision>\n<decision id=\"decision_assist\"",
                        row + "</decisionTable></decision>\n<decision id=\"decision_assist\"");
        assertThat(problems(document)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("DMN_SECTION_SPLIT");
            assertThat(((Place.Element) p.place()).id()).isEqualTo("rule_route_1");
        });
    }

    @Test
    void all_problems_are_told_at_once() throws IOException {
        String document = with("&quot;help&quot;,", "&quot;halp&quot;,")
                .replace("&quot;ASK&quot;", "&quot;ask&quot;")
                .replace("zone=\"Asia/Shanghai\"", "zone=\"x\"");
        assertThat(codes(document))
                .containsExactlyInAnyOrder(
                        "BAD_ZONE", "UNKNOWN_KIND", "UNKNOWN_KIND", "UNKNOWN_KIND", "UNKNOWN_KIND", "BAD_VALUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<!DOCTYPE definitions SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://localhost:1/x\"> %p;]>"
            })
    void a_document_type_is_refused_unread(String type) throws IOException {
        assertThat(problems(with("<definitions", type + "<definitions")))
                .extracting(Problem::code)
                .containsExactly("DMN_FORBIDDEN_DTD");
    }

    @Test
    void what_is_not_xml_is_refused_where_it_stops_being_so() throws IOException {
        assertThat(problems(document().substring(0, 2_000))).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("DMN_NOT_WELL_FORMED");
            assertThat(p.place()).isInstanceOf(Place.Position.class);
        });
        assertThat(codes(with("<text>-</text>", "<text>&e;</text>")))
                .containsAnyOf("DMN_FORBIDDEN_DTD", "DMN_NOT_WELL_FORMED");
        assertThat(codes("")).containsExactly("EMPTY_DOCUMENT");
        assertThat(codes("{}")).containsExactly("DMN_NOT_WELL_FORMED");
        assertThat(codes("<a/>")).containsExactly("DMN_UNSUPPORTED_VERSION");
    }

    @Test
    void only_utf_8_is_read_with_or_without_a_mark() throws IOException {
        byte[] gbk = document().getBytes(Charset.forName("GBK"));
        assertThat(problems(gbk)).extracting(Problem::code).containsExactly("NOT_UTF8");
        assertThat(codes(with("encoding=\"UTF-8\"", "encoding=\"GBK\""))).containsExactly("NOT_UTF8");
        assertThat(read(("\uFEFF" + document()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(read(document().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void depth_texts_elements_and_length_have_limits() throws IOException {
        String deep = "<extensionElements>" + "<x>".repeat(RoutingDmn.MAX_DEPTH) + "</x>".repeat(RoutingDmn.MAX_DEPTH);
        assertThat(codes(with("<extensionElements>", deep))).containsExactly("LIMIT_EXCEEDED");
        String text = "<text>" + "x".repeat(RoutingDmn.MAX_TEXT + 1) + "</text>";
        assertThat(codes(with("<text>&quot;ASK&quot;</text>", text))).containsExactly("LIMIT_EXCEEDED");
        String attribute = "<definitions x=\"" + "x".repeat(RoutingDmn.MAX_TEXT + 1) + "\"";
        assertThat(codes(with("<definitions", attribute))).containsExactly("LIMIT_EXCEEDED");
        String many = "<a>" + "<b/>".repeat(RoutingDmn.MAX_ELEMENTS) + "</a>";
        assertThat(codes(many)).containsExactly("LIMIT_EXCEEDED");
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                java.util.Arrays.fill(bytes, offset, offset + length, (byte) ' ');
                return length;
            }
        };
        assertThatThrownBy(() -> RoutingDmn.read(
                        "rules.dmn", endless, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory()))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("LIMIT_EXCEEDED");
    }

    @Test
    void texts_of_a_rule_have_the_limits_of_the_rule() throws IOException {
        assertThat(codes(with("A &amp; B", "x".repeat(Rule.MAX_TITLE + 1)))).contains("LIMIT_EXCEEDED");
        assertThat(codes(with("&quot;Z&quot;", "&quot;" + "x".repeat(Rule.MAX_ID + 1) + "&quot;")))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(codes(with("&quot;R1&quot;", "&quot;" + "x".repeat(Rule.MAX_ID) + "&quot;")))
                .containsExactly("LIMIT_EXCEEDED", "LIMIT_EXCEEDED", "LIMIT_EXCEEDED");
    }

    @Test
    void columns_may_be_left_out_and_in_any_order_and_notes_of_others_are_passed_over() throws IOException {
        String document = document();
        RuleSet read = read(document.replace("<annotation name=\"title\"/>", "<annotation name=\"remark\"/>")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(read.sections().get(0).rules().get(0).title()).isEqualTo(Optional.empty());
        assertThat(read.sections().get(0).rules().get(0).basis()).isEqualTo(SPLIT.basis());
    }
}
