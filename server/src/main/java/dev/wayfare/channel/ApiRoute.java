package dev.wayfare.channel;

import dev.wayfare.flow.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What an address of a program leads to.
public sealed interface ApiRoute {

  /// A trigger of a live release; `parameters` are those of the path, decoded.
  record Found(
      UUID organization,
      UUID release,
      UUID environment,
      String app,
      Trigger.Requested trigger,
      Map<String, String> parameters)
      implements ApiRoute {}

  /// There is something here, by other methods.
  record OtherMethods(List<String> allowed) implements ApiRoute {}

  /// No app ever had this address, or the app has no such path.
  record Unknown() implements ApiRoute {}

  /// A live release has it, and answers with a message for now.
  record Paused(String message, Optional<Instant> until) implements ApiRoute {}

  /// An app had this address, and nothing is live there now.
  record Unpublished() implements ApiRoute {}
}
