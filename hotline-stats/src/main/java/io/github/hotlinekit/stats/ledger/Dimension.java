package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.FactField;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something by which cases are grouped: a period, a department, a kind. A case has one key in each dimension, the empty
 * text if there is nothing to say, but in {@link #assisting} as many as departments assist. Dimensions are equal if their
 * ids are.
 */
public final class Dimension {

    private static final int UNCUT = Integer.MAX_VALUE;

    private final String id;
    private final Label name;
    private final Reading reading;
    /** What the key is made of; of a period, the instant of the basis and not this. */
    private final Set<FactField> reads;
    /** What may be rolled up to what: keys of one family are each other's prefixes or periods. */
    private final String family;
    /** How many levels or digits are kept; 0 where that says nothing. */
    private final int fineness;

    /** How the keys of a case are read off it. */
    sealed interface Reading {}

    /** From a field with one code, or none. */
    record OfField(FactField field, Function<Object, String> key) implements Reading {}

    /** From a user's own function. */
    record OfOwn(Function<CaseFact, Object> code, Function<Object, String> key) implements Reading {}

    /** From one code, or none, that the outcome alone decides. */
    record OfOutcome(Function<CaseOutcome, @Nullable Coded> code) implements Reading {
        String key(CaseOutcome outcome) {
            Coded found = code.apply(outcome);
            return found == null ? "" : found.code();
        }
    }

    /** From several codes, each once. */
    record OfCodes(Function<CaseFact, List<?>> codes, Function<Object, String> key) implements Reading {}

    /** From how long an open case has been open. */
    record OfAge(AgeBands bands) implements Reading {}

    /** From the day of the instant that the figure's time basis names. */
    record OfDay(PeriodUnit unit, ZoneId zone) implements Reading {}

    private Dimension(String id, Label name, Reading reading, Set<FactField> reads, String family, int fineness) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
        this.reading = reading;
        this.reads = reads;
        this.family = family;
        this.fineness = fineness;
    }

    private static Dimension ofCode(String id, String zh, String en, FactField field, Function<Object, String> key) {
        return new Dimension(id, Label.of(zh, en), new OfField(field, key), Set.of(field), id, 0);
    }

    private static Dimension coded(String id, String zh, String en, FactField field) {
        return ofCode(id, zh, en, field, c -> ((Coded) c).code());
    }

    /**
     * A dimension of one's own.
     *
     * @param id its id, which says all about how keys are made, such as {@code district/2}
     * @param name its name
     * @param key the key of a case, a pure function; the empty text for a case that has none
     * @return the dimension
     */
    public static Dimension of(String id, Label name, Function<CaseFact, String> key) {
        Objects.requireNonNull(key, "key");
        return new Dimension(
                id,
                name,
                new OfOwn(
                        fact -> Objects.requireNonNull(
                                key.apply(fact), () -> "key of case " + fact.number() + " by dimension " + id),
                        Object::toString),
                FactField.all(),
                id,
                0);
    }

    /**
     * The period in which a case was received, was due, was completed or called back, as the time basis of the figure
     * says.
     *
     * @param unit the length of a period
     * @param zone the zone whose days count
     * @return the dimension; days roll up to every unit, months to quarters and years, quarters to years
     */
    public static Dimension period(PeriodUnit unit, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        return new Dimension(
                "period/" + unit + "/" + zone.getId(),
                Label.of("时段", "period"),
                new OfDay(unit, zone),
                Set.of(),
                "period/" + zone.getId(),
                0);
    }

    /**
     * The kind of demand.
     *
     * @return the dimension, with keys as {@code complaint}
     */
    public static Dimension kind() {
        return ofOutcome("kind", "诉求类型", "kind", CaseOutcome::kind);
    }

    /**
     * The channel.
     *
     * @return the dimension, with keys as {@code phone}
     */
    public static Dimension channel() {
        return coded("channel", "渠道", "channel", FactField.CHANNEL);
    }

    /**
     * How urgent a case is.
     *
     * @return the dimension, with keys as {@code urgent}
     */
    public static Dimension priority() {
        return coded("priority", "紧急程度", "priority", FactField.PRIORITY);
    }

    /**
     * What kind of person or body raised it.
     *
     * @return the dimension, with keys as {@code migrantWorker}
     */
    public static Dimension requesterType() {
        return coded("requesterType", "诉求人类型", "requester type", FactField.REQUESTER_TYPE);
    }

    /**
     * What the demand was found to come from.
     *
     * @return the dimension, with keys as {@code company}
     */
    public static Dimension attribution() {
        return coded("attribution", "归因", "attribution", FactField.ATTRIBUTION);
    }

    /**
     * Where a case stands.
     *
     * @return the dimension, with keys as {@code handling}
     */
    public static Dimension state() {
        return ofOutcome("state", "办理状态", "state", CaseOutcome::state);
    }

    /**
     * The citizen's grade.
     *
     * @return the dimension, with keys as {@code verySatisfied}
     */
    public static Dimension grade() {
        return ofOutcome("grade", "满意度评价", "grade", o -> o.satisfaction().orElse(null));
    }

    /**
     * What the citizen said of the result.
     *
     * @return the dimension, with keys as {@code partly}
     */
    public static Dimension resolution() {
        return ofOutcome("resolution", "解决情况", "resolution", o -> o.resolution().orElse(null));
    }

    private static Dimension ofOutcome(String id, String zh, String en, Function<CaseOutcome, @Nullable Coded> code) {
        return new Dimension(id, Label.of(zh, en), new OfOutcome(code), Set.of(FactField.OUTCOME), id, 0);
    }

    /**
     * The category.
     *
     * @return the dimension, with full codes as keys, such as {@code 03.02.05}; rolls up to every depth
     */
    public static Dimension category() {
        return new Dimension(
                "category",
                Label.of("事项分类", "category"),
                new OfField(FactField.CATEGORY, Object::toString),
                Set.of(FactField.CATEGORY),
                "category",
                UNCUT);
    }

    /**
     * The category, rolled up to a depth.
     *
     * @param depth the number of levels kept, from 1
     * @return the dimension, with keys as {@code 03.02}; rolls up to lesser depths
     * @throws IllegalArgumentException if depth is below 1
     */
    public static Dimension category(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth must be at least 1, but was " + depth);
        }
        return new Dimension(
                "category/" + depth,
                Label.of("事项分类", "category"),
                new OfField(
                        FactField.CATEGORY,
                        c -> ((CategoryCode) c).atDepth(depth).value()),
                Set.of(FactField.CATEGORY),
                "category",
                depth);
    }

    /**
     * The area.
     *
     * @return the dimension, with full codes as keys; rolls up to every number of digits
     */
    public static Dimension area() {
        return new Dimension(
                "area",
                Label.of("区域", "area"),
                new OfField(FactField.AREA, Object::toString),
                Set.of(FactField.AREA),
                "area",
                UNCUT);
    }

    /**
     * The area, cut to its first digits.
     *
     * @param digits the number of digits kept, from 1
     * @return the dimension, with keys as {@code 350581001}; rolls up to fewer digits
     * @throws IllegalArgumentException if digits is below 1
     */
    public static Dimension area(int digits) {
        if (digits < 1) {
            throw new IllegalArgumentException("digits must be at least 1, but was " + digits);
        }
        return new Dimension(
                "area/" + digits,
                Label.of("区域", "area"),
                new OfField(FactField.AREA, a -> cut(((AreaCode) a).value(), digits)),
                Set.of(FactField.AREA),
                "area",
                digits);
    }

    /**
     * The lead department.
     *
     * @return the dimension, with department codes as keys
     */
    public static Dimension department() {
        return ofCode("department", "主办单位", "lead department", FactField.LEAD, Object::toString);
    }

    /**
     * The assisting departments: a case counts once for each, so that the cells do not add up to the cases, and roll-up
     * never drops it. A case without any is in the cell of the empty key.
     *
     * @return the dimension, with department codes as keys
     */
    public static Dimension assisting() {
        return several("assisting", "协办单位", "assisting department", Set.of(FactField.ASSISTING), CaseFact::assisting);
    }

    /**
     * The departments that take part, leading or assisting; as {@link #assisting}.
     *
     * @return the dimension, with department codes as keys
     */
    public static Dimension participant() {
        return several(
                "participant", "参与单位", "department taking part", Set.of(FactField.LEAD, FactField.ASSISTING), fact -> {
                    if (fact.lead().isEmpty()
                            || fact.assisting().contains(fact.lead().get())) {
                        return fact.assisting();
                    }
                    List<Object> all = new ArrayList<>(fact.assisting());
                    all.add(fact.lead().get());
                    return all;
                });
    }

    private static Dimension several(
            String id, String zh, String en, Set<FactField> reads, Function<CaseFact, List<?>> codes) {
        return new Dimension(id, Label.of(zh, en), new OfCodes(codes, Object::toString), reads, id, 0);
    }

    /**
     * The company or body complained of.
     *
     * @return the dimension, with names as keys
     */
    public static Dimension respondent() {
        return ofCode("respondent", "被诉对象", "respondent", FactField.RESPONDENT, Object::toString);
    }

    /**
     * How old open cases are (在办时长), in bands of working days: the backlog (在办积压) is what all bands and {@value
     * AgeBands#SUSPENDED} hold. Age is the number of working days after the day of receipt that are over at the instant of the
     * figures, so that a case that is due at the end of the fifth working day is overdue from the band on that begins with
     * 5. A case is open as long as {@link Phase#TO_COMPLETION} runs, whose minutes also say what that instant is: if that is
     * no full minute, it counts as the next one. Days before {@value WorkingCalendar#MIN_YEAR} or after
     * {@value WorkingCalendar#MAX_YEAR} are left out of an age; those that the calendar does not know are of its base week.
     *
     * @param calendar the working days; not a {@linkplain WorkingCalendar#strict strict} one
     * @param zone the zone whose days count
     * @param days where the bands after the first begin, in working days from 1 on, rising; such as 3, 5, 10 and 20
     * @return the dimension, with keys as {@code 0-3}, {@code 3-5} and {@code 20-} (from, and before), {@value
     *     AgeBands#SUSPENDED} for those whose clock is stopped, and the empty key for cases that are not open; the calendar's
     *     identity is in its id
     * @throws IllegalArgumentException if there is no such day, they do not rise, or the calendar is strict
     */
    public static Dimension openAge(WorkingCalendar calendar, ZoneId zone, int... days) {
        return openAge(
                "openAge/" + joined(days) + "/" + calendar.identity() + "/" + zone.getId(),
                Label.of("在办时长（受理次日起已过的工作日）", "working days over since the day of receipt"),
                AgeBands.of(calendar, zone, days),
                Set.of(FactField.OUTCOME, FactField.of(Phase.TO_COMPLETION), FactField.of(TimeBasis.RECEIVED)));
    }

    /**
     * How old open cases are (在办时长), in bands of days of 24 hours since receipt, as {@link Phase#TO_COMPLETION} has them;
     * else as {@link #openAge(WorkingCalendar, ZoneId, int...)}.
     *
     * @param days where the bands after the first begin, in days from 1 on, rising; such as 5, 10, 30 and 90
     * @return the dimension
     * @throws IllegalArgumentException if there is no such day, or they do not rise
     */
    public static Dimension openAge(int... days) {
        return openAge(
                "openAge/" + joined(days),
                Label.of("在办时长（自受理起，每 24 小时为一天）", "days of 24 hours since receipt"),
                AgeBands.of(days),
                Set.of(FactField.OUTCOME, FactField.of(Phase.TO_COMPLETION)));
    }

    private static Dimension openAge(String id, Label name, AgeBands bands, Set<FactField> reads) {
        return new Dimension(id, name, new OfAge(bands), reads, "openAge", 0);
    }

    private static String joined(int... days) {
        return Arrays.stream(days).mapToObj(String::valueOf).collect(Collectors.joining("-"));
    }

    private static String cut(String code, int digits) {
        return code.length() <= digits ? code : code.substring(0, digits);
    }

    /**
     * Its id, which says all about how keys are made.
     *
     * @return such as {@code category/1}
     */
    public String id() {
        return id;
    }

    /**
     * Its name.
     *
     * @return the name in both languages
     */
    public Label name() {
        return name;
    }

    /**
     * Whether a case may have several keys, so that cells do not add up to the cases.
     *
     * @return whether it may
     */
    public boolean isMultiple() {
        return reading instanceof OfCodes;
    }

    /**
     * Whether it is a period.
     *
     * @return whether it is
     */
    public boolean isPeriod() {
        return reading instanceof OfDay;
    }

    /**
     * The bands of an age.
     *
     * @return the keys of open cases, from the youngest on, and last of those suspended; none if it is no {@link #openAge}
     */
    public List<String> ageBands() {
        return reading instanceof OfAge age ? age.bands().keys() : List.of();
    }

    /**
     * The keys of a case, for figures of a time basis.
     *
     * @param fact the case
     * @param basis the basis; periods alone ask for it
     * @return one key; for a dimension that {@linkplain #isMultiple may have several}, one for each; none if the case has
     *     no instant of that basis
     */
    public List<String> keys(CaseFact fact, TimeBasis basis) {
        if (reading instanceof OfField one) {
            Object code = fact.code(one.field());
            return List.of(code == null ? "" : one.key().apply(code));
        }
        if (reading instanceof OfOwn own) {
            return List.of(own.key().apply(own.code().apply(fact)));
        }
        if (reading instanceof OfOutcome one) {
            return List.of(one.key(fact.outcome()));
        }
        if (reading instanceof OfCodes several) {
            List<?> codes = several.codes().apply(fact);
            return codes.isEmpty()
                    ? List.of("")
                    : codes.stream().map(c -> several.key().apply(c)).distinct().toList();
        }
        if (reading instanceof OfAge age) {
            return List.of(age.bands().key(fact));
        }
        OfDay day = (OfDay) reading;
        Optional<Instant> instant = fact.at(basis);
        return instant.map(i -> day.unit().keyOf(LocalDate.ofInstant(i, day.zone()))).stream()
                .toList();
    }

    /**
     * The fields of a fact that its keys are made of.
     *
     * @param basis the time basis of the figures; periods alone ask for it
     * @return the fields; every field for a dimension of one's own
     */
    public Set<FactField> reads(TimeBasis basis) {
        return isPeriod() ? Set.of(FactField.of(basis)) : reads;
    }

    Reading reading() {
        return reading;
    }

    /** Whether its keys are made by a user's own function, which may throw. */
    boolean isOwn() {
        return reads.equals(FactField.all());
    }

    /** Whether it is days, whose cells can be cut to a window. */
    boolean isDays() {
        return reading instanceof OfDay day && day.unit() == PeriodUnit.DAY;
    }

    /** Whether a text can be a key of a case: of periods and categories, which are read again when they are rolled up, and of bands of age, which are all known. */
    boolean isKey(String text) {
        if (reading instanceof OfDay day) {
            return day.unit().isKey(text);
        }
        if (reading instanceof OfAge) {
            return text.isEmpty() || ageBands().contains(text);
        }
        if (!family.equals("category") || text.isEmpty()) {
            return true;
        }
        try {
            CategoryCode.of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The way from this dimension's keys to those of a coarser one; empty if there is none. */
    Optional<UnaryOperator<String>> rollUpTo(Dimension coarser) {
        if (equals(coarser)) {
            return Optional.of(UnaryOperator.identity());
        }
        if (!family.equals(coarser.family)) {
            return Optional.empty();
        }
        if (reading instanceof OfDay from && coarser.reading instanceof OfDay to) {
            return from.unit().rollUpTo(to.unit());
        }
        if (coarser.fineness > fineness || reading instanceof OfAge) {
            return Optional.empty();
        }
        return Optional.of(
                family.equals("category")
                        ? key -> key.isEmpty()
                                ? key
                                : CategoryCode.of(key).atDepth(coarser.fineness).value()
                        : key -> cut(key, coarser.fineness));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimension that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
