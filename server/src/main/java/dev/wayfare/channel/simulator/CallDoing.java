package dev.wayfare.channel.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// What a call does between two of the app's words.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CallDoing.Nothing.class, name = "nothing"),
  @JsonSubTypes.Type(value = CallDoing.Listening.class, name = "listening"),
  @JsonSubTypes.Type(value = CallDoing.Holding.class, name = "holding"),
  @JsonSubTypes.Type(value = CallDoing.Forwarding.class, name = "forwarding")
})
sealed interface CallDoing {

  /// It rings, is over, or is the far end of a forwarded call.
  record Nothing() implements CallDoing {}

  record Listening(Verb.Hearing hearing) implements CallDoing {}

  record Holding(Duration pause) implements CallDoing {}

  /// @param leg the call that rings at another phone of the simulator; without one, the number
  ///     belongs to nobody here, and buttons say what came of it
  /// @param answered whether the two speak with each other
  record Forwarding(String to, Duration ring, Optional<UUID> leg, boolean answered)
      implements CallDoing {

    Forwarding connected() {
      return new Forwarding(to, ring, leg, true);
    }
  }
}
