package io.github.hotlinekit.examples.quickstart;

import io.github.hotlinekit.core.analysis.*;
import io.github.hotlinekit.core.directory.*;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.routing.*;
import io.github.hotlinekit.core.taxonomy.*;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The README's program about rules: a ruling, a catalogue, and a case that a department returns. */
public final class Dispatching {

    private Dispatching() {}

    /**
     * Prints where a case goes, why it goes elsewhere once it was returned, and what there is to know of the rules.
     *
     * @param args nothing
     * @throws IOException never, as it reads from memory
     */
    public static void main(String[] args) throws IOException {
        Taxonomy taxonomy = Taxonomy.standard();
        InputStream departments = in("""
                code,name_zh,name_en,type
                CGJ,城管局,Urban Management Bureau,bureau
                GAJ,公安局,Public Security Bureau,bureau
                HB-JD,湖滨街道办事处,Hubin Subdistrict Office,street
                """);
        InputStream areas = in("""
                code,name_zh,name_en,parent,level,department
                350581,石狮市,Shishi,,city,
                350581001,湖滨街道,Hubin,350581,street,HB-JD
                """);
        Directory directory = Directory.readCsv("city", "1", "departments.csv", departments, "areas.csv", areas);
        InputStream document = in("""
                { "format": "hotline-routing/1", "id": "city", "version": "2026.1", "zone": "Asia/Shanghai",
                  "taxonomy": "12345-default@2026.1", "directory": "city@1",
                  "sections": [
                    { "id": "rulings", "rules": [
                      { "id": "H7", "title": "Square dancing", "basis": "Minutes 2026/7",
                        "when": { "category": ["08.01"], "keywords": { "any": ["广场舞"] } },
                        "then": { "lead": "GAJ", "assist": [{ "jurisdiction": "street" }] } }] },
                    { "id": "catalogue", "policy": "mostSpecific", "rules": [
                      { "id": "M08", "title": "Noise", "when": { "category": ["08.01"] }, "then": { "lead": "CGJ" } }] },
                    { "id": "fallback", "rules": [{ "id": "Z", "then": { "triage": "NOT_IN_CATALOGUE" } }] }] }
                """);
        RuleSet rules = RuleSet.read("rules.json", document, taxonomy, directory);

        Router router = Router.of(rules, taxonomy, directory);
        RoutingFacts noise = RoutingFacts.builder()
                .category(CategoryCode.of("08.01.02"))
                .area(AreaCode.of("350581001"))
                .text(CaseText.of("楼下广场舞吵到半夜"))
                .build();
        Instant at = Instant.parse("2026-07-02T01:00:00Z");
        System.out.println(router.route(noise, at).outcome());
        List<Objection> returned = List.of(Objection.of("GAJ", "not a matter of public order"));
        System.out.print(router.explain(noise, returned, at).render(Language.EN));

        RuleSetAnalyzer analyzer = RuleSetAnalyzer.of(rules, taxonomy, directory);
        for (Finding finding : analyzer.analyze(Budget.standard()).findings()) {
            System.out.println(finding.code() + ": " + finding.message().en());
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
