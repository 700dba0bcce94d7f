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
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The definition of matching one condition, cell by cell. What explanations say of a cell is said here; the rules that they
 * speak of are found by the index, and tests hold them against those that trying every rule finds.
 */
final class ReferenceMatcher {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private static final List<Cell> CELLS = List.of(Cell.values());

    private ReferenceMatcher() {}

    static boolean matches(Condition when, RoutingFacts facts, ZoneId zone) {
        return evidence(when, facts, zone).stream().allMatch(Evidence::holds);
    }

    /**
     * Whether a cell holds: what its {@link #evidence} says, without its words, for those who ask of many rules.
     *
     * @param received when the case came in, in the zone of the rule set
     */
    static boolean holds(Cell cell, Condition when, RoutingFacts facts, Optional<LocalDateTime> received) {
        return switch (cell) {
            case CATEGORY -> isListed(cell, when, facts.category(), when.categories(), ReferenceMatcher::isWithinOne);
            case AREA -> isListed(cell, when, facts.area(), when.areas(), ReferenceMatcher::isWithinOne);
            case KIND -> isListed(cell, when, facts.kind(), when.kinds(), ReferenceMatcher::isOne);
            case CHANNEL -> isListed(cell, when, facts.channel(), when.channels(), ReferenceMatcher::isOne);
            case PRIORITY -> isListed(cell, when, facts.priority(), when.priorities(), ReferenceMatcher::isOne);
            case REQUESTER -> isListed(cell, when, facts.requester(), when.requesters(), ReferenceMatcher::isOne);
            case DAY_TYPE -> isListed(cell, when, facts.dayType(), when.dayTypes(), ReferenceMatcher::isOne);
            case KEYWORDS ->
                when.keywords().isAny()
                        || (facts.text().isPresent()
                                && haveWords(
                                        when.keywords(),
                                        facts.text().get().normal().value()));
            case TIME ->
                when.times().isEmpty()
                        || (received.isPresent() && when.times().stream().anyMatch(t -> t.includes(received.get())));
        };
    }

    private static <T> boolean isListed(
            Cell cell, Condition when, Optional<T> fact, List<T> wanted, BiPredicate<T, List<T>> matches) {
        boolean mayBeMissing = !when.missing().isEmpty() && when.missing().contains(cell);
        if (fact.isEmpty()) {
            return mayBeMissing || wanted.isEmpty();
        }
        return wanted.isEmpty() ? !mayBeMissing : matches.test(fact.get(), wanted);
    }

    private static boolean isWithinOne(CategoryCode fact, List<CategoryCode> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (fact.isWithin(wanted.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithinOne(AreaCode fact, List<AreaCode> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (fact.isWithin(wanted.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static <T> boolean isOne(T fact, List<T> wanted) {
        return wanted.contains(fact);
    }

    private static boolean haveWords(Keywords keywords, String text) {
        return (keywords.any().isEmpty() || keywords.any().stream().anyMatch(text::contains))
                && keywords.all().stream().allMatch(text::contains)
                && keywords.none().stream().noneMatch(text::contains);
    }

    /** How each cell stands, in the order of {@link Cell}. */
    static List<Evidence> evidence(Condition when, RoutingFacts facts, ZoneId zone) {
        List<Evidence> evidence = new ArrayList<>(CELLS.size());
        for (Cell cell : CELLS) {
            evidence.add(evidence(cell, when, facts, zone));
        }
        return List.copyOf(evidence);
    }

    private static Evidence evidence(Cell cell, Condition when, RoutingFacts facts, ZoneId zone) {
        return switch (cell) {
            case CATEGORY ->
                listed(cell, when, when.categories(), facts.category(), CategoryCode::isWithin, CategoryCode::value);
            case AREA -> listed(cell, when, when.areas(), facts.area(), AreaCode::isWithin, AreaCode::value);
            case KIND -> listed(cell, when, when.kinds(), facts.kind(), CaseKind::equals, CaseKind::code);
            case CHANNEL -> listed(cell, when, when.channels(), facts.channel(), Channel::equals, Channel::code);
            case PRIORITY -> listed(cell, when, when.priorities(), facts.priority(), Priority::equals, Priority::code);
            case REQUESTER ->
                listed(cell, when, when.requesters(), facts.requester(), RequesterType::equals, RequesterType::code);
            case DAY_TYPE -> listed(cell, when, when.dayTypes(), facts.dayType(), DayType::equals, DayType::code);
            case KEYWORDS -> keywords(when.keywords(), facts.text());
            case TIME -> times(when.times(), facts.receivedAt().map(at -> WallClock.time(at, zone)));
        };
    }

    /** The evidence of the first cell that does not hold; there must be one. */
    static Evidence failure(Condition when, RoutingFacts facts, ZoneId zone) {
        Optional<LocalDateTime> received = facts.receivedAt().map(at -> WallClock.time(at, zone));
        for (Cell cell : CELLS) {
            if (!holds(cell, when, facts, received)) {
                return evidence(cell, when, facts, zone);
            }
        }
        throw new IllegalArgumentException("every cell holds of " + when);
    }

    private static <T> Evidence listed(
            Cell cell,
            Condition when,
            List<T> values,
            Optional<T> fact,
            BiPredicate<T, T> matches,
            Function<T, String> text) {
        List<String> wanted = new ArrayList<>(values.size() + 1);
        List<String> matched = new ArrayList<>(1);
        for (T value : values) {
            wanted.add(text.apply(value));
            if (fact.isPresent() && matches.test(fact.get(), value)) {
                matched.add(text.apply(value));
            }
        }
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
        int category = deepest(
                when, Cell.CATEGORY, facts.category(), when.categories(), CategoryCode::isWithin, c -> c.depth());
        int area = deepest(
                when,
                Cell.AREA,
                facts.area(),
                when.areas(),
                AreaCode::isWithin,
                a -> a.value().length());
        return new Specificity(category, area, otherCells(when));
    }

    /** How many cells ask for something beside category and area. */
    static int otherCells(Condition when) {
        int others = 0;
        for (Cell cell : CELLS) {
            if (cell != Cell.CATEGORY && cell != Cell.AREA && !when.isAny(cell)) {
                others++;
            }
        }
        return others;
    }

    /** How many cells ask for something. */
    static int filledCells(Condition when) {
        return otherCells(when) + (when.isAny(Cell.CATEGORY) ? 0 : 1) + (when.isAny(Cell.AREA) ? 0 : 1);
    }

    private static <K> int deepest(
            Condition when,
            Cell cell,
            Optional<K> fact,
            List<K> wanted,
            BiPredicate<K, K> within,
            ToIntFunction<K> depth) {
        if (fact.isEmpty()) {
            return when.missing().contains(cell) ? 1 : 0;
        }
        int deepest = 0;
        for (K code : wanted) {
            if (within.test(fact.get(), code)) {
                deepest = Math.max(deepest, depth.applyAsInt(code));
            }
        }
        return deepest;
    }
}
