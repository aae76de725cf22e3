package dev.wayfare.flow.engine;

import java.time.Duration;

/// The budgets of one turn and the bounds of a journey (product.md, section 5).
final class Limits {
  static final int STEPS = 1_000;
  static final int DEPTH = 50;
  static final long EXPRESSION_UNITS = 200_000;
  static final long TEXT = 65_536;
  static final long JOURNEY = 262_144;
  static final Duration LATER = Duration.ofMinutes(1);
  static final Duration LIFE = Duration.ofDays(90);

  static final int UNHEARD = 20;

  /// How long a held call waits before it asks again what is next.
  static final Duration HOLD = Duration.ofSeconds(2);

  private Limits() {}
}
