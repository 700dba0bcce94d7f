package io.github.hotlinekit.core.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import io.github.hotlinekit.core.privacy.PersonName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

public class EventRewriterTest {

    /** A component that nobody has thought about. */
    public record Unthought(String words) {}

    /** Personal data outside of the records that are decided on. */
    public record Stray(PersonName name) {}

    /** A type that is no record. */
    public record Strange(List<StringBuilder> words) {}

    @Test
    void every_part_of_every_event_is_classified() {
        assertThatCode(() -> EventRewriter.check(CaseEvent.class)).doesNotThrowAnyException();
    }

    @Test
    void a_part_that_is_not_classified_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRewriter.check(Unthought.class))
                .withMessageContaining("Unthought.words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRewriter.check(Stray.class))
                .withMessageContaining("Stray.name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRewriter.check(Strange.class))
                .withMessageContaining("Strange.words");
    }

    @Property(tries = 100)
    void what_keeps_everything_changes_nothing(@ForAll("stories") Story story) {
        for (CaseEvent event : story.subject().events()) {
            assertThat(EventRewriter.rewrite(event, new Keeping())).containsSame(event);
        }
    }

    @Property(tries = 100)
    void every_personal_part_that_can_be_reached_is_decided_on(@ForAll("stories") Story story) {
        for (CaseEvent event : story.subject().events()) {
            Keeping keeping = new Keeping();
            assertThat(EventRewriter.rewrite(event, keeping)).isPresent();
            for (Class<?> type : List.of(
                    FreeText.class,
                    Requester.class,
                    Respondent.class,
                    Location.class,
                    Actor.class,
                    Source.class,
                    Extras.class,
                    Attachment.class,
                    RelatedCase.class)) {
                Set<Object> found = new HashSet<>(Depths.objectsOf(event, type));
                assertThat(keeping.seen).as(type.getSimpleName()).containsAll(found);
            }
        }
        Statistics.label("acts").collect(story.subject().events().size() > 10);
    }

    @Property(tries = 2)
    void all_stories_together_have_nearly_every_event(@ForAll("manyStories") List<Story> stories) {
        Set<Class<?>> types = new HashSet<>();
        stories.forEach(story -> story.subject().events().forEach(event -> types.add(event.getClass())));
        assertThat(stories).anyMatch(EventRewriterTest::correctsItsRegistration);
        assertThat(types.size()).isGreaterThan(CaseEvent.class.getPermittedSubclasses().length * 2 / 3);
    }

    private static boolean correctsItsRegistration(Story story) {
        return story.subject().events().stream()
                .anyMatch(event -> event instanceof CaseEvent.Corrected corrected
                        && corrected.right() instanceof CaseEvent.Registered);
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.stories();
    }

    @Provide
    Arbitrary<List<Story>> manyStories() {
        return Story.stories().list().ofSize(100);
    }

    /** Keeps all, and remembers what it was asked about. */
    private static final class Keeping implements Redaction {
        private final Set<Object> seen = new HashSet<>();

        private <T> T see(T value) {
            seen.add(value);
            return value;
        }

        @Override
        public boolean keeps(CaseEvent event) {
            see(event);
            return true;
        }

        @Override
        public boolean keeps(Attachment attachment) {
            see(attachment);
            return true;
        }

        @Override
        public boolean keeps(RelatedCase related) {
            see(related);
            return true;
        }

        @Override
        public boolean keeps(CaseNumber other) {
            see(other);
            return true;
        }

        @Override
        public FreeText text(FreeText text) {
            return see(text);
        }

        @Override
        public String name(String name) {
            return see(name);
        }

        @Override
        public Requester requester(Requester requester) {
            return see(requester);
        }

        @Override
        public Location location(Location location) {
            return see(location);
        }

        @Override
        public Respondent respondent(Respondent respondent) {
            return see(respondent);
        }

        @Override
        public Actor actor(Actor actor) {
            return see(actor);
        }

        @Override
        public Source source(Source source) {
            return see(source);
        }

        @Override
        public Map<String, FreeText> extensions(Map<String, FreeText> extensions) {
            new ArrayList<>(extensions.values()).forEach(this::see);
            return see(extensions);
        }

        @Override
        public Extras extras(Extras extras) {
            return see(extras);
        }
    }
}
