package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.Attribution;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.clock.SlaReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One case as one flat row, as of an instant: all that figures are made from. It holds no personal data.
 *
 * <ul>
 *   <li>{@link #number}, {@link #revision}: which case, and how many of its events are in the fact;
 *   <li>{@link #received}, {@link #due}, {@link #completed}, {@link #calledBack}: the instants that put it into periods,
 *       to the second;
 *   <li>{@link #kind}, {@link #channel}, {@link #priority}, {@link #requesterType}, {@link #category}, {@link #area},
 *       {@link #lead}, {@link #assisting}, {@link #respondent}, {@link #attribution}: what it is counted by;
 *   <li>{@link #outcome}: what became of it;
 *   <li>{@link #minutes}: how long its phases took, or have taken so far.
 * </ul>
 *
 * Facts are many. So this is a class of primitives and not a record: a fact takes about 150 bytes, and a ledger
 * reads it without following more than the references that it counts by.
 */
public final class CaseFact {

    /** The longest phase in minutes, about 2,042 years. */
    public static final int MAX_MINUTES = (1 << 30) - 1;

    /** About 100 million years of 31,556,952 seconds: farther instants are refused, and nearer ones have a day and a week. */
    private static final long FARTHEST_SECOND = 100_000_000L * 31_556_952L;

    private static final long NONE = Long.MIN_VALUE;
    private static final int NOT_MEASURED = -1;

    private final CaseNumber number;
    private final int revision;
    private final long hashHigh;
    private final long hashLow;
    private final long received;
    private final long due;
    private final long completed;
    private final long calledBack;
    private final Channel channel;
    private final Priority priority;
    private final RequesterType requesterType;
    private final @Nullable CategoryCode category;
    private final @Nullable AreaCode area;
    private final @Nullable DepartmentCode lead;
    private final List<DepartmentCode> assisting;
    private final @Nullable String respondent;
    private final @Nullable Attribution attribution;
    private final long outcome;
    private final int toSignFor;
    private final int toFirstContact;
    private final int toReply;
    private final int toCompletion;

    private CaseFact(Builder builder) {
        this.number = builder.required(FactField.NUMBER, CaseNumber.class);
        this.revision = builder.revision();
        CaseHash hash = CaseHash.of(number.value(), revision);
        this.hashHigh = hash.high();
        this.hashLow = hash.low();
        this.received = builder.second(TimeBasis.RECEIVED);
        this.due = builder.second(TimeBasis.DUE);
        this.completed = builder.second(TimeBasis.COMPLETED);
        this.calledBack = builder.second(TimeBasis.CALLED_BACK);
        this.channel = builder.required(FactField.CHANNEL, Channel.class);
        this.priority = builder.required(FactField.PRIORITY, Priority.class);
        this.requesterType = builder.required(FactField.REQUESTER_TYPE, RequesterType.class);
        this.category = builder.optional(FactField.CATEGORY, CategoryCode.class);
        this.area = builder.optional(FactField.AREA, AreaCode.class);
        this.lead = builder.optional(FactField.LEAD, DepartmentCode.class);
        this.assisting = builder.assisting();
        this.respondent = builder.optional(FactField.RESPONDENT, String.class);
        this.attribution = builder.optional(FactField.ATTRIBUTION, Attribution.class);
        this.outcome = builder.outcome();
        this.toSignFor = builder.minutes(Phase.TO_SIGN_FOR);
        this.toFirstContact = builder.minutes(Phase.TO_FIRST_CONTACT);
        this.toReply = builder.minutes(Phase.TO_REPLY);
        this.toCompletion = builder.minutes(Phase.TO_COMPLETION);
    }

    /**
     * The fact of a case, by the standard rules.
     *
     * @param subject the case as of the instant of the figures ({@link Case#asOf})
     * @param readings its clocks at the same instant
     * @param asOf the instant
     * @return the fact
     * @throws IllegalArgumentException if one of its instants is more than 100 million years from 1970
     */
    public static CaseFact from(Case subject, List<SlaReading> readings, Instant asOf) {
        return from(subject, readings, asOf, FactRules.STANDARD);
    }

    /**
     * The fact of a case. What one case cannot tell, that it is {@linkplain Trait#REPEATED repeated}, was
     * {@linkplain Trait#RAISED_AGAIN raised again} or is {@linkplain Trait#CHRONIC chronic}, the host adds, and of every case
     * at which it has looked also that it has, whatever it found: {@link Trait#REPEATED_JUDGED} at once,
     * {@link Trait#RAISED_AGAIN_JUDGED} when enough time has passed, {@link Trait#CHRONIC_JUDGED} when it goes through them.
     *
     * @param subject the case as of the instant of the figures ({@link Case#asOf})
     * @param readings its clocks at the same instant
     * @param asOf the instant
     * @param rules what the city says
     * @return the fact
     * @throws IllegalArgumentException if one of its instants is more than 100 million years from 1970
     */
    public static CaseFact from(Case subject, List<SlaReading> readings, Instant asOf, FactRules rules) {
        return new FactReading(subject, readings, asOf, rules).fact();
    }

    private static Optional<Instant> instant(long seconds) {
        return seconds == NONE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    /**
     * The case (工单编号).
     *
     * @return its number
     */
    public CaseNumber number() {
        return number;
    }

    /**
     * How many of its events the fact is made from, erasures of personal data left out; 0 if its source has no events.
     *
     * @return 0 or more
     */
    public int revision() {
        return revision;
    }

    /**
     * When it was received (受理时间).
     *
     * @return the instant, to the second, rounded down
     */
    public Instant received() {
        return Instant.ofEpochSecond(received);
    }

    /**
     * The first instant at which it was, or is, too late to complete it, as far as the clocks say now (到期时间).
     *
     * @return the instant, to the second; empty without a limit
     */
    public Optional<Instant> due() {
        return instant(due);
    }

    /**
     * When it was completed (办结时间): the reply that stands, or the closing without one.
     *
     * @return the instant, to the second; empty if it is not completed, or ended without handling
     */
    public Optional<Instant> completed() {
        return instant(completed);
    }

    /**
     * When the citizen was called back (回访时间), or last tried.
     *
     * @return the instant, to the second
     */
    public Optional<Instant> calledBack() {
        return instant(calledBack);
    }

    /**
     * The instant that puts it into a period.
     *
     * @param basis which
     * @return the instant, to the second; empty if it has none
     */
    public Optional<Instant> at(TimeBasis basis) {
        return hasInstant(basis) ? Optional.of(Instant.ofEpochSecond(epochSecond(basis))) : Optional.empty();
    }

    /**
     * Whether there is an instant that puts it into a period.
     *
     * @param basis which
     * @return whether there is
     */
    public boolean hasInstant(TimeBasis basis) {
        return epochSecond(basis) != NONE;
    }

    /**
     * The instant that puts it into a period, without an object for it.
     *
     * @param basis which
     * @return seconds from 1970-01-01T00:00Z; the least long value if it has none
     */
    public long epochSecond(TimeBasis basis) {
        return switch (basis) {
            case RECEIVED -> received;
            case DUE -> due;
            case COMPLETED -> completed;
            case CALLED_BACK -> calledBack;
        };
    }

    /**
     * The kind of demand (诉求类型).
     *
     * @return its kind
     */
    public CaseKind kind() {
        return CaseOutcome.kind(outcome);
    }

    /**
     * The way it came in (渠道).
     *
     * @return the channel
     */
    public Channel channel() {
        return channel;
    }

    /**
     * How urgent it is.
     *
     * @return the priority
     */
    public Priority priority() {
        return priority;
    }

    /**
     * What kind of person or body raised it (诉求人类型).
     *
     * @return the type
     */
    public RequesterType requesterType() {
        return requesterType;
    }

    /**
     * What it is about (事项分类).
     *
     * @return the most precise category known; empty if not classified
     */
    public Optional<CategoryCode> category() {
        return Optional.ofNullable(category);
    }

    /**
     * Where it is (区域).
     *
     * @return the most precise area known
     */
    public Optional<AreaCode> area() {
        return Optional.ofNullable(area);
    }

    /**
     * The department that leads, or led last (主办单位).
     *
     * @return the department; empty if no department had it
     */
    public Optional<DepartmentCode> lead() {
        return Optional.ofNullable(lead);
    }

    /**
     * The departments that assist, or assisted (协办单位).
     *
     * @return the departments, each once, in the order of their codes
     */
    public List<DepartmentCode> assisting() {
        return assisting;
    }

    /**
     * The company or body complained of (被诉对象); never a person.
     *
     * @return its name
     */
    public Optional<String> respondent() {
        return Optional.ofNullable(respondent);
    }

    /**
     * What it was found to come from (归因).
     *
     * @return the attribution, if one was found
     */
    public Optional<Attribution> attribution() {
        return Optional.ofNullable(attribution);
    }

    /**
     * What a field with one code holds, without an object for it.
     *
     * @param field {@link FactField#CHANNEL}, {@link FactField#PRIORITY}, {@link FactField#REQUESTER_TYPE},
     *     {@link FactField#CATEGORY}, {@link FactField#AREA}, {@link FactField#LEAD}, {@link FactField#RESPONDENT} or
     *     {@link FactField#ATTRIBUTION}
     * @return the code, or the respondent's name; null if there is none
     * @throws IllegalArgumentException if it is another field
     */
    public @Nullable Object code(FactField field) {
        return switch (field) {
            case CHANNEL -> channel;
            case PRIORITY -> priority;
            case REQUESTER_TYPE -> requesterType;
            case CATEGORY -> category;
            case AREA -> area;
            case LEAD -> lead;
            case RESPONDENT -> respondent;
            case ATTRIBUTION -> attribution;
            default -> throw new IllegalArgumentException("field must be one with one code, but was " + field);
        };
    }

    /**
     * What became of it.
     *
     * @return the outcome
     */
    public CaseOutcome outcome() {
        return CaseOutcome.unpack(outcome);
    }

    /**
     * The outcome as one number, without an object for it: equal for two facts just if their outcomes are. The numbers
     * are of one version of the library and not for storing.
     *
     * @return the number
     */
    public long outcomeCode() {
        return outcome;
    }

    /**
     * How long a phase took, or, if it {@linkplain #isRunning is running}, has taken so far.
     *
     * @param phase which
     * @return whole minutes, rounded down, from 0 to {@link #MAX_MINUTES}; empty if it has not begun, was given up, is not
     *     recorded or not measured
     */
    public OptionalInt minutes(Phase phase) {
        int coded = coded(phase);
        return coded == NOT_MEASURED ? OptionalInt.empty() : OptionalInt.of(coded >> 1);
    }

    /**
     * Whether a phase has begun and not ended, so that all that is known of its length is that it is longer than
     * {@link #minutes} (censored).
     *
     * @param phase which
     * @return whether it is running
     */
    public boolean isRunning(Phase phase) {
        int coded = coded(phase);
        return coded != NOT_MEASURED && (coded & 1) == 1;
    }

    /**
     * A phase in one number, without an object for it.
     *
     * @param phase which
     * @return twice the minutes, and one more if it is running; -1 if it is not measured
     */
    public int coded(Phase phase) {
        return switch (phase) {
            case TO_SIGN_FOR -> toSignFor;
            case TO_FIRST_CONTACT -> toFirstContact;
            case TO_REPLY -> toReply;
            case TO_COMPLETION -> toCompletion;
        };
    }

    /**
     * The upper half of the 128-bit hash of number and revision, from which fingerprints are made.
     *
     * @return 64 bits
     */
    public long hashHigh() {
        return hashHigh;
    }

    /**
     * The lower half of the hash.
     *
     * @return 64 bits
     */
    public long hashLow() {
        return hashLow;
    }

    /**
     * The same fact led by a department, for a case whose source records no dispatch.
     *
     * @param department the department
     * @return the fact with it
     */
    public CaseFact ledBy(DepartmentCode department) {
        return toBuilder().lead(department).build();
    }

    /**
     * The same fact with something more that is so of it, such as {@link Trait#REPEATED_JUDGED} and then
     * {@link Trait#REPEATED}.
     *
     * @param trait what
     * @return the fact with it
     * @throws IllegalArgumentException if the trait needs another, as {@link CaseOutcome} says
     */
    public CaseFact with(Trait trait) {
        Set<Trait> traits = EnumSet.of(trait);
        traits.addAll(outcome().traits());
        return toBuilder().outcome(outcome().withTraits(traits)).build();
    }

    /**
     * A builder that starts with this fact.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder()
                .number(number)
                .revision(revision)
                .received(received())
                .channel(channel)
                .priority(priority)
                .requesterType(requesterType)
                .assisting(assisting)
                .outcomeOf(this);
        due().ifPresent(builder::due);
        completed().ifPresent(builder::completed);
        calledBack().ifPresent(builder::calledBack);
        category().ifPresent(builder::category);
        area().ifPresent(builder::area);
        lead().ifPresent(builder::lead);
        respondent().ifPresent(builder::respondent);
        attribution().ifPresent(builder::attribution);
        for (Phase phase : Phase.values()) {
            minutes(phase).ifPresent(m -> {
                if (isRunning(phase)) {
                    builder.running(phase, m);
                } else {
                    builder.took(phase, m);
                }
            });
        }
        return builder;
    }

    /**
     * A builder; number, instant of receipt, channel and outcome must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseFact that
                && number.equals(that.number)
                && revision == that.revision
                && received == that.received
                && due == that.due
                && completed == that.completed
                && calledBack == that.calledBack
                && channel == that.channel
                && priority == that.priority
                && requesterType == that.requesterType
                && Objects.equals(category, that.category)
                && Objects.equals(area, that.area)
                && Objects.equals(lead, that.lead)
                && assisting.equals(that.assisting)
                && Objects.equals(respondent, that.respondent)
                && attribution == that.attribution
                && outcome == that.outcome
                && toSignFor == that.toSignFor
                && toFirstContact == that.toFirstContact
                && toReply == that.toReply
                && toCompletion == that.toCompletion;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hashLow);
    }

    /** Number, kind, instant of receipt and state. */
    @Override
    public String toString() {
        return "CaseFact " + number + " " + kind() + " received " + received() + " "
                + outcome().state();
    }

    /** Builds a fact. A part may be given again; the last time counts. */
    @SuppressWarnings("EnumOrdinal") // the places of an array that is the builder's own
    public static final class Builder {

        /** By field; those of instants, counts, sets and minutes are kept apart. */
        private final @Nullable Object[] parts = new @Nullable Object[FactField.values().length];

        /** By basis. */
        private final long[] seconds = new long[TimeBasis.values().length];

        private final int[] coded = new int[Phase.values().length];
        private final int[] revision = new int[1];
        /** Packed, and there if the part is. */
        private final long[] outcome = new long[1];

        private final List<DepartmentCode> assisting = new ArrayList<>(0);

        private Builder() {
            clear();
        }

        /**
         * Forgets every part, so that the builder is as a new one: for who makes many facts one after the other.
         *
         * @return this builder
         */
        public Builder clear() {
            Arrays.fill(parts, null);
            Arrays.fill(seconds, NONE);
            Arrays.fill(coded, NOT_MEASURED);
            revision[0] = 0;
            assisting.clear();
            return priority(Priority.NORMAL).requesterType(RequesterType.UNKNOWN);
        }

        /**
         * Sets the number of the case.
         *
         * @param value the number
         * @return this builder
         */
        public Builder number(CaseNumber value) {
            return set(FactField.NUMBER, value);
        }

        /**
         * Sets how many of its events are in the fact.
         *
         * @param value 0 or more
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder revision(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("revision must not be negative, but was " + value);
            }
            revision[0] = value;
            return this;
        }

        /**
         * Sets when it was received.
         *
         * @param value the instant, of which the seconds are kept
         * @return this builder
         * @throws IllegalArgumentException if it is more than 100 million years from 1970
         */
        public Builder received(Instant value) {
            return at(TimeBasis.RECEIVED, value);
        }

        /**
         * Sets the first instant that is too late.
         *
         * @param value the instant, of which the seconds are kept
         * @return this builder
         * @throws IllegalArgumentException if it is more than 100 million years from 1970
         */
        public Builder due(Instant value) {
            return at(TimeBasis.DUE, value);
        }

        /**
         * Sets when it was completed.
         *
         * @param value the instant, of which the seconds are kept
         * @return this builder
         * @throws IllegalArgumentException if it is more than 100 million years from 1970
         */
        public Builder completed(Instant value) {
            return at(TimeBasis.COMPLETED, value);
        }

        /**
         * Sets when the citizen was called back, or last tried.
         *
         * @param value the instant, of which the seconds are kept
         * @return this builder
         * @throws IllegalArgumentException if it is more than 100 million years from 1970
         */
        public Builder calledBack(Instant value) {
            return at(TimeBasis.CALLED_BACK, value);
        }

        /**
         * Sets the way it came in.
         *
         * @param value the channel
         * @return this builder
         */
        public Builder channel(Channel value) {
            return set(FactField.CHANNEL, value);
        }

        /**
         * Sets how urgent it is; normal if not set.
         *
         * @param value the priority
         * @return this builder
         */
        public Builder priority(Priority value) {
            return set(FactField.PRIORITY, value);
        }

        /**
         * Sets what kind of person or body raised it; unknown if not set.
         *
         * @param value the type
         * @return this builder
         */
        public Builder requesterType(RequesterType value) {
            return set(FactField.REQUESTER_TYPE, value);
        }

        /**
         * Sets what it is about.
         *
         * @param value the category
         * @return this builder
         */
        public Builder category(CategoryCode value) {
            return set(FactField.CATEGORY, value);
        }

        /**
         * Sets where it is.
         *
         * @param value the area
         * @return this builder
         */
        public Builder area(AreaCode value) {
            return set(FactField.AREA, value);
        }

        /**
         * Sets the department that leads, or led last.
         *
         * @param value the department
         * @return this builder
         */
        public Builder lead(DepartmentCode value) {
            return set(FactField.LEAD, value);
        }

        /**
         * Sets the departments that assist, or assisted.
         *
         * @param values the departments; one that stands twice counts once
         * @return this builder
         */
        public Builder assisting(Collection<DepartmentCode> values) {
            assisting.clear();
            assisting.addAll(new TreeSet<>(values));
            return this;
        }

        /**
         * Sets the company or body complained of.
         *
         * @param value its name; never a person's
         * @return this builder
         */
        public Builder respondent(String value) {
            return set(FactField.RESPONDENT, value);
        }

        /**
         * Sets what it was found to come from.
         *
         * @param value the attribution
         * @return this builder
         */
        public Builder attribution(Attribution value) {
            return set(FactField.ATTRIBUTION, value);
        }

        /**
         * Sets what became of it.
         *
         * @param value the outcome
         * @return this builder
         */
        public Builder outcome(CaseOutcome value) {
            outcome[0] = value.pack();
            return set(FactField.OUTCOME, CaseOutcome.class);
        }

        /**
         * Sets what became of the case to what became of another: as {@link #outcome} with the other's, without an object
         * for it. For who makes many facts of few outcomes.
         *
         * @param other a fact with the outcome
         * @return this builder
         */
        public Builder outcomeOf(CaseFact other) {
            outcome[0] = other.outcome;
            return set(FactField.OUTCOME, CaseOutcome.class);
        }

        /**
         * Sets how long a phase took that has ended.
         *
         * @param phase which
         * @param minutes whole minutes, from 0 to {@link #MAX_MINUTES}
         * @return this builder
         * @throws IllegalArgumentException if they are out of range
         */
        public Builder took(Phase phase, int minutes) {
            coded[phase.ordinal()] = checked(phase, minutes) << 1;
            return this;
        }

        /**
         * Sets how long a phase has taken so far that is running.
         *
         * @param phase which
         * @param minutes whole minutes, from 0 to {@link #MAX_MINUTES}
         * @return this builder
         * @throws IllegalArgumentException if they are out of range
         */
        public Builder running(Phase phase, int minutes) {
            coded[phase.ordinal()] = (checked(phase, minutes) << 1) | 1;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @return the fact
         * @throws IllegalArgumentException if number, instant of receipt, channel or outcome is missing
         */
        public CaseFact build() {
            return new CaseFact(this);
        }

        private static int checked(Phase phase, int minutes) {
            if (minutes < 0 || minutes > MAX_MINUTES) {
                throw new IllegalArgumentException(
                        "minutes of " + phase + " must be from 0 to " + MAX_MINUTES + ", but were " + minutes);
            }
            return minutes;
        }

        private Builder at(TimeBasis basis, Instant value) {
            long second = Objects.requireNonNull(value, basis.name()).getEpochSecond();
            if (Math.abs(second) > FARTHEST_SECOND) {
                throw new IllegalArgumentException(
                        "the instant " + basis + " must be within 100 million years of 1970, but was " + value);
            }
            seconds[basis.ordinal()] = second;
            return this;
        }

        private long second(TimeBasis basis) {
            long second = seconds[basis.ordinal()];
            if (basis == TimeBasis.RECEIVED && second == NONE) {
                throw missing(FactField.RECEIVED);
            }
            return second;
        }

        private Builder set(FactField part, Object value) {
            parts[part.ordinal()] = Objects.requireNonNull(value, part.name());
            return this;
        }

        private <T> T required(FactField part, Class<T> type) {
            T value = optional(part, type);
            if (value == null) {
                throw missing(part);
            }
            return value;
        }

        private static IllegalArgumentException missing(FactField part) {
            return new IllegalArgumentException("a fact must have " + part + ", but had none");
        }

        private <T> @Nullable T optional(FactField part, Class<T> type) {
            return type.cast(parts[part.ordinal()]);
        }

        private long outcome() {
            required(FactField.OUTCOME, Object.class);
            return outcome[0];
        }

        private int revision() {
            return revision[0];
        }

        private List<DepartmentCode> assisting() {
            return assisting.isEmpty() ? List.of() : List.copyOf(assisting);
        }

        private int minutes(Phase phase) {
            return coded[phase.ordinal()];
        }
    }
}
