package dev.wayfare.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a turn begins with, or what a waiting step is woken by.
public sealed interface Input {

  /// A step was just entered: nothing to hear yet.
  record None() implements Input {}

  /// A text message from the contact. Starts the app's text flow where no text flow is open.
  record Text(String body, List<Media> media) implements Input {
    public Text(String body) {
      this(body, List.of());
    }
  }

  /// What hangs on a text message: where it lies at the carrier, and its media type.
  record Media(String url, String type) {}

  /// What opens the flow of a trigger. No step ever hears one.
  sealed interface Opening extends Input {
    /// The trigger's name.
    String trigger();
  }

  /// A visit to the starting link of the web trigger with this name.
  record Visited(String trigger, Map<String, Object> query) implements Opening {}

  /// A call came in.
  record Called(String trigger) implements Opening {}

  /// A program asked. `payload` is the body's plain value, `parameters` those of path and query;
  /// `item` is the one of the payload's items that this journey is about, where each has its own.
  record Requested(
      String trigger, Object payload, Map<String, Object> parameters, Optional<Object> item)
      implements Opening {
    public Requested(String trigger, Object payload, Map<String, Object> parameters) {
      this(trigger, payload, parameters, Optional.empty());
    }

    /// What the flow knows as its payload.
    public Object own() {
      return item.orElse(payload);
    }
  }

  /// A schedule's moment. `due` is the one it was meant for.
  record Scheduled(String trigger, Instant due) implements Opening {
    /// What a journey begins with that a schedule begins.
    public Map<String, Object> start() {
      return Values.object(SCHEDULE, trigger, DUE, due);
    }
  }

  /// The keys of what a journey of a schedule began with.
  String SCHEDULE = "schedule";

  String DUE = "due";

  /// What happens on a call.
  sealed interface OfCall extends Input {}

  /// The person said or keyed something; both are empty when the time ran out.
  record Spoken(String speech, String digits) implements OfCall {
    public static final Spoken NOTHING = new Spoken("", "");

    public boolean isNothing() {
      return speech.isBlank() && digits.isEmpty();
    }

    /// As the trail tells it; a secret one without what was said.
    public Map<String, Object> told(boolean secret) {
      return digits.isEmpty()
          ? Map.of("speech", secret ? "•••" : speech)
          : Map.of("digits", secret ? "•••" : digits);
    }

    /// Never what was said or keyed.
    @Override
    public String toString() {
      return "Spoken";
    }
  }

  /// The call was held and asks again what is next.
  record Held() implements OfCall {}

  /// A forwarded call came back.
  record Forwarded(CallEnd how) implements OfCall {}

  /// A call that the journey placed was taken.
  record PickedUp(boolean byMachine) implements OfCall {}

  /// The call is over.
  record HungUp(CallEnd how, Duration length) implements OfCall {}

  /// How a call, or the forwarded part of one, ended.
  enum CallEnd {
    COMPLETED,
    BUSY,
    NO_ANSWER,
    FAILED
  }

  /// A page was sent in: the `token` of the page it was made for, the raw fields (a file as the id
  /// of its upload), and the button that was pressed.
  record Submitted(String token, Map<String, List<String>> fields, Optional<String> button)
      implements Input {}

  /// The world outside answered what a step asked under this key. `attended` says that a call, if
  /// the step stands on one, listens right now.
  record Answered(String key, Outcome outcome, boolean attended) implements Input {}

  /// A timer is due. `at` tells a timer from an older one of its name.
  record TimerFired(String name, Instant at) implements Input {}

  /// The journey's time is over.
  record Expired() implements Input {}

  /// What whoever published a release decided for those in the middle of a journey. No step ever
  /// hears one.
  sealed interface OfPublisher extends Input {}

  /// The journey was moved to another version or begun anew: what stands elsewhere than before
  /// begins there. `words` are told first to somebody in a conversation by text.
  record Moved(Optional<String> words) implements OfPublisher {}

  /// The journey ends here; `words` are the last ones of a conversation by text.
  record Closed(Optional<String> words) implements OfPublisher {}

  /// To the step that called: the flow it ran came to its end with this result.
  record Returned(Object result) implements Input {}

  /// To the step that called: the flow it ran failed.
  record Failed(Trouble trouble) implements Input {}
}
