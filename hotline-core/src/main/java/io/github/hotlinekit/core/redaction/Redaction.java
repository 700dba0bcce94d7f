package io.github.hotlinekit.core.redaction;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Attachment;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.RelatedCase;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.privacy.FreeText;
import java.util.Map;

/**
 * What becomes of each part of an event that may tell who somebody is. There are no defaults: whoever
 * takes something out decides on every part.
 */
public interface Redaction {

    /**
     * Whether an event stays, be it one of the timeline or one within a correction.
     *
     * @param event the event as it was
     * @return whether it stays
     */
    boolean keeps(CaseEvent event);

    /**
     * Whether an attachment stays.
     *
     * @param attachment the attachment
     * @return whether it stays
     */
    boolean keeps(Attachment attachment);

    /**
     * Whether a link to another case stays.
     *
     * @param related the link
     * @return whether it stays
     */
    boolean keeps(RelatedCase related);

    /**
     * Whether the number of another case stays, outside of links.
     *
     * @param other the number
     * @return whether it stays; the event that cannot do without it goes with it
     */
    boolean keeps(CaseNumber other);

    /**
     * What becomes of a text.
     *
     * @param text the text
     * @return what to put there
     */
    FreeText text(FreeText text);

    /**
     * What becomes of a plain text that people choose: a tag, a post, the name of an organisation.
     *
     * @param name the text
     * @return what to put there, of the same form
     */
    String name(String name);

    /**
     * What becomes of a requester.
     *
     * @param requester the requester
     * @return what to put there
     */
    Requester requester(Requester requester);

    /**
     * What becomes of a location.
     *
     * @param location the location
     * @return what to put there
     */
    Location location(Location location);

    /**
     * What becomes of who is complained of.
     *
     * @param respondent the respondent
     * @return what to put there
     */
    Respondent respondent(Respondent respondent);

    /**
     * What becomes of who did something.
     *
     * @param actor the actor
     * @return what to put there
     */
    Actor actor(Actor actor);

    /**
     * What becomes of where a case was imported from.
     *
     * @param source the source
     * @return what to put there
     */
    Source source(Source source);

    /**
     * Which of a host's own properties stay; their texts go through {@link #text} after it.
     *
     * @param extensions the properties
     * @return what stays
     */
    Map<String, FreeText> extensions(Map<String, FreeText> extensions);

    /**
     * What becomes of what this version does not know.
     *
     * @param extras what is not known
     * @return what stays
     */
    Extras extras(Extras extras);
}
