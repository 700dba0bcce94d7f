package io.github.hotlinekit.core.disclosure;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Publicity;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.redaction.EventRewriter;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A case as an audience may see it. What may not be seen is not in the view at all: it is not only masked,
 * and no reveal brings it back. What may be seen still masks itself until it is revealed for a purpose.
 *
 * <ul>
 *   <li>The <b>hotline</b> and <b>supervisors</b> see every event as it was recorded. One whose own department
 *       has the case, or had it, sees what that department sees.
 *   <li>A <b>department</b> sees cases that it was given, other departments' share included, but no note for
 *       the hotline alone and nothing that a document said beyond this version. Of other cases it sees
 *       links on the same matter, merges and parts alone, since any other link may tell that two cases are one
 *       person's. Where the case is confidential (举报 or on request), or the requester is anonymous, the
 *       requester is {@link Requester#WITHHELD}, every text loses what is known of the requester and all that
 *       looks like a number of a person, and attachments, the address, the host's own properties, the id in a
 *       system it was imported from, and all that names another case are left out; the point is
 *       rounded to about a kilometre. Merging keeps to one side of confidentiality, yet a kind may change
 *       afterwards, so numbers of merged cases go too.
 *   <li>The <b>citizen</b> sees what an office tells a citizen, with neither posts nor staff, notes for the
 *       hotline or departments, or other citizens' cases, and not which person is complained of.
 *   <li>The <b>public</b> sees number, kind, category, the area down to the community, dates, state, and the
 *       reply of a closed case where it may be published; of a confidential case nothing.
 * </ul>
 *
 * <p>Departments and citizens see events as they were put right, and of corrections those that still stand: what
 * was corrected in order to hide it stays hidden. An event that is left out leaves a gap in the sequence
 * numbers, so a view's events cannot be replayed. Texts are searched for what is known of the requester and
 * what has the form of a number; a description that only a neighbour understands passes. Immutable.
 */
public final class CaseView {

    /** An area's digits down to the community, as the national code has them. */
    private static final int COMMUNITY_DIGITS = 12;

    /** What everybody may know. */
    private record Facts(
            CaseNumber number,
            CaseKind kind,
            CaseState state,
            Optional<CategoryCode> category,
            Instant received,
            Optional<Instant> closed,
            Optional<Instant> ended,
            Optional<Ending> ending) {

        static Facts of(Case subject) {
            return new Facts(
                    subject.number(),
                    subject.kind(),
                    subject.state(),
                    subject.category(),
                    subject.received(),
                    subject.closed(),
                    subject.ended(),
                    subject.ending());
        }
    }

    private final Audience audience;
    private final Facts facts;
    private final Optional<AreaCode> area;
    private final Optional<Registration> registration;
    private final Optional<FreeText> reply;
    private final List<CaseEvent> events;

    private CaseView(
            Audience audience,
            Facts facts,
            Optional<AreaCode> area,
            Optional<Registration> registration,
            Optional<FreeText> reply,
            List<CaseEvent> events) {
        this.audience = audience;
        this.facts = facts;
        this.area = area;
        this.registration = registration;
        this.reply = reply;
        this.events = events;
    }

    /**
     * The case as somebody may see it.
     *
     * @param subject the case
     * @param viewer who looks at it
     * @return the view; empty where the viewer may not know of the case
     */
    public static Optional<CaseView> of(Case subject, Viewer viewer) {
        return of(subject, viewer, Set.of());
    }

    /**
     * The case as somebody may see it, where the host has looked up which of the cases that hang together with
     * it are confidential. It is the way to be sure of merged cases whose kind was changed since.
     *
     * @param subject the case
     * @param viewer who looks at it
     * @param confidential numbers of confidential cases; to citizens and departments nothing here names them
     * @return the view; empty where the viewer may not know of the case
     */
    public static Optional<CaseView> of(Case subject, Viewer viewer, Set<CaseNumber> confidential) {
        Objects.requireNonNull(confidential, "confidential");
        Audience audience = audience(subject, viewer);
        return switch (audience) {
            case HOTLINE, SUPERVISOR -> Optional.of(whole(subject, audience));
            case CITIZEN -> Optional.of(redacted(subject, audience, confidential));
            case DEPARTMENT ->
                viewer.department().filter(d -> isGiven(subject, d)).isPresent()
                        ? Optional.of(redacted(subject, audience, confidential))
                        : Optional.empty();
            case PUBLIC -> subject.isConfidential() ? Optional.empty() : Optional.of(published(subject));
        };
    }

    private static Audience audience(Case subject, Viewer viewer) {
        boolean isOfHotline = viewer.audience() == Audience.HOTLINE || viewer.audience() == Audience.SUPERVISOR;
        return isOfHotline
                        && viewer.department().filter(d -> isGiven(subject, d)).isPresent()
                ? Audience.DEPARTMENT
                : viewer.audience();
    }

    private static boolean isGiven(Case subject, DepartmentCode department) {
        return subject.assignments().stream()
                .anyMatch(assignment -> assignment.department().equals(department));
    }

    private static CaseView whole(Case subject, Audience audience) {
        return new CaseView(
                audience,
                Facts.of(subject),
                subject.area(),
                Optional.of(subject.registration()),
                subject.replyResult().flatMap(ReplyResult::text),
                subject.events());
    }

    private static CaseView redacted(Case subject, Audience audience, Set<CaseNumber> confidential) {
        ViewRedaction redaction = new ViewRedaction(subject, audience, confidential);
        return new CaseView(
                audience,
                Facts.of(subject),
                subject.area(),
                Optional.of(EventRewriter.rewrite(subject.registration(), redaction)),
                subject.replyResult().flatMap(ReplyResult::text).map(redaction::text),
                subject.correctedEvents().stream()
                        .flatMap(event -> EventRewriter.rewrite(event, redaction).stream())
                        .toList());
    }

    private static CaseView published(Case subject) {
        ViewRedaction redaction = new ViewRedaction(subject, Audience.PUBLIC, Set.of());
        return new CaseView(
                Audience.PUBLIC,
                Facts.of(subject),
                subject.area().map(CaseView::community),
                Optional.empty(),
                subject.replyResult()
                        .filter(result -> result.publicity() == Publicity.PUBLIC
                                && subject.closed().isPresent())
                        .flatMap(ReplyResult::text)
                        .map(redaction::text),
                List.of());
    }

    private static AreaCode community(AreaCode area) {
        return area.value().length() <= COMMUNITY_DIGITS
                ? area
                : AreaCode.of(area.value().substring(0, COMMUNITY_DIGITS));
    }

    /**
     * Whom the view is for.
     *
     * @return the audience; that of a department for one of the hotline whose own department has the case
     */
    public Audience audience() {
        return audience;
    }

    /**
     * The number of the case.
     *
     * @return the number
     */
    public CaseNumber number() {
        return facts.number();
    }

    /**
     * The kind of the case.
     *
     * @return the kind, as it was found last
     */
    public CaseKind kind() {
        return facts.kind();
    }

    /**
     * Where the case stands.
     *
     * @return the state
     */
    public CaseState state() {
        return facts.state();
    }

    /**
     * What the case is about.
     *
     * @return the category; empty until classified
     */
    public Optional<CategoryCode> category() {
        return facts.category();
    }

    /**
     * Where it is.
     *
     * @return the most precise area known, for the public down to the community
     */
    public Optional<AreaCode> area() {
        return area;
    }

    /**
     * When the case was received.
     *
     * @return the instant
     */
    public Instant received() {
        return facts.received();
    }

    /**
     * When the case was closed.
     *
     * @return the instant; empty if it is not closed
     */
    public Optional<Instant> closed() {
        return facts.closed();
    }

    /**
     * When the case ended without handling.
     *
     * @return the instant; empty if it did not
     */
    public Optional<Instant> ended() {
        return facts.ended();
    }

    /**
     * How the case ended without handling.
     *
     * @return the ending; empty if it did not
     */
    public Optional<Ending> ending() {
        return facts.ending();
    }

    /**
     * Who raised it, as far as may be known.
     *
     * @return the requester; {@link Requester#WITHHELD} where nothing may be known
     */
    public Requester requester() {
        return registration.map(Registration::requester).orElse(Requester.WITHHELD);
    }

    /**
     * What was recorded at first, put right, as far as may be seen.
     *
     * @return the registration; empty for the public
     */
    public Optional<Registration> registration() {
        return registration;
    }

    /**
     * The reply that stands, as far as may be seen.
     *
     * @return the text
     */
    public Optional<FreeText> reply() {
        return reply;
    }

    /**
     * What happened, as far as may be seen.
     *
     * @return an unmodifiable list in the order of sequence, with gaps; empty for the public
     */
    public List<CaseEvent> events() {
        return events;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseView that
                && audience == that.audience
                && facts.equals(that.facts)
                && area.equals(that.area)
                && registration.equals(that.registration)
                && reply.equals(that.reply)
                && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return Objects.hash(audience, facts, events);
    }

    /** Whom it is for, of which case, and how much; nothing of a person. */
    @Override
    public String toString() {
        return "View of case " + number() + " for " + audience + ", " + state() + ", " + events.size() + " events";
    }
}
