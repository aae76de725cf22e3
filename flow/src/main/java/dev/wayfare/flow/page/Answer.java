package dev.wayfare.flow.page;

import java.util.Map;

/// What came of reading one answer.
public sealed interface Answer {
  Answer NOTHING = new Nothing();

  /// A plain value of the control's type.
  record Given(Object value) implements Answer {}

  record Nothing() implements Answer {}

  /// What is wrong, by the part of the control it is wrong with; an empty key is the whole.
  record Wrong(Map<String, String> messages) implements Answer {}

  static Answer given(Object value) {
    return new Given(value);
  }

  static Answer wrong(String message) {
    return new Wrong(Map.of("", message));
  }
}
