package dev.wayfare.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a message is sent now.
enum News {
  /// Never told before.
  NEW,
  /// It had recovered.
  CAME_BACK,
  /// Still open, and seen again after a window without it.
  AGAIN,
  /// What was counted in the window behind the last message.
  MORE,
  RECOVERED,
  /// Somebody tries a notifier.
  TEST;

  /// Whether it says that something began, which no later message may swallow.
  boolean begins() {
    return this == NEW || this == CAME_BACK;
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static News of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
