package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.duplicates.Blocking.Block;
import io.github.hotlinekit.core.duplicates.Matcher.Match;
import io.github.hotlinekit.core.privacy.AuditEntry;
import io.github.hotlinekit.core.privacy.PersonalData;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds cases that may be on one matter (查重). Immutable; what it finds does not depend on the order of the
 * cases, and a case finds another just where the other finds it, with the same evidence.
 *
 * <p>Of the cases given, those are candidates that are open, or were closed at most the rule's window, inclusive,
 * before the instant of the request. A case that follows another is no candidate, but its master is for it:
 * a master and its followers are one matter, and two matters agree as much as those of their cases do that agree
 * most. A follower stands for its master only where the master is a candidate itself and both or neither are
 * confidential. Cases that ended otherwise, and archived ones, are left out.
 *
 * <p>Requesters are the same when their identity numbers or telephone numbers are equal; two of whom nothing is
 * known never are. The number of an anonymous requester is compared with those of anonymous ones alone, so that
 * no evidence says who an anonymous caller is. Confidential cases and others are never candidates of each other.
 *
 * <p>Texts are the title and the demand together. Pieces of three characters of at most 4000 characters of
 * each are compared, in which digits in a row are one mark, and blanks, punctuation, symbols, case and width
 * do not count. The index keeps hashes of those pieces, which can be tried out, and telephone and identity numbers: it
 * is personal data, to be kept in memory and as well guarded as the cases.
 */
public final class DuplicateIndex {

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::received).thenComparing(Entry::number);

    private final DuplicateRule rule;
    private final Matcher matcher;
    private final Blocking blocking;
    private final Optional<AuditEntry> audit;
    private final List<Entry> entries;
    private final Map<CaseNumber, List<Entry>> byHead;
    private final Map<PersonalData, int[]> byRequester;
    private final Map<Block, int[]> byBlock;

    private DuplicateIndex(DuplicateRule rule, List<Entry> entries, Optional<AuditEntry> audit) {
        this.rule = rule;
        this.matcher = new Matcher(rule);
        this.blocking = Blocking.of(rule);
        this.audit = audit;
        this.entries = entries;
        this.byHead = new HashMap<>();
        Map<PersonalData, List<Integer>> requesters = new HashMap<>();
        Map<Block, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            byHead.computeIfAbsent(entry.head(), h -> new ArrayList<>(1)).add(entry);
            if (blocking.requester()) {
                for (PersonalData number : numbers(entry)) {
                    add(requesters, number, i);
                }
            }
            for (Blocking.Key key : blocking.keys()) {
                Optional<Block> block = key.of(entry);
                if (block.isPresent()) {
                    add(blocks, block.get(), i);
                }
            }
        }
        this.byRequester = packed(requesters);
        this.byBlock = packed(blocks);
    }

    private static List<PersonalData> numbers(Entry entry) {
        return Stream.<Optional<? extends PersonalData>>of(entry.phone(), entry.idNumber())
                .<PersonalData>flatMap(Optional::stream)
                .toList();
    }

    private static <K> void add(Map<K, List<Integer>> lists, K key, int position) {
        lists.computeIfAbsent(key, k -> new ArrayList<>(1)).add(position);
    }

    private static <K> Map<K, int[]> packed(Map<K, List<Integer>> lists) {
        Map<K, int[]> packed = new HashMap<>(lists.size() * 2);
        lists.forEach((key, list) ->
                packed.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
        return packed;
    }

    /**
     * An index of cases. Takes time and memory in proportion to the length of the texts, and sorts.
     *
     * @param rule when two may be on one matter
     * @param cases open and recent ones, each once; others are left out
     * @param request who asks, and the instant that closed cases are measured from; its purpose is
     *     {@link RevealPurpose#MATCH}
     * @return the index
     * @throws IllegalArgumentException if the purpose is another, or two cases have the same number
     */
    public static DuplicateIndex of(DuplicateRule rule, Collection<Case> cases, RevealRequest request) {
        Objects.requireNonNull(rule, "rule");
        requirePurpose(request);
        Map<CaseNumber, Case> heads = new HashMap<>();
        Map<CaseNumber, Case> all = new HashMap<>();
        for (Case subject : cases) {
            if (all.put(subject.number(), subject) != null) {
                throw new IllegalArgumentException(
                        "cases must have different numbers, but two were " + subject.number());
            }
            if (isCandidate(rule, subject, request.at())) {
                heads.put(subject.number(), subject);
            }
        }
        List<AuditEntry> revealed = new ArrayList<>();
        List<Entry> entries = new ArrayList<>(heads.size());
        all.values()
                .forEach(subject -> head(subject, heads)
                        .ifPresent(head -> entries.add(Entry.of(rule, subject, head, request, revealed))));
        entries.sort(ORDER);
        return new DuplicateIndex(rule, List.copyOf(entries), one(revealed));
    }

    private static boolean isCandidate(DuplicateRule rule, Case subject, Instant now) {
        return subject.state().isOpen()
                || (subject.state() == CaseState.CLOSED
                        && subject.closed()
                                .filter(c -> Duration.between(c, now).compareTo(rule.window()) <= 0)
                                .isPresent());
    }

    private static Optional<CaseNumber> head(Case subject, Map<CaseNumber, Case> heads) {
        if (heads.containsKey(subject.number())) {
            return Optional.of(subject.number());
        }
        return subject.master()
                .flatMap(m -> Optional.ofNullable(heads.get(m)))
                .filter(m -> m.isConfidential() == subject.isConfidential())
                .map(Case::number);
    }

    private static void requirePurpose(RevealRequest request) {
        if (request.purpose() != RevealPurpose.MATCH) {
            throw new IllegalArgumentException("purpose must be MATCH, but was " + request.purpose());
        }
    }

    /** All of one request, so that they merge into one. */
    private static Optional<AuditEntry> one(List<AuditEntry> revealed) {
        return AuditEntry.merge(revealed).stream().findFirst();
    }

    /**
     * What two cases are compared by.
     *
     * @return the rule
     */
    public DuplicateRule rule() {
        return rule;
    }

    /**
     * What is to be written to the audit trail for the texts that were revealed to build the index.
     *
     * @return the entry; empty if no case had a text
     */
    public Optional<AuditEntry> audit() {
        return audit;
    }

    /**
     * The cases that are candidates.
     *
     * @return their numbers, in order
     */
    public List<CaseNumber> numbers() {
        return byHead.keySet().stream().sorted().toList();
    }

    /**
     * The candidates for a case of the index, with those that follow it. Reveals nothing. Takes time in
     * proportion to the number of entries within the window of one requester and in the same area and category,
     * as far as the rule lets them reach the threshold; a rule that the text alone can fulfil compares all
     * within the window. Finding where the window begins is logarithmic.
     *
     * @param number one of {@link #numbers}
     * @return the candidates by score, the highest first, and among equals by number
     * @throws IllegalArgumentException if it is none of the candidates
     */
    public List<DuplicateCandidate> candidates(CaseNumber number) {
        List<Entry> members = byHead.get(Objects.requireNonNull(number, "number"));
        if (members == null) {
            throw new IllegalArgumentException("number must be of a case in the index that is open or was closed"
                    + " within the window, but was " + number);
        }
        return candidates(members, Optional.empty());
    }

    /**
     * The candidates for a case that need not be in the index, such as one that just came in. It is taken
     * as it is here, whatever its state, with those in the index that follow it and are as confidential as it;
     * itself and its master are left out. Takes the time of {@link #candidates}.
     *
     * @param subject the case
     * @param request who asks; its purpose is {@link RevealPurpose#MATCH}
     * @return the candidates, and the audit entry for the subject's text
     * @throws IllegalArgumentException if the purpose is another
     */
    public DuplicateSearch search(Case subject, RevealRequest request) {
        requirePurpose(request);
        List<AuditEntry> revealed = new ArrayList<>(2);
        List<Entry> members = new ArrayList<>();
        members.add(Entry.of(rule, subject, subject.number(), request, revealed));
        byHead.getOrDefault(subject.number(), List.of()).stream()
                .filter(e -> !e.number().equals(subject.number()))
                .filter(e -> e.confidential() == subject.isConfidential()) // which it may have become since
                .forEach(members::add);
        return new DuplicateSearch(candidates(members, subject.master()), one(revealed));
    }

    private List<DuplicateCandidate> candidates(List<Entry> members, Optional<CaseNumber> master) {
        CaseNumber head = members.get(0).head();
        Map<CaseNumber, Match> best = new HashMap<>();
        for (Entry member : members) {
            int from = first(i -> Duration.between(entries.get(i).received(), member.received())
                            .compareTo(rule.window())
                    <= 0);
            int to = first(
                    i -> Duration.between(member.received(), entries.get(i).received())
                                    .compareTo(rule.window())
                            > 0);
            BitSet near = near(member, from, to);
            for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
                Entry other = entries.get(from + i);
                if (!other.head().equals(head)
                        && master.filter(other.head()::equals).isEmpty()) {
                    matcher.match(member, other)
                            .ifPresent(m -> best.merge(other.head(), m, (x, y) -> y.isBefore(x) ? y : x));
                }
            }
        }
        return best.entrySet().stream()
                .map(e -> new DuplicateCandidate(
                        e.getKey(), e.getValue().score(), e.getValue().evidence()))
                .sorted(Comparator.comparing(DuplicateCandidate::score)
                        .reversed()
                        .thenComparing(DuplicateCandidate::number))
                .toList();
    }

    /** The entries from one position to before another that are to be compared, as offsets from the first. */
    private BitSet near(Entry member, int from, int to) {
        BitSet near = new BitSet(Math.max(0, to - from));
        if (blocking.all()) {
            near.set(0, Math.max(0, to - from));
            return near;
        }
        if (blocking.requester()) {
            for (PersonalData number : numbers(member)) {
                mark(byRequester.get(number), from, to, near);
            }
        }
        for (Blocking.Key key : blocking.keys()) {
            key.of(member).ifPresent(block -> mark(byBlock.get(block), from, to, near));
        }
        return near;
    }

    private static void mark(int @Nullable [] positions, int from, int to, BitSet near) {
        if (positions == null) {
            return;
        }
        int start = Arrays.binarySearch(positions, from);
        for (int i = start < 0 ? -start - 1 : start; i < positions.length && positions[i] < to; i++) {
            near.set(positions[i] - from);
        }
    }

    /** The first position for which a condition holds that holds for all after it; by bisection. */
    private int first(IntPredicate holds) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many cases there are; never what they say. */
    @Override
    public String toString() {
        return "DuplicateIndex of " + entries.size() + " cases";
    }
}
