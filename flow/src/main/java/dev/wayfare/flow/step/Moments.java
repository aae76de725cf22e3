package dev.wayfare.flow.step;

import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When something is to happen: after a while, or at a moment; at once where neither is said. Where
/// hours are named it is moved to when they are open, and the trail says so.
final class Moments {
  static final String HOURS =
      "Opening hours from the app's `hours`: outside of them it waits for the next opening, in the"
          + " contact's time zone.";

  private Moments() {}

  static Instant of(
      Scene scene, Optional<Duration> after, Optional<Expression> at, Optional<String> hours) {
    var wanted =
        at.map(moment -> (Instant) scene.value(moment))
            .orElseGet(() -> scene.now().plus(after.orElse(Duration.ZERO)));
    return within(scene, hours, wanted);
  }

  private static Instant within(Scene scene, Optional<String> hours, Instant wanted) {
    var open = hours.map(name -> scene.within(name, wanted)).orElse(wanted);
    if (open.isAfter(wanted)) {
      scene.note("closed", Values.object("hours", hours.orElse(""), "until", open));
    }
    return open;
  }

  /// The next opening, where the hours are not open now.
  static Optional<Instant> closedUntil(Scene scene, Optional<String> hours) {
    return Optional.of(within(scene, hours, scene.now())).filter(it -> it.isAfter(scene.now()));
  }
}
