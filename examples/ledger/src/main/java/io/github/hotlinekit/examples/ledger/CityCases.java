package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaReading;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.stats.metric.CaseFact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A city and its cases, simulated or from its export, for the programs that count them. */
public final class CityCases {

    private final City city;
    private final Label title;
    private final Label note;
    private final Source source;

    private CityCases(City city, Label title, Label note, Source source) {
        this.city = city;
        this.title = title;
        this.note = note;
        this.source = source;
    }

    /** Where the cases come from. */
    private interface Source {

        /** The earliest instant that all cases are of. */
        Instant latest() throws IOException;

        /** Reads all cases, and returns the number of rows, good and bad. */
        long read(Consumer<CsvImport.Imported> cases, Faults faults) throws IOException;
    }

    /**
     * A case as it stood at the instant of the figures.
     *
     * @param fact what is counted of it
     * @param readings its clocks
     */
    public record Counted(CaseFact fact, List<SlaReading> readings) {

        /** Copies the readings. */
        public Counted {
            readings = List.copyOf(readings);
        }

        /**
         * The deadline that an open case has missed. What the source promised the citizen comes before what the city's own
         * policy promises in the last round.
         *
         * @return the clock that says so; empty if the case is closed or in time
         */
        public Optional<SlaReading> overdue() {
            SlaReading due = null;
            for (SlaReading reading : readings) {
                if (reading.kind() == TargetKind.PROMISE
                        || (reading.kind() == TargetKind.COMPLETE
                                && reading.leg().isEmpty())) {
                    due = reading;
                }
            }
            return Optional.ofNullable(due).filter(d -> d.state() == SlaReading.State.OVERDUE);
        }
    }

    /**
     * What came of reading.
     *
     * @param rows the number of rows read, good and bad
     * @param afterAsOf the cases received after the instant of the figures, which are left out
     * @param faulty the number of faults in rows left out
     * @param listed the first of the faults
     */
    public record Read(long rows, long afterAsOf, long faulty, List<Problem> listed) {
        /** Copies the faults. */
        public Read {
            listed = List.copyOf(listed);
        }
    }

    /**
     * The simulated city of Shishi.
     *
     * @param seed the same seed makes the same cases
     * @return the city
     * @throws IOException if its documents cannot be read
     */
    public static CityCases shishi(long seed) throws IOException {
        City city = CityLoader.shishi();
        ShishiSimulator simulator = new ShishiSimulator(city, seed);
        return new CityCases(
                city,
                Label.of("石狮市 12345（模拟）", "Shishi 12345 (simulated)"),
                Label.of(
                        "数据为模拟生成，并非真实工单。各类数量、办结率、满意率与《石狮日报》2016-03-08 公布的三年数字一致；其余均为假设。",
                        "Simulated cases, not real ones. The numbers by kind, the completion rate and the satisfaction rate are those that Shishi Daily published on 2016-03-08 for three years; all else is assumption."),
                new Source() {
                    @Override
                    public Instant latest() {
                        return simulator.asOf();
                    }

                    @Override
                    public long read(Consumer<CsvImport.Imported> cases, Faults faults) {
                        long[] rows = new long[1];
                        simulator.forEach(c -> {
                            rows[0]++;
                            cases.accept(new CsvImport.Imported(c, Optional.empty()));
                        });
                        return rows[0];
                    }
                });
    }

    /**
     * A city's export.
     *
     * @param file the export, CSV in UTF-8 with a header
     * @param mapping how to read it: a mapping that ships, such as {@code boston-311}, or a file
     * @return the city
     * @throws IOException if a file cannot be read
     * @throws io.github.hotlinekit.core.document.InvalidDocumentException if a document is wrong
     */
    public static CityCases imported(Path file, String mapping) throws IOException {
        Mapping document;
        Documents documents;
        if (Documents.ships(mapping)) {
            documents = Documents.shipped(mapping);
            try (InputStream in = documents.open("mapping.json")) {
                document = Mapping.read(documents.describe("mapping.json"), in);
            }
        } else {
            Path path = Path.of(mapping).toAbsolutePath();
            documents = Documents.beside(path);
            try (InputStream in = Files.newInputStream(path)) {
                document = Mapping.read(mapping, in);
            }
        }
        City city = CityLoader.load(document, documents);
        CsvImport reader = new CsvImport(document, city.taxonomy().identity());
        return new CityCases(city, document.title(), document.note(), new Source() {
            @Override
            public Instant latest() throws IOException {
                try (InputStream in = Files.newInputStream(file)) {
                    return reader.latestInstant(file.toString(), in).orElse(Instant.EPOCH);
                }
            }

            @Override
            public long read(Consumer<CsvImport.Imported> cases, Faults faults) throws IOException {
                try (InputStream in = Files.newInputStream(file)) {
                    return reader.read(file.toString(), in, cases, faults);
                }
            }
        });
    }

    /**
     * The city's name.
     *
     * @return the name, and that it is simulated if it is
     */
    public Label title() {
        return title;
    }

    /**
     * What a reader of its figures must know.
     *
     * @return the note
     */
    public Label note() {
        return note;
    }

    /**
     * The zone whose days count.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return city.policy().zone();
    }

    /**
     * Its categories.
     *
     * @return the taxonomy
     */
    public Taxonomy taxonomy() {
        return city.taxonomy();
    }

    /**
     * Its departments and areas.
     *
     * @return the directory
     */
    public Directory directory() {
        return city.directory();
    }

    /**
     * Its working days.
     *
     * @return the calendar
     */
    public WorkingCalendar calendar() {
        return city.calendar();
    }

    /**
     * The earliest instant that all cases are of: what figures are of unless one asks for others.
     *
     * @return the instant
     * @throws IOException if the export cannot be read
     */
    public Instant latest() throws IOException {
        return source.latest();
    }

    /**
     * Reads the cases as they stood at an instant.
     *
     * @param asOf the instant of the figures
     * @param cases takes each case that had been received
     * @return how many rows there were, and what is wrong with those left out
     * @throws IOException if the export cannot be read
     * @throws io.github.hotlinekit.core.document.InvalidDocumentException if no row of it can
     */
    public Read read(Instant asOf, Consumer<Counted> cases) throws IOException {
        Faults faults = new Faults();
        long[] after = new long[1];
        long rows = read(
                imported -> counted(city, imported.subject(), asOf).ifPresentOrElse(cases, () -> after[0]++), faults);
        return new Read(rows, after[0], faults.total(), faults.listed());
    }

    City city() {
        return city;
    }

    long read(Consumer<CsvImport.Imported> cases, Faults faults) throws IOException {
        return source.read(cases, faults);
    }

    /** What is counted of a case at an instant; empty if it was received later. */
    static Optional<Counted> counted(City city, Case subject, Instant asOf) {
        Optional<Case> then = subject.asOf(asOf);
        if (then.isEmpty()) {
            return Optional.empty();
        }
        List<SlaReading> readings = city.clock().read(then.get(), asOf);
        CaseFact fact = CaseFact.from(then.get(), readings, asOf, city.factRules());
        if (fact.lead().isEmpty()
                && city.router()
                                .route(RoutingFacts.from(then.get()), then.get().received())
                                .outcome()
                        instanceof Outcome.Dispatch dispatch
                && !fact.outcome().answeredAtDesk()) {
            // No dispatch is recorded: the department is the one that the city's rules name.
            fact = fact.ledBy(dispatch.lead());
        }
        return Optional.of(new Counted(fact, readings));
    }
}
