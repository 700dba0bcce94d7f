package io.github.hotlinekit.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Attachment;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.ErasureGround;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.LifecycleRule;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.Coordinates;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PersonalData;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import io.github.hotlinekit.core.redaction.Depths;
import io.github.hotlinekit.core.redaction.Planted;
import io.github.hotlinekit.core.redaction.Story;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ErasureLawsTest {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final CommandContext ARCHIVIST = CommandContext.of(Actor.of(Role.ARCHIVIST), LATER);

    /** What names no person, yet changes with an erasure: the events themselves, and how many there are. */
    private static final Set<String> OF_THE_TIMELINE =
            Set.of("events", "correctedEvents", "version", "registration", "hashCode", "toString", "getClass");

    /** What an erasure is of; others look at what it leaves there. */
    private static final Set<String> PERSONAL =
            Set.of("requester", "title", "text", "location", "respondent", "attachments");

    @Property(tries = 100)
    void what_is_no_personal_data_stays_as_it_was(
            @ForAll("stories") Story story, @ForAll("fields") Set<PersonalField> fields) {
        Case before = story.subject();
        Case after = erased(before, fields);
        assertThat(figures(after)).containsExactlyEntriesOf(figures(before));
        assertThat(after.version()).isEqualTo(before.version() + 1);
        for (int i = 0; i < before.version(); i++) {
            CaseEvent was = before.events().get(i);
            CaseEvent is = after.events().get(i);
            assertThat(is.getClass()).isEqualTo(was.getClass());
            assertThat(is.at()).isEqualTo(was.at());
            assertThat(is.stamp().actor().role()).isEqualTo(was.stamp().actor().role());
        }
    }

    @Property(tries = 100)
    void nothing_that_was_erased_is_left_in_any_corner(
            @ForAll("stories") Story story, @ForAll("fields") Set<PersonalField> fields) {
        Case after = erased(story.subject(), fields);
        String revealed = revealed(after) + Depths.textOf(after);
        if (fields.contains(PersonalField.NAME)) {
            assertThat(revealed).doesNotContain("李四");
            if (Planted.isTold(PersonName.of(story.planted.name), story.subject())) {
                assertThat(revealed).doesNotContain(story.planted.name);
            }
        }
        if (fields.contains(PersonalField.PHONE)) {
            assertThat(revealed).doesNotContain(story.planted.phone);
        }
        if (fields.contains(PersonalField.ID_NUMBER)) {
            assertThat(revealed).doesNotContain(story.planted.idNumber);
        }
        if (fields.contains(PersonalField.ADDRESS)) {
            assertThat(revealed).doesNotContain(story.planted.latitude, story.planted.longitude);
            if (Planted.isTold(AddressDetail.of(story.planted.address), story.subject())) {
                assertThat(revealed).doesNotContain(story.planted.house);
            }
            assertThat(Depths.objectsOf(after, Coordinates.class)).isEmpty();
        }
        if (fields.contains(PersonalField.TEXT)) {
            assertThat(Depths.objectsOf(after, FreeText.class)).allMatch(FreeText.ERASED::equals);
            assertThat(Depths.objectsOf(after, Attachment.class)).isEmpty();
            assertThat(after.registration().extensions()).isEmpty();
        }
        assertThat(Depths.objectsOf(after, Extras.class)).allMatch(Extras.NONE::equals);
        assertThat(Depths.objectsOf(after, PersonalData.class))
                .allMatch(data -> data instanceof FreeText || !fields.contains(((PersonalData) data).field()));
    }

    @Property(tries = 100)
    void erasing_again_adds_an_event_and_else_nothing(
            @ForAll("stories") Story story, @ForAll("fields") Set<PersonalField> fields) {
        Case once = erased(story.subject(), fields);
        Erasure.Erased again = (Erasure.Erased) Erasure.of(once, fields, ErasureGround.REQUEST, ARCHIVIST);
        assertThat(again.counts()).isEmpty();
        assertThat(again.result().events().subList(0, once.version())).isEqualTo(once.events());
        assertThat(again.result().version()).isEqualTo(once.version() + 1);
    }

    @Property(tries = 100)
    void erasing_one_by_one_is_erasing_together_but_for_the_events(@ForAll("stories") Story story) {
        Set<PersonalField> both = EnumSet.of(PersonalField.PHONE, PersonalField.TEXT);
        Case together = erased(story.subject(), both);
        Case oneByOne = erased(erased(story.subject(), Set.of(PersonalField.TEXT)), Set.of(PersonalField.PHONE));
        int told = story.subject().version();
        assertThat(oneByOne.events().subList(0, told))
                .isEqualTo(together.events().subList(0, told));
    }

    @Property(tries = 100)
    void every_prefix_of_an_erased_timeline_is_a_timeline(
            @ForAll("stories") Story story, @ForAll("fields") Set<PersonalField> fields) {
        Case after = erased(story.subject(), fields);
        for (int known = 1; known <= after.version(); known++) {
            Case prefix = Case.replay(after.events().subList(0, known));
            if (known <= story.subject().version()) {
                assertThat(prefix.state())
                        .isEqualTo(Case.replay(story.subject().events().subList(0, known))
                                .state());
            }
        }
    }

    @Property(tries = 100)
    void what_the_lifecycle_refuses_changes_nothing(@ForAll("stories") Story story) {
        Erasure refused = Erasure.of(
                story.subject(),
                RetentionRow.EVERYTHING,
                ErasureGround.REQUEST,
                CommandContext.of(Actor.of(Role.CITIZEN), LATER));
        assertThat(refused).isInstanceOf(Erasure.Refused.class);
        assertThat(((Erasure.Refused) refused).decision().rule()).isEqualTo(LifecycleRule.WRONG_ROLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Erasure.of(story.subject(), Set.of(), ErasureGround.REQUEST, ARCHIVIST))
                .withMessageContaining("fields");
    }

    @Property(tries = 100)
    void the_event_says_what_why_and_by_whom(
            @ForAll("stories") Story story, @ForAll("fields") Set<PersonalField> fields) {
        Case after = erased(story.subject(), fields);
        CaseEvent.PersonalDataErased last =
                (CaseEvent.PersonalDataErased) after.events().get(after.version() - 1);
        assertThat(last.fields()).isEqualTo(fields);
        assertThat(last.ground()).isEqualTo(ErasureGround.RETENTION_OVER);
        assertThat(last.at()).isEqualTo(LATER);
        assertThat(last.stamp().actor().role()).isEqualTo(Role.ARCHIVIST);
    }

    private static Case erased(Case subject, Set<PersonalField> fields) {
        return ((Erasure.Erased) Erasure.of(subject, fields, ErasureGround.RETENTION_OVER, ARCHIVIST)).result();
    }

    /** Every accessor of a case that has no argument, but those of the timeline; texts within as their lengths say. */
    private static Map<String, String> figures(Case subject) {
        Map<String, String> figures = new TreeMap<>();
        for (Method method : Case.class.getMethods()) {
            if (method.getParameterCount() == 0
                    && method.getDeclaringClass() == Case.class
                    && !OF_THE_TIMELINE.contains(method.getName())
                    && !PERSONAL.contains(method.getName())) {
                try {
                    figures.put(method.getName(), shown(method.getName(), method.invoke(subject)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return figures;
    }

    /** A text without what an erasure takes out of it: words of citizen and officials, names in tags and posts. */
    private static String shown(String name, Object value) {
        if (name.equals("tags")) {
            return ""; // people choose them; a name in one is erased
        }
        if (value instanceof Optional<?> optional && optional.orElse(null) instanceof ReplyResult result) {
            return result.outcome() + " " + result.publicity() + " " + result.attribution() + " " + result.finding()
                    + " " + result.text().isPresent() + " " + result.measures().isPresent();
        }
        return value.toString()
                .replaceAll("erased text|text of \\d+ characters", "text")
                .replaceAll("联系[^,\\]]*", "post");
    }

    private static String revealed(Case subject) {
        RevealRequest request = RevealRequest.of(RevealPurpose.LAWFUL_REQUEST, "auditor-1", LATER);
        List<String> values = new ArrayList<>();
        for (Object data : Depths.objectsOf(subject, PersonalData.class)) {
            values.add(((PersonalData) data).reveal(request).value());
        }
        return String.join("\n", values);
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.stories();
    }

    @Provide
    Arbitrary<Set<PersonalField>> fields() {
        return Arbitraries.of(PersonalField.class).set().ofMinSize(1);
    }
}
