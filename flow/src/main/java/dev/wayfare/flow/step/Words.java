package dev.wayfare.flow.step;

import java.util.Locale;

/// How an enum's value reads in documents and the trail.
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
