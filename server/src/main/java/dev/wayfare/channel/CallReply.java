package dev.wayfare.channel;

import dev.wayfare.flow.Verb;
import java.util.List;

/// What the carrier gets in the response to a call's webhook.
public sealed interface CallReply {

  /// What the call does next. The last of them says how it goes on.
  record Script(List<Verb> verbs) implements CallReply {
    public Script {
      verbs = List.copyOf(verbs);
    }
  }

  /// Nothing is live on that number, or nobody knows this call: it is told so and ends.
  record Closed(String words) implements CallReply {}

  /// We cannot remember anything at the moment: the carrier is asked to post it again.
  record Unavailable() implements CallReply {}
}
