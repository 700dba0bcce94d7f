package io.github.hotlinekit.examples.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** The events of a life as plain records that Jackson's own databind reads: the same properties, no checks. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlainEvent.Registered.class, name = "registered"),
    @JsonSubTypes.Type(value = PlainEvent.Classified.class, name = "classified"),
    @JsonSubTypes.Type(value = PlainEvent.Dispatched.class, name = "dispatched"),
    @JsonSubTypes.Type(value = PlainEvent.Simple.class, name = "signedFor"),
    @JsonSubTypes.Type(value = PlainEvent.Share.class, name = "assistingSignedFor"),
    @JsonSubTypes.Type(value = PlainEvent.TaskAssigned.class, name = "taskAssigned"),
    @JsonSubTypes.Type(value = PlainEvent.Contacted.class, name = "contacted"),
    @JsonSubTypes.Type(value = PlainEvent.Task.class, name = "taskReported"),
    @JsonSubTypes.Type(value = PlainEvent.Task.class, name = "taskAccepted"),
    @JsonSubTypes.Type(value = PlainEvent.Extension.class, name = "extensionAsked"),
    @JsonSubTypes.Type(value = PlainEvent.Extension.class, name = "extensionGranted"),
    @JsonSubTypes.Type(value = PlainEvent.Simple.class, name = "urged"),
    @JsonSubTypes.Type(value = PlainEvent.Share.class, name = "assistingReplied"),
    @JsonSubTypes.Type(value = PlainEvent.Replied.class, name = "replied"),
    @JsonSubTypes.Type(value = PlainEvent.SentBack.class, name = "replySentBack"),
    @JsonSubTypes.Type(value = PlainEvent.Note.class, name = "noteAdded"),
    @JsonSubTypes.Type(value = PlainEvent.Simple.class, name = "replyAccepted"),
    @JsonSubTypes.Type(value = PlainEvent.Attempted.class, name = "callbackAttempted"),
    @JsonSubTypes.Type(value = PlainEvent.Done.class, name = "callbackDone")
})
sealed interface PlainEvent {

    /** Who did it. */
    record Actor(String role, String department, String post, String staff) {}

    /** Who raised it. */
    record Requester(String type, String disclosure, String name, String phone) {}

    /** What was recorded. */
    record Registration(
            String number, String kind, String channel, Requester requester, String title, String text, String area) {}

    /** The demand came in. */
    record Registered(
            @JsonProperty("case") String number, int sequence, Instant at, Actor actor, Registration registration)
            implements PlainEvent {}

    /** It was classified. */
    record Classified(
            @JsonProperty("case") String number,
            int sequence,
            Instant at,
            Actor actor,
            String category,
            String taxonomy)
            implements PlainEvent {}

    /** It was sent on. */
    record Dispatched(
            @JsonProperty("case") String number,
            int sequence,
            Instant at,
            Actor actor,
            String lead,
            List<String> assisting,
            String rule)
            implements PlainEvent {}

    /** Something without parts. */
    record Simple(@JsonProperty("case") String number, int sequence, Instant at, Actor actor) implements PlainEvent {}

    /** Something an assisting department did. */
    record Share(
            @JsonProperty("case") String number,
            int sequence,
            Instant at,
            Actor actor,
            String department,
            String result)
            implements PlainEvent {}

    /** To whom. */
    record Assignee(String post, String staff) {}

    /** A task was given. */
    record TaskAssigned(
            @JsonProperty("case") String number,
            int sequence,
            Instant at,
            Actor actor,
            int task,
            Assignee assignee,
            String what)
            implements PlainEvent {}

    /** The citizen was reached. */
    record Contacted(
            @JsonProperty("case") String number, int sequence, Instant at, Actor actor, String means, String outcome)
            implements PlainEvent {}

    /** A task moved on. */
    record Task(@JsonProperty("case") String number, int sequence, Instant at, Actor actor, int task, String result)
            implements PlainEvent {}

    /** How much. */
    record Amount(int amount, String unit) {}

    /** More time was asked for or granted. */
    record Extension(
            @JsonProperty("case") String number, int sequence, Instant at, Actor actor, Amount amount, String reason)
            implements PlainEvent {}

    /** What came of it. */
    record Result(String outcome, String publicity) {}

    /** The reply. */
    record Replied(@JsonProperty("case") String number, int sequence, Instant at, Actor actor, Result result)
            implements PlainEvent {}

    /** The reply went back. */
    record SentBack(
            @JsonProperty("case") String number, int sequence, Instant at, Actor actor, String ground, String reason)
            implements PlainEvent {}

    /** A note. */
    record Note(
            @JsonProperty("case") String number, int sequence, Instant at, Actor actor, String visibility, String text)
            implements PlainEvent {}

    /** A call in vain. */
    record Attempted(@JsonProperty("case") String number, int sequence, Instant at, Actor actor, String failure)
            implements PlainEvent {}

    /** What the citizen said. */
    record Answer(String resolution, String satisfaction) {}

    /** The callback. */
    record Done(@JsonProperty("case") String number, int sequence, Instant at, Actor actor, Answer answer)
            implements PlainEvent {}
}
