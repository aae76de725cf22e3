package dev.wayfare.flow;

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

  /// A visit to the starting link of the web trigger with this name.
  record Visited(String trigger, Map<String, Object> query) implements Input {}

  /// A page was sent in: the `token` of the page it was made for, the raw fields (a file as the id
  /// of its upload), and the button that was pressed.
  record Submitted(String token, Map<String, List<String>> fields, Optional<String> button)
      implements Input {}

  /// A timer is due. `at` tells a timer from an older one of its name.
  record TimerFired(String name, Instant at) implements Input {}

  /// The journey's time is over.
  record Expired() implements Input {}

  /// To the step that called: the flow it ran came to its end with this result.
  record Returned(Object result) implements Input {}

  /// To the step that called: the flow it ran failed.
  record Failed(Trouble trouble) implements Input {}
}
