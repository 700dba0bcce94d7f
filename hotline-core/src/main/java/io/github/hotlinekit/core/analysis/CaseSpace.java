package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.routing.CaseText;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.DayType;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.TimeWindow;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All cases that rules can tell apart, on all days that they are in force: what each cell of a condition selects, and a
 * case for whatever is left over.
 */
final class CaseSpace {

    /** How many weeks back a time of the week is looked for that the zone did not skip. */
    private static final int WEEKS = 60;

    private final Taxonomy taxonomy;
    private final Directory directory;
    private final ZoneId zone;
    private final CodeTree categories;
    private final CodeTree areas;
    private final Days days;
    private final int[] epochs;
    private final Vocabulary vocabulary;
    private final Week week;
    private final List<Box> impossible;

    /** One pair of a category and an area of a condition, and how deep they are. */
    record Alternative(Box box, int category, int area) {}

    CaseSpace(List<RuleSet> sets, Effective inForce, Taxonomy taxonomy, Directory directory) {
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.zone = sets.get(0).zone();
        Set<String> categoryCodes = new TreeSet<>();
        Set<String> areaCodes = new TreeSet<>();
        Set<String> words = new HashSet<>();
        Set<TimeWindow> windows = new HashSet<>();
        Set<Effective> cuts = new HashSet<>();
        taxonomy.categories().forEach(c -> {
            categoryCodes.add(c.code().value());
            cuts.add(c.effective());
        });
        directory.areas().forEach(a -> areaCodes.add(a.code().value()));
        directory.departments().forEach(d -> cuts.add(d.effective()));
        for (RuleSet set : sets) {
            Stream.concat(
                            set.sections().stream()
                                    .flatMap(s -> s.rules().stream())
                                    .peek(r -> cuts.add(r.effective()))
                                    .map(r -> r.when()),
                            set.norms().stream().map(n -> n.when()))
                    .forEach(when -> {
                        when.categories().forEach(c -> categoryCodes.add(c.value()));
                        when.areas().forEach(a -> areaCodes.add(a.value()));
                        words.addAll(when.keywords().words());
                        windows.addAll(when.times());
                    });
        }
        this.categories =
                new CodeTree(categoryCodes, (c, above) -> CategoryCode.of(c).isWithin(CategoryCode.of(above)));
        this.areas = new CodeTree(areaCodes, String::startsWith);
        this.days = new Days(zone, inForce, cuts);
        this.vocabulary = new Vocabulary(words);
        this.week = new Week(windows);
        this.epochs = epochs();
        this.impossible = impossible();
    }

    private int[] epochs() {
        Set<LocalDate> changes = new HashSet<>();
        directory.departments().forEach(d -> {
            d.effective().from().ifPresent(changes::add);
            d.effective().toExclusive().ifPresent(changes::add);
        });
        int[] found = new int[days.size()];
        for (int i = 1; i < found.length; i++) {
            boolean changed = days.span(i).from().filter(changes::contains).isPresent();
            found[i] = changed ? i : found[i - 1];
        }
        return found;
    }

    /** What no case can say: a code that was given out in full, or a retired one that is replaced by its successor. */
    private List<Box> impossible() {
        List<Box> boxes = new ArrayList<>();
        Box all = everything();
        if (freeCategory("", "").isEmpty()) {
            boxes.add(all.withInterval(Box.CATEGORY, CodeTree.ELSEWHERE, CodeTree.ELSEWHERE));
        }
        if (freeArea().isEmpty()) {
            boxes.add(all.withInterval(Box.AREA, CodeTree.ELSEWHERE, CodeTree.ELSEWHERE));
        }
        for (int i = 0; i < days.size(); i++) {
            if (days.day(i).isEmpty()) {
                boxes.add(all.withInterval(Box.DAYS, i, i));
            }
        }
        for (Category category : taxonomy.categories()) {
            int position = categories.position(category.code().value());
            for (int i = 0; i < days.size() && !category.successors().isEmpty(); i++) {
                if (days.day(i).isPresent() && category(position, i).isEmpty()) {
                    boxes.add(all.withInterval(Box.CATEGORY, position, position).withInterval(Box.DAYS, i, i));
                }
            }
        }
        return List.copyOf(boxes);
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    Directory directory() {
        return directory;
    }

    CodeTree categories() {
        return categories;
    }

    CodeTree areas() {
        return areas;
    }

    Days days() {
        return days;
    }

    Week week() {
        return week;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The boxes of what no case can be. */
    List<Box> impossibleBoxes() {
        return impossible;
    }

    /** The first span of days on which the directory is as on a given one. */
    int epoch(int span) {
        return epochs[span];
    }

    Box everything() {
        long[] bits = new long[Box.MINUTES + week.length()];
        bits[Box.KIND] = full(CaseKind.values());
        bits[Box.CHANNEL] = full(Channel.values());
        bits[Box.PRIORITY] = full(Priority.values());
        bits[Box.REQUESTER] = full(RequesterType.values());
        bits[Box.DAY_TYPE] = full(DayType.values());
        week.put(List.of(), bits, Box.MINUTES);
        return Box.of(
                new int[Box.INTERVALS],
                new int[] {categories.lastPosition(), areas.lastPosition(), days.size() - 1},
                bits,
                Words.ANY);
    }

    private static long full(Enum<?>[] values) {
        return (1L << (values.length + 1)) - 1;
    }

    /** The cases that a condition is for while it is in force; none if no case can meet it. */
    List<Alternative> alternatives(Condition when, Effective effective) {
        int firstDay = days.first(effective);
        int lastDay = days.last(effective);
        Optional<Words> words = Words.of(when.keywords(), vocabulary);
        if (firstDay > lastDay || words.isEmpty()) {
            return List.of();
        }
        long[] bits = new long[Box.MINUTES + week.length()];
        bits[Box.KIND] = bits(when, Cell.KIND, when.kinds(), CaseKind.values());
        bits[Box.CHANNEL] = bits(when, Cell.CHANNEL, when.channels(), Channel.values());
        bits[Box.PRIORITY] = bits(when, Cell.PRIORITY, when.priorities(), Priority.values());
        bits[Box.REQUESTER] = bits(when, Cell.REQUESTER, when.requesters(), RequesterType.values());
        bits[Box.DAY_TYPE] = bits(when, Cell.DAY_TYPE, when.dayTypes(), DayType.values());
        week.put(when.times(), bits, Box.MINUTES);
        List<Alternative> found = new ArrayList<>();
        for (Within category : within(when, Cell.CATEGORY, when.categories(), CategoryCode::value, c -> c.depth())) {
            for (Within area : within(
                    when,
                    Cell.AREA,
                    when.areas(),
                    AreaCode::value,
                    a -> a.value().length())) {
                Box box = Box.of(
                        new int[] {category.from(), area.from(), firstDay},
                        new int[] {category.to(), area.to(), lastDay},
                        bits,
                        words.get());
                found.add(new Alternative(box, category.depth(), area.depth()));
            }
        }
        return found;
    }

    private record Within(int from, int to, int depth) {}

    private <T> List<Within> within(
            Condition when, Cell cell, List<T> values, Function<T, String> code, Function<T, Integer> depth) {
        CodeTree tree = cell == Cell.CATEGORY ? categories : areas;
        if (when.isAny(cell)) {
            return List.of(new Within(CodeTree.MISSING, tree.lastPosition(), 0));
        }
        List<Within> found = new ArrayList<>();
        for (T value : values) {
            int position = tree.position(code.apply(value));
            found.add(new Within(position, tree.last(position), depth.apply(value)));
        }
        if (when.missing().contains(cell)) {
            found.add(new Within(CodeTree.MISSING, CodeTree.MISSING, 1));
        }
        return found;
    }

    private static long bits(Condition when, Cell cell, List<? extends Enum<?>> values, Enum<?>[] all) {
        if (when.isAny(cell)) {
            return full(all);
        }
        long bits = when.missing().contains(cell) ? Box.MISSING : 0;
        for (int i = 0; i < all.length; i++) {
            if (values.contains(all[i])) {
                bits |= 1L << (i + 1);
            }
        }
        return bits;
    }

    // Cases.

    /** A case of a box; empty if none can be made, which only a text of too many words can bring about. */
    Optional<Witness> witness(Box box) {
        return witness(box, List.of());
    }

    Optional<Witness> witness(Box box, List<DepartmentCode> excluded) {
        int span = firstPossibleDay(box);
        LocalDate day = days.day(span).orElse(LocalDate.EPOCH);
        Instant at = day.atStartOfDay(zone).toInstant();
        Optional<String> text = box.words().isAbsent() || box.words().isAny()
                ? Optional.empty()
                : box.words().example(vocabulary);
        boolean textFails =
                text.isEmpty() && !box.words().isAbsent() && !box.words().isAny();
        Optional<Instant> received = received(box, day);
        boolean timeFails = received.isEmpty() && (box.bits(Box.MINUTES) & Box.MISSING) == 0;
        if (textFails || timeFails) {
            return Optional.empty();
        }
        RoutingFacts facts = RoutingFacts.builder()
                .category(category(preferred(box.from(Box.CATEGORY), box.to(Box.CATEGORY)), span))
                .area(area(preferred(box.from(Box.AREA), box.to(Box.AREA))))
                .kind(value(box.bits(Box.KIND), CaseKind.values()))
                .channel(value(box.bits(Box.CHANNEL), Channel.values()))
                .priority(value(box.bits(Box.PRIORITY), Priority.values()))
                .requester(value(box.bits(Box.REQUESTER), RequesterType.values()))
                .dayType(value(box.bits(Box.DAY_TYPE), DayType.values()))
                .text(text.map(CaseText::of))
                .receivedAt(received)
                .build();
        return Optional.of(new Witness(facts, at, text, excluded));
    }

    private int firstPossibleDay(Box box) {
        return IntStream.rangeClosed(box.from(Box.DAYS), box.to(Box.DAYS))
                .filter(i -> days.day(i).isPresent())
                .findFirst()
                .orElse(box.from(Box.DAYS));
    }

    /** A known code if there is one, else what is first. */
    private static int preferred(int from, int to) {
        return Math.min(to, Math.max(from, CodeTree.ELSEWHERE + 1));
    }

    private static <T extends Enum<T>> Optional<T> value(long bits, T[] values) {
        long present = bits & ~Box.MISSING;
        return present == 0 ? Optional.empty() : Optional.of(values[Long.numberOfTrailingZeros(present) - 1]);
    }

    /** The category that a case of a position names; empty if it is missing, or no case can be of that position. */
    private Optional<CategoryCode> category(int position, int span) {
        if (position == CodeTree.MISSING) {
            return Optional.empty();
        }
        if (position == CodeTree.ELSEWHERE) {
            return freeCategory("", "");
        }
        CategoryCode code = CategoryCode.of(categories.code(position));
        boolean stays = taxonomy.find(code).isEmpty()
                || days.day(span)
                        .map(day -> taxonomy.forward(code, day))
                        .filter(now -> now.size() > 1 || now.get(0).equals(code))
                        .isPresent();
        if (stays) {
            return Optional.of(code);
        }
        return code.depth() == CategoryCode.MAX_DEPTH ? Optional.empty() : freeCategory(code.value(), ".");
    }

    /** An unknown code right below one. */
    private Optional<CategoryCode> freeCategory(String above, String dot) {
        return IntStream.range(0, 100)
                .map(i -> 99 - i)
                .mapToObj(i -> above + dot + (char) ('0' + i / 10) + (char) ('0' + i % 10))
                .filter(code -> !categories.has(code))
                .findFirst()
                .map(CategoryCode::of);
    }

    /** The area that a case of a position names; empty if it is missing. */
    Optional<AreaCode> area(int position) {
        return switch (position) {
            case CodeTree.MISSING -> Optional.empty();
            case CodeTree.ELSEWHERE -> freeArea();
            default -> Optional.of(AreaCode.of(areas.code(position)));
        };
    }

    private Optional<AreaCode> freeArea() {
        return IntStream.range(0, 10)
                .mapToObj(i -> Character.toString((char) ('9' - i)))
                .filter(code -> !areas.has(code))
                .findFirst()
                .map(AreaCode::of);
    }

    private Optional<Instant> received(Box box, LocalDate day) {
        for (int bit = 1; bit < week.size(); bit++) {
            if ((box.bits(Box.MINUTES + bit / Long.SIZE) & (1L << (bit % Long.SIZE))) != 0) {
                for (int minute : week.minutes(bit)) {
                    Optional<Instant> at = before(day, minute);
                    if (at.isPresent()) {
                        return at;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The last time before a day at which the clock on the wall shows a minute of the week. */
    private Optional<Instant> before(LocalDate day, int minute) {
        LocalDateTime time = day.with(TemporalAdjusters.previous(DayOfWeek.MONDAY))
                .minusWeeks(1)
                .atStartOfDay()
                .plusMinutes(minute);
        for (int weeks = 0; weeks < WEEKS; weeks++) {
            LocalDateTime candidate = time.minusWeeks(weeks);
            Instant at = candidate.atZone(zone).toInstant();
            if (LocalDateTime.ofInstant(at, zone).equals(candidate)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
