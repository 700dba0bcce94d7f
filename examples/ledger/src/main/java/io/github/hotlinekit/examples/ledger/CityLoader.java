package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.SpecialDay;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads the documents of a city. */
final class CityLoader {

    private CityLoader() {}

    /** The city of a mapping document, whose other documents lie beside it. */
    static City load(Mapping mapping, Documents documents) throws IOException {
        Directory directory;
        try (InputStream in = documents.open(mapping.departments())) {
            directory = Directory.of(
                    mapping.id(),
                    mapping.calendar().version(),
                    Directory.readDepartments(documents.describe(mapping.departments()), in),
                    List.of());
        }
        SlaPolicy policy;
        try (InputStream in = documents.open(mapping.policy())) {
            policy = SlaPolicy.read(documents.describe(mapping.policy()), in);
        }
        return load(documents, directory, mapping.rules(), policy, calendar(mapping, documents), onlyOf(policy));
    }

    /** The simulated city of Shishi. */
    static City shishi() throws IOException {
        Documents documents = Documents.shipped("shishi");
        try (InputStream departments = documents.open("departments.csv");
                InputStream areas = documents.open("areas.csv")) {
            Directory directory = Directory.readCsv(
                    "shishi",
                    "2026.1",
                    documents.describe("departments.csv"),
                    departments,
                    documents.describe("areas.csv"),
                    areas);
            return load(
                    documents,
                    directory,
                    "rules.json",
                    SlaPolicy.shishi2016(),
                    WorkingCalendar.china(),
                    Optional.of(ShishiSimulator.OFFICE));
        }
    }

    /** The hours of a policy that names but one. */
    private static Optional<OpeningHours> onlyOf(SlaPolicy policy) {
        return policy.hours().size() == 1 ? policy.hours().values().stream().findFirst() : Optional.empty();
    }

    private static City load(
            Documents documents,
            Directory directory,
            String rulesName,
            SlaPolicy policy,
            WorkingCalendar calendar,
            Optional<OpeningHours> office)
            throws IOException {
        Taxonomy taxonomy = Taxonomy.standard();
        try (InputStream in = documents.open(rulesName)) {
            RuleSet rules = RuleSet.read(documents.describe(rulesName), in, taxonomy, directory);
            return City.of(taxonomy, directory, rules, policy, calendar, office);
        }
    }

    private static WorkingCalendar calendar(Mapping mapping, Documents documents) throws IOException {
        Mapping.CalendarPart part = mapping.calendar();
        WorkingCalendar.Builder builder = WorkingCalendar.builder(part.id(), part.version())
                .first(part.first())
                .last(part.last())
                .settledUntil(part.settledUntil());
        for (String layer : part.days()) {
            try (InputStream in = documents.open(layer)) {
                builder.days(SpecialDay.readCsv(documents.describe(layer), in));
            }
        }
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new InvalidDocumentException(List.of(new Problem(
                    mapping.id(),
                    new Place.Pointer("/calendar"),
                    "BAD_CALENDAR",
                    "",
                    "a calendar that holds together: " + e.getMessage())));
        }
    }
}
