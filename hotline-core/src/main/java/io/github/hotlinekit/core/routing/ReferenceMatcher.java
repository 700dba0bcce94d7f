package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.text.NormalText;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** The definition of matching one condition, cell by cell. Explanations run on it, so that no index can hide a rule. */
final class ReferenceMatcher {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private static final List<Cell> CELLS = List.of(Cell.values());

    private ReferenceMatcher() {}

    static boolean matches(Condition when, RoutingFacts facts, ZoneId zone) {
        return evidence(when, facts, zone).stream().allMatch(Evidence::holds);
    }

    /**
     * How many cells do not hold, 2 for more than one: what {@link #evidence} says, without its words, for those who ask of
     * many rules.
     *
     * @param received when the case came in, in the zone of the rule set
     */
    static int failing(Condition when, RoutingFacts facts, Optional<LocalDateTime> received) {
        int failing = 0;
        for (Cell cell : CELLS) {
            if (!holds(cell, when, facts, received) && ++failing == 2) {
                return failing;
            }
        }
        return failing;
    }

    private static boolean holds(Cell cell, Condition when, RoutingFacts facts, Optional<LocalDateTime> received) {
        return when.isAny(cell)
                || switch (cell) {
                    case CATEGORY ->
                        facts.category().isEmpty()
                                ? when.missing().contains(cell)
                                : isWithinOne(facts.category().get(), when.categories());
                    case AREA ->
                        facts.area().isEmpty()
                                ? when.missing().contains(cell)
                                : isWithinOne(facts.area().get(), when.areas());
                    case KIND -> isOne(cell, when, facts.kind(), when.kinds());
                    case CHANNEL -> isOne(cell, when, facts.channel(), when.channels());
                    case PRIORITY -> isOne(cell, when, facts.priority(), when.priorities());
                    case REQUESTER -> isOne(cell, when, facts.requester(), when.requesters());
                    case DAY_TYPE -> isOne(cell, when, facts.dayType(), when.dayTypes());
                    case KEYWORDS ->
                        facts.text().isPresent()
                                && haveWords(
                                        when.keywords(),
                                        facts.text().get().normal().value());
                    case TIME ->
                        received.isPresent() && when.times().stream().anyMatch(t -> t.includes(received.get()));
                };
    }

    private static boolean isWithinOne(CategoryCode fact, List<CategoryCode> wanted) {
        for (CategoryCode code : wanted) {
            if (fact.isWithin(code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithinOne(AreaCode fact, List<AreaCode> wanted) {
        for (AreaCode code : wanted) {
            if (fact.isWithin(code)) {
                return true;
            }
        }
        return false;
    }

    private static <T> boolean isOne(Cell cell, Condition when, Optional<T> fact, List<T> wanted) {
        return fact.isEmpty() ? when.missing().contains(cell) : wanted.contains(fact.get());
    }

    private static boolean haveWords(Keywords keywords, String text) {
        return (keywords.any().isEmpty() || keywords.any().stream().anyMatch(text::contains))
                && keywords.all().stream().allMatch(text::contains)
                && keywords.none().stream().noneMatch(text::contains);
    }

    /** How each cell stands, in the order of {@link Cell}. */
    static List<Evidence> evidence(Condition when, RoutingFacts facts, ZoneId zone) {
        return List.of(
                listed(
                        Cell.CATEGORY,
                        when,
                        when.categories(),
                        facts.category(),
                        CategoryCode::isWithin,
                        CategoryCode::value),
                listed(Cell.AREA, when, when.areas(), facts.area(), AreaCode::isWithin, AreaCode::value),
                listed(Cell.KIND, when, when.kinds(), facts.kind(), CaseKind::equals, CaseKind::code),
                listed(Cell.CHANNEL, when, when.channels(), facts.channel(), Channel::equals, Channel::code),
                listed(Cell.PRIORITY, when, when.priorities(), facts.priority(), Priority::equals, Priority::code),
                listed(
                        Cell.REQUESTER,
                        when,
                        when.requesters(),
                        facts.requester(),
                        RequesterType::equals,
                        RequesterType::code),
                listed(Cell.DAY_TYPE, when, when.dayTypes(), facts.dayType(), DayType::equals, DayType::code),
                keywords(when.keywords(), facts.text()),
                times(when.times(), facts.receivedAt().map(at -> WallClock.time(at, zone))));
    }

    private static <T> Evidence listed(
            Cell cell,
            Condition when,
            List<T> values,
            Optional<T> fact,
            BiPredicate<T, T> matches,
            Function<T, String> text) {
        List<String> wanted = new ArrayList<>(values.stream().map(text).toList());
        List<String> matched = new ArrayList<>(fact.stream()
                .flatMap(f -> values.stream().filter(v -> matches.test(f, v)))
                .map(text)
                .toList());
        if (when.missing().contains(cell)) {
            wanted.add(Evidence.NONE);
            if (fact.isEmpty()) {
                matched.add(Evidence.NONE);
            }
        }
        return new Evidence(cell, wanted, fact.map(text), matched, wanted.isEmpty() || !matched.isEmpty());
    }

    private static Evidence keywords(Keywords keywords, Optional<CaseText> text) {
        Map<String, Integer> found = new TreeMap<>();
        text.map(CaseText::normal)
                .ifPresent(normal -> keywords.words().forEach(word -> {
                    int at = normal.value().indexOf(word);
                    if (at >= 0) {
                        found.put(word, normal.start(at));
                    }
                }));
        boolean holds = keywords.isAny() || (text.isPresent() && keywords.holdFor(found.keySet()));
        return new Evidence(
                Cell.KEYWORDS,
                Stream.of(
                                keywords.any().stream(),
                                keywords.all().stream().map(w -> "+" + w),
                                keywords.none().stream().map(w -> "-" + w))
                        .flatMap(Function.identity())
                        .toList(),
                text.map(CaseText::normal).map(NormalText::toString),
                found.entrySet().stream()
                        .map(e -> e.getKey() + "@" + e.getValue())
                        .toList(),
                holds);
    }

    private static Evidence times(List<TimeWindow> times, Optional<LocalDateTime> received) {
        List<String> matched = times.stream()
                .filter(t -> received.filter(t::includes).isPresent())
                .map(TimeWindow::toString)
                .toList();
        return new Evidence(
                Cell.TIME,
                times.stream().map(TimeWindow::toString).toList(),
                received.map(TIME::format),
                matched,
                times.isEmpty() || !matched.isEmpty());
    }

    /** How specific a condition is to facts that it matches; see {@link SectionPolicy#MOST_SPECIFIC}. */
    static Specificity specificity(Condition when, RoutingFacts facts) {
        int category = facts.category()
                .map(c -> deepest(when.categories().stream().filter(c::isWithin).map(CategoryCode::depth)))
                .orElse(when.missing().contains(Cell.CATEGORY) ? 1 : 0);
        int area = facts.area()
                .map(a -> deepest(when.areas().stream()
                        .filter(a::isWithin)
                        .map(w -> w.value().length())))
                .orElse(when.missing().contains(Cell.AREA) ? 1 : 0);
        return new Specificity(category, area, otherCells(when));
    }

    /** How many cells ask for something beside category and area. */
    static int otherCells(Condition when) {
        return (int)
                Set.of(Cell.KIND, Cell.CHANNEL, Cell.PRIORITY, Cell.REQUESTER, Cell.DAY_TYPE, Cell.KEYWORDS, Cell.TIME)
                        .stream()
                        .filter(cell -> !when.isAny(cell))
                        .count();
    }

    private static int deepest(Stream<Integer> depths) {
        return depths.max(Integer::compare).orElse(0);
    }
}
