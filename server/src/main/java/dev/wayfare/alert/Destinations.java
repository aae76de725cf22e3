package dev.wayfare.alert;

import dev.wayfare.alert.Destination.Came;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All kinds of places that alerts go to.
final class Destinations {
  private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);

  private final Map<NotifierKind, Destination> all;

  Destinations(List<Destination> all) {
    this.all = all.stream().collect(Collectors.toMap(Destination::kind, Function.identity()));
  }

  /// A fault of ours is like one of theirs to everybody else; and never its words, as there may
  /// be an address in them.
  Came send(Notifier.Open notifier, Message message, UUID id) {
    var destination = all.get(notifier.notifier().kind());
    if (destination == null) {
      return new Came.Refused("This server knows no such kind of notifier.");
    }
    try {
      return destination.send(notifier, message, id);
    } catch (RuntimeException fault) {
      LOG.error(
          "Telling the notifier {} failed: {}",
          notifier.notifier().id(),
          fault.getClass().getSimpleName());
      return new Came.Later(Duration.ZERO, "The server failed while sending.");
    }
  }
}
