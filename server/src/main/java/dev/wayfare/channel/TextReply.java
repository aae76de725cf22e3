package dev.wayfare.channel;

import java.util.List;

/// What the carrier gets in the response to an inbound text.
public sealed interface TextReply {

  /// The app's texts, in order. May be empty.
  record Texts(List<String> bodies) implements TextReply {
    public Texts {
      bodies = List.copyOf(bodies);
    }
  }

  /// Nothing is live on that number; the sender is told so.
  record Closed(String body) implements TextReply {}

  /// We cannot remember anything at the moment: the carrier is asked to post the text again.
  record Unavailable() implements TextReply {}
}
