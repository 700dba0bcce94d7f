package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.PastCase;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.CsvTable;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.CaseText;
import io.github.hotlinekit.core.routing.DayType;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Cases to decide again: a table of the columns {@code id, at} and any of {@code category, area, kind, channel, priority,
 * requester, day_type, text, received_at}.
 */
final class PastCases {

    private static final List<String> REQUIRED = List.of("id", "at");
    private static final List<String> OPTIONAL =
            List.of("category", "area", "kind", "channel", "priority", "requester", "day_type", "text", "received_at");

    private PastCases() {}

    static List<PastCase> read(Path file, Path folder) throws IOException {
        Problems problems = Problems.of(file.toString());
        List<PastCase> cases = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            for (CsvTable.Row row :
                    CsvTable.read(Utf8.reader(in), REQUIRED, OPTIONAL, problems).rows()) {
                Optional<String> id = row.required("id");
                row.required("at");
                Optional<Instant> at = read(row, "at", PastCases::instant, "a time with its offset");
                RoutingFacts facts = facts(row);
                if (id.isPresent() && at.isPresent()) {
                    cases.add(new PastCase(id.get(), facts, at.get()));
                }
            }
        }
        problems.throwIfAny();
        return cases;
    }

    private static RoutingFacts facts(CsvTable.Row row) {
        return RoutingFacts.builder()
                .category(read(row, "category", CategoryCode::of, "a category"))
                .area(read(row, "area", AreaCode::of, "an area"))
                .kind(coded(row, "kind", CaseKind.values()))
                .channel(coded(row, "channel", Channel.values()))
                .priority(coded(row, "priority", Priority.values()))
                .requester(coded(row, "requester", RequesterType.values()))
                .dayType(coded(row, "day_type", DayType.values()))
                .text(read(row, "text", CaseText::of, "a text"))
                .receivedAt(read(row, "received_at", PastCases::instant, "a time with its offset"))
                .build();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static <T extends Coded> Optional<T> coded(CsvTable.Row row, String column, T[] values) {
        List<String> codes = Stream.of(values).map(Coded::code).toList();
        return read(
                row,
                column,
                text -> {
                    if (!codes.contains(text)) {
                        throw new IllegalArgumentException(text);
                    }
                    return values[codes.indexOf(text)];
                },
                "one of " + codes);
    }

    private static <T> Optional<T> read(CsvTable.Row row, String column, Function<String, T> parse, String expected) {
        if (row.text(column).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(row.text(column)));
        } catch (IllegalArgumentException | DateTimeException e) {
            row.problem(column, "BAD_VALUE", expected);
            return Optional.empty();
        }
    }
}
