package dev.wayfare.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// Where a notifier leads.
enum NotifierKind {
  SLACK,
  EMAIL,
  WEBHOOK;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static NotifierKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected one of slack, email, webhook"));
  }
}
