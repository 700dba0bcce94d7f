package io.github.hotlinekit.core.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Keywords;
import io.github.hotlinekit.core.routing.Notice;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Over small trees, so that rules meet often. */
class DmnLawsTest {

    private static Optional<String> written(RuleSet rules, LocalDate day) throws IOException {
        StringWriter out = new StringWriter();
        List<Unsupported> unsupported = RoutingDmn.write(rules, day, RoutingArbitraries.taxonomy(), out);
        assertThat(unsupported).isEqualTo(RoutingDmn.unsupported(rules, day));
        assertThat(out.toString().isEmpty()).isEqualTo(!unsupported.isEmpty());
        return Optional.of(out.toString()).filter(t -> !t.isEmpty());
    }

    private static RuleSet read(byte[] document) throws IOException {
        return RoutingDmn.read(
                "rules.dmn",
                new ByteArrayInputStream(document),
                RoutingArbitraries.taxonomy(),
                RoutingArbitraries.directory());
    }

    private static RuleSet read(String document) throws IOException {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static Router router(RuleSet rules) {
        return Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    /** Of a decision, what tables can say: not that it was ambiguous, nor which row of a rule it was. */
    private static RoutingDecision said(RoutingDecision decision) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        notices.addAll(decision.notices());
        notices.remove(Notice.AMBIGUOUS);
        return new RoutingDecision(
                decision.outcome(),
                decision.rule().map(id -> id.indexOf('/') < 0 ? id : id.substring(0, id.indexOf('/'))),
                decision.section(),
                decision.collected(),
                notices,
                decision.ruleSet());
    }

    @Property(tries = 1_500)
    void tables_read_again_decide_as_the_rules_did_while_those_of_the_day_last_and_not_beyond(
            @ForAll("ruleSets") RuleSet rules,
            @ForAll("days") LocalDate day,
            @ForAll("cases") List<RoutingFacts> cases,
            @ForAll("objections") List<Objection> objections,
            @ForAll("days") LocalDate otherDay)
            throws IOException {
        Optional<String> document = written(rules, day);
        if (document.isEmpty()) {
            assertThat(RoutingDmn.unsupported(rules, day))
                    .extracting(Unsupported::code)
                    .containsAnyOf(Unsupported.NOT_IN_FORCE, Unsupported.NO_RULES)
                    .hasSize(1);
            return;
        }
        RuleSet read = read(document.get());
        Router before = router(rules);
        Router after = router(read);
        assertThat(read.effective().includes(day)).isTrue();
        for (RoutingFacts facts : cases) {
            for (LocalDate decided : List.of(day, otherDay)) {
                Instant at =
                        decided.atTime(12, 0).atZone(RoutingArbitraries.ZONE).toInstant();
                RoutingDecision decision = after.route(facts, objections, at);
                if (read.effective().includes(decided)) {
                    assertThat(said(decision)).isEqualTo(said(before.route(facts, objections, at)));
                } else {
                    assertThat(decision.outcome()).isEqualTo(new Outcome.Triage(Outcome.NOT_IN_FORCE));
                }
            }
        }
    }

    @Property(tries = 500)
    void what_was_read_is_written_as_it_was_once_every_row_is_a_rule(
            @ForAll("ruleSets") RuleSet rules, @ForAll("days") LocalDate day) throws IOException {
        Optional<String> first = written(rules, day);
        if (first.isPresent()) {
            assertThat(written(rules, day)).isEqualTo(first);
            String second = written(read(first.get()), day).orElseThrow();
            assertThat(written(read(second), day)).hasValue(second);
            if (rules.sections().stream().noneMatch(s -> s.policy() == SectionPolicy.MOST_SPECIFIC)) {
                assertThat(second).isEqualTo(first.get());
            }
        }
    }

    private static Optional<RuleSet> ruleSet(String section, String id, String title, String channel) {
        try {
            Directive then = new Outcome.Statutory(channel);
            Rule rule =
                    Rule.builder().id(id).title(title).basis(title).then(then).build();
            return Optional.of(RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first(section, rule))));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Property(tries = 1_000)
    void texts_come_back_as_they_were_or_are_refused_where_xml_cannot_hold_them(
            @ForAll("words") String section,
            @ForAll("words") String id,
            @ForAll("words") String title,
            @ForAll("words") String channel)
            throws IOException {
        Optional<RuleSet> possible = ruleSet(section, id, title, channel);
        if (possible.isEmpty()) {
            return; // a rule set refuses such a text, so that there is nothing to write
        }
        LocalDate day = RoutingArbitraries.DAYS.get(0);
        RuleSet named = possible.get();
        Optional<String> document = written(named, day);
        boolean holds = List.of(section, id, title, channel).stream()
                .flatMapToInt(String::codePoints)
                .allMatch(c -> (c >= ' ' || Character.isWhitespace(c)) && c != 0xFFFE && c != 0xDC80);
        assertThat(document.isPresent()).isEqualTo(holds);
        if (holds) {
            assertThat(read(document.get()).sections()).isEqualTo(named.sections());
        } else {
            assertThat(RoutingDmn.unsupported(named, day))
                    .extracting(Unsupported::code)
                    .containsExactly(Unsupported.CHARACTER);
        }
    }

    @Property(tries = 1_000)
    void a_document_with_a_flaw_is_read_or_refused_with_its_problems_and_nothing_else_happens(
            @ForAll("ruleSets") RuleSet rules,
            @ForAll("splices") String splice,
            @ForAll("shares") double start,
            @ForAll("lengths") int length)
            throws IOException {
        Optional<String> document = written(rules, RoutingArbitraries.DAYS.get(1));
        if (document.isEmpty()) {
            return;
        }
        String text = document.get();
        int from = (int) (start * text.length());
        int to = Math.min(text.length(), from + length);
        String flawed = text.substring(0, from) + splice + text.substring(to);
        try {
            router(read(flawed.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (InvalidDocumentException e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.code()).matches("[A-Z0-9_]+"));
        }
        try {
            router(read(flawed));
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 1);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(0, 1, 2, 7, 40, 400);
    }

    @Provide
    Arbitrary<String> splices() {
        return Arbitraries.of(
                "",
                "<",
                ">",
                "\"",
                "&",
                "&x;",
                "&#0;",
                "<a/>",
                "</rule>",
                "null",
                "-",
                "\"01\"",
                "not(\"01\")",
                "ÿ",
                "<!DOCTYPE a>",
                "<rule>",
                "<text>-</text>",
                "]]>",
                "(",
                "? = null",
                "\u0001");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "\"", "\\", "<", ">", "&", "\n", "\r", "\r\n", "\t", "]]>", "中", " ", "😀", "a", "u0041",
                        "\u0001", "\uFFFE", "\uDC80")
                .list()
                .ofMaxSize(4)
                .map(parts -> "x" + String.join("", parts))
                .edgeCases(config -> config.none());
    }

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return RoutingArbitraries.ruleSets(RoutingArbitraries.conditions()
                .map(c -> new Condition(
                        c.categories(),
                        c.areas(),
                        c.kinds(),
                        c.channels(),
                        c.priorities(),
                        c.requesters(),
                        c.dayTypes(),
                        c.missing(),
                        Keywords.ANY,
                        List.of())));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Combinators.combine(Arbitraries.of(RoutingArbitraries.DAYS), Arbitraries.of(-1L, 0L, 30L))
                .as(LocalDate::plusDays);
    }

    @Provide
    Arbitrary<List<RoutingFacts>> cases() {
        return RoutingArbitraries.facts().list().ofSize(8);
    }

    @Provide
    Arbitrary<List<Objection>> objections() {
        return RoutingArbitraries.objections();
    }
}
