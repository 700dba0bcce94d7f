package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Csv;
import io.github.hotlinekit.core.document.CsvHandler;
import io.github.hotlinekit.core.document.CsvRow;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a city's export row by row and makes a case with a timeline of each. What the export does not
 * hold is not invented: a row tells when a demand was received and perhaps when it was dispatched and
 * closed, so the case has those events and no others, and its source says which steps it records.
 */
final class CsvImport {

    /**
     * A case as read.
     *
     * @param subject the case
     * @param statedDepartment the department that the export itself names, where it does
     */
    record Imported(Case subject, Optional<DepartmentCode> statedDepartment) {}

    private final Mapping mapping;
    private final String taxonomy;
    private final Source source;

    CsvImport(Mapping mapping, String taxonomy) {
        this.mapping = mapping;
        this.taxonomy = taxonomy;
        this.source = Source.of(mapping.id(), mapping.steps());
    }

    /**
     * Reads an export to its end.
     *
     * @param name its name, for problems
     * @param in its bytes; closed at the end
     * @param cases takes each good row's case, in the order of the file
     * @param faults takes what is wrong with the others
     * @return the number of rows read, good and bad
     * @throws InvalidDocumentException if a column is missing without which no row can be read
     */
    long read(String name, InputStream in, Consumer<Imported> cases, Faults faults) throws IOException {
        Rows rows = new Rows(name, cases, faults);
        try (Reader reader = Utf8.reader(in)) {
            Csv.read(name, reader, rows);
        }
        rows.requireHeader();
        return rows.count[0];
    }

    /** The latest instant that an export tells of, which is the earliest at which it can have been made. */
    Optional<Instant> latestInstant(String name, InputStream in) throws IOException {
        Instant[] latest = new Instant[1];
        Faults ignored = new Faults(); // the reading that follows reports the same ones
        read(
                name,
                in,
                imported -> {
                    Case subject = imported.subject();
                    Instant last =
                            subject.events().get(subject.events().size() - 1).at();
                    if (latest[0] == null || last.isAfter(latest[0])) {
                        latest[0] = last;
                    }
                },
                ignored);
        return Optional.ofNullable(latest[0]);
    }

    /** What a cell tells: an instant, nothing, or something that is no instant. */
    private record Told(@Nullable Instant instant, boolean isWrong) {
        static final Told NOTHING = new Told(null, false);
        static final Told WRONG = new Told(null, true);
    }

    private final class Rows implements CsvHandler {
        private final String name;
        private final Consumer<Imported> cases;
        private final Faults faults;
        private final SeenNumbers seen = new SeenNumbers();
        private final Map<String, Integer> columns = new HashMap<>();
        private final long[] count = new long[1];
        private final List<Problem> headerProblems = new ArrayList<>();

        Rows(String name, Consumer<Imported> cases, Faults faults) {
            this.name = name;
            this.cases = cases;
            this.faults = faults;
        }

        @Override
        public void header(CsvRow header) {
            for (int i = 0; i < header.size(); i++) {
                columns.putIfAbsent(header.cell(i).strip(), i);
            }
            for (String column : mapping.requiredColumns()) {
                missing(header, column).ifPresent(headerProblems::add);
            }
            for (String column : mapping.optionalColumns()) {
                missing(header, column).ifPresent(faults::add);
            }
            if (!headerProblems.isEmpty()) {
                throw new InvalidDocumentException(headerProblems);
            }
        }

        private Optional<Problem> missing(CsvRow header, String column) {
            if (columns.containsKey(column)) {
                return Optional.empty();
            }
            return Optional.of(new Problem(
                    name,
                    new Place.Cell(header.line(), 1, ""),
                    "UNKNOWN_COLUMN",
                    column,
                    "a column of the file, as the mapping " + mapping.id() + " names it"
                            + Suggestion.hint(column, columns.keySet())));
        }

        void requireHeader() {
            if (columns.isEmpty()) {
                throw new InvalidDocumentException(List.of(new Problem(
                        name, new Place.Position(1, 1), "EMPTY_DOCUMENT", "", "a header and rows in UTF-8")));
            }
        }

        @Override
        public void problem(Problem problem) {
            count[0]++;
            faults.add(problem);
        }

        @Override
        public void row(CsvRow row) {
            count[0]++;
            Imported imported = imported(row);
            if (imported != null) {
                cases.accept(imported);
            }
        }

        private @Nullable Imported imported(CsvRow row) {
            CaseNumber number = number(row);
            Told received = told(row, mapping.received());
            if (number == null || received.isWrong()) {
                return null;
            }
            if (received.instant() == null) {
                fault(row, mapping.received().column(), "MISSING_VALUE", "an instant");
                return null;
            }
            Told closed = toldIfThere(row, mapping.closed());
            Told dispatched = toldIfThere(row, mapping.dispatched());
            Told promised = toldIfThere(row, mapping.promised());
            if (closed.isWrong() || dispatched.isWrong() || promised.isWrong()) {
                return null;
            }
            if (closed.instant() != null && closed.instant().isBefore(received.instant())) {
                fault(
                        row,
                        mapping.closed().orElseThrow().column(),
                        "CLOSED_BEFORE_RECEIVED",
                        "an instant not before " + text(row, mapping.received().column()));
                return null;
            }
            if (dispatched.instant() != null
                    && (dispatched.instant().isBefore(received.instant())
                            || (closed.instant() != null && closed.instant().isBefore(dispatched.instant())))) {
                fault(
                        row,
                        mapping.dispatched().orElseThrow().column(),
                        "DISPATCH_OUT_OF_ORDER",
                        "an instant from the receipt to the closing");
                return null;
            }
            if (!seen.add(number.value())) {
                fault(row, mapping.number(), "DUPLICATE_NUMBER", "a number that no earlier row has");
                return null;
            }
            return new Imported(
                    timeline(
                            row,
                            number,
                            received.instant(),
                            dispatched.instant(),
                            closed.instant(),
                            promised.instant()),
                    value(row, mapping.department()));
        }

        private Case timeline(
                CsvRow row,
                CaseNumber number,
                Instant received,
                @Nullable Instant dispatched,
                @Nullable Instant closed,
                @Nullable Instant promised) {
            Registration registration = Registration.builder()
                    .number(number)
                    .kind(value(row, mapping.kind()).orElseThrow())
                    .channel(value(row, mapping.channel()).orElseThrow())
                    .requester(Requester.UNKNOWN)
                    .promisedBy(Optional.ofNullable(promised))
                    .source(source)
                    .build();
            Case subject = CaseLifecycle.standard()
                    .register(registration, CommandContext.of(Actor.SYSTEM, received))
                    .orElseThrow();
            Optional<CategoryCode> category = value(row, mapping.category());
            if (category.isPresent()) {
                subject = after(subject, CaseCommand.Classify.of(category.get(), taxonomy), received);
            }
            Optional<DepartmentCode> department = value(row, mapping.department());
            if (dispatched != null && department.isPresent()) {
                CaseCommand dispatch = new CaseCommand.Dispatch(department.get(), List.of(), Optional.empty());
                subject = after(subject, dispatch, dispatched);
            }
            Optional<Ending> ending = value(row, mapping.ending());
            if (closed != null) {
                CaseCommand last = ending.isPresent()
                        ? new CaseCommand.End(ending.get(), FreeText.of("as the source says"))
                        : new CaseCommand.Close(ClosingGround.UNKNOWN);
                subject = after(subject, last, closed);
            }
            return subject;
        }

        private static Case after(Case subject, CaseCommand command, Instant at) {
            Decision decision = CaseLifecycle.standard().decide(subject, command, CommandContext.of(Actor.SYSTEM, at));
            if (decision instanceof Decision.Accepted accepted) {
                return accepted.result();
            }
            throw new IllegalStateException("case " + subject.number() + ": " + decision);
        }

        private @Nullable CaseNumber number(CsvRow row) {
            String text = text(row, mapping.number());
            if (text.isEmpty()) {
                fault(row, mapping.number(), "MISSING_VALUE", "a case number");
                return null;
            }
            try {
                return CaseNumber.of(text);
            } catch (IllegalArgumentException e) {
                fault(row, mapping.number(), "BAD_NUMBER", "at most " + CaseNumber.MAX_LENGTH + " plain characters");
                return null;
            }
        }

        private Told toldIfThere(CsvRow row, Optional<Mapping.TimeColumn> column) {
            return column.isPresent() && columns.containsKey(column.get().column())
                    ? told(row, column.get())
                    : Told.NOTHING;
        }

        /** What a cell tells; a fault is added if it is no instant. */
        private Told told(CsvRow row, Mapping.TimeColumn column) {
            String text = text(row, column.column());
            if (text.isEmpty()) {
                return Told.NOTHING;
            }
            Instant instant = column.format().parse(text).orElse(null);
            if (instant == null) {
                fault(
                        row,
                        column.column(),
                        "BAD_DATE",
                        "an instant as " + column.format().names());
                return Told.WRONG;
            }
            return new Told(instant, false);
        }

        private <T> Optional<T> value(CsvRow row, ValueMap<T> map) {
            List<String> texts = new ArrayList<>(map.columns().size());
            for (String column : map.columns()) {
                texts.add(text(row, column));
            }
            return map.valueOf(texts);
        }

        private String text(CsvRow row, String column) {
            Integer index = columns.get(column);
            return index == null ? "" : row.cell(index).strip();
        }

        private void fault(CsvRow row, String column, String code, String expected) {
            Place place = new Place.Cell(row.line(), columns.getOrDefault(column, 0) + 1, column);
            faults.add(new Problem(name, place, code, text(row, column), expected));
        }
    }
}
