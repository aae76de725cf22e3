package dev.wayfare.flow.step;

import dev.wayfare.flow.expression.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When something is to happen: after a while, or at a moment; at once where neither is said.
final class Moments {
  private Moments() {}

  static Instant of(Scene scene, Optional<Duration> after, Optional<Expression> at) {
    return at.map(moment -> (Instant) scene.value(moment))
        .orElseGet(() -> scene.now().plus(after.orElse(Duration.ZERO)));
  }
}
