package io.github.hotlinekit.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.duplicates.DuplicateIndex;
import io.github.hotlinekit.core.duplicates.DuplicateRule;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import io.github.hotlinekit.core.redaction.Story;
import io.github.hotlinekit.core.testkit.CaseArbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever mapper a host has, and however it is set: what it writes of a case is masked. */
class HostMapperTest {

    private static final RevealRequest MATCH = RevealRequest.of(RevealPurpose.MATCH, "clerk-1", Story.START);
    private static final List<ObjectMapper> MAPPERS =
            List.of(mapper(), mapper().setVisibility(PropertyAccessor.FIELD, Visibility.ANY), all());

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    private static ObjectMapper all() {
        return mapper().setVisibility(PropertyAccessor.ALL, Visibility.ANY);
    }

    private static List<String> written(Object value) {
        List<String> written = new ArrayList<>();
        for (ObjectMapper mapper : MAPPERS) {
            try {
                written.add(mapper.writeValueAsString(value));
            } catch (JsonProcessingException e) {
                throw new AssertionError("cannot be written: " + value.getClass(), e);
            }
        }
        return written;
    }

    @Property(tries = 300)
    void no_event_or_command_is_written_with_a_personal_value(
            @ForAll("events") CaseEvent event, @ForAll("commands") CaseCommand command) {
        for (Object value : List.of(event, command)) {
            assertThat(written(value))
                    .allSatisfy(json -> assertThat(json)
                            .doesNotContain(
                                    "13812345678",
                                    "138 1234 5678",
                                    "0595-88886666",
                                    "350581199001011234",
                                    "35058119900101123x",
                                    "E12345678",
                                    "王小明",
                                    "欧阳修",
                                    "John Smith",
                                    "八七路123号",
                                    "5 High Street"));
        }
    }

    @Property(tries = 50)
    void nothing_of_a_case_is_written_with_a_personal_value(@ForAll("stories") Story story) {
        Case subject = story.subject();
        List<Object> all = new ArrayList<>(story.decisions);
        all.add(subject);
        all.add(subject.registration());
        all.add(subject.events());
        all.add(DuplicateIndex.of(DuplicateRule.STANDARD, List.of(subject), MATCH));
        for (Viewer viewer : List.of(Viewer.HOTLINE, Viewer.CITIZEN, Viewer.PUBLIC, Viewer.SUPERVISOR)) {
            CaseView.of(subject, viewer).ifPresent(all::add);
        }
        for (Object value : all) {
            for (String json : written(value)) {
                // codes, tags and references stand as they are: all of them are objects of one value;
                // in a text the scanner masks what it finds
                assertThat(json.replaceAll("\\{\"value\":\"[^\"]*\"}|\"x-note\":\"[^\"]*\"", ""))
                        .doesNotContain(
                                story.planted.phone,
                                story.planted.idNumber,
                                story.planted.latitude,
                                story.planted.longitude,
                                story.planted.unknown);
            }
        }
    }

    @Test
    void what_a_newer_writer_said_and_what_was_revealed_are_not_written() {
        assertThat(written(Extras.of(Map.of("/secret", "\"SECRET\"")))).containsOnly("\"1 extras\"");
        assertThat(written(FreeText.of("SECRET").reveal(MATCH)))
                .allSatisfy(json -> assertThat(json).contains("audit").doesNotContain("SECRET"));
    }

    @Provide
    Arbitrary<CaseEvent> events() {
        return CaseArbitraries.events();
    }

    @Provide
    Arbitrary<CaseCommand> commands() {
        return CaseArbitraries.commands();
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.stories();
    }
}
