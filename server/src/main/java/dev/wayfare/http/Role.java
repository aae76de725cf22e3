package dev.wayfare.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What somebody may do in an organization; each role includes the ones before it.
public enum Role {
  AGENT,
  DEVELOPER,
  ADMIN;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  public Role atMost(Role other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Role of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected one of " + words()));
  }

  static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
